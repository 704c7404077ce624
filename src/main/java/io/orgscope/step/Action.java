package io.orgscope.step;

import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One part of what a step does. A step is a list of actions. They make what the catalog does not have yet. */
public sealed interface Action {

    /**
     * Statements in one transaction that need a strong lock on a table for a short time. They are repeated until they
     * get it.
     *
     * @param tables the tables that they lock, and on which an autovacuum has to end; the role needs UPDATE on each
     * @param also   another table that they lock; null for none. Live, an autovacuum on it has to end too if the role may lock it
     * @param script the same for a script
     * @param broken the message if rows break a key that the statements check; null to throw PostgreSQL's own
     */
    record Brief(List<TableName> tables, TableName also, List<String> statements, List<ScriptSql> script, Broken broken) implements Action {

        public Brief(List<TableName> tables, TableName also, List<String> statements, List<ScriptSql> script) {
            this(tables, also, statements, script, null);
        }

        public Brief(List<TableName> tables, TableName also, List<String> statements) {
            this(tables, also, statements, statements.stream().map(ScriptSql::of).toList());
        }

        public Brief(TableName table, TableName also, List<String> statements) {
            this(List.of(table), also, statements);
        }

        public Brief(TableName table, List<String> statements) {
            this(table, null, statements);
        }

        public Brief(TableName table, String... statements) {
            this(table, null, List.of(statements));
        }

        /** This action with a message about rows that break a key. */
        public Brief explained(Broken message) {
            return new Brief(tables, also, statements, script, message);
        }
    }

    /**
     * A statement that runs alone, outside a transaction and without lock_timeout, as CONCURRENTLY needs it. A
     * lock_timeout would include its wait for older snapshots and leave an INVALID index.
     */
    record Concurrent(String statement) implements Action {
    }

    /**
     * Work that needs more than a statement when it runs live.
     *
     * @param script     the same as plain SQL
     * @param procedures the procedures that the script calls, in addition to those of every script
     */
    record Work(Live live, List<String> script, List<ScriptProcedure> procedures) implements Action {

        public Work(Live live, List<String> script) {
            this(live, script, List.of());
        }
    }

    /**
     * A text for the user. It does nothing.
     *
     * @param adopted the object that exists already and fits; null for other notes
     */
    record Note(String text, String adopted) implements Action {

        public Note(String text) {
            this(text, null);
        }

        /** An object that exists before the step and is what the step would have made. */
        public static Note ofAdopted(String what) {
            return new Note(what + " is there already and fits; it is adopted, and a rollback will not drop it.", what);
        }
    }

    /** The part of {@link Work} that runs on a live connection. */
    @FunctionalInterface
    interface Live {
        void run(Connection connection) throws SQLException;
    }

    /** The message about rows that break a key. Empty if the statement failed for another reason. Called after the rollback. */
    @FunctionalInterface
    interface Broken {
        Optional<String> message(Connection connection, SQLException failed) throws SQLException;
    }
}
