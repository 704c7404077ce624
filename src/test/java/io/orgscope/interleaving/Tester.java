package io.orgscope.interleaving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the statements of several sessions in a given order against a server, as PostgreSQL's isolation tester does: a
 * session whose statement waits for another one's lock is left waiting while the others go on, and its later statements
 * come when it is free again.
 */
final class Tester implements AutoCloseable {

    private static final long LOOK_MICROS = 1500;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final InterleavingDatabase database;
    private final Connection control;
    private final PreparedStatement blocked;
    private final PreparedStatement wrong;
    private final List<Session> sessions = new ArrayList<>();

    Tester(InterleavingDatabase database) throws SQLException {
        this.database = database;
        this.control = database.database().connection();
        this.blocked = control.prepareStatement("SELECT pg_catalog.cardinality(pg_catalog.pg_blocking_pids(?)) > 0");
        this.wrong = control.prepareStatement(database.wrongRows());
    }

    /**
     * What an order led to.
     *
     * @param errors the statements that failed, a list a session
     * @param wrong  rows that held a wrong organization after a commit
     */
    record Outcome(List<List<String>> errors, List<String> wrong) {
    }

    /** Runs one order from the database's first state. */
    Outcome run(List<List<Step>> scripts, int[] order, boolean check) throws SQLException, InterruptedException {
        database.reset(control);
        while (sessions.size() < scripts.size()) {
            sessions.add(new Session(database.database().connection()));
        }
        List<String> wrongRows = new ArrayList<>();
        int[] next = new int[scripts.size()];
        for (int session : order) {
            sessions.get(session).give(scripts.get(session).get(next[session]++));
            settle(check, wrongRows);
        }
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!sessions.stream().allMatch(Session::idle)) {
            settle(check, wrongRows);
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The sessions wait for one another, and no deadlock was found");
            }
        }
        return new Outcome(sessions.stream().limit(scripts.size()).map(Session::takeErrors).toList(), wrongRows);
    }

    /** Until every session has done what it was given, or waits. */
    private void settle(boolean check, List<String> wrongRows) throws SQLException, InterruptedException {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (Session session : sessions) {
                session.start();
                if (session.busy() && ends(session)) {
                    // Whoever waited for it goes on now.
                    progress = true;
                    if (session.takeCommitted() && check) {
                        look(wrongRows);
                    }
                }
            }
        }
    }

    /** Whether the session's statement comes to its end before it is seen to wait. */
    private boolean ends(Session session) throws SQLException, InterruptedException {
        while (!session.ended(session.waiting() ? 0 : LOOK_MICROS)) {
            if (waits(session)) {
                return false;
            }
        }
        return true;
    }

    private boolean waits(Session session) throws SQLException {
        blocked.setInt(1, session.pid());
        try (ResultSet row = blocked.executeQuery()) {
            row.next();
            session.waiting(row.getBoolean(1));
            return session.waiting();
        }
    }

    private void look(List<String> wrongRows) throws SQLException {
        try (ResultSet rows = wrong.executeQuery()) {
            while (rows.next()) {
                wrongRows.add(rows.getString(1));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (Session session : sessions) {
            session.close();
        }
        control.close();
    }
}
