package io.orgscope.step;

import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One thing that a step does. A step is a list of these, made from what the catalog lacks. */
public sealed interface Action {

    /**
     * Statements in one transaction that want a strong lock on a table for a moment, and are retried until they have it.
     *
     * @param also another table that they lock, null for none
     */
    record Brief(TableName table, TableName also, List<String> statements) implements Action {

        public Brief(TableName table, List<String> statements) {
            this(table, null, statements);
        }

        public Brief(TableName table, String... statements) {
            this(table, null, List.of(statements));
        }
    }

    /**
     * A statement that runs by itself, outside any transaction and without lock_timeout, as the CONCURRENTLY family
     * has to: a lock_timeout would count its wait for older snapshots and leave an INVALID index.
     */
    record Concurrent(String statement) implements Action {
    }

    /**
     * Work that takes more than a statement when it runs live.
     *
     * @param script     the same as plain SQL
     * @param procedures what the script calls, besides what each script has
     */
    record Work(Live live, List<String> script, List<ScriptProcedure> procedures) implements Action {

        public Work(Live live, List<String> script) {
            this(live, script, List.of());
        }
    }

    /**
     * Said, not done.
     *
     * @param adopted what was there already and fits, null for other notes
     */
    record Note(String text, String adopted) implements Action {

        public Note(String text) {
            this(text, null);
        }

        /** A thing that was there before the step and does what the step would have made. */
        public static Note ofAdopted(String what) {
            return new Note(what + " is there already and fits; it is adopted, and a rollback will leave it.", what);
        }
    }

    /** What {@link Work} does on a live connection. */
    @FunctionalInterface
    interface Live {
        void run(Connection connection) throws SQLException;
    }
}
