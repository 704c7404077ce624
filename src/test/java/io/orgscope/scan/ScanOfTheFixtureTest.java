package io.orgscope.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.Severity;
import io.orgscope.scan.finding.TableState;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a careful person finds in the 49 tables of the seed report, table by table. */
@PostgresTest
class ScanOfTheFixtureTest {

    /** Keys are rules; values are what they find, a table each, with the object after a colon. */
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("organization-column-missing", """
                    company_knowledge content content_items content_logs content_performance_snapshots content_templates inbox_settings
                    interaction_responses knowledge_base_entries memories memory_content metrics notifications platform_metrics_snapshots
                    response_templates social_interactions social_platform_connections social_post_templates
                    social_posts social_responses workflow_executions"""),
            Map.entry("organization-through-parent", "goal_progress milestones user_teams"),
            Map.entry("organization-nullable", "goals:organization_id social_audit:organization_id social_connections:organization_id"),
            Map.entry("organization-index-missing", """
                    content_schedules:organization_id organization_invitations:organization_id social_audit:organization_id
                    user_organization_roles:organization_id"""),
            Map.entry("organization-on-delete-not-cascade", """
                    goals:goals_organization_id_fkey organization_invitations:organization_invitations_organization_id_fkey
                    social_audit:social_audit_organization_id_fkey social_connections:social_connections_organization_id_fkey
                    teams:teams_organization_id_fkey user_organization_roles:user_organization_roles_organization_id_fkey"""),
            Map.entry("unique-not-scoped", """
                    inbox_settings:inbox_settings_user_id_key
                    social_connections:uq_social_connections_platform_user social_platform_connections:idx_social_conn_user_platform"""),
            Map.entry("unique-by-reference", "content_schedules:uq_content_schedule_hash_connection"),
            Map.entry("unique-global", """
                    content_logs:content_logs_public_id_key content_schedules:content_schedules_idempotency_key_key goals:goals_public_id_key
                    organization_invitations:organization_invitations_token_key social_connections:social_connections_public_id_key"""),
            Map.entry("reference-may-cross", """
                    content_drafts:content_drafts_connection_id_fkey content_schedules:content_schedules_connection_id_fkey
                    organization_invitations:organization_invitations_team_id_fkey social_audit:social_audit_connection_id_fkey"""),
            Map.entry("global-undeclared", """
                    admin_audit_logs admin_sessions admin_users content_categories permissions plans registration_keys research_data
                    role_permissions roles system_settings"""),
            Map.entry("shared-undeclared", "refresh_token_blacklist user_credentials user_settings users"),
            Map.entry("row-security-absent", "")));

    private static final String USERS = "user_id leads to users, whose rows may belong to several organizations, and nothing else says it."
            + " Do its rows belong to a row of users alone (then leave the table out), or is there more to say which organization?"
            + " --check-data=true looks whether each belongs to only one";

    /** Of foreign-key-not-indexed: table and column; each of these constraints has PostgreSQL's own name. */
    private static final String NOT_INDEXED = """
            admin_audit_logs.admin_user_id admin_sessions.admin_user_id company_knowledge.user_id content.memory_id content.user_id
            content_categories.parent_id content_drafts.connection_id content_items.parent_content_id
            content_performance_snapshots.content_item_id content_schedules.connection_id content_templates.category_id
            content_templates.user_id goal_progress.goal_id goals.user_id interaction_responses.interaction_id
            interaction_responses.template_id interaction_responses.user_id knowledge_base_entries.user_id memories.user_id
            memory_content.user_id metrics.user_id milestones.goal_id notifications.goal_id organization_invitations.invited_by_id
            organization_invitations.invited_user_id organization_invitations.team_id organizations.created_by_id
            platform_metrics_snapshots.connection_id refresh_token_blacklist.user_id response_templates.user_id
            role_permissions.permission_id social_audit.connection_id social_audit.user_id social_connections.user_id
            social_interactions.assigned_to social_interactions.connection_id social_interactions.user_id social_post_templates.user_id
            social_posts.content_item_id social_posts.user_id social_responses.interaction_id social_responses.user_id
            system_settings.updated_by_id teams.created_by_id user_credentials.user_id user_organization_roles.assigned_by_id
            user_organization_roles.role_id user_settings.user_id user_teams.team_id users.default_organization_id users.plan_id
            users.registration_key_id workflow_executions.user_id""";

    @ParameterizedTest
    @EnumSource
    void findsWhatACarefulPersonFinds(KeyType keyType, TestDatabase database) throws SQLException {
        database.fixture(keyType);

        ScanReport report = Scans.on(database).run();

        Map<String, TreeSet<String>> found = Scans.each(report).collect(Collectors.groupingBy(finding -> finding.rule().id(),
                TreeMap::new, Collectors.mapping(finding -> finding.tableName() + (finding.object() == null ? "" : ":" + finding.object()),
                        Collectors.toCollection(TreeSet::new))));
        TreeSet<String> notIndexed = words(NOT_INDEXED).stream().map(word -> word.replace(".", ":") .replaceFirst("(.*):(.*)", "$1:$1_$2_fkey"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found.remove("foreign-key-not-indexed")).isEqualTo(notIndexed);
        assertThat(found.keySet()).isEqualTo(EXPECTED.keySet());
        EXPECTED.forEach((rule, places) -> assertThat(found.get(rule)).as(rule).isEqualTo(words(places)));
        assertThat(report.findings()).hasSize(105);
    }

    /** A second opinion on the longest list: all keys have one column, so an index serves when it begins with that. */
    @Test
    void countsUnindexedForeignKeysAsPlainSqlDoes(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        long count = database.number("""
                SELECT count(*) FROM pg_constraint k WHERE contype = 'f' AND connamespace = 'public'::regnamespace
                   AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1])
                   AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1] AND a.attname = 'organization_id')
                """);
        assertThat(words(NOT_INDEXED)).hasSize((int) count);
    }

    @Test
    void putsTheCriticalOneFirstWithARemedyThatCanBePasted(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);

        Finding first = Scans.on(database).run().findings().get(0);

        assertThat(first.rule().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(first.tableName()).isEqualTo("social_platform_connections");
        assertThat(first.message()).isEqualTo("No column organization_id; its rows reach organizations by user_id -> users.default_organization_id,"
                + " which has to be decided: " + USERS + "; holds credentials (access_token, refresh_token); 3 tables reference it.");
        assertThat(first.remedy().lines()).isEqualTo("# ? social_platform_connections: " + USERS + ".\n" + """
                # - table: social_platform_connections
                #   route:
                #     - user_id -> users.default_organization_id
                #     - user_id -> user_organization_roles(user_id).organization_id
                #   unique:
                #     - { replaces: idx_social_conn_user_platform }
                """);
    }

    @Test
    void saysWhatEachTableIs(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);

        ScanReport report = Scans.on(database).run();

        assertThat(report.tables()).hasSize(49);
        assertThat(names(report, TableState.ORGANIZATIONS)).containsExactly("organizations");
        assertThat(names(report, TableState.TOOLING)).containsExactly("alembic_version");
        assertThat(names(report, TableState.SCOPED)).containsExactly("content_drafts", "content_schedules", "goals", "organization_invitations",
                "social_audit", "social_connections", "teams", "user_organization_roles");
        assertThat(names(report, TableState.GLOBAL)).containsExactly("admin_audit_logs", "admin_sessions", "admin_users", "content_categories",
                "permissions", "plans", "refresh_token_blacklist", "registration_keys", "research_data", "role_permissions", "roles",
                "system_settings", "user_credentials", "user_settings", "users");
        assertThat(names(report, TableState.SHOULD_BE_SCOPED)).hasSize(24);
        assertThat(report.count(Severity.CRITICAL)).isEqualTo(21);
        assertThat(report.count(Severity.WARNING)).isEqualTo(17);
        // 31 of 49 tables have a critical finding or a warning.
        assertThat(report.compliance()).isEqualTo(36);
    }

    /** All entries that the findings suggest, in one file: it can be read, in an order that routes allow. */
    @Test
    void allRemediesTogetherAreOneDeclaration(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        String tables = Scans.on(database).run().findings().stream().map(Finding::remedy)
                .filter(remedy -> remedy.file() == Remedy.Target.SPEC && !remedy.lines().isEmpty()).map(Remedy::lines).distinct()
                .map(Scans::decided).collect(Collectors.joining());

        ScanReport declared = Scans.on(database).spec(tables).run();

        assertThat(declared.tables().stream().filter(table -> table.state() == TableState.SHOULD_BE_SCOPED).map(ScannedTable::reason))
                .hasSize(24).containsOnly("declared, not yet applied");
    }

    /** All entries for the baseline that the findings suggest, in one file: it is read, and each of them is needed. */
    @Test
    void allSuggestedBaselineEntriesAreAccepted(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        String text = Remedy.merged(Remedy.Target.BASELINE, Scans.on(database).run().findings().stream().map(Finding::remedy)
                .filter(remedy -> remedy.file() == Remedy.Target.BASELINE).map(Remedy::lines).collect(Collectors.toCollection(TreeSet::new)));

        ScanReport report = Scans.on(database).baseline(text).run();

        assertThat(report.accepted()).hasSize(12);
        assertThat(report.findings()).hasSize(105 - 12 - 15).noneMatch(finding -> finding.rule() == Rule.BASELINE_UNNEEDED);
    }

    private static List<String> names(ScanReport report, TableState state) {
        return report.tables().stream().filter(table -> table.state() == state).map(table -> table.name().toString()).toList();
    }

    private static TreeSet<String> words(String text) {
        return text.isEmpty() ? new TreeSet<>(List.of("")) : new TreeSet<>(List.of(text.split("\\s+")));
    }
}
