package io.orgscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queries of docs/sql do what the documentation says of them. */
@PostgresTest
class SqlTest {

    private Liquibases liquibase;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        Seed.of(KeyType.UUID).into(database);
        liquibase = Liquibases.on(database).in(Path.of("examples", "demo")).changelog("changelog.yaml");
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
