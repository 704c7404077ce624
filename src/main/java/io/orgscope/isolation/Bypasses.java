package io.orgscope.isolation;

import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds the views and functions through which a bound role gets past the policies of a table. */
final class Bypasses {

    /**
     * Up from the table from view to view. The rights that count at the table are those of the first owner on the way whose
     * view is no security_invoker; a materialized view was filled with its owner's. An option that a server does not have
     * is set nowhere.
     */
    private static final String REACH = """
            WITH RECURSIVE free AS (
              SELECT r.oid FROM pg_catalog.pg_roles r JOIN pg_catalog.pg_class c ON c.oid = ?::oid
               WHERE r.rolsuper OR r.rolbypassrls OR NOT ? AND pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE')
            ), bound AS (
              SELECT r.oid, r.rolname FROM pg_catalog.pg_roles r WHERE r.rolname = ANY (?)
            ), reads AS (
              SELECT DISTINCT d.refobjid AS source, w.ev_class AS reader
                FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
               WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid <> w.ev_class
            ), view AS (
              SELECT v.oid, v.relname, v.relnamespace, v.relkind = 'm' AS stored,
                     CASE WHEN v.relkind = 'v' AND EXISTS (
                       SELECT FROM pg_catalog.pg_options_to_table(v.reloptions) o WHERE o.option_name = 'security_invoker' AND o.option_value::boolean)
                     THEN NULL ELSE v.relowner END AS owner
                FROM pg_catalog.pg_class v WHERE v.relkind IN ('v', 'm')
            ), reach AS (
              SELECT v.oid, v.owner, v.stored FROM reads r JOIN view v ON v.oid = r.reader WHERE r.source = ?::oid
              UNION
              SELECT v.oid, coalesce(s.owner, v.owner), s.stored OR v.stored
                FROM reach s JOIN reads r ON r.source = s.oid JOIN view v ON v.oid = r.reader
            )
            """;

    private static final String ACCEPTED = "[orgscope accepted]";

    private static final String VIEWS = REACH + """
            SELECT DISTINCT ON (name) v.stored, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name,
                   pg_catalog.pg_get_userbyid(v.owner) AS runs_as, b.rolname AS role,
                   pg_catalog.has_table_privilege(b.oid, v.oid, 'DELETE') AND (pg_catalog.pg_relation_is_updatable(v.oid, false) & 16) = 16 AS deletes
              FROM reach v
              JOIN pg_catalog.pg_class c ON c.oid = v.oid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN bound b ON pg_catalog.has_table_privilege(b.oid, v.oid, 'SELECT, INSERT, UPDATE, DELETE')
             WHERE v.owner IN (SELECT oid FROM free)
               AND pg_catalog.strpos(coalesce(pg_catalog.obj_description(v.oid, 'pg_class'), ''), ?) = 0
             ORDER BY name, v.stored DESC, deletes DESC, role
            """;

    /** What a function does is text, or recorded where its body is SQL: one that names the table, or a view over it, may read it. */
    private static final String FUNCTIONS = REACH + """
            , source AS (
              SELECT ?::oid AS oid UNION SELECT oid FROM reach
            )
            SELECT DISTINCT ON (p.oid) pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(p.proname) AS function,
                   pg_catalog.pg_get_function_identity_arguments(p.oid) AS arguments, pg_catalog.pg_get_userbyid(p.proowner) AS runs_as, b.rolname AS role,
                   p.prokind = 'f' AND p.provolatile <> 'v' AND p.pronargs = p.pronargdefaults AS callable
              FROM pg_catalog.pg_proc p
              JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
              JOIN bound b ON pg_catalog.has_function_privilege(b.oid, p.oid, 'EXECUTE')
             WHERE p.prosecdef AND p.proowner IN (SELECT oid FROM free)
               AND p.prorettype NOT IN ('pg_catalog.trigger'::pg_catalog.regtype, 'pg_catalog.event_trigger'::pg_catalog.regtype)
               AND pg_catalog.strpos(coalesce(pg_catalog.obj_description(p.oid, 'pg_proc'), ''), ?) = 0
               AND EXISTS (
                 SELECT FROM source s JOIN pg_catalog.pg_class c ON c.oid = s.oid
                  WHERE pg_catalog.strpos(pg_catalog.lower(p.prosrc), pg_catalog.lower(c.relname)) > 0
                     OR EXISTS (SELECT FROM pg_catalog.pg_depend d
                                 WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
                                   AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = s.oid))
             ORDER BY p.oid, role
            """;

    private Bypasses() {
    }

    /**
     * Those that somebody has looked at and accepted, by a mark in their comment, are left out.
     *
     * @param bound the names of the roles to look from
     */
    static List<Bypass> of(Connection connection, Table table, List<String> bound, boolean force) throws SQLException {
        String[] roles = bound.toArray(String[]::new);
        List<Bypass> all = new ArrayList<>(Sql.list(connection, VIEWS, row -> new Bypass(
                row.getBoolean("stored") ? Bypass.Kind.MATERIALIZED_VIEW : Bypass.Kind.VIEW, row.getString("name"), row.getString("runs_as"),
                row.getString("role"), row.getBoolean("deletes"), null), table.oid(), force, roles, table.oid(), ACCEPTED));
        all.addAll(Sql.list(connection, FUNCTIONS, row -> new Bypass(Bypass.Kind.FUNCTION, row.getString("function") + "("
                + row.getString("arguments") + ")", row.getString("runs_as"), row.getString("role"), false,
                row.getBoolean("callable") ? row.getString("function") + "()" : null), table.oid(), force, roles, table.oid(), table.oid(), ACCEPTED));
        return all;
    }
}
