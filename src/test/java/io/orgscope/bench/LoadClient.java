package io.orgscope.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** One client of the application: half reads, 35 % updates, 15 % inserts, each its own transaction. */
final class LoadClient implements Runnable {

    private static final String READ = """
            SELECT id, platform, platform_username, is_active FROM social_platform_connections WHERE user_id = ?
            """;
    private static final String UPDATE = """
            UPDATE social_platform_connections SET last_used_at = now(), daily_post_count = daily_post_count + 1 WHERE id = ?
            """;
    private static final String COLUMNS = """
            INSERT INTO social_platform_connections (user_id, platform, platform_user_id, platform_username, access_token, scope%s)
            """;
    private static final String INSERT = COLUMNS.formatted("") + "VALUES (?, ?, ?, 'new', repeat('x', 96), 'read')";
    private static final String INSERT_SCOPED = COLUMNS.formatted(", organization_id") + """
            SELECT ?, ?, ?, 'new', repeat('x', 96), 'read', u.default_organization_id FROM users AS u WHERE u.id = ?
            """;

    private final String url;
    private final int rows;
    private final int updated;
    private final long interval;
    private final SplittableRandom random;
    /** A large table is used for two runs, so rows of the other run may be there. */
    private final String prefix;
    private final Events events = new Events();
    private long due;
    private int inserted;
    private volatile long end = Long.MAX_VALUE;
    private volatile boolean wantsColumn;
    private volatile boolean knowsColumn;
    private volatile boolean over;

    LoadClient(String url, int rows, int updated, int number, long start, long interval) {
        this.url = url;
        this.rows = rows;
        this.updated = updated;
        this.due = start;
        this.interval = interval;
        this.random = new SplittableRandom(number);
        this.prefix = "client" + number + "-" + Long.toString(start, Character.MAX_RADIX) + "-";
    }

    Events events() {
        return events;
    }

    void stopAt(long nanoTime) {
        end = nanoTime;
    }

    void release(boolean withColumn) {
        wantsColumn = withColumn;
    }

    void awaitRelease() {
        while (knowsColumn != wantsColumn && !over) {
            Thread.onSpinWait();
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void run() {
        try (Connection connection = DriverManager.getConnection(url)) {
            for (; due - end < 0; due += interval) {
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                knowsColumn = wantsColumn;
                boolean failed = false;
                try {
                    send(connection);
                } catch (SQLException failure) {
                    failed = true;
                }
                events.add(due, System.nanoTime() - due, failed);
            }
        } catch (SQLException lost) {
            throw new IllegalStateException("A client of the load lost its connection", lost);
        } finally {
            over = true;
        }
    }

    private void send(Connection connection) throws SQLException {
        int dice = random.nextInt(100);
        if (dice < 50) {
            read(connection);
        } else if (dice < 85) {
            update(connection);
        } else if (knowsColumn) {
            insert(connection, INSERT_SCOPED);
        } else {
            insert(connection, INSERT);
        }
    }

    private void read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setInt(1, user());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    row.getString(3);
                }
            }
        }
    }

    private void update(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setInt(1, 1 + random.nextInt(updated));
            statement.executeUpdate();
        }
    }

    private void insert(Connection connection, String sql) throws SQLException {
        int user = user();
        String unique = prefix + inserted++;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, user);
            statement.setString(2, unique);
            statement.setString(3, unique);
            if (knowsColumn) {
                statement.setInt(4, user);
            }
            statement.executeUpdate();
        }
    }

    private int user() {
        return 1 + random.nextInt(rows / ConnectionsTable.ROWS_PER_USER);
    }
}
