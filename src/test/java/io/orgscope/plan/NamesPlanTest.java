package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of names where no key says more. */
@PostgresTest
class NamesPlanTest {

    /** People who are in no organization but in its teams belong to several of them all the same. */
    @Test
    void peopleAreMembersByTheirTeams(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                CREATE TABLE people (id int PRIMARY KEY, handle text);
                CREATE TABLE teams (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
                CREATE TABLE team_people (team_id int REFERENCES teams, person_id int REFERENCES people, PRIMARY KEY (team_id, person_id));
                CREATE TABLE notes (id int PRIMARY KEY, person_id int NOT NULL REFERENCES people);
                """);
        assertThat(Plans.summary(Plans.of(database))).containsEntry("people", ScopingStatus.SHARED.toString())
                .containsEntry("notes", "? person_id -> team_people(person_id).organization_id");
    }

    @Test
    void withoutForeignKeysNamesComeFirstThenValues(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id uuid PRIMARY KEY);
                CREATE TABLE users (id uuid PRIMARY KEY, organization_id uuid NOT NULL);
                CREATE TABLE folders (id uuid PRIMARY KEY, organization_id uuid NOT NULL);
                CREATE TABLE boards (id uuid PRIMARY KEY, creator_id uuid NOT NULL);
                CREATE TABLE imports (id uuid PRIMARY KEY, batch_id uuid NOT NULL);
                CREATE TABLE lines (id uuid PRIMARY KEY, import_id uuid NOT NULL);
                CREATE TABLE countries (id uuid PRIMARY KEY, name text);
                """);
        Plan plan = Plans.of(database);
        assertThat(Plans.summary(plan)).containsEntry("boards", "? creator_id -> users.organization_id").containsEntry("imports", "unknown")
                .containsEntry("lines", "unknown").containsEntry("countries", "global");
        assertThat(Plans.table(plan, "imports").reasons()).containsExactly("No foreign key and no name says where its column batch_id leads.");
        database.execute("INSERT INTO organizations SELECT gen_random_uuid() FROM generate_series(1, 3)",
                "INSERT INTO folders SELECT gen_random_uuid(), id FROM organizations", "INSERT INTO imports SELECT gen_random_uuid(), id FROM folders");
        assertThat(Plans.summary(Plans.checked(database))).containsEntry("imports", "batch_id -> folders.organization_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "workspaces", "teams", "companies", "projects"})
    void theTenantIsProposedWhateverItIsCalled(String name, TestDatabase database) throws SQLException {
        String column = name.replaceAll("ies$", "y").replaceAll("s$", "") + "_id";
        database.execute("CREATE TABLE " + name + " (id int PRIMARY KEY, slug text UNIQUE)", "CREATE TABLE users (id int PRIMARY KEY, email text)",
                "CREATE TABLE memberships (user_id int REFERENCES users, " + column + " int REFERENCES " + name + ", PRIMARY KEY (user_id, " + column + "))",
                "CREATE TABLE documents (id int PRIMARY KEY, " + column + " int NOT NULL REFERENCES " + name + ")",
                "CREATE TABLE pages (id int PRIMARY KEY, document_id int NOT NULL REFERENCES documents)");
        assertThatThrownBy(() -> Plans.of(database)).hasMessageContaining("It may be " + name + " (").hasMessageContaining("memberships joins it to users")
                .hasMessageContaining("its slug is unique").hasMessageContaining("--organizations-table=" + name + " --organizations-key=id --column=" + column);
    }
}
