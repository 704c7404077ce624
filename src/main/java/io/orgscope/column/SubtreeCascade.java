package io.orgscope.column;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.route.Climb;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.ResolvedScope;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a row takes along in its own table, as statements of {@link FollowTrigger}: the rows below take the organization of
 * the one above them, however deep.
 *
 * <p>They go level by level. The rows of a level are locked and changed before the next level is looked for, so that a row
 * which is inserted or re-parented below them meanwhile is seen. Nested triggers would run out of stack, and one recursive
 * query would look for all rows before the first is locked.
 */
final class SubtreeCascade {

    private static final String DECLARE = """
              orgscope_%s %s[];
            """;

    private static final String DOWN = """
              IF pg_catalog.current_setting('orgscope.climbing', true) = %1$s THEN
                RETURN NULL;
              END IF;
              IF NEW.%2$s IS NOT NULL THEN
                PERFORM pg_catalog.set_config('orgscope.climbing', %1$s, true);
                SELECT %3$s INTO %4$s;
                LOOP
                  WITH orgscope_level AS (
                    UPDATE %5$s AS t
                       SET %2$s = NEW.%2$s
                     WHERE (%6$s) IN (SELECT %7$s FROM %8$s AS h
                       JOIN pg_catalog.unnest(%4$s) AS k (%9$s) ON %10$s)
                       AND %11$s
                    RETURNING %12$s)
                  SELECT %13$s INTO %4$s FROM orgscope_level AS l;
                  EXIT WHEN orgscope_0 IS NULL;
                END LOOP;
                PERFORM pg_catalog.set_config('orgscope.climbing', '', true);
              END IF;
            """;

    /**
     * A row goes along when it holds what the row at the top held, or nothing yet. Where that row held nothing, a row below
     * it that nobody chose was filled by what the routes gave before.
     */
    private static final String GOES = """
            %1$s IS DISTINCT FROM NEW.%2$s
                       AND CASE WHEN %1$s IS NULL THEN NOT %3$s ELSE %1$s = OLD.%2$s OR OLD.%2$s IS NULL AND NOT %4$s END
                       AND %5$s IS NULL""";

    private final ResolvedScope resolved;
    private final Climb climb;
    private final String table;
    private final String column;

    SubtreeCascade(ResolvedScope resolved, Climb climb) {
        this.resolved = resolved;
        this.climb = climb;
        this.table = resolved.scope().table().sql();
        this.column = Identifier.quote(resolved.scope().column());
    }

    /** The variables that hold the keys of a level. */
    String declarations() {
        return IntStream.range(0, climb.key().size()).mapToObj(i -> DECLARE.formatted(i, typed(i).orElse("text"))).collect(Collectors.joining());
    }

    String statements() {
        return DOWN.formatted(Literal.of(table), column,
                each(i -> "ARRAY[" + value("NEW", i) + "]"), each(i -> "orgscope_" + i),
                table, Identifier.list("t.", climb.columns()), Identifier.list("h.", climb.key()), climb.parents(),
                each(i -> "k" + i), IntStream.range(0, climb.key().size()).mapToObj(i -> value("h", i) + " = k.k" + i).collect(Collectors.joining(" AND ")),
                goes(), each(i -> value("t", i) + " AS k" + i), each(i -> "pg_catalog.array_agg(l.k" + i + ")"));
    }

    private String goes() {
        KeptAssignments kept = resolved.kept();
        return GOES.formatted(resolved.stored(), column, kept.waits(), kept.holds(),
                resolved.beforeParent()) + (climb.when() == null ? "" : " AND (" + climb.when() + "\n)");
    }

    private String each(IntFunction<String> text) {
        return IntStream.range(0, climb.key().size()).mapToObj(text).collect(Collectors.joining(", "));
    }

    private String value(String row, int i) {
        return row + "." + Identifier.quote(climb.key().get(i)) + (typed(i).isPresent() ? "" : "::text");
    }

    /** In a script without a database the type is not known, and the key is compared as text. */
    private Optional<String> typed(int i) {
        return resolved.table().flatMap(found -> found.column(climb.key().get(i))).map(Column::type);
    }
}
