package io.orgscope.citus;

import io.orgscope.citus.Note.Kind;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.reference.Unmatched;
import io.orgscope.step.Action;
import io.orgscope.step.StepRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The foreign keys that have to be absent while Citus converts one of their tables. Each is noted in the transaction that drops it. The note
 * stays until the key is back as it was. While it is back in the meantime, it has a mark. So a key that somebody else drops then is not made again.
 */
final class AbsentForeignKeys {

    /**
     * A key that is noted.
     *
     * @param returned whether it was added again since
     */
    private record Taken(Note note, boolean returned) {

        /** The mark of a key that is back. */
        static Note mark(Note note) {
            return Note.of(note.table(), note.column(), Kind.RETURNED, note.fields().get(0));
        }

        List<String> forget() {
            return List.of(note.remove(), mark(note).remove());
        }

        String name() {
            return note.fields().get(0);
        }

        TableName target() {
            return new TableName(note.fields().get(1), note.fields().get(2));
        }

        /** SQL that adds it as Citus takes it. */
        String whileDistributed() {
            return note.fields().get(3);
        }

        /** SQL that adds it as it was. */
        String asBefore() {
            return note.fields().get(4);
        }

        /** What it joins, by {@link #asBefore}, because it may not be in the catalog. */
        Optional<ForeignKey> joined() {
            return ForeignKey.joinedBy(name(), note.table(), asBefore());
        }

        boolean validated() {
            return note.fields().get(5).equals("valid");
        }

        String comment() {
            return note.fields().get(6);
        }
    }

    private static final String NEAR = """
            SELECT DISTINCT n.nspname, c.relname
              FROM pg_catalog.pg_constraint k
              JOIN pg_catalog.pg_class c ON c.oid = k.conrelid AND NOT c.relispartition
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE k.contype = 'f' AND (k.conrelid = pg_catalog.to_regclass(?) OR k.confrelid = pg_catalog.to_regclass(?))
            """;

    private static final String VALID = """
            SELECT k.convalidated FROM pg_catalog.pg_constraint k WHERE k.conrelid = pg_catalog.to_regclass(?) AND k.conname = ?
            """;

    private final Connection connection;
    private final StepRunner runner;

    AbsentForeignKeys(Connection connection, StepRunner runner) {
        this.connection = connection;
        this.runner = runner;
    }

    /** Drops every key at either end of a table. */
    void take(TableName table) throws SQLException {
        List<TableName> near = Sql.list(connection, NEAR, row -> new TableName(row.getString(1), row.getString(2)), table.sql(), table.sql());
        List<Note> notes = Note.all(connection);
        for (Table from : Catalog.of(connection, near).tables()) {
            for (ForeignKey key : from.foreignKeys()) {
                if (key.table().equals(table) || key.target().equals(table)) {
                    take(key, from.kind() == 'p', notes);
                }
            }
        }
    }

    private void take(ForeignKey key, boolean partitioned, List<Note> notes) throws SQLException {
        List<String> statements = new ArrayList<>();
        Optional<Note> noted = notes.stream().filter(note -> note.kind() == Kind.KEY && note.table().equals(key.table()) && note.fields().get(0).equals(key.name()))
                .findFirst();
        noted.map(Taken::mark).filter(notes::contains).ifPresent(mark -> statements.add(mark.remove()));
        if (noted.isEmpty()) {
            boolean organization = notes.stream().anyMatch(note -> note.kind() == Kind.DISTRIBUTED && note.table().equals(key.table())
                    && key.columns().contains(note.column()));
            statements.add(note(key, partitioned, organization).write());
        }
        statements.add("ALTER TABLE " + key.table().sql() + " DROP CONSTRAINT " + Identifier.quote(key.name()));
        runner.run(List.of(new Action.Brief(key.table(), key.target(), statements)));
    }

    /** @param organization whether it contains the organization. Citus then refuses ON UPDATE CASCADE */
    private static Note note(ForeignKey key, boolean partitioned, boolean organization) {
        ForeignKey.Options options = key.options();
        ForeignKey without = !organization || options.onUpdate() != 'c' ? key : new ForeignKey(key.name(), key.table(), key.columns(), key.target(),
                key.targetColumns(), key.onDelete(), new ForeignKey.Options('a', options.onDeleteColumns(), options.period(), options.matchFull(),
                        options.deferrable(), options.deferred()), key.validated(), key.definition(), key.comment());
        return Note.of(key.table(), key.columns().get(0), Kind.KEY, key.name(), key.target().schema(), key.target().name(), add(without, partitioned),
                add(key, partitioned), key.validated() ? "valid" : "", key.comment() == null ? "" : key.comment());
    }

    /** A partitioned table cannot have a key that is NOT VALID. */
    private static String add(ForeignKey key, boolean partitioned) {
        return partitioned ? key.addValid() : key.add();
    }

    /** The tables as they are now. */
    interface Tables {

        /** Whether a table is what it is to become. */
        boolean placed(TableName table);

        boolean managed(TableName table);

        /** Lets Citus know of a table that stays local. Its foreign keys are dropped before. */
        void join(TableName table) throws SQLException;
    }

    /**
     * Adds the keys that Citus takes by now. Between a table of Citus and another it takes none. So a local table joins Citus, and then those to
     * which its own keys lead.
     */
    void addWhileDistributed(Tables tables) throws SQLException {
        forgetDropped();
        List<Note> done = new ArrayList<>();
        for (Optional<Taken> next = next(tables, done); next.isPresent(); next = next(tables, done)) {
            Taken key = next.get();
            for (TableName end : List.of(key.note().table(), key.target())) {
                if (!tables.managed(end)) {
                    tables.join(end);
                    done.clear();
                }
            }
            add(key, key.whileDistributed());
            done.add(key.note());
        }
    }

    private Optional<Taken> next(Tables tables, List<Note> done) throws SQLException {
        return taken().stream().filter(key -> !done.contains(key.note()) && tables.placed(key.note().table()) && tables.placed(key.target())
                && (tables.managed(key.note().table()) || tables.managed(key.target()))).findFirst();
    }

    /**
     * Adds the keys as they were, and forgets them.
     *
     * @param managed whether Citus still manages a table
     */
    void addAsBefore(Predicate<TableName> managed) throws SQLException {
        forgetDropped();
        for (Taken key : taken()) {
            if (!managed.test(key.note().table()) && !managed.test(key.target())) {
                add(key, key.asBefore());
                runner.run(List.of(new Action.Brief(key.note().table(), key.forget())));
            }
        }
    }

    private void forgetDropped() throws SQLException {
        for (Taken key : taken()) {
            if (key.returned() && valid(key).isEmpty()) {
                runner.run(List.of(new Action.Note("The foreign key " + key.name() + " of " + key.note().table() + " was dropped after step 15 had added it"
                        + " again, so it does not return."), new Action.Brief(key.note().table(), key.forget())));
            }
        }
    }

    private List<Taken> taken() throws SQLException {
        List<Note> notes = Note.all(connection);
        return notes.stream().filter(note -> note.kind() == Kind.KEY).map(note -> new Taken(note, notes.contains(Taken.mark(note)))).toList();
    }

    /** Whether a key is valid. Empty if it is not there. */
    private List<Boolean> valid(Taken key) throws SQLException {
        return Sql.list(connection, VALID, row -> row.getBoolean(1), key.note().table().sql(), key.name());
    }

    private void add(Taken key, String statement) throws SQLException {
        TableName table = key.note().table();
        String constraint = Identifier.quote(key.name()) + " ON " + table.sql();
        List<Boolean> valid = valid(key);
        List<String> statements = new ArrayList<>();
        if (valid.isEmpty()) {
            statements.add(statement);
            if (!key.comment().isEmpty()) {
                statements.add("COMMENT ON CONSTRAINT " + constraint + " IS " + Literal.oneLine(key.comment()));
            }
        }
        if (!key.returned()) {
            statements.add(Taken.mark(key.note()).write());
            checking(key, "The foreign key is still away: new rows are not checked either", new Action.Brief(table, key.target(), statements));
        }
        if (key.validated() && (valid.isEmpty() || !valid.get(0))) {
            validate(key);
        }
    }

    private void validate(Taken key) throws SQLException {
        checking(key, "It holds for new rows", new Action.Concurrent(key.note().table().validateConstraint(key.name())));
    }

    /** Runs an action that checks the rows. The key of a partitioned table checks them when it is added. */
    private void checking(Taken key, String state, Action action) throws SQLException {
        TableName table = key.note().table();
        try {
            runner.run(List.of(action));
        } catch (SQLException failed) {
            if (!SqlState.FOREIGN_KEY_VIOLATION.equals(failed.getSQLState())) {
                throw failed;
            }
            throw new OrgScopeException("Rows of " + table + " reference rows of " + key.target() + " that are not there, because the foreign key " + key.name()
                    + " was away while step 15 ran. " + state + ". Correct these rows" + without(key, failed) + ", and run the command again (SQLSTATE "
                    + SqlState.FOREIGN_KEY_VIOLATION + ").", failed);
        }
    }

    /** The rows whose referenced row is not there. Empty if the query fails: the other failure is the one to tell. */
    private String without(Taken key, SQLException failed) {
        TableName name = key.note().table();
        try {
            Table table = Catalog.of(connection, List.of(name)).find(name).orElseThrow();
            ForeignKey reference = key.joined().orElseThrow();
            return ": " + RowKeys.of(connection, table, Unmatched.condition(reference));
        } catch (SQLException unanswered) {
            failed.addSuppressed(unanswered);
            return "";
        }
    }
}
