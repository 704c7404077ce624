package io.orgscope.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The expression of a policy, as PostgreSQL prints it. The class only reads this text, so its result is a hint what to
 * check.
 */
public final class PolicyExpression {

    /** A literal or a quoted name is one token, so that nobody reads its text as SQL. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|[\\w$]+|\\S");
    private static final Set<String> READS_SESSION = Set.of("current_setting");

    private final List<String> tokens;

    /** @param printed as PostgreSQL prints it */
    public PolicyExpression(String printed) {
        this.tokens = TOKEN.matcher(printed).results().map(MatchResult::group).toList();
    }

    /**
     * Whether a function is called for each row: a call that is not in a subquery.
     * PostgreSQL evaluates a subquery once for each statement if it reads no column of the row.
     */
    public boolean asksInEachRow() {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).equals("(") && tokens.get(i + 1).equals("SELECT")) {
                i = end(tokens, i);
            } else if (tokens.get(i + 1).equals("(") && (READS_SESSION.contains(tokens.get(i)) || tokens.get(i + 2).equals(")"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row can pass without a condition on this column. */
    public boolean passesWithout(String column) {
        return passes(tokens, Set.of(column, Identifier.quote(column)));
    }

    /** PostgreSQL prints parentheses around each AND and each OR, so one part never has both outside of parentheses. */
    private static boolean passes(List<String> part, Set<String> names) {
        if (part.size() > 2 && part.get(0).equals("(") && end(part, 0) == part.size() - 1) {
            return passes(part.subList(1, part.size() - 1), names);
        }
        List<List<String>> branches = split(part, "OR");
        if (branches.size() > 1) {
            return branches.stream().anyMatch(branch -> passes(branch, names));
        }
        List<List<String>> conditions = split(part, "AND");
        return conditions.size() > 1 ? conditions.stream().allMatch(condition -> passes(condition, names))
                : !part.equals(List.of("false")) && part.stream().noneMatch(names::contains);
    }

    /** The parts between the words that are not in parentheses. */
    private static List<List<String>> split(List<String> part, String word) {
        List<List<String>> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < part.size(); i++) {
            if (part.get(i).equals("(")) {
                i = end(part, i);
            } else if (part.get(i).equals(word)) {
                parts.add(part.subList(from, i));
                from = i + 1;
            }
        }
        parts.add(part.subList(from, part.size()));
        return parts;
    }

    /** The position of the parenthesis that closes this one. */
    private static int end(List<String> part, int open) {
        int depth = 0;
        for (int i = open; i < part.size(); i++) {
            depth += part.get(i).equals("(") ? 1 : part.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return part.size() - 1;
    }
}
