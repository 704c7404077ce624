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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final String FIND = "SELECT " + UnmovedRows.setting("h.heap") + ", " + UnmovedRows.state("h.heap") + ", pg_catalog.pg_relation_size(h.heap)"
            + " / pg_catalog.current_setting('block_size')::bigint FROM (SELECT ?::pg_catalog.regclass::oid) AS h(heap)";

    /** The statement takes the first row's place as $1 and the place after the last one as $2. */
    private static final ScriptProcedure EACH_WINDOW = ScriptProcedure.procedure("orgscope_each_window", "in_table text, wait text, seconds int, statement text", """
            DECLARE
              heap CONSTANT oid := in_table::pg_catalog.regclass;
              state CONSTANT text := %4$s;
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
              PERFORM pg_catalog.set_config(%5$s, state, false);
            END
            """.formatted(WINDOW, MigrationSession.COMMIT_AT_ONCE, MESSAGE, UnmovedRows.state("heap"), UnmovedRows.setting("heap")));

    private final StepContext context;
    private final KeptAssignments kept;
    private final String chosen;
    private final boolean again;
    private final Map<String, String> copied = new HashMap<>();

    /**
     * @param chosen whether the application chose the organization of a row {@code t}, as SQL
     * @param again  whether a rollback that was stopped may have copied rows
     */
    KeptRows(StepContext context, String chosen, boolean again) {
        this.context = context;
        this.kept = context.resolved().kept();
        this.chosen = chosen;
        this.again = again && context.partitioned();
    }

    /**
     * Copies a heap, unless it is copied already and its rows are where they were.
     *
     * @param heap the table, or a partition of it
     */
    Action copy(TableName heap) {
        List<String> calls = statements(heap, "$1", "$2", again).stream().map(statement -> EACH_WINDOW.call(Literal.of(heap.sql()),
                "'" + context.locks().timeout().toMillis() + "ms'", StepScript.seconds(context.locks()), Literal.dollar(statement))).toList();
        return new Action.Work(connection -> run(connection, heap), calls, List.of(EACH_WINDOW));
    }

    /**
     * The statements that copy a range. What was copied before stays, because it may be newer than what the statement sees. Only a partition that was detached
     * since, and written without a trigger, has rows that differ; these are copied again.
     */
    private List<String> statements(TableName heap, String from, String to, boolean over) {
        String rows = heap.sql() + " t";
        String range = " AND t.ctid >= " + from + " AND t.ctid < " + to;
        String copy = kept.replacement().copy(rows, range, false, chosen);
        return over ? List.of(kept.forget(rows, range + " AND k.organization <> " + context.resolved().stored()), copy) : List.of(copy);
    }

    private void run(Connection connection, TableName heap) throws SQLException {
        Found found = Sql.first(connection, null, FIND, row -> new Found(row.getString(1), row.getString(2), row.getLong(3)), heap.sql());
        if (found.state().equals(copied.get(found.setting()))) {
            return;
        }
        boolean over = copied.put(found.setting(), "") != null || again;
        LockRetry retry = new LockRetry(connection, context.locks());
        for (long page = 0; page <= found.pages(); page += WINDOW) {
            boolean last = page + WINDOW > found.pages();
            String to = last ? "4294967295" : Long.toString(page + WINDOW);
            retry.run(List.of(heap), null, statements(heap, "'(" + page + ",0)'", "'(" + to + ",0)'", over), WAIT_FOR_DISK + (last ? found.remember() : ""));
        }
        copied.put(found.setting(), found.state());
        LOG.info("{}: every row's organization is kept in {}", heap, kept.name());
    }

    /** A heap before it is copied. */
    private record Found(String setting, String state, long pages) {

        private String remember() {
            return "; SELECT pg_catalog.set_config(" + Literal.of(setting) + ", " + Literal.of(state) + ", false)";
        }
    }
}
