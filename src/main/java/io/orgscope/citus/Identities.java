package io.orgscope.citus;

import io.orgscope.citus.Note.Kind;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.StepRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Identity columns, which Citus does not convert back. Before, an identity becomes a default from a sequence of the same name that goes on with
 * the same number. The way back makes it an identity again, which goes on where the sequence is.
 */
final class Identities {

    /** The sequences' options in the words of ALTER TABLE. */
    private static final String IDENTITIES = new SqlTemplate("""
            SELECT a.attname, n.nspname, s.relname, CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END AS always,
                   pg_catalog.format('INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s %s', q.seqincrement, q.seqmin, q.seqmax, q.seqstart, q.seqcache,
                     CASE WHEN q.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END) AS options,
                   pg_catalog.format_type(q.seqtypid, NULL) AS type, pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(c.relowner)) AS owner,
                   ARRAY(SELECT pg_catalog.format('GRANT %s ON SEQUENCE %I.%I TO %s', g.privilege_type, n.nspname, s.relname, {granteeWithOption})
                           FROM pg_catalog.aclexplode(s.relacl) g WHERE g.grantee <> s.relowner ORDER BY 1)
                   || ARRAY(SELECT pg_catalog.format('COMMENT ON SEQUENCE %I.%I IS %L', n.nspname, s.relname, d.description) FROM pg_catalog.pg_description d
                             WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = s.oid AND d.objsubid = 0) AS grants_and_comment,
                   ARRAY(SELECT pg_catalog.format('GRANT USAGE ON SEQUENCE %I.%I TO %s', n.nspname, s.relname, {grantee})
                           FROM pg_catalog.aclexplode(c.relacl) g WHERE g.privilege_type = 'INSERT' AND g.grantee <> c.relowner ORDER BY 1) AS inserting
              FROM pg_catalog.pg_attribute a
              JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
              JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
               AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'
              JOIN pg_catalog.pg_sequence q ON q.seqrelid = d.objid
              JOIN pg_catalog.pg_class s ON s.oid = q.seqrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = s.relnamespace
             WHERE a.attrelid = pg_catalog.to_regclass(?) AND a.attidentity <> '' AND NOT a.attisdropped
            """, Set.of("grantee", "granteeWithOption")).fill(Map.of("grantee", Grants.GRANTEE, "granteeWithOption", Grants.GRANTEE_WITH_OPTION));

    private final Connection connection;
    private final StepRunner runner;

    Identities(Connection connection, StepRunner runner) {
        this.connection = connection;
        this.runner = runner;
    }

    /** Whether a table has any. */
    boolean any(TableName table) throws SQLException {
        return !Sql.list(connection, IDENTITIES, row -> row.getString("attname"), table.sql()).isEmpty();
    }

    /** Makes each identity of a table a default. */
    void take(TableName table) throws SQLException {
        List<Action> actions = Sql.list(connection, IDENTITIES, row -> {
            TableName sequence = new TableName(row.getString("nspname"), row.getString("relname"));
            String column = row.getString("attname");
            String always = row.getString("always");
            String options = row.getString("options");
            List<String> grantsAndComment = List.of((String[]) row.getArray("grants_and_comment").getArray());
            String identity = "ALTER TABLE " + table.sql() + " ALTER COLUMN " + Identifier.quote(column) + " ADD GENERATED " + always
                    + " AS IDENTITY (SEQUENCE NAME " + sequence.sql() + " " + options + ")";
            Note note = Note.of(table, column, Kind.IDENTITY, sequence.schema(), sequence.name(), identity, String.join(";\n", grantsAndComment));
            String make = "CREATE SEQUENCE " + sequence.sql() + " AS " + row.getString("type") + " " + options + ";\n"
                    + "ALTER SEQUENCE " + sequence.sql() + " OWNER TO " + row.getString("owner") + ";\n"
                    + "ALTER SEQUENCE " + sequence.sql() + " OWNED BY " + table.sql() + "." + Identifier.quote(column) + ";\n"
                    + "ALTER TABLE " + table.sql() + " ALTER COLUMN " + Identifier.quote(column) + " SET DEFAULT pg_catalog.nextval("
                    + Literal.of(sequence.sql()) + ")";
            String grants = Stream.concat(grantsAndComment.stream(), Stream.of((String[]) row.getArray("inserting").getArray()))
                    .collect(Collectors.joining(";\n"));
            return new Action.Brief(table, note.write(), inPlace(table, sequence, "ALTER TABLE " + table.sql() + " ALTER COLUMN "
                    + Identifier.quote(column) + " DROP IDENTITY;\n" + make, grants));
        }, table.sql());
        runner.run(actions);
    }

    /** Makes what was an identity one again. */
    void restore(TableName table) throws SQLException {
        for (Note note : Note.all(connection)) {
            if (note.kind() == Kind.IDENTITY && note.table().equals(table)) {
                TableName sequence = new TableName(note.fields().get(0), note.fields().get(1));
                String column = "ALTER TABLE " + table.sql() + " ALTER COLUMN " + Identifier.quote(note.column());
                runner.run(List.of(new Action.Brief(table, inPlace(table, sequence, column + " DROP DEFAULT;\nDROP SEQUENCE " + sequence.sql() + ";\n"
                        + note.fields().get(2), note.fields().get(3)), note.remove())));
            }
        }
    }

    /**
     * Changes the sequence, and lets the new one of the same name go on where the old one is.
     *
     * @param grants statements that give its privileges. Those that default privileges give to a new sequence are revoked before
     */
    private static String inPlace(TableName table, TableName sequence, String statements, String grants) {
        return "DO " + Literal.dollar("""

                DECLARE
                  last bigint;
                  called boolean;
                  statement text;
                BEGIN
                  LOCK TABLE %1$s IN ACCESS EXCLUSIVE MODE;
                  SELECT s.last_value, s.is_called INTO last, called FROM %2$s s;
                  %3$s;
                  PERFORM pg_catalog.setval(%4$s, last, called);
                  FOR statement IN SELECT DISTINCT pg_catalog.format('REVOKE ALL ON SEQUENCE %%s FROM %%s', %4$s, %5$s)
                      FROM pg_catalog.pg_class s CROSS JOIN LATERAL pg_catalog.aclexplode(s.relacl) g
                     WHERE s.oid = pg_catalog.to_regclass(%4$s) AND g.grantee <> s.relowner LOOP
                    EXECUTE statement;
                  END LOOP;
                  %6$s
                END
                """.formatted(table.sql(), sequence.sql(), statements, Literal.of(sequence.sql()), Grants.GRANTEE, grants.isBlank() ? "" : grants + ";"));
    }
}
