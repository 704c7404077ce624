package io.orgscope.citus;

import io.orgscope.distribute.CitusTables;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.StepRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Converts a table, to Citus and back. Citus makes a new table and drops the views on the old one and makes them again. It loses comments,
 * privileges of views, indexes of materialized views, and options of columns and of TOAST. All of these return in the transaction of the conversion.
 */
final class Conversion {

    /** Statements that Citus refuses for its tables. They are about the coordinator's table only. */
    private static final String LOCAL = "^(GRANT [A-Z]+ \\(|ALTER TABLE )";

    /** A table {@code root} with its partitions, and the views that read them. */
    private static final String RELATIONS = """
            WITH RECURSIVE part AS (
              SELECT root AS oid UNION ALL SELECT i.inhrelid FROM part p JOIN pg_catalog.pg_inherits i ON i.inhparent = p.oid
            ), reading AS (
              SELECT d.refobjid AS source, w.ev_class AS reader
                FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
               WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid <> w.ev_class
            ), view AS (
              SELECT r.reader AS oid FROM part p JOIN reading r ON r.source = p.oid UNION SELECT r.reader FROM view v JOIN reading r ON r.source = v.oid
            ), relation AS (
              SELECT c.oid, c.relkind, c.relacl, c.relowner, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name,
                     CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END AS word
                FROM (SELECT oid FROM part UNION SELECT oid FROM view) r
                JOIN pg_catalog.pg_class c ON c.oid = r.oid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            )
            """;

    /** The statements that make again what Citus loses of a table {@code root}, in the order in which they have to run. */
    private static final String LOST = new SqlTemplate("""
            {relations}
            SELECT 1 AS place, pg_catalog.format('ALTER %s %s OWNER TO %I', r.word, r.name, pg_catalog.pg_get_userbyid(r.relowner)) AS statement
              FROM relation r WHERE r.relkind IN ('v', 'm')
            UNION ALL
            SELECT 2, pg_catalog.pg_get_indexdef(i.indexrelid) FROM relation r JOIN pg_catalog.pg_index i ON i.indrelid = r.oid AND r.relkind = 'm'
            UNION ALL
            SELECT 3, pg_catalog.format('GRANT %s ON %s TO %s', g.privilege_type, r.name, {grantee})
              FROM relation r CROSS JOIN LATERAL pg_catalog.aclexplode(r.relacl) g WHERE r.relkind IN ('v', 'm') AND g.grantee <> r.relowner
            UNION ALL
            SELECT 5, pg_catalog.format('GRANT %s (%I) ON %s TO %s', g.privilege_type, a.attname, r.name, {grantee})
              FROM relation r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid CROSS JOIN LATERAL pg_catalog.aclexplode(a.attacl) g WHERE r.relkind IN ('v', 'm')
            UNION ALL
            SELECT 5, pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I SET (%s)', r.name, a.attname, (
                     SELECT pg_catalog.string_agg(pg_catalog.format('%I = %s', pg_catalog.split_part(o, '=', 1), pg_catalog.split_part(o, '=', 2)), ', ')
                       FROM pg_catalog.unnest(a.attoptions) o WHERE pg_catalog.starts_with(o, 'n_distinct')))
              FROM relation r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attoptions::text ~ 'n_distinct' AND r.relkind IN ('r', 'p')
            UNION ALL
            SELECT 5, pg_catalog.format('ALTER TABLE %s SET (toast.%s)', r.name, o)
              FROM relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid AND r.relkind = 'r' JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
             CROSS JOIN LATERAL pg_catalog.unnest(t.reloptions) o
            UNION ALL
            SELECT 4, pg_catalog.format('COMMENT ON %s %s IS %L', r.word, r.name, d.description)
              FROM relation r JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = r.oid AND d.objsubid = 0
            UNION ALL
            SELECT 4, pg_catalog.format('COMMENT ON COLUMN %s.%I IS %L', r.name, a.attname, d.description)
              FROM relation r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
              JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = r.oid AND d.objsubid = a.attnum AND a.attnum > 0
            UNION ALL
            SELECT 4, pg_catalog.format('COMMENT ON CONSTRAINT %I ON %s IS %L', k.conname, r.name, d.description)
              FROM relation r JOIN pg_catalog.pg_constraint k ON k.conrelid = r.oid
              JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objoid = k.oid
            UNION ALL
            SELECT 4, pg_catalog.format('COMMENT ON INDEX %I.%I IS %L', n.nspname, c.relname, d.description)
              FROM relation r JOIN pg_catalog.pg_index i ON i.indrelid = r.oid
              JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = c.oid AND d.objsubid = 0
            UNION ALL
            SELECT 4, pg_catalog.format('COMMENT ON STATISTICS %I.%I IS %L', n.nspname, s.stxname, d.description)
              FROM relation r JOIN pg_catalog.pg_statistic_ext s ON s.stxrelid = r.oid JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
              JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass AND d.objoid = s.oid
            UNION ALL
            SELECT 4, pg_catalog.format('COMMENT ON POLICY %I ON %s IS %L', p.polname, r.name, d.description)
              FROM relation r JOIN pg_catalog.pg_policy p ON p.polrelid = r.oid
              JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND d.objoid = p.oid
            """, Set.of("relations", "grantee")).fill(Map.of("relations", RELATIONS, "grantee", Grants.GRANTEE_WITH_OPTION));

    /** For each privilege on a relation, the statement that revokes it. What Citus makes again has the default privileges of the role that runs it too. */
    private static final String REVOCABLE = new SqlTemplate("""
            {relations}
            SELECT pg_catalog.format('REVOKE %s%s ON %s FROM %s', o.words, g.privilege_type, r.name, {grantee}) AS statement
              FROM relation r CROSS JOIN LATERAL pg_catalog.aclexplode(r.relacl) g
              JOIN (VALUES ('', false), ('GRANT OPTION FOR ', true)) AS o(words, needed) ON g.is_grantable OR NOT o.needed
             WHERE g.grantee <> r.relowner
            """, Set.of("relations", "grantee")).fill(Map.of("relations", RELATIONS, "grantee", Grants.GRANTEE));

    private final Connection connection;
    private final StepRunner runner;
    private final Identities identities;

    Conversion(Connection connection, StepRunner runner) {
        this.connection = connection;
        this.runner = runner;
        this.identities = new Identities(connection, runner);
    }

    /** Lets Citus know of a table. Its rows stay where they are. */
    void add(TableName table) throws SQLException {
        runner.run(List.of(new Action.Brief(table, converted(table, "citus_add_local_table_to_metadata"))));
    }

    /** If a local table joined Citus by itself, Citus would convert it back as soon as its foreign keys go. */
    void keep(TableName table) throws SQLException {
        if (identities.any(table)) {
            throw new OrgScopeException(table + " has an identity column, and Citus knows the table already, because of a foreign key to a reference table. Citus"
                    + " then refuses to change the identity. Make the table again with a default from a sequence, and run update again. Nothing was dropped.");
        }
        runner.run(List.of(new Action.Brief(table, "SELECT pg_catalog.citus_add_local_table_to_metadata(" + Literal.of(table.sql()) + ")")));
    }

    /** Prepares a table for the way there and back. Its foreign keys go afterwards: what can fail comes first. */
    void prepare(TableName table) throws SQLException {
        identities.take(table);
    }

    /** Makes it an ordinary table. */
    void remove(TableName table) throws SQLException {
        if (CitusTables.of(connection).contains(table)) {
            runner.run(List.of(new Action.Brief(table, converted(table, "undistribute_table"))));
        }
        identities.restore(table);
    }

    /** The column for notes about a table without an organization. */
    String firstColumn(TableName table) throws SQLException {
        Table found = Catalog.of(connection, List.of(table)).find(table).orElseThrow();
        return found.primaryKey().map(Index::columns).map(columns -> columns.get(0)).orElseGet(() -> found.columns().get(0).name());
    }

    /**
     * SQL that converts a table with a function of Citus, and makes again what Citus loses, in one transaction. Privileges that are there only
     * afterwards are revoked.
     */
    private static String converted(TableName table, String function) {
        return "DO " + Literal.dollar("""

                DECLARE
                  root oid := pg_catalog.to_regclass(%1$s);
                  lost text[] := ARRAY(SELECT s.statement FROM (%2$s) s ORDER BY s.place, s.statement);
                  revocable text[] := ARRAY(%3$s);
                  statement text;
                BEGIN
                  PERFORM pg_catalog.%4$s(root);
                  root := pg_catalog.to_regclass(%1$s);
                  FOREACH statement IN ARRAY ARRAY(SELECT s.statement FROM (%3$s) s WHERE s.statement <> ALL (revocable)) || lost LOOP
                    PERFORM pg_catalog.set_config('citus.enable_ddl_propagation', CASE WHEN statement ~ '%5$s' THEN 'off' ELSE 'on' END, true);
                    EXECUTE statement;
                  END LOOP;
                END
                """.formatted(Literal.of(table.sql()), LOST.strip(), REVOCABLE.strip(), function, LOCAL));
    }
}
