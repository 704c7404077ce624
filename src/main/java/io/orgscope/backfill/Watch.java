package io.orgscope.backfill;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What the first worker does beside filling, about once a second: report, look at the brakes, look for snapshots. At
 * brakes that keep old row versions it looks ten times as often.
 */
interface Watch {

    /** For the other workers. */
    Watch NONE = () -> { };

    /** Called before every batch. */
    void look() throws SQLException;

    /** The first worker's. */
    final class Lead implements Watch {

        private static final long INTERVAL = Duration.ofSeconds(1).toNanos();
        private static final long GLANCE = Duration.ofMillis(100).toNanos();
        private static final double SLOW = 0.25;

        private static final String WAL = "SELECT pg_catalog.pg_current_wal_insert_lsn()::text";
        private static final String WAL_SINCE =
                "SELECT pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), ?::pg_lsn)::bigint";

        private final Session session;
        private final Connection connection;
        private final Gate gate;
        private final Meter meter;
        private final ProgressListener listener;
        private final List<Brake> brakes;
        private final Snapshots snapshots;
        private final String walAtStart;
        private String versionsKeptBy;
        private long next = System.nanoTime();
        private long nextGlance = next;

        Lead(Session session, Gate gate, Meter meter, ProgressListener listener, List<Brake> brakes, Snapshots snapshots)
                throws SQLException {
            this.session = session;
            this.connection = session.connection();
            this.gate = gate;
            this.meter = meter;
            this.listener = listener;
            this.brakes = brakes;
            this.snapshots = snapshots;
            this.walAtStart = Sql.first(connection, null, WAL, row -> row.getString(1));
        }

        @Override
        public void look() throws SQLException {
            long now = System.nanoTime();
            if (now - nextGlance >= 0) {
                // It comes often, so it does without a longer timeout.
                session.ifThereIsTime(this::glance);
                nextGlance = System.nanoTime() + GLANCE;
            }
            if (now - next >= 0) {
                session.patiently(this::lookAround);
                next = System.nanoTime() + INTERVAL;
            }
        }

        private Void glance() throws SQLException {
            String found = null;
            for (Brake brake : brakes) {
                found = found == null && brake.keepsVersions() ? brake.reason(connection) : found;
            }
            versionsKeptBy = found;
            gate.versionsStay(found != null);
            return null;
        }

        private Void lookAround() throws SQLException {
            if (snapshots != null) {
                snapshots.tell(connection, meter);
            }
            String hold = brake();
            report(hold != null ? hold : versionsKeptBy, false);
            while (hold != null && !gate.stopped()) {
                gate.close(true);
                LockSupport.parkNanos(GLANCE);
                Gate.requireNotInterrupted();
                hold = brake();
                report(hold, false);
            }
            gate.close(false);
            return null;
        }

        /** The first thing to stand still for, or null. */
        private String brake() throws SQLException {
            String stop = null;
            double pace = 1;
            for (Brake brake : brakes) {
                String reason = brake.keepsVersions() ? null : brake.reason(connection);
                if (reason != null && brake.stops() && stop == null) {
                    stop = reason;
                } else if (reason != null && !brake.stops()) {
                    pace = SLOW;
                }
            }
            gate.slowTo(pace);
            return stop;
        }

        void report(String waitingFor, boolean finished) throws SQLException {
            session.show("orgscope backfill " + meter.table() + " " + (int) (meter.share() * 100) + "%");
            listener.progress(meter.progress(walBytes(), waitingFor, finished));
        }

        long walBytes() throws SQLException {
            return Sql.first(connection, 0L, WAL_SINCE, row -> row.getLong(1), walAtStart);
        }
    }
}
