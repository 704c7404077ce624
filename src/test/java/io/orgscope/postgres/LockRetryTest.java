package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PostgresTest
class LockRetryTest {

    /** An autovacuum gives way to a request that waits as long as deadlock_timeout. The setting is a text with a unit. */
    @ParameterizedTest
    @CsvSource({"10ms, 600000, 2500", "1s, 600000, 2500", "2500ms, 600000, 4000", "4s, 600000, 5500", "1min, 600000, 61500",
            "1min, 20000, 20000", "2147483647, 600000, 600000", "4s, 400, 2500"})
    void waitsLongerThanTheDeadlockTimeout(String deadlockTimeout, String deadline, String patience, TestDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            Sql.execute(connection, "SET deadlock_timeout = '" + deadlockTimeout + "'");
            String waits = Sql.first(connection, "", "SELECT " + LockRetry.patience(deadline), row -> row.getString(1));
            assertThat(waits).isEqualTo(patience);
        }
    }
}
