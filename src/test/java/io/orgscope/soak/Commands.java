package io.orgscope.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs Liquibase's commands, each killed as often as chance has it, until it is done. */
final class Commands implements AutoCloseable {

    /** How a command is stopped. */
    enum Kill { CLIENT, SESSIONS, SERVER }

    private static final int MOST_KILLS_A_COMMAND = 8;
    private static final long FIRST_DELAY_MILLIS = 1500;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final KillableServer server;
    private final Path directory;
    private final Random random;
    private final int killsWanted;
    private final Inspection inspection;
    private final Consumer<String> log;
    private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);
    private final Map<String, Long> longest = new HashMap<>();
    private Client client;
    private int commands;

    /** @param killsWanted after so many kills commands run undisturbed */
    Commands(KillableServer server, Path directory, Random random, int killsWanted, Inspection inspection, Consumer<String> log) throws IOException {
        this.server = server;
        this.directory = directory;
        this.random = random;
        this.killsWanted = killsWanted;
        this.inspection = inspection;
        this.log = log;
        this.client = start();
    }

    private Client start() throws IOException {
        return Client.start(server.url(Soak.DATABASE, Soak.OURS), directory, SoakTables.MASTER);
    }

    void run(String command) throws Exception {
        int left = random.nextInt(MOST_KILLS_A_COMMAND + 1);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!once(command, left > 0, deadline)) {
            left--;
            if (System.nanoTime() > deadline) {
                throw new AssertionError("'" + command + "' does not come to an end");
            }
            if (!client.alive()) {
                client = start();
            }
            release(deadline);
            if (rolledBack(command)) {
                log.accept(command + " was done when it was stopped");
                break;
            }
        }
        inspection.afterCommand(command);
    }

    /** Whether a rollback has undone everything and its tag, too. Liquibase would not find the tag again. */
    private boolean rolledBack(String command) throws SQLException {
        String[] words = command.split(" ");
        return words[0].equals("rollback")
                && server.strings(Soak.DATABASE, "SELECT tag FROM databasechangelog WHERE tag = '" + words[1] + "'").isEmpty();
    }

    /** Runs it once. Returns whether it is done. */
    private boolean once(String command, boolean kill, long deadline) throws Exception {
        commands++;
        int killsBefore = kills();
        CompletableFuture<String> running = client.begin(command);
        long begun = System.nanoTime();
        String failure = kill && killsBefore < killsWanted && !command.startsWith("tag") ? interrupted(running, command) : ended(running, deadline);
        long millis = millisSince(begun);
        log.accept(command + " " + millis + " ms " + failure);
        if (!"".equals(failure)) {
            return false;
        }
        longest.merge(command, millis, Math::max);
        if (kills() > killsBefore) {
            // Killed when all was done: Liquibase does not say so, and may have left its lock.
            release(deadline);
        }
        return true;
    }

    private void release(long deadline) throws Exception {
        long begun = System.nanoTime();
        ended(client.begin("release"), deadline);
        log.accept("release " + millisSince(begun) + " ms");
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
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
                inspection.complain(command, List.of("it failed though nobody stopped it: " + failure));
            }
            return failure;
        } catch (TimeoutException inTheMiddle) {
            Kill kill = Kill.values()[random.nextInt(Kill.values().length)];
            kills.merge(kill, 1, Integer::sum);
            log.accept("kill " + kills() + ": " + kill);
            switch (kill) {
                case CLIENT -> client.kill();
                case SESSIONS -> server.execute(Soak.DATABASE,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + Soak.OURS + "'");
                default -> server.crash();
            }
            return ended(running, System.nanoTime() + PATIENCE.toNanos());
        }
    }

    int kills() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return commands + " commands, " + kills() + " kills " + kills;
    }

    @Override
    public void close() {
        client.close();
    }
}
