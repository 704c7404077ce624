package io.orgscope.route;

import io.orgscope.postgres.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Reads the grammar of {@link RoutePath}, one character after the other. */
final class RoutePathReader {

    private static final String FORM = "A route is written  column -> table.column [-> table.column …],"
            + " with the key in parentheses where no foreign key gives it: column -> table(key).column";

    private final String text;
    private int at;

    RoutePathReader(String text) {
        this.text = text;
    }

    RoutePath read() {
        List<String> from = columns();
        List<RoutePath.Hop> hops = new ArrayList<>();
        while (!atEnd()) {
            arrow();
            hops.add(hop());
        }
        if (hops.isEmpty()) {
            throw error("no table follows the column");
        }
        RoutePath path = new RoutePath(from, List.copyOf(hops));
        if (path.last().reads().size() != 1) {
            throw error("it has to end in one column, the organization");
        }
        return path;
    }

    private RoutePath.Hop hop() {
        List<String> names = new ArrayList<>();
        names.add(name());
        while (next('.')) {
            if (peek() == '(') {
                return hop(names, List.of(), columns());
            }
            names.add(name());
        }
        if (peek() == '(') {
            List<String> key = columns();
            if (!next('.')) {
                throw error("after the key in parentheses a dot and a column have to follow");
            }
            return hop(names, key, columns());
        }
        if (names.size() < 2) {
            throw error("'" + names.get(0) + "' names a table, but no column of it");
        }
        return hop(names.subList(0, names.size() - 1), List.of(), List.of(names.get(names.size() - 1)));
    }

    private RoutePath.Hop hop(List<String> table, List<String> key, List<String> reads) {
        if (table.size() > 2) {
            throw error("a table is at most schema.table");
        }
        return new RoutePath.Hop(table.size() == 2 ? table.get(0) : null, table.get(table.size() - 1), key, reads);
    }

    private List<String> columns() {
        if (!next('(')) {
            return List.of(name());
        }
        List<String> names = new ArrayList<>();
        do {
            names.add(name());
        } while (next(','));
        if (!next(')')) {
            throw error("a parenthesis is not closed");
        }
        return List.copyOf(names);
    }

    private String name() {
        skipSpace();
        if (next('"')) {
            return quoted();
        }
        int start = at;
        while (at < text.length() && RoutePath.plain(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == start) {
            throw error("a name was expected");
        }
        return checked(text.substring(start, at));
    }

    private String checked(String name) {
        Identifier.problem(name).ifPresent(problem -> {
            throw error("a name in it " + problem);
        });
        return name;
    }

    private String quoted() {
        StringBuilder name = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                name.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                name.append('"');
                at++;
            } else if (name.length() == 0) {
                throw error("a name must not be empty");
            } else {
                return checked(name.toString());
            }
        }
        throw error("a double quote is not closed");
    }

    private void arrow() {
        if (!next('-') || at >= text.length() || text.charAt(at) != '>') {
            throw error("'->' was expected");
        }
        at++;
    }

    private boolean atEnd() {
        skipSpace();
        return at >= text.length();
    }

    private char peek() {
        skipSpace();
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean next(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private RouteSyntaxException error(String what) {
        String shown = text.length() > 120 ? text.substring(0, 119) + "…" : text;
        return new RouteSyntaxException("Cannot read the route '" + shown.strip() + "' at character " + (at + 1) + ": "
                + what + ". " + FORM + ".");
    }
}
