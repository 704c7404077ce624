package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest
class TransactionTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void workThatIsRolledBackLeavesNothing(boolean autoCommit, TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (id int)");
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(autoCommit);
            long rows = Transaction.rolledBack(connection, () -> {
                Sql.execute(connection, "INSERT INTO t VALUES (1)");
                return Sql.first(connection, 0L, "SELECT count(*) FROM t", row -> row.getLong(1));
            });
            assertThat(rows).isOne();
            assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
        }
        assertThat(database.number("SELECT count(*) FROM t")).isZero();
    }

    /** Without a connection there is nothing to roll back. That error says less than the first one. */
    @Test
    void theFirstErrorIsNotLost(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            assertThatThrownBy(() -> Transaction.rolledBack(connection, () -> Sql.first(connection, false,
                    "SELECT pg_terminate_backend(pg_backend_pid())", row -> row.getBoolean(1))))
                    .isInstanceOfSatisfying(SQLException.class, failure -> {
                        assertThat(failure.getSQLState()).isEqualTo("57P01");
                        assertThat(failure.getSuppressed()).isNotEmpty();
                    });
        }
    }
}
