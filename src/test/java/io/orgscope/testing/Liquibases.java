package io.orgscope.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.FastCheckService;
import liquibase.command.CommandScope;
import liquibase.configuration.AbstractMapConfigurationValueProvider;
import liquibase.configuration.LiquibaseConfiguration;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Liquibase's commands, run in this JVM against a test database; a command that fails throws {@link Failed}. Instances
 * do not change: each setting gives a new one.
 *
 * <p>Changelogs are looked up in the directory first, then on the class path. Commands may run in several threads, but
 * Liquibase resets its services for the whole JVM when one ends: what must be apart belongs in a {@link Cli}.
 */
public final class Liquibases {

    static {
        // logback first: its start resets java.util.logging, and the bridge with it.
        LoggerFactory.getILoggerFactory();
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** More change sets than a test has. */
    private static final int ALL = 1000;

    /** Liquibase gives each process another deployment id. */
    private static final AtomicInteger COMMANDS = new AtomicInteger();

    private final String url;
    private final Path directory;
    private final String changelog;
    private final Map<String, String> parameters;
    private final Map<String, Object> filters;
    private final List<String> messages;
    private final Consumer<String> listener;

    private Liquibases(String url, Path directory, String changelog, Map<String, String> parameters,
            Map<String, Object> filters, List<String> messages, Consumer<String> listener) {
        this.url = url;
        this.directory = directory;
        this.changelog = changelog;
        this.parameters = parameters;
        this.filters = filters;
        this.messages = messages;
        this.listener = listener;
    }

    /** Liquibase on a database, as the role of the login. */
    public static Liquibases on(Login login) {
        return at(login.url());
    }

    /** Liquibase on whatever a URL says. */
    public static Liquibases at(String url) {
        return new Liquibases(url, null, null, Map.of(), Map.of(), new CopyOnWriteArrayList<>(), message -> { });
    }

    /** Looks up changelogs in a directory, before the class path. */
    public Liquibases in(Path directory) {
        return new Liquibases(url, directory, changelog, parameters, filters, messages, listener);
    }

    /** Writes a file into the directory. */
    public Liquibases file(String path, String content) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chooses the root changelog. */
    public Liquibases changelog(String path) {
        return new Liquibases(url, directory, path, parameters, filters, messages, listener);
    }

    /** Writes the root changelog into the directory and chooses it. */
    public Liquibases changelog(String path, String content) {
        return file(path, content).changelog(path);
    }

    /** Sets a changelog parameter, as {@code -Dname=value} of the command line does. */
    public Liquibases parameter(String name, String value) {
        return new Liquibases(url, directory, changelog, with(parameters, name, value), filters, messages, listener);
    }

    /** Filters by contexts. */
    public Liquibases contexts(String contexts) {
        return new Liquibases(url, directory, changelog, parameters, with(filters, "contexts", contexts), messages, listener);
    }

    /** Filters by labels. */
    public Liquibases labels(String labelFilter) {
        return new Liquibases(url, directory, changelog, parameters, with(filters, "labelFilter", labelFilter), messages, listener);
    }

    /** Hands what Liquibase tells the user to somebody at once. */
    public Liquibases telling(Consumer<String> other) {
        return new Liquibases(url, directory, changelog, parameters, filters, messages, other);
    }

    /** The same with no database: {@code offline:postgresql}, its record of change sets in the directory. */
    public Liquibases offline() {
        String offline = "offline:postgresql?version=%d&changeLogFile=%s"
                .formatted(Postgres.major(), directory.resolve("databasechangelog.csv"));
        return new Liquibases(offline, directory, changelog, parameters, filters, messages, listener);
    }

    /** Runs every change set that has not run. */
    public String update() {
        return run("update", Map.of());
    }

    /** Runs the next change sets, so many. */
    public String updateCount(int count) {
        return run("updateCount", Map.of("count", count));
    }

    /** Runs the change sets up to the one that sets a tag. */
    public String updateToTag(String tag) {
        return run("updateToTag", Map.of("tag", tag));
    }

    /** The script of what {@link #update} would do. */
    public String updateSql() {
        return run("updateSql", Map.of());
    }

    /** Updates, rolls all of that back and updates again. */
    public String updateTestingRollback() {
        return run("updateTestingRollback", Map.of());
    }

    /** Rolls back what ran after a tag. */
    public String rollback(String tag) {
        return run("rollback", Map.of("tag", tag));
    }

    /** Rolls back every change set that ran. */
    public String rollbackAll() {
        return rollbackCount(ALL);
    }

    /** Rolls back the last change sets, so many. */
    public String rollbackCount(int count) {
        return run("rollbackCount", Map.of("count", count));
    }

    /** The script of what {@link #rollback} would do. */
    public String rollbackSql(String tag) {
        return run("rollbackSql", Map.of("tag", tag));
    }

    /** The script of what {@link #rollbackAll} would do. */
    public String rollbackAllSql() {
        return rollbackCountSql(ALL);
    }

    /** The script of what {@link #rollbackCount} would do. */
    public String rollbackCountSql(int count) {
        return run("rollbackCountSql", Map.of("count", count));
    }

    /** The script that would roll back the change sets that have not run yet. */
    public String futureRollbackSql() {
        return run("futureRollbackSql", Map.of());
    }

    /** With the list of the change sets that have not run. */
    public String status() {
        return run("status", Map.of("verbose", true));
    }

    /** The ids of this library's change sets that have not run, in their order. */
    public List<String> pending() {
        return status().lines().filter(line -> line.contains("::orgscope")).map(line -> line.split("::")[1]).toList();
    }

    /** Runs the change sets before the first one of a step, as {@code "/06-unique-index"}; all have to be of this library. */
    public String updateBefore(String step) {
        List<String> pending = pending();
        int first = IntStream.range(0, pending.size()).filter(i -> pending.get(i).contains(step)).findFirst()
                .orElseThrow(() -> new AssertionError("Not one of the steps that have not run: " + step));
        return updateCount(first);
    }

    /** Checks the changelog and fails with what is wrong in it. */
    public String validate() {
        return run("validate", Map.of());
    }

    /** Tags the database as it is now. */
    public String tag(String tag) {
        return run("tag", Map.of("tag", tag));
    }

    /** Takes the lock away that a killed run has left. */
    public String releaseLocks() {
        return run("releaseLocks", Map.of());
    }

    /** Runs any command, named as CommandScope does ({@code "updateCount"}), and returns what it wrote. */
    public String run(String command, Map<String, ?> arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            Scope.child(scope(), () -> {
                withoutSettingsOfTheMachine();
                // A rollback does not tell it; each command is to see what the next process would.
                Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
                CommandScope scope = new CommandScope(command).addArgumentValue("url", url).setOutput(output);
                if (changelog != null) {
                    scope.addArgumentValue("changelogFile", changelog);
                }
                filters.forEach(scope::addArgumentValue);
                arguments.forEach(scope::addArgumentValue);
                scope.execute();
            });
        } catch (Exception e) {
            throw new Failed(command, e);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    /** What Liquibase told the user, since this instance's first ancestor was made. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /**
     * Takes the environment and the system properties out of what Liquibase asks for a setting. It asks thousands of times for each command, and copies all of them
     * each time. A setting of the developer does not reach the tests then, either.
     */
    private static void withoutSettingsOfTheMachine() {
        LiquibaseConfiguration configuration = Scope.getCurrentScope().getSingleton(LiquibaseConfiguration.class);
        List.copyOf(configuration.getProviders()).stream().filter(AbstractMapConfigurationValueProvider.class::isInstance)
                .forEach(configuration::unregisterProvider);
    }

    private Map<String, Object> scope() throws IOException {
        List<ResourceAccessor> accessors = new ArrayList<>();
        if (directory != null) {
            accessors.add(new DirectoryResourceAccessor(directory));
        }
        accessors.add(new ClassLoaderResourceAccessor());
        Map<String, Object> values = new HashMap<>();
        values.put(Scope.Attr.resourceAccessor.name(), new CompositeResourceAccessor(accessors));
        values.put(Scope.Attr.ui.name(), new Recorder(messages, listener));
        values.put(Scope.JAVA_PROPERTIES, new HashMap<>(parameters));
        values.put(Scope.Attr.deploymentId.name(), Integer.toString(COMMANDS.incrementAndGet()));
        // By default the summary goes to the console, past both the output and the user interface.
        values.put("liquibase.command.showSummaryOutput", UpdateSummaryOutputEnum.LOG);
        values.put(AnalyticsArgs.ENABLED.getKey(), false);
        return values;
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    /** A command that failed, with Liquibase's own message. */
    public static final class Failed extends RuntimeException {

        Failed(String command, Exception cause) {
            super("liquibase %s failed: %s".formatted(command, cause.getMessage()), cause);
        }
    }

    /** Keeps what would be printed on a console. */
    private static final class Recorder extends LoggerUIService {

        private final List<String> messages;
        private final Consumer<String> listener;

        Recorder(List<String> messages, Consumer<String> listener) {
            this.messages = messages;
            this.listener = listener;
        }

        @Override
        public void sendMessage(String message) {
            messages.add(message);
            listener.accept(message);
        }

        @Override
        public void sendErrorMessage(String message, Throwable exception) {
            sendMessage(message);
        }
    }
}
