package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.ConcurrentWriters;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.SmallTables;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small table gets NOT NULL, its foreign key and each index in one transaction. In the other tests no table counts as small. */
@PostgresTest
@SmallTables
class SmallTablesTest {


    /** Only a run that waits for the old transaction takes so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    static Stream<Situation> situations() {
        return Stream.of(Situation.commented(), Situation.quoted(), Situation.keyless(), Situation.isolated(KeyType.UUID));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everyStepIsTakenBackExactly(Situation situation, TestDatabase database) throws SQLException {
        StepByStepTest.takeEveryStepBack(situation, database, directory);
    }

    @Test
    void stoppedInAnyTransaction(TestDatabase database) throws SQLException {
        assertThat(InterruptedTest.stoppedInTransactions(2, Situation.simple(), database, directory)).isGreaterThan(5);
    }

    @Test
    void nothingFailsWhileTheApplicationWrites(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory).labels("orgscope-expand");
        try (ConcurrentWriters writers = OldApplicationTest.application(database, Connection.TRANSACTION_READ_COMMITTED)) {
            writers.awaitTurns(10);
            liquibase.update();
            writers.awaitTurns(10);
            liquibase.rollbackAll();
            writers.awaitTurns(10);
            liquibase.update();
            writers.awaitTurns(10);
            assertThat(writers.stop().failures()).isEmpty();
        }
        OldApplicationTest.assertEveryRowIsRouted(database);
    }

    /** CONCURRENTLY would wait for it. */
    @Test
    void nothingWaitsForAnOldTransactionElsewhere(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        try (Connection old = database.connection()) {
            old.setAutoCommit(false);
            old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            old.createStatement().execute("CREATE TEMP TABLE elsewhere ()");
            assertThat(CompletableFuture.supplyAsync(liquibase.labels("orgscope-expand")::update)).succeedsWithin(PATIENCE);
            assertThat(database.number("SELECT count(*) FROM pg_index WHERE indrelid = 'connections'::regclass AND indisvalid"
                    + " AND pg_get_indexdef(indexrelid) LIKE '%(organization_id%'")).isPositive();
            assertThat(CompletableFuture.supplyAsync(liquibase::rollbackAll)).succeedsWithin(PATIENCE);
            old.rollback();
        }
        assertThat(database.number("SELECT count(*) FROM pg_attribute WHERE attrelid = 'connections'::regclass AND attname = 'organization_id'")).isZero();
    }
}
