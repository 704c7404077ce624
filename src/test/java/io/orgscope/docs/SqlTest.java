package io.orgscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queries of docs/sql do what the documentation says of them. */
@PostgresTest
class SqlTest {

    private static final String FILL = "orgscope_fill_social_platform_connections";

    private Liquibases liquibase;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        Seed.of(KeyType.UUID).into(database);
        liquibase = Liquibases.on(database).in(Path.of("examples", "demo")).changelog("changelog.yaml");
    }

    /** A server counts what a session did when the session ends, at the latest. */
    @Test
    void countTheRowsOfTheOldApplication(TestDatabase database) throws Exception {
        liquibase.labels("!orgscope-contract").update();
        database.execute(read("count-filled.sql").replace("DATABASE app", "DATABASE " + database.name()));
        assertThat(database.rows(read("filled-by-trigger.sql"))).isEmpty();

        database.execute("INSERT INTO social_platform_connections (user_id, platform, platform_user_id, platform_username, access_token)"
                + " SELECT id, 'old', id, '', '' FROM users ORDER BY id LIMIT 3");
        Waiting.until("the server counts", () -> database.rows(read("filled-by-trigger.sql")).equals(List.of(List.of(FILL, "3"))));

        database.execute("INSERT INTO social_platform_connections (user_id, platform, platform_user_id, platform_username, access_token, organization_id)"
                + " SELECT id, 'new', id, '', '', default_organization_id FROM users ORDER BY id LIMIT 3");
        assertThat(database.rows(read("filled-by-trigger.sql"))).isEqualTo(List.of(List.of(FILL, "3")));
    }

    @Test
    void showTheChangelogLockAndTheSessions(TestDatabase database) throws SQLException, IOException {
        liquibase.run("updateCount", Map.of("count", 1));
        database.execute("UPDATE databasechangeloglock SET locked = true, lockgranted = localtimestamp - interval '10 minutes', lockedby = 'node-1'");
        assertThat(database.rows(read("changelog-lock.sql"))).singleElement().satisfies(lock -> {
            assertThat(lock.get(0)).isEqualTo("node-1");
            assertThat(lock.get(2)).startsWith("00:10:");
        });
        assertThat(database.rows(read("sessions.sql"))).isNotNull();
    }

    @Test
    void dropWhatARollbackHasKept(TestDatabase database) throws SQLException, IOException {
        liquibase.update();
        liquibase.rollback("before-tenancy");
        assertThat(database.number("SELECT count(*) FROM orgscope.social_platform_connections")).isPositive();
        database.execute(read("drop-kept.sql"));
        assertThat(database.strings("SELECT nspname FROM pg_namespace WHERE nspname = 'orgscope'")).isEmpty();
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("docs", "sql", file));
    }
}
