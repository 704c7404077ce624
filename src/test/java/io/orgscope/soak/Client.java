package io.orgscope.soak;

import io.orgscope.testing.Liquibases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Liquibase in a process of its own that does one command after the other, so that one of them can be killed in the
 * middle without the next paying for a new JVM unless it has to.
 */
final class Client implements AutoCloseable {

    private static final String DONE = "orgscope-soak: done";
    private static final String FAILED = "orgscope-soak: failed: ";

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;

    private Client(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** @param url the database, as Liquibase gets it */
    static Client start(String url, Path directory, String changelog) throws IOException {
        return new Client(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Client.class.getName(),
                url, directory.toString(), changelog).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    /** Begins a command; the future has the message when it fails, an empty one when it does not, null when the process dies. */
    CompletableFuture<String> begin(String command) {
        commands.println(command);
        return CompletableFuture.supplyAsync(this::answer);
    }

    private String answer() {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(FAILED)) {
                    return line.substring(FAILED.length());
                }
                if (line.equals(DONE)) {
                    return "";
                }
            }
            return null;
        } catch (IOException gone) {
            return null;
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }

    /** The process: a command a line, {@code update LABELS}, {@code rollback TAG}, {@code tag TAG}, {@code release}. */
    public static void main(String[] arguments) throws IOException {
        Liquibases liquibase = Liquibases.at(arguments[0]).in(Path.of(arguments[1])).changelog(arguments[2]);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            try {
                run(liquibase, line.split(" "));
                System.out.println(DONE);
            } catch (RuntimeException failed) {
                System.out.println(FAILED + failed.getMessage().replace('\n', ' '));
            }
        }
    }

    private static void run(Liquibases liquibase, String... command) {
        switch (command[0]) {
            case "update" -> liquibase.labels(command[1]).update();
            case "rollback" -> liquibase.rollback(command[1]);
            case "tag" -> liquibase.tag(command[1]);
            default -> liquibase.releaseLocks();
        }
    }
}
