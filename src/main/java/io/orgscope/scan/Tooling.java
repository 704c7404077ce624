package io.orgscope.scan;

import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tables that belong to tools, by their well-known names. */
final class Tooling {

    private static final Set<String> NAMES = Set.of("databasechangelog", "databasechangeloglock", "databasechangeloghistory",
            "alembic_version", "flyway_schema_history", "schema_version", "schema_migrations", "ar_internal_metadata",
            "django_migrations", "django_content_type", "knex_migrations", "knex_migrations_lock", "goose_db_version",
            "_prisma_migrations", "__efmigrationshistory", "sequelizemeta", "typeorm_metadata", "doctrine_migration_versions",
            "phinxlog", "pgmigrations", "atlas_schema_revisions", "refinery_schema_history", "_sqlx_migrations",
            "shedlock", "hibernate_sequence", "hibernate_sequences", "spatial_ref_sys");
    private static final List<String> PREFIXES = List.of("batch_job_", "batch_step_", "qrtz_", "pgbench_", "__drizzle_");

    private Tooling() {
    }

    static boolean owns(TableName table) {
        String name = table.name().toLowerCase(Locale.ROOT);
        return table.schema().equals(ScopedTable.KEPT_SCHEMA) || NAMES.contains(name)
                || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
