package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.testing.PostgresTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Rows that hang on people, and people who belong to several organizations. */
@PostgresTest
class PeoplePlanTest extends HardSchema {

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
        assertThat(byCatalog()).containsEntry("letters", "? client_id -> clients.organization_id");
        database.execute("INSERT INTO users VALUES (1, 1), (2, 2)", "INSERT INTO clients VALUES (1, 1), (2, 2)",
                "INSERT INTO letters VALUES (1, 1, 1), (2, 2, 2)");
        assertThat(Plans.summary(Plans.checked(database))).containsEntry("letters", "client_id -> clients.organization_id");
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
                .isEqualTo("No index of members begins with person_id: each row would read it whole. Build one first.");
        database.execute("INSERT INTO letters VALUES (2, 2)");
        assertThat(Plans.table(Plans.checked(database), "letters").question()).startsWith("person_id leads to people, whose rows may belong to"
                + " several organizations, and nothing else says it");
        database.execute("DELETE FROM letters WHERE id = 2", "DELETE FROM members WHERE id = 3");
        assertThat(byData()).containsEntry("letters", "person_id -> members(person_id).organization_id");
    }

    /** A person is the same one by each of its keys, and by each spelling of a key that compares as equal. */
    @Test
    void membershipsByTwoKeysOfAPersonCountTogether() throws SQLException {
        database.execute("""
                CREATE TABLE users (id bigint PRIMARY KEY, uuid uuid NOT NULL UNIQUE);
                CREATE TABLE memberships (user_id bigint REFERENCES users, organization_id bigint REFERENCES organizations, PRIMARY KEY (user_id, organization_id));
                CREATE TABLE seats (user_uuid uuid REFERENCES users (uuid), organization_id bigint REFERENCES organizations, PRIMARY KEY (user_uuid, organization_id));
                CREATE TABLE letters (id int PRIMARY KEY, user_id bigint NOT NULL REFERENCES users);
                INSERT INTO users VALUES (7, '00000000-0000-0000-0000-000000000007'), (8, '00000000-0000-0000-0000-000000000008');
                INSERT INTO memberships VALUES (7, 1), (8, 2);
                INSERT INTO seats VALUES ('00000000-0000-0000-0000-000000000007', 2);
                INSERT INTO letters VALUES (1, 7), (2, 8);
                """);
        assertThat(Plans.table(Plans.checked(database), "letters").question()).startsWith("user_id leads to users, whose rows may belong to several organizations");
        database.execute("UPDATE seats SET organization_id = 1");
        assertThat(Plans.table(Plans.checked(database), "letters").question()).isNull();
    }

    @Test
    void keysThatCompareAsEqualAreOnePerson() throws SQLException {
        database.execute("""
                CREATE SCHEMA ext;
                CREATE EXTENSION citext SCHEMA ext;
                CREATE TABLE users (id ext.citext PRIMARY KEY);
                CREATE TABLE memberships (user_id ext.citext REFERENCES users, organization_id bigint REFERENCES organizations, PRIMARY KEY (user_id, organization_id));
                CREATE TABLE letters (id int PRIMARY KEY, user_id ext.citext NOT NULL REFERENCES users);
                INSERT INTO users VALUES ('Ann'), ('Bob');
                INSERT INTO memberships VALUES ('Ann', 1), ('ann', 2), ('Bob', 3);
                INSERT INTO letters VALUES (1, 'Bob');
                """);
        assertThat(Plans.table(Plans.checked(database), "letters").reasons()).noneMatch(reason -> reason.contains("belongs to one organization today"));
        database.execute("DELETE FROM memberships WHERE organization_id = 2");
        assertThat(Plans.table(Plans.checked(database), "letters").reasons()).anyMatch(reason -> reason.contains("belongs to one organization today"));
    }

    /** The organization of a membership is not the one that has made it. */
    @Test
    void aMembershipMayNameASecondOrganization() throws SQLException {
        database.execute("""
                CREATE TABLE users (id bigint PRIMARY KEY);
                CREATE TABLE memberships (user_id bigint NOT NULL REFERENCES users, approved_by_organization_id bigint NOT NULL REFERENCES organizations,
                  organization bigint NOT NULL REFERENCES organizations, UNIQUE (user_id, organization));
                CREATE TABLE letters (id int PRIMARY KEY, user_id bigint NOT NULL REFERENCES users);
                INSERT INTO users VALUES (7), (8);
                INSERT INTO memberships VALUES (7, 3, 1), (7, 3, 2), (8, 1, 3);
                INSERT INTO letters VALUES (1, 7), (2, 8);
                """);
        assertThat(Plans.table(Plans.checked(database), "letters").reasons()).noneMatch(reason -> reason.contains("belongs to one organization today"));
        database.execute("DELETE FROM memberships WHERE organization = 2");
        assertThat(Plans.table(Plans.checked(database), "letters").reasons()).anyMatch(reason -> reason.contains("belongs to one organization today"));
    }
}
