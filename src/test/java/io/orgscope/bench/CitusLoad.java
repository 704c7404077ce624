package io.orgscope.bench;

import io.orgscope.testing.KeyType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The load of the benchmark as an application on Citus sends it: half reads, 35 % updates, 15 % inserts of connections, each with the
 * organization of its user, at fixed times.
 */
final class CitusLoad implements AutoCloseable {

    private static final List<String> STATEMENTS = List.of(
            "SELECT id, platform, platform_username FROM social_platform_connections WHERE organization_id = ?::uuid AND user_id = ? AND id = ?",
            "UPDATE social_platform_connections SET last_used_at = now(), daily_post_count = daily_post_count + 1 WHERE organization_id = ?::uuid"
                    + " AND user_id = ? AND id = ?",
            "INSERT INTO social_platform_connections (organization_id, user_id, platform, platform_user_id, platform_username, access_token)"
                    + " VALUES (?::uuid, ?, 'new-' || ?, 'new', 'new', repeat('x', 96))");

    private final List<Events> events = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final int users;
    private final int connections;
    private volatile boolean over;

    private CitusLoad(int users, int connections) {
        this.users = users;
        this.connections = connections;
    }

    static CitusLoad start(String url, int users, int connections, int clients, int perSecond) {
        CitusLoad load = new CitusLoad(users, connections);
        long interval = 1_000_000_000L * clients / perSecond;
        for (int number = 0; number < clients; number++) {
            Events seen = new Events();
            long first = System.nanoTime() + interval * number / clients;
            int client = number;
            Thread thread = new Thread(() -> load.run(url, client, seen, first, interval));
            thread.setDaemon(true);
            thread.start();
            load.events.add(seen);
            load.threads.add(thread);
        }
        return load;
    }

    /** User u belongs to organization 1 if its last digit is below 6; the others are spread evenly. */
    static int organization(int user, int organizations) {
        return user % 10 < 6 ? 1 : (user - 1) % organizations + 1;
    }

    private void run(String url, int client, Events seen, long first, long interval) {
        SplittableRandom random = new SplittableRandom(client);
        try (Connection connection = DriverManager.getConnection(url)) {
            int inserted = 0;
            for (long due = first; !over; due += interval) {
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                int dice = random.nextInt(100);
                int row = 1 + random.nextInt(connections);
                int user = (row - 1) % users + 1;
                boolean failed = false;
                try (PreparedStatement statement = connection.prepareStatement(STATEMENTS.get(dice < 50 ? 0 : dice < 85 ? 1 : 2))) {
                    statement.setString(1, KeyType.UUID.text(organization(user, CitusRun.ORGANIZATIONS)));
                    statement.setInt(2, user);
                    if (dice < 85) {
                        statement.setInt(3, row);
                    } else {
                        statement.setString(3, client + "-" + inserted++);
                    }
                    statement.execute();
                } catch (SQLException failure) {
                    failed = true;
                    failures.merge(failure.getSQLState() + " " + failure.getMessage(), 1, Integer::sum);
                }
                seen.add(due, System.nanoTime() - due, failed);
            }
        } catch (SQLException lost) {
            throw new IllegalStateException("A client of the load lost its connection", lost);
        }
    }

    /** What happened to the statements that were due in a span of time. */
    Recording recording(long from, long to) {
        Recording recording = new Recording(from, to);
        events.forEach(seen -> seen.addTo(recording));
        return recording;
    }

    Map<String, Integer> failures() {
        return failures;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
