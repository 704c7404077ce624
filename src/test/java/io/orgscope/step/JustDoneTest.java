package io.orgscope.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.postgres.TableName;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What was just done is done for its table, on its connection, once, and for five minutes. */
@PostgresTest
class JustDoneTest {

    private static final TableName TABLE = new TableName("public", "t");
    private static final TableName OTHER = new TableName("public", "other");

    /** It begins below zero, as System.nanoTime may. */
    private final AtomicLong now = new AtomicLong(-7);
    private final JustDone<String> done = new JustDone<>(now::get);

    @Test
    void isTakenOnce(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            assertThat(done.take(connection, TABLE, "a")).as("nothing was done").isFalse();
            done.note(connection, TABLE, "a");
            assertThat(done.take(connection, TABLE, "a")).isTrue();
            assertThat(done.take(connection, TABLE, "a")).as("the second time").isFalse();
        }
    }

    @Test
    void isOfOneTableAndOneConnection(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection(); Connection another = database.connection()) {
            done.note(connection, TABLE, "a");
            assertThat(done.take(connection, OTHER, "a")).as("another table").isFalse();
            assertThat(done.take(another, TABLE, "a")).as("another connection").isFalse();
            assertThat(done.take(connection, TABLE, "a")).as("the others did not take it").isTrue();
        }
    }

    @Test
    void isWhatWasDoneLast(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            done.note(connection, TABLE, "a");
            assertThat(done.take(connection, TABLE, "b")).as("of something else").isFalse();
            done.note(connection, TABLE, "a");
            done.note(connection, TABLE, "b");
            assertThat(done.take(connection, TABLE, "a")).as("of what was done before").isFalse();
        }
    }

    @Test
    void isForgottenAfterFiveMinutes(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            done.note(connection, TABLE, "a");
            now.addAndGet(Duration.ofMinutes(5).minusMillis(1).toNanos());
            assertThat(done.take(connection, TABLE, "a")).as("a short time later").isTrue();
            done.note(connection, TABLE, "a");
            now.addAndGet(Duration.ofMinutes(5).toNanos());
            assertThat(done.take(connection, TABLE, "a")).as("five minutes later").isFalse();
        }
    }
}
