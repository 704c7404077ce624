package io.orgscope.bench;

import java.sql.SQLException;

/**
 * What pgroll does: a flag column, a trigger that computes the value, and a loop that touches every row for the trigger
 * to do the work. Its temporary column name is left out, so that the upgraded application can write it.
 */
record PgrollRecipe() implements Contender {

    private static final int LOCK_TIMEOUT = 500;

    private static final String FUNCTION = """
            CREATE FUNCTION fill_organization() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF NEW.organization_id IS NULL THEN
                SELECT default_organization_id INTO NEW.organization_id FROM users WHERE users.id = NEW.user_id;
              END IF;
              NEW.needs_backfill := false;
              RETURN NEW;
            END $$
            """;

    private static final String BATCH = """
            WITH batch AS (
              SELECT id FROM social_platform_connections
               WHERE needs_backfill AND id > ? ORDER BY id LIMIT 1000 FOR NO KEY UPDATE),
            touched AS (
              UPDATE social_platform_connections AS c SET id = c.id FROM batch WHERE c.id = batch.id RETURNING c.id)
            SELECT max(id) FROM touched
            """;

    @Override
    public String name() {
        return "pgroll's recipe";
    }

    @Override
    public void migrate(Stage stage) throws SQLException {
        stage.executeBriefly(LOCK_TIMEOUT, 10,
                "ALTER TABLE social_platform_connections ADD COLUMN organization_id uuid"
                        + " CONSTRAINT fk_social_platform_conn_organization_id REFERENCES organizations (id) ON DELETE CASCADE",
                Recipes.CHECK_NOT_VALID);
        stage.execute(Recipes.UNIQUE_INDEX_CONCURRENTLY);
        stage.executeBriefly(LOCK_TIMEOUT, 10,
                "ALTER TABLE social_platform_connections ADD COLUMN needs_backfill boolean DEFAULT true", FUNCTION,
                "CREATE TRIGGER fill_organization BEFORE INSERT OR UPDATE ON social_platform_connections FOR EACH ROW"
                        + " EXECUTE FUNCTION fill_organization()");
        stage.backfill(() -> {
            for (Long last = 0L; last != null; last = stage.number(BATCH, last)) {
                // the batch is the step
            }
        });
        stage.upgradeApplication();
        stage.executeBriefly(LOCK_TIMEOUT, 10,
                "DROP TRIGGER fill_organization ON social_platform_connections", "DROP FUNCTION fill_organization()",
                "ALTER TABLE social_platform_connections DROP COLUMN needs_backfill");
        stage.execute(Recipes.VALIDATE_CHECK);
        stage.executeBriefly(LOCK_TIMEOUT, 10, Recipes.SET_NOT_NULL, Recipes.DROP_CHECK);
        stage.execute(Recipes.DROP_OLD_INDEX_CONCURRENTLY);
    }
}
