package io.orgscope.bench;

import java.sql.SQLException;

/** The seed's own migration: all steps in one transaction. */
record SeedMigration() implements Contender {

    @Override
    public String name() {
        return "one transaction (the seed's)";
    }

    @Override
    public void migrate(Stage stage) throws SQLException {
        stage.execute("BEGIN",
                "ALTER TABLE social_platform_connections ADD COLUMN organization_id uuid",
                "CREATE INDEX idx_social_platform_conn_org_id ON social_platform_connections (organization_id)");
        stage.backfill(() -> stage.execute(OneUpdate.SQL));
        stage.execute("ALTER TABLE social_platform_connections ALTER COLUMN organization_id SET NOT NULL",
                "ALTER TABLE social_platform_connections ADD CONSTRAINT fk_social_platform_conn_organization_id"
                        + " FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE",
                "DROP INDEX idx_social_conn_user_platform",
                "CREATE UNIQUE INDEX idx_social_platform_conn_org_user_platform"
                        + " ON social_platform_connections (organization_id, user_id, platform)",
                "COMMIT");
    }
}
