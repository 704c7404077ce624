package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.distribute.DistributionReport;
import io.orgscope.distribute.DistributionText;
import io.orgscope.distribute.Obstacle;
import io.orgscope.distribute.Shards;
import io.orgscope.distribute.TableKind;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Login;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Citus would make of the tables. What it takes and refuses was seen on Citus 13.0.3; here is a plain PostgreSQL. */
@PostgresTest
class DistributionTest {

    private static final String ODD = "Odd \"1\"";
    private static final String ODD_SQL = "\"Odd \"\"1\"\"\"";

    private static final List<String> REFERENCE = List.of("content_categories", "organizations", "plans", "refresh_token_blacklist", "registration_keys",
            "roles", "user_credentials", "user_settings", "users");
    private static final List<String> LOCAL = List.of("admin_audit_logs", "admin_sessions", "admin_users", "alembic_version", "permissions",
            "research_data", "role_permissions", "system_settings");

    /** As Citus 13.0.3 gave them for the organizations 1 to 5 and 32 shards. */
    private static final Map<Integer, Integer> ORGANIZATIONS_OF_SHARDS = Map.of(1, 1, 24, 1, 15, 1, 8, 1, 6, 1);

    private static DistributionReport report(Login database, UnaryOperator<PlanOptions> options) throws SQLException {
        try (Connection connection = database.connection()) {
            return Distribution.of(connection, options.apply(PlanOptions.of("public")), DistributionReport.SHARDS);
        }
    }

    private static PlanOptions odd(PlanOptions options) {
        return Plans.withOrganizations(options, "\"Odd \"\"1\"\"\".\"Org; DROP\"", "Key 1", "Org Id");
    }

    private static List<String> names(DistributionReport report, TableKind kind) {
        return report.ofKind(kind).stream().map(entry -> entry.subject().name().toString()).toList();
    }

    private static DistributionReport.Entry entry(DistributionReport report, String name) {
        return report.tables().stream().filter(entry -> entry.subject().name().name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyTableOfTheFixture(KeyType keyType, TestDatabase database) throws SQLException {
        database.fixture(keyType);
        DistributionReport report = report(database, UnaryOperator.identity());
        assertThat(names(report, TableKind.REFERENCE)).isEqualTo(REFERENCE);
        assertThat(names(report, TableKind.LOCAL)).isEqualTo(LOCAL);
        assertThat(names(report, TableKind.DISTRIBUTED)).hasSize(32);
        assertThat(entry(report, "goals").blocking()).extracting(obstacle -> obstacle.cause().toString())
                .containsExactlyElementsOf(Stream.of(keyType == KeyType.DOMAIN ? "organization-column" : "", "organization-column", "primary-key", "unique-key")
                        .filter(cause -> !cause.isEmpty()).toList());
        assertThat(entry(report, "social_posts").blocking()).extracting(Obstacle::what).containsExactly(
                "It has no column organization_id yet. orgscope-plan has a question about it.",
                "Its primary key social_posts_pkey (id) does not contain organization_id.",
                "The foreign key social_posts_connection_id_fkey (connection_id) to social_platform_connections does not contain the organization.",
                "The foreign key social_posts_content_item_id_fkey (content_item_id) to content_items does not contain the organization.");
        assertThat(report.ofKind(TableKind.REFERENCE)).allSatisfy(entry -> assertThat(entry.blocking()).isEmpty());
    }

    /** Each table's comment says what has to be found. */
    @Test
    void everyObstacleIsFoundAndNoOther(TestDatabase database) throws SQLException, IOException {
        database.execute(obstacles());
        DistributionReport report = report(database, DistributionTest::odd);
        Map<String, List<String>> expected = new TreeMap<>();
        Map<String, List<String>> found = new TreeMap<>();
        for (DistributionReport.Entry entry : report.tables()) {
            String comment = database.string("SELECT pg_catalog.obj_description(?::oid, 'pg_class')", entry.subject().table().oid());
            expected.put(entry.subject().name().name(), comment == null ? List.of() : Arrays.asList(comment.split(" ")));
            found.put(entry.subject().name().name(), entry.obstacles().stream().map(obstacle -> obstacle.cause().toString()).toList());
        }
        assertThat(found).isEqualTo(expected);
        assertThat(report.tables().stream().flatMap(entry -> entry.obstacles().stream()).map(Obstacle::cause))
                .containsAll(EnumSet.complementOf(EnumSet.of(Obstacle.Cause.TABLESPACE)));
    }

    @Test
    void policiesAndRulesOfOtherTablesAreNamed(TestDatabase database) throws SQLException, IOException {
        database.execute(obstacles());
        DistributionReport report = report(database, DistributionTest::odd);
        assertThat(entry(report, "seats").blocking()).extracting(Obstacle::what).containsExactly("Citus would drop what depends on it: policy narrow on table "
                + ODD_SQL + ".audit, rule too on table " + ODD_SQL + ".log.");
        assertThat(entry(report, "seen").blocking()).extracting(Obstacle::what).containsExactly("Citus would drop what depends on it: policy by_view on table "
                + ODD_SQL + ".audit.");
    }

    /** With its setting, and the column in quotes; step 12 makes ours again. */
    @Test
    void howAPolicyIsMadeAgain(TestDatabase database) throws SQLException, IOException {
        database.execute(obstacles());
        database.execute("CREATE POLICY orgscope_isolation_select ON " + ODD_SQL + ".guarded USING (\"Org Id\" = (SELECT 1))");
        assertThat(entry(report(database, DistributionTest::odd), "guarded").blocking()).extracting(Obstacle::remedy).containsExactly(
                "Make it again without SELECT, as in \"Org Id\" = nullif(current_setting('app.tenant', true), '')::integer.",
                "Declare distribute: citus, and run update with the label orgscope-isolate: step 12 makes its policies again without SELECT.");
    }

    @Test
    void aTablespaceStandsInTheWay(TestDatabase database) throws SQLException {
        assumeTrue(Postgres.major() >= 15, "before, a tablespace needs a directory on the server");
        String space = "space_of_" + database.name();
        database.execute("CREATE TABLE organizations (id integer PRIMARY KEY)", """
                CREATE TABLE t (organization_id integer NOT NULL REFERENCES organizations, id integer, PRIMARY KEY (organization_id, id)) PARTITION BY LIST (id)""",
                "CREATE TABLE t_1 PARTITION OF t DEFAULT", "SET allow_in_place_tablespaces = on", "CREATE TABLESPACE " + space + " LOCATION ''");
        assertThat(entry(report(database, UnaryOperator.identity()), "t").obstacles()).isEmpty();
        for (String change : List.of("ALTER INDEX t_pkey", "ALTER INDEX t_1_pkey", "ALTER TABLE t_1")) {
            database.execute(change + " SET TABLESPACE " + space);
            assertThat(entry(report(database, UnaryOperator.identity()), "t").blocking()).extracting(Obstacle::what)
                    .containsExactly("It or its indexes are in tablespaces: " + space + ".");
            database.execute(change + " SET TABLESPACE pg_default");
        }
        database.execute("DROP TABLE t", "DROP TABLESPACE " + space);
    }

    @Test
    void kindsAndTheirReasons(TestDatabase database) throws SQLException, IOException {
        database.execute(obstacles());
        DistributionReport report = report(database, DistributionTest::odd);
        assertThat(names(report, TableKind.REFERENCE)).containsExactly(ODD + ".Org; DROP", ODD + ".country", ODD + ".users");
        assertThat(entry(report, "country").reason()).isEqualTo("No organization, but " + ODD + ".users references it.");
        assertThat(entry(report, "legacy").kind()).isEqualTo(TableKind.LOCAL);
        assertThat(entry(report, "legacy").reason()).startsWith("It takes no part. Other tables inherit from it");
        assertThat(names(report, TableKind.DISTRIBUTED)).contains(ODD + ".fine \"t\"", ODD + ".parts").doesNotContain(ODD + ".parts_2026");
    }

    /** The same rows by statistics and counted; the organization and the numbers of the shards are the ones that Citus gave. */
    @Test
    void anOrganizationWithSixtyPercentIsSkew(TestDatabase database) throws SQLException, IOException {
        database.execute(obstacles());
        database.execute("SET search_path = \"Odd \"\"1\"\"\"",
                "INSERT INTO \"Org; DROP\" SELECT n, 'o' || n FROM generate_series(1, 5) n",
                "INSERT INTO \"fine \"\"t\"\"\" SELECT CASE WHEN n <= 600 THEN 1 ELSE 2 + n % 4 END, n FROM generate_series(1, 1000) n",
                "INSERT INTO parts SELECT 2, n, '2026-05-05' FROM generate_series(1, 10) n", "ANALYZE", "RESET search_path");
        for (boolean counted : List.of(false, true)) {
            DistributionReport report = report(database, options -> odd(counted ? Plans.checkingData(options) : options));
            Shards shards = report.shards();
            assertThat(entry(report, "fine \"t\"").spread().largest().orElseThrow()).isCloseTo(0.6, within(0.001));
            assertThat(entry(report, "parts").spread().largest()).contains(1.0);
            assertThat(shards.largest().organization()).isEqualTo("1");
            assertThat(shards.largest().shard()).isEqualTo(1);
            assertThat(shards.largest().part().rows()).isCloseTo(600, within(1.0));
            assertThat(shards.rows()).isCloseTo(1010, within(1.0));
            Map<Integer, Integer> organizations = shards.shards().stream().collect(Collectors.toMap(Shards.Shard::number, Shards.Shard::organizations));
            assertThat(organizations).isEqualTo(ORGANIZATIONS_OF_SHARDS);
            assertThat(DistributionText.text(report)).contains("The largest organization, 1, has ", "This is skew:");
        }
    }

    /** The fixture's connections have no column yet: their organization comes by their routes. */
    @Test
    void rowsWithoutAColumnAreCountedByTheirRoutes(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        Seed.of(KeyType.UUID).posts(60).into(database);
        DistributionReport estimated = report(database, UnaryOperator.identity());
        assertThat(estimated.shards().left()).hasSize(24).containsValue("it has no organization column yet");
        DistributionReport report = report(database, Plans::checkingData);
        assertThat(report.shards().left()).isEmpty();
        assertThat(entry(report, "social_posts").spread().rows()).isEqualTo(60);
        assertThat(entry(report, "social_posts").spread().counts()).extracting(count -> (long) count.rows()).containsExactly(24L, 18L, 18L);
        assertThat(report.shards().largest().organization()).isEqualTo(KeyType.UUID.text(1));
    }

    @Test
    void rowsThatNoStatisticsNameAreSpreadEvenly(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE organizations (id integer PRIMARY KEY)", "INSERT INTO organizations SELECT generate_series(1, 2000)",
                "CREATE TABLE t (organization_id integer NOT NULL REFERENCES organizations, id integer, PRIMARY KEY (organization_id, id))",
                "INSERT INTO t SELECT n, n FROM generate_series(1, 2000) n", "ANALYZE");
        DistributionReport report = report(database, UnaryOperator.identity());
        assertThat(report.shards().even().rows()).isEqualTo(2000);
        assertThat(report.shards().largest()).isNull();
        assertThat(entry(report, "t").spread().largest().orElseThrow()).isCloseTo(1 / 2000.0, within(0.0001));
        assertThat(report(database, Plans::checkingData).shards().shards()).hasSize(32);
    }

    private static String obstacles() throws IOException {
        try (InputStream in = DistributionReport.class.getResourceAsStream("obstacles.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
