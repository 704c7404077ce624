package io.orgscope.soak;

import io.orgscope.soak.Application.Release;
import io.orgscope.testing.CatalogSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Update and rollback in turn while an application writes, killed at moments that a seed chooses:
 * {@code mvn -q -Psoak}, {@code -Dsoak.minutes=10}, {@code -Dsoak.seed=1}. Whatever was killed is run again until it is
 * done; then every row and the whole catalog are looked at.
 */
public final class Soak implements AutoCloseable {

    /** How a command is stopped. */
    enum Kill { CLIENT, SESSIONS, SERVER }

    private static final String DATABASE = "soak";
    private static final String OURS = "orgscope";
    private static final int WRITERS = 4;
    private static final int MOST_KILLS_A_COMMAND = 8;
    private static final long FIRST_DELAY_MILLIS = 1500;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Random random;
    private final Consumer<String> log;
    private final KillableServer server;
    private final Path directory;
    private final Application application;
    private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);
    private final Map<String, CatalogSnapshot> references;
    private final List<String> complaints = new ArrayList<>();
    private final int killsWanted;
    private Client client;
    private int commands;
    private int rounds;
    private final Map<String, Long> longest = new HashMap<>();

    /**
     * @param users       ten connections and as many other rows each
     * @param killsWanted after so many kills commands run undisturbed
     */
    Soak(int users, int killsWanted, long seed, Consumer<String> log) throws Exception {
        this.random = new Random(seed);
        this.killsWanted = killsWanted;
        this.log = log;
        this.directory = Files.createTempDirectory("orgscope-soak");
        Files.writeString(directory.resolve(Ground.FILE), Ground.DECLARATION);
        Files.writeString(directory.resolve(Ground.MASTER), Ground.CHANGELOG);
        this.server = KillableServer.start();
        this.references = references();
        create(DATABASE, users);
        this.client = Client.start(server.url(DATABASE, OURS), directory, Ground.MASTER);
        this.application = new Application(server.url(DATABASE, "application"), users, WRITERS, seed);
    }

    private void create(String database, int users) throws SQLException {
        try (Connection connection = server.connect("postgres")) {
            execute(connection, "CREATE DATABASE " + database + " TEMPLATE template0");
        }
        try (Connection connection = server.connect(database)) {
            execute(connection, Ground.TABLES);
            for (String rows : Ground.rows(users)) {
                execute(connection, rows);
            }
        }
    }

    /** The catalog after each command of a run that nobody disturbs. */
    private Map<String, CatalogSnapshot> references() throws Exception {
        create("reference", 10);
        Map<String, CatalogSnapshot> all = new java.util.LinkedHashMap<>();
        try (Client undisturbed = Client.start(server.url("reference", OURS), directory, Ground.MASTER)) {
            for (String command : List.of("update orgscope-expand", "tag expanded", "update orgscope-contract", "rollback expanded", "rollback before")) {
                String failure = undisturbed.begin(command).get();
                if (!"".equals(failure)) {
                    throw new IllegalStateException("Undisturbed, '" + command + "' failed: " + failure);
                }
                try (Connection connection = server.connect("reference")) {
                    all.put(command, CatalogSnapshot.of(connection, "orgscope"));
                }
            }
        }
        return all;
    }

    /** Forward and back once. */
    void round() throws Exception {
        rounds++;
        if (rounds % 2 != 0) {
            // Every second time what the downgrade kept counts on the next way forward. In the others nobody chose anything.
            inDatabase(connection -> {
                execute(connection, "DROP SCHEMA IF EXISTS orgscope CASCADE");
                for (String table : Ground.tables()) {
                    execute(connection, "UPDATE " + table + " SET chosen = NULL WHERE chosen IS NOT NULL");
                }
            });
        }
        command("update orgscope-expand");
        judgeRows();
        application.release(Release.BOTH);
        TimeUnit.MILLISECONDS.sleep(300);
        judgeRows();
        application.release(Release.NEW);
        command("tag expanded");
        command("update orgscope-contract");
        judgeRows();
        command("rollback expanded");
        application.release(Release.BOTH);
        TimeUnit.MILLISECONDS.sleep(300);
        application.release(Release.OLD);
        judgeRows();
        command("rollback before");
        log.accept("round %d: %s; %,d statements of the application, %,d met no server, failures %s, deadlocks %s".formatted(rounds, kills,
                application.statements(), application.absences(), application.failures(), application.deadlocks()));
    }

    /** Runs a command, killed as often as chance has it, until it is done. */
    private void command(String command) throws Exception {
        int left = random.nextInt(MOST_KILLS_A_COMMAND + 1);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            commands++;
            int killsBefore = kills();
            CompletableFuture<String> running = client.begin(command);
            long begun = System.nanoTime();
            String failure = left > 0 && kills() < killsWanted && !command.startsWith("tag") ? interrupted(running, command) : ended(running, deadline);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            log.accept(command + " " + millis + " ms " + failure);
            if ("".equals(failure)) {
                longest.merge(command, millis, Math::max);
                if (kills() > killsBefore) {
                    // Killed when all was done: Liquibase does not say so, and may have left its lock.
                    release(deadline);
                }
                break;
            }
            left--;
            if (System.nanoTime() > deadline) {
                throw new AssertionError("'" + command + "' does not come to an end: " + failure);
            }
            if (!client.alive()) {
                client = Client.start(server.url(DATABASE, OURS), directory, Ground.MASTER);
            }
            release(deadline);
        }
        judgeCatalog(command);
    }

    private void release(long deadline) throws Exception {
        long begun = System.nanoTime();
        ended(client.begin("release"), deadline);
        log.accept("release " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    private static String ended(CompletableFuture<String> running, long deadline) throws InterruptedException, ExecutionException {
        try {
            return running.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException never) {
            throw new AssertionError("A command does not come to an end");
        }
    }

    /** As late as the command has ever ended, so that each part of it is met; every third time early. */
    private long delay(String command) {
        long most = longest.getOrDefault(command, FIRST_DELAY_MILLIS);
        return 20 + (long) (random.nextDouble() * (random.nextInt(3) == 0 ? Math.min(most, FIRST_DELAY_MILLIS) : most));
    }

    /** Lets it run for a while and stops it; the message with which it ended, empty when it was quicker. */
    private String interrupted(CompletableFuture<String> running, String command) throws Exception {
        try {
            String failure = running.get(delay(command), TimeUnit.MILLISECONDS);
            if (!"".equals(failure)) {
                complaints.add("'" + command + "' failed though nobody stopped it: " + failure);
            }
            return failure;
        } catch (TimeoutException inTheMiddle) {
            Kill kill = Kill.values()[random.nextInt(Kill.values().length)];
            kills.merge(kill, 1, Integer::sum);
            log.accept("kill " + kills() + ": " + kill);
            switch (kill) {
                case CLIENT -> client.kill();
                case SESSIONS -> inDatabase(connection -> execute(connection,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + OURS + "'"));
                default -> server.crash();
            }
            return ended(running, System.nanoTime() + PATIENCE.toNanos());
        }
    }

    /** What a rollback's or an update's end has to look like, whatever happened on the way. */
    private void judgeCatalog(String command) throws Exception {
        inDatabase(connection -> {
            complain(command, CatalogSnapshot.diff(references.get(command), CatalogSnapshot.of(connection, "orgscope")));
            complain(command, strings(connection, "SELECT 'the changelog is locked' FROM databasechangeloglock WHERE locked"));
            complain(command, strings(connection, "SELECT 'lock held by ' || coalesce(a.query, '?') FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                    + " WHERE a.application_name = '" + OURS + "' AND l.locktype = 'relation' AND l.relation::regclass::text ~ '^(connections|posts|comments|notes|payments)$'"));
        });
    }

    /** Every row of every table, and what the side tables say of them. */
    private void judgeRows() throws Exception {
        application.quiet(() -> {
            inDatabase(connection -> {
                for (String table : Ground.tables()) {
                    complain("rows", strings(connection, Ground.wrong(table) + " LIMIT 5"));
                }
            });
            return null;
        });
    }

    private void complain(String about, List<String> what) {
        what.forEach(each -> complaints.add("round " + rounds + ", " + about + ": " + each));
        what.forEach(each -> log.accept("WRONG: round " + rounds + ", " + about + ": " + each));
    }

    int kills() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Everything that was not as it had to be, but for the deadlocks that docs/moves.md knows: the summary counts them. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(complaints);
        application.failures().forEach((what, count) -> all.add(count + " times " + what));
        return all;
    }

    String summary() {
        return String.format(Locale.ROOT, "%d rounds, %d commands, %d kills %s, %,d transactions of the application, %,d met no server, deadlocks %s, %d complaints",
                rounds, commands, kills(), kills, application.statements(), application.absences(), application.deadlocks(), complaints().size());
    }

    /** Something done on a connection of its own, once the server takes one. */
    @FunctionalInterface
    private interface Look {
        void at(Connection connection) throws SQLException;
    }

    private void inDatabase(Look look) throws SQLException {
        try (Connection connection = server.connect(DATABASE)) {
            look.at(connection);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        application.close();
        client.close();
        server.close();
    }

    /** @param arguments none; see the properties */
    public static void main(String[] arguments) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(Integer.getInteger("soak.minutes", 10)).toNanos();
        long seed = Long.getLong("soak.seed", 1);
        System.out.println("seed " + seed);
        int kills = Integer.getInteger("soak.kills", Integer.MAX_VALUE);
        try (Soak soak = new Soak(Integer.getInteger("soak.users", 2000), kills, seed, System.out::println)) {
            while (System.nanoTime() < end && soak.kills() < kills) {
                soak.round();
            }
            System.out.println(soak.summary());
            soak.complaints().forEach(System.out::println);
            if (!soak.complaints().isEmpty()) {
                System.exit(1);
            }
        }
    }
}
