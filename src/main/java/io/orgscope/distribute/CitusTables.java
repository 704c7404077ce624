package io.orgscope.distribute;

import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The tables that Citus manages, of any kind. Their rows are in shards, and the tables themselves are empty. */
public final class CitusTables {

    private static final String PRESENT = "SELECT pg_catalog.to_regclass('pg_catalog.pg_dist_partition') IS NOT NULL";

    private static final String TABLES = """
            SELECT n.nspname, c.relname
              FROM pg_catalog.pg_dist_partition p
              JOIN pg_catalog.pg_class c ON c.oid = p.logicalrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            """;

    private CitusTables() {
    }

    /**
     * Reads them. None if the database has no Citus.
     *
     * @throws SQLException if the catalog cannot be read
     */
    public static Set<TableName> of(Connection connection) throws SQLException {
        return Sql.first(connection, false, PRESENT, row -> row.getBoolean(1))
                ? new HashSet<>(Sql.list(connection, TABLES, row -> new TableName(row.getString(1), row.getString(2)))) : Set.of();
    }
}
