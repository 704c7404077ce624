package io.orgscope.backfill;

import io.orgscope.postgres.MigrationSession;
import io.orgscope.postgres.NetworkTimeout;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The sessions of the workers: the caller's session and the further ones. */
final class WorkerSessions implements AutoCloseable {

    private final Session first;
    private final List<Session> others = new ArrayList<>();

    private WorkerSessions(Session first) {
        this.first = first;
    }

    /** Uses the caller's connection and opens the others. It accepts fewer connections than it asked for. */
    static WorkerSessions on(Connection connection, ConnectionSource source, BackfillTask task, BackfillStatistics statistics) throws SQLException {
        // Liquibase and the step set them in this session only. A worker with another search_path could give a row another organization.
        Map<String, String> settings = task.options().workers() > 1 ? MigrationSession.settings(connection) : Map.of();
        WorkerSessions sessions = new WorkerSessions(Session.on(connection, task));
        try {
            sessions.openOthers(source, task, settings, statistics);
        } catch (RuntimeException failure) {
            sessions.closeAfter(failure);
            throw failure;
        }
        return sessions;
    }

    private void openOthers(ConnectionSource source, BackfillTask task, Map<String, String> settings, BackfillStatistics statistics) {
        for (int worker = 2; worker <= task.options().workers(); worker++) {
            try {
                open(source, task, settings);
            } catch (SQLException unavailable) {
                statistics.notice("The backfill continues with " + (worker - 1) + " of " + task.options().workers()
                        + " workers: no further connection could be opened (" + unavailable.getMessage() + ").");
                return;
            }
        }
    }

    private void open(ConnectionSource source, BackfillTask task, Map<String, String> settings) throws SQLException {
        Connection connection = source.open();
        try {
            // A pool without a free session accepts the connection, and then does not answer.
            NetworkTimeout.set(connection, NetworkTimeout.FIRST_ANSWER);
            connection.setAutoCommit(true);
            MigrationSession.set(connection, settings);
            Session session = Session.on(connection, task);
            NetworkTimeout.set(connection, NetworkTimeout.NONE);
            others.add(session);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private void closeAfter(RuntimeException failure) {
        try {
            close();
        } catch (SQLException secondary) {
            failure.addSuppressed(secondary);
        }
    }

    Session first() {
        return first;
    }

    List<Session> others() {
        return others;
    }

    /** The heaps on which a worker works now. */
    Long[] heaps() {
        return Stream.concat(Stream.of(first), others.stream()).map(Session::heap).filter(Objects::nonNull).distinct().toArray(Long[]::new);
    }

    Integer[] pids() {
        List<Session> all = new ArrayList<>(others);
        all.add(first);
        return Session.pids(all);
    }

    @Override
    public void close() throws SQLException {
        try {
            first.close();
        } finally {
            for (Session other : others) {
                other.connection().close();
            }
        }
    }
}
