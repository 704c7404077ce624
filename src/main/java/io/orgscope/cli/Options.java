package io.orgscope.cli;

import io.orgscope.command.Argument;
import io.orgscope.postgres.OrgScopeException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The options of the command line. An option that is not given comes from the environment variable that Liquibase uses
 * for it.
 */
final class Options {

    private final Map<String, Object> values;

    private Options(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Reads {@code --name=value}, {@code --name value}, and {@code --name} for true.
     *
     * @param arguments with the command first
     * @throws OrgScopeException if an option is not known, or its value is not allowed
     */
    static Options parse(String[] arguments, List<Argument<?>> known, Map<String, String> environment) {
        Map<String, Object> values = new HashMap<>();
        for (Argument<?> argument : known) {
            if (environment.containsKey(variable(argument))) {
                values.put(argument.name(), typed(argument, environment.get(variable(argument))));
            }
        }
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            Argument<?> argument = known.stream().filter(one -> ("--" + one.option()).equals(parts[0])).findFirst()
                    .orElseThrow(() -> new OrgScopeException("There is no option " + parts[0] + ". Use one of "
                            + known.stream().map(one -> "--" + one.option()).collect(Collectors.joining(", ")) + "."));
            boolean next = parts.length == 1 && i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            String value = parts.length == 2 ? parts[1] : next ? arguments[++i] : argument.type() == Boolean.class ? "true" : null;
            values.put(argument.name(), typed(argument, value));
        }
        return new Options(values);
    }

    /** {@code LIQUIBASE_COMMAND_URL} for the url, so that a variable that is set for Liquibase works here too. */
    static String variable(Argument<?> argument) {
        return "LIQUIBASE_COMMAND_" + argument.option().replace('-', '_').toUpperCase(Locale.ROOT);
    }

    <T> T value(Argument<T> argument) {
        return argument.type().cast(values.getOrDefault(argument.name(), argument.otherwise()));
    }

    private static Object typed(Argument<?> argument, String value) {
        if (argument.type() == String.class && value != null) {
            return value;
        }
        if (argument.type() == Boolean.class && ("true".equalsIgnoreCase(value) || "false".equalsIgnoreCase(value))) {
            return Boolean.valueOf(value);
        }
        if (argument.type() == Long.class && value != null && value.matches("\\d{1,18}")) {
            return Long.valueOf(value);
        }
        throw new OrgScopeException("The option --" + argument.option() + " needs " + (argument.type() == String.class ? "a value"
                : argument.type() == Boolean.class ? "true or false" : "a number") + ".");
    }
}
