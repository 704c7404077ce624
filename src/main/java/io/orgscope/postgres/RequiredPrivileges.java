package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The privileges on tables that some work needs, and the statements that grant missing ones to the current role. It reads
 * the catalog. The message of the server would not do: it is in the language of the server and names only one object.
 */
public final class RequiredPrivileges {

    /**
     * A privilege on a table, on its schema, or its ownership. CREATE_SCHEMA is needed only while the schema does not exist. LOCK stands for those that
     * LOCK TABLE needs.
     */
    public enum Privilege {
        CREATE_SCHEMA, USAGE_ON_SCHEMA, CREATE_IN_SCHEMA, OWNER, SELECT, INSERT, UPDATE, LOCK, REFERENCES, TRIGGER;

        private boolean onTable() {
            return ordinal() >= SELECT.ordinal();
        }

        private String granted() {
            return this == LOCK ? UPDATE.name() : name();
        }
    }

    /**
     * TRIGGER cannot be granted on a column. Nor do privileges on columns count for LOCK TABLE. If a partitioned table has to be owned,
     * its partitions have to be owned too. CREATE TRIGGER on it needs TRIGGER on each of its partitions.
     */
    private static final PreparedQuery LACKING = PreparedQuery.of("lacking_rights", "text[], text[], text[], boolean", """
            WITH RECURSIVE asked AS (
              SELECT * FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2), pg_catalog.unnest($3))
                     WITH ORDINALITY AS w(schema_name, table_name, needed, place)),
            tree AS (
              SELECT i.inhrelid AS oid, a.schema_name, a.table_name, a.needed
                FROM asked a
                JOIN pg_catalog.pg_namespace n ON n.nspname = a.schema_name
                JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = a.table_name AND c.relkind = 'p'
                JOIN pg_catalog.pg_inherits i ON i.inhparent = c.oid
               WHERE a.needed IN ('OWNER', 'TRIGGER')
              UNION ALL
              SELECT i.inhrelid, t.schema_name, t.table_name, t.needed FROM tree t JOIN pg_catalog.pg_inherits i ON i.inhparent = t.oid),
            whole AS (
              SELECT * FROM asked
              UNION ALL
              SELECT n.nspname, c.relname, a.needed, a.place
                FROM tree t
                JOIN asked a ON a.schema_name = t.schema_name AND a.table_name = t.table_name AND (t.needed = 'OWNER' OR a.needed = t.needed)
                JOIN pg_catalog.pg_class c ON c.oid = t.oid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace)
            SELECT DISTINCT w.schema_name, w.table_name, w.needed, pg_catalog.quote_ident(w.schema_name) AS schema,
                   pg_catalog.format('%I.%I', w.schema_name, w.table_name) AS qualified,
                   pg_catalog.quote_ident(current_user) AS role, pg_catalog.quote_ident(o.rolname) AS owner, o.rolsuper, w.place,
                   pg_catalog.current_setting('server_version_num')::int >= 160000 AS options,
                   (SELECT m.rolinherit FROM pg_catalog.pg_roles m WHERE m.rolname = current_user) AS inherits
              FROM whole w
              LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = w.schema_name
              LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = w.table_name
              LEFT JOIN pg_catalog.pg_roles o ON o.oid = c.relowner
             WHERE NOT CASE w.needed
                   WHEN 'CREATE_SCHEMA' THEN n.oid IS NOT NULL OR pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE')
                   WHEN 'USAGE_ON_SCHEMA' THEN pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                   WHEN 'CREATE_IN_SCHEMA' THEN pg_catalog.has_schema_privilege(n.oid, 'CREATE')
                   ELSE c.oid IS NULL OR CASE
                        WHEN w.needed = 'OWNER' THEN pg_catalog.pg_has_role(c.relowner, 'USAGE')
                        WHEN w.needed = 'LOCK' THEN pg_catalog.has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE'
                          || CASE WHEN pg_catalog.current_setting('server_version_num')::int >= 170000 THEN ', MAINTAIN' ELSE '' END)
                        WHEN w.needed = 'TRIGGER' OR $4 THEN pg_catalog.has_table_privilege(c.oid, w.needed)
                        ELSE pg_catalog.has_any_column_privilege(c.oid, w.needed) END
                   END
             ORDER BY w.place, qualified
            """);

    /** Tablespaces in which the role may build no index. */
    private static final PreparedQuery CLOSED = PreparedQuery.of("closed_tablespaces", "text[]", """
            SELECT pg_catalog.format('GRANT CREATE ON TABLESPACE %I TO %I', s.spcname, current_user)
              FROM pg_catalog.pg_tablespace s
             WHERE s.spcname = ANY ($1) AND NOT pg_catalog.has_tablespace_privilege(s.oid, 'CREATE')
             ORDER BY s.spcname
            """);

    private final Map<TableName, Set<Privilege>> needed = new LinkedHashMap<>();
    private final Set<String> tablespaces = new LinkedHashSet<>();

    /**
     * A missing privilege in the catalog. Every name is quoted if necessary.
     *
     * @param options  whether GRANT of a role has options, from PostgreSQL 16 on
     * @param inherits whether the role has INHERIT, which decides for all its memberships before
     */
    private record Lacking(TableName table, Privilege privilege, String schema, String qualified, String role, String owner, boolean superuser,
                           boolean options, boolean inherits) {
    }

    /** Adds privileges on a table. For a table that does not exist, only privileges on its schema count; for a schema that does not exist, CREATE_SCHEMA. */
    public RequiredPrivileges need(TableName table, Privilege... privileges) {
        needed.computeIfAbsent(table, name -> EnumSet.noneOf(Privilege.class)).addAll(List.of(privileges));
        return this;
    }

    /** Adds the privilege to build an index in a tablespace. */
    public RequiredPrivileges needTablespace(String tablespace) {
        tablespaces.add(tablespace);
        return this;
    }

    /** Adds everything that other work needs. */
    public RequiredPrivileges needAll(RequiredPrivileges other) {
        tablespaces.addAll(other.tablespaces);
        other.needed.forEach((table, privileges) -> need(table, privileges.toArray(Privilege[]::new)));
        return this;
    }

    /**
     * The statements that grant the missing privileges; empty if none is missing.
     *
     * @param whole whether a privilege on some columns of a table does not count. It is not known which columns a statement
     *              reads
     */
    public List<String> grants(Connection connection, boolean whole) throws SQLException {
        List<String> schemas = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        List<String> privileges = new ArrayList<>();
        needed.forEach((table, each) -> each.forEach(privilege -> {
            schemas.add(table.schema());
            tables.add(table.name());
            privileges.add(privilege.name());
        }));
        List<Lacking> lacking = LACKING.list(connection, row -> new Lacking(new TableName(row.getString("schema_name"), row.getString("table_name")),
                Privilege.valueOf(row.getString("needed")), row.getString("schema"), row.getString("qualified"), row.getString("role"),
                row.getString("owner"), row.getBoolean("rolsuper"), row.getBoolean("options"), row.getBoolean("inherits")),
                schemas, tables, privileges, whole);
        Set<String> grants = new LinkedHashSet<>();
        lacking.stream().filter(each -> each.privilege() == Privilege.CREATE_SCHEMA)
                .forEach(each -> grants.add("CREATE SCHEMA " + each.schema() + " AUTHORIZATION " + each.role()));
        grants.addAll(onSchemas(lacking));
        lacking.stream().filter(each -> each.privilege() == Privilege.OWNER).flatMap(RequiredPrivileges::ownership).forEach(grants::add);
        lacking.stream().filter(each -> each.privilege().onTable())
                .collect(Collectors.groupingBy(Lacking::table, LinkedHashMap::new, Collectors.toList()))
                .forEach((table, each) -> grants.add("GRANT " + each.stream().map(lack -> lack.privilege().granted()).distinct().collect(Collectors.joining(", "))
                        + " ON TABLE " + each.get(0).qualified() + " TO " + each.get(0).role()));
        if (!tablespaces.isEmpty()) {
            grants.addAll(CLOSED.list(connection, row -> row.getString(1), tablespaces));
        }
        return List.copyOf(grants);
    }

    private static List<String> onSchemas(List<Lacking> lacking) {
        Map<String, Set<String>> privileges = new LinkedHashMap<>();
        for (Lacking each : lacking) {
            if (each.privilege() == Privilege.USAGE_ON_SCHEMA || each.privilege() == Privilege.CREATE_IN_SCHEMA) {
                privileges.computeIfAbsent(each.schema(), schema -> new LinkedHashSet<>())
                        .add(each.privilege() == Privilege.USAGE_ON_SCHEMA ? "USAGE" : "CREATE");
            }
        }
        return privileges.entrySet().stream().map(entry -> "GRANT " + String.join(", ", entry.getValue()) + " ON SCHEMA " + entry.getKey()
                + " TO " + lacking.get(0).role()).toList();
    }

    /**
     * A member of the owning role that inherits has the privileges of the owner. To a membership that is there, GRANT adds only what it names. The role is
     * never made a member of a superuser for that.
     */
    private static Stream<String> ownership(Lacking lacking) {
        if (lacking.superuser()) {
            return Stream.of("ALTER TABLE " + lacking.qualified() + " OWNER TO " + lacking.role());
        }
        String grant = "GRANT " + lacking.owner() + " TO " + lacking.role();
        return lacking.options() ? Stream.of(grant + " WITH INHERIT TRUE")
                : lacking.inherits() ? Stream.of(grant) : Stream.of(grant, "ALTER ROLE " + lacking.role() + " INHERIT");
    }

    /** Whether PostgreSQL refused something because a privilege is missing: in the exception itself or in one of its causes. */
    public static boolean denied(Throwable failure) {
        return SqlState.failures(failure).anyMatch(sql -> SqlState.INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState()));
    }
}
