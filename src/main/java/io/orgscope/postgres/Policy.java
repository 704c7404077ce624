package io.orgscope.postgres;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A row security policy as in the catalog.
 *
 * @param command    {@code pg_policy.polcmd}: r SELECT, a INSERT, w UPDATE, d DELETE, * all of them
 * @param permissive true if it adds rows to what the others let through; a restrictive one removes rows
 * @param roles      the roles to which it applies; {@code public} alone for all roles
 * @param using      the condition for rows that are seen or changed; null for none
 * @param check      the condition for rows that are written; null if it is that of {@code using}
 */
public record Policy(String name, char command, boolean permissive, List<String> roles, String using, String check) {

    /** The only role in {@code roles} if a policy applies to all roles. */
    public static final String EVERYBODY = "public";

    /** Whether it applies to statements of this command. */
    public boolean applies(char wanted) {
        return command == '*' || command == wanted;
    }

    /** Its conditions. */
    public List<PolicyExpression> expressions() {
        return Stream.of(using, check).filter(Objects::nonNull).map(PolicyExpression::new).toList();
    }

    /** Whether a row can pass without a condition on this column. */
    public boolean passesWithout(String column) {
        return expressions().stream().anyMatch(expression -> expression.passesWithout(column));
    }

    /** Its definition in SQL. */
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
