package io.orgscope.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text of a function, as far as it shows whether it copies or returns whole rows. What it does not understand counts as harmless. */
final class FunctionText {

    private static final Pattern CONSTANT_OR_COMMENT = Pattern.compile("'[^']*+(?:''[^']*+)*+'|--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final String NAME = "(?:\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    /** The target, its columns if they are named, and the rest of the statement. */
    private static final Pattern INSERT = Pattern.compile("\\binsert\\s+into\\s+(" + NAME + ")(?:\\s*\\.\\s*(" + NAME + "))?(?:\\s+as\\s+\\w+)?\\s*"
            + "(\\((?!\\s*(?:select|with)\\b)[^()]*\\))?\\s*((?:\\(\\s*)?(?:select|values)\\b[^;]*)", Pattern.CASE_INSENSITIVE);
    /** The name of the table is the one constant that stays. */
    private static final Pattern TABLE_NAME = Pattern.compile("\\btg_(?:table_name|relname)\\s*=\\s*'(\\w+)'", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRANCH = Pattern.compile("\\b(?:if|elsif|elseif)\\s+tg_table_name = (\\w+)\\s+then\\b", Pattern.CASE_INSENSITIVE);
    /** What begins another branch, or ends one. */
    private static final Pattern BRANCHES = Pattern.compile("\\b(?:if|else|elsif|elseif|end)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE_ROW = Pattern.compile("(?:\\b(new|old)|\\(\\s*(new|old)\\s*\\))\\s*\\.\\s*\\*(?!\\s*(?:is\\b|=|<|>))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ATOMIC = Pattern.compile("^\\s*begin\\s+atomic\\b(.*)\\bend\\s*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern RETURN_QUERY = Pattern.compile("\\breturn\\s+query\\s+(?!execute\\b)([^;]*)", Pattern.CASE_INSENSITIVE);
    /** What begins a list of columns, outside of parentheses. The first of them counts that the statement has. */
    private static final List<Pattern> LISTS = List.of(Pattern.compile("\\breturning\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\bselect\\b", Pattern.CASE_INSENSITIVE));
    /** What ends one. */
    private static final Pattern END = Pattern.compile("\\b(?:from|into|where|group|having|window|union|intersect|except|order|limit|offset|fetch|for)\\b",
            Pattern.CASE_INSENSITIVE);

    private final String text;

    /**
     * An INSERT of a whole row.
     *
     * @param columns null if it does not name them
     * @param only    the name of the table of whose trigger alone it is; null if that is not known
     */
    record Copy(String target, String columns, String only) {
    }

    FunctionText(String source) {
        String named = TABLE_NAME.matcher(source).replaceAll("tg_table_name = $1 ");
        this.text = CONSTANT_OR_COMMENT.matcher(named).replaceAll(found -> found.group().startsWith("'") ? "''" : " ");
    }

    /** The statements that insert {@code NEW.*} or {@code OLD.*} as columns. A function of the row, such as {@code to_jsonb(NEW.*)}, is none, nor is a comparison. */
    List<Copy> copies() {
        List<Copy> copies = new ArrayList<>();
        for (Matcher insert = INSERT.matcher(text); insert.find();) {
            String all = insert.group(4);
            String rest = outside(END, all).findFirst().map(end -> all.substring(0, end.start())).orElse(all);
            int level = rest.startsWith("(") || rest.regionMatches(true, 0, "values", 0, "values".length()) ? 1 : 0;
            if (WHOLE_ROW.matcher(rest).results().anyMatch(row -> depth(rest, row.start()) == level)) {
                copies.add(new Copy(insert.group(2) == null ? insert.group(1) : insert.group(1) + "." + insert.group(2), insert.group(3),
                        branch(text.substring(0, insert.start()))));
            }
        }
        return copies;
    }

    /** The table for which a branch of the function is that goes on to the end of this text. Only the plainest branch counts. */
    private static String branch(String before) {
        MatchResult last = BRANCH.matcher(before).results().reduce((first, second) -> second).orElse(null);
        return last == null || BRANCHES.matcher(before.substring(last.end())).find() ? null : last.group(1);
    }

    /** Whether what a function in SQL returns is a list of so many columns by name. */
    boolean returnsNamed(int columns) {
        Matcher atomic = ATOMIC.matcher(text);
        String[] statements = (atomic.find() ? atomic.group(1) : text).strip().split(";\\s*");
        return items(statements[statements.length - 1]) == columns;
    }

    /** The same of a query that a function in PL/pgSQL returns. */
    boolean returnsNamedByQuery(int columns) {
        return RETURN_QUERY.matcher(text).results().anyMatch(query -> items(query.group(1)) == columns);
    }

    /** The number of columns of a statement that returns rows; 0 if it has a star, or is not understood. */
    private static int items(String statement) {
        MatchResult list = LISTS.stream().flatMap(begin -> outside(begin, statement)).findFirst().orElse(null);
        if (list == null) {
            return 0;
        }
        String rest = statement.substring(list.end());
        int to = outside(END, rest).map(MatchResult::start).findFirst().orElse(rest.length());
        int items = 1;
        int begin = 0;
        for (int i = 0; i < to; i++) {
            if (rest.charAt(i) == ',' && depth(rest, i) == 0) {
                if (star(rest.substring(begin, i))) {
                    return 0;
                }
                items++;
                begin = i + 1;
            }
        }
        return star(rest.substring(begin, to)) ? 0 : items;
    }

    private static Stream<MatchResult> outside(Pattern word, String text) {
        return word.matcher(text).results().filter(found -> depth(text, found.start()) == 0);
    }

    private static boolean star(String item) {
        return item.strip().endsWith("*");
    }

    private static int depth(String text, int end) {
        int depth = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
        return depth;
    }
}
