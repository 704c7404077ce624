package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas whose way to the organizations is not plain. */
@PostgresTest
class HardSchemaPlanTest {

    @TempDir
    private Path directory;
    private TestDatabase database;

    @BeforeEach
    void organizations(TestDatabase fresh) throws SQLException {
        database = fresh;
        database.execute("""
                CREATE TABLE organizations (id bigint PRIMARY KEY, slug text NOT NULL UNIQUE);
                INSERT INTO organizations SELECT n, 'org-' || n FROM generate_series(1, 3) n;
                """);
    }

    private Map<String, String> byCatalog() throws SQLException {
        return Plans.summary(Plans.of(database));
    }

    /** The plan by the rows; what stands in it is also run. */
    private Map<String, String> byData() throws SQLException {
        Plan plan = Plans.checked(database);
        runs(plan);
        return Plans.summary(plan);
    }

    private void runs(Plan plan) {
        String yaml = OrgScopeYaml.write(plan);
        if (plan.entries().stream().anyMatch(PlannedTable::active)) {
            Liquibases liquibase = Liquibases.on(database).in(directory).changelog("plan.orgscope.yaml", yaml);
            liquibase.validate();
            liquibase.update();
        }
    }

    private static final String DIAMOND = """
            CREATE TABLE projects (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
            CREATE TABLE boards (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
            CREATE TABLE cards (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, board_id int NOT NULL REFERENCES boards);
            INSERT INTO projects VALUES (1, 1), (2, 2);
            INSERT INTO boards VALUES (1, 1), (2, 2);
            INSERT INTO cards SELECT n, n % 2 + 1, n % 2 + 1 FROM generate_series(1, 20) n;
            """;

    @Test
    void aDiamondThatAgreesTakesOneSide() throws SQLException {
        database.execute(DIAMOND);
        assertThat(Plans.table(Plans.of(database), "cards").question()).isEqualTo("board_id and project_id may each say whose the row is, and"
                + " nothing in the catalog says that they agree; --check-data=true compares them on the rows. Which one counts?");
        PlannedTable cards = Plans.table(Plans.checked(database), "cards");
        assertThat(cards.question()).isNull();
        assertThat(cards.reasons()).contains("project_id -> projects.organization_id answers for 20 of 20 rows, always the same.",
                "board_id and project_id are equal on all 20 rows that have both; board_id is taken: it comes first by its name.");
        assertThat(byData()).containsEntry("cards", "board_id -> boards.organization_id");
    }

    @Test
    void aDiamondThatDisagreesIsAsked() throws SQLException {
        database.execute(DIAMOND, "UPDATE cards SET board_id = 1 WHERE id IN (2, 3, 5, 7, 9, 11, 13)");
        PlannedTable cards = Plans.table(Plans.checked(database), "cards");
        assertThat(cards.question()).isEqualTo("board_id -> boards.organization_id and project_id -> projects.organization_id name"
                + " different organizations for 6 of the 20 rows that both answer for (id=3; id=5; id=7; id=9; id=11; …)");
        String yaml = OrgScopeYaml.write(Plans.checked(database));
        assertThat(yaml).contains("    # - table: cards\n    #   route: board_id -> boards.organization_id",
                "    #   # route: project_id -> projects.organization_id");
        assertThat(yaml.lines()).noneMatch(line -> line.startsWith("    - table: cards"));
    }

    @Test
    void whatReadsAnUndecidedTableWaits() throws SQLException {
        database.execute(DIAMOND, "UPDATE cards SET board_id = 1 WHERE id = 3",
                "CREATE TABLE comments (id int PRIMARY KEY, card_id int NOT NULL REFERENCES cards)");
        assertThat(Plans.table(Plans.checked(database), "comments").question())
                .isEqualTo("it reads the organization of cards, which has to be decided first");
    }

    /** The chain through tables that have no organization yet is followed to one that has. */
    @Test
    void aLongChainIsComparedBeforeAnythingIsThere() throws SQLException {
        database.execute("""
                CREATE TABLE teams (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE projects (id int PRIMARY KEY, team_id int NOT NULL REFERENCES teams);
                CREATE TABLE boards (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE cards (id int PRIMARY KEY, board_id int NOT NULL REFERENCES boards, team_id int NOT NULL REFERENCES teams);
                INSERT INTO teams VALUES (1, 1), (2, 2);
                INSERT INTO projects VALUES (1, 1), (2, 2);
                INSERT INTO boards VALUES (1, 1), (2, 2);
                INSERT INTO cards SELECT n, n % 2 + 1, n % 2 + 1 FROM generate_series(1, 10) n;
                """);
        assertThat(Plans.table(Plans.checked(database), "cards").reasons())
                .contains("board_id -> boards.organization_id answers for 10 of 10 rows, always the same.");
        database.execute("UPDATE cards SET team_id = 1 WHERE id = 3");
        assertThat(Plans.table(Plans.checked(database), "cards").question()).contains("for 1 of the 10 rows", "(id=3)");
        database.execute("UPDATE cards SET team_id = 2 WHERE id = 3");
        assertThat(byData()).containsEntry("cards", "team_id -> teams.organization_id")
                .containsEntry("boards", "project_id -> projects.organization_id");
    }

    @Test
    void aNullableShortcutComesAfterTheLongWayThatIsNot() throws SQLException {
        database.execute("""
                CREATE TABLE projects (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE milestones (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE tasks (id int PRIMARY KEY, milestone_id int NOT NULL REFERENCES milestones, project_id int REFERENCES projects);
                CREATE TABLE notes (id int PRIMARY KEY, task_id int REFERENCES tasks, project_id int REFERENCES projects);
                INSERT INTO projects VALUES (1, 1), (2, 2);
                INSERT INTO milestones VALUES (1, 1), (2, 2);
                INSERT INTO tasks VALUES (1, 1, 1), (2, 2, NULL);
                INSERT INTO notes VALUES (1, 1, NULL), (2, NULL, 2);
                """);
        assertThat(byCatalog()).containsEntry("tasks", "milestone_id -> milestones.organization_id")
                .containsEntry("notes", "project_id -> projects.organization_id; task_id -> tasks.organization_id");
        assertThat(byData()).containsEntry("tasks", "milestone_id -> milestones.organization_id")
                .containsEntry("notes", "project_id -> projects.organization_id; task_id -> tasks.organization_id");
    }

    @Test
    void whoMadeARowDoesNotOwnIt() throws SQLException {
        database.execute("""
                CREATE TABLE users (id int PRIMARY KEY, default_organization_id bigint REFERENCES organizations);
                CREATE TABLE memberships (user_id int REFERENCES users, organization_id bigint NOT NULL REFERENCES organizations,
                  PRIMARY KEY (user_id, organization_id));
                CREATE TABLE projects (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE documents (id int PRIMARY KEY, project_id int REFERENCES projects, created_by int NOT NULL REFERENCES users);
                INSERT INTO users VALUES (1, 1), (2, 2);
                INSERT INTO memberships VALUES (1, 1), (2, 2), (2, 3);
                INSERT INTO projects VALUES (1, 1), (2, 2);
                """);
        assertThat(Plans.table(Plans.of(database), "documents").question()).isEqualTo("created_by is in every row, but says who did"
                + " something, not whose the row is; project_id says whose, but may be NULL. Which one counts?");
        database.execute("INSERT INTO documents VALUES (1, 1, 1), (2, 1, 2)");
        PlannedTable documents = Plans.table(Plans.checked(database), "documents");
        assertThat(documents.question()).isNull();
        assertThat(documents.reasons()).contains("created_by -> memberships(user_id).organization_id answers for 1 of 2 rows, always"
                + " the same; it says who did something, not whose the row is.");
        assertThat(byData()).containsEntry("documents", "project_id -> projects.organization_id");
    }

    @Test
    void theOwnerComesBeforeTheMakerWhereBothAreInEveryRow() throws SQLException {
        database.execute("""
                CREATE TABLE users (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE clients (id int PRIMARY KEY, owner_id int NOT NULL REFERENCES users);
                CREATE TABLE letters (id int PRIMARY KEY, assigned_to int NOT NULL REFERENCES users, client_id int NOT NULL REFERENCES clients);
                """);
        assertThat(byCatalog()).containsEntry("letters", "client_id -> clients.organization_id");
    }

    @Test
    void rowsThatFindNoneAreShownByKey() throws SQLException {
        database.execute("""
                CREATE TABLE projects (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE files (id int PRIMARY KEY, project_id int REFERENCES projects);
                INSERT INTO projects VALUES (1, 1);
                INSERT INTO files SELECT n, CASE WHEN n > 7 THEN 1 END FROM generate_series(1, 10) n;
                """);
        assertThat(Plans.table(Plans.checked(database), "files").question()).isEqualTo("7 of its 10 rows find no organization"
                + " (id=1; id=2; id=3; id=4; id=5; …). Give them one where their routes lead, or add a route for them");
    }

    @Test
    void manyToManyTablesMakeTheirOtherSideShared() throws SQLException {
        database.execute("""
                CREATE TABLE people (id int PRIMARY KEY, email text UNIQUE);
                CREATE TABLE members (id int PRIMARY KEY, person_id int NOT NULL REFERENCES people, organization_id bigint NOT NULL
                  REFERENCES organizations, UNIQUE (person_id, organization_id));
                CREATE TABLE letters (id int PRIMARY KEY, person_id int NOT NULL REFERENCES people);
                CREATE TABLE teams (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE projects (id int PRIMARY KEY, team_id int NOT NULL REFERENCES teams);
                CREATE TABLE project_shares (project_id int REFERENCES projects, organization_id bigint NOT NULL REFERENCES organizations,
                  PRIMARY KEY (project_id, organization_id));
                INSERT INTO people VALUES (1), (2);
                INSERT INTO members VALUES (1, 1, 1), (2, 2, 2), (3, 2, 3);
                INSERT INTO letters VALUES (1, 1);
                """);
        assertThat(byCatalog()).containsEntry("people", "shared by several organizations")
                .containsEntry("letters", "? person_id -> members(person_id).organization_id")
                .containsEntry("projects", "team_id -> teams.organization_id");
        database.execute("ALTER TABLE members DROP CONSTRAINT members_person_id_organization_id_key,"
                + " ADD CONSTRAINT members_key UNIQUE (organization_id, person_id)");
        assertThat(Plans.table(Plans.of(database), "letters").reasons()).first().asString()
                .isEqualTo("No index of members is led by person_id: each row would read it whole. Build one first.");
        database.execute("INSERT INTO letters VALUES (2, 2)");
        assertThat(Plans.table(Plans.checked(database), "letters").question()).startsWith("person_id leads to people, whose rows may belong to"
                + " several organizations, and nothing else says it");
        database.execute("DELETE FROM letters WHERE id = 2", "DELETE FROM members WHERE id = 3");
        assertThat(byData()).containsEntry("letters", "person_id -> members(person_id).organization_id");
    }

    @Test
    void selfReferencesAndCirclesAreNoWay() throws SQLException {
        database.execute("""
                CREATE TABLE nodes (id int PRIMARY KEY, parent_id int REFERENCES nodes);
                CREATE TABLE folders (id int PRIMARY KEY, parent_id int REFERENCES folders, organization_ref bigint NOT NULL REFERENCES organizations);
                CREATE TABLE left_side (id int PRIMARY KEY, org bigint REFERENCES organizations);
                CREATE TABLE right_side (id int PRIMARY KEY, org bigint REFERENCES organizations, left_id int NOT NULL REFERENCES left_side);
                ALTER TABLE left_side ADD right_id int NOT NULL REFERENCES right_side DEFERRABLE INITIALLY DEFERRED;
                BEGIN;
                INSERT INTO left_side VALUES (1, 1, 1);
                INSERT INTO right_side VALUES (1, 1, 1);
                COMMIT;
                """);
        assertThat(byCatalog()).containsEntry("nodes", "global")
                .containsEntry("folders", "organization_ref -> organizations.id")
                .containsEntry("left_side", "org -> organizations.id; right_id -> right_side.organization_id")
                .containsEntry("right_side", "org -> organizations.id");
        assertThat(byData()).containsEntry("right_side", "org -> organizations.id");
    }

    private static final String PAIRS = """
            CREATE TABLE invoices (id bigint PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
            CREATE TABLE payment_requests (id bigint PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
            CREATE TABLE payments (id int PRIMARY KEY, payable_type text NOT NULL, payable_id bigint NOT NULL);
            INSERT INTO invoices VALUES (1, 1), (2, 2);
            INSERT INTO payment_requests VALUES (1, 3);
            """;

    @Test
    void polymorphicPairsLeadWhereTheRowsSay() throws SQLException {
        database.execute(PAIRS);
        assertThat(byCatalog()).containsEntry("payments", "unknown");
        assertThat(Plans.table(Plans.of(database), "payments").reasons())
                .containsExactly("payable_type, payable_id: no row has a payable_type yet, so where payable_id leads is not known.");
        database.execute("INSERT INTO payments VALUES (1, 'Invoice', 1), (2, 'App\\Models\\PaymentRequest', 1), (3, 'Invoice', 2)");
        assertThat(byData()).containsEntry("payments", "payable_id -> payment_requests.organization_id when payable_type ="
                + " E'App\\\\Models\\\\PaymentRequest'; payable_id -> invoices.organization_id when payable_type = 'Invoice'");
        assertThat(database.strings("SELECT organization_id FROM payments ORDER BY id")).containsExactly("1", "3", "2");
    }

    @Test
    void aPolymorphicTypeWithoutATableIsAsked() throws SQLException {
        database.execute(PAIRS, "INSERT INTO payments VALUES (1, 'Invoice', 1), (2, 'Voucher', 7)");
        assertThat(Plans.table(Plans.of(database), "payments").question())
                .isEqualTo("no table is called like the payable_type 'Voucher'");
        assertThat(Plans.table(Plans.checked(database), "payments").question()).startsWith("1 of its 2 rows find no organization (id=2)");
    }

    @Test
    void aMissingForeignKeyIsGuessedFromTheName() throws SQLException {
        database.execute("""
                CREATE TABLE customers (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE categories (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL, category_id uuid);
                CREATE TABLE "orderLines" (id int PRIMARY KEY, "orderId" int NOT NULL);
                INSERT INTO customers VALUES (1, 1);
                INSERT INTO orders VALUES (1, 1);
                INSERT INTO "orderLines" VALUES (1, 1);
                """);
        assertThat(byCatalog()).containsEntry("orders", "customer_id -> customers.organization_id")
                .containsEntry("orderLines", "orderId -> orders.organization_id");
        assertThat(Plans.table(Plans.of(database), "orders").reasons()).first().asString()
                .contains("no foreign key, only the name says so");
        assertThat(byData()).containsEntry("orders", "customer_id -> customers.organization_id");
        database.execute("ALTER TABLE orders DROP organization_id", "INSERT INTO orders VALUES (2, 99)");
        assertThat(Plans.table(Plans.checked(database), "orders").question()).contains("1 of its 2 rows find no organization (id=2)");
    }

    @Test
    void keysOfTwoColumns() throws SQLException {
        database.execute("""
                CREATE TABLE invoices (year int, number int, organization_id bigint NOT NULL REFERENCES organizations, PRIMARY KEY (year, number));
                CREATE TABLE lines (id int PRIMARY KEY, invoice_number int NOT NULL, invoice_year int NOT NULL,
                  FOREIGN KEY (invoice_year, invoice_number) REFERENCES invoices (year, number));
                INSERT INTO invoices VALUES (2025, 1, 1), (2026, 1, 2);
                INSERT INTO lines VALUES (1, 1, 2025), (2, 1, 2026);
                """);
        assertThat(byCatalog()).containsEntry("lines", "(invoice_year, invoice_number) -> invoices.organization_id");
        byData();
        assertThat(database.strings("SELECT organization_id FROM lines ORDER BY id")).containsExactly("1", "2");
    }

    @Test
    void partitionedTablesAreTablesLikeOthers() throws SQLException {
        database.execute("""
                CREATE TABLE devices (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE events (id int PRIMARY KEY, device_id int NOT NULL REFERENCES devices) PARTITION BY RANGE (id);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);
                CREATE TABLE event_notes (id int PRIMARY KEY, event_id int NOT NULL REFERENCES events);
                INSERT INTO devices VALUES (1, 1);
                INSERT INTO events VALUES (1, 1);
                INSERT INTO event_notes VALUES (1, 1);
                """);
        assertThat(byCatalog()).containsEntry("events", "device_id -> devices.organization_id").doesNotContainKey("events_1")
                .containsEntry("event_notes", "event_id -> events.organization_id");
        assertThat(OrgScopeYaml.write(Plans.of(database))).contains("    - table: events\n      route: device_id -> devices.organization_id");
        byData();
        assertThat(database.strings("SELECT organization_id FROM event_notes")).containsExactly("1");
        assertThat(database.strings("SELECT organization_id FROM events_1")).containsExactly("1");
    }

    @Test
    void sameNamesInTwoSchemas() throws SQLException {
        database.execute("""
                CREATE SCHEMA sales;
                CREATE SCHEMA hr;
                CREATE TABLE sales.people (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES public.organizations);
                CREATE TABLE hr.people (id int PRIMARY KEY, org bigint NOT NULL REFERENCES public.organizations);
                CREATE TABLE sales.notes (id int PRIMARY KEY, person_id int NOT NULL);
                CREATE TABLE hr.notes (id int PRIMARY KEY, person_id int NOT NULL REFERENCES hr.people, seller_id int REFERENCES sales.people);
                INSERT INTO sales.people VALUES (1, 1);
                INSERT INTO hr.people VALUES (1, 2);
                INSERT INTO sales.notes VALUES (1, 1);
                INSERT INTO hr.notes VALUES (1, 1, NULL);
                """);
        assertThat(byCatalog()).containsEntry("sales.notes", "person_id -> people.organization_id")
                .containsEntry("hr.notes", "person_id -> people.organization_id")
                .containsEntry("hr.people", "org -> public.organizations.id");
        assertThat(Plans.of(database, options -> options.withSchemas(Set.of("hr"))).tables())
                .extracting(table -> table.table().name().toString()).contains("hr.notes").doesNotContain("sales.notes");
        byData();
        assertThat(database.strings("SELECT organization_id FROM hr.notes UNION ALL SELECT organization_id FROM sales.notes"))
                .containsExactly("2", "1");
    }

    @Test
    void twoWaysToTheSameTableAreAsked() throws SQLException {
        database.execute("""
                CREATE TABLE accounts (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE transfers (id int PRIMARY KEY, payer_id int NOT NULL REFERENCES accounts, payee_id int NOT NULL REFERENCES accounts);
                CREATE TABLE deals (id int PRIMARY KEY, buyer bigint NOT NULL REFERENCES organizations, seller bigint NOT NULL REFERENCES organizations);
                INSERT INTO accounts VALUES (1, 1), (2, 2);
                INSERT INTO transfers VALUES (1, 1, 2);
                """);
        assertThat(Plans.table(Plans.of(database), "transfers").question()).contains("payee_id and payer_id both lead to accounts");
        assertThat(Plans.table(Plans.of(database), "deals").question()).contains("buyer and seller both lead to organizations");
        assertThat(Plans.table(Plans.checked(database), "transfers").question()).contains("for 1 of the 1 rows", "(id=1)");
    }

    @Test
    void noOrganizationsTable() throws SQLException {
        database.execute("DROP TABLE organizations", "CREATE TABLE companies (code varchar(10) PRIMARY KEY)",
                "CREATE TABLE depots (id int PRIMARY KEY, company_code varchar(10) NOT NULL REFERENCES companies)");
        assertThatThrownBy(() -> Plans.of(database)).isInstanceOf(OrgScopeException.class)
                .hasMessageContaining("There is no organizations table organizations. It may be companies (1 of the 1 other tables"
                        + " lead to it, 1 directly). If it is companies: --organizations-table=companies --organizations-key=code"
                        + " --column=company_code.");
        assertThatThrownBy(() -> Plans.of(database, options -> options.withOrganizations("companies", "id", null)))
                .hasMessageContaining("companies has no column id. Its primary key is code");
        Plan plan = Plans.of(database, options -> options.withOrganizations("companies", "code", "company"));
        assertThat(Plans.summary(plan)).containsEntry("depots", "company_code -> companies.code");
        database.execute("INSERT INTO companies VALUES ('A')", "INSERT INTO depots VALUES (1, 'A')");
        runs(plan);
        assertThat(database.strings("SELECT company FROM depots")).containsExactly("A");
        database.execute("DROP TABLE depots, companies CASCADE");
        assertThatThrownBy(() -> Plans.of(database)).hasMessageContaining("create the table and its rows first");
    }

    @Test
    void namesThatNeedQuotes() throws SQLException {
        database.execute("""
                CREATE SCHEMA "Tenant ""Data\""";
                CREATE TABLE "Tenant ""Data\"""."Customer: # x" (id int PRIMARY KEY, "organization_id" bigint NOT NULL REFERENCES organizations);
                CREATE TABLE "Tenant ""Data\"""."Order ""x""; DROP" ("Key
                line" int PRIMARY KEY, "customer, id" int NOT NULL REFERENCES "Tenant ""Data\"""."Customer: # x", code text,
                  CONSTRAINT "uq ""code"": x" UNIQUE ("customer, id", code));
                CREATE TABLE lines (id int PRIMARY KEY, "null" int NOT NULL REFERENCES "Tenant ""Data\"""."Order ""x""; DROP");
                INSERT INTO "Tenant ""Data\"""."Customer: # x" VALUES (1, 1);
                INSERT INTO "Tenant ""Data\"""."Order ""x""; DROP" VALUES (1, 1);
                INSERT INTO lines VALUES (1, 1);
                """);
        Plan plan = Plans.checked(database);
        List<TableDeclaration> tables = OrgScopeFile.parse("plan", OrgScopeYaml.write(plan)).tables();
        assertThat(tables).extracting(TableDeclaration::schema).containsExactly("Tenant \"Data\"", null);
        assertThat(tables).extracting(TableDeclaration::table).containsExactly("Order \"x\"; DROP", "lines");
        runs(plan);
        assertThat(database.strings("SELECT organization_id FROM lines UNION ALL SELECT organization_id FROM \"Tenant \"\"Data\"\"\".\"Order"
                + " \"\"x\"\"; DROP\"")).containsExactly("1", "1");
    }

    @Test
    void columnsThatDoNotFit() throws SQLException {
        database.execute("""
                CREATE TABLE other (id bigint PRIMARY KEY);
                CREATE TABLE wrong_type (id int PRIMARY KEY, organization_id varchar(36));
                CREATE TABLE wrong_target (id int PRIMARY KEY, organization_id bigint REFERENCES other);
                CREATE TABLE loses_it (id int PRIMARY KEY, organization_id bigint REFERENCES organizations ON DELETE SET NULL);
                """);
        Plan plan = Plans.of(database);
        assertThat(Plans.table(plan, "wrong_type").reasons()).first().asString()
                .contains("of type character varying(36), but organizations.id is bigint");
        assertThat(Plans.table(plan, "wrong_target").reasons()).first().asString().contains("references other, not organizations");
        assertThat(Plans.table(plan, "loses_it").question()).contains("ON DELETE SET NULL");
    }

    @Test
    void rowsThatRowSecurityHidesAreNotCompared() throws SQLException {
        database.execute(DIAMOND, "ALTER TABLE cards ENABLE ROW LEVEL SECURITY", "CREATE POLICY few ON cards USING (id < 5)");
        var reader = database.asRole("reader");
        database.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
        assertThat(Plans.table(Plans.checked(reader), "cards").reasons()).last().asString()
                .contains("could not be compared: ERROR: query would be affected by row-level security policy");
    }

    @Test
    void referencesThatWouldCrossOrganizationsAreFoundBefore() throws SQLException {
        database.execute("""
                CREATE TABLE pages (id int PRIMARY KEY, parent_id int REFERENCES pages, org bigint NOT NULL REFERENCES organizations);
                CREATE TABLE boards (id int PRIMARY KEY, organization_id bigint REFERENCES organizations);
                CREATE TABLE cards (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations, board_id int REFERENCES boards);
                INSERT INTO pages VALUES (1, NULL, 1), (2, 1, 1), (3, 1, 2);
                INSERT INTO boards VALUES (1, 1), (2, 2);
                INSERT INTO cards VALUES (1, 1, 1), (2, 1, 2);
                """);
        Plan plan = Plans.checked(database);
        assertThat(Plans.table(plan, "pages").question()).startsWith("by pages_parent_id_fkey rows of pages would reference rows of"
                + " another organization, which the last step of an update refuses: 1 row (id=3)");
        assertThat(Plans.table(plan, "boards").question()).startsWith("by cards_board_id_fkey rows of cards").contains("1 row (id=2)");
        database.execute("UPDATE pages SET org = 1", "UPDATE cards SET board_id = 1");
        assertThat(byData()).containsEntry("pages", "org -> organizations.id").containsEntry("boards", "own; ");
    }
}
