package io.orgscope.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Liquibase's real command line, in a process of its own with the tests' class path: for exit codes, for what goes to
 * stdout and what to stderr, for two runs at the same time and for one that is killed.
 */
public final class Cli {

    private static final long TIMEOUT_SECONDS = 180;

    private final Path directory;

    private Cli(Path directory) {
        this.directory = directory;
    }

    /** The command line with a directory as its working directory, which is also where it looks for changelogs. */
    public static Cli in(Path directory) {
        return new Cli(directory);
    }

    /** Runs a command to its end. */
    public Result run(String... arguments) {
        try (Running running = start(arguments)) {
            return running.await();
        }
    }

    /** Starts a command; closing what is returned kills it when it still runs. */
    public Running start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "liquibase.integration.commandline.LiquibaseCommandLine"));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("liquibase", ".out");
            Path err = Files.createTempFile("liquibase", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(emptyInput()))
                    .redirectOutput(out.toFile()).redirectError(err.toFile());
            // A developer's own settings must not reach the tests.
            builder.environment().keySet().removeIf(name -> name.startsWith("LIQUIBASE_"));
            builder.environment().put("LIQUIBASE_ANALYTICS_ENABLED", "false");
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File emptyInput() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** How a command ended. */
    public record Result(int exitCode, String out, String err) {
    }

    /** A command that was started. */
    public static final class Running implements AutoCloseable {

        private final Process process;
        private final Path out;
        private final Path err;

        Running(Process process, Path out, Path err) {
            this.process = process;
            this.out = out;
            this.err = err;
        }

        /** Waits for the end; one that does not come in three minutes is a failure, with the output so far. */
        public Result await() {
            try {
                if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    kill();
                    throw new AssertionError("The command line did not end in %d s.%n%s%n%s"
                            .formatted(TIMEOUT_SECONDS, Files.readString(out), Files.readString(err)));
                }
                return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** Ends it as kill -9 does, and waits until it is gone. */
        public void kill() {
            process.destroyForcibly().onExit().join();
        }

        /** The process, for whatever else a test wants of it. */
        public Process process() {
            return process;
        }

        /** Kills it when it still runs, and deletes what it wrote. */
        @Override
        public void close() {
            kill();
            try {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
