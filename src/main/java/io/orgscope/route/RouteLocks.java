package io.orgscope.route;

import static io.orgscope.route.ResolvedPath.alias;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.SqlTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The locks of one route. The rows that the route reads are locked FOR KEY SHARE, so that they cannot be moved before
 * the row is committed. The check of a foreign key takes the same lock. The row that is written is called {@code NEW},
 * as in a trigger.
 *
 * @param locks      queries to run one after the other. Each reads what those before it locked
 * @param writerXids queries of transaction numbers, to run before the locks. Some rows cannot be locked; a transaction
 *                   that changed them left its number there
 * @param answer     an expression for the organization that the route gives, to evaluate after the locks
 * @param read       the same without a lock
 * @param inputs     the row's own columns that the route depends on
 * @param start      the columns from which the route starts; none for a named organization
 * @param missing    whether a row whose columns {@code start} are not NULL leads to one that is not there. A foreign key is checked at the end of
 *                   the statement, so that one may come later in the statement. Null if its own triggers find the row then
 */
public record RouteLocks(List<String> locks, List<String> writerXids, String answer, String read, Set<String> inputs, List<String> start, String missing) {

    private static final Set<String> WORDS = Set.of("answer", "tables", "locked", "row", "when", "leads", "next", "alias", "match");

    private static final SqlTemplate ANSWER_LOCKED = new SqlTemplate("(SELECT {answer} FROM {tables} FOR KEY SHARE OF {locked})", WORDS);

    private static final SqlTemplate LOCK = new SqlTemplate("SELECT FROM {tables} FOR KEY SHARE OF {locked}", WORDS);

    private static final SqlTemplate WRITER_XIDS = new SqlTemplate("SELECT a.xmax FROM {tables}", WORDS);

    private static final SqlTemplate ANSWER = new SqlTemplate("(SELECT {answer} FROM {row})", WORDS);

    /** A condition is evaluated in a subquery over one table, so its column names are not ambiguous. */
    private static final SqlTemplate ROW_WHEN = new SqlTemplate("""
            (SELECT t.* FROM {row} WHERE ({when}
            )) AS t""", WORDS);

    private static final SqlTemplate ROWS = new SqlTemplate("(SELECT DISTINCT {columns} FROM {table} AS t WHERE {rows} AND ({when}\n)) AS t",
            Set.of("columns", "table", "rows", "when"));

    private static final SqlTemplate MISSING = new SqlTemplate(
            "EXISTS (SELECT FROM {tables} WHERE {leads}NOT EXISTS (SELECT FROM {next} AS {alias} WHERE {match}))", WORDS);

    private static final String ROW = "(SELECT NEW.*) AS t";
    private static final String MOVED = "(SELECT OLD.* UNION ALL SELECT NEW.*) AS ";

    /** @param answer the route as an expression over the row {@code t} */
    static RouteLocks named(String answer, Set<String> inputs) {
        return new RouteLocks(List.of(), List.of(), over(answer), over(answer), inputs, List.of(), null);
    }

    /**
     * Of the ancestors in the same table only the parent is locked. A move updates one level after the other and waits
     * there.
     */
    static RouteLocks of(ResolvedPath path, String answer, Set<String> inputs, ScopedTable scope, Catalog catalog) {
        if (path.hops().size() == 1 && path.unique() && path.route().where() == null && !scope.selfReferencing(path.route().path())) {
            return new RouteLocks(List.of(), List.of(), ANSWER_LOCKED.fill(Map.of("answer", "h0." + Identifier.quote(path.route().path().answer()),
                    "tables", joined(row(path), path, 0, 1), "locked", "h0")), over(answer), inputs, path.from(), missing(path));
        }
        return new RouteLocks(from(row(path), path, 0, scope, catalog), writerXids(path, scope, catalog), over(answer), over(answer), inputs, path.from(),
                missing(path));
    }

    /**
     * The locks on what follows a place on a path, for a row of that place that is moved. The queries are for a trigger
     * on the table of that place. The rows that the row led to before are locked too, so that they are not moved while
     * the former organization is read.
     */
    static List<String> after(ResolvedPath path, int place, ScopedTable scope, Catalog catalog) {
        return from(MOVED + alias(place), path, place + 1, scope, catalog);
    }

    /** The locks on what a route reads for the rows {@code t} that meet a condition. */
    static List<String> of(ResolvedPath path, String rows, ScopedTable scope, Catalog catalog) {
        String when = path.route().when();
        return from(ROWS.fill(Map.of("columns", Identifier.list("t.", path.from()), "table", scope.table().sql(), "rows", rows,
                "when", when == null ? "true" : when)), path, 0, scope, catalog);
    }

    private static List<String> from(String row, ResolvedPath path, int first, ScopedTable scope, Catalog catalog) {
        List<String> locks = new ArrayList<>();
        for (int place = first; place < path.hops().size(); place++) {
            locks.add(lock(row, path, first, place, scope, catalog));
        }
        return List.copyOf(locks);
    }

    /** The first place where several rows may be reached has triggers for INSERT, and they look further. */
    private static String missing(ResolvedPath path) {
        List<String> missing = new ArrayList<>();
        for (int place = 0; place < path.hops().size() && path.hops().get(place).unique(); place++) {
            ResolvedPath.Hop hop = path.hops().get(place);
            List<String> columns = path.columnsTo(place);
            String last = alias(place - 1);
            // Of the row itself, the caller looks at these columns.
            String leads = place == 0 ? "" : "(" + Identifier.list(last + ".", columns) + ") IS NOT NULL AND ";
            missing.add(MISSING.fill(Map.of("tables", joined(row(path), path, 0, place), "leads", leads, "next", hop.source(), "alias", alias(place),
                    "match", RouteSql.equal(alias(place), hop, last, columns))));
        }
        return missing.isEmpty() ? null : String.join(" OR ", missing);
    }

    private static String over(String answer) {
        return ANSWER.fill(Map.of("answer", answer, "row", ROW));
    }

    private static String lock(String row, ResolvedPath path, int first, int place, ScopedTable scope, Catalog catalog) {
        Optional<SubstituteLock> substitute = path.hops().get(place).unique() ? Optional.empty() : SubstituteLock.of(path, place, scope, catalog);
        return LOCK.fill(substitute.isEmpty() ? Map.of("tables", joined(row, path, first, place + 1), "locked", alias(place))
                : Map.of("tables", joinedWithSubstitute(row, path, first, place, substitute.get()), "locked", "a"));
    }

    private static List<String> writerXids(ResolvedPath path, ScopedTable scope, Catalog catalog) {
        return IntStream.range(0, path.hops().size()).filter(place -> !path.hops().get(place).unique())
                .mapToObj(place -> SubstituteLock.of(path, place, scope, catalog)
                        .map(substitute -> WRITER_XIDS.fill(Map.of("tables", joinedWithSubstitute(row(path), path, 0, place, substitute)))))
                .flatMap(Optional::stream).toList();
    }

    private static String joinedWithSubstitute(String row, ResolvedPath path, int first, int place, SubstituteLock substitute) {
        return joined(row, path, first, place) + " JOIN " + substitute.table().sql() + " AS a ON " + substitute.equal(alias(place - 1), path.columnsTo(place));
    }

    /** The row joined with tables of the path. */
    private static String joined(String row, ResolvedPath path, int first, int end) {
        StringBuilder from = new StringBuilder(row);
        for (int i = first; i < end; i++) {
            ResolvedPath.Hop hop = path.hops().get(i);
            from.append(" JOIN ").append(hop.source()).append(" AS ").append(alias(i)).append(" ON ")
                    .append(RouteSql.equal(alias(i), hop, alias(i - 1), path.columnsTo(i)));
        }
        return from.toString();
    }

    private static String row(ResolvedPath path) {
        return path.route().when() == null ? ROW : ROW_WHEN.fill(Map.of("row", ROW, "when", path.route().when()));
    }
}
