package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.format.OrgScopeYaml;
import io.orgscope.testing.PostgresTest;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two ways that may contradict each other. */
@PostgresTest
class RivalsPlanTest extends HardSchema {

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

    /** None of the three says alone whose the row is. Two that agree prove it only if nothing is left that could say otherwise. */
    @Test
    void whatCannotBeComparedYetIsNotForgotten() throws SQLException {
        database.execute(DIAMOND, "UPDATE cards SET board_id = 1 WHERE id = 3", """
                CREATE TABLE copies (id int PRIMARY KEY, source_project_id int NOT NULL REFERENCES projects, target_board_id int NOT NULL REFERENCES boards,
                  copied_card_id int NOT NULL REFERENCES cards);
                INSERT INTO copies VALUES (1, 1, 1, 2), (2, 2, 2, 3);
                """);
        PlannedTable copies = Plans.table(Plans.checked(database), "copies");
        assertThat(copies.question()).startsWith("target_board_id says what else is involved");
        assertThat(copies.reasons()).contains("copied_card_id -> cards.organization_id could not be compared with the others on the rows: it reads the organization of"
                + " a table that has to be decided first.");
        database.execute("UPDATE cards SET board_id = 2 WHERE id = 3");
        assertThat(Plans.table(Plans.checked(database), "copies").question()).isNull();
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

    /** A rival of any role that gives the same organization on every row proves nothing if all rows belong to one organization. */
    @Test
    void rowsOfOneOrganizationProveNothing() throws SQLException {
        database.execute("""
                CREATE TABLE depots (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE staff (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE shipments (id int PRIMARY KEY, depot_id int NOT NULL REFERENCES depots, buyer_organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE loads (id int PRIMARY KEY, depot_id int NOT NULL REFERENCES depots, loaded_by int NOT NULL REFERENCES staff);
                INSERT INTO depots VALUES (1, 1), (2, 2);
                INSERT INTO staff VALUES (1, 1), (2, 2);
                INSERT INTO shipments SELECT n, 1, 1 FROM generate_series(1, 5) n;
                INSERT INTO loads SELECT n, 1, 1 FROM generate_series(1, 5) n;
                """);
        String oneOrganization = "Its rows do not say: they are all of one organization";
        assertThat(Plans.table(Plans.checked(database), "shipments").question()).contains("buyer_organization_id, which says what else is involved").endsWith(oneOrganization);
        PlannedTable loads = Plans.table(Plans.checked(database), "loads");
        assertThat(loads.question()).as("the keys make it likely, as for a table without rows").isNull();
        assertThat(loads.reasons()).last().asString().contains("Its rows do not say otherwise, but they are all of one organization:", "loaded_by");
        database.execute("UPDATE shipments SET depot_id = 2, buyer_organization_id = 2 WHERE id = 5");
        assertThat(Plans.table(Plans.checked(database), "shipments").question()).isNull();
        database.execute("UPDATE shipments SET depot_id = 1, buyer_organization_id = 1", "DELETE FROM staff WHERE id = 2", "DELETE FROM depots WHERE id = 2",
                "DELETE FROM organizations WHERE id > 1");
        assertThat(Plans.table(Plans.checked(database), "loads").question()).as("there is no other organization").endsWith(oneOrganization);
    }

    /** Rows that do not have the rival say nothing about it, whether they are of several organizations or of one. */
    @Test
    void rowsWithoutTheRivalProveNothing() throws SQLException {
        database.execute("""
                CREATE TABLE depots (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE staff (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE shipments (id int PRIMARY KEY, depot_id int NOT NULL REFERENCES depots, buyer_organization_id bigint REFERENCES organizations);
                CREATE TABLE loads (id int PRIMARY KEY, depot_id int NOT NULL REFERENCES depots, loaded_by int REFERENCES staff);
                CREATE TABLE yards (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE notes (id int PRIMARY KEY, depot_id int REFERENCES depots, yard_id int REFERENCES yards);
                INSERT INTO depots VALUES (1, 1), (2, 2);
                INSERT INTO staff VALUES (1, 1), (2, 2);
                INSERT INTO yards VALUES (1, 1), (2, 2);
                INSERT INTO shipments VALUES (1, 1, NULL), (2, 2, NULL);
                INSERT INTO loads VALUES (1, 1, NULL), (2, 2, NULL);
                INSERT INTO notes VALUES (1, 1, NULL), (2, NULL, 2);
                """);
        String notSaid = "Its rows do not say: those that have both are of one organization, or none has both";
        String none = "buyer_organization_id, which says what else is involved";
        assertThat(Plans.table(Plans.checked(database), "shipments").question()).contains(none).endsWith(notSaid);
        assertThat(Plans.table(Plans.checked(database), "loads").question()).as("the keys make it likely").isNull();
        assertThat(Plans.table(Plans.checked(database), "notes").question()).as("each row has one of the two").isNull();
        database.execute("UPDATE shipments SET depot_id = 1");
        assertThat(Plans.table(Plans.checked(database), "shipments").question()).contains(none).endsWith(notSaid);
        database.execute("UPDATE shipments SET depot_id = 2, buyer_organization_id = 2 WHERE id = 2");
        assertThat(Plans.table(Plans.checked(database), "shipments").question()).as("rows of two organizations, but one that has both").endsWith(notSaid);
        database.execute("UPDATE shipments SET buyer_organization_id = 1 WHERE id = 1");
        assertThat(Plans.table(Plans.checked(database), "shipments").question()).isNull();
        database.execute("UPDATE shipments SET buyer_organization_id = 3 WHERE id = 2");
        assertThat(Plans.table(Plans.checked(database), "shipments").question()).contains("different organizations for 1 of the 2 rows");
    }

    /** Of two organizations that a row names, the one whose name the column has may be the one that has to pay. */
    @Test
    void theOrganizationThatIsCalledSoIsNoProof() throws SQLException {
        database.execute("""
                CREATE TABLE levies (id int PRIMARY KEY, organization bigint NOT NULL REFERENCES organizations, levied_by bigint NOT NULL
                  REFERENCES organizations);
                INSERT INTO levies VALUES (1, 1, 1), (2, 2, 2);
                """);
        assertThat(Plans.table(Plans.of(database), "levies").question()).contains("organization and levied_by both lead to organizations");
        assertThat(byData()).containsEntry("levies", "organization -> organizations.id");
        database.execute("ALTER TABLE levies DROP organization_id, ADD paid_to bigint REFERENCES organizations", "UPDATE levies SET paid_to = 3 WHERE id = 1");
        assertThat(Plans.table(Plans.checked(database), "levies").question()).contains("different organizations for 1 of the 1 rows");
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

    @Test
    void whatCannotBeReadIsNotTakenForSound() throws SQLException {
        database.execute("""
                CREATE TABLE boards (id int PRIMARY KEY, organization_id bigint REFERENCES organizations);
                CREATE TABLE cards (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations, board_id int REFERENCES boards);
                INSERT INTO boards VALUES (1, 1), (2, 2);
                """);
        var reader = database.asRole("reader");
        database.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", "REVOKE SELECT ON cards FROM reader");
        PlannedTable boards = Plans.table(Plans.checked(reader), "boards");
        assertThat(boards.question()).isNull();
        assertThat(boards.reasons()).contains("By board_id rows of cards may reference rows of another organization, which the last step of an update refuses."
                + " This could not be checked: ERROR: permission denied for table cards.");
        database.execute("ALTER TABLE cards DROP CONSTRAINT cards_board_id_fkey");
        assertThat(Plans.table(Plans.checked(reader), "boards").question()).isEqualTo("by board_id, which has no foreign key, rows of cards may reference"
                + " rows of another organization. This could not be checked: ERROR: permission denied for table cards. Do they?");
    }

    @Test
    void aComparisonThatTakesTooLongSaysHowLong() throws SQLException {
        database.execute(DIAMOND, "INSERT INTO cards SELECT n, 1, 1 FROM generate_series(100, 100000) n");
        PlannedTable cards = Plans.table(Plans.of(database, options -> Plans.withTimeout(Plans.checkingData(options), Duration.ofMillis(1))), "cards");
        assertThat(cards.reasons()).last().asString().isEqualTo("Its rows could not be compared: it took longer than 1 ms; raise --statement-timeout.");
    }

    /** A reading is of the organization that had the meter then. If no assignment names another one, no meter changed hands. */
    @Test
    void whatFollowsARowThatChangedHandsIsAsked() throws SQLException {
        database.execute("""
                CREATE TABLE meters (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE readings (id int PRIMARY KEY, meter_id int NOT NULL REFERENCES meters);
                CREATE TABLE assignments (meter_id int NOT NULL REFERENCES meters, organization_id bigint NOT NULL REFERENCES organizations, valid_from date NOT NULL,
                  PRIMARY KEY (meter_id, valid_from));
                CREATE TABLE tests (id int PRIMARY KEY, meter_id int NOT NULL REFERENCES meters, tested_on date NOT NULL);
                INSERT INTO meters VALUES (1, 1), (2, 2);
                INSERT INTO readings VALUES (1, 1), (2, 2);
                INSERT INTO assignments VALUES (1, 1, '2020-01-01'), (2, 2, '2020-01-01');
                """);
        String question = "a row of meters may have belonged to another organization before, as assignments may say";
        assertThat(Plans.table(Plans.of(database), "readings").question()).startsWith(question);
        assertThat(Plans.table(Plans.checked(database), "readings").question()).isNull();
        database.execute("INSERT INTO assignments VALUES (2, 3, '2019-01-01')");
        assertThat(Plans.table(Plans.checked(database), "readings").question()).startsWith(question);
        database.execute("DROP TABLE assignments");
        assertThat(Plans.table(Plans.of(database), "readings").question()).isNull();
    }
}
