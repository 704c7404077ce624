package io.orgscope.scan.rule;

import io.orgscope.postgres.Identifier;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be told of a policy's expression by reading it as PostgreSQL prints it. It is text, so this says what is worth
 * looking at, and the proof ({@code orgscope-scan --deep --as-role}) says what gets through.
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

    /** Whether it asks for the session's organization in each row: a function call that no subquery keeps apart. */
    public boolean asksInEachRow() {
        Matcher call = CALL.matcher(outside());
        while (call.find()) {
            if (READS_SESSION.contains(call.group(1)) || call.group(2).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether some row passes without its organization being looked at. */
    public boolean passesWithout(String column) {
        Pattern name = Pattern.compile("(?<![\\w$\"])(?:" + Pattern.quote(column) + "|" + Pattern.quote(Identifier.quote(column)) + ")(?![\\w$\"])");
        return Arrays.stream(text.split("\\bOR\\b")).anyMatch(branch -> !name.matcher(branch).find());
    }

    /** Without what stands in subqueries, which PostgreSQL evaluates once a statement when they read no column of the row. */
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
