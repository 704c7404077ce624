package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of names where no key says more, and that plan and scan make the same of them. */
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

    /** One inference: what the scan offers to paste is what the plan takes, and what the plan asks the scan asks. */
    @ParameterizedTest
    @MethodSource("io.orgscope.plan.TruthPlanTest#schemas")
    void theScanSaysWhatThePlanSays(String name, TestDatabase database) throws SQLException {
        TruthSchema schema = TruthSchema.read(name);
        schema.into(database);
        Plan plan = Plans.of(database, schema.options(false));
        try (Connection connection = database.connection()) {
            CatalogRoutes scan = CatalogRoutes.of(Catalog.ofAll(connection), new Organizations(plan.organizations().table(), schema.key(), null),
                    schema.column(), Map.of(), Set.of());
            for (PlannedTable table : plan.entries()) {
                TableName tableName = table.table().name();
                boolean offered = scan.proposal(tableName).filter(proposal -> proposal.question() == null).isPresent();
                // Where a pair of type and key leads only rows may tell, which a scan does not read.
                boolean pair = table.chosen().stream().anyMatch(candidate -> candidate.reference().origin() == Reference.Origin.PAIR)
                        && scan.proposal(tableName).isEmpty() || scan.questions().getOrDefault(tableName, "").contains("which orgscope-plan asks");
                boolean waits = scan.questions().getOrDefault(tableName, "").contains("it reads the organization of");
                assertThat(offered).as(tableName + " is offered by the scan").isEqualTo(table.active() && !pair && !waits && !table.chosen().isEmpty());
                if (offered) {
                    assertThat(scan.proposal(tableName).orElseThrow().routes()).as(tableName.toString())
                            .isEqualTo(table.chosen().stream().flatMap(candidate -> candidate.paths().stream()).map(way -> way.route(tableName.schema())).toList());
                }
            }
        }
    }
}
