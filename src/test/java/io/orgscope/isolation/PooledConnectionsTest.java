package io.orgscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that says its organization in each transaction: what docs/isolation.md tells it to do. */
@PostgresTest
class PooledConnectionsTest {

    private static final String SAY = read("set-organization.sql");

    @TempDir
    Path directory;

    @Test
    void aConnectionThatIsReturnedSaysNothingMore(TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database);
        tenants.rowSecurity(directory, tenants.bound()).update();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(tenants.app.url());
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThat(inTransaction(pool, "1", true)).isEqualTo(4);
            assertThat(outside(pool)).as("after COMMIT").isZero();
            assertThat(inTransaction(pool, "2", false)).isEqualTo(4);
            assertThat(outside(pool)).as("after a transaction that was left open").isZero();
            assertThat(inTransaction(pool, "", true)).as("nobody").isZero();
            try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("SET " + Tenants.SETTING + " = '1'");
            }
            assertThat(outside(pool)).as("a plain SET stays on the connection").isEqualTo(4);
        }
    }

    @Test
    void aConnectionWithoutAPoolSaysNothingMoreEither(TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database);
        tenants.rowSecurity(directory, tenants.bound()).update();
        try (Connection connection = tenants.app.connection(); PreparedStatement say = connection.prepareStatement(SAY)) {
            for (boolean commit : new boolean[] {true, false}) {
                connection.setAutoCommit(false);
                say.setString(1, "1");
                say.execute();
                assertThat(count(connection)).isEqualTo(4);
                if (commit) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                assertThat(count(connection)).as("the next transaction").isZero();
                connection.rollback();
                connection.setAutoCommit(true);
                assertThat(count(connection)).as("outside of one").isZero();
            }
            connection.createStatement().execute("SET " + Tenants.SETTING + " = '1'");
            assertThat(count(connection)).as("a plain SET stays").isEqualTo(4);
        }
    }

    private static int inTransaction(HikariDataSource pool, String organization, boolean commit) throws SQLException {
        try (Connection connection = pool.getConnection(); PreparedStatement say = connection.prepareStatement(SAY)) {
            connection.setAutoCommit(false);
            say.setString(1, organization);
            say.execute();
            int count = count(connection);
            if (commit) {
                connection.commit();
            }
            return count;
        }
    }

    private static int outside(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return count(connection);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return Tenants.column(statement, "SELECT id FROM notes").size();
        }
    }

    /** What docs/isolation.md tells everybody to try by hand: behind each statement stands what it gives. */
    @Test
    void whatIsTriedByHandGivesWhatThePageSays(TestDatabase database) throws SQLException {
        Tenants tenants = new Tenants(database);
        tenants.rowSecurity(directory, tenants.bound()).update();
        try (Connection connection = tenants.app.connection(); Statement statement = connection.createStatement()) {
            for (String line : read("check-isolation.sql").lines().filter(line -> !line.isBlank()).toList()) {
                String expected = line.contains("--") ? line.substring(line.indexOf("--") + 2).strip() : "";
                assertThat(outcome(statement, line)).as(line).isEqualTo(expected);
            }
        }
    }

    private static String outcome(Statement statement, String sql) throws SQLException {
        try {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException refused) {
            return "ERROR " + refused.getSQLState();
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("docs", "sql", file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
