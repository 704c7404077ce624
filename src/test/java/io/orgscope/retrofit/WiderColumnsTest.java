package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that the side table compares gets a wider type. The application's choices are noted as before. */
@PostgresTest
class WiderColumnsTest {

    private static final String LARGE = "4000000000";
    private static final String LONG = "'" + "x".repeat(40) + "'";
    private static final String CHOICE = "INSERT INTO payments (id, kind, code, user_id, organization_id) VALUES (" + LARGE + ", " + LONG + ", 'longer code', 1, 4)";
    private static final String WIDER_KEY = "ALTER TABLE payments ALTER id TYPE bigint";
    private static final String WIDER_TEXTS = "ALTER TABLE payments ALTER kind TYPE varchar(100), ALTER code TYPE char(20)";

    private static final String[] WIDER_ORGANIZATION = {"ALTER TABLE organizations ALTER id TYPE bigint", "ALTER TABLE users ALTER home TYPE bigint",
        "ALTER TABLE payments ALTER organization_id TYPE bigint", "INSERT INTO organizations VALUES (" + LARGE + ")"};
    private static final String OF_A_LARGE_ONE = "INSERT INTO payments (id, kind, code, user_id, organization_id) VALUES (%d, 'card', 'abc', 1, " + LARGE + ")";

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
                INSERT INTO users VALUES (1, 1);
                CREATE TABLE payments (id int PRIMARY KEY, kind varchar(20), code char(5), user_id int REFERENCES users);
                INSERT INTO payments VALUES (1, 'card', 'abc', 1), (2, 'card', 'abc', 1)
                """);
        liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - table: payments
                      route: { path: user_id -> users.home, when: kind <> 'none' AND code <> 'none' }
                """);
        expand();
        database.execute("UPDATE payments SET organization_id = 2 WHERE id = 2");
    }

    private void expand() {
        liquibase.labels("orgscope-expand").update();
    }

    private void moveAll() throws SQLException {
        database.execute("UPDATE users SET home = 3");
    }

    @Test
    void theKeyWhileTheTriggersAreThere() throws SQLException {
        database.execute(WIDER_KEY, CHOICE.replace(LONG, "'card'").replace("longer code", "abc"));
        moveAll();
        assertThat(database.organizations("payments")).isEqualTo("1=3 2=2 " + LARGE + "=4");
    }

    /** A session has a plan for the fill function with the former type until the function changes: docs/limits.md. */
    @Test
    void theKeyWhileASessionIsOpen() throws SQLException {
        try (Connection application = database.connection(); Statement statement = application.createStatement()) {
            statement.execute("INSERT INTO payments (id, kind, code, user_id) VALUES (3, 'card', 'abc', 1)");
            database.execute(WIDER_KEY);
            assertThatThrownBy(() -> statement.execute("INSERT INTO payments (id, kind, code, user_id) VALUES (4, 'card', 'abc', 1)"))
                    .isInstanceOfSatisfying(SQLException.class, failed -> assertThat(failed.getSQLState()).isEqualTo("42804"));
            database.execute("ALTER FUNCTION orgscope_fill_payments() COST 100");
            statement.execute(CHOICE.replace(LONG, "'card'").replace("longer code", "abc"));
            moveAll();
        }
        assertThat(database.organizations("payments")).isEqualTo("1=3 2=2 3=3 " + LARGE + "=4");
    }

    /** While the triggers are there, PostgreSQL refuses another type of a column that their conditions name: docs/limits.md. */
    @Test
    void whereRoutesStartAfterARollback() throws SQLException {
        assertThatThrownBy(() -> database.execute(WIDER_TEXTS)).hasMessageContaining("used in a trigger definition");
        liquibase.rollbackAll();
        database.execute(WIDER_KEY, WIDER_TEXTS);
        expand();
        database.execute(CHOICE);
        moveAll();
        assertThat(database.organizations("payments")).isEqualTo("1=3 2=2 " + LARGE + "=4");
        liquibase.rollbackAll();
        expand();
        assertThat(database.organizations("payments")).isEqualTo("1=3 2=2 " + LARGE + "=4");
    }

    @Test
    void theOrganizationAfterTheContract() throws SQLException {
        int steps = contract();
        database.execute(WIDER_ORGANIZATION);
        database.execute(OF_A_LARGE_ONE.formatted(3));
        liquibase.rollbackCount(steps);
        database.execute(OF_A_LARGE_ONE.formatted(4));
        moveAll();
        assertThat(database.organizations("payments")).isEqualTo("1=3 2=2 3=" + LARGE + " 4=" + LARGE);
    }

    @Test
    void theOrganizationAfterARollback() throws SQLException {
        liquibase.rollbackAll();
        database.execute(WIDER_ORGANIZATION[0], WIDER_ORGANIZATION[1], WIDER_ORGANIZATION[3]);
        expand();
        database.execute(OF_A_LARGE_ONE.formatted(3));
        moveAll();
        assertThat(database.organizations("payments")).isEqualTo("1=3 2=2 3=" + LARGE);
    }

    /** As an earlier version made it. */
    @Test
    void aSideTableThatIsTooNarrowForTheOrganizationIsRefused() throws SQLException {
        int steps = contract();
        database.execute(WIDER_ORGANIZATION);
        database.execute("ALTER TABLE orgscope.payments ALTER organization TYPE integer", OF_A_LARGE_ONE.formatted(3));
        String alter = "ALTER TABLE \"orgscope\".\"payments\" ALTER COLUMN \"organization\" TYPE bigint";
        assertThatThrownBy(() -> liquibase.rollbackCount(steps)).hasMessageContainingAll("The side table \"orgscope\".\"payments\" is too narrow for payments.",
                "organizations.id is bigint now, and organization is integer. Run " + alter + ".", "Nothing was changed.");
        database.execute(alter);
        liquibase.rollbackCount(steps);
        moveAll();
        assertThat(database.organizations("payments")).isEqualTo("1=3 2=2 3=" + LARGE);
    }

    @Test
    void aSideTableWithOrganizationsOfAnotherTypeIsRefused() throws SQLException {
        liquibase.rollbackAll();
        String uuid = "lpad(%s::text, 32, '0')::uuid";
        database.execute("ALTER TABLE users DROP CONSTRAINT users_home_fkey", "ALTER TABLE organizations ALTER id TYPE uuid USING " + uuid.formatted("id"),
                "ALTER TABLE users ALTER home TYPE uuid USING " + uuid.formatted("home"), "ALTER TABLE users ADD FOREIGN KEY (home) REFERENCES organizations");
        String alter = "ALTER TABLE \"orgscope\".\"payments\" ALTER COLUMN \"organization\" TYPE uuid USING ";
        assertThatThrownBy(this::expand).hasMessageContainingAll("The side table \"orgscope\".\"payments\" does not fit payments any more.",
                "organizations.id is uuid now, and organization is bigint. Run " + alter + "…, an expression that gives", "run DROP TABLE");
        database.execute(alter + uuid.formatted("organization"));
        expand();
        assertThat(database.strings("SELECT right(organization_id::text, 1) FROM payments ORDER BY id")).containsExactly("1", "2");
    }

    /** Runs the contract, and returns how many change sets it has. */
    private int contract() {
        int steps = liquibase.pending().size();
        liquibase.update();
        return steps;
    }

    /** As an earlier version made it. */
    @Test
    void aSideTableThatIsTooNarrowIsRefused() throws SQLException {
        liquibase.rollbackAll();
        database.execute("ALTER TABLE orgscope.payments ALTER key_id TYPE integer, ALTER via_kind TYPE varchar(20), ALTER via_code TYPE char(5)");
        expand();
        liquibase.rollbackAll();
        database.execute("ALTER TABLE orgscope.payments ALTER key_id TYPE integer, ALTER via_kind TYPE varchar(20), ALTER via_code TYPE char(5)", WIDER_KEY, WIDER_TEXTS);
        String alter = "ALTER TABLE \"orgscope\".\"payments\" ALTER COLUMN ";
        assertThatThrownBy(this::expand).hasMessageContainingAll("The side table \"orgscope\".\"payments\" is too narrow for payments.",
                "payments.kind is character varying(100) now, and via_kind is character varying(20). Run " + alter + "\"via_kind\" TYPE pg_catalog.varchar.",
                alter + "\"via_code\" TYPE pg_catalog.bpchar.", alter + "\"key_id\" TYPE bigint.", "Nothing was changed.");
        database.execute(alter + "\"key_id\" TYPE bigint", alter + "\"via_kind\" TYPE pg_catalog.varchar", alter + "\"via_code\" TYPE pg_catalog.bpchar");
        expand();
        database.execute(CHOICE);
        moveAll();
        assertThat(database.organizations("payments")).isEqualTo("1=3 2=2 " + LARGE + "=4");
    }

    /** ALTER COLUMN … TYPE without COLLATE would take the collation of the type. */
    @Test
    void aSideTableGetsTheCollationToo() throws SQLException {
        liquibase.rollbackAll();
        database.execute("ALTER TABLE orgscope.payments ALTER via_kind TYPE varchar(20)", "ALTER TABLE payments ALTER kind TYPE varchar(100) COLLATE \"POSIX\"");
        String type = "ALTER TABLE \"orgscope\".\"payments\" ALTER COLUMN \"via_kind\" TYPE pg_catalog.varchar COLLATE pg_catalog.\"POSIX\"";
        assertThatThrownBy(this::expand).hasMessageContaining("Run " + type + ".");
        database.execute(type);
        expand();
        database.execute(CHOICE.replace("longer code", "abc").replace(LARGE, "3"));
        moveAll();
        assertThat(database.organizations("payments")).isEqualTo("1=3 2=2 3=4");
    }
}
