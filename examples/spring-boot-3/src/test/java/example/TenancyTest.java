package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import liquibase.command.CommandScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The old application ran on the old schema; then this release starts, and Spring Boot migrates. */
@SpringBootTest
class TenancyTest {

    private static final long A = 1;
    private static final long B = 2;

    private static final EmbeddedPostgres POSTGRES = start();

    @Autowired
    private CurrentOrganization organization;
    @Autowired
    private ConnectionRepository connections;
    @Autowired
    private JdbcTemplate jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
    }

    /** Runs before Spring starts the application. */
    @BeforeAll
    static void beforeTheMigrationOneOrganizationSeesTheOther() throws Exception {
        new CommandScope("update").addArgumentValue("url", POSTGRES.getJdbcUrl("postgres", "postgres"))
                .addArgumentValue("changelogFile", "db/schema.sql").execute();
        JdbcTemplate old = new JdbcTemplate(POSTGRES.getPostgresDatabase());
        old.execute("""
                INSERT INTO organizations (id, name) VALUES (1, 'A'), (2, 'B');
                INSERT INTO users (id, email, organization_id) VALUES (1, 'ann@a.example', 1), (2, 'bob@b.example', 2);
                INSERT INTO connections (user_id, platform, handle) VALUES (1, 'mastodon', 'ann'), (2, 'mastodon', 'bob');
                """);
        assertThat(old.queryForList("SELECT handle FROM connections WHERE platform = 'mastodon' ORDER BY handle", String.class))
                .as("what a page of A shows, since no column says whose they are").containsExactly("ann", "bob");
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
    }

    @Test
    void afterItEachSeesItsOwn() {
        assertThat(seenBy(A)).containsExactly("ann");
        assertThat(seenBy(B)).containsExactly("bob");
        assertThat(connections.findByPlatformOrderByHandle("mastodon")).as("without a login").isEmpty();
    }

    @Test
    void aNewRowGetsItsOrganization() {
        Connection made = organization.as(B, () -> connections.save(new Connection(2L, "bluesky", "bob")));
        assertThat(made.getOrganizationId()).isEqualTo(B);
        assertThat(organization.as(A, () -> connections.findByPlatformOrderByHandle("bluesky"))).isEmpty();
    }

    @Test
    void theDatabaseHoldsIt() {
        assertThat(jdbc.queryForObject("SELECT is_nullable FROM information_schema.columns WHERE table_name = 'connections'"
                + " AND column_name = 'organization_id'", String.class)).isEqualTo("NO");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> seenBy(long who) {
        return organization.as(who, () -> connections.findByPlatformOrderByHandle("mastodon")).stream().map(Connection::getHandle).toList();
    }
}
