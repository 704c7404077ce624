package io.orgscope.backfill;

import io.orgscope.backfill.progress.ProgressListener;
import io.orgscope.backfill.throttle.Throttle;
import io.orgscope.backfill.throttle.ThrottleCondition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The additional work of the first worker, about once a second: it reports progress, checks the throttle conditions and
 * finds old snapshots. It checks conditions that block pruning ten times as often.
 */
interface Monitor {

    /** For the other workers. */
    Monitor NONE = () -> { };

    /** Called before every batch. */
    void check() throws SQLException;

    /** For the first worker. */
    final class Periodic implements Monitor {

        private static final long INTERVAL = Duration.ofSeconds(1).toNanos();
        private static final long PRUNING_INTERVAL = Duration.ofMillis(100).toNanos();
        private static final double SLOW = 0.25;

        private final Session session;
        private final Connection connection;
        private final Throttle throttle;
        private final BackfillStatistics statistics;
        private final ProgressListener listener;
        private final List<ThrottleCondition> conditions;
        private final Snapshots snapshots;
        private final WrittenWal wal;
        private String pruningBlockedBy;
        private long next = System.nanoTime();
        private long nextPruningCheck = next;

        Periodic(Session session, Throttle throttle, BackfillStatistics statistics, ProgressListener listener,
                List<ThrottleCondition> conditions, Snapshots snapshots)
                throws SQLException {
            this.session = session;
            this.connection = session.connection();
            this.throttle = throttle;
            this.statistics = statistics;
            this.listener = listener;
            this.conditions = conditions;
            this.snapshots = snapshots;
            this.wal = WrittenWal.from(connection);
        }

        @Override
        public void check() throws SQLException {
            long now = System.nanoTime();
            if (now - nextPruningCheck >= 0) {
                // It runs often, so it needs no longer timeout.
                session.bestEffort(this::checkPruning);
                nextPruningCheck = System.nanoTime() + PRUNING_INTERVAL;
            }
            if (now - next >= 0) {
                session.withoutTimeout(this::checkAll);
                next = System.nanoTime() + INTERVAL;
            }
        }

        private Void checkPruning() throws SQLException {
            String found = null;
            for (ThrottleCondition condition : conditions) {
                found = found == null && condition.blocksPruning() ? condition.reason(connection) : found;
            }
            pruningBlockedBy = found;
            throttle.pruningBlocked(found != null);
            return null;
        }

        private Void checkAll() throws SQLException {
            if (snapshots != null) {
                snapshots.tell(connection, statistics);
            }
            String hold = condition();
            report(hold != null ? hold : pruningBlockedBy, false);
            while (hold != null && !throttle.stopped()) {
                throttle.hold(true);
                LockSupport.parkNanos(PRUNING_INTERVAL);
                Throttle.requireNotInterrupted();
                hold = condition();
                report(hold, false);
            }
            throttle.hold(false);
            return null;
        }

        /** The first condition for which the backfill has to wait, or null. */
        private String condition() throws SQLException {
            String stop = null;
            double pace = 1;
            for (ThrottleCondition condition : conditions) {
                String reason = condition.blocksPruning() ? null : condition.reason(connection);
                if (reason != null && condition.stops() && stop == null) {
                    stop = reason;
                } else if (reason != null && !condition.stops()) {
                    pace = SLOW;
                }
            }
            throttle.slowTo(pace);
            return stop;
        }

        void report(String waitingFor, boolean finished) throws SQLException {
            session.show("orgscope backfill " + statistics.table() + " " + (int) (statistics.share() * 100) + "%");
            listener.progress(statistics.progress(walBytes(), waitingFor, finished));
        }

        long walBytes() throws SQLException {
            return wal.bytes();
        }
    }
}
