package io.orgscope.route;

import io.orgscope.postgres.Identifier;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The chain {@code column -> table.column [-> table.column …]}. Names are written as in the catalog, in the same case.
 * A name with other characters stands between double quotes. {@code (a, b)} is a key of two columns.
 *
 * @param from the columns of the row itself
 * @param hops the tables on the way, at least one
 */
public record RoutePath(List<String> from, List<Hop> hops) {

    /**
     * One table on the way. It is searched for the row whose {@code key} equals the columns before it. The columns
     * {@code reads} of this row are read.
     *
     * @param schema null for the schema of the table that the route starts from
     * @param key    empty to use the key that the foreign key references, else the primary key
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
     * @throws RouteSyntaxException if the text is no chain. The message says where, and what was expected
     */
    public static RoutePath parse(String text) {
        return new RoutePathReader(text).read();
    }

    /** The last table. Its row holds the organization. */
    public Hop last() {
        return hops.get(hops.size() - 1);
    }

    /** The column of the last table. It holds the organization. */
    public String answer() {
        return last().reads().get(0);
    }

    /** Whether the chain has one table and names its key: {@code column -> table(key).column}. */
    public boolean namesOneKey() {
        return hops.size() == 1 && from.size() == 1 && hops.get(0).key().size() == 1;
    }

    /** The chain as text. {@link #parse} reads it. */
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

    /** Whether a name may have the character without double quotes. */
    static boolean plain(int character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '$';
    }
}
