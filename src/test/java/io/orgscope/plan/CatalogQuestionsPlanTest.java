package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the catalog cannot know and asks, whatever the columns are called; and what the rows then answer. */
@PostgresTest
class CatalogQuestionsPlanTest {

    private TestDatabase database;

    @BeforeEach
    void people(TestDatabase fresh) throws SQLException {
        database = fresh;
        database.execute(OwnershipPlanTest.PEOPLE);
    }

    private PlannedTable byCatalog(String table) throws SQLException {
        return Plans.table(Plans.of(database), table);
    }

    private PlannedTable byRows(String table) throws SQLException {
        return Plans.table(Plans.checked(database), table);
    }

    /** Not only a column called type may say where a key leads; but only where its values are called like tables. */
    @Test
    void pairsOfOtherNames() throws SQLException {
        database.execute("""
                CREATE TABLE papers (id int PRIMARY KEY, subject_kind text NOT NULL, subject_ref int NOT NULL);
                CREATE TABLE vans (id int PRIMARY KEY, project_id int NOT NULL);
                CREATE TABLE rides (id int PRIMARY KEY, van_id int NOT NULL, van_class text);
                INSERT INTO papers VALUES (1, 'project', 1), (2, 'file_asset', 2);
                INSERT INTO vans VALUES (1, 1), (2, 2);
                INSERT INTO rides VALUES (1, 1, 'project');
                """);
        Map<String, String> summary = Plans.summary(Plans.of(database));
        assertThat(summary).containsEntry("papers", "subject_ref -> file_assets.organization_id when subject_kind = 'file_asset';"
                + " subject_ref -> projects.organization_id when subject_kind = 'project'").containsEntry("rides", "van_id -> vans.organization_id");
        database.execute("UPDATE papers SET subject_kind = 'small'");
        assertThat(Plans.summary(Plans.of(database))).containsEntry("papers", "unknown");
    }

    /**
     * A seat is a person at one organization. By the catalog nobody knows whether a row is of the one who sits there or of what it is
     * about, whatever the column is called; the rows may.
     */
    @Test
    void aSeatMaySayWhoseTheRowIs() throws SQLException {
        database.execute("""
                CREATE TABLE seats (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, organization_id int NOT NULL REFERENCES organizations,
                  UNIQUE (user_id, organization_id));
                CREATE TABLE quotes (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, dispatcher_seat_id int NOT NULL REFERENCES seats);
                CREATE TABLE claims (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, lodged_by int NOT NULL REFERENCES seats);
                CREATE TABLE shifts (id int PRIMARY KEY, seat_id int NOT NULL REFERENCES seats, covering_for int REFERENCES seats);
                CREATE TABLE badges (id int PRIMARY KEY, seat_id int NOT NULL REFERENCES seats, printed_by int REFERENCES users);
                INSERT INTO seats VALUES (1, 1, 1), (2, 2, 2), (3, 3, 3);
                """);
        for (String table : List.of("quotes", "claims", "shifts")) {
            assertThat(byCatalog(table).question()).as(table).isNotNull();
        }
        assertThat(byCatalog("badges").question()).as("a person of several organizations names none").isNull();
        database.execute("INSERT INTO claims VALUES (1, 1, 1), (2, 2, 2)", "INSERT INTO shifts VALUES (1, 1, NULL), (2, 2, 2)");
        assertThat(byRows("claims").question()).isNull();
        assertThat(byRows("shifts").question()).isNull();
        database.execute("UPDATE claims SET lodged_by = 2", "UPDATE shifts SET covering_for = 3 WHERE id = 2");
        assertThat(byRows("claims").question()).contains("name different organizations for 1 of the 2 rows");
        assertThat(byRows("shifts").question()).contains("name different organizations for 1 of the 1 rows");
    }

    /**
     * The column that is called like the organizations' own names, in a table of shares, the one that may use the thing; and a row that
     * was handed over may be of the one that another column names. The rows may say that it does not.
     */
    @Test
    void theOwnColumnMayNameAnother() throws SQLException {
        database.execute("""
                CREATE TABLE vans (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE van_shares (id int PRIMARY KEY, van_id int NOT NULL, organization_id int NOT NULL);
                CREATE TABLE pages (id int PRIMARY KEY, organization_id int NOT NULL, created_by int NOT NULL REFERENCES users);
                CREATE TABLE parts (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations, moved_to int REFERENCES organizations);
                CREATE TABLE part_photos (id int PRIMARY KEY, part_id int NOT NULL REFERENCES parts);
                CREATE TABLE sites (id int, organization_id int NOT NULL REFERENCES organizations, PRIMARY KEY (id, organization_id));
                CREATE TABLE visits (id int PRIMARY KEY, site_id int NOT NULL, organization_id int NOT NULL, FOREIGN KEY (site_id, organization_id) REFERENCES sites);
                INSERT INTO vans VALUES (1, 1), (2, 2);
                INSERT INTO van_shares VALUES (1, 1, 1), (2, 2, 2);
                INSERT INTO parts VALUES (1, 1, 1), (2, 2, NULL);
                INSERT INTO part_photos VALUES (1, 1), (2, 2);
                """);
        assertThat(byCatalog("van_shares").question()).startsWith("organization_id of van_shares may name another organization");
        assertThat(byCatalog("pages").question()).isNull();
        assertThat(byCatalog("visits").question()).as("the key to sites holds the column").isNull();
        assertThat(byCatalog("parts").status()).isEqualTo(ScopingStatus.SCOPED);
        assertThat(byCatalog("part_photos").question()).startsWith("it reads a column that may not say whose the row is: organization_id of parts");
        assertThat(byRows("van_shares").question()).isNull();
        database.execute("UPDATE parts SET moved_to = 2 WHERE id = 2");
        assertThat(byRows("part_photos").question()).isNull();
        database.execute("UPDATE van_shares SET organization_id = 3 WHERE id = 2", "UPDATE parts SET moved_to = 3 WHERE id = 2");
        assertThat(byRows("van_shares").question()).contains("organization_id -> organizations.id and van_id -> vans.organization_id",
                "different organizations for 1 of the 2 rows");
        assertThat(byRows("part_photos").question()).contains("different organizations for 1 of the 2 rows");
    }

    /** A trial has a sponsor and runs at many sites: what is shared names an organization, other than people who are members. */
    @Test
    void whatIsSharedMayHaveAnOwner() throws SQLException {
        database.execute("""
                CREATE TABLE trials (id int PRIMARY KEY, sponsor_id int NOT NULL REFERENCES organizations);
                CREATE TABLE trial_sites (trial_id int REFERENCES trials, organization_id int REFERENCES organizations, PRIMARY KEY (trial_id, organization_id));
                CREATE TABLE reports (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, trial_id int NOT NULL REFERENCES trials);
                CREATE TABLE letters (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, user_id int NOT NULL REFERENCES users);
                """);
        assertThat(byCatalog("trials").status()).isEqualTo(ScopingStatus.SHARED);
        assertThat(byCatalog("reports").question()).isNotNull();
        database.execute("ALTER TABLE trials DROP sponsor_id, ADD run_under int REFERENCES projects");
        assertThat(byCatalog("trials").status()).isEqualTo(ScopingStatus.SHARED);
        assertThat(byCatalog("reports").question()).isNotNull();
        assertThat(byCatalog("letters").question()).isNull();
    }

    /** An owner without a foreign key may be a person, an organization or a thing: that there is one table of people proves nothing. */
    @Test
    void anOwnerWithoutAForeignKeyIsAsked() throws SQLException {
        database.execute("DROP TABLE memberships; ALTER TABLE users ADD organization_id int REFERENCES organizations NOT NULL DEFAULT 1",
                "CREATE TABLE gadgets (id int PRIMARY KEY, owner_id int NOT NULL); CREATE TABLE badges (id int PRIMARY KEY, user_id int NOT NULL)");
        assertThat(byCatalog("gadgets").question()).startsWith("owner_id says who did something, not whose the row is");
        assertThat(byCatalog("badges").question()).as("the picture of a user of one organization").isNull();
    }

    /** An answer in a thread is of the row that it answers: no candidate leads there, but a route may. */
    @Test
    void rowsThatOnlyReferToTheirOwnTable() throws SQLException {
        database.execute("""
                CREATE TABLE letters (id int PRIMARY KEY, in_reply_to int REFERENCES letters, project_id int REFERENCES projects);
                INSERT INTO letters VALUES (1, NULL, 1), (2, 1, NULL);
                """);
        String hint = "in_reply_to leads to another row of letters: as the last route, in_reply_to -> letters.organization_id gives the organization"
                + " of that row to those that have no other way.";
        assertThat(byCatalog("letters").reasons()).contains(hint);
        assertThat(byRows("letters").question()).startsWith("1 of its 2 rows find no organization (id=2)");
        assertThat(byRows("letters").reasons()).contains(hint);
    }

    /** Where the rows were asked already, no question offers to ask them. */
    @Test
    void aCheckedPlanDoesNotOfferToCheck() throws SQLException {
        database.execute("""
                CREATE TABLE notes (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                CREATE TABLE bots (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
                CREATE TABLE bot_projects (bot_id int REFERENCES bots, project_id int REFERENCES projects, PRIMARY KEY (bot_id, project_id));
                CREATE TABLE weighings (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, thing_id int NOT NULL);
                INSERT INTO notes VALUES (1, 2);
                """);
        assertThat(Plans.checked(database).entries()).filteredOn(table -> !table.active()).hasSize(3)
                .allSatisfy(table -> assertThat(table.question()).doesNotContain("--check-data"));
        assertThat(Plans.of(database).entries()).filteredOn(table -> !table.active()).hasSize(3)
                .allSatisfy(table -> assertThat(table.question()).contains("--check-data"));
    }

    /** A column that nobody explains may say whose the row is. Its values tell, or that no table has them. */
    @Test
    void anUnexplainedKeyIsAQuestion() throws SQLException {
        database.execute("""
                CREATE TABLE parcels (id uuid PRIMARY KEY, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE weighings (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, thing_id uuid NOT NULL, remote_uuid uuid);
                CREATE TABLE deliveries (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, signed_for int, counted_at int);
                CREATE TABLE checks (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, inspector int);
                CREATE TABLE loads (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, delivery int);
                CREATE TABLE counts (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, number int, floor int, counted_at int);
                CREATE TABLE packages (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, carton uuid);
                CREATE TABLE cartons (id uuid PRIMARY KEY, crate_ref uuid);
                CREATE TABLE scans (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, carton_id uuid NOT NULL REFERENCES cartons);
                """);
        assertThat(byCatalog("weighings").question()).startsWith("thing_id looks like a key, and nothing says where it leads; --check-data=true");
        assertThat(byCatalog("deliveries").question()).startsWith("signed_for looks like a key");
        assertThat(byCatalog("checks").question()).startsWith("inspector looks like a key");
        assertThat(byCatalog("loads").question()).startsWith("delivery looks like a key");
        assertThat(byCatalog("counts").question()).isNull();
        database.execute("CREATE TABLE objections (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, raised_by text NOT NULL)");
        assertThat(byCatalog("objections").question()).as("no table has a key that is a text").isNull();
        database.execute("CREATE TABLE suppliers (code text PRIMARY KEY, project_id int NOT NULL REFERENCES projects)");
        assertThat(byCatalog("objections").question()).startsWith("raised_by looks like a key");
        assertThat(byCatalog("packages").question()).startsWith("carton looks like a key");
        assertThat(byCatalog("scans").question()).startsWith("carton_id leads to cartons, of which it is not known whose its rows are");
        database.execute("INSERT INTO packages VALUES (1, 1, NULL)");
        assertThat(byRows("packages").question()).as("no row has a carton").isNull();
        database.execute("INSERT INTO weighings VALUES (1, 1, gen_random_uuid(), NULL)");
        assertThat(byRows("weighings").question()).as("no table has such a key").isNull();
        database.execute("INSERT INTO parcels SELECT gen_random_uuid(), 2; UPDATE weighings SET thing_id = (SELECT id FROM parcels)");
        assertThat(byRows("weighings").question()).contains("name different organizations");
    }
}
