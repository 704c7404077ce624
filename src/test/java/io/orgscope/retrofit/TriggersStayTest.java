package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The triggers of step 02 have one text for one declaration, so that a further run has nothing to make again. */
@PostgresTest
class TriggersStayTest {

    private static final String MADE = """
            SELECT p.proname || ' ' || p.xmin || ' ' || md5(p.prosrc) FROM pg_proc p WHERE p.proname ~ '^orgscope_' ORDER BY 1
            """;

    @TempDir
    Path directory;

    /** The columns that the routes start from are not in the order of their names, and the side table has none at first. */
    private static Situation pairs() {
        return new Situation("pairs", KeyType.INTEGER, """
                CREATE TABLE invoices (id integer PRIMARY KEY, organization_id integer NOT NULL REFERENCES organizations);
                CREATE TABLE payments (id integer PRIMARY KEY, payable_type text, payable_id integer, a_user integer REFERENCES users);
                INSERT INTO invoices SELECT n, n % 2 + 1 FROM generate_series(1, 4) n;
                INSERT INTO payments SELECT n, 'Invoice', n, NULL FROM generate_series(1, 4) n;
                """, """
                - table: payments
                  route:
                    - { path: payable_id -> invoices.organization_id, when: "payable_type = 'Invoice'" }
                    - a_user -> users.default_organization_id
                """);
    }

    @Test
    void theChangeSetThatFollowsRoutesMakesNothingAgain(TestDatabase database) throws SQLException {
        pairs().into(database);
        Liquibases liquibase = pairs().liquibase(database, directory).labels("orgscope-expand");
        liquibase.update();
        List<String> made = database.strings(MADE);
        assertThat(made).hasSize(3);

        database.execute("DELETE FROM databasechangelog WHERE id LIKE '%/routes'");
        liquibase.update();

        assertThat(database.strings(MADE)).isEqualTo(made);
    }

    /** As after a kill between the triggers and Liquibase's record of step 02. */
    @Test
    void norDoesStepTwoItself(TestDatabase database) throws SQLException {
        pairs().into(database);
        Liquibases liquibase = pairs().liquibase(database, directory).labels("orgscope-expand");
        liquibase.update();
        List<String> made = database.strings(MADE);

        database.execute("DELETE FROM databasechangelog WHERE id LIKE '%/02-keep-filled%'");
        liquibase.update();

        assertThat(database.strings(MADE)).isEqualTo(made);
    }
}
