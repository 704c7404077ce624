package io.orgscope.column;

import io.orgscope.postgres.SqlTemplate;
import java.util.Map;
import java.util.Set;

/**
 * Statements of {@link FollowTrigger} that wait for transactions which hold rows that the move changes.
 *
 * <p>An example: a transaction updates a row and then inserts another one under the same parent. It would wait for the
 * move, which holds the parent and waits for the row. So the move waits for the row before it locks the parent. It must
 * not hold the row while it waits for the parent. The locks of the rows are released when the block that took them
 * ends.
 *
 * <p>A transaction that changes or locks a row leaves its number in xmax. Only numbers of transactions that may still
 * run matter. The number of a group of lockers (multixact) can look like an old transaction; then the move does not
 * wait for it here.
 */
final class HeldRows {

    private static final SqlTemplate AWAIT = new SqlTemplate("""
                IF {when} THEN
                  orgscope_oldest := pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint;
                  IF EXISTS (SELECT FROM {table} AS t
                   WHERE {rows}
                     AND {held}) THEN
                    LOOP
                      BEGIN
                        PERFORM FROM {table} AS t
                         WHERE {rows}
                           AND {held} FOR NO KEY UPDATE;
                        RAISE EXCEPTION USING ERRCODE = 'OS000';
                      EXCEPTION WHEN SQLSTATE 'OS000' THEN
                        EXIT;
                      WHEN serialization_failure THEN
                        -- In READ COMMITTED: the row went to another partition. The next snapshot has it there.
                        IF pg_catalog.current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
                          RAISE;
                        END IF;
                      END;
                    END LOOP;
                  END IF;
                END IF;
            """, Set.of("when", "table", "rows", "held"));

    private static final SqlTemplate LOCK = new SqlTemplate("""
              PERFORM FROM {table} AS t
               WHERE {rows}
                 AND (t.{column} IS NOT NULL OR {routed} IS NOT NULL) FOR NO KEY UPDATE;
            """, Set.of("table", "column", "rows", "routed"));

    static final String DECLARATION = """
              orgscope_oldest bigint;
            """;

    /** Numbers of 32 bits: within 2^31 after the oldest that runs. */
    private static final String HELD = "t.xmax::text <> '0' AND (t.xmax::text::bigint - orgscope_oldest % 4294967296 + 4294967296) % 4294967296 < 2147483648";

    private HeldRows() {
    }

    /**
     * The statements, for the scoped table {@code {table}}.
     *
     * @param rows a condition on its rows {@code t}
     * @param when a condition under which they are looked at
     */
    static String await(String rows, String when) {
        return AWAIT.partly(Map.of("when", when, "rows", rows, "held", HELD));
    }

    /**
     * The lock on the rows that the move may change. It is a statement of its own: the next statement sees what the
     * transactions that held the rows have changed, such as other parents of the rows and noted choices. It locks the
     * rows that do not follow too, for a transaction that changes another parent of theirs or one of their columns. It
     * leaves the rows to the backfill that have no organization and get none.
     */
    static String lock(String rows) {
        return LOCK.partly(Map.of("rows", rows));
    }
}
