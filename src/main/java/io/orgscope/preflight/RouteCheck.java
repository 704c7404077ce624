package io.orgscope.preflight;

import io.orgscope.column.OrganizationColumn;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Expected;
import io.orgscope.route.NamedOrganization;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.Route;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Checks each route of a table by itself, so that each error has the line of its route. */
final class RouteCheck {

    private final Connection connection;
    private final Problems problems;
    private final Suggestions suggestions;

    RouteCheck(Connection connection, Problems problems, Suggestions suggestions) {
        this.connection = connection;
        this.problems = problems;
        this.suggestions = suggestions;
    }

    /** Whether anything is wrong with a route. */
    boolean check(TableDeclaration table, StepContext context, Expected expected) throws SQLException {
        ScopedTable scope = context.scope();
        Catalog catalog = context.catalog();
        List<String> ofTable = problems(scope, List.of(), catalog, expected);
        boolean any = false;
        for (int i = 0; i < table.routes().size(); i++) {
            Route route = table.routes().get(i);
            int line = table.lines().routes().get(i);
            // A table or column that no trigger can handle has to go, whatever else is wrong with it.
            List<String> found = new ArrayList<>(new OrganizationColumn(context).notFollowed(route));
            if (found.isEmpty()) {
                found.addAll(problems(scope, List.of(route), catalog, expected));
                found.removeAll(ofTable);
            }
            for (String problem : found) {
                problems.add(line, problem + suggestion(problem, scope));
            }
            boolean wrong = !found.isEmpty();
            if (!wrong && ofTable.isEmpty()) {
                wrong = conditions(line, route, scope) | named(line, route, scope);
            }
            any |= wrong;
        }
        return any;
    }

    private static List<String> problems(ScopedTable scope, List<Route> routes, Catalog catalog, Expected expected) {
        List<String> found = new ArrayList<>();
        ResolvedScope.of(new ScopedTable(scope.table(), scope.column(), scope.organizations(), routes), catalog, expected, found);
        return found;
    }

    /** Conditions are SQL of the user. Each is checked over its own table alone, so that no name is resolved elsewhere. */
    private boolean conditions(int line, Route route, ScopedTable scope) throws SQLException {
        boolean wrong = route.when() != null && condition(line, "when", route.when(), scope.table(), " AS t");
        if (route instanceof Route.Path path && path.where() != null) {
            wrong |= condition(line, "where", path.where(), scope.target(path.path().last()), "");
        }
        return wrong;
    }

    /** @param alias the alias of the table in the SQL of the routes */
    private boolean condition(int line, String kind, String condition, TableName table, String alias) {
        try {
            Sql.list(connection, "SELECT 1 FROM " + table.sql() + alias + " WHERE (" + condition + "\n) LIMIT 0", row -> null);
            return false;
        } catch (SQLException wrong) {
            problems.add(line, "The condition " + kind + ": \"" + condition + "\" is not valid for " + table + ": "
                    + firstLine(wrong) + " It may use the columns of " + table + " and nothing else" + (alias.isEmpty() ? "." : ", with or without the"
                    + " prefix t."));
            return true;
        }
    }

    /** A named organization has to exist, unless it will be inserted. */
    private boolean named(int line, Route route, ScopedTable scope) {
        if (!(route instanceof Route.Named named)) {
            return false;
        }
        try {
            List<String> keys = Sql.list(connection, NamedOrganization.select(named, scope.organizations()), row -> row.getString(1));
            if (keys.isEmpty() && named.create() == null) {
                problems.add(line, NamedOrganization.missing(named, scope));
                return true;
            }
            return false;
        } catch (SQLException wrong) {
            problems.add(line, "The organization " + named.match() + " cannot be looked up in " + scope.organizations().table() + ": "
                    + firstLine(wrong) + " Correct the value.");
            return true;
        }
    }

    private static String firstLine(SQLException wrong) {
        return SqlState.firstLine(wrong) + ".";
    }

    private String suggestion(String problem, ScopedTable scope) throws SQLException {
        for (TableName name : scope.tables()) {
            if (problem.contains("to " + name + ", but there is no such table")) {
                return suggestions.table(name);
            }
        }
        return "";
    }
}
