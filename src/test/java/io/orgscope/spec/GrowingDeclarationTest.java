package io.orgscope.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A declaration that says more than it did when it was run. */
@PostgresTest
class GrowingDeclarationTest {

    private static final String ONE = """
            orgscope:
              version: 1
              tables:
                - table: social_platform_connections
                  route: user_id -> users.default_organization_id
                  unique: { replaces: idx_social_conn_user_platform }
            """;
    private static final String TWO = ONE + "    - table: inbox_settings\n      route: user_id -> users.default_organization_id\n"
            + "      unique: { replaces: inbox_settings_user_id_key }\n";
    private static final String FURTHER = ONE.replace("route: user_id -> users.default_organization_id",
            "route: [ user_id -> users.default_organization_id, { organization: { slug: org-1 } } ]");
    private static final String NOBODY = "INSERT INTO users (id, email, username) VALUES (99, 'n', 'n')";
    private static final String INSERT = "INSERT INTO social_platform_connections (id, user_id, platform, platform_user_id, platform_username, access_token)"
            + " VALUES (9999, 99, 'x', 'y', 'z', 'secret')";

    private Liquibases liquibase;

    @BeforeEach
    void load(TestDatabase database, @TempDir Path directory) throws SQLException {
        database.fixture(KeyType.BIGINT);
        Seed.of(KeyType.BIGINT).into(database);
        liquibase = Liquibases.on(database).in(directory);
    }

    @Test
    void byATable(TestDatabase database) throws SQLException {
        use(ONE).update();
        use(TWO).update();
        assertThat(database.strings("SELECT indexname FROM pg_indexes WHERE indexname LIKE '%by_organization_id' ORDER BY 1"))
                .containsExactly("idx_social_conn_user_platform_by_organization_id", "inbox_settings_user_id_key_by_organization_id");
        use(TWO).rollbackAll();
        assertThat(database.strings("SELECT indexname FROM pg_indexes WHERE indexname IN ('idx_social_conn_user_platform', 'inbox_settings_user_id_key')")).hasSize(2);
    }

    /** As in docs/rolling-deployment.md. */
    @Test
    void byATableAndBackToEachTag(TestDatabase database) throws SQLException {
        tagged(ONE).labels("orgscope-expand").update();
        tagged(ONE).update();
        Liquibases second = withPosts(TWO);
        second.labels("orgscope-expand").update();
        second.update();
        assertThat(oldKeys(database)).isEmpty();

        second.rollback("before-posts-contract");
        assertThat(oldKeys(database)).containsExactly("inbox_settings_user_id_key");
        assertThat(scoped(database)).containsExactly("inbox_settings", "social_platform_connections");
        second.rollback("before-posts");
        assertThat(scoped(database)).as("the first table stays as it is").containsExactly("social_platform_connections");
        second.rollback("before-contract");
        assertThat(oldKeys(database)).containsExactly("idx_social_conn_user_platform", "inbox_settings_user_id_key");
        assertThat(scoped(database)).containsExactly("social_platform_connections");
        second.rollback("before-tenancy");
        assertThat(scoped(database)).isEmpty();
    }

    /** Step 02 was the last one to run before the contract, and runs again after it. A tag that "liquibase tag" had set would move with it. */
    @Test
    void byARouteAndBackToBeforeTheContract(TestDatabase database) throws SQLException {
        String other = FURTHER.replace("org-1", "org-2");
        tagged(ONE).labels("orgscope-expand").update();
        tagged(FURTHER).labels("orgscope-expand").update();
        tagged(FURTHER).update();
        tagged(other).update();
        assertThat(oldKeys(database)).containsExactly("inbox_settings_user_id_key");

        tagged(other).rollback("before-contract");
        expanded(database);
        tagged(other).update();
        assertThat(oldKeys(database)).containsExactly("inbox_settings_user_id_key");
        tagged(other).rollback("before-contract");
        expanded(database);
        tagged(other).rollback("before-tenancy");
        assertThat(scoped(database)).isEmpty();
    }

    private static void expanded(TestDatabase database) throws SQLException {
        assertThat(scoped(database)).containsExactly("social_platform_connections");
        assertThat(oldKeys(database)).contains("idx_social_conn_user_platform");
        assertThat(database.strings("SELECT tgname FROM pg_trigger WHERE tgname LIKE '%orgscope%'")).hasSize(7);
    }

    private static List<String> oldKeys(TestDatabase database) throws SQLException {
        return database.strings("SELECT indexname FROM pg_indexes WHERE indexname IN ('idx_social_conn_user_platform', 'inbox_settings_user_id_key') ORDER BY 1");
    }

    private static List<String> scoped(TestDatabase database) throws SQLException {
        return database.strings("SELECT attrelid::regclass FROM pg_attribute WHERE attname = 'organization_id' AND attnotnull"
                + " AND attrelid IN ('inbox_settings'::regclass, 'social_platform_connections'::regclass) ORDER BY attrelid::regclass::text");
    }

    @Test
    void byARouteForRowsThatHadNone(TestDatabase database) throws SQLException {
        use(ONE).labels("orgscope-expand").update();
        database.execute(NOBODY);
        assertThatThrownBy(() -> database.execute(INSERT)).hasMessageContaining("null value in column \"organization_id\"");
        use(FURTHER).labels("orgscope-expand").update();
        database.execute(INSERT);
        assertThat(database.string("SELECT organization_id FROM social_platform_connections WHERE id = 9999")).isEqualTo(KeyType.BIGINT.text(1));
    }

    @Test
    void byARouteWhileTheUpdateStandsStill(TestDatabase database) throws SQLException {
        use(ONE).updateCount(4);
        // The trigger is there, and a row comes that its route says nothing of.
        database.execute(NOBODY, INSERT);
        assertThatThrownBy(use(ONE)::update).hasMessageContaining("1 row (id=9999)").hasMessageContaining("add a route to the table");
        use(FURTHER).update();
        assertThat(database.string("SELECT organization_id FROM social_platform_connections WHERE id = 9999")).isEqualTo(KeyType.BIGINT.text(1));
    }

    @Test
    void byARouteAfterTheContractBringsNoTriggerBack(TestDatabase database) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        use(ONE).update();
        use(FURTHER).update();
        assertThat(database.strings("SELECT tgname FROM pg_trigger WHERE tgname LIKE '%orgscope%'")).isEmpty();
        use(FURTHER).rollbackCount(3);
        assertThat(database.strings("SELECT tgname FROM pg_trigger WHERE tgname LIKE '%orgscope%'")).hasSize(7);
        use(FURTHER).rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    @Test
    void byARouteAndBackToBeforeIt(TestDatabase database) throws SQLException {
        use(ONE).labels("orgscope-expand").update();
        use(ONE).tag("before");
        use(FURTHER).labels("orgscope-expand").update();
        use(FURTHER).rollback("before");
        assertThat(database.strings("SELECT tgname FROM pg_trigger WHERE tgname LIKE '%orgscope%'")).as("the old application still needs them").hasSize(7);
    }

    /** Step 12 of the first table runs again after the tag, so a rollback takes it back (docs/rolling-deployment.md). */
    @Test
    void byAnotherSettingOfRowSecurity(TestDatabase database) throws SQLException {
        String rowSecurity = "SELECT relrowsecurity FROM pg_class WHERE oid = 'social_platform_connections'::regclass";
        String app = database.asRole("app_" + database.name()).user();
        database.execute("GRANT SELECT ON social_platform_connections TO " + app);
        String isolated = ONE.replace("  tables:", "  isolation: { rows: { roles: [ " + app + " ] } }\n  tables:");
        tagged(isolated).update();
        Liquibases second = withPosts(isolated.replace("roles:", "setting: app.organization, roles:"));
        second.update();
        second.rollback("before-posts");
        assertThat(database.flag(rowSecurity)).isFalse();
        second.update();
        assertThat(database.flag(rowSecurity)).isTrue();
    }

    /** The ids of the change sets begin with the schema that is declared. With new ids all steps would run again, and belong to the last update. */
    @ParameterizedTest
    @CsvSource({"without, with, public.social_platform_connections, social_platform_connections", "with, without, social_platform_connections, public.social_platform_connections"})
    void byTheSchemaThatTheTableIsIn(String first, String then, String declared, String recorded) {
        Map<String, String> files = Map.of("without", ONE, "with", ONE.replace("      route:", "      schema: public\n      route:"));
        use(files.get(first)).labels("orgscope-expand").update();
        assertThatThrownBy(use(files.get(then)).labels("orgscope-expand")::update)
                .hasMessageContaining("The steps of social_platform_connections have run as " + recorded + "/01-add-column")
                .hasMessageContaining("would run again as " + declared + "/01-add-column").hasMessageContaining("Nothing was changed.");
        use(files.get(first)).update();
        use(files.get(first)).rollbackAll();
        use(files.get(then)).update();
    }

    /** Liquibase refuses what a finished step was told otherwise. Without checksums it would also leave out what it has to run again (docs/messages.md). */
    @Test
    void byWhatAFinishedStepWasToldOtherwise(TestDatabase database) throws SQLException {
        String wrong = FURTHER + "      onDelete: restrict\n";
        use(ONE).labels("orgscope-expand").update();
        assertThatThrownBy(use(wrong).labels("orgscope-expand")::update).hasMessageContaining("check sum").hasMessageContaining("05-foreign-key");
        use(wrong).run("clearChecksums", Map.of());
        use(wrong).labels("orgscope-expand").update();
        database.execute(NOBODY);
        assertThatThrownBy(() -> database.execute(INSERT)).as("the triggers have the former route").hasMessageContaining("null value in column \"organization_id\"");

        use(ONE).run("clearChecksums", Map.of());
        use(ONE).labels("orgscope-expand").update();
        use(FURTHER).labels("orgscope-expand").update();
        database.execute(INSERT);
    }

    @Test
    void byHowFastItGoes(TestDatabase database) {
        use(ONE).update();
        String before = use(ONE).status();
        assertThat(use(ONE.replace("  version: 1\n", "  version: 1\n  workers: 2\n  batch: 50ms\n  pace: 50\n  lockTimeout: 20ms\n")).status())
                .contains("is up to date").isEqualTo(before);
    }

    private Liquibases tagged(String declaration) {
        return use(declaration).changelog("changelog.yaml", read("examples/declarative/changelog.yaml"));
    }

    private Liquibases withPosts(String declaration) {
        return use(declaration).changelog("changelog.yaml", read("docs/yaml/one-table-first.yaml"));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private Liquibases use(String declaration) {
        return liquibase.changelog("tenancy.orgscope.yaml", declaration);
    }
}
