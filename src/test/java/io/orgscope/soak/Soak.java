package io.orgscope.soak;

import io.orgscope.soak.Application.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Update and rollback in turn while an application writes, killed at moments that a seed chooses:
 * {@code mvn -q -Psoak}, {@code -Dsoak.minutes=10}, {@code -Dsoak.seed=1}. Whatever was killed is run again until it is
 * done; then every row and the whole catalog are looked at.
 */
public final class Soak implements AutoCloseable {

    static final String DATABASE = "soak";
    /** The name with which Liquibase connects. */
    static final String OURS = "orgscope";

    private static final int WRITERS = 4;
    /** How many transactions each writer has to do in a round. It does hundreds, and one that hangs or has ended does none. */
    private static final int LEAST = 10;

    private final Consumer<String> log;
    private final KillableServer server;
    private final Inspection inspection;
    private final Commands commands;
    private final Application application;
    private final List<String> idle = new ArrayList<>();
    private int rounds;

    /**
     * @param users       ten connections and as many other rows each
     * @param killsWanted after so many kills commands run undisturbed
     */
    Soak(int users, int killsWanted, long seed, Consumer<String> log) throws Exception {
        this.log = log;
        Path directory = Files.createTempDirectory("orgscope-soak");
        Files.writeString(directory.resolve(SoakTables.FILE), SoakTables.DECLARATION);
        Files.writeString(directory.resolve(SoakTables.MASTER), SoakTables.CHANGELOG);
        this.server = KillableServer.start();
        this.inspection = new Inspection(server, directory, log);
        SoakTables.create(server, DATABASE, users);
        this.commands = new Commands(server, directory, new Random(seed), killsWanted, inspection, log);
        this.application = new Application(server.url(DATABASE, "application"), users, WRITERS, seed, log);
    }

    /** Forward and back once. */
    void round() throws Exception {
        rounds++;
        inspection.round(rounds);
        long[] before = application.statementsOfEach();
        if (rounds % 2 != 0) {
            forgetChoices();
        }
        commands.run("update orgscope-expand");
        inspection.rows(application);
        application.release(Release.BOTH);
        TimeUnit.MILLISECONDS.sleep(300);
        inspection.rows(application);
        application.release(Release.NEW);
        commands.run("tag expanded");
        commands.run("update orgscope-contract");
        inspection.rows(application);
        commands.run("rollback expanded");
        application.release(Release.BOTH);
        TimeUnit.MILLISECONDS.sleep(300);
        application.release(Release.OLD);
        inspection.rows(application);
        commands.run("rollback before");
        complainOfIdleWriters(before);
        log.accept(summary() + ", failures " + application.failures());
    }

    private void complainOfIdleWriters(long[] before) {
        long[] now = application.statementsOfEach();
        for (int writer = 0; writer < now.length; writer++) {
            if (now[writer] - before[writer] < LEAST) {
                idle.add("round " + rounds + ": writer " + writer + " did " + (now[writer] - before[writer]) + " transactions");
            }
        }
    }

    /** Every second time what the rollback kept counts on the next way forward. In the others nobody chose anything. */
    private void forgetChoices() throws SQLException {
        server.execute(DATABASE, "DROP SCHEMA IF EXISTS orgscope CASCADE");
        for (String table : SoakTables.tables()) {
            server.execute(DATABASE, "UPDATE " + table + " SET chosen = NULL WHERE chosen IS NOT NULL");
        }
    }

    int kills() {
        return commands.kills();
    }

    /** Everything that was not as it had to be, but for the deadlocks that docs/moves.md knows: the summary counts them. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(inspection.complaints());
        all.addAll(idle);
        application.failures().forEach((what, count) -> all.add(count + " times " + what));
        return all;
    }

    String summary() {
        return String.format(Locale.ROOT, "%d rounds, %s, %,d transactions of the application, %,d met no server, deadlocks %s, %d complaints",
                rounds, commands, application.statements(), application.absences(), application.deadlocks(), complaints().size());
    }

    @Override
    public void close() throws IOException {
        application.close();
        commands.close();
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
