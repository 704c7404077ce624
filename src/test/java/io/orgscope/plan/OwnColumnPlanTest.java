package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.plan.entry.PlannedTable;
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
    }
}
