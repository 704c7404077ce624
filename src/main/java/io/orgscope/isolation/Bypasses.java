package io.orgscope.isolation;

import io.orgscope.postgres.Mention;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.spec.Naming;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the views, functions, rules, partitions and parents with which a bound role bypasses the policies of a table. */
final class Bypasses {

    /**
     * Each table, its partitions of every level, and the tables from which it inherits without being a partition. A statement on one
     * of the others reads rows of the table, and the policies of the table do not apply to it. A superuser needs
     * none of these ways, and REVOKE takes nothing away from it.
     */
    private static final String ASKED = """
            WITH RECURSIVE given AS MATERIALIZED (
              SELECT a.root, a.forced, a.scope FROM unnest(?::oid[], ?::boolean[], ?::name[]) AS a(root, forced, scope)
            ), part AS (
              SELECT g.root, g.root AS oid, false AS above FROM given g
              UNION
              SELECT g.root, p.relid::oid, false FROM given g CROSS JOIN LATERAL pg_catalog.pg_partition_tree(g.root::pg_catalog.regclass) AS p
              UNION
              SELECT s.root, i.inhparent, true FROM part s
                JOIN pg_catalog.pg_inherits i ON i.inhrelid = s.oid
                JOIN pg_catalog.pg_class h ON h.oid = s.oid AND NOT h.relispartition
            ), asked AS MATERIALIZED (
              SELECT g.root, g.scope, c.oid, c.relowner AS owner, CASE WHEN c.oid = g.root THEN g.forced ELSE c.relforcerowsecurity END AS forced,
                     c.oid <> g.root AND NOT c.relrowsecurity AS open, s.above,
                     CASE WHEN c.oid <> g.root THEN pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) END AS part
                FROM given g JOIN part s ON s.root = g.root JOIN pg_catalog.pg_class c ON c.oid = s.oid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            ), bound AS MATERIALIZED (
              SELECT b.root, r.oid, r.rolname FROM unnest(?::oid[], ?::name[]) AS b(root, role)
                JOIN pg_catalog.pg_roles r ON r.rolname = b.role AND NOT r.rolsuper
            )
            """;

    /**
     * Goes from each of these up from view to view. The view that is nearest to the table
     * decides: the table is read with the privileges of its owner, or, if it is security_invoker, of the role that asks. A
     * materialized view was filled by its owner. An option that the server does not know is not set.
     *
     * <p>A view over a partition depends on the partition alone. The policies of the whole table do not apply to it. So
     * a partition without row security is open to every role that may use it.
     *
     * <p>A materialized view also stores what a function has read for it. A function in another view reads as the role that asks.
     */
    private static final String REACH = ASKED + """
            , reads AS MATERIALIZED (
              SELECT DISTINCT d.refobjid AS source, w.ev_class AS reader
                FROM pg_catalog.pg_depend d
                JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND w.rulename = '_RETURN'
               WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid <> w.ev_class
              UNION
              SELECT a.oid, m.oid
                FROM pg_catalog.pg_depend d
                JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND w.rulename = '_RETURN'
                JOIN pg_catalog.pg_class m ON m.oid = w.ev_class AND m.relkind = 'm'
                JOIN pg_catalog.pg_proc p ON d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND p.oid = d.refobjid
                CROSS JOIN asked a
                JOIN pg_catalog.pg_class c ON c.oid = a.oid
               WHERE %s OR EXISTS (
                     SELECT FROM pg_catalog.pg_depend b WHERE b.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND b.objid = p.oid
                        AND b.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND b.refobjid = a.oid)
            ), view AS MATERIALIZED (
              SELECT v.oid, v.relname, v.relnamespace, v.relkind = 'm' AS stored,
                     CASE WHEN v.relkind = 'v' AND EXISTS (
                       SELECT FROM pg_catalog.pg_options_to_table(v.reloptions) o WHERE o.option_name = 'security_invoker' AND o.option_value::boolean)
                     THEN NULL ELSE v.relowner END AS owner
                FROM pg_catalog.pg_class v WHERE v.relkind IN ('v', 'm')
            ), reach AS (
              SELECT a.root, a.oid AS part, v.oid, v.owner, v.stored, v.oid AS nearest FROM asked a JOIN reads r ON r.source = a.oid JOIN view v ON v.oid = r.reader
              UNION
              SELECT s.root, s.part, v.oid, coalesce(s.owner, CASE WHEN v.stored THEN v.owner END), s.stored OR v.stored, s.nearest
                FROM reach s JOIN reads r ON r.source = s.oid JOIN view v ON v.oid = r.reader
            )
            """.formatted(Mention.sql("pg_catalog.lower(p.prosrc)", Mention.name("c.relname")));

    /**
     * Why a role reaches more rows of the table or the partition than the bound one: the policies do not bind it, or there is a
     * further one for it. The policies of a partition are none of ours, so there each one counts.
     */
    private static final String WHY = """
            (SELECT f.rolsuper OR f.rolbypassrls OR NOT a.forced AND pg_catalog.pg_has_role(f.oid, a.owner, 'USAGE') OR a.open AND %s AS free,
                           %s AS policy) AS why""";

    private static String why(String bound) {
        String policy = "CASE WHEN a.oid = a.root THEN " + FurtherPolicy.of("a.oid", "f.oid", bound) + " ELSE (SELECT p.polname FROM "
                + FurtherPolicy.ofPart("a.oid", "f.oid", "a.scope") + " AS p WHERE " + Privileges.any("f.oid", "a.oid") + " LIMIT 1) END";
        return WHY.formatted(Privileges.any("f.oid", "a.oid"), policy);
    }

    /** Whether {@link #WHY} gives a policy of a partition or a parent that reads the column of the organization. Such a policy is the last choice. */
    private static String comparing(String stored) {
        return "NOT " + stored + " AND NOT why.free AND a.oid <> a.root AND " + FurtherPolicy.readsColumn("a.oid", "why.policy", "a.scope") + " AS comparing";
    }

    /**
     * A materialized view holds rows that were read when it was filled, maybe before row security. So its owner does
     * not matter.
     */
    private static final String VIEWS = REACH + """
            , pair AS MATERIALIZED (
              SELECT v.root, v.part, v.oid, v.owner, v.stored, v.nearest, b.oid AS bound, b.rolname FROM reach v JOIN bound b ON b.root = v.root
            )
            SELECT DISTINCT ON (v.root, name) v.root::bigint AS root, v.stored, a.open, a.above, a.part, %s,
                   pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name,
                   pg_catalog.quote_ident(t.nspname) || '.' || pg_catalog.quote_ident(w.relname) AS nearest,
                   f.rolname AS runs_as, CASE WHEN NOT v.stored AND NOT why.free THEN why.policy END AS policy, v.rolname AS role,
                   pg_catalog.has_any_column_privilege(v.bound, v.oid, 'SELECT') AS reads,
                   pg_catalog.has_table_privilege(v.bound, v.oid, 'DELETE') AND (pg_catalog.pg_relation_is_updatable(v.oid, false) & 16) = 16 AS deletes
              FROM pair v
              JOIN asked a ON a.root = v.root AND a.oid = v.part
              JOIN pg_catalog.pg_class c ON c.oid = v.oid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_class w ON w.oid = v.nearest
              JOIN pg_catalog.pg_namespace t ON t.oid = w.relnamespace
              JOIN pg_catalog.pg_roles f ON f.oid = v.owner
              CROSS JOIN LATERAL %s
             WHERE (v.stored OR why.free OR why.policy IS NOT NULL)
               AND %s
               AND pg_catalog.strpos(coalesce(pg_catalog.obj_description(v.oid, 'pg_class'), ''), ?) = 0
             ORDER BY v.root, name, comparing, v.stored DESC, a.above, a.open DESC, deletes DESC, reads DESC, role, nearest
            """.formatted(comparing("v.stored"), why("v.bound"), Privileges.any("v.bound", "v.oid"));

    /**
     * What runs with the privileges of another role. A rule runs as the owner of its table or view, also if the view is security_invoker.
     * Its text begins with the name of this table or view, which is left out here. Only a rule of a relation that is asked about, or of a
     * view over one, needs its text. To give it, PostgreSQL opens and locks every table of the rule.
     */
    private static final String DEFINERS = REACH + """
            , definer AS MATERIALIZED (
              SELECT 'pg_proc' AS catalog, p.oid, p.proowner AS owner, NULL::oid AS target, NULL::"char" AS event,
                     pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(p.proname) AS name, pg_catalog.lower(p.prosrc) AS body,
                     p.prokind = 'f' AND p.provolatile <> 'v' AND p.pronargs = 0 AS callable
                FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
               WHERE p.prosecdef AND p.prorettype NOT IN ('pg_catalog.trigger'::pg_catalog.regtype, 'pg_catalog.event_trigger'::pg_catalog.regtype)
              UNION ALL
              SELECT 'pg_rewrite', w.oid, c.relowner, c.oid, w.ev_type, pg_catalog.quote_ident(w.rulename) || ' ON ' || on_table.name,
                     CASE WHEN w.ev_class IN (SELECT a.oid FROM asked a UNION ALL SELECT s.oid FROM reach s)
                          THEN pg_catalog.lower(pg_catalog.split_part(pg_catalog.pg_get_ruledef(w.oid), ' TO ' || on_table.name, 2)) END, false
                FROM pg_catalog.pg_rewrite w
                JOIN pg_catalog.pg_class c ON c.oid = w.ev_class
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                CROSS JOIN LATERAL (SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name) AS on_table
               WHERE w.rulename <> '_RETURN' AND w.ev_enabled IN ('O', 'A')
            )
            """;

    /** A role runs a rule if it may run the statement that the rule rewrites. */
    private static final String MAY_RUN = """
            CASE WHEN p.target IS NULL THEN pg_catalog.has_function_privilege(s.bound, p.oid, 'EXECUTE')
                 WHEN p.event = '2' THEN pg_catalog.has_any_column_privilege(s.bound, p.target, 'UPDATE')
                 WHEN p.event = '3' THEN pg_catalog.has_any_column_privilege(s.bound, p.target, 'INSERT')
                 ELSE pg_catalog.has_table_privilege(s.bound, p.target, 'DELETE') END""";

    /**
     * The body of a function is text, or in the catalog if it is SQL. If it mentions the table, a partition or a
     * view over them, it may read it. A view reads with the privileges of its owner. So a function of a bound role can be a
     * bypass too, if that role may use the view. Only a function without arguments is called: if all arguments have
     * defaults, one call proves nothing about the others.
     *
     * <p>What a rule mentions is in the catalog. But NEW and OLD are references to the rule's own table there, so for that
     * table its text decides. A security_invoker view in a rule is read as the role that asks.
     */
    private static final String FUNCTIONS = DEFINERS + """
            , source AS MATERIALIZED (
              SELECT s.root, s.part, s.oid, s.owner, s.stored, %s AS name
                FROM (SELECT root, oid AS part, oid, NULL::oid AS owner, false AS stored FROM asked
                      UNION SELECT root, part, oid, owner, stored FROM reach) AS s JOIN pg_catalog.pg_class c ON c.oid = s.oid
            ), speaks AS MATERIALIZED (
              SELECT p.catalog, p.oid, s.root, s.part, s.oid AS source, s.owner, s.stored FROM definer p
                JOIN source s ON (p.target IS NULL OR p.target = s.oid) AND %s
              UNION
              SELECT p.catalog, p.oid, s.root, s.part, s.oid, s.owner, s.stored FROM definer p
                JOIN pg_catalog.pg_depend d ON d.classid = ('pg_catalog.' || p.catalog)::pg_catalog.regclass AND d.objid = p.oid
                JOIN source s ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = s.oid AND s.oid IS DISTINCT FROM p.target
            ), pair AS MATERIALIZED (
              SELECT s.*, b.oid AS bound, b.rolname FROM speaks s JOIN bound b ON b.root = s.root
            )
            SELECT DISTINCT ON (a.root, p.catalog, p.oid) a.root::bigint AS root, p.target IS NOT NULL AS rule, p.name,
                   CASE WHEN p.target IS NULL THEN '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' ELSE '' END AS arguments,
                   f.rolname AS runs_as, CASE WHEN NOT s.stored AND NOT why.free THEN why.policy END AS policy, s.rolname AS role, p.callable,
                   a.open, a.above, a.part, %s,
                   pg_catalog.quote_ident(w.nspname) || '.' || pg_catalog.quote_ident(v.relname) AS through
              FROM pair s
              JOIN asked a ON a.root = s.root AND a.oid = s.part
              JOIN definer p ON p.catalog = s.catalog AND p.oid = s.oid
              JOIN pg_catalog.pg_roles f ON CASE WHEN p.target IS NULL THEN f.oid IN (p.owner, s.owner)
                   ELSE f.oid = coalesce(s.owner, p.owner) AND (s.stored OR s.owner IS NOT NULL OR s.source = s.part) END
              LEFT JOIN pg_catalog.pg_class v ON v.oid = s.source AND (s.stored OR f.oid <> p.owner)
              LEFT JOIN pg_catalog.pg_namespace w ON w.oid = v.relnamespace
              CROSS JOIN LATERAL %s
             WHERE (s.stored OR why.free OR why.policy IS NOT NULL) AND (v.oid IS NULL OR %s) AND %s
               AND pg_catalog.strpos(coalesce(pg_catalog.obj_description(p.oid, p.catalog::name), ''), ?) = 0
             ORDER BY a.root, p.catalog, p.oid, comparing, a.above, through NULLS FIRST, a.open DESC, role
            """.formatted(Mention.name("c.relname"), Mention.sql("p.body", "s.name"), comparing("s.stored"), why("s.bound"),
            Privileges.any("p.owner", "v.oid"), MAY_RUN);

    /**
     * A statement on a partition or on a parent is bound by the policies of these, and not by those of the table. Without row security
     * there are none, they do not bind an owner without FORCE, and each permissive one lets rows through. Of a parent only
     * the rows of the table count. Step 13 needs to read the column tableoid for that. What a role may do with a parent of its own is left out: with
     * force: true an owner is bound too.
     */
    private static final String PARTS = ASKED + """
            SELECT found.*, %s AS revoke FROM (
              SELECT DISTINCT ON (a.root, c.oid, way.policy) a.root::bigint AS root, a.above, a.open, way.policy, way.comparing, a.part,
                     b.rolname AS role, may.reads AND way.reads AS reads,
                     pg_catalog.has_table_privilege(b.oid, c.oid, 'DELETE') AND way.deletes AND (may.reads OR NOT a.above) AS deletes,
                     b.oid AS bound, c.oid AS relation
                FROM asked a
                JOIN bound b ON b.root = a.root
                JOIN pg_catalog.pg_class c ON c.oid = a.oid
                CROSS JOIN LATERAL (SELECT CASE WHEN a.above THEN pg_catalog.has_column_privilege(b.oid, c.oid, 'tableoid', 'SELECT')
                                                ELSE pg_catalog.has_any_column_privilege(b.oid, c.oid, 'SELECT') END AS reads) AS may
                CROSS JOIN LATERAL (SELECT a.open OR NOT a.forced AND pg_catalog.pg_has_role(b.oid, c.relowner, 'USAGE') AS free) AS why
                CROSS JOIN LATERAL (
                  SELECT NULL::name AS policy, false AS comparing, true AS reads, true AS deletes WHERE why.free
                  UNION ALL
                  SELECT p.polname, p.comparing, p.polcmd IN ('r', '*'), p.polcmd IN ('d', '*') FROM %s AS p WHERE NOT why.free
                ) AS way
               WHERE a.oid <> a.root AND %s
                 AND CASE WHEN a.above THEN NOT pg_catalog.pg_has_role(b.oid, c.relowner, 'USAGE') ELSE true END
                 AND pg_catalog.strpos(coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), ''), ?) = 0
               ORDER BY a.root, c.oid, way.policy, deletes DESC, reads DESC, b.rolname
            ) AS found
             ORDER BY found.root, found.relation, found.policy
            """.formatted(Revocation.sql("found.bound", "found.relation", "'ALL'", "'SELECT, INSERT, UPDATE, DELETE'"),
            FurtherPolicy.ofPart("a.oid", "b.oid", "a.scope"), Privileges.any("b.oid", "c.oid"));

    private Bypasses() {
    }

    /** Objects with the mark of acceptance in their comment are left out, and those whose policy reads the column of the organization. */
    static List<Bypass> of(Connection connection, BoundRoles.Asked asked) throws SQLException {
        return of(connection, List.of(asked)).getOrDefault(asked.table().oid(), List.of());
    }

    /** The same for several tables, by the table's oid. It takes three queries. */
    static Map<Long, List<Bypass>> of(Connection connection, List<BoundRoles.Asked> asked) throws SQLException {
        Map<Long, List<Bypass>> all = all(connection, asked);
        all.values().forEach(found -> found.removeIf(Bypass::comparing));
        return all;
    }

    /** What a proof tries: also those whose policy reads the column of the organization, because it may compare it in a wrong way. */
    static List<Bypass> toTry(Connection connection, BoundRoles.Asked asked) throws SQLException {
        return all(connection, List.of(asked)).getOrDefault(asked.table().oid(), List.of());
    }

    private static Map<Long, List<Bypass>> all(Connection connection, List<BoundRoles.Asked> asked) throws SQLException {
        List<String> tables = BoundRoles.Asked.tables(asked);
        List<String> forces = BoundRoles.Asked.forces(asked);
        List<String> columns = asked.stream().map(BoundRoles.Asked::column).toList();
        List<String> pairs = BoundRoles.Asked.tablesOfRoles(asked);
        List<String> roles = BoundRoles.Asked.names(asked);
        Map<Long, List<Bypass>> all = new HashMap<>();
        Sql.list(connection, VIEWS, row -> add(all, row.getLong("root"), new Bypass(
                row.getBoolean("stored") ? Bypass.Kind.MATERIALIZED_VIEW : Bypass.Kind.VIEW, row.getString("name"), row.getString("nearest"), row.getString("runs_as"),
                row.getString("policy"), row.getBoolean("comparing"), row.getString("role"), row.getString("part"), row.getBoolean("open"), row.getBoolean("above"),
                row.getBoolean("reads"), row.getBoolean("deletes"), null, null, null)), tables, forces, columns, pairs, roles, Naming.ACCEPTED);
        Sql.list(connection, FUNCTIONS, row -> add(all, row.getLong("root"), new Bypass(row.getBoolean("rule") ? Bypass.Kind.RULE : Bypass.Kind.FUNCTION,
                row.getString("name") + row.getString("arguments"), null, row.getString("runs_as"), row.getString("policy"), row.getBoolean("comparing"),
                row.getString("role"), row.getString("part"), row.getBoolean("open"), row.getBoolean("above"), false, false, row.getString("through"),
                row.getBoolean("callable") ? row.getString("name") + "()" : null, null)), tables, forces, columns, pairs, roles, Naming.ACCEPTED);
        Sql.list(connection, PARTS, row -> add(all, row.getLong("root"), new Bypass(row.getBoolean("above") ? Bypass.Kind.PARENT : Bypass.Kind.PARTITION,
                row.getString("part"), null, null, row.getString("policy"), row.getBoolean("comparing"), row.getString("role"), row.getString("part"),
                row.getBoolean("open"), row.getBoolean("above"),
                row.getBoolean("reads"), row.getBoolean("deletes"), null, null, row.getString("revoke"))),
                tables, forces, columns, pairs, roles, Naming.ACCEPTED);
        return all;
    }

    private static boolean add(Map<Long, List<Bypass>> all, long table, Bypass bypass) {
        return all.computeIfAbsent(table, oid -> new ArrayList<>()).add(bypass);
    }
}
