package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.plan.advice.UniqueAdvice;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.format.OrgScopeYaml;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Rows that say themselves whose they are, rows that do not, and what else names an organization for them. */
@PostgresTest
class OwnColumnPlanTest extends HardSchema {

    private PlannedTable table(String name) throws SQLException {
        return Plans.table(Plans.of(database), name);
    }

    private PlannedTable checked(String name) throws SQLException {
        return Plans.table(Plans.checked(database), name);
    }

    /** A template without an organization is everybody's, whichever project it was made for. */
    @Test
    void aKindWithoutAnOrganizationMayBeEverybodys() throws SQLException {
        database.execute(DIAMOND, """
                CREATE TABLE templates (id int PRIMARY KEY, organization_id bigint REFERENCES organizations, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE letters (id int PRIMARY KEY, organization_id bigint REFERENCES organizations, template_id int NOT NULL REFERENCES templates);
                CREATE TABLE tasks (id int PRIMARY KEY, organization_id bigint REFERENCES organizations, project_id int NOT NULL REFERENCES projects);
                INSERT INTO templates VALUES (1, 1, 1), (2, 2, 2);
                INSERT INTO tasks VALUES (1, NULL, 1), (2, 2, 2);
                """);
        String everybody = "organization_id may be NULL, and project_id leads to an organization too. Do rows without organization_id belong to everybody";
        assertThat(table("templates").question()).startsWith(everybody);
        assertThat(checked("tasks").question()).isNull();
        assertThat(checked("templates").question()).as("each template has one").isNull();
        database.execute("UPDATE templates SET organization_id = NULL WHERE id = 1");
        assertThat(checked("templates").question()).startsWith(everybody);
        database.execute("UPDATE templates SET organization_id = 1 WHERE id = 1", "INSERT INTO letters VALUES (1, NULL, 1), (2, 2, 2)");
        assertThat(checked("letters").question()).startsWith("organization_id may be NULL, and template_id says what kind the row is");
    }

    /** A row and the row of the same table that it refers to should be of one organization, with a foreign key or without. */
    @Test
    void aRowOfTheSameTableMayBeOfAnother() throws SQLException {
        database.execute(DIAMOND, """
                CREATE TABLE notes (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, parent_id int);
                CREATE TABLE lots (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, split_of int REFERENCES lots);
                INSERT INTO notes VALUES (1, 1, NULL), (2, 2, NULL), (3, 2, 2);
                INSERT INTO lots VALUES (1, 1, NULL), (2, 2, 1);
                """);
        assertThat(table("notes").question()).isNull();
        assertThat(checked("notes").question()).isNull();
        assertThat(checked("lots").question()).startsWith("by lots_split_of_fkey rows of lots would reference rows of another organization");
        database.execute("UPDATE notes SET parent_id = 1 WHERE id = 3");
        assertThat(checked("notes").question()).isEqualTo("by parent_id, which has no foreign key, rows of notes would reference rows of another"
                + " organization: 1 row (id=3). Whose are they?");
    }

    /** A direct key may name the other party. A reference that few rows have says so, where it is there. */
    @Test
    void aReferenceThatFewRowsHaveMayContradictTheColumn() throws SQLException {
        database.execute(DIAMOND, """
                CREATE TABLE orders (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations, project_id int REFERENCES projects);
                CREATE TABLE order_lines (id int PRIMARY KEY, order_id int NOT NULL REFERENCES orders);
                CREATE TABLE calls (id int PRIMARY KEY, organization_id bigint NOT NULL, project_id int REFERENCES projects);
                INSERT INTO orders VALUES (1, 1, NULL), (2, 2, 2), (3, 3, NULL);
                INSERT INTO order_lines VALUES (1, 1), (2, 2), (3, 3);
                INSERT INTO calls VALUES (1, 1, NULL), (2, 2, 2), (3, 3, NULL);
                """);
        assertThat(checked("order_lines").question()).isNull();
        assertThat(checked("calls").question()).isNull();
        database.execute("UPDATE orders SET project_id = 1 WHERE id = 3", "UPDATE calls SET project_id = 1 WHERE id = 3");
        assertThat(checked("order_lines").question()).contains("organization_id -> organizations.id and project_id -> projects.organization_id name different"
                + " organizations for 1 of the 2 rows");
        assertThat(checked("calls").question()).contains("for 1 of the 2 rows");
        database.execute("""
                CREATE TABLE staff (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations, badge int);
                CREATE TABLE hints (id int PRIMARY KEY, organization_id bigint NOT NULL, written_by int NOT NULL);
                INSERT INTO staff VALUES (1, 1), (2, 2);
                INSERT INTO hints VALUES (1, 1, 1), (2, 2, 2), (3, 3, 2), (4, 2, 1);
                """);
        assertThat(checked("hints").question()).as("somebody may help others").isNull();
        database.execute("UPDATE hints SET organization_id = 3");
        assertThat(checked("hints").question()).contains("written_by -> staff.organization_id name different organizations for 4 of the 4 rows");
    }

    /** Whom somebody follows is the person's business; a membership is the organization's, whatever else it is called. */
    @Test
    void whatOnlyJoinsPeopleToOrganizationsMayBeThePersons() throws SQLException {
        database.execute("""
                CREATE TABLE users (id int PRIMARY KEY, email text);
                CREATE TABLE memberships (user_id int REFERENCES users, organization_id bigint REFERENCES organizations, PRIMARY KEY (user_id, organization_id));
                CREATE TABLE follows (id int PRIMARY KEY, user_id int NOT NULL, organization_id bigint NOT NULL, created_at timestamp);
                CREATE TABLE organization_guests (id int PRIMARY KEY, user_id int NOT NULL, organization_id bigint NOT NULL);
                CREATE TABLE hours (id int PRIMARY KEY, user_id int NOT NULL, organization_id bigint NOT NULL, minutes int NOT NULL);
                INSERT INTO users VALUES (1, 'a'), (2, 'b');
                INSERT INTO memberships VALUES (1, 1), (1, 2), (2, 3);
                INSERT INTO follows VALUES (1, 1, 1), (2, 2, 2);
                """);
        assertThat(table("follows").question()).startsWith("follows only joins a person to an organization, and is not called a membership");
        assertThat(checked("follows").question()).isEqualTo(table("follows").question());
        assertThat(table("organization_guests").question()).isNull();
        assertThat(table("hours").question()).isNull();
    }

    /** A register names the breeder, if he is a member. What is not in every row may name somebody who takes part. */
    @Test
    void aKeyThatMayBeNullIsAskedAboutByTheCatalog() throws SQLException {
        database.execute(DIAMOND, """
                CREATE TABLE varieties (id int PRIMARY KEY, organization_id bigint REFERENCES organizations, name text);
                CREATE TABLE fees (id int PRIMARY KEY, organization_id bigint REFERENCES organizations, project_id int REFERENCES projects);
                CREATE TABLE trips (id int PRIMARY KEY, project_id int REFERENCES projects);
                CREATE TABLE stops (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects);
                INSERT INTO varieties VALUES (1, 1, 'a'), (2, 2, 'b'); INSERT INTO trips VALUES (1, 1), (2, 2);
                """);
        assertThat(table("varieties").question()).startsWith("organization_id may be NULL, and nothing that is in every row says whose the row is");
        assertThat(OrgScopeYaml.write(Plans.of(database))).contains("    # - table: varieties\n    #   route: organization_id -> organizations.id\n");
        assertThat(table("fees").question()).startsWith("organization_id of fees may name another organization");
        assertThat(table("trips").question()).startsWith("project_id may be NULL, and nothing that is in every row says whose the row is");
        assertThat(table("stops").question()).isNull();
        assertThat(checked("varieties").question()).isNull();
        assertThat(checked("trips").question()).isNull();
        database.execute("INSERT INTO varieties VALUES (3, NULL, 'c')", "INSERT INTO trips VALUES (3, NULL)");
        assertThat(checked("varieties").question()).startsWith("rows without organization_id find no organization: 1 row (id=3)");
        assertThat(checked("trips").question()).startsWith("1 of its 3 rows find no organization (id=3)");
    }

    /** Only rows can show that none is without its owner. */
    @Test
    void aTableWithoutRowsDoesNotShowThatEachRowHasAnOwner() throws SQLException {
        database.execute(DIAMOND, """
                CREATE TABLE varieties (id int PRIMARY KEY, organization_id bigint REFERENCES organizations);
                CREATE TABLE trips (id int PRIMARY KEY, project_id int REFERENCES projects);
                CREATE TABLE templates (id int PRIMARY KEY, organization_id bigint REFERENCES organizations, project_id int NOT NULL REFERENCES projects);
                """);
        assertThat(checked("varieties").question()).startsWith("organization_id may be NULL");
        assertThat(checked("trips").question()).startsWith("project_id may be NULL");
        assertThat(checked("templates").question()).startsWith("organization_id may be NULL, and project_id leads to an organization too");
        database.execute("INSERT INTO varieties VALUES (1, 1), (2, 2)", "INSERT INTO trips VALUES (1, 1), (2, 2)", "INSERT INTO templates VALUES (1, 1, 1), (2, 2, 2)");
        assertThat(checked("varieties").question()).isNull();
        assertThat(checked("trips").question()).isNull();
        assertThat(checked("templates").question()).isNull();
    }

    /** Step 06 adopts an index only if it is the old one with the organization in front. Any other one stays beside it. */
    @Test
    void onlyAnIndexThatFitsIsNamed() throws SQLException {
        database.execute(DIAMOND, """
                CREATE TABLE tickets (id int PRIMARY KEY, organization_id bigint REFERENCES organizations, project_id int NOT NULL REFERENCES projects, code text UNIQUE,
                  UNIQUE (code, organization_id), UNIQUE (organization_id, code) INCLUDE (id));
                INSERT INTO tickets VALUES (1, 1, 1, 'a'), (2, NULL, 2, 'b');
                """);
        UniqueAdvice advice = checked("tickets").unique().get(0);
        assertThat(advice.index().name()).isEqualTo("tickets_code_key");
        assertThat(advice.swap()).isTrue();
        assertThat(advice.name()).isNull();
        database.execute("CREATE UNIQUE INDEX fits ON tickets (organization_id, code)");
        assertThat(checked("tickets").unique().get(0).name()).isEqualTo("fits");
        database.execute("DROP INDEX fits");
        byData();
        assertThat(database.strings("SELECT indexname FROM pg_indexes WHERE tablename = 'tickets' AND indexdef LIKE '%(organization_id, code)'")).hasSize(1);
    }

    /** It is a unique index too, by GiST. */
    @Test
    void aKeyOverRangesStays() throws SQLException {
        assumeTrue(Postgres.major() >= 18);
        database.execute(DIAMOND, "CREATE TABLE bookings (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, room int4range, during daterange,"
                + " UNIQUE (room, during WITHOUT OVERLAPS))");
        assertThat(table("bookings").unique()).extracting(UniqueAdvice::swap).containsExactly(false);
        assertThat(byData()).containsEntry("bookings", "project_id -> projects.organization_id");
    }
}
