package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The organization that a route names: found by a unique key, made when missing and so declared. */
public final class NamedOrganization {

    private NamedOrganization() {
    }

    /** The key of the organization, or no row when there is none. */
    public static String select(Route.Named named, Organizations organizations) {
        return "SELECT o." + Identifier.quote(organizations.key()) + "::text FROM " + organizations.table().sql()
                + " o WHERE " + RouteSql.matches("o", named.match());
    }

    /** Makes the organization when it is missing; two runs at once make one, as the key is unique. */
    public static String insertIfMissing(Route.Named named, Organizations organizations) {
        Map<String, String> values = new LinkedHashMap<>(named.match());
        values.putAll(named.create());
        return "INSERT INTO " + organizations.table().sql() + " (" + Identifier.list("", values.keySet()) + ") VALUES ("
                + values.values().stream().map(Literal::of).collect(Collectors.joining(", ")) + ") ON CONFLICT DO NOTHING";
    }

    /** The message when there is none and none is to be made. */
    public static String missing(Route.Named named, ScopedTable scope) {
        return "There is no organization with " + named.match() + ", as the route of " + scope.table() + " names it, and no 'create:'"
                + " says how to make it. Correct the name, make the organization, or add create: { … }. Nothing was changed.";
    }

    static List<String> problems(Route.Named named, Organizations organizations, Catalog catalog) {
        List<String> problems = new ArrayList<>();
        Table table = catalog.find(organizations.table()).orElse(null);
        if (table == null) {
            return problems;
        }
        List<String> used = new ArrayList<>(named.match().keySet());
        if (named.create() != null) {
            used.addAll(named.create().keySet());
        }
        List<String> have = table.columns().stream().map(Column::name).toList();
        used.stream().filter(name -> !have.contains(name)).forEach(name ->
                problems.add("The organizations table " + organizations.table() + " has no column " + name + "."
                        + Names.didYouMean(name, have)));
        if (named.create() != null) {
            List<String> left = table.columns().stream().filter(Column::needsValue).map(Column::name).filter(name -> !used.contains(name)).toList();
            if (!left.isEmpty()) {
                problems.add("The organization " + named.match() + " cannot be made with what create: says: " + left + " of "
                        + organizations.table() + " is NOT NULL and has no default. Add it to create:.");
            }
        }
        if (problems.isEmpty() && !table.uniqueBy(List.copyOf(named.match().keySet()))) {
            problems.add("An organization has to be named by a unique key, and no unique index of "
                    + organizations.table() + " covers " + named.match().keySet() + ": several organizations could match.");
        }
        return problems;
    }
}
