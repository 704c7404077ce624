package io.orgscope.column;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Refuses conditions whose result can change without a trigger of step 02. A trigger looks only if a column changes that a condition names. So a condition may
 * read named columns of its own row and nothing else: no other row, and no whole row.
 *
 * <p>What a condition reads is in its plan. A subquery over no table, for example over the elements of an array, is not refused. What a function reads
 * by itself is not in the plan, and neither is the time: docs/limits.md.
 */
public final class FollowedConditions {

    /**
     * No row is read. The table has an alias, because triggers evaluate a condition over a subquery with that name: a name with the schema fails there. The
     * second table, without rows and columns, lets PostgreSQL write a column with the name of its row.
     */
    private static final String PLAN = """
            EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON)
            SELECT (%s
            ) FROM %s AS %s CROSS JOIN (SELECT) AS orgscope_other WHERE false""";

    /** Of the table itself there is no scan in the plan. */
    private static final Pattern RELATION = Pattern.compile("\"Relation Name\": \"((?:[^\"\\\\]|\\\\.)*)\"");
    /** The first one is of the topmost node. */
    private static final Pattern OUTPUT = Pattern.compile("\"Output\": \\[\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");
    private static final Pattern TEXT = Pattern.compile("'[^']*+(?:''[^']*+)*+'");
    private static final String SUBQUERY = "\"Plans\": [";
    private static final String WHOLE_ROW = "*";
    private static final Set<String> CONSTANTS = Set.of("true", "false", "NULL::boolean");

    private static final int MOST_NAMES = 5;

    private final StepContext context;

    /** Conditions of the routes of a table. */
    public FollowedConditions(StepContext context) {
        this.context = context;
    }

    /**
     * Refuses conditions that cannot be followed. A script may make what they name, so it is not checked.
     *
     * @throws io.orgscope.postgres.OrgScopeException with every such condition
     */
    void check() throws SQLException {
        context.requireNone(context.script() || context.connection() == null ? List.of() : List.copyOf(problems().values()));
    }

    /** What {@link #check} would refuse, by the place of the route. The triggers of the table may be there already, or may still have to be made. */
    public Map<Integer, String> problemsAhead() throws SQLException {
        return FilledColumn.needsNoTriggers(context) ? Map.of() : problems();
    }

    private Map<Integer, String> problems() throws SQLException {
        Map<Integer, String> problems = new TreeMap<>();
        List<Route> routes = context.scope().routes();
        for (int i = 0; i < routes.size(); i++) {
            Optional<String> problem = problem(routes.get(i));
            if (problem.isPresent()) {
                problems.put(i, problem.get());
            }
        }
        return problems;
    }

    private Optional<String> problem(Route route) throws SQLException {
        Optional<String> when = route.when() == null ? Optional.empty() : problem("when", route.when(), context.name(), "t");
        if (when.isPresent() || !(route instanceof Route.Path way) || way.where() == null) {
            return when;
        }
        TableName target = context.scope().target(way.path().last());
        return problem("where", way.where(), target, target.name());
    }

    /** @param alias the name of the row in the condition */
    private Optional<String> problem(String kind, String condition, TableName name, String alias) throws SQLException {
        Table table = context.catalog().find(name).orElse(null);
        if (table == null) {
            return Optional.empty();
        }
        String plan;
        try {
            plan = Sql.first(context.connection(), "", PLAN.formatted(condition, name.sql(), Identifier.quote(alias)), row -> row.getString(1));
        } catch (SQLException failed) {
            if (!FixedSearchPath.isOfExpression(failed)) {
                throw failed;
            }
            return Optional.of(notEvaluated(kind, condition, name, alias, failed));
        }
        Set<String> others = RELATION.matcher(plan).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty()) {
            return Optional.of(readsRows(kind, condition, name, String.join(", ", others.stream().limit(MOST_NAMES).toList())));
        }
        List<String> named = table.namedIn(condition);
        // In the plan of a subquery, columns of the row have no prefix.
        String output = OUTPUT.matcher(plan).results().map(found -> found.group(1)).findFirst().orElse("");
        Set<String> read = plan.contains(SUBQUERY) ? Set.copyOf(named) : read(output, alias);
        boolean whole = read.contains(WHOLE_ROW) || plan.contains(SUBQUERY) && namesRow(condition, table, alias);
        if (whole || table.columns().stream().map(Column::name).anyMatch(column -> read.contains(column) && !named.contains(column))) {
            return Optional.of(readsUnnamed(kind, condition, name, alias));
        }
        return read.stream().anyMatch(named::contains) || CONSTANTS.contains(output) ? Optional.empty() : Optional.of(readsNothing(kind, condition, name));
    }

    /**
     * Whether a condition names its row without a column of it. The plan of a subquery over a function does not tell. Another row in the subquery that has the
     * same name counts too. A column that has the name of the row comes before the row.
     */
    private static boolean namesRow(String condition, Table table, String alias) {
        Pattern row = Pattern.compile("(?<![\\p{L}\\p{N}_$\"])(?:(?i:" + Pattern.quote(alias) + ")(?![\\p{L}\\p{N}_$\"])|" + Pattern.quote(Identifier.quote(alias))
                + ")(?:\\s*\\.\\s*(?:\"((?:[^\"]|\"\")+)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)))?");
        return table.column(alias).isEmpty() && row.matcher(TEXT.matcher(condition).replaceAll("''")).results()
                .map(found -> found.group(1) == null ? String.valueOf(found.group(2)).toLowerCase(Locale.ROOT) : found.group(1).replace("\"\"", "\""))
                .anyMatch(name -> table.column(name).isEmpty());
    }

    /** The columns of the row that an expression of a plan reads. */
    private static Set<String> read(String output, String alias) {
        String text = ESCAPED.matcher(output).replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
        Pattern column = Pattern.compile("(?<![\\p{L}\\p{N}_$\".])(?:" + Pattern.quote(alias) + "|" + Pattern.quote(Identifier.quote(alias)) + ")\\."
                + "(?:\"((?:[^\"]|\"\")+)\"|([\\p{L}_][\\p{L}\\p{N}_$]*|\\*))");
        return column.matcher(TEXT.matcher(text).replaceAll("''")).results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1).replace("\"\"", "\"")).collect(Collectors.toSet());
    }

    private static String notEvaluated(String kind, String condition, TableName table, String alias, SQLException failed) {
        return "The condition " + kind + ": \"" + condition + "\" cannot be evaluated by the triggers of step 02: "
                + SqlState.firstLine(failed) + ". They evaluate it over a"
                + " row of " + table + " as it was before a change, which has the name " + alias + " and no schema. Write a column as " + alias
                + ".column or by its name alone. Nothing was changed.";
    }

    private static String readsRows(String kind, String condition, TableName table, String others) {
        return "The condition " + kind + ": \"" + condition + "\" reads rows of " + others + ". No trigger sees a change there, so rows would keep an"
                + " organization that their routes do not give any more. A condition may read columns of its own row of " + table + " and nothing else."
                + " Let the route lead through " + others + ", or store the answer in a column of " + table + ". Nothing was changed.";
    }

    private static String readsUnnamed(String kind, String condition, TableName table, String alias) {
        return "The condition " + kind + ": \"" + condition + "\" reads columns of " + table + " that it does not name. A trigger looks only if a column"
                + " changes that the condition names. Name each column: for example public.name(column) in place of public.name(" + alias + ")."
                + " Nothing was changed.";
    }

    private static String readsNothing(String kind, String condition, TableName table) {
        return "The condition " + kind + ": \"" + condition + "\" names no column of " + table + ". No trigger sees that its result changes. Name the"
                + " columns that it depends on, or leave the condition out. Nothing was changed.";
    }
}
