package io.orgscope.postgres;

import java.util.List;

/**
 * A row security policy as the catalog has it.
 *
 * @param command    {@code pg_policy.polcmd}: r SELECT, a INSERT, w UPDATE, d DELETE, * all of them
 * @param permissive whether it widens what the others let through; a restrictive one narrows it
 * @param roles      the roles that it applies to; {@code public} alone for everybody
 * @param using      which rows may be seen or changed, null for none
 * @param check      which rows may be written, null where {@code using} says that too
 */
public record Policy(String name, char command, boolean permissive, List<String> roles, String using, String check) {

    /** What {@code roles} holds when a policy applies to everybody. */
    public static final String EVERYBODY = "public";

    /** Whether it has a say in statements of this command. */
    public boolean applies(char wanted) {
        return command == '*' || command == wanted;
    }

    /** What it does, in SQL's own words. */
    public String definition() {
        String word = switch (command) {
            case 'r' -> "SELECT";
            case 'a' -> "INSERT";
            case 'w' -> "UPDATE";
            case 'd' -> "DELETE";
            default -> "ALL";
        };
        return "FOR " + word + " TO " + String.join(", ", roles) + (using == null ? "" : " USING " + using)
                + (check == null ? "" : " WITH CHECK " + check);
    }
}
