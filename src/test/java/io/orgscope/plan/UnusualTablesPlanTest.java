package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.format.OrgScopeYaml;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables of an unusual kind, name or privilege. */
@PostgresTest
class UnusualTablesPlanTest extends HardSchema {

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

    /** A route cannot use such a key, but a table with one is not global, and no entry is active without a question. */
    @Test
    void aKeyOfAPartitionIsAsked() throws SQLException {
        database.execute("""
                CREATE TABLE devices (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE kinds (id int PRIMARY KEY);
                CREATE TABLE projects (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE events (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, made_with int, kind int) PARTITION BY RANGE (id);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);
                ALTER TABLE events_1 ADD FOREIGN KEY (made_with) REFERENCES devices, ADD FOREIGN KEY (kind) REFERENCES kinds;
                CREATE TABLE readings (id int PRIMARY KEY, made_with int) PARTITION BY RANGE (id);
                CREATE TABLE readings_1 PARTITION OF readings FOR VALUES FROM (0) TO (100);
                ALTER TABLE readings_1 ADD FOREIGN KEY (made_with) REFERENCES devices;
                CREATE TABLE audit (id int PRIMARY KEY, what int NOT NULL REFERENCES events_1);
                """);
        Plan plan = Plans.of(database);
        assertThat(Plans.summary(plan)).containsEntry("readings", "unknown").containsEntry("audit", "unknown");
        assertThat(Plans.table(plan, "events").question()).isEqualTo("made_with leads to devices, but only the partition events_1 has this foreign key. Does the row"
                + " belong to the organization of project_id whatever it leads to?");
        assertThat(Plans.table(plan, "audit").reasons()).containsExactly("what leads to events_1, a partition of events.");
    }

    /** What is left out may say whose the rows are. */
    @Test
    void aKeyToASchemaThatIsLeftOutIsAsked() throws SQLException {
        database.execute("""
                CREATE SCHEMA crm;
                CREATE TABLE crm.customers (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE projects (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE invoices (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, customer_id int NOT NULL REFERENCES crm.customers);
                CREATE TABLE calls (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES crm.customers);
                """);
        for (boolean checked : List.of(false, true)) {
            Plan plan = Plans.of(database, options -> Plans.withSchemas(checked ? Plans.checkingData(options) : options, Set.of("public")));
            assertThat(Plans.table(plan, "invoices").question()).isEqualTo("customer_id leads to crm.customers, which --schemas leaves out. Let --schemas name crm too, or"
                    + " answer: does the row belong to the organization of project_id whatever it leads to?");
            assertThat(Plans.table(plan, "calls").reasons()).containsExactly("customer_id leads to crm.customers, which --schemas leaves out.");
            assertThat(Plans.summary(plan)).containsEntry("calls", "unknown");
        }
    }

    /** The steps compare so, whatever the search_path of the session is. */
    @Test
    void aKeyOfATypeWithOperatorsOfItsOwn() throws SQLException {
        database.execute("""
                CREATE SCHEMA ext;
                CREATE EXTENSION citext SCHEMA ext;
                CREATE TABLE invoices (number ext.citext PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE payments (id int PRIMARY KEY, invoice_number ext.citext NOT NULL REFERENCES invoices);
                INSERT INTO invoices VALUES ('A-1', 1), ('A-2', 2);
                INSERT INTO payments VALUES (1, 'a-1'), (2, 'A-2');
                """);
        assertThat(Plans.summary(Plans.checked(database))).containsEntry("payments", "invoice_number -> invoices.organization_id");
    }

    /** Step 00 would refuse such a route. */
    @Test
    void aWayThroughAParentOfInheritanceIsAsked() throws SQLException {
        database.execute("""
                CREATE TABLE documents (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE scans () INHERITS (documents);
                CREATE TABLE pages (id int PRIMARY KEY, document_id int NOT NULL REFERENCES documents);
                INSERT INTO documents VALUES (1, 1);
                INSERT INTO pages VALUES (1, 1);
                """);

        for (Plan plan : List.of(Plans.of(database), Plans.checked(database))) {
            assertThat(OrgScopeYaml.write(plan)).contains("? pages: the way reads documents, and no trigger sees all changes of its rows, because other tables");
            assertThat(Plans.summary(plan).get("pages")).isNotEqualTo("document_id -> documents.organization_id");
        }
    }

    /** Step 00 would refuse the table without it. */
    @Test
    void anIndexIsDeclaredWhereTheUniqueOnesArePartial() throws SQLException {
        database.execute("""
                CREATE TABLE stores (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE shelves (id int PRIMARY KEY, store_id int NOT NULL REFERENCES stores, label text NOT NULL, deleted_at date);
                CREATE UNIQUE INDEX shelves_label ON shelves (label) WHERE deleted_at IS NULL;
                INSERT INTO stores VALUES (1, 1);
                INSERT INTO shelves VALUES (1, 1, 'a');
                """);
        assertThat(OrgScopeYaml.write(Plans.of(database))).contains("    - replaces: shelves_label\n").contains("\n      index: idx_shelves_organization_id ");
        byData();
        assertThat(database.flag("SELECT to_regclass('idx_shelves_organization_id') IS NOT NULL")).isTrue();
    }

    @Test
    void noOrganizationsTable() throws SQLException {
        database.execute("DROP TABLE organizations", "CREATE TABLE companies (code varchar(10) PRIMARY KEY)",
                "CREATE TABLE depots (id int PRIMARY KEY, company_code varchar(10) NOT NULL REFERENCES companies)");
        assertThatThrownBy(() -> Plans.of(database)).isInstanceOf(OrgScopeException.class)
                .hasMessageContaining("There is no organizations table organizations. It may be companies (1 of the 1 other tables"
                        + " lead to it, 1 directly). If it is companies: --organizations-table=companies --organizations-key=code"
                        + " --column=company_code.");
        assertThatThrownBy(() -> Plans.of(database, options -> Plans.withOrganizations(options, "companies", "id", null)))
                .hasMessageContaining("companies has no column id. Its primary key is code");
        Plan plan = Plans.of(database, options -> Plans.withOrganizations(options, "companies", "code", "company"));
        assertThat(Plans.summary(plan)).containsEntry("depots", "company_code -> companies.code");
        database.execute("INSERT INTO companies VALUES ('A')", "INSERT INTO depots VALUES (1, 'A')");
        runs(plan);
        assertThat(database.strings("SELECT company FROM depots")).containsExactly("A");
        database.execute("DROP TABLE depots, companies CASCADE");
        assertThatThrownBy(() -> Plans.of(database)).hasMessageContaining("create the table and its rows first");
    }

    /** The options that a message proposes are for a shell. */
    @Test
    void proposedOptionsAreQuotedForTheShell() throws SQLException {
        database.execute("DROP TABLE organizations", "CREATE SCHEMA \"Our Data\"", "CREATE TABLE \"Our Data\".companies (id int PRIMARY KEY)",
                "CREATE TABLE depots (id int PRIMARY KEY, \"company's\" int NOT NULL REFERENCES \"Our Data\".companies)");
        assertThatThrownBy(() -> Plans.of(database)).hasMessageContaining(
                ": --organizations-schema='Our Data' --organizations-table=companies --organizations-key=id --column='company'\\''s'.");
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

    /** A declaration takes what begins with a dollar and a brace for a parameter. What would need such a name is no active line. */
    @Test
    void namesThatLookLikeParameters() throws SQLException {
        database.execute("""
                CREATE TABLE projects (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE notes (id int PRIMARY KEY, "${project}" int NOT NULL REFERENCES projects);
                CREATE TABLE cards (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, code text, label text);
                CREATE UNIQUE INDEX "cards_${code}" ON cards (code);
                CREATE UNIQUE INDEX cards_label ON cards (label);
                CREATE TABLE "${team}" (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE plans (id int PRIMARY KEY, team_id int NOT NULL REFERENCES "${team}");
                INSERT INTO projects VALUES (1, 1), (2, 2);
                INSERT INTO notes VALUES (1, 1), (2, 2);
                INSERT INTO cards VALUES (1, 1, 'a', 'a'), (2, 2, 'b', 'b');
                """);
        Plan plan = Plans.checked(database);
        assertThat(Plans.table(plan, "notes").question()).isEqualTo("the way \"${project}\" -> projects.organization_id holds '${', which a declaration takes for"
                + " a parameter. Is there another way? If not, rename what has this name");
        assertThat(Plans.table(Plans.of(database), "plans").question()).startsWith("the way team_id -> \"${team}\".organization_id holds '${'");
        assertThat(Plans.table(plan, "cards").unique()).extracting(advice -> advice.index().name() + " " + advice.swap())
                .containsExactlyInAnyOrder("cards_${code} false", "cards_label true");
        assertThat(Plans.table(plan, "cards").unique()).filteredOn(advice -> !advice.swap()).singleElement().asString()
                .contains("its name holds '${', which a declaration takes for a parameter; rename it to have it replaced");
        assertThat(OrgScopeYaml.write(plan).lines().filter(line -> !line.strip().startsWith("#"))).noneMatch(line -> line.contains("${"));
        runs(plan);
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

    /** Step 01 would refuse each of these columns. */
    @Test
    void columnsThatNoStepAdopts() throws SQLException {
        database.execute("""
                CREATE TABLE settings (organization_id bigint PRIMARY KEY, theme text);
                CREATE TABLE defaults (id int PRIMARY KEY, organization_id bigint NOT NULL DEFAULT 1);
                CREATE TABLE computed (id int PRIMARY KEY, organization_id bigint GENERATED ALWAYS AS (id % 3 + 1) STORED);
                CREATE TABLE parts (id int NOT NULL, organization_id bigint) PARTITION BY LIST (organization_id);
                CREATE TABLE complete (organization_id bigint PRIMARY KEY REFERENCES organizations);
                CREATE TABLE sessions (id int PRIMARY KEY, organization_id bigint NOT NULL DEFAULT current_setting('app.organization')::bigint);
                """);
        Plan plan = Plans.of(database);
        assertThat(Plans.table(plan, "settings").question()).startsWith("its organization_id is its primary key.").contains("Add one to organizations.id");
        assertThat(Plans.table(plan, "defaults").question()).startsWith("its organization_id has the constant default 1.")
                .contains("DROP DEFAULT, ALTER COLUMN \"organization_id\" DROP NOT NULL");
        assertThat(Plans.table(plan, "computed").question()).startsWith("its organization_id is a generated column");
        assertThat(Plans.table(plan, "parts").question()).startsWith("its organization_id is its partition key and may be NULL");
        assertThat(Plans.table(plan, "complete").status()).isEqualTo(ScopingStatus.SCOPED);
        assertThat(Plans.table(plan, "sessions").question()).as("the application says it in its session").isNull();
        assertThat(OrgScopeYaml.write(plan)).contains("\n    # - table: settings\n    #   route: organization_id -> organizations.id\n");
        database.execute("ALTER TABLE settings ADD CONSTRAINT settings_organization FOREIGN KEY (organization_id) REFERENCES organizations NOT VALID");
        assertThat(Plans.table(Plans.checked(database), "settings").question()).contains("Validate settings_organization; then");
    }

    /** Such a table needs no entry, but the rows of every organization that does not write the column go to one. */
    @Test
    void aConstantDefaultOfAScopedTableIsSaid() throws SQLException {
        database.execute("""
                CREATE TABLE notes (id int PRIMARY KEY, organization_id bigint NOT NULL DEFAULT 1 REFERENCES organizations ON DELETE CASCADE);
                CREATE TABLE sessions (id int PRIMARY KEY, organization_id bigint NOT NULL DEFAULT current_setting('app.organization')::bigint REFERENCES organizations);
                """);
        Plan plan = Plans.of(database);
        assertThat(Plans.table(plan, "notes").status()).isEqualTo(ScopingStatus.SCOPED);
        assertThat(Plans.table(plan, "notes").reasons()).singleElement().asString().startsWith("Its organization_id has the constant default 1: a row whose INSERT")
                .endsWith("ALTER COLUMN \"organization_id\" DROP DEFAULT.");
        assertThat(Plans.table(plan, "sessions").reasons()).isEmpty();
        assertThat(OrgScopeYaml.write(plan)).contains("# ? notes: Its organization_id has the constant default 1");
        database.execute(Plans.table(plan, "notes").reasons().get(0).replaceAll(".*(ALTER TABLE .* DROP DEFAULT)\\.", "$1"));
        assertThat(Plans.table(Plans.of(database), "notes").reasons()).isEmpty();
    }

    /** PostgreSQL keeps the NOT NULL of a primary key and of a replica identity. A row whose partition key is NULL is in no partition that a trigger can change. */
    @Test
    void aConstantDefaultOfAColumnThatStaysNotNull() throws SQLException {
        database.execute("""
                CREATE TABLE pairs (id int NOT NULL, organization_id bigint DEFAULT 1, PRIMARY KEY (organization_id, id));
                CREATE TABLE copied (id int PRIMARY KEY, organization_id bigint NOT NULL DEFAULT 1);
                CREATE UNIQUE INDEX copied_key ON copied (organization_id, id);
                ALTER TABLE copied REPLICA IDENTITY USING INDEX copied_key;
                CREATE TABLE shards (id int NOT NULL, organization_id bigint DEFAULT 1, PRIMARY KEY (organization_id, id)) PARTITION BY LIST (organization_id);
                CREATE TABLE loose (id int NOT NULL, organization_id bigint NOT NULL DEFAULT 1) PARTITION BY HASH (organization_id);
                """);
        Plan plan = Plans.of(database);
        for (String table : List.of("pairs", "copied", "shards", "loose")) {
            String question = Plans.table(plan, table).question();
            assertThat(question).startsWith("its organization_id has the constant default 1.").doesNotContain("DROP NOT NULL");
            database.execute(question.replaceAll(".*run (ALTER TABLE .*? DROP DEFAULT).*", "$1"));
        }
        assertThat(Plans.table(plan, "pairs").question()).contains("stays NOT NULL", "23502 until step 02");
        assertThat(Plans.table(plan, "copied").question()).contains("stays NOT NULL", "23502 until step 02");
        assertThat(Plans.table(plan, "shards").question()).contains("partition key", "write the column in each INSERT");
        assertThat(Plans.table(plan, "loose").question()).contains("partition key", "write the column in each INSERT");
    }

    @Test
    void anOrganizationColumnThatIsNarrower() throws SQLException {
        database.execute("DROP TABLE organizations", "CREATE TABLE organizations (id varchar(36) PRIMARY KEY)",
                "CREATE TABLE shelves (id int PRIMARY KEY, organization_id varchar(10) NOT NULL)");
        assertThat(Plans.table(Plans.of(database), "shelves").question()).startsWith("its organization_id is character varying(10), narrower than character varying(36)");
    }

    /** PostgreSQL refuses to compare them, and so do steps 00 and 01. */
    @Test
    void aWayOverColumnsWithTheirOwnCollationsIsAsked() throws SQLException {
        database.execute("""
                CREATE TABLE projects (code text COLLATE "C" PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE notes (id int PRIMARY KEY, project_code text COLLATE "POSIX" NOT NULL REFERENCES projects);
                """);
        String question = Plans.table(Plans.of(database), "notes").question();
        assertThat(question).startsWith("the way compares notes.project_code (COLLATE").contains("42P22");
        database.execute(question.replaceAll(".*(ALTER TABLE .*)\\. This builds.*", "$1"));
        assertThat(Plans.table(Plans.of(database), "notes").question()).isNull();
    }

    /** PostgreSQL computes a generated column after the trigger of step 02. */
    @Test
    void aWayFromAGeneratedColumnIsAsked() throws SQLException {
        database.execute("""
                CREATE TABLE depots (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE vans (id int PRIMARY KEY, code int NOT NULL, depot_id int GENERATED ALWAYS AS (code / 10) STORED NOT NULL REFERENCES depots);
                CREATE TABLE papers (id int PRIMARY KEY, code text NOT NULL, subject_type text GENERATED ALWAYS AS (lower(code)) STORED NOT NULL, subject_id int NOT NULL);
                INSERT INTO depots VALUES (1, 1), (2, 2);
                INSERT INTO vans (id, code) VALUES (1, 10), (2, 20);
                INSERT INTO papers (id, code, subject_id) VALUES (1, 'Depot', 1), (2, 'Depot', 2);
                """);
        for (Plan plan : List.of(Plans.of(database), Plans.checked(database))) {
            assertThat(Plans.table(plan, "vans").question()).startsWith("depot_id is a generated column, which PostgreSQL computes after the trigger");
            assertThat(Plans.table(plan, "papers").question()).startsWith("subject_type is a generated column");
        }
    }

    /** PostgreSQL 18 has generated columns that are not stored. They have no foreign key and no index, and a trigger has NULL in them. */
    @Test
    void virtualGeneratedColumns() throws SQLException {
        assumeTrue(Postgres.major() >= 18, "before, each generated column is stored");
        database.execute("""
                CREATE TABLE computed (id int PRIMARY KEY, organization_id bigint GENERATED ALWAYS AS (id % 3 + 1));
                CREATE TABLE required (id int PRIMARY KEY, organization_id bigint GENERATED ALWAYS AS (id % 3 + 1) NOT NULL);
                CREATE TABLE notes (id int PRIMARY KEY, computed_id int NOT NULL REFERENCES computed);
                CREATE TABLE plans (id int PRIMARY KEY, code int NOT NULL, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE users (id int PRIMARY KEY, home int NOT NULL, home_plan_id int GENERATED ALWAYS AS (home));
                CREATE TABLE members (user_id int NOT NULL REFERENCES users, organization_id bigint NOT NULL REFERENCES organizations, PRIMARY KEY (user_id, organization_id));
                CREATE TABLE letters (id int PRIMARY KEY, code int NOT NULL, plan_id int GENERATED ALWAYS AS (code) NOT NULL);
                INSERT INTO computed VALUES (1), (2);
                INSERT INTO required VALUES (1), (2);
                INSERT INTO notes VALUES (1, 1), (2, 2);
                INSERT INTO plans VALUES (1, 1, 1), (2, 2, 2);
                INSERT INTO letters (id, code) VALUES (1, 1), (2, 2);
                """);
        for (Plan plan : List.of(Plans.of(database), Plans.checked(database))) {
            assertThat(Plans.table(plan, "computed").question()).startsWith("its organization_id is a generated column");
            assertThat(Plans.table(plan, "required").question()).startsWith("its organization_id is a generated column");
            assertThat(Plans.table(plan, "notes").question()).isNotNull();
            assertThat(Plans.table(plan, "letters").question()).startsWith("plan_id is a generated column");
        }
        database.execute("ALTER TABLE organizations ADD code bigint GENERATED ALWAYS AS (id)");
        assertThatThrownBy(() -> Plans.of(database, options -> Plans.withOrganizations(options, "organizations", "code", null)))
                .hasMessageContaining("organizations.code is a virtual generated column").hasMessageNotContaining("Make it unique");
    }

    /** Steps 00 and 01 refuse a route that reads one. */
    @Test
    void aWayThatReadsAVirtualColumnIsAsked() throws SQLException {
        assumeTrue(Postgres.major() >= 18, "before, each generated column is stored");
        database.execute("""
                CREATE TABLE users (id int PRIMARY KEY, first bigint NOT NULL, home_organization_id bigint GENERATED ALWAYS AS (first) NOT NULL);
                CREATE TABLE members (user_id int NOT NULL REFERENCES users, organization_id bigint NOT NULL REFERENCES organizations, PRIMARY KEY (user_id, organization_id));
                CREATE TABLE drafts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                INSERT INTO users (id, first) VALUES (1, 1), (2, 2);
                INSERT INTO members VALUES (1, 1), (2, 2);
                INSERT INTO drafts VALUES (1, 1), (2, 2);
                """);
        for (Plan plan : List.of(Plans.of(database), Plans.checked(database))) {
            assertThat(Plans.table(plan, "drafts").question()).contains("users.home_organization_id", "virtual generated column");
        }
    }

    @Test
    void rowsThatRowSecurityHidesAreNotCompared() throws SQLException {
        database.execute(DIAMOND, "ALTER TABLE cards ENABLE ROW LEVEL SECURITY", "CREATE POLICY few ON cards USING (id < 5)");
        var reader = database.asRole("reader");
        database.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
        assertThat(Plans.table(Plans.checked(reader), "cards").reasons()).last().asString()
                .contains("could not be compared: ERROR: query would be affected by row-level security policy");
    }
}
