package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.command.CommandScope;
import org.junit.jupiter.api.Test;

class MigrateTest {

    private static final String OLD_INSERT = "INSERT INTO connections (user_id, platform, handle) VALUES (1, '%s', 'ann')";

    @Test
    void expandsThenContracts() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            new CommandScope("update").addArgumentValue("url", url).addArgumentValue("changelogFile", "db/schema.sql").execute();
            statement.execute("INSERT INTO organizations (name) VALUES ('A'), ('B')");
            statement.execute("INSERT INTO users (email, organization_id) VALUES ('ann@a.example', 1), ('bob@b.example', 2)");
            statement.execute(OLD_INSERT.formatted("mastodon"));

            Migrate.main(new String[] {url, "expand"});
            statement.execute(OLD_INSERT.formatted("bluesky"));
            assertEquals(2, count(statement, "organization_id = 1"), "the old application's row has its organization too");

            Migrate.main(new String[] {url, "contract"});
            Migrate.main(new String[] {url, "scan"});
            assertThrows(SQLException.class, () -> statement.execute(OLD_INSERT.formatted("threads")), "the old application is over");
        }
    }

    private static int count(Statement statement, String condition) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM connections WHERE " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
