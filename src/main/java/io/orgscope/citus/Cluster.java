package io.orgscope.citus;

import io.orgscope.distribute.CitusTables;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The Citus of the database. */
final class Cluster {

    private static final String WORKERS = "SELECT pg_catalog.count(*)::int4 FROM pg_catalog.pg_dist_node n WHERE n.noderole = 'primary' AND n.isactive"
            + " AND n.shouldhaveshards";

    /** PostgreSQL's releases of August 2026 let a library be an output plugin only if this setting has its name. Not every role sees it. */
    private static final String UNFIT = """
            SELECT CASE WHEN pg_catalog.current_setting('wal_level') <> 'logical'
                        THEN 'wal_level is ' || pg_catalog.current_setting('wal_level') || ', and has to be logical on all nodes'
                        WHEN (SELECT s.setting FROM pg_catalog.pg_settings s WHERE s.name = 'output_plugin_libraries') !~ '(^|[ ,"])citus($|[ ,"])'
                        THEN 'output_plugin_libraries does not contain citus, and has to on all nodes' END
            """;

    private static final String MISPLACED = """
            SELECT coalesce(pg_catalog.sum(r.result::bigint), 0)::bigint
              FROM pg_catalog.run_command_on_shards(pg_catalog.to_regclass(?), ?) r
            """;

    /** The name of a shard ends with its number. */
    private static final String IN_SHARD = """
            SELECT pg_catalog.count(*)
              FROM %%1$s t
              JOIN pg_catalog.pg_dist_shard s ON s.shardid = pg_catalog.substring('%%1$s', '_([0-9]+)"?$')::bigint
             WHERE pg_catalog.worker_hash(t.%s) NOT BETWEEN s.shardminvalue::int4 AND s.shardmaxvalue::int4
            """;

    private Cluster() {
    }

    /** Why there is nothing to distribute to, as a sentence. Empty if there is. */
    static Optional<String> missing(Connection connection) throws SQLException {
        if (!CitusTables.citus(connection)) {
            return Optional.of("The database has no Citus. Run CREATE EXTENSION citus on the coordinator and the workers, and citus_add_node(…).");
        }
        return Sql.first(connection, 0, WORKERS, row -> row.getInt(1)) > 0 ? Optional.empty()
                : Optional.of("Citus has no worker node. Run citus_add_node(…) for each.");
    }

    /** @throws OrgScopeException if a setting of the server does not allow a table to be distributed concurrently */
    static void requireSettings(Connection connection) throws SQLException {
        String unfit = Sql.list(connection, UNFIT, row -> row.getString(1)).get(0);
        if (unfit != null) {
            throw new OrgScopeException("The setting " + unfit + ". Correct it, and run update again. This step changed nothing.");
        }
    }

    /**
     * Looks for rows in shards of other organizations. Citus 13.0.3 puts rows there if a generated column comes before the organization.
     *
     * @throws OrgScopeException if there are any
     */
    static void requireRightShards(Connection connection, TableName table, String column) throws SQLException {
        String query = IN_SHARD.formatted(Identifier.quote(column).replace("%", "%%"));
        long misplaced = Sql.first(connection, 0L, MISPLACED, row -> row.getLong(1), table.sql(), query);
        if (misplaced > 0) {
            throw new OrgScopeException(table + ": Citus has put " + misplaced + " rows into wrong shards, where a query by " + column + " does not find them."
                    + " No row is lost. Run rollback, and report it to Citus.");
        }
    }

    /** Drops what a stopped distribution has left, and the tables that shards have replaced. */
    static void cleanUp(Connection connection) throws SQLException {
        if (CitusTables.citus(connection)) {
            Sql.execute(connection, "CALL pg_catalog.citus_cleanup_orphaned_resources()");
        }
    }
}
