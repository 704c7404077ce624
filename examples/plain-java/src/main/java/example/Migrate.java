package example;

import java.util.Map;
import liquibase.command.CommandScope;
import liquibase.exception.CommandExecutionException;

/**
 * The migration as a job of its own: {@code Migrate <url> expand} before the new application is released,
 * {@code Migrate <url> contract} after it, {@code Migrate <url> scan} whenever you like.
 */
public final class Migrate {

    private static final String CHANGELOG = "db/changelog.yaml";

    private Migrate() {
    }

    public static void main(String[] arguments) throws CommandExecutionException {
        String url = arguments[0];
        switch (arguments[1]) {
            case "expand" -> run("update", Map.of("url", url, "changelogFile", CHANGELOG, "labelFilter", "orgscope-expand"));
            case "contract" -> run("update", Map.of("url", url, "changelogFile", CHANGELOG));
            case "scan" -> run("orgscopeScan", Map.of("url", url, "failOn", "critical"));
            default -> throw new IllegalArgumentException("expand, contract or scan, not " + arguments[1]);
        }
    }

    private static void run(String command, Map<String, Object> arguments) throws CommandExecutionException {
        CommandScope scope = new CommandScope(command);
        arguments.forEach(scope::addArgumentValue);
        scope.execute();
    }
}
