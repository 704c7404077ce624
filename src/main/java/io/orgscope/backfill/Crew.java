package io.orgscope.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The sessions that fill: the caller's, and those of the further workers. */
final class Crew implements AutoCloseable {

    private final Session lead;
    private final List<Session> others = new ArrayList<>();

    private Crew(Session lead) {
        this.lead = lead;
    }

    /** Takes the caller's connection over and opens the others; fewer are fine. */
    static Crew on(Connection connection, ConnectionSource source, BackfillTask task, Meter meter) throws SQLException {
        Crew crew = new Crew(Session.on(connection, task));
        for (int worker = 2; worker <= task.options().workers(); worker++) {
            try {
                crew.hire(source, task);
            } catch (SQLException unavailable) {
                meter.notice("The backfill goes on with " + (worker - 1) + " of " + task.options().workers()
                        + " workers: no further connection could be opened (" + unavailable.getMessage() + ").");
                break;
            }
        }
        return crew;
    }

    private void hire(ConnectionSource source, BackfillTask task) throws SQLException {
        Connection connection = source.open();
        try {
            connection.setAutoCommit(true);
            others.add(Session.on(connection, task));
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    Session lead() {
        return lead;
    }

    List<Session> others() {
        return others;
    }

    /** The heaps that somebody works on just now. */
    Long[] heaps() {
        return Stream.concat(Stream.of(lead), others.stream()).map(Session::heap).filter(Objects::nonNull).distinct().toArray(Long[]::new);
    }

    Integer[] pids() {
        List<Session> all = new ArrayList<>(others);
        all.add(lead);
        return Session.pids(all);
    }

    @Override
    public void close() throws SQLException {
        try {
            lead.close();
        } finally {
            for (Session other : others) {
                other.connection().close();
            }
        }
    }
}
