package io.orgscope.bench;

import java.sql.SQLException;

/** What GitLab does: constraints and indexes first, a trigger, jobs of 1,000 ids in sub-batches of 100 by a join. */
record GitlabRecipe(boolean pauses) implements Contender {

    private static final int JOB = 1000;
    private static final int SUB_BATCH = 100;
    private static final int LOCK_TIMEOUT = 100;

    private static final String BATCH = """
            UPDATE social_platform_connections
               SET organization_id = users.default_organization_id
              FROM users
             WHERE users.id = social_platform_connections.user_id
               AND social_platform_connections.id IN (
                     SELECT id FROM social_platform_connections
                      WHERE id BETWEEN ? AND ? AND organization_id IS NULL AND id >= ? AND id < ?)
            """;

    @Override
    public String name() {
        return "GitLab's recipe" + (pauses ? ", its pauses" : "");
    }

    @Override
    public void migrate(Stage stage) throws SQLException {
        stage.executeBriefly(LOCK_TIMEOUT, 10, "ALTER TABLE social_platform_connections ADD COLUMN organization_id uuid");
        stage.execute("CREATE INDEX CONCURRENTLY idx_social_platform_conn_org_id ON social_platform_connections (organization_id)");
        stage.executeBriefly(LOCK_TIMEOUT, 10, Recipes.FOREIGN_KEY_NOT_VALID);
        stage.execute(Recipes.VALIDATE_FOREIGN_KEY);
        stage.execute(Recipes.FILL_FUNCTION);
        stage.executeBriefly(LOCK_TIMEOUT, 10, Recipes.fillTrigger("NEW.organization_id IS NULL"));
        stage.backfill(() -> fill(stage));
        stage.executeBriefly(LOCK_TIMEOUT, 10, Recipes.CHECK_NOT_VALID);
        stage.execute(Recipes.VALIDATE_CHECK, Recipes.UNIQUE_INDEX_CONCURRENTLY, Recipes.DROP_OLD_INDEX_CONCURRENTLY);
    }

    private void fill(Stage stage) throws SQLException {
        long last = stage.number("SELECT max(id) FROM social_platform_connections");
        for (int job = 1; job <= last; job += JOB) {
            for (int sub = job; sub < job + JOB; sub += SUB_BATCH) {
                stage.update(BATCH, job, job + JOB - 1, sub, sub + SUB_BATCH);
                if (pauses) {
                    stage.pause(100);
                }
            }
        }
    }
}
