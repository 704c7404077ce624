package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.postgres.TableName;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyDual;
import org.postgresql.core.BaseConnection;

@PostgresTest
@DisplayName("Old snapshots of other sessions")
class SnapshotsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final String ANALYZING = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE backend_type = 'autovacuum worker' AND backend_xmin IS NOT NULL"
            + " AND datname = current_database() AND query ~ 'ANALYZE public.waiting')";

    @Test
    void areToldOnceForEachSession(TestDatabase database) throws SQLException {
        try (Connection look = database.connection(); Connection one = database.connection(); Connection other = database.connection()) {
            Snapshots snapshots = new Snapshots(Duration.ZERO, LONG, ours(look));
            BackfillStatistics statistics = statistics();
            hold(one);
            snapshots.tell(look, statistics);
            snapshots.tell(look, statistics);
            assertThat(notices(statistics)).hasSize(1);

            hold(other);
            snapshots.tell(look, statistics);
            assertThat(notices(statistics)).hasSize(2);
        }
    }

    @Test
    void areNotToldWhileTheyAreYoung(TestDatabase database) throws SQLException {
        try (Connection look = database.connection(); Connection one = database.connection()) {
            hold(one);
            assertThat(told(look, LONG, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void ofAutovacuumAreToldWhenTheyLastLonger(TestDatabase database) throws Exception {
        // Statistics on an expression that waits for a lock make the ANALYZE last until we let it go.
        database.execute("""
                CREATE FUNCTION wait_for(id integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS
                  $$BEGIN PERFORM pg_advisory_xact_lock_shared(43); RETURN id; END$$;
                CREATE TABLE waiting (id integer) WITH (autovacuum_analyze_threshold = 1, autovacuum_analyze_scale_factor = 0);
                CREATE STATISTICS waiting ON (wait_for(id)) FROM waiting;
                """, "ALTER SYSTEM SET autovacuum_naptime = 1", "SELECT pg_reload_conf()");
        try (Connection look = database.connection(); Connection holder = database.connection()) {
            holder.createStatement().execute("SELECT pg_advisory_lock(43)");
            database.execute("INSERT INTO waiting SELECT generate_series(1, 1000)");
            Waiting.until("autovacuum analyzes the table", () -> database.flag(ANALYZING));

            assertThat(told(look, Duration.ZERO, LONG)).as("a young one").isEmpty();
            assertThat(told(look, Duration.ZERO, Duration.ZERO)).singleElement().asString().contains("autovacuum: ANALYZE public.waiting");
        } finally {
            database.execute("ALTER SYSTEM RESET autovacuum_naptime", "SELECT pg_reload_conf()");
        }
    }

    /** With hot_standby_feedback the walsender has the snapshot of the standby's oldest query. The next walsender has it again. */
    @Test
    void ofAStandbyEndThere(TestDatabase database) throws Exception {
        try (Connection walsender = BackfillFixture.replication(database); Connection look = database.connection()) {
            CopyDual stream = (CopyDual) walsender.unwrap(BaseConnection.class).getQueryExecutor()
                    .startCopy("START_REPLICATION PHYSICAL " + database.string("SELECT pg_current_wal_lsn()"), true);
            long oldest = database.number("SELECT txid_current()");
            byte[] feedback = ByteBuffer.allocate(25).put((byte) 'h').putLong(0).putInt((int) oldest).putInt((int) (oldest >> 32)).putInt(0).putInt(0).array();
            stream.writeToCopy(feedback, 0, feedback.length);
            stream.flushCopy();
            Waiting.until("the walsender has the snapshot", () -> database.flag("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE backend_type = 'walsender'"
                    + " AND backend_xmin IS NOT NULL)"));
            database.execute("DO $$ BEGIN FOR n IN 1..1100 LOOP PERFORM txid_current(); COMMIT; END LOOP; END $$");

            assertThat(told(look, LONG, LONG)).singleElement().asString().contains("end it: end the long query on the standby.").doesNotContain("terminate");
        }
    }

    private static void hold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.createStatement().execute("SELECT 1");
    }

    private static Integer[] ours(Connection look) throws SQLException {
        return new Integer[] {look.unwrap(PGConnection.class).getBackendPID()};
    }

    private static List<String> told(Connection look, Duration age, Duration ofAutovacuum) throws SQLException {
        BackfillStatistics statistics = statistics();
        new Snapshots(age, ofAutovacuum, ours(look)).tell(look, statistics);
        return notices(statistics);
    }

    private static BackfillStatistics statistics() {
        return new BackfillStatistics(new TableName("public", "t"));
    }

    private static List<String> notices(BackfillStatistics statistics) {
        return statistics.result(0, 0).notices();
    }
}
