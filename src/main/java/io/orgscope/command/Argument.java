package io.orgscope.command;

import java.util.Locale;

/**
 * One argument of a command. Liquibase and our own command line both read it from here.
 *
 * @param name      in camel case, as {@code new CommandScope} takes it
 * @param type      {@code String}, {@code Boolean} or {@code Long}
 * @param otherwise the default; null for none
 */
public record Argument<T>(String name, Class<T> type, T otherwise, String description) {

    /** A text that may be left out. */
    public static Argument<String> text(String name, String description) {
        return new Argument<>(name, String.class, null, description);
    }

    /** A text with a default. */
    public static Argument<String> text(String name, String otherwise, String description) {
        return new Argument<>(name, String.class, otherwise, description);
    }

    /** True or false; false if left out. */
    public static Argument<Boolean> flag(String name, String description) {
        return new Argument<>(name, Boolean.class, false, description);
    }

    /** A whole number; 0 if left out. */
    public static Argument<Long> number(String name, String description) {
        return new Argument<>(name, Long.class, 0L, description);
    }

    /** The name on a command line, without the dashes: {@code check-data}. */
    public String option() {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
