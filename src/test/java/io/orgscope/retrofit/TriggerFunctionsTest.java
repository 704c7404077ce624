package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trigger functions run with the privileges of their owner. Only the owner may put them on a table, whatever the default privileges are. */
@PostgresTest
class TriggerFunctionsTest {

    private static final String OTHERS = """
            SELECT DISTINCT p.proname || ': ' || a.grantee::regrole
              FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
             WHERE p.prosecdef AND a.grantee <> p.proowner
             ORDER BY 1
            """;

    @TempDir
    Path directory;

    private TestDatabase database;
    private Login application;
    private Liquibases liquibase;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        application = database.asRole("application of \"x\" " + database.name());
        String user = "\"" + application.user().replace("\"", "\"\"") + "\"";
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1), (2, 2);
                CREATE TABLE "Po'sts" (id int PRIMARY KEY, user_id int REFERENCES users);
                INSERT INTO "Po'sts" VALUES (1, 1), (2, 2);
                """, "GRANT SELECT, INSERT ON \"Po'sts\" TO " + user,
                "ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO " + user + " WITH GRANT OPTION");
        liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables: [ { table: "Po'sts", route: user_id -> users.home } ]
                """).labels("orgscope-expand");
    }

    private void assertOnlyTheOwner() throws SQLException {
        assertThat(database.number("SELECT count(*) FROM pg_proc WHERE prosecdef")).isPositive();
        assertThat(database.strings(OTHERS)).isEmpty();
        application.execute("INSERT INTO \"Po'sts\" SELECT max(id) + 1, 1 FROM \"Po'sts\"");
    }

    @Test
    void ofALiveUpdate() throws SQLException {
        liquibase.update();
        assertOnlyTheOwner();
    }

    @Test
    void ofAScript() throws SQLException {
        try (Connection session = database.connection()) {
            Script.run(session, liquibase.updateSql());
        }
        assertOnlyTheOwner();
    }

    /** An earlier version made them, or somebody granted the privilege. */
    @Test
    void aPrivilegeIsTakenBackWhenStep02RunsAgain() throws SQLException {
        liquibase.update();
        String function = database.string("SELECT oid::regprocedure::text FROM pg_proc WHERE proname LIKE ?", "orgscope_fill%");
        database.execute("GRANT EXECUTE ON FUNCTION " + function + " TO PUBLIC", "DELETE FROM databasechangelog WHERE id LIKE '%/02-keep-filled/routes'");
        liquibase.update();
        assertOnlyTheOwner();
    }
}
