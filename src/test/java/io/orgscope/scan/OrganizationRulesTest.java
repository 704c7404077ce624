package io.orgscope.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.scan.finding.Baseline;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables have their organization, which should, and which are nobody's. */
@PostgresTest
class OrganizationRulesTest {

    private static final String INDEXED = "; CREATE INDEX ON %1$s (organization_id)";

    @Test
    void withoutOrganizationsThereIsOneFindingAndAGuess(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE organization (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY)");

        assertThat(Scans.on(database).found()).containsExactly("organizations-table-missing organizations");
        assertThat(Scans.on(database).run().findings().get(0).message())
                .isEqualTo("There is no table organizations. Did you mean 'organization'?");
    }

    /** Each has a column id, but no foreign key can reference it, or it has not all organizations. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "VIEW organizations AS SELECT id FROM companies | a view",
        "MATERIALIZED VIEW organizations AS SELECT id FROM companies | a view",
        "TABLE organizations PARTITION OF companies FOR VALUES FROM (0) TO (10) | a partition of companies",
        "FOREIGN TABLE organizations (id int) SERVER other | a foreign table"})
    void whatIsNoTableIsNotTheOrganizations(String sql, String what, TestDatabase database) throws SQLException {
        database.execute("CREATE EXTENSION postgres_fdw; CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw",
                "CREATE TABLE companies (id int PRIMARY KEY) PARTITION BY RANGE (id)", "CREATE " + sql,
                "CREATE TABLE t (id int PRIMARY KEY, organization_id int)", "GRANT SELECT ON t TO " + database.asRole("app_" + database.name()).user());

        ScanReport report = Scans.on(database).deeply().as("app_" + database.name()).run();

        assertThat(report.findings()).filteredOn(finding -> finding.rule() == Rule.ORGANIZATIONS_TABLE_MISSING).extracting(Finding::message)
                .singleElement().asString().startsWith("organizations is " + what + ", not the table of the organizations.");
        assertThat(Scans.lines(report)).noneMatch(line -> line.startsWith("organizations-key-not-unique"));
    }

    @Test
    void theKeyHasToBeUnique(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE organizations (id int NOT NULL, n int PRIMARY KEY)");
        assertThat(Scans.on(database).found()).containsExactly("organizations-key-not-unique organizations id");

        assertThat(Scans.on(database).run().findings().get(0).remedy().advice()).contains("runInTransaction: false");

        database.execute("CREATE UNIQUE INDEX ON organizations (id)");
        assertThat(Scans.on(database).found()).isEmpty();
    }

    @Test
    void aTableWithAllThatIsNeededIsClean(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + scoped("t"));

        assertThat(Scans.on(database).found()).isEmpty();
        assertThat(Scans.on(database).states()).containsExactly("organizations: organizations", "t: scoped");
        assertThat(Scans.on(database).run().compliance()).isEqualTo(100);
    }

    @Test
    void aMandatoryKeyToAScopedTableIsAWayThroughTheParent(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + scoped("p") + child("c", "NOT NULL", "p"));
        assertThat(Scans.on(database).found()).containsExactly("organization-through-parent c");
    }

    @Test
    void aNullableKeyOrATableWithoutTheColumnTellsNothing(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + scoped("p") + child("c", "", "p") + child("d", "NOT NULL", "c"));
        assertThat(Scans.on(database).found()).containsExactly("organization-column-missing c", "organization-column-missing d");
    }

    @Test
    void anotherColumnThatReferencesTheOrganizationsIsAWay(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS
                + "CREATE TABLE t (id int PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES organizations); CREATE INDEX ON t (tenant_id);");

        assertThat(Scans.on(database).found()).containsExactly("organization-column-missing t");
        assertThat(Scans.on(database).run().findings().get(0).remedy().lines()).isEqualTo("""
                - table: t
                  route: tenant_id -> organizations.id
                """);
    }

    /** Its values are not keys of organizations, so the foreign key checks no organization and says nothing about the deletion of one. */
    @Test
    void aForeignKeyToAnotherUniqueColumnIsNotThatOfTheOrganization(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY, code int NOT NULL UNIQUE);
                CREATE TABLE t (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations (code) ON DELETE RESTRICT);
                INSERT INTO organizations VALUES (1, 10), (2, 20);
                INSERT INTO t VALUES (1, 10);
                """);
        ScanReport report = Scans.on(database).deeply().run();

        assertThat(Scans.lines(report)).contains("organization-references-other t organization_id", "rows-of-unknown-organization t organization_id",
                "foreign-key-not-indexed t t_organization_id_fkey");
        assertThat(report.findings()).extracting(finding -> finding.remedy().lines()).noneMatch(lines -> lines.contains("onDelete"));
    }

    /** A step cannot fill it, and PostgreSQL has no foreign key and no index over one that is not stored. */
    @Test
    void aGeneratedColumnIsNotDeclared(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE organizations (id int PRIMARY KEY); INSERT INTO organizations VALUES (0), (1);"
                + "CREATE TABLE stored (id int PRIMARY KEY, organization_id int GENERATED ALWAYS AS (id % 2) STORED); INSERT INTO stored VALUES (1)");
        if (Postgres.major() >= 18) {
            database.execute("CREATE TABLE virtual (id int PRIMARY KEY, organization_id int GENERATED ALWAYS AS (id % 2)); INSERT INTO virtual VALUES (1)",
                    "ALTER TABLE organizations ADD code int GENERATED ALWAYS AS (id + 10)");
        }
        String role = database.asRole("app_" + database.name()).user();
        database.execute("ALTER TABLE stored ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON stored USING (organization_id = (SELECT current_setting('app.organization_id')::int));"
                + "INSERT INTO stored VALUES (2); GRANT ALL ON ALL TABLES IN SCHEMA public TO " + role);
        assertThat(Scans.on(database).deeply().as(role).run().findings()).filteredOn(finding -> finding.rule() == Rule.ISOLATION_NOT_PROVEN)
                .extracting(Finding::message).noneMatch(message -> message.contains("42601") || message.contains("428C9") || message.contains("ERROR"));
        for (Scans scans : List.of(Scans.on(database).deeply(), Scans.on(database).deeply().spec("- { table: stored, route: organization_id -> organizations.id }"))) {
            ScanReport report = scans.run();
            assertThat(Scans.lines(report)).noneMatch(line -> line.startsWith("check-not-run"));
            assertThat(report.findings()).filteredOn(finding -> finding.rule() == Rule.NULLABLE || finding.rule() == Rule.FOREIGN_KEY_MISSING
                            || finding.rule() == Rule.INDEX_MISSING).hasSize(Postgres.major() >= 18 ? 6 : 3)
                    .allSatisfy(finding -> assertThat(finding.remedy().advice()).contains("generated column"))
                    .allSatisfy(finding -> assertThat(finding.remedy().lines()).isEmpty());
        }
    }

    /** PostgreSQL has no unique index over it. */
    @Test
    void aVirtualKeyOfTheOrganizationsCannotBeUnique(TestDatabase database) throws SQLException {
        assumeTrue(Postgres.major() >= 18, "before, each generated column is stored");
        database.execute("CREATE TABLE organizations (n int PRIMARY KEY, id int GENERATED ALWAYS AS (n + 10))");
        assertThat(Scans.on(database).run().findings()).filteredOn(finding -> finding.rule() == Rule.ORGANIZATIONS_KEY_NOT_UNIQUE).singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("virtual generated column");
                    assertThat(finding.remedy().lines()).isEmpty();
                });
    }

    @Test
    void whatReachesNothingIsToBeDeclared(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + "CREATE TABLE plans (id int PRIMARY KEY)");

        assertThat(Scans.on(database).found()).containsExactly("global-undeclared plans");
        assertThat(Scans.on(database).baseline("global: [{ table: plans, reason: 'One price list' }]").found()).isEmpty();
    }

    @Test
    void whatAMembershipTableJoinsIsShared(TestDatabase database) throws SQLException {
        String people = "CREATE TABLE people (id int PRIMARY KEY);" + scoped("links")
                + "ALTER TABLE links ADD people_id int NOT NULL REFERENCES people; CREATE INDEX ON links (people_id);"
                + child("notes", "NOT NULL", "people");
        database.execute(Scans.ORGANIZATIONS + people);
        assertThat(Scans.on(database).found()).as("no unique pair, no membership").containsExactly("global-undeclared notes", "global-undeclared people");

        database.execute("CREATE UNIQUE INDEX ON links (people_id, organization_id)");
        assertThat(Scans.on(database).found()).containsExactly("organization-column-missing notes", "shared-undeclared people");
        assertThat(Scans.on(database).run().findings().get(0).remedy().lines()).isEqualTo("""
                # ? notes: people_id leads to people, whose rows may belong to several organizations, and nothing else says it. Do its rows \
                belong to a row of people alone (then leave the table out), or is there more to say which organization? --check-data=true looks \
                whether each belongs to only one.
                # - table: notes
                #   route: people_id -> links(people_id).organization_id
                """);
        assertThat(Scans.on(database).baseline("global: [{ table: people, reason: 'They have several employers' }]").found())
                .containsExactly("organization-column-missing notes");
    }

    @Test
    void toolsAndExtensionsAreLeftAlone(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + """
                CREATE TABLE databasechangelog (id text); CREATE TABLE flyway_schema_history (id text);
                CREATE SCHEMA orgscope; CREATE TABLE orgscope.kept (id text);
                CREATE EXTENSION postgres_fdw; CREATE TABLE t (id text);
                """);
        database.execute("ALTER EXTENSION postgres_fdw ADD TABLE t");

        assertThat(Scans.on(database).found()).isEmpty();
        assertThat(Scans.on(database).states()).containsExactly("orgscope.kept: tooling", "databasechangelog: tooling",
                "flyway_schema_history: tooling", "organizations: organizations", "t: tooling");
    }

    @Test
    void partitionsAndViewsAreSeenThroughWhatTheyBelongTo(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + scoped("p") + """
                CREATE TABLE events (id int, p_id int NOT NULL REFERENCES p, PRIMARY KEY (id)) PARTITION BY RANGE (id);
                CREATE INDEX ON events (p_id);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
                CREATE VIEW v AS SELECT * FROM events;
                """);

        assertThat(Scans.on(database).found()).containsExactly("organization-through-parent events");
        assertThat(Scans.on(database).run().partitions()).isEqualTo(1);
    }

    /** PostgreSQL checks such a key for the rows of that partition only. */
    @Test
    void aKeyThatOnlyAPartitionHasOrReferencesMayCross(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + scoped("p") + scoped("audit") + """
                CREATE TABLE events (id int PRIMARY KEY, p_id int, organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE) PARTITION BY RANGE (id);
                CREATE INDEX ON events (organization_id);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
                ALTER TABLE events_1 ADD CONSTRAINT by_p FOREIGN KEY (p_id) REFERENCES p;
                ALTER TABLE audit ADD event_id int CONSTRAINT by_event REFERENCES events_1;
                CREATE INDEX ON audit (event_id);
                INSERT INTO organizations (name) VALUES ('a'), ('b');
                INSERT INTO p SELECT 1, id FROM organizations WHERE name = 'a';
                INSERT INTO events SELECT 1, 1, id FROM organizations WHERE name = 'b';
                INSERT INTO audit SELECT 1, id, 1 FROM organizations WHERE name = 'a';
                """);
        assertThat(Scans.on(database).found()).containsExactlyInAnyOrder("reference-may-cross events events_1.by_p", "reference-may-cross audit by_event");
        assertThat(Scans.on(database).deeply().found()).contains("references-cross events events_1.by_p", "references-cross audit by_event");
    }

    @Test
    void tablesInACircleFindTheirWaysWithoutGoingRound(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + scoped("p") + child("a", "NOT NULL", "p") + child("b", "NOT NULL", "a")
                + "ALTER TABLE a ADD b_id int NOT NULL REFERENCES b; CREATE INDEX ON a (b_id)");

        assertThat(Scans.on(database).run().findings().stream().map(finding -> finding.remedy().lines()).filter(lines -> lines.contains("- table")))
                .as("whose a row of a is, p_id and b_id may each say").hasSize(2).allMatch(lines -> lines.startsWith("# "))
                .anyMatch(lines -> lines.contains("- table: a\n#   route: p_id -> p.organization_id\n"))
                .anyMatch(lines -> lines.contains("- table: b\n#   route: a_id -> a.organization_id\n"));
    }

    @Test
    void whatIsDeclaredHasToExist(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + scoped("p") + child("children", "NOT NULL", "p"));

        Scans scans = Scans.on(database).spec("""
                - { table: childrn, route: p_id -> p.organization_id }
                """);

        assertThat(scans.found()).containsExactly("declared-table-missing childrn", "organization-through-parent children");
        assertThat(scans.run().findings().get(0).message()).contains("Did you mean 'children'?");
        assertThat(Scans.on(database).spec("- { table: children, route: p_id -> p.organization_id }").run().findings().get(0).remedy().advice())
                .isEqualTo("The table is declared: run liquibase update, and this scan again.");
    }

    @Test
    void namesStayWhatTheyAre(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + """
                CREATE SCHEMA "Tenant ""Data""\";
                CREATE TABLE "Tenant ""Data""\"."Order ""x""; DROP" (id int PRIMARY KEY, "Org Id; --" uuid NOT NULL REFERENCES organizations);
                CREATE INDEX ON "Tenant ""Data""\"."Order ""x""; DROP" ("Org Id; --");
                CREATE TABLE "order" (id int PRIMARY KEY, "x.y" int NOT NULL REFERENCES "Tenant ""Data""\"."Order ""x""; DROP");
                CREATE INDEX ON "order" ("x.y");
                """);

        ScanReport report = Scans.on(database).run();

        assertThat(Scans.lines(report)).containsExactly("organization-column-missing Tenant \"Data\".Order \"x\"; DROP",
                "organization-column-missing order");
        String entries = String.join("", report.findings().stream().map(finding -> finding.remedy().lines()).distinct().toList());
        assertThat(entries).contains("route: \"\\\"x.y\\\" -> \\\"Tenant \\\"\\\"Data\\\"\\\"\\\".\\\"Order \\\"\\\"x\\\"\\\"; DROP\\\".organization_id\"");
        assertThat(Scans.on(database).spec(entries).run().tables()).filteredOn(table -> table.reason().equals("declared, not yet applied")).hasSize(2);
        assertThat(Scans.on(database).spec(entries).deeply().run().checks()).as("the routes work").hasSize(1 + 2)
                .noneMatch(check -> check.extent().startsWith("not run") && check.table().name().startsWith("Order"));
    }

    /** In the file, an entry without a schema and a column has those of the file, not those of the connection and of --column. */
    @Test
    void linesToPasteFitTheFile(TestDatabase database) throws SQLException {
        String columns = " (id int PRIMARY KEY, tenant_id uuid REFERENCES organizations ON DELETE CASCADE)";
        database.execute(Scans.ORGANIZATIONS + "CREATE SCHEMA app; CREATE TABLE app.orders" + columns + "; CREATE TABLE public.orders" + columns
                + "; CREATE TABLE app.first" + columns);
        String file = "orgscope:\n  version: 1\n  schema: app\n  organizations: { schema: public }\n  tables:\n"
                + "    - { table: first, route: tenant_id -> public.organizations.id, column: tenant_id }\n";

        String lines = nullable(database, file, "app.orders", "orders").stream().map(finding -> Scans.decided(finding.remedy().lines()))
                .collect(Collectors.joining());

        assertThat(lines).isEqualTo("""
                - table: orders
                  column: tenant_id
                  route: tenant_id -> public.organizations.id
                - table: orders
                  schema: public
                  column: tenant_id
                  route: tenant_id -> organizations.id
                """);
        assertThat(nullable(database, file + lines.indent(4), "app.orders", "orders")).extracting(finding -> finding.remedy().advice())
                .containsOnly("The table is declared: run liquibase update, and this scan again.");
    }

    /** A route that writes no key reads by the primary key. */
    @Test
    void aKeyThatIsNotThePrimaryKeyIsWritten(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id bigint PRIMARY KEY, number bigint NOT NULL UNIQUE);
                CREATE TABLE loose (id int PRIMARY KEY, organization_id bigint);
                CREATE TABLE bound (id int PRIMARY KEY, organization_id bigint REFERENCES organizations (number) ON DELETE CASCADE);
                """);
        try (Connection connection = database.connection()) {
            ScanReport report = Scan.run(connection, new ScanOptions(new Organizations(new TableName("public", "organizations"), "number", null), "organization_id",
                    "public", null, Baseline.NONE, null, null, null, false));
            assertThat(report.findings()).filteredOn(finding -> finding.rule() == Rule.NULLABLE).extracting(finding -> Scans.decided(finding.remedy().lines()))
                    .containsExactly("- table: bound\n  route: organization_id -> organizations.number\n",
                            "- table: loose\n  route: organization_id -> organizations(number).number\n");
        }
    }

    /** What is found with {@code --column=tenant_id}. */
    private static List<Finding> nullable(TestDatabase database, String file, String... tables) throws SQLException {
        try (Connection connection = database.connection()) {
            return Scan.run(connection, new ScanOptions(new Organizations(new TableName("public", "organizations"), "id", null), "tenant_id", "public",
                    OrgScopeFile.parse("test.orgscope.yaml", file), Baseline.NONE, null, null, null, false)).findings().stream()
                    .filter(finding -> finding.rule() == Rule.NULLABLE && List.of(tables).contains(finding.tableName())).toList();
        }
    }

    @Test
    void theSameNameInTwoSchemasIsTwoTables(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS + scoped("t") + "CREATE SCHEMA other; CREATE TABLE other.t (id int PRIMARY KEY);"
                + "CREATE TABLE other.organizations (id int PRIMARY KEY)");

        assertThat(Scans.on(database).states()).containsExactly("other.organizations: global", "other.t: global",
                "organizations: organizations", "t: scoped");
    }

    static String scoped(String name) {
        return ("CREATE TABLE %1$s (id int PRIMARY KEY, organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE)" + INDEXED + ";\n")
                .formatted(name);
    }

    static String child(String name, String mandatory, String parent) {
        return "CREATE TABLE %1$s (id int PRIMARY KEY, %3$s_id int %2$s REFERENCES %3$s); CREATE INDEX ON %1$s (%3$s_id);%n".formatted(name, mandatory, parent);
    }
}
