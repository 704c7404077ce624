package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.LockRetry;
import io.orgscope.postgres.MigrationSession;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.route.KeptAssignments;
import io.orgscope.step.Action;
import io.orgscope.step.ScriptProcedure;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the organizations of the rows to the side table, a range of pages at a time. It has a short lock_timeout,
 * because the application may hold one row of the range and wait for another. Without the timeout the two would wait
 * for each other. An UPDATE of a row waits for the copy of its range, so that commit does not wait for the disk. The copy
 * waits for it between two ranges, when nothing is locked. Otherwise the commits of the application would wait for the
 * WAL of the copy.
 */
final class KeptRows {

    private static final Logger LOG = LoggerFactory.getLogger(KeptRows.class);

    /** The pages that one transaction copies. They have some thousand rows; an UPDATE of one of them waits for the copy. */
    private static final long WINDOW = 128;

    /** An empty message in the WAL. Its commit waits until all WAL before it is on disk. */
    private static final String MESSAGE = "pg_catalog.pg_logical_emit_message(true, 'orgscope', '')";
    private static final String WAIT_FOR_DISK = "BEGIN; SET LOCAL synchronous_commit = local; SELECT " + MESSAGE + "; COMMIT";

    /** The statement takes the first row's place as $1 and the place after the last one as $2. */
    private static final ScriptProcedure EACH_WINDOW = ScriptProcedure.procedure("orgscope_each_window", "in_table text, wait text, seconds int, statement text", """
            DECLARE
              page bigint := 0;
              pages CONSTANT bigint := pg_catalog.pg_relation_size(in_table::pg_catalog.regclass) / pg_catalog.current_setting('block_size')::bigint;
              upto text;
              began timestamptz;
            BEGIN
              PERFORM pg_temp.orgscope_check_settings();
              WHILE page <= pages LOOP
                upto := CASE WHEN page + %1$s > pages THEN '4294967295' ELSE (page + %1$s)::text END;
                began := pg_catalog.clock_timestamp();
                LOOP
                  BEGIN
                    PERFORM pg_catalog.set_config('lock_timeout', wait, true), %2$s;
                    EXECUTE statement USING pg_catalog.format('(%%s,0)', page)::tid, pg_catalog.format('(%%s,0)', upto)::tid;
                    EXIT;
                  EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
                    IF pg_catalog.clock_timestamp() > began + pg_catalog.make_interval(secs => seconds) THEN
                      RAISE lock_not_available USING MESSAGE = 'Rows of ' || in_table || ' could not be copied within ' || seconds || ' s, because other transactions hold'
                        || ' them. What was copied stays. End these transactions, then continue the script with this statement, in the same session.';
                    END IF;
                    PERFORM pg_catalog.pg_sleep(0.1);
                  END;
                END LOOP;
                COMMIT;
                PERFORM %3$s;
                COMMIT;
                page := page + %1$s;
              END LOOP;
            END
            """.formatted(WINDOW, MigrationSession.COMMIT_AT_ONCE, MESSAGE));

    private final StepContext context;
    private final KeptAssignments kept;
    private final String chosen;

    /** @param chosen whether the application chose the organization of a row {@code t}, as SQL */
    KeptRows(StepContext context, String chosen) {
        this.context = context;
        this.kept = context.resolved().kept();
        this.chosen = chosen;
    }

    /** @param heap the table, or a partition of it */
    Action copy(TableName heap) {
        String copy = EACH_WINDOW.call(Literal.of(heap.sql()), "'" + context.locks().timeout().toMillis() + "ms'",
                StepScript.seconds(context.locks()), Literal.dollar(window(heap, "$1", "$2")));
        return new Action.Work(connection -> run(connection, heap), List.of(copy), List.of(EACH_WINDOW));
    }

    private String window(TableName heap, String from, String to) {
        return kept.replacement().copy(heap.sql() + " t", " AND t.ctid >= " + from + " AND t.ctid < " + to, false, chosen);
    }

    private void run(Connection connection, TableName heap) throws SQLException {
        long pages = Sql.first(connection, 0L, "SELECT pg_catalog.pg_relation_size(?::regclass)"
                + " / pg_catalog.current_setting('block_size')::bigint", row -> row.getLong(1), heap.sql());
        LockRetry retry = new LockRetry(connection, context.locks());
        for (long page = 0; page <= pages; page += WINDOW) {
            String to = page + WINDOW > pages ? "4294967295" : Long.toString(page + WINDOW);
            retry.run(List.of(heap), null, List.of(window(heap, "'(" + page + ",0)'", "'(" + to + ",0)'")), WAIT_FOR_DISK);
        }
        LOG.info("{}: every row's organization is kept in {}", heap, kept.name());
    }
}
