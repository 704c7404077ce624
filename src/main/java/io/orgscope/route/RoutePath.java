package io.orgscope.route;

import io.orgscope.postgres.Identifier;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The chain {@code column -> table.column [-> table.column …]}. Written names are the catalog's, case and all; a name
 * that is not plain is written between double quotes, and {@code (a, b)} stands for a key of two columns.
 *
 * @param from the columns of the row itself
 * @param hops the tables on the way, at least one
 */
public record RoutePath(List<String> from, List<Hop> hops) {

    /**
     * One table on the way: its row whose {@code key} equals what was read before gives {@code reads}.
     *
     * @param schema null for the schema of the table that the route starts from
     * @param key    empty to take the key that the foreign key references, else the primary key
     */
    public record Hop(String schema, String table, List<String> key, List<String> reads) {

        private String text() {
            return (schema == null ? "" : name(schema) + ".") + name(table)
                    + (key.isEmpty() ? "" : "(" + key.stream().map(RoutePath::name).collect(Collectors.joining(", ")) + ")")
                    + "." + names(reads);
        }
    }

    /**
     * Reads a chain.
     *
     * @throws RouteSyntaxException when it is none; the message says where and what was expected
     */
    public static RoutePath parse(String text) {
        return new RoutePathReader(text).read();
    }

    /** The columns that the last table gives: one, the organization. */
    public String answer() {
        return hops.get(hops.size() - 1).reads().get(0);
    }

    /** Whether it goes to one table whose key it names: {@code column -> table(key).column}. */
    public boolean namesOneKey() {
        return hops.size() == 1 && from.size() == 1 && hops.get(0).key().size() == 1;
    }

    /** The chain as one would write it; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return names(from) + hops.stream().map(hop -> " -> " + hop.text()).collect(Collectors.joining());
    }

    private static String names(List<String> names) {
        String all = names.stream().map(RoutePath::name).collect(Collectors.joining(", "));
        return names.size() == 1 ? all : "(" + all + ")";
    }

    private static String name(String name) {
        return name.codePoints().allMatch(RoutePath::plain) ? name : Identifier.quote(name);
    }

    /** What may stand in a name without double quotes. */
    static boolean plain(int character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '$';
    }
}
