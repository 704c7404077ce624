package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.LockRetry;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.route.KeptAssignments;
import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what the rows hold to the side table, window by window. A window gives way to an application that holds one of
 * its rows and waits for another: without its short lock_timeout the two would wait for each other.
 */
final class KeptRows {

    private static final Logger LOG = LoggerFactory.getLogger(KeptRows.class);

    /** Pages a transaction copies: some thousand rows, whose next UPDATE waits for it. */
    private static final long WINDOW = 128;

    private static final String SCRIPT = """

            DECLARE
              page bigint := 0;
              pages CONSTANT bigint := pg_catalog.pg_relation_size(%1$s::regclass) / pg_catalog.current_setting('block_size')::bigint;
              upto text;
            BEGIN
              WHILE page <= pages LOOP
                upto := CASE WHEN page + %2$d > pages THEN '4294967295' ELSE (page + %2$d)::text END;
                LOOP
                  BEGIN
                    PERFORM pg_catalog.set_config('lock_timeout', '%3$d', true);
                    %4$s;
                    EXIT;
                  EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
                    PERFORM pg_catalog.pg_sleep(0.1);
                  END;
                END LOOP;
                COMMIT;
                page := page + %2$d;
              END LOOP;
            END
            """;

    private final StepContext context;
    private final KeptAssignments kept;
    private final String chosen;

    /** @param chosen whether the application chose what a row {@code t} holds, as SQL */
    KeptRows(StepContext context, String chosen) {
        this.context = context;
        this.kept = context.resolved().kept();
        this.chosen = chosen;
    }

    /** @param heap the table, or a partition of it */
    Action copy(TableName heap) {
        return new Action.Work(connection -> run(connection, heap), List.of("DO " + Literal.dollar(SCRIPT.formatted(Literal.of(heap.sql()), WINDOW,
                context.locks().timeout().toMillis(), window(heap, "pg_catalog.format('(%s,0)', page)::tid",
                        "pg_catalog.format('(%s,0)', upto)::tid")))));
    }

    private String window(TableName heap, String from, String to) {
        return kept.copy(heap.sql() + " t", " AND t.ctid >= " + from + " AND t.ctid < " + to, false, chosen);
    }

    private void run(Connection connection, TableName heap) throws SQLException {
        long pages = Sql.first(connection, 0L, "SELECT pg_catalog.pg_relation_size(?::regclass)"
                + " / pg_catalog.current_setting('block_size')::bigint", row -> row.getLong(1), heap.sql());
        LockRetry retry = new LockRetry(connection, context.locks());
        for (long page = 0; page <= pages; page += WINDOW) {
            String to = page + WINDOW > pages ? "4294967295" : Long.toString(page + WINDOW);
            retry.run(heap, List.of(window(heap, "'(" + page + ",0)'", "'(" + to + ",0)'")));
        }
        LOG.info("{}: every row's organization is kept in {}", heap, kept.name());
    }
}
