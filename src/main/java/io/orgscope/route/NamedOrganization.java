package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The organization that a route names. It is found by a unique key. If it does not exist and the declaration says so,
 * it is inserted.
 */
public final class NamedOrganization {

    private static final Set<String> WORDS = Set.of("key", "organizations", "match", "columns", "values");

    private static final SqlTemplate SELECT = new SqlTemplate("SELECT o.{key}::text FROM {organizations} o WHERE {match}", WORDS);

    private static final SqlTemplate INSERT = new SqlTemplate("INSERT INTO {organizations} ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING", WORDS);

    private NamedOrganization() {
    }

    /** The key of the organization, or no row if it does not exist. */
    public static String select(Route.Named named, Organizations organizations) {
        return SELECT.fill(Map.of("key", Identifier.quote(organizations.key()), "organizations", organizations.table().sql(),
                "match", RouteSql.matches("o", named.match())));
    }

    /** Inserts the organization if it does not exist. Two runs at the same time insert one, because the key is unique. */
    public static String insertIfMissing(Route.Named named, Organizations organizations) {
        Map<String, String> values = new LinkedHashMap<>(named.match());
        values.putAll(named.create());
        return INSERT.fill(Map.of("organizations", organizations.table().sql(), "columns", Identifier.list("", values.keySet()),
                "values", values.values().stream().map(Literal::of).collect(Collectors.joining(", "))));
    }

    /** The message if the organization does not exist and the declaration does not say to insert it. */
    public static String missing(Route.Named named, ScopedTable scope) {
        return "There is no organization with " + named.match() + ", as the route of " + scope.table() + " names it, and there is no 'create:'. Correct"
                + " the name, insert the organization, or add create: { … }. Nothing was changed.";
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
                problems.add("The organization " + named.match() + " cannot be inserted with create: " + left + " of "
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
