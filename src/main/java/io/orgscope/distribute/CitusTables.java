package io.orgscope.distribute;

import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables that Citus manages, of any kind. Their rows are in shards, and the tables themselves are empty. */
public final class CitusTables {

    private static final String PRESENT = "SELECT pg_catalog.to_regclass('pg_catalog.pg_dist_partition') IS NOT NULL";

    private static final String TABLES = """
            SELECT n.nspname, c.relname, CASE WHEN p.partmethod <> 'n' THEN 'DISTRIBUTED' WHEN p.repmodel = 't' THEN 'REFERENCE'
                   ELSE 'LOCAL' END AS kind
              FROM pg_catalog.pg_dist_partition p
              JOIN pg_catalog.pg_class c ON c.oid = p.logicalrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            """;

    private static final String KEY = """
            SELECT CASE p.partmethod WHEN 'h' THEN 'hash' WHEN 'r' THEN 'range' ELSE 'append' END
                   || ' of ' || pg_catalog.column_to_column_name(p.logicalrelid, p.partkey)
              FROM pg_catalog.pg_dist_partition p
             WHERE p.logicalrelid = pg_catalog.to_regclass(?)
            """;

    private CitusTables() {
    }

    /** Whether the database has Citus. */
    public static boolean citus(Connection connection) throws SQLException {
        return Sql.first(connection, false, PRESENT, row -> row.getBoolean(1));
    }

    /**
     * Reads their names. None if the database has no Citus.
     *
     * @throws SQLException if the catalog cannot be read
     */
    public static Set<TableName> of(Connection connection) throws SQLException {
        return kinds(connection).keySet();
    }

    /**
     * Reads them with their kinds. A local table among them is on the coordinator only, but Citus knows it.
     *
     * @throws SQLException if the catalog cannot be read
     */
    public static Map<TableName, TableKind> kinds(Connection connection) throws SQLException {
        Map<TableName, TableKind> kinds = new TreeMap<>();
        if (citus(connection)) {
            Sql.list(connection, TABLES, row -> kinds.put(new TableName(row.getString("nspname"), row.getString("relname")),
                    TableKind.valueOf(row.getString("kind"))));
        }
        return kinds;
    }

    /**
     * Reads by what a distributed table is distributed, for example {@code hash of organization_id}.
     *
     * @throws SQLException if the catalog cannot be read
     */
    public static String key(Connection connection, TableName table) throws SQLException {
        return Sql.list(connection, KEY, row -> row.getString(1), table.sql()).get(0);
    }
}
