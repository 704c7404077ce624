package io.orgscope.plan;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.format.EntryYaml;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import io.orgscope.testing.Login;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the routes of a plan give each row, table by table, put into {@code truth.answers}. Written apart from the code that plans:
 * where a route ends in a column that is not there yet, what the earlier table was given stands in for it.
 */
final class Answers {

    private final Login login;
    private final Plan plan;
    private final Map<TableName, PlannedTable> tables;

    private Answers(Login login, Plan plan) {
        this.login = login;
        this.plan = plan;
        this.tables = Plans.byName(plan);
    }

    static void of(Login login, Plan plan) throws SQLException {
        login.execute("DROP TABLE IF EXISTS truth.answers",
                "CREATE TABLE truth.answers (tbl text, key text, organization text, PRIMARY KEY (tbl, key))");
        Answers answers = new Answers(login, plan);
        for (PlannedTable table : plan.entries()) {
            if (table.active()) {
                answers.fill(table);
            }
        }
    }

    private void fill(PlannedTable planned) throws SQLException {
        List<Route.Path> routes = EntryYaml.routesOf(planned);
        Table table = planned.table();
        login.execute("INSERT INTO truth.answers SELECT '" + name(table) + "', " + key(table, "t") + ", coalesce("
                + routes.stream().map(route -> route(table, route)).collect(Collectors.joining(", ")) + ") FROM " + table.name().sql() + " t");
    }

    private static String name(Table table) {
        return table.name().schema() + "." + table.name().name();
    }

    /** What tells the rows of a table from each other: where they lie, if there is no primary key. */
    static String key(Table table, String alias) {
        return table.primaryKey().map(key -> key.columns().stream().sorted().map(column -> alias + "." + Identifier.quote(column) + "::text")
                .collect(Collectors.joining(" || ',' || "))).orElse(alias + ".ctid::text");
    }

    private String route(Table table, Route.Path route) {
        List<String> joins = new ArrayList<>();
        Table source = table;
        String alias = "t";
        List<String> columns = route.path().from();
        String condition = "";
        for (RoutePath.Hop hop : route.path().hops()) {
            Table target = tables.get(new TableName(hop.schema() == null ? table.name().schema() : hop.schema(), hop.table())).table();
            List<String> key = keyOf(source, columns, hop, target);
            String next = "h" + joins.size();
            List<String> from = columns;
            String last = alias;
            String equal = IntStream.range(0, key.size()).mapToObj(i -> next + "." + Identifier.quote(key.get(i)) + " = " + last + "."
                    + Identifier.quote(from.get(i))).collect(Collectors.joining(" AND "));
            condition = joins.isEmpty() ? equal : condition;
            joins.add(joins.isEmpty() ? target.name().sql() + " " + next : "JOIN " + target.name().sql() + " " + next + " ON " + equal);
            source = target;
            alias = next;
            columns = hop.reads();
        }
        return "(SELECT CASE WHEN count(DISTINCT x.o) = 1 THEN min(x.o) END FROM (SELECT " + answer(source, alias, columns.get(0)) + " AS o FROM "
                + String.join(" ", joins) + " WHERE " + condition + (route.when() == null ? "" : " AND t."
                + route.when()) + ") x)";
    }

    private String answer(Table table, String alias, String column) {
        boolean there = table.column(column).isPresent();
        String stored = there ? alias + "." + Identifier.quote(column) + "::text" : "NULL";
        return !column.equals(plan.column()) || !tables.get(table.name()).entry() ? stored : "coalesce(" + stored
                + ", (SELECT a.organization FROM truth.answers a WHERE a.tbl = '" + name(table) + "' AND a.key = " + key(table, alias) + "))";
    }

    private static List<String> keyOf(Table source, List<String> columns, RoutePath.Hop hop, Table target) {
        if (!hop.key().isEmpty()) {
            return hop.key();
        }
        for (ForeignKey key : source.foreignKeysOf(columns)) {
            if (key.target().equals(target.name())) {
                return columns.stream().map(column -> key.targetColumns().get(key.columns().indexOf(column))).toList();
            }
        }
        return target.primaryKey().map(Index::columns).orElseThrow();
    }
}
