package io.orgscope.scan.rule;

import io.orgscope.postgres.Identifier;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expression of a policy, as PostgreSQL prints it. The class only reads this text, so its result is a hint what to
 * check. The proof ({@code orgscope-scan --deep --as-role}) shows which rows are reached.
 */
public final class PolicyExpression {

    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern SUBQUERY = Pattern.compile("\\(\\s*SELECT\\b");
    private static final Pattern CALL = Pattern.compile("((?:[\\w$]+|\"(?:[^\"]|\"\")+\")(?:\\.(?:[\\w$]+|\"(?:[^\"]|\"\")+\"))?)\\(([^)]?)");
    private static final Set<String> READS_SESSION = Set.of("current_setting");

    private final String text;

    public PolicyExpression(String printed) {
        this.text = STRING.matcher(printed).replaceAll("''");
    }

    /** Whether the session's organization is evaluated for each row: a function call that is not in a subquery. */
    public boolean asksInEachRow() {
        Matcher call = CALL.matcher(outside());
        while (call.find()) {
            if (READS_SESSION.contains(call.group(1)) || call.group(2).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row can pass without a condition on its organization. */
    public boolean passesWithout(String column) {
        Pattern name = Pattern.compile("(?<![\\w$\"])(?:" + Pattern.quote(column) + "|" + Pattern.quote(Identifier.quote(column)) + ")(?![\\w$\"])");
        return Arrays.stream(text.split("\\bOR\\b")).anyMatch(branch -> !name.matcher(branch).find());
    }

    /**
     * The expression without its subqueries. PostgreSQL evaluates a subquery once for each statement if it reads no
     * column of the row.
     */
    private String outside() {
        StringBuilder outside = new StringBuilder();
        Matcher subquery = SUBQUERY.matcher(text);
        int at = 0;
        while (subquery.find(at)) {
            outside.append(text, at, subquery.start());
            at = end(subquery.start());
        }
        return outside.append(text.substring(at)).toString();
    }

    private int end(int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
