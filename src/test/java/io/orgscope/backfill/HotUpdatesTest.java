package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What makes the backfill fast, guarded without a clock. */
@PostgresTest
@DisplayName("The backfill stays within its budget of index entries, WAL, pages and statements")
class HotUpdatesTest {

    private static final int ROWS = 20_000;

    @Test
    void mostUpdatesAreHotAndTableAndIndexesHardlyGrow(TestDatabase database) throws Exception {
        connections(database);
        long heap = database.number("SELECT pg_relation_size('connections')");
        long indexes = database.number("SELECT pg_indexes_size('connections')");

        BackfillResult result = BackfillFixture.fill(database, BackfillFixture.task("connections"));

        assertThat(hotPercent(database)).isGreaterThanOrEqualTo(85);
        // Two rows of 21 make room for two others, and a third for what all the others get wider by.
        assertThat(database.number("SELECT pg_relation_size('connections')")).isLessThanOrEqualTo(heap * 116 / 100);
        assertThat(database.number("SELECT pg_indexes_size('connections')")).isLessThanOrEqualTo(indexes * 110 / 100);
        assertThat(result.filled()).isEqualTo(ROWS);
        assertThat(result.notices()).isEmpty();
    }

    @Test
    void aTableWithFreeSpaceDoesNotGrowAtAll(TestDatabase database) throws Exception {
        connections(database);
        database.execute("ALTER TABLE connections SET (fillfactor = 85)", "VACUUM FULL ANALYZE connections");
        long heap = database.number("SELECT pg_relation_size('connections')");

        BackfillFixture.fill(database, BackfillFixture.task("connections"));

        assertThat(hotPercent(database)).isGreaterThanOrEqualTo(97);
        assertThat(database.number("SELECT pg_relation_size('connections')")).isLessThanOrEqualTo(heap * 103 / 100);
    }

    /** The sweep at its end would fill every row, too: only the order of visits makes updates HOT. */
    @Test
    void theScriptIsHotToo(TestDatabase database) throws Exception {
        connections(database);

        database.execute(BackfillFixture.script(BackfillFixture.task("connections")));

        assertThat(hotPercent(database)).isGreaterThanOrEqualTo(85);
    }

    /** After a checkpoint, whoever pruned them then would write every page to the WAL. */
    @Test
    void theFillersLeaveNothingToPrune(TestDatabase database) throws SQLException {
        connections(database);
        BackfillTask task = BackfillFixture.task("connections");
        try (Connection connection = database.connection()) {
            HeapBackfill heapBackfill = BackfillFixture.heapBackfill(connection, task);
            try (Session session = Session.on(connection, task); Statements statements = new Statements(connection, heapBackfill)) {
                new Filler(heapBackfill, session, statements, UnflushedWal.of(session), Monitor.NONE).run();
            }
        }
        database.execute("CHECKPOINT");
        String start = database.string("SELECT pg_current_wal_insert_lsn()::text");

        assertThat(database.number("SELECT count(organization_id) FROM connections")).isEqualTo(ROWS);

        assertThat(database.number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), ?::pg_lsn)::bigint", start))
                // Without the last look seven pages were pruned here, each at the price of a page of WAL.
                .isLessThan(5 * 8192);
    }

    @Test
    void itWritesLittleMoreThanHalfTheWalOfOneUpdate(TestDatabase database) throws SQLException {
        connections(database);
        database.execute("CREATE TABLE copy (LIKE connections INCLUDING ALL) WITH (autovacuum_enabled = off)",
                "INSERT INTO copy SELECT * FROM connections", "VACUUM ANALYZE copy");
        String start = database.string("SELECT pg_current_wal_insert_lsn()::text");
        database.execute("UPDATE copy AS t SET organization_id = " + BackfillFixture.task("copy").value());
        long oneUpdate = database.number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), ?::pg_lsn)::bigint", start);

        BackfillResult result = BackfillFixture.fill(database, BackfillFixture.task("connections"));

        assertThat(result.walBytes()).isLessThanOrEqualTo(oneUpdate * 6 / 10);
    }

    @Test
    void aBatchIsManyRowsAndARoundTripIsABatch(TestDatabase database) throws SQLException {
        connections(database);
        long commits = commits(database);

        BackfillResult result = BackfillFixture.fill(database, BackfillFixture.task("connections"));

        // 12 stripes whose first batches are 32 pages each and double as long as they are quick.
        assertThat(result.batches()).isBetween(12L, 400L);
        assertThat(commits(database) - commits).isLessThan(result.batches() + 200);
    }

    /** Without autovacuum: what it writes to the WAL would be counted as the backfill's. */
    private static void connections(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, ROWS);
        database.execute("ALTER TABLE connections SET (autovacuum_enabled = off)");
    }

    private static long hotPercent(TestDatabase database) throws Exception {
        return Statistics.updates(database, "connections", ROWS).hotPercent();
    }

    private static long commits(TestDatabase database) throws SQLException {
        return database.number("SELECT txid_current() - 1");
    }
}
