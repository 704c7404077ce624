package io.orgscope.route;

import static io.orgscope.route.ResolvedPath.alias;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Routes as SQL expressions over a row called {@code t}. The tables of a path are called h0, h1 and so on. */
final class RouteSql {

    private static final Set<String> WORDS = Set.of("answer", "tables", "start", "keys", "alias", "parents", "parent", "grandparent", "key", "known",
            "on", "after", "former", "organizations", "match", "source", "where", "when", "expression", "now", "old");

    /** The organization of the one row that the path may reach. */
    private static final SqlTemplate OF_ONE = template("(SELECT {answer} FROM {tables} WHERE {start})");

    /** The organization of all rows that the path reaches and that name one, if it is the same for all. */
    private static final SqlTemplate OF_SEVERAL = template("""
            (SELECT (pg_catalog.array_agg({answer}))[1]
               FROM {tables}
              WHERE {start} AND {answer} IS NOT NULL
             HAVING pg_catalog.count(DISTINCT {answer}) = 1)""");

    private static final SqlTemplate SEVERAL = template("""
            (SELECT pg_catalog.count(DISTINCT {answer})
               FROM {tables}
              WHERE {start}) > 1""");

    private static final SqlTemplate JOIN = template("\n  LEFT JOIN (SELECT {keys}, {answer} AS orgscope_answer FROM {tables}) {alias} ON {start}");

    private static final SqlTemplate PARENTS = template("""
            (SELECT t.*, {known} AS orgscope_known, {on} AS orgscope_on
               FROM {parents} t) h""");

    private static final SqlTemplate SELF_REFERENCE = template("""
            (WITH RECURSIVE orgscope_up AS (
               SELECT h.* FROM {parents} WHERE {parent}
               UNION ALL
               SELECT h.* FROM orgscope_up u JOIN {parents} ON {grandparent}
                WHERE u.orgscope_known IS NULL AND u.orgscope_on)
             CYCLE {key} SET orgscope_circle USING orgscope_way
             SELECT coalesce(
               (SELECT t.orgscope_known FROM orgscope_up t WHERE t.orgscope_known IS NOT NULL LIMIT 1),
               (SELECT {after} FROM orgscope_up t
                 WHERE ({after}) IS NOT NULL AND NOT t.orgscope_circle
                 ORDER BY pg_catalog.cardinality(t.orgscope_way) DESC LIMIT 1)))""");

    private static final SqlTemplate ONWARD = template("(SELECT {answer} FROM {tables} LIMIT 1)");

    private static final SqlTemplate BEFORE_CHANGE = template("""
            (SELECT {now} FROM {source} AS o WHERE ({key}) IS DISTINCT FROM ({keys}) AND ({key}) IS DISTINCT FROM ({former}) \
            UNION ALL SELECT {old} WHERE TG_OP <> 'INSERT')""");

    private static final SqlTemplate NAMED = template("(SELECT {answer} FROM {organizations} o WHERE {match})");

    private static final SqlTemplate FILTERED = template("""
            (SELECT * FROM {source} WHERE ({where}
            ))""");

    /** A condition may end in a comment. The line break ends the comment. */
    private static final SqlTemplate WHEN = template("""
            CASE WHEN ({when}
            ) THEN {expression} END""");

    private RouteSql() {
    }

    private static SqlTemplate template(String text) {
        return new SqlTemplate(text, WORDS);
    }

    /** The organization that the path gives. A join would hash the parent table once for every batch. */
    static String path(ResolvedPath path) {
        return when(path.route().when(), (path.unique() ? OF_ONE : OF_SEVERAL).fill(reached(path)));
    }

    /** Whether the row reaches rows that name several organizations. */
    static String several(ResolvedPath path) {
        String several = SEVERAL.fill(reached(path));
        return path.route().when() == null ? several : "(" + path.route().when() + "\n) AND " + several;
    }

    private static Map<String, String> reached(ResolvedPath path) {
        return Map.of("answer", answer(path), "tables", hops(path), "start", equal("h0", path.hops().get(0), "t", path.from()));
    }

    /**
     * A join of each row {@code t} with the row that a unique path reaches. {@link #joined} is its result. If all rows
     * of a table are read, the join takes a fraction of the time of the subquery. Its columns have names that no
     * condition uses.
     */
    static String join(ResolvedPath path, String alias) {
        List<String> key = path.hops().get(0).key();
        return JOIN.fill(Map.of("answer", answer(path), "tables", hops(path), "alias", alias,
                "keys", each(key, i -> "h0." + Identifier.quote(key.get(i)) + " AS orgscope_key_" + i, ", "),
                "start", each(key, i -> alias + ".orgscope_key_" + i + " = t." + Identifier.quote(path.from().get(i)), " AND ")));
    }

    /** The result of a {@link #join}. */
    static String joined(ResolvedPath path, String alias) {
        return when(path.route().when(), alias + ".orgscope_answer");
    }

    /**
     * The organization of the row's parent in the same table. The parent may not be filled yet. So the query goes up
     * from parent to parent until a row has an organization. If none has one, the routes that come after this one are
     * used, beginning with the topmost ancestor. The query ends if the rows form a circle.
     *
     * <p>A condition is evaluated in a subquery over one table, so its column names are not ambiguous.
     *
     * @param known the organization that a row has or gets without its parent; NULL if there is none
     * @param after the organization that the row gets if its parent has none
     */
    static String selfReference(ResolvedPath path, String known, String after) {
        ResolvedPath.Hop hop = path.hops().get(0);
        String when = path.route().when();
        String parents = PARENTS.fill(Map.of("known", known, "on", when == null ? "true" : "(" + when + "\n) IS TRUE",
                "parents", filtered(hop, path.route().where())));
        return when(when, SELF_REFERENCE.fill(Map.of("parents", parents, "parent", equal("h", hop, "t", path.from()),
                "grandparent", equal("h", hop, "u", path.from()), "key", Identifier.list("", hop.key()), "after", after)));
    }

    private static String answer(ResolvedPath path) {
        return alias(path.hops().size() - 1) + "." + Identifier.quote(path.route().path().answer());
    }

    private static String hops(ResolvedPath path) {
        return hops(path, path.hops().size());
    }

    /** The first tables of the path, joined. */
    static String hops(ResolvedPath path, int count) {
        int last = path.hops().size() - 1;
        return IntStream.range(0, count).mapToObj(place -> {
            ResolvedPath.Hop hop = path.hops().get(place);
            String source = place == last ? filtered(hop, path.route().where()) : hop.source();
            return place == 0 ? source + " h0" : join(path, place, source);
        }).collect(Collectors.joining());
    }

    /**
     * The organization that the row {@code OLD} of the table at this place gives through the tables that follow on the
     * path. Conditions of the route are left out.
     */
    static String onward(ResolvedPath path, int place) {
        String tables = IntStream.range(place + 1, path.hops().size()).mapToObj(next -> join(path, next, path.hops().get(next).source()))
                .collect(Collectors.joining("", "(SELECT OLD.*) AS " + alias(place), ""));
        return ONWARD.fill(Map.of("answer", answer(path), "tables", tables));
    }

    private static String join(ResolvedPath path, int place, String source) {
        return "\n  JOIN " + source + " " + alias(place) + " ON " + equal(alias(place), path.hops().get(place), alias(place - 1), path.columnsTo(place));
    }

    /**
     * The table as it was before the row {@code OLD} was changed to {@code NEW}. A partition may have its columns in
     * another order, and then so has {@code OLD}. So the columns are listed by name. Another row may have the key of
     * {@code OLD} now.
     *
     * @param columns what is read of the table; empty for all columns, if there is no catalog
     * @param found   the table as in the catalog; null if there is none
     */
    static String beforeChange(TableName table, List<String> key, Set<String> columns, Table found) {
        return BEFORE_CHANGE.fill(Map.of("source", table.sql(), "key", comparable("o", key, found), "keys", comparable("NEW", key, found),
                "former", comparable("OLD", key, found),
                "now", columns.isEmpty() ? "o.*" : Identifier.list("o.", columns), "old", columns.isEmpty() ? "OLD.*" : Identifier.list("OLD.", columns)));
    }

    private static String comparable(String row, List<String> columns, Table table) {
        return columns.stream().map(name -> Table.comparable(table, row, name)).collect(Collectors.joining(", "));
    }

    /** The key of the named organization; NULL if it does not exist. */
    static String named(Route.Named named, Organizations organizations) {
        return when(named.when(), NAMED.fill(Map.of("answer", "o." + Identifier.quote(organizations.key()),
                "organizations", organizations.table().sql(), "match", matches("o", named.match()))));
    }

    static String matches(String alias, Map<String, String> match) {
        return match.entrySet().stream()
                .map(entry -> alias + "." + Identifier.quote(entry.getKey()) + " = " + Literal.of(entry.getValue()))
                .collect(Collectors.joining(" AND "));
    }

    /** The table, or a subquery of its rows that meet the condition. */
    static String filtered(ResolvedPath.Hop hop, String where) {
        return where == null ? hop.source() : FILTERED.fill(Map.of("source", hop.source() + named(hop), "where", where));
    }

    /** A subquery in FROM needs a name. A condition may use the name of the table. */
    private static String named(ResolvedPath.Hop hop) {
        return hop.source().equals(hop.table().sql()) ? "" : " AS " + Identifier.quote(hop.table().name());
    }

    /** The condition that finds the row of a hop. */
    static String equal(String alias, ResolvedPath.Hop hop, String source, List<String> columns) {
        return each(hop.key(), i -> alias + "." + Identifier.quote(hop.key().get(i)) + " = " + source + "." + Identifier.quote(columns.get(i))
                + hop.collated().get(i), " AND ");
    }

    /** The condition that each column of one row equals a column of the other. */
    static String equal(String one, List<String> columns, String other, List<String> others) {
        return each(columns, i -> one + "." + Identifier.quote(columns.get(i)) + " = " + other + "." + Identifier.quote(others.get(i)), " AND ");
    }

    private static String each(List<String> columns, IntFunction<String> sql, String between) {
        return IntStream.range(0, columns.size()).mapToObj(sql).collect(Collectors.joining(between));
    }

    private static String when(String condition, String expression) {
        return condition == null ? expression : WHEN.fill(Map.of("when", condition, "expression", expression));
    }
}
