package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ways that are long, go in circles, or need more than one column. */
@PostgresTest
class LongPathsPlanTest extends HardSchema {

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
        assertThat(byCatalog()).containsEntry("tasks", "? milestone_id -> milestones.organization_id")
                .containsEntry("notes", "? project_id -> projects.organization_id; task_id -> tasks.organization_id");
        assertThat(byData()).containsEntry("tasks", "milestone_id -> milestones.organization_id")
                .containsEntry("notes", "project_id -> projects.organization_id; task_id -> tasks.organization_id");
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
                INSERT INTO left_side VALUES (1, 1, 1), (2, 2, 2);
                INSERT INTO right_side VALUES (1, 1, 1), (2, 2, 2);
                COMMIT;
                """);
        assertThat(byCatalog()).containsEntry("nodes", "global")
                .containsEntry("folders", "organization_ref -> organizations.id")
                .containsEntry("left_side", "? org -> organizations.id; right_id -> right_side.organization_id")
                .containsEntry("right_side", "? org -> organizations.id");
        assertThat(byData()).as("a way in a circle is compared with nothing").containsEntry("right_side", "? org -> organizations.id");
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

    /** A column that references another unique column of the organizations leads to one, and does not hold it. */
    @Test
    void anotherColumnOfTheOrganizationsIsOneHopMore() throws SQLException {
        database.execute("""
                ALTER TABLE organizations ADD number bigint UNIQUE, ADD region int NOT NULL DEFAULT 1, ADD UNIQUE (id, region);
                UPDATE organizations SET number = 4 - id;
                CREATE TABLE projects (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations (number));
                CREATE TABLE tasks (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects);
                INSERT INTO projects VALUES (1, 1), (2, 2);
                INSERT INTO tasks VALUES (1, 1), (2, 2);
                """);
        Map<String, String> plan = byData();
        assertThat(plan).containsEntry("projects", "not supported").containsEntry("tasks", "project_id -> projects.organization_id -> organizations.id");
        assertThat(byCatalog()).containsEntry("tasks", "scoped");
        assertThat(database.strings("SELECT organization_id FROM tasks ORDER BY id")).containsExactly("3", "2");
        database.execute("""
                CREATE TABLE users (id int PRIMARY KEY, org bigint NOT NULL, region int NOT NULL, FOREIGN KEY (org, region) REFERENCES organizations (id, region));
                CREATE TABLE memberships (user_id int REFERENCES users, organization_id bigint REFERENCES organizations, PRIMARY KEY (user_id, organization_id));
                CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                INSERT INTO users VALUES (1, 1, 1), (2, 2, 1); INSERT INTO memberships VALUES (1, 1), (2, 2), (2, 3); INSERT INTO posts VALUES (1, 1), (2, 2);
                """);
        assertThat(Plans.table(Plans.of(database), "posts").candidates().get(0).paths()).extracting(path -> path.route("public").path().toString())
                .contains("user_id -> users.(org, region) -> organizations.id");
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
        assertThat(byCatalog()).containsEntry("sales.notes", "? person_id -> people.organization_id")
                .containsEntry("hr.notes", "? person_id -> people.organization_id")
                .containsEntry("hr.people", "org -> public.organizations.id");
        assertThat(Plans.of(database, options -> Plans.withSchemas(options, Set.of("hr"))).tables())
                .extracting(table -> table.table().name().toString()).contains("hr.notes").doesNotContain("sales.notes");
        assertThat(Plans.table(Plans.checked(database), "sales.notes").question()).isEqualTo("person_id may lead to sales.people or hr.people, and no foreign"
                + " key says which. Does it lead to sales.people?");
        database.execute("ALTER TABLE sales.notes ADD FOREIGN KEY (person_id) REFERENCES sales.people");
        byData();
        assertThat(database.strings("SELECT organization_id FROM hr.notes UNION ALL SELECT organization_id FROM sales.notes"))
                .containsExactly("2", "1");
    }
}
