package example;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.Map;
import liquibase.command.CommandScope;

/** A PostgreSQL as the old application left it, before Quarkus starts this one. */
public class OldDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.start();
            String url = postgres.getJdbcUrl("postgres", "postgres");
            new CommandScope("update").addArgumentValue("url", url).addArgumentValue("changelogFile", "db/schema.sql").execute();
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("""
                        INSERT INTO organizations (id, name) VALUES (1, 'A'), (2, 'B');
                        INSERT INTO users (id, email, organization_id) VALUES (1, 'ann@a.example', 1), (2, 'bob@b.example', 2);
                        INSERT INTO connections (user_id, platform, handle) VALUES (1, 'mastodon', 'ann'), (2, 'mastodon', 'bob');
                        """);
            }
            return Map.of("quarkus.datasource.jdbc.url", url, "quarkus.datasource.username", "postgres", "quarkus.datasource.password", "postgres");
        } catch (Exception failed) {
            throw new IllegalStateException("The old database does not start", failed);
        }
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
