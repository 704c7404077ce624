package io.orgscope.bench;

import java.sql.SQLException;

/**
 * What online_migrations does: batches of 1,000 keys by a subselect, no trigger. What the old application inserts
 * meanwhile stays empty, so the check finds rows; they are filled and it is validated again.
 */
record OnlineMigrationsRecipe(boolean pauses) implements Contender {

    private static final int LOCK_TIMEOUT = 200;

    private static final String NEXT = """
            SELECT id FROM social_platform_connections WHERE organization_id IS NULL AND id >= ? ORDER BY id LIMIT 1 OFFSET 999
            """;

    private static final String BATCH = """
            UPDATE social_platform_connections AS c
               SET organization_id = (SELECT u.default_organization_id FROM users AS u WHERE u.id = c.user_id)
             WHERE c.organization_id IS NULL AND c.id >= ? AND c.id < ?
            """;

    @Override
    public String name() {
        return "online_migrations' recipe" + (pauses ? ", its pauses" : "");
    }

    @Override
    public void migrate(Stage stage) throws SQLException {
        stage.executeBriefly(LOCK_TIMEOUT, 10, "ALTER TABLE social_platform_connections ADD COLUMN organization_id uuid");
        stage.execute("CREATE INDEX CONCURRENTLY idx_social_platform_conn_org_id ON social_platform_connections (organization_id)",
                "ANALYZE social_platform_connections");
        stage.executeBriefly(LOCK_TIMEOUT, 10, Recipes.FOREIGN_KEY_NOT_VALID);
        stage.execute(Recipes.VALIDATE_FOREIGN_KEY);
        stage.backfill(() -> fill(stage));
        stage.executeBriefly(LOCK_TIMEOUT, 10, Recipes.CHECK_NOT_VALID);
        validate(stage);
        stage.executeBriefly(LOCK_TIMEOUT, 10, Recipes.SET_NOT_NULL, Recipes.DROP_CHECK);
        stage.execute(Recipes.UNIQUE_INDEX_CONCURRENTLY, "ANALYZE social_platform_connections", Recipes.DROP_OLD_INDEX_CONCURRENTLY);
    }

    private void validate(Stage stage) throws SQLException {
        try {
            stage.execute(Recipes.VALIDATE_CHECK);
        } catch (SQLException rowsInsertedMeanwhile) {
            if (!"23514".equals(rowsInsertedMeanwhile.getSQLState())) {
                throw rowsInsertedMeanwhile;
            }
            stage.backfill(() -> fill(stage));
            stage.execute(Recipes.VALIDATE_CHECK);
        }
    }

    private void fill(Stage stage) throws SQLException {
        Long start = 0L;
        while (start != null) {
            Long next = stage.number(NEXT, start);
            stage.update(BATCH, start, next == null ? Long.valueOf(Integer.MAX_VALUE) : next);
            start = next;
            if (pauses) {
                stage.pause(50);
            }
        }
    }
}
