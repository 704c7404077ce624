package io.orgscope.plan.decision;

import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The organization that routes give a row, as SQL, before any column was added. If a route ends in an organization
 * column that does not exist or is not filled yet, the routes of that table are used in its place, and so on.
 */
public final class RowAnswers {

    /** The SQL of routes over routes may become very long. Beyond this length a comparison takes too long to plan. */
    private static final int MOST_CHARACTERS = 100_000;

    private final Survey survey;
    private final Function<TableName, List<Route>> routes;

    /** @param routes the routes of each table of the plan */
    public RowAnswers(Survey survey, Function<TableName, List<Route>> routes) {
        this.survey = survey;
        this.routes = routes;
    }

    /** Thrown if the expression would be too long. */
    public static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooLarge() {
            super("its routes ask so many others that comparing them is no longer one sensible query");
        }
    }

    /** The organization that the first route gives the row {@code row} that gives any. */
    public String of(TableName table, List<Route> asked, String row, int level) {
        List<String> all = asked.stream().map(route -> route(table, route, row, level)).toList();
        String sql = all.size() == 1 ? all.get(0) : all.isEmpty() ? "NULL" : "coalesce(" + String.join(", ", all) + ")";
        if (sql.length() > MOST_CHARACTERS) {
            throw new TooLarge();
        }
        return sql;
    }

    /**
     * The schemas of the operators of such SQL. The steps will have them in their search_path.
     *
     * @param table the table of the rows
     */
    Set<String> operatorSchemas(TableName table, List<String> expressions) {
        String sql = String.join("\n", expressions);
        return survey.catalog().tables().stream().filter(read -> read.name().equals(table) || sql.contains(read.name().sql()))
                .flatMap(read -> read.columns().stream())
                .filter(column -> !column.operatorSchema().equals("pg_catalog") && Identifier.isIn(sql, column.name()))
                .map(Column::operatorSchema).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A condition may name its row {@code t}, as in the steps. */
    private String route(TableName table, Route route, String row, int level) {
        String answer = route instanceof Route.Named named ? named(named) : path(table, (Route.Path) route, row, level);
        return route.when() == null ? answer
                : "(SELECT CASE WHEN (" + route.when() + "\n) THEN " + answer + " END FROM (SELECT " + row + ".*) t)";
    }

    private String named(Route.Named named) {
        return "(SELECT o." + Identifier.quote(survey.organizations().key()) + " FROM " + survey.organizations().table().sql()
                + " o WHERE " + named.match().entrySet().stream()
                        .map(entry -> "o." + Identifier.quote(entry.getKey()) + " = " + Literal.of(entry.getValue()))
                        .collect(Collectors.joining(" AND ")) + ")";
    }

    private String path(TableName table, Route.Path route, String row, int level) {
        List<String> from = new ArrayList<>();
        String condition = "";
        boolean unique = true;
        TableName source = table;
        List<String> columns = route.path().from();
        String alias = row;
        for (RoutePath.Hop hop : route.path().hops()) {
            TableName target = new TableName(hop.schema() == null ? table.schema() : hop.schema(), hop.table());
            List<String> key = key(source, columns, hop, target);
            unique &= survey.catalog().find(target).map(found -> found.uniqueBy(key)).orElse(false);
            String next = "h" + level + "_" + from.size();
            String equal = equal(next, key, alias, columns);
            boolean last = from.size() == route.path().hops().size() - 1;
            String read = last && route.where() != null
                    ? "(SELECT * FROM " + target.sql() + " WHERE (" + route.where() + "\n))" : target.sql();
            condition = from.isEmpty() ? equal : condition;
            from.add(from.isEmpty() ? read + " " + next : "JOIN " + read + " " + next + " ON " + equal);
            source = target;
            columns = hop.reads();
            alias = next;
        }
        String answer = answer(source, columns.get(0), alias, level);
        String rows = " FROM " + String.join(" ", from) + " WHERE " + condition;
        return unique ? "(SELECT " + answer + rows + ")"
                : "(SELECT (pg_catalog.array_agg(x.o))[1] FROM (SELECT " + answer + " AS o" + rows
                        + ") x WHERE x.o IS NOT NULL HAVING pg_catalog.count(DISTINCT x.o) = 1)";
    }

    /** The value of the last column, or the value it will have when that table is migrated. */
    private String answer(TableName table, String column, String alias, int level) {
        String stored = alias + "." + Identifier.quote(column);
        if (!survey.planned(table) || !column.equals(survey.columnOf(table))) {
            return stored;
        }
        List<Route> asked = routes.apply(table).stream().filter(route -> !selfReferencing(table, route)).toList();
        String routed = asked.isEmpty() ? "NULL" : of(table, asked, alias, level + 1);
        return survey.has(table) ? "coalesce(" + stored + ", " + routed + ")" : routed;
    }

    /** Whether it asks a parent in the same table, which would ask its own parent, and so on without end. */
    private boolean selfReferencing(TableName table, Route route) {
        return route instanceof Route.Path path && path.path().hops().stream().anyMatch(hop -> hop.reads().contains(survey.columnOf(table))
                && hop.table().equals(table.name()) && (hop.schema() == null || hop.schema().equals(table.schema())));
    }

    /** The key of a hop: the written one, the one that the foreign key references, or the primary key. */
    private List<String> key(TableName source, List<String> columns, RoutePath.Hop hop, TableName target) {
        if (!hop.key().isEmpty()) {
            return hop.key();
        }
        for (ForeignKey key : survey.catalog().find(source).map(found -> found.foreignKeysOf(columns)).orElse(List.of())) {
            if (key.target().equals(target)) {
                return key.targetsOf(columns);
            }
        }
        List<String> primary = survey.catalog().find(target).flatMap(Table::primaryKey).map(Index::columns).orElse(List.of());
        return primary.size() == columns.size() ? primary : primary.stream().filter(column -> !column.equals(survey.columnOf(target))).toList();
    }

    private static String equal(String alias, List<String> key, String row, List<String> columns) {
        return IntStream.range(0, key.size()).mapToObj(i -> alias + "." + Identifier.quote(key.get(i)) + " = " + row + "."
                + Identifier.quote(columns.get(i))).collect(Collectors.joining(" AND "));
    }
}
