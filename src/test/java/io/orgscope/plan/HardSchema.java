package io.orgscope.plan;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.format.OrgScopeYaml;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests of schemas whose way to the organizations is not plain: three organizations, and what the plan makes of what a test adds. */
@PostgresTest
abstract class HardSchema {

    static final String DIAMOND = """
            CREATE TABLE projects (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
            CREATE TABLE boards (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
            CREATE TABLE cards (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, board_id int NOT NULL REFERENCES boards);
            INSERT INTO projects VALUES (1, 1), (2, 2);
            INSERT INTO boards VALUES (1, 1), (2, 2);
            INSERT INTO cards SELECT n, n % 2 + 1, n % 2 + 1 FROM generate_series(1, 20) n;
            """;

    @TempDir
    Path directory;
    TestDatabase database;

    @BeforeEach
    void organizations(TestDatabase fresh) throws SQLException {
        database = fresh;
        database.execute("""
                CREATE TABLE organizations (id bigint PRIMARY KEY, slug text NOT NULL UNIQUE);
                INSERT INTO organizations SELECT n, 'org-' || n FROM generate_series(1, 3) n;
                """);
    }

    Map<String, String> byCatalog() throws SQLException {
        return Plans.summary(Plans.of(database));
    }

    /** The plan by the rows; what stands in it is also run. */
    Map<String, String> byData() throws SQLException {
        Plan plan = Plans.checked(database);
        runs(plan);
        return Plans.summary(plan);
    }

    void runs(Plan plan) {
        String yaml = OrgScopeYaml.write(plan);
        if (plan.entries().stream().anyMatch(PlannedTable::active)) {
            Liquibases liquibase = Liquibases.on(database).in(directory).changelog("plan.orgscope.yaml", yaml);
            liquibase.validate();
            liquibase.update();
        }
    }
}
