package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liquibase.command.CommandScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The old application ran on the old schema; then this release starts, and Spring Boot migrates. */
@SpringBootTest
class TenancyTest {

    private static final long A = 1;
    private static final long B = 2;
    private static final String HANDLES = "SELECT handle FROM connections WHERE platform = 'mastodon' ORDER BY handle";

    private static final EmbeddedPostgres POSTGRES = start();

    @Autowired
    private CurrentOrganization organization;
    @Autowired
    private ConnectionRepository connections;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private EntityManager entities;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private DataSource dataSource;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("app", "postgres"));
        properties.add("spring.datasource.username", () -> "app");
        properties.add("spring.datasource.hikari.maximum-pool-size", () -> "1");
        properties.add("spring.liquibase.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.liquibase.user", () -> "postgres");
    }

    /** Runs before Spring starts the application. */
    @BeforeAll
    static void beforeTheMigrationOneOrganizationSeesTheOther() throws Exception {
        JdbcTemplate old = new JdbcTemplate(POSTGRES.getPostgresDatabase());
        old.execute("CREATE ROLE app LOGIN");
        new CommandScope("update").addArgumentValue("url", POSTGRES.getJdbcUrl("postgres", "postgres"))
                .addArgumentValue("changelogFile", "db/schema.sql").execute();
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

    /** A query that nobody limited: {@code @TenantId} does not touch it, row security does. */
    @Test
    void aForgottenConditionShowsNobodyElsesRows() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThat(organization.as(A, () -> within(transaction, this::handlesByJpa))).containsExactly("ann");
        assertThat(organization.as(B, () -> within(transaction, this::handlesByJpa))).containsExactly("bob");
        assertThat(within(transaction, this::handlesByJpa)).as("without a login").isEmpty();
        organization.as(A, () -> transaction.execute(status -> {
            assertThat(handles()).as("JDBC in the same transaction").containsExactly("ann");
            assertThatThrownBy(() -> jdbc.update("INSERT INTO connections (user_id, platform, handle, organization_id) VALUES (2, 'x', 'x', 2)"))
                    .hasStackTraceContaining("row-level security");
            status.setRollbackOnly();
            return null;
        }));
        assertThat(handles()).as("the same connection, outside of a transaction").isEmpty();
    }

    /** Without JPA: the transaction manager of a DataSource. */
    @Test
    void theSameWithoutJpa() {
        TransactionTemplate transaction = new TransactionTemplate(new OrganizationTransactions(dataSource, organization));
        assertThat(organization.as(A, () -> within(transaction, this::handles))).containsExactly("ann");
        assertThat(organization.as(B, () -> within(transaction, this::handles))).containsExactly("bob");
        assertThat(organization.as(A, this::handles)).as("outside of a transaction").isEmpty();
    }

    /** What not to do. */
    @Test
    void aPlainSetIsSeenByTheNextBorrower() {
        jdbc.execute("SET app.organization_id = '1'");
        assertThat(handles()).containsExactly("ann");
        jdbc.execute("RESET app.organization_id");
    }

    private static List<String> within(TransactionTemplate transaction, Supplier<List<String>> read) {
        return transaction.execute(status -> read.get());
    }

    private List<String> handlesByJpa() {
        return ((List<?>) entities.createNativeQuery(HANDLES).getResultList()).stream().map(String::valueOf).toList();
    }

    private List<String> handles() {
        return jdbc.queryForList(HANDLES, String.class);
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
