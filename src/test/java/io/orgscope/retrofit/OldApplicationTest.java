package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.ConcurrentWriters;
import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application that knows nothing of organizations writes all the while, and nothing of it fails or goes astray. */
@PostgresTest
class OldApplicationTest {

    private static final String EXPAND = "orgscope-expand";
    private static final String SERIALIZATION_FAILURE = "40001";

    @TempDir
    Path directory;

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** Every writer has platforms of its own, so that no two of them collide on the old key. */
    static ConcurrentWriters application(TestDatabase database, int isolation) {
        return ConcurrentWriters.on(database, 4,
                (connection, writer, turn) -> connection.setTransactionIsolation(isolation),
                (connection, writer, turn) -> execute(connection, "INSERT INTO connections (user_id, platform) VALUES (?, ?)",
                        (int) (turn % 6) + 1, writer + "-" + turn),
                (connection, writer, turn) -> execute(connection, "INSERT INTO connections (user_id, platform, note) VALUES (?, ?, ?)"
                        + " ON CONFLICT (user_id, platform) DO UPDATE SET note = excluded.note", (int) (turn / 12 % 6) + 1, "u" + writer, "n" + turn),
                (connection, writer, turn) -> execute(connection, "UPDATE connections SET user_id = user_id % 6 + 1 WHERE platform LIKE ?",
                        writer + "-%" + turn % 4),
                (connection, writer, turn) -> execute(connection, "UPDATE connections SET note = ? WHERE platform LIKE ?", "n" + turn,
                        writer + "-%"),
                (connection, writer, turn) -> inTransaction(connection, writer, turn),
                (connection, writer, turn) -> execute(connection, "DELETE FROM connections WHERE platform LIKE ?", writer + "-%" + turn % 10));
    }

    /** Rows of all users in one transaction, those lying first last: who copies in their order must not wait for it. */
    private static void inTransaction(Connection connection, int writer, long turn) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, "UPDATE connections SET note = ? WHERE id = ?", "n" + turn, 12 - writer);
            execute(connection, "UPDATE connections SET note = ? WHERE id = ?", "n" + turn, 4 - writer);
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    static void assertEveryRowIsRouted(TestDatabase database) throws SQLException {
        assertThat(database.number("SELECT count(*) FROM connections c JOIN users u ON u.id = c.user_id"
                + " WHERE c.organization_id IS DISTINCT FROM u.default_organization_id")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ})
    void nothingFailsForwardAndBackAndForwardAgain(int isolation, TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        database.execute("INSERT INTO connections (user_id, platform) SELECT n % 6 + 1, 'old-' || n FROM generate_series(1, 3000) n");
        Liquibases liquibase = Situation.simple().liquibase(database, directory).labels(EXPAND);
        try (ConcurrentWriters writers = application(database, isolation)) {
            writers.awaitTurns(10);
            liquibase.update();
            writers.awaitTurns(10);
            liquibase.rollbackAll();
            writers.awaitTurns(10);
            liquibase.update();
            writers.awaitTurns(10);
            // Whoever asks for REPEATABLE READ repeats what lost against an UPDATE of the same row, the backfill's too.
            assertThat(writers.stop().failures()).filteredOn(failure -> isolation == Connection.TRANSACTION_READ_COMMITTED
                    || !SERIALIZATION_FAILURE.equals(failure.sqlState())).isEmpty();
        }
        assertEveryRowIsRouted(database);
        liquibase.labels("orgscope-contract").update();
        liquibase.rollbackAll();
    }

    /**
     * The copy holds the rows that it has passed, and comes to one that a transaction of the application holds; that
     * transaction then wants a row that was passed. The copy's own look for deadlocks is put off, so that the victim would
     * be the application.
     */
    @Test
    void theCopyOfTheWayBackGivesWayToATransactionOverSeveralRows(TestDatabase database) throws Exception {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        liquibase.update();
        liquibase.rollbackCount(9);
        assertThat(new FaultInjection(database).stops(8, () -> liquibase.rollbackCount(1))).isTrue();
        database.execute("TRUNCATE orgscope.connections", "ALTER DATABASE " + database.name() + " SET deadlock_timeout = '60s'");
        try (Connection application = database.connection()) {
            execute(application, "SET deadlock_timeout = '1s'");
            application.setAutoCommit(false);
            execute(application, "UPDATE connections SET note = 'first' WHERE id = 12");
            CompletableFuture<Void> back = CompletableFuture.runAsync(() -> liquibase.rollbackCount(1));
            Waiting.until("the copy waits for the application", () -> back.isDone() || database.flag("SELECT EXISTS (SELECT FROM pg_locks"
                    + " WHERE NOT granted AND locktype = 'transactionid' AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database()))"));
            assertThat(back).isNotDone();
            execute(application, "UPDATE connections SET note = 'second' WHERE id = 4");
            application.commit();
            back.join();
        }
        assertThat(database.number("SELECT count(*) FROM orgscope.connections")).isEqualTo(12);
    }

    @Test
    void theContractEndsTheOldKeyAndItsRollbackBringsItBack(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        String upsert = "INSERT INTO connections (user_id, platform, organization_id) VALUES (1, 'x', 1)"
                + " ON CONFLICT (user_id, platform) DO UPDATE SET note = 'again'";
        liquibase.labels(EXPAND).update();
        database.execute(upsert);
        liquibase.update();
        assertThatThrownBy(() -> database.execute(upsert)).isInstanceOfSatisfying(SQLException.class,
                failure -> assertThat(failure.getSQLState()).isEqualTo("42P10"));
        database.execute(upsert.replace("(user_id, platform) DO", "(organization_id, user_id, platform) DO"));

        liquibase.rollbackCount(2);

        database.execute(upsert, "INSERT INTO connections (user_id, platform) VALUES (2, 'without')");
        assertEveryRowIsRouted(database);
    }

    /** From a value's type alone, a polymorphic reference is followed to another parent as well. */
    @Test
    void aPolymorphicReferenceIsFollowed(TestDatabase database) throws SQLException {
        Situation.polymorphic().into(database);
        Situation.polymorphic().liquibase(database, directory).labels(EXPAND).update();
        database.execute("INSERT INTO requests VALUES (9, 2)", "INSERT INTO invoices VALUES (9, 'org-3')",
                "INSERT INTO payments VALUES (9, 9, 'Invoice')");
        assertThat(database.string("SELECT organization_id FROM payments WHERE id = 9")).isEqualTo("org-3");
        database.execute("UPDATE payments SET payable_type = 'Request' WHERE id = 9");
        assertThat(database.string("SELECT organization_id FROM payments WHERE id = 9")).isEqualTo("org-2");
    }

    /** An application that may write its table and nothing else: the triggers run with the privileges of their owner. */
    @Test
    void theApplicationNeedsNoRightsOnTheWay(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        var application = database.asRole("application of " + database.name());
        database.execute("GRANT INSERT, UPDATE, SELECT (id, user_id) ON connections TO \"" + application.user() + "\"",
                "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO \"" + application.user() + "\"");
        Liquibases liquibase = Situation.simple().liquibase(database, directory).labels(EXPAND);
        liquibase.update();
        application.execute("INSERT INTO connections (user_id, platform) VALUES (3, 'mine')", "UPDATE connections SET user_id = 2, platform = 'moved' WHERE id = 1");
        assertEveryRowIsRouted(database);
        liquibase.rollbackAll();
        application.execute("INSERT INTO connections (user_id, platform) VALUES (3, 'later')");
        database.execute("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM \"" + application.user() + "\"",
                "REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM \"" + application.user() + "\"");
    }
}
