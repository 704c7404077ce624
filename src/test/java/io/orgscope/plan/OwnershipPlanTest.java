package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.plan.decision.Candidate;
import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.graph.JoinPath;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.postgres.TableName;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What says whose a row is, what only seems to, and what is asked instead. */
@PostgresTest
class OwnershipPlanTest {

    /** People of whom the second and third belong to two organizations, and files of one each. */
    static final String PEOPLE = """
            CREATE TABLE organizations (id int PRIMARY KEY, slug text UNIQUE);
            CREATE TABLE file_assets (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
            CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE, avatar_asset_id int REFERENCES file_assets);
            CREATE TABLE memberships (user_id int REFERENCES users, organization_id int REFERENCES organizations, PRIMARY KEY (user_id, organization_id));
            CREATE TABLE projects (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
            INSERT INTO organizations VALUES (1, 'a'), (2, 'b'), (3, 'c');
            INSERT INTO file_assets VALUES (1, 1), (2, 2), (3, 3);
            INSERT INTO users VALUES (1, 'u1', 1), (2, 'u2', 2), (3, 'u3', 3);
            INSERT INTO memberships VALUES (1, 1), (2, 2), (2, 1), (3, 3), (3, 1);
            INSERT INTO projects VALUES (1, 1), (2, 2), (3, 3);
            """;

    private TestDatabase database;

    @BeforeEach
    void people(TestDatabase fresh) throws SQLException {
        database = fresh;
        database.execute(PEOPLE);
    }

    private PlannedTable byCatalog(String table) throws SQLException {
        return Plans.table(Plans.of(database), table);
    }

    private PlannedTable byRows(String table) throws SQLException {
        return Plans.table(Plans.checked(database), table);
    }

    @Test
    void whosePictureItIsDoesNotSayWhoseTheRowIs() throws SQLException {
        database.execute("""
                CREATE TABLE time_entries (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, project_id int REFERENCES projects);
                INSERT INTO time_entries VALUES (1, 1, 1), (2, 2, 2), (3, 3, NULL);
                """);
        for (PlannedTable entries : new PlannedTable[] {byCatalog("time_entries"), byRows("time_entries")}) {
            assertThat(entries.active()).isFalse();
            assertThat(entries.candidates()).flatExtracting(Candidate::paths).extracting(JoinPath::last).extracting(TableName::name)
                    .as("no way through a person's picture").doesNotContain("file_assets");
        }
        assertThat(byCatalog("users").status()).isEqualTo(ScopingStatus.SHARED);
    }

    /** Whatever the picture is called, and where a person has to have one. */
    @Test
    void aPersonIsNotWhereItsFilesAre() throws SQLException {
        database.execute("CREATE TABLE profiles (id int PRIMARY KEY, user_id int NOT NULL UNIQUE REFERENCES users, portrait_id int NOT NULL REFERENCES file_assets)");
        assertThat(byCatalog("profiles").active()).isFalse();
    }

    @Test
    void whoDidItIsAskedAlone() throws SQLException {
        database.execute("""
                CREATE TABLE templates (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
                CREATE TABLE runs (id int PRIMARY KEY, triggered_by_user_id int NOT NULL REFERENCES users);
                CREATE TABLE notes (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                CREATE TABLE mailings (id int PRIMARY KEY, template_id int NOT NULL REFERENCES templates, created_by_user_id int NOT NULL REFERENCES users);
                INSERT INTO templates VALUES (1, 1), (2, 2), (3, 3);
                INSERT INTO runs SELECT n, n % 3 + 1 FROM generate_series(1, 9) n;
                INSERT INTO notes SELECT n, n % 3 + 1 FROM generate_series(1, 9) n;
                INSERT INTO mailings SELECT n, n % 3 + 1, 1 FROM generate_series(1, 9) n;
                """);
        for (Plan plan : new Plan[] {Plans.of(database), Plans.checked(database)}) {
            assertThat(Plans.table(plan, "runs").question()).contains("triggered_by_user_id says who did something, not whose the row is");
            assertThat(Plans.table(plan, "notes").question()).contains("user_id leads to users, whose rows may belong to several organizations");
            assertThat(Plans.table(plan, "mailings").active()).isTrue();
            assertThat(Plans.routes(Plans.table(plan, "mailings"))).containsExactly("template_id -> templates.organization_id");
        }
    }

    /** Two tables of the same shape get the same answer, whatever they are called. */
    @Test
    void aLookupOfTheOrganizationIsNoActor() throws SQLException {
        database.execute("""
                CREATE TABLE plans (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
                CREATE TABLE offers (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
                CREATE TABLE statuses (id int PRIMARY KEY, name text);
                CREATE TABLE commitments (id int PRIMARY KEY, plan_id int NOT NULL REFERENCES plans);
                CREATE TABLE pledges (id int PRIMARY KEY, offer_id int NOT NULL REFERENCES offers);
                CREATE TABLE letters (id int PRIMARY KEY, status_id int NOT NULL REFERENCES statuses);
                """);
        assertThat(Plans.summary(Plans.of(database))).containsEntry("commitments", "plan_id -> plans.organization_id")
                .containsEntry("pledges", "offer_id -> offers.organization_id").containsEntry("letters", "global");
    }

    @Test
    void furtherRoutesStayThoughTodaysRowsDoNotNeedThem() throws SQLException {
        database.execute("""
                CREATE TABLE tasks (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE hours (id int PRIMARY KEY, task_id int REFERENCES tasks, project_id int REFERENCES projects);
                INSERT INTO tasks VALUES (1, 1), (2, 2), (3, 3);
                INSERT INTO hours SELECT n, n % 3 + 1, CASE WHEN n % 2 = 0 THEN n % 3 + 1 END FROM generate_series(1, 12) n;
                """);
        assertThat(byCatalog("hours").question()).contains("tasks belongs to projects by keys that are NOT NULL, but maybe to another row");
        assertThat(byRows("hours").question()).isNull();
        for (PlannedTable hours : new PlannedTable[] {byCatalog("hours"), byRows("hours")}) {
            assertThat(Plans.routes(hours)).containsExactlyInAnyOrder("task_id -> tasks.organization_id", "project_id -> projects.organization_id");
        }
    }

    @Test
    void secretsAndPairsStayUniqueForAll() throws SQLException {
        database.execute("""
                CREATE TABLE api_keys (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations, value text UNIQUE, name text UNIQUE);
                CREATE TABLE invoices (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
                CREATE TABLE payments (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations, payable_type text, payable_id int,
                  UNIQUE (payable_id, payable_type));
                """);
        Map<String, Boolean> swapped = new TreeMap<>();
        Plans.of(database).tables().forEach(table -> table.unique().forEach(advice -> swapped.put(advice.index().name(), advice.swap())));
        assertThat(swapped).containsEntry("api_keys_value_key", false).containsEntry("api_keys_name_key", true)
                .containsEntry("payments_payable_id_payable_type_key", false);
    }

    /** Without a row, the catalog may say where a pair leads: by a CHECK, an enum, a default. Else it is asked. */
    @Test
    void pairsWithoutRows() throws SQLException {
        database.execute("""
                CREATE TYPE target AS ENUM ('Project', 'FileAsset');
                CREATE TABLE by_check (id int PRIMARY KEY, subject_type text NOT NULL CHECK (subject_type IN ('Project', 'FileAsset')), subject_id int NOT NULL);
                CREATE TABLE by_enum (id int PRIMARY KEY, subject_type target NOT NULL, subject_id int NOT NULL);
                CREATE TABLE by_default (id int PRIMARY KEY, subject_type text NOT NULL DEFAULT 'Project', subject_id int NOT NULL);
                CREATE TABLE by_nothing (id int PRIMARY KEY, project_id int REFERENCES projects, subject_type text NOT NULL, subject_id int NOT NULL);
                CREATE TYPE colour AS ENUM ('RED', 'BLUE');
                CREATE TABLE coloured (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, paint_type colour NOT NULL, paint_id int NOT NULL);
                """);
        Map<String, String> summary = Plans.summary(Plans.of(database));
        String both = "subject_id -> file_assets.organization_id when subject_type = 'FileAsset'; subject_id -> projects.organization_id when subject_type = 'Project'";
        assertThat(summary).containsEntry("by_check", both).containsEntry("by_enum", both)
                .containsEntry("by_default", "subject_id -> projects.organization_id when subject_type = 'Project'")
                .containsEntry("coloured", "project_id -> projects.organization_id");
        assertThat(byCatalog("by_nothing").question()).startsWith("subject_type and subject_id say whose the row is, but no row has a subject_type yet");
    }

    /** The rows' answer to a question stands only when everything that may contradict it was asked. */
    @Test
    void whatCouldNotBeComparedIsNotOutvoted() throws SQLException {
        database.execute("""
                CREATE TABLE meetings (id int PRIMARY KEY, created_by int NOT NULL REFERENCES users);
                CREATE TABLE attendances (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, meeting_id int NOT NULL REFERENCES meetings);
                INSERT INTO meetings VALUES (1, 1), (2, 2), (3, 3);
                INSERT INTO attendances SELECT n, n % 3 + 1, (n + 1) % 3 + 1 FROM generate_series(1, 9) n;
                """);
        PlannedTable attendances = byRows("attendances");
        assertThat(attendances.active()).isFalse();
        assertThat(attendances.reasons()).anySatisfy(reason -> assertThat(reason).contains("could not be compared"));
    }

    /** A transfer has two ends, and what is moved may be at either. */
    @Test
    void whatIsMovedDoesNotSayWhoseTheMoveIs() throws SQLException {
        database.execute("CREATE TABLE parcels (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects)",
                "CREATE TABLE moves (id int PRIMARY KEY, parcel_id int NOT NULL REFERENCES parcels, from_project_id int NOT NULL REFERENCES projects,"
                        + " to_project_id int NOT NULL REFERENCES projects)");
        assertThat(byCatalog("moves").question()).contains("from_project_id, which says what else is involved", "may lead to another organization");
    }

    /** A key over both proves something only if it holds for every row, starts from the same key, and leads to another table from there. */
    @Test
    void whatIsNoProofThatTwoOwnersAreEqual() throws SQLException {
        database.execute("""
                CREATE TABLE customers (id int PRIMARY KEY, number int UNIQUE, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE invoices (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, customer_number int NOT NULL REFERENCES customers (number),
                  UNIQUE (id, customer_id), UNIQUE (id, customer_number));
                CREATE TABLE lines (id int PRIMARY KEY, invoice_id int NOT NULL REFERENCES invoices, customer_id int NOT NULL REFERENCES customers);
                CREATE TABLE reminders (id int PRIMARY KEY, invoice_id int NOT NULL REFERENCES invoices, customer_id int NOT NULL REFERENCES customers,
                  FOREIGN KEY (invoice_id, customer_id) REFERENCES invoices (id, customer_number));
                CREATE TABLE refunds (id int PRIMARY KEY, invoice_id int NOT NULL REFERENCES invoices, old_invoice_id int NOT NULL, customer_id int NOT NULL REFERENCES customers,
                  FOREIGN KEY (old_invoice_id, customer_id) REFERENCES invoices (id, customer_id));
                CREATE TABLE tasks (id int PRIMARY KEY, parent_id int NOT NULL REFERENCES tasks, project_id int NOT NULL REFERENCES projects, UNIQUE (id, parent_id));
                CREATE TABLE comments (id int PRIMARY KEY, task_id int NOT NULL, parent_id int NOT NULL REFERENCES tasks,
                  FOREIGN KEY (task_id, parent_id) REFERENCES tasks (id, parent_id));
                INSERT INTO customers VALUES (1, 1, 1), (2, 2, 2);
                INSERT INTO invoices VALUES (1, 1, 1);
                INSERT INTO lines VALUES (1, 1, 2);
                ALTER TABLE lines ADD FOREIGN KEY (invoice_id, customer_id) REFERENCES invoices (id, customer_id) NOT VALID;
                """);
        Plan plan = Plans.of(database);
        assertThat(List.of("lines", "reminders", "refunds", "comments")).allSatisfy(table -> assertThat(Plans.table(plan, table).question()).isNotNull());
        database.execute("UPDATE lines SET customer_id = 1", "ALTER TABLE lines VALIDATE CONSTRAINT lines_invoice_id_customer_id_fkey");
        assertThat(byCatalog("lines").question()).isNull();
        if (Postgres.major() >= 18) {
            database.execute("ALTER TABLE lines ALTER CONSTRAINT lines_invoice_id_customer_id_fkey NOT ENFORCED");
            assertThat(byCatalog("lines").question()).isNotNull();
        }
    }

    @Test
    void twoOwnersAreEqualByAKeyByTheRowsOrAsked() throws SQLException {
        database.execute("""
                CREATE TABLE customers (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE invoices (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers);
                CREATE TABLE reminders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, invoice_id int NOT NULL REFERENCES invoices ON DELETE CASCADE);
                CREATE TABLE bots (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
                CREATE TABLE bot_projects (bot_id int REFERENCES bots, project_id int REFERENCES projects, PRIMARY KEY (bot_id, project_id));
                INSERT INTO bots VALUES (1, 1), (2, 2), (3, 3);
                """);
        assertThat(byCatalog("reminders").question()).contains("invoices belongs to customers by keys that are NOT NULL, but maybe to another row");
        database.execute("ALTER TABLE invoices ADD UNIQUE (id, customer_id); ALTER TABLE reminders ADD FOREIGN KEY (invoice_id, customer_id)"
                + " REFERENCES invoices (id, customer_id)");
        PlannedTable reminders = byCatalog("reminders");
        assertThat(reminders.active()).as(reminders.question()).isTrue();
        assertThat(reminders.reasons()).anySatisfy(reason -> assertThat(reason).contains("are equal, as one foreign key to invoices holds both"));
        assertThat(byCatalog("bot_projects").question()).contains("nothing in the catalog says that they agree");
        database.execute("INSERT INTO bot_projects VALUES (1, 1), (2, 2), (3, 3)");
        assertThat(byRows("bot_projects").reasons()).contains("bot_id and project_id are equal on all 3 rows that have both; bot_id is taken:"
                + " first in the table's name.");
        database.execute("INSERT INTO bot_projects VALUES (1, 2)");
        assertThat(byRows("bot_projects").question()).contains("name different organizations for 1 of the 4 rows");
    }

    /** The name of a key of another table leads there without a foreign key, and stands beside one that is declared. */
    @Test
    void naturalKeysAreReferencesToo() throws SQLException {
        database.execute("""
                CREATE TABLE samples (barcode text PRIMARY KEY, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE machines (serial_no text PRIMARY KEY, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE labels (id int PRIMARY KEY, sample_barcode text NOT NULL);
                CREATE TABLE readings (id int PRIMARY KEY, serial_no text NOT NULL REFERENCES machines, barcode text NOT NULL);
                INSERT INTO samples VALUES ('s1', 1), ('s2', 2);
                INSERT INTO machines VALUES ('m1', 1), ('m2', 2);
                INSERT INTO readings VALUES (1, 'm1', 's1'), (2, 'm2', 's2');
                """);
        assertThat(Plans.routes(byCatalog("labels"))).containsExactly("sample_barcode -> samples.organization_id");
        assertThat(byCatalog("readings").question()).contains("serial_no and barcode may each say whose the row is");
        assertThat(byRows("readings").reasons()).anySatisfy(reason -> assertThat(reason).contains("are equal on all 2 rows"));
        database.execute("UPDATE readings SET barcode = 's1'");
        assertThat(byRows("readings").question()).contains("name different organizations for 1 of the 2 rows");
        database.execute("""
                CREATE TABLE vans (id int PRIMARY KEY, plate text UNIQUE, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE fines (id int PRIMARY KEY, plate text NOT NULL, project_id int NOT NULL REFERENCES projects);
                """);
        assertThat(byCatalog("fines").question()).as("the name of a unique key").contains("project_id and plate may each say whose the row is");
    }

    @Test
    void whatIsAPersonsAloneIsShared() throws SQLException {
        database.execute("CREATE TABLE password_resets (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, token text UNIQUE)",
                "CREATE TABLE devices (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users)",
                "CREATE TABLE api_logs (id int PRIMARY KEY, actor_id int REFERENCES users)");
        assertThat(Plans.summary(Plans.of(database))).containsEntry("password_resets", ScopingStatus.SHARED.toString())
                .containsEntry("devices", ScopingStatus.SHARED.toString()).containsEntry("api_logs", ScopingStatus.SHARED.toString());
    }
}
