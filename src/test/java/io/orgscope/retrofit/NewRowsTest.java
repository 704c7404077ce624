package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new row follows its routes, also if the application chose the organization of an earlier row with the same key. */
@PostgresTest
class NewRowsTest {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: connections
                  route: user_id -> users.home
                - table: parts
                  route: user_id -> users.home
            """;

    private static final String INSERT = "INSERT INTO connections VALUES (1, 'x')";

    @TempDir
    Path directory;

    private TestDatabase database;
    private Liquibases liquibase;

    @BeforeEach
    void choose(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1), (2, 2);
                CREATE TABLE accounts (user_id int REFERENCES users, platform text, PRIMARY KEY (user_id, platform));
                INSERT INTO accounts VALUES (1, 'x'), (1, 'y'), (2, 'x');
                CREATE TABLE connections (user_id int REFERENCES users, platform text, note text, PRIMARY KEY (user_id, platform),
                  FOREIGN KEY (user_id, platform) REFERENCES accounts ON DELETE CASCADE);
                INSERT INTO connections SELECT * FROM accounts;
                CREATE TABLE parts (user_id int REFERENCES users, platform text, PRIMARY KEY (user_id, platform)) PARTITION BY LIST (platform);
                CREATE TABLE parts_x PARTITION OF parts FOR VALUES IN ('x');
                CREATE TABLE parts_others PARTITION OF parts DEFAULT;
                INSERT INTO parts SELECT * FROM accounts
                """);
        liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", DECLARATION).labels("orgscope-expand");
        liquibase.update();
        database.execute("UPDATE connections SET organization_id = 2 WHERE user_id = 1", "UPDATE parts SET organization_id = 2 WHERE user_id = 1");
        assertThat(all("connections")).isEqualTo("1x=2 1y=2 2x=2");
    }

    private String all(String table) throws SQLException {
        return database.string("SELECT string_agg(user_id || platform || '=' || coalesce(organization_id::text, '-'), ' ' ORDER BY user_id, platform) FROM " + table);
    }

    private static String moveTo(int organization) {
        return "UPDATE users SET home = " + organization + " WHERE id = 1";
    }

    /** When the row is inserted, its routes give the organization that was chosen for the earlier one. */
    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM connections WHERE platform = 'x'; MOVE; AGAIN", "TRUNCATE connections; MOVE; AGAIN",
            "DELETE FROM accounts WHERE user_id = 1 AND platform = 'x'; MOVE; INSERT INTO accounts VALUES (1, 'x'); AGAIN",
            "BEGIN ISOLATION LEVEL REPEATABLE READ; DELETE FROM connections WHERE platform = 'x'; MOVE; AGAIN; COMMIT",
            "SET session_replication_role = replica; DELETE FROM connections WHERE platform = 'x'; RESET session_replication_role; MOVE;"
                    + " AGAIN ON CONFLICT (user_id, platform) DO UPDATE SET note = 'new'"})
    void ofAnEarlierRow(String statements) throws SQLException {
        database.execute(statements.replace("MOVE", moveTo(2)).replace("AGAIN", INSERT), moveTo(3));
        assertThat(database.string("SELECT organization_id FROM connections WHERE user_id = 1 AND platform = 'x'")).isEqualTo("3");
        assertThat(database.number("SELECT count(*) FROM orgscope.connections WHERE key_user_id = 1 AND key_platform = 'x'")).isZero();
    }

    /** A trigger of the user that fires before ours chooses for the new row. */
    @Test
    void ofAnEarlierRowAndATriggerThatChooses() throws SQLException {
        database.execute("""
                CREATE FUNCTION choose() RETURNS trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    UPDATE connections SET organization_id = 4 WHERE user_id = NEW.user_id AND platform = NEW.platform;
                    RETURN NULL;
                  END $$;
                CREATE TRIGGER choose AFTER INSERT ON connections FOR EACH ROW EXECUTE FUNCTION choose()
                """, "DELETE FROM connections WHERE user_id = 1", "INSERT INTO connections VALUES (1, 'x'), (1, 'y')", moveTo(3));
        assertThat(all("connections")).isEqualTo("1x=4 1y=4 2x=2");
    }

    /** The application inserts the row with one organization, and a trigger of the user chooses another one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aTriggerChoosesAnotherOrganizationThanTheInsert(int chosen) throws SQLException {
        database.execute("""
                CREATE FUNCTION choose() RETURNS trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    UPDATE connections SET organization_id = %d WHERE user_id = NEW.user_id AND platform = NEW.platform;
                    RETURN NULL;
                  END $$;
                CREATE TRIGGER choose AFTER INSERT ON connections FOR EACH ROW EXECUTE FUNCTION choose()
                """.formatted(chosen), "DELETE FROM connections WHERE user_id = 1",
                "INSERT INTO connections (user_id, platform, organization_id) VALUES (1, 'x', 3), (1, 'y', 3)");
        assertThat(all("connections")).isEqualTo("1x=%1$d 1y=%1$d 2x=2".formatted(chosen));
        assertThat(database.strings("SELECT organization FROM orgscope.connections ORDER BY key_platform")).as("1 is what the routes give")
                .isEqualTo(chosen == 1 ? List.of() : List.of("4", "4"));
        database.execute(moveTo(2));
        assertThat(all("connections")).isEqualTo("1x=%1$d 1y=%1$d 2x=2".formatted(chosen == 1 ? 2 : 4));
    }

    /** The application has no privilege on the schema of the notes. */
    @Test
    void ofAnApplicationWithoutRights() throws SQLException {
        var application = database.asRole("application of " + database.name());
        database.execute("GRANT SELECT, INSERT, DELETE ON connections, parts TO \"" + application.user() + "\"");
        application.execute("DELETE FROM connections WHERE platform = 'x'", "DELETE FROM parts WHERE platform = 'x'");
        database.execute("UPDATE connections SET organization_id = 4 WHERE platform = 'y'", "UPDATE parts SET organization_id = 4 WHERE platform = 'y'", moveTo(2));
        application.execute(INSERT, "INSERT INTO parts VALUES (1, 'x')");
        database.execute(moveTo(3), "REVOKE ALL ON connections, parts FROM \"" + application.user() + "\"");
        assertThat(all("connections")).isEqualTo("1x=3 1y=4");
        assertThat(all("parts")).isEqualTo("1x=3 1y=4");
    }

    /** The row that is there keeps its organization, also if the new one is inserted beside others. */
    @ParameterizedTest
    @ValueSource(strings = {"DO NOTHING", "(user_id, platform) DO UPDATE SET note = 'new'"})
    void aRowThatStaysKeepsItsChoice(String conflict) throws SQLException {
        database.execute("DELETE FROM connections WHERE platform = 'y'", "INSERT INTO connections VALUES (1, 'x'), (1, 'y'), (2, 'x') ON CONFLICT " + conflict,
                moveTo(2), moveTo(3));
        assertThat(all("connections")).as("the move to 2 ends the choice of what is 2").isEqualTo("1x=3 1y=3 2x=2");
        database.execute("UPDATE connections SET organization_id = 4 WHERE user_id = 1 AND platform = 'x'",
                "INSERT INTO connections VALUES (1, 'x') ON CONFLICT " + conflict, moveTo(1));
        assertThat(all("connections")).isEqualTo("1x=4 1y=1 2x=2");
    }

    @Test
    void someOfAStatementAreChosen() throws SQLException {
        database.execute("DELETE FROM connections", "INSERT INTO connections (user_id, platform, organization_id) VALUES (1, 'x', 4), (1, 'y', NULL), (2, 'x', 4)",
                moveTo(3), "UPDATE users SET home = 1 WHERE id = 2");
        assertThat(all("connections")).isEqualTo("1x=4 1y=3 2x=4");
        assertThat(database.strings("SELECT key_user_id || key_platform FROM orgscope.connections ORDER BY 1")).containsExactly("1x", "2x");
    }

    /** That is a DELETE and an INSERT in one statement. The note of the key that it leaves ends with the next row that has it. */
    @Test
    void aRowThatGoesToAnotherPartitionIsNotNew() throws SQLException {
        database.execute("DELETE FROM parts WHERE platform = 'y'", "UPDATE parts SET platform = 'y' WHERE user_id = 1", moveTo(3));
        assertThat(all("parts")).isEqualTo("1y=2 2x=2");
        database.execute("UPDATE parts SET organization_id = 4 WHERE user_id = 1", moveTo(2), "INSERT INTO parts VALUES (1, 'x')", moveTo(3));
        assertThat(all("parts")).isEqualTo("1x=3 1y=4 2x=2");
    }

    /** Without triggers nothing ends a choice. The rollback of step 10 does it later. */
    @Test
    void afterTheContract() throws SQLException {
        Liquibases whole = liquibase.labels("orgscope-expand or orgscope-contract");
        whole.update();
        database.execute("DELETE FROM connections WHERE platform = 'x'", moveTo(2), "INSERT INTO connections (user_id, platform, organization_id) VALUES (1, 'x', 2)");
        whole.rollbackCount((int) database.number("SELECT count(*) FROM databasechangelog WHERE labels = 'orgscope-contract'"));
        database.execute(moveTo(3));
        assertThat(database.string("SELECT organization_id FROM connections WHERE user_id = 1 AND platform = 'x'")).isEqualTo("3");
    }
}
