package io.orgscope.column;

import io.orgscope.postgres.SqlTemplate;
import java.util.Set;

/**
 * Waits for the transactions that hold rows which a move takes along, as statements of {@link FollowTrigger}.
 *
 * <p>A transaction that updated a row and then inserts another one under the same parent would wait for the mover, who holds
 * the parent and waits for the row. So the mover waits for the row before it locks the parent. It must not hold the row while
 * it waits for the parent: the locks of the rows end with the block that asked for them.
 *
 * <p>Who changes or locks a row leaves its number in xmax. Only numbers of transactions that may still run are of interest; a
 * number of several lockers (multixact) can be taken for an old one, and is then not waited for here.
 */
final class HeldRows {

    private static final SqlTemplate AWAIT = new SqlTemplate("""
                IF {when} THEN
                  orgscope_oldest := pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint;
                  IF EXISTS (SELECT FROM {table} AS t
                   WHERE {rows}
                     AND {held}) THEN
                    BEGIN
                      PERFORM FROM {table} AS t
                       WHERE {rows}
                         AND {held} FOR NO KEY UPDATE;
                      RAISE EXCEPTION USING ERRCODE = 'OS000';
                    EXCEPTION WHEN SQLSTATE 'OS000' THEN
                      NULL;
                    END;
                  END IF;
                END IF;
            """, Set.of("when", "table", "rows", "held"));

    static final String DECLARATION = """
              orgscope_oldest bigint;
            """;

    /** Numbers of 32 bits: within 2^31 after the oldest that runs. */
    private static final String HELD = "t.xmax::text <> '0' AND (t.xmax::text::bigint - orgscope_oldest % 4294967296 + 4294967296) % 4294967296 < 2147483648";

    private HeldRows() {
    }

    /**
     * The statements.
     *
     * @param table the scoped table, as SQL
     * @param rows  a condition on its rows {@code t}
     * @param when  a condition under which they are looked at
     */
    static String await(String table, String rows, String when) {
        return AWAIT.fill(word -> switch (word) {
            case "when" -> when;
            case "table" -> table;
            case "rows" -> rows;
            default -> HELD;
        });
    }
}
