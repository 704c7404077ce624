package io.orgscope.citus;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row security and step 15 with a {@link FakeCitus} for Citus, which refuses policies with a subquery. */
@PostgresTest
class IsolatedStandInTest {

    private static final String TABLES = """
            CREATE TABLE organizations (id integer PRIMARY KEY);
            CREATE TABLE boards (organization_id integer NOT NULL REFERENCES organizations ON DELETE CASCADE, id integer, PRIMARY KEY (organization_id, id));
            INSERT INTO organizations VALUES (1), (2); INSERT INTO boards VALUES (1, 1), (2, 2);
            """;

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void load(TestDatabase given) throws Exception {
        database = given;
        database.execute(TABLES);
        FakeCitus.into(database);
    }

    private Liquibases declared(String distribute, String... roles) throws SQLException {
        for (String role : roles) {
            database.asRole(role);
            database.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON boards TO " + role);
        }
        return Liquibases.on(database).in(directory).changelog("a.orgscope.yaml", """
                orgscope:
                  version: 1
                  lockDeadline: 20s
                  distribute: %s
                  isolation: { rows: { setting: app.tenant, roles: [ %s ] } }
                  tables: [ { table: boards, route: organization_id -> organizations.id } ]
                """.formatted(distribute, String.join(", ", roles)));
    }

    private List<String> conditions() throws SQLException {
        return database.strings("SELECT DISTINCT coalesce(qual, with_check) FROM pg_policies WHERE policyname ~ '^orgscope_isolation_'");
    }

    private static final String PLAIN = "(organization_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer)";

    /** With distribute: citus, step 12 makes its policies again, and does so after step 15 too. */
    @Test
    void thePoliciesAreAsCitusTakesThem() throws SQLException {
        String one = "app_" + database.name();
        String two = "late_" + database.name();
        declared("none", one).update();
        assertThat(conditions()).singleElement().asString().contains("SELECT");
        declared("citus", one).update();
        assertThat(DistributedTables.kinds(database)).contains("boards distributed");
        assertThat(conditions()).containsExactly(PLAIN);
        Liquibases both = declared("citus", one, two);
        both.update();
        assertThat(conditions()).containsExactly(PLAIN);
        notReported(both);
        assertThat(database.number("SELECT count(*) FROM pg_policies WHERE '" + two + "' = ANY (roles)")).isEqualTo(4);
    }

    @Test
    void aTableThatCitusHasKeepsPoliciesThatCitusTakes() throws SQLException {
        database.execute("INSERT INTO pg_catalog.pg_dist_partition VALUES ('boards', 'h', 's', 'organization_id')");
        Liquibases liquibase = declared("none", "app_" + database.name());
        liquibase.update();
        assertThat(conditions()).containsExactly(PLAIN);
        notReported(liquibase);
        database.execute("DELETE FROM pg_catalog.pg_dist_partition");
        assertThat(scan(liquibase)).contains("row-security-per-row");
    }

    private static void notReported(Liquibases liquibase) {
        assertThat(scan(liquibase)).contains("boards").doesNotContain("row-security-per-row");
    }

    private static String scan(Liquibases liquibase) {
        return liquibase.run("orgscopeScan", Map.of("spec", "a.orgscope.yaml", "failOn", "never", "format", "json"));
    }
}
