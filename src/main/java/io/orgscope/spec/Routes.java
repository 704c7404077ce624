package io.orgscope.spec;

import io.orgscope.postgres.Identifier;
import io.orgscope.report.Json;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import io.orgscope.route.RouteSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Routes as text, as in {@code route:} of a declaration and in the {@code route} property of a change. */
public final class Routes {

    private static final Set<String> PATH_KEYS = Set.of("path", "when", "where");
    private static final Set<String> NAMED_KEYS = Set.of("organization", "create", "when");

    /** A dozen changes and preconditions in sequence have the routes of the same table. */
    private static volatile Parsed lastParsed;

    private record Parsed(String text, List<Route> routes) {
    }

    private Routes() {
    }

    /**
     * Reads one route or a list of them.
     *
     * @throws SpecException if it cannot be read
     */
    public static List<Route> parse(String text) {
        if (text == null) {
            return List.of();
        }
        Parsed last = lastParsed;
        if (last == null || !last.text.equals(text)) {
            last = new Parsed(text, read(YamlElement.read("route", text, UnaryOperator.identity())));
            lastParsed = last;
        }
        return last.routes;
    }

    static List<Route> read(YamlElement element) {
        List<Route> routes = element.oneOrMore("route").stream().map(Routes::one).toList();
        if (routes.isEmpty()) {
            throw element.error("At least one route is needed, for example: user_id -> users.default_organization_id.");
        }
        return routes;
    }

    private static Route one(YamlElement element) {
        if (!element.isMapping()) {
            return new Route.Path(path(element), null, null);
        }
        if (element.fields("a route").containsKey("organization")) {
            return named(element);
        }
        Map<String, YamlElement> fields = element.fields("a route", PATH_KEYS);
        if (!fields.containsKey("path")) {
            throw element.error("A route needs a path (path: column -> table.column) or an organization"
                    + " (organization: { slug: … }).");
        }
        return new Route.Path(path(fields.get("path")), condition(fields, "when"), condition(fields, "where"));
    }

    private static RoutePath path(YamlElement element) {
        try {
            return RoutePath.parse(element.text("A route"));
        } catch (RouteSyntaxException wrong) {
            throw element.error(wrong.getMessage());
        }
    }

    private static Route named(YamlElement element) {
        Map<String, YamlElement> fields = element.fields("a route to a named organization", NAMED_KEYS);
        Map<String, String> match = values(fields.get("organization"), "organization");
        if (match.isEmpty()) {
            throw element.error("organization has to name a unique column and its value: organization: { slug: acme }.");
        }
        Map<String, String> create = fields.containsKey("create") ? values(fields.get("create"), "create") : null;
        return new Route.Named(match, create, condition(fields, "when"));
    }

    private static Map<String, String> values(YamlElement element, String what) {
        Map<String, String> values = new LinkedHashMap<>();
        element.fields(what).forEach((name, value) -> {
            Identifier.problem(name).ifPresent(problem -> {
                throw value.error("A column of " + what + " " + problem);
            });
            values.put(name, value.text(what + "." + name));
        });
        return values;
    }

    private static String condition(Map<String, YamlElement> fields, String key) {
        return fields.containsKey(key) ? fields.get(key).text(key) : null;
    }

    /** The routes in a canonical form. {@link #parse} reads it, and checksums depend on it. */
    public static String format(List<Route> routes) {
        if (routes.size() == 1) {
            return format(routes.get(0));
        }
        return routes.stream().map(route -> "- " + format(route)).collect(Collectors.joining("\n"));
    }

    private static String format(Route route) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (route instanceof Route.Named named) {
            fields.put("organization", mapping(named.match()));
            if (named.create() != null) {
                fields.put("create", mapping(named.create()));
            }
        } else if (route instanceof Route.Path path) {
            fields.put("path", quoted(path.path().toString()));
            if (path.where() != null) {
                fields.put("where", quoted(path.where()));
            }
        }
        if (route.when() != null) {
            fields.put("when", quoted(route.when()));
        }
        return fields.size() == 1 && fields.containsKey("path") ? fields.get("path") : braces(fields);
    }

    private static String mapping(Map<String, String> values) {
        return braces(values.entrySet().stream().collect(Collectors.toMap(entry -> quoted(entry.getKey()),
                entry -> quoted(entry.getValue()), (one, other) -> one, LinkedHashMap::new)));
    }

    private static String braces(Map<String, String> fields) {
        return fields.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** A YAML double-quoted scalar: a string of JSON is one. Checksums depend on its escapes. */
    public static String quoted(String text) {
        return Json.compact(text);
    }
}
