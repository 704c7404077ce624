package io.orgscope.route;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Routes as SQL expressions over a row called {@code t}. */
final class RouteSql {

    private RouteSql() {
    }

    /**
     * A scalar subquery. Where several rows may be reached it answers only when all that name an organization name the
     * same; a plain join would hash the parent table once for every batch (docs/backfill.md).
     */
    static String path(ResolvedPath path) {
        String answer = answer(path);
        String select = path.unique()
                ? "(SELECT " + answer + reached(path) + ")"
                : "(SELECT (pg_catalog.array_agg(" + answer + "))[1]" + reached(path) + " AND " + answer
                        + " IS NOT NULL HAVING pg_catalog.count(DISTINCT " + answer + ") = 1)";
        return when(path.route().when(), select);
    }

    /**
     * Joins each row {@code t} with what a unique path reaches, which is one row at most; {@link #joined} is its answer. For
     * all rows of a table that takes a fraction of the time of asking row by row. No column of it is named like one that a
     * condition could mean.
     */
    static String join(ResolvedPath path, String alias) {
        ResolvedPath.Hop first = path.hops().get(0);
        List<Integer> key = IntStream.range(0, first.key().size()).boxed().toList();
        return " LEFT JOIN (SELECT " + key.stream().map(i -> "h0." + Identifier.quote(first.key().get(i)) + " AS orgscope_key_" + i + ", ")
                .collect(Collectors.joining()) + answer(path) + " AS orgscope_answer FROM " + hops(path) + ") " + alias + " ON "
                + key.stream().map(i -> alias + ".orgscope_key_" + i + " = t." + Identifier.quote(path.from().get(i)))
                        .collect(Collectors.joining(" AND "));
    }

    /** What a {@link #join} answers. */
    static String joined(ResolvedPath path, String alias) {
        return when(path.route().when(), alias + ".orgscope_answer");
    }

    /** Whether the row reaches rows that name several organizations. */
    static String several(ResolvedPath path) {
        String count = "(SELECT pg_catalog.count(DISTINCT " + answer(path) + ")" + reached(path) + ") > 1";
        return path.route().when() == null ? count : "(" + path.route().when() + "\n) AND " + count;
    }

    /**
     * The organization of the row's parent in the same table. It may not be filled yet, so that the ancestors are
     * climbed to the first that knows, in each step only while the row itself does not; where none of them does, the
     * routes that come after are asked, from the top down. Rows in a circle end the climb.
     *
     * @param known what a row says before its parent is asked; NULL when it has to be
     * @param after what it says when the parent has no answer
     */
    static String climb(ResolvedPath path, String known, String after) {
        ResolvedPath.Hop hop = path.hops().get(0);
        String when = path.route().when();
        // Conditions are asked where only one table is in sight: their columns need not say whose they are.
        String parents = "(SELECT t.*, " + known + " AS orgscope_known, " + (when == null ? "true" : "(" + when + "\n) IS TRUE")
                + " AS orgscope_on FROM " + filtered(hop, path.route().where()) + " t) h";
        return when(when, "(WITH RECURSIVE orgscope_up AS (SELECT h.* FROM " + parents + " WHERE " + equal("h", hop, "t", path.from())
                + " UNION ALL SELECT h.* FROM orgscope_up u JOIN " + parents + " ON " + equal("h", hop, "u", path.from())
                + " WHERE u.orgscope_known IS NULL AND u.orgscope_on) CYCLE " + Identifier.list("", hop.key())
                + " SET orgscope_circle USING orgscope_way SELECT coalesce((SELECT t.orgscope_known FROM orgscope_up t WHERE"
                + " t.orgscope_known IS NOT NULL LIMIT 1), (SELECT " + after + " FROM orgscope_up t WHERE (" + after + ") IS NOT NULL"
                + " AND NOT t.orgscope_circle ORDER BY pg_catalog.cardinality(t.orgscope_way) DESC LIMIT 1)))");
    }

    private static String answer(ResolvedPath path) {
        return "h" + (path.hops().size() - 1) + "." + Identifier.quote(path.route().path().answer());
    }

    private static String reached(ResolvedPath path) {
        return " FROM " + hops(path) + " WHERE " + equal("h0", path.hops().get(0), "t", path.from());
    }

    private static String hops(ResolvedPath path) {
        return hops(path, path.hops().size());
    }

    /** The first tables of the path, joined. */
    static String hops(ResolvedPath path, int count) {
        int last = path.hops().size() - 1;
        StringBuilder from = new StringBuilder();
        for (int i = 0; i < count; i++) {
            ResolvedPath.Hop hop = path.hops().get(i);
            String source = i == last ? filtered(hop, path.route().where()) : hop.source();
            from.append(i == 0 ? "" : " JOIN ").append(source).append(" h").append(i);
            if (i > 0) {
                from.append(" ON ").append(equal("h" + i, hop, "h" + (i - 1), path.hops().get(i - 1).reads()));
            }
        }
        return from.toString();
    }

    /**
     * What the row {@code OLD} of the table at this place gives, by way of the tables that follow on the path. Conditions of
     * the route are left out.
     */
    static String onward(ResolvedPath path, int place) {
        StringBuilder from = new StringBuilder("(SELECT OLD.*) AS h").append(place);
        for (int i = place + 1; i < path.hops().size(); i++) {
            ResolvedPath.Hop hop = path.hops().get(i);
            from.append(" JOIN ").append(hop.source()).append(" AS h").append(i).append(" ON ")
                    .append(equal("h" + i, hop, "h" + (i - 1), path.hops().get(i - 1).reads()));
        }
        return "(SELECT " + answer(path) + " FROM " + from + " LIMIT 1)";
    }

    /** The key of the named organization; NULL when there is none. */
    static String named(Route.Named named, Organizations organizations) {
        return when(named.when(), "(SELECT o." + Identifier.quote(organizations.key()) + " FROM "
                + organizations.table().sql() + " o WHERE " + matches("o", named.match()) + ")");
    }

    static String matches(String alias, Map<String, String> match) {
        return match.entrySet().stream()
                .map(entry -> alias + "." + Identifier.quote(entry.getKey()) + " = " + Literal.of(entry.getValue()))
                .collect(Collectors.joining(" AND "));
    }

    /** The table, or those of its rows that meet the condition. */
    static String filtered(ResolvedPath.Hop hop, String where) {
        return where == null ? hop.source() : "(SELECT * FROM " + hop.source() + named(hop) + " WHERE (" + where + "\n))";
    }

    /** A subquery in FROM has to have a name, and a condition may name the columns by that of the table. */
    private static String named(ResolvedPath.Hop hop) {
        return hop.source().equals(hop.table().sql()) ? "" : " AS " + Identifier.quote(hop.table().name());
    }

    static String equal(String alias, ResolvedPath.Hop hop, String source, List<String> columns) {
        return equal(alias, hop.key(), source, columns);
    }

    /** Columns of one row, each equal to one of another's. */
    static String equal(String one, List<String> columns, String other, List<String> others) {
        return IntStream.range(0, columns.size()).mapToObj(i -> one + "." + Identifier.quote(columns.get(i)) + " = " + other + "."
                + Identifier.quote(others.get(i))).collect(Collectors.joining(" AND "));
    }

    /** The line break ends a comment that the condition may end in. */
    private static String when(String condition, String expression) {
        return condition == null ? expression : "CASE WHEN (" + condition + "\n) THEN " + expression + " END";
    }
}
