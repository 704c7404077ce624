package io.orgscope.citus;

import io.orgscope.distribute.CitusTables;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Ledger;
import io.orgscope.step.OneLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of ours in the comment of a column, about a table that Citus gets.
 *
 * @param column the column with the comment
 * @param fields what is noted; the meaning depends on the kind
 */
record Note(TableName table, String column, Kind kind, List<String> fields) {

    /** What a note is about. The words are the beginning of its line. */
    enum Kind {
        /** The table is to be distributed by the column, by step 15. */
        DISTRIBUTED("distribute the table"),
        /** The table is to become a reference table. */
        REFERENCE("make a reference table"),
        /** Citus knows the local table, because a foreign key joins it and a reference table. */
        JOINED("add the local table to Citus"),
        /** A foreign key that was dropped; see {@link AbsentForeignKeys}. */
        KEY("take the foreign key "),
        /** The foreign key of such a note is back. If it is missing then, somebody else has dropped it. */
        RETURNED("return the foreign key "),
        /** An identity that became a default; see {@link Identities}. */
        IDENTITY("take the identity ");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Tables that Citus has given up and not dropped yet have the comments of those that replace them. */
    private static final String GIVEN_UP = "SELECT k.object_name FROM pg_catalog.pg_dist_cleanup k WHERE k.object_type = 1";

    private static final String COMMENTS = """
            SELECT n.nspname, c.relname, a.attname, d.description, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS qualified
              FROM pg_catalog.pg_description d
              JOIN pg_catalog.pg_class c ON c.oid = d.objoid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND NOT a.attisdropped
             WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid > 0 AND pg_catalog.strpos(d.description, '[orgscope did ') > 0
             ORDER BY n.nspname, c.relname, a.attnum
            """;

    static Note of(TableName table, String column, Kind kind, String... fields) {
        return new Note(table, column, kind, List.of(fields));
    }

    /** All notes of the database. */
    static List<Note> all(Connection connection) throws SQLException {
        List<String> gone = CitusTables.citus(connection) ? Sql.list(connection, GIVEN_UP, row -> row.getString(1)) : List.of();
        List<Note> notes = new ArrayList<>();
        Sql.list(connection, COMMENTS, row -> {
            TableName table = new TableName(row.getString("nspname"), row.getString("relname"));
            if (!gone.contains(row.getString("qualified"))) {
                notes.addAll(of(table, row.getString("attname"), row.getString("description")));
            }
            return null;
        });
        return notes;
    }

    private static List<Note> of(TableName table, String column, String comment) {
        Ledger ledger = Ledger.of(table, column, comment);
        List<Note> notes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            ledger.done(kind.words).forEach(rest -> notes.add(new Note(table, column, kind, Stream.of(rest.split("\n", -1))
                    .map(OneLine::unfold).toList())));
        }
        return notes;
    }

    /** SQL that writes the line, once. */
    String write() {
        return Ledger.of(table, column, null).note(line());
    }

    /** SQL that removes the line. */
    String remove() {
        return Ledger.of(table, column, null).forget(line());
    }

    String line() {
        return Ledger.did(kind.words + fields.stream().map(OneLine::fold).collect(Collectors.joining("\n")));
    }
}
