package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.format.OrgScopeYaml;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The 49 tables of the seed report, table by table. */
@PostgresTest
class FixturePlanTest {

    private static final String BY_USER = "user_id -> users.default_organization_id;"
            + " user_id -> user_organization_roles(user_id).organization_id";
    private static final String GLOBAL = "global";
    private static final String SCOPED = "scoped";
    private static final String SHARED = "shared by several organizations";

    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            entry("alembic_version", "a tool's own"),
            entry("organizations", "the organizations"),
            entry("users", SHARED),
            entry("plans", GLOBAL), entry("registration_keys", GLOBAL), entry("roles", GLOBAL), entry("permissions", GLOBAL),
            entry("role_permissions", GLOBAL), entry("admin_users", GLOBAL), entry("admin_sessions", GLOBAL),
            entry("admin_audit_logs", GLOBAL), entry("system_settings", GLOBAL), entry("content_categories", GLOBAL),
            entry("research_data", GLOBAL),
            entry("teams", SCOPED), entry("user_organization_roles", SCOPED), entry("organization_invitations", SCOPED),
            entry("content_drafts", SCOPED), entry("content_schedules", SCOPED),
            entry("goals", "own; " + BY_USER), entry("social_connections", "own; " + BY_USER),
            entry("social_audit", "own; connection_id -> social_connections.organization_id; " + BY_USER),
            entry("goal_progress", "goal_id -> goals.organization_id"), entry("milestones", "goal_id -> goals.organization_id"),
            entry("user_teams", "team_id -> teams.organization_id"),
            entry("content_performance_snapshots", "content_item_id -> content_items.organization_id"),
            entry("platform_metrics_snapshots", "connection_id -> social_platform_connections.organization_id"),
            entry("social_posts", "connection_id -> social_platform_connections.organization_id"),
            entry("interaction_responses", "interaction_id -> social_interactions.organization_id"),
            entry("user_credentials", SHARED), entry("refresh_token_blacklist", SHARED), entry("user_settings", SHARED),
            entry("inbox_settings", BY_USER), entry("memories", BY_USER), entry("content", BY_USER), entry("content_logs", BY_USER),
            entry("content_items", BY_USER), entry("content_templates", BY_USER), entry("memory_content", BY_USER),
            entry("metrics", BY_USER), entry("workflow_executions", BY_USER), entry("notifications", BY_USER),
            entry("company_knowledge", BY_USER), entry("knowledge_base_entries", BY_USER),
            entry("social_platform_connections", BY_USER), entry("social_post_templates", BY_USER),
            entry("social_interactions", BY_USER), entry("response_templates", BY_USER), entry("social_responses", BY_USER)));

    /** Where it is not known whether people belong to several organizations, other rows of the same table are asked first. */
    private static final Map<String, String> FIRST = Map.of("content", "memory_id -> memories.organization_id; ",
            "notifications", "goal_id -> goals.organization_id; ",
            "social_interactions", "connection_id -> social_platform_connections.organization_id; ",
            "social_responses", "interaction_id -> social_interactions.organization_id; ");

    /** Of the tables to be scoped and those scoped already: what becomes of each unique key without the organization. */
    private static final Map<String, Boolean> BECOMES_SCOPED = new TreeMap<>(Map.ofEntries(
            entry("goals_public_id_key", false), entry("content_logs_public_id_key", false),
            entry("social_connections_public_id_key", false),
            entry("inbox_settings_user_id_key", true), entry("idx_social_conn_user_platform", true),
            entry("uq_social_connections_platform_user", true), entry("organization_invitations_token_key", false),
            entry("content_schedules_idempotency_key_key", false), entry("uq_content_schedule_hash_connection", false)));

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyTableOfTheFixture(KeyType keyType, TestDatabase database) throws SQLException {
        database.fixture(keyType);
        Plan plan = Plans.of(database);
        assertThat(new TreeMap<>(Plans.summary(plan))).hasSize(49).isEqualTo(byCatalog());
        Map<String, Boolean> unique = new TreeMap<>();
        plan.tables().forEach(table -> table.unique().forEach(advice -> unique.put(advice.index().name(), advice.swap())));
        assertThat(unique).isEqualTo(BECOMES_SCOPED);
    }

    /** Users have memberships, and the catalog does not say how many: what depends on them is a question. */
    private static Map<String, String> byCatalog() {
        Map<String, String> expected = new TreeMap<>(EXPECTED);
        expected.replaceAll((table, routes) -> routes.contains("->") && !table.equals("user_teams")
                ? "? " + FIRST.getOrDefault(table, "") + routes : routes);
        return expected;
    }

    @Test
    void theDataAgrees(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        Seed.of(KeyType.UUID).posts(60).into(database);
        Map<String, String> expected = new TreeMap<>(EXPECTED);
        List.of("memory_content", "social_audit").forEach(table -> expected.compute(table, (name, routes) -> "? " + routes));
        assertThat(new TreeMap<>(Plans.summary(Plans.checked(database)))).as("no row shows that each has a key that may be NULL").isEqualTo(expected);
        rowsWithNullableOwners(KeyType.UUID, database);
        Plan plan = Plans.checked(database);
        assertThat(new TreeMap<>(Plans.summary(plan))).isEqualTo(EXPECTED);
        assertThat(Plans.table(plan, "social_posts").reasons()).contains(
                "connection_id -> social_platform_connections.organization_id answers for 60 of 60 rows.",
                "user_id -> users.default_organization_id answers for 60 of 60 rows, always the same.");
    }

    private static void rowsWithNullableOwners(KeyType keyType, TestDatabase database) throws SQLException {
        database.execute("INSERT INTO memory_content (id, user_id, content, content_type) VALUES ('m', 2, 'c', 'text')",
                "INSERT INTO social_audit (organization_id, action) VALUES (%s, 'a'), (%s, 'b')".formatted(keyType.literal(2), keyType.literal(3)));
    }

    @Test
    void eachTableComesAfterThoseItReads(TestDatabase database) throws SQLException {
        database.fixture(KeyType.INTEGER);
        List<String> order = Plans.of(database).entries().stream().map(table -> table.table().name().name()).toList();
        assertThat(order.indexOf("social_posts")).isGreaterThan(order.indexOf("social_platform_connections"));
        assertThat(order.indexOf("interaction_responses")).isGreaterThan(order.indexOf("social_interactions"));
        assertThat(order.indexOf("social_audit")).isGreaterThan(order.indexOf("social_connections"));
    }

    /** One goal says itself that it is of another organization than its user; one says nothing. */
    @Test
    void updateRunsOnWhatIsWrittenAndBack(TestDatabase database, @TempDir Path directory) throws SQLException {
        KeyType keyType = KeyType.VARCHAR;
        database.fixture(keyType);
        Seed.of(keyType).posts(60).into(database);
        database.execute("INSERT INTO goals (user_id, title, organization_id) VALUES (2, 'said', %s), (2, 'silent', NULL)"
                .formatted(keyType.literal(3)));
        rowsWithNullableOwners(keyType, database);
        String yaml = OrgScopeYaml.write(Plans.checked(database));
        assertThat(OrgScopeFile.parse("plan", yaml).tables()).hasSize(27);
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("plan.orgscope.yaml", yaml);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.validate();
        liquibase.update();
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
        liquibase.update();
        assertThat(database.number("SELECT count(*) FROM social_posts p JOIN social_platform_connections c ON c.id = p.connection_id"
                + " WHERE p.organization_id = c.organization_id")).isEqualTo(60);
        assertThat(database.strings("SELECT organization_id FROM goals ORDER BY title"))
                .containsExactly(keyType.text(3), keyType.text(2));
        assertThat(new TreeMap<>(Plans.summary(Plans.of(database))).entrySet().stream()
                .filter(table -> table.getValue().contains("->")).map(Map.Entry::getKey)).isEmpty();
    }
}
