package io.orgscope.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The very files of {@code examples/}. */
@PostgresTest
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();
    private static final String WITHOUT = "SELECT count(*) FROM %s WHERE organization_id IS NULL";

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        database.fixture(KeyType.INTEGER);
        Seed.of(KeyType.INTEGER).posts(20).into(database);
        database.execute("""
                INSERT INTO memories (user_id, content, memory_type, vector_id) SELECT id, '', '', id FROM users;
                INSERT INTO content_items (id, user_id, content, platform, content_type, parent_content_id)
                  SELECT id, id, '', '', '', CASE WHEN id > 5 THEN id - 5 END FROM users;
                INSERT INTO research_data (title, content) VALUES ('a', 'b');
                INSERT INTO goals (id, user_id, organization_id, title) SELECT id, id, default_organization_id, '' FROM users;
                INSERT INTO goal_progress (goal_id, value) SELECT id, 1 FROM goals
                """);
    }

    @Test
    void declarative(TestDatabase database) throws SQLException {
        thereAndBack(database, Liquibases.on(database).in(EXAMPLES.resolve("declarative")).changelog("changelog.yaml"),
                "social_posts", "social_platform_connections", "content_items", "research_data");
        assertThat(database.string("SELECT slug FROM organizations o JOIN research_data r ON r.organization_id = o.id")).isEqualTo("default-org");
    }

    @Test
    void byHand(TestDatabase database) throws SQLException {
        thereAndBack(database, Liquibases.on(database).in(EXAMPLES.resolve("by-hand")).changelog("changelog.yaml"),
                "social_posts", "social_platform_connections", "memories");
        assertThat(database.strings("SELECT indexname FROM pg_indexes WHERE indexname IN ('memories_one_vector', 'memories_by_organization',"
                + " 'idx_social_platform_conn_org_user_platform', 'idx_social_posts_organization_id')")).hasSize(4);
        assertThat(database.string("SELECT confdeltype FROM pg_constraint WHERE conname = 'fk_memories_organization_id'")).isEqualTo("r");
    }

    @Test
    void fromAnXmlMaster(TestDatabase database, @TempDir Path directory) throws SQLException {
        Liquibases liquibase = Liquibases.on(database).in(EXAMPLES);
        String steps = "<include file=\"by-hand/connections.yaml\"/>";
        Liquibases.on(database).in(directory).file("by-hand/connections.yaml", read("by-hand/connections.yaml")).changelog("master.xml", """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                  %s
                </databaseChangeLog>
                """.formatted(steps)).update();
        assertThat(database.number(WITHOUT.formatted("social_platform_connections"))).isZero();
        // The same table declared: what ran by hand is known by its identity.
        assertThat(liquibase.changelog("declarative/changelog.yaml").status()).doesNotContain("social_platform_connections/01-add-column")
                .contains("social_platform_connections/07-organization-index", "social_posts/01-add-column");
    }

    @Test
    void preconditions(TestDatabase database) throws SQLException {
        Liquibases liquibase = Liquibases.on(database).in(EXAMPLES.resolve("preconditions")).changelog("changelog.yaml");
        database.execute("UPDATE goals SET organization_id = NULL WHERE id = 3");
        assertThatThrownBy(liquibase::update).hasMessageContaining("noRowWithoutOrganization: goals: Rows have no organization. 1 violation: id=3.");
        database.execute("UPDATE goals g SET organization_id = default_organization_id FROM users u WHERE u.id = g.user_id");
        liquibase.update();
        assertThat(database.number("SELECT count(*) FROM goals_per_organization")).isEqualTo(3);
        liquibase.rollbackCount(1);
    }

    @Test
    void aChangeSetInATransactionIsRefused(TestDatabase database, @TempDir Path directory) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database);
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("memories.yaml",
                read("by-hand/memories.yaml").replace("      runInTransaction: false\n", ""));
        for (String change : List.of("addOrganizationColumn", "keepOrganizationFilled", "backfillOrganization", "requireOrganization",
                "addOrganizationForeignKey", "createScopedUniqueIndex", "createOrganizationIndex", "verifyOrganizationScope", "retireOrganizationTrigger")) {
            assertThatThrownBy(liquibase::validate).hasMessageContaining(change + " needs 'runInTransaction: false' on its change set");
        }
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    @Test
    void aStepWithoutItsTableIsRefused(TestDatabase database, @TempDir Path directory) {
        String steps = read("by-hand/connections.yaml");
        assertThatThrownBy(Liquibases.on(database).in(directory).changelog("a.yaml",
                steps.replace("  - property: { name: orgscope.table, value: social_platform_connections, global: false }\n", ""))::update)
                .hasMessageContaining("01-add-column.yaml").hasMessageContaining("needs the property tableName");
        assertThatThrownBy(Liquibases.on(database).in(directory).changelog("a.yaml", steps.replace("orgscope.route", "orgscope.rout"))::update)
                .hasMessageContaining("needs the property route");
    }

    @Test
    void aMisspeltPropertyOfAChangeIsRefused(TestDatabase database, @TempDir Path directory) {
        String file = read("by-hand/memories.yaml");
        assertThatThrownBy(Liquibases.on(database).in(directory).changelog("a.yaml", file.replace("workers: 2", "worker: 2"))::status)
                .hasMessageContaining("backfillOrganization has no property 'worker'. Did you mean 'workers'?");
        assertThatThrownBy(Liquibases.on(database).in(directory).changelog("a.yaml", file.replace("batch: 20ms", "batch: 20"))::update)
                .hasMessageContaining("batch has to be a duration such as 50ms");
        assertThatThrownBy(Liquibases.on(database).in(directory).changelog("a.yaml", file.replace("onDelete: restrict", "onDelete: set null"))::update)
                .hasMessageContaining("onDelete has to be one of");
        assertThatThrownBy(Liquibases.on(database).in(directory).changelog("a.yaml", file.replace("memories_by_organization", "m".repeat(64)))::update)
                .hasMessageContaining("indexName is too long");
    }

    private static void thereAndBack(TestDatabase database, Liquibases liquibase, String... tables) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        RowSnapshot rows = RowSnapshot.of(database);
        liquibase.update();
        for (String table : tables) {
            assertThat(database.number(WITHOUT.formatted(table))).as(table).isZero();
        }
        RowSnapshot migrated = RowSnapshot.of(database, List.of(), List.of("orgscope"));
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
        List<String> different = RowSnapshot.diff(rows, RowSnapshot.of(database, List.of(), List.of("orgscope")));
        assertThat(different).as("an organization that was made stays").allMatch(line -> line.contains("public.organizations"));
        liquibase.update();
        RowSnapshot.assertSame(migrated, RowSnapshot.of(database, List.of(), List.of("orgscope")));
    }

    private static String read(String example) {
        try {
            return java.nio.file.Files.readString(EXAMPLES.resolve(example));
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
