package io.orgscope.column;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.SelfReference;
import io.orgscope.spec.Moves;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statements of {@link FollowTrigger} for rows below the moved row in its own table. They get the organization of the
 * row above them, at any depth. If moves are refused, they get it only if the moved row had none yet.
 *
 * <p>They run level by level. The rows of a level are locked and changed before the next level is read, so that a row
 * inserted below them meanwhile is seen. The lock is a statement of its own ({@link HeldRows#lock}). Nested triggers would exceed the stack. One recursive query would read all
 * rows before it locks the first.
 */
final class SubtreeCascade {

    private static final String DECLARE = """
              orgscope_%s %s[];
            """;

    /** One table's rows may be moved by the cascade of another table, which is not at its end. */
    private static final String DECLARE_OUTER = """
              orgscope_outer text := coalesce(pg_catalog.current_setting('orgscope.self_reference', true), '');
            """;

    private static final SqlTemplate DOWN = new SqlTemplate("""
              IF orgscope_outer = {name} THEN
                RETURN NULL;
              END IF;
              IF NEW.{column} IS NOT NULL{unfilled}{found} THEN
                PERFORM pg_catalog.set_config('orgscope.self_reference', {name}, true);
                SELECT {top} INTO {level};
                LOOP
                  PERFORM FROM {table} AS t
                   WHERE {below} FOR NO KEY UPDATE;
                  {forget};
                  WITH orgscope_level AS (
                    UPDATE {table} AS t
                       SET {column} = NEW.{column}
                     WHERE {below}
                       AND {stored} IS DISTINCT FROM NEW.{column}
                       AND {free}
                       AND {routed}
                    RETURNING {changed})
                  SELECT {next} INTO {level} FROM orgscope_level AS l;
                  EXIT WHEN orgscope_0 IS NULL;
                END LOOP;
                PERFORM pg_catalog.set_config('orgscope.self_reference', orgscope_outer, true);
              END IF;
            """, Set.of("name", "column", "top", "level", "table", "below", "forget", "stored", "free", "routed", "changed", "next", "unfilled", "found"));

    /** The rows of the next level. */
    private static final SqlTemplate BELOW = new SqlTemplate("""
            ({parent}) IN (SELECT {key} FROM {parents} AS h
                       JOIN {levels} AS k ({keys}) ON {equal})""", Set.of("parent", "key", "parents", "levels", "keys", "equal"));

    /** The row has the organization that the topmost row had, or that one had none. */
    private static final SqlTemplate AS_ABOVE = new SqlTemplate("coalesce({stored} = OLD.{column}, true)", Set.of("stored", "column"));

    private final ResolvedScope resolved;
    private final KeptAssignments kept;
    private final SelfReference reference;
    private final Moves moves;
    private final String found;
    private final String table;
    private final String column;

    /** @param found a condition under which an INSERT looks for rows below the new one; null if no trigger fires for an INSERT */
    SubtreeCascade(ResolvedScope resolved, SelfReference reference, Moves moves, String found) {
        this.resolved = resolved;
        this.kept = resolved.kept();
        this.reference = reference;
        this.moves = moves;
        this.found = found;
        this.table = resolved.scope().table().sql();
        this.column = Identifier.quote(resolved.scope().column());
    }

    /** The variables, among them those that hold the keys of a level. */
    String declarations() {
        return IntStream.range(0, reference.key().size()).mapToObj(i -> DECLARE.formatted(i, typed(i).orElse("text")))
                .collect(Collectors.joining("", DECLARE_OUTER, ""));
    }

    String statements() {
        return DOWN.fill(word -> switch (word) {
            case "name" -> Literal.of(table);
            case "column" -> column;
            case "table" -> table;
            case "unfilled" -> moves == Moves.REFUSE ? " AND OLD." + column + " IS NULL" : "";
            case "found" -> found == null ? "" : " AND (TG_OP = 'UPDATE' OR " + found + ")";
            case "below" -> below();
            case "level" -> each(i -> "orgscope_" + i);
            case "top" -> each(i -> "ARRAY[" + value("NEW", i) + "]");
            case "forget" -> kept.canNote() ? kept.forget("(SELECT t.* FROM " + table + " AS t WHERE " + below() + " AND " + routed() + ") AS t",
                    " AND k.organization = NEW." + column) : "NULL";
            case "stored" -> resolved.stored();
            case "free" -> free();
            case "routed" -> routed();
            case "changed" -> each(i -> value("t", i) + " AS k" + i);
            default -> each(i -> "pg_catalog.array_agg(l.k" + i + ")");
        });
    }

    private String below() {
        return BELOW.fill(word -> switch (word) {
            case "parents" -> reference.parents();
            case "parent" -> Identifier.list("t.", reference.columns());
            case "key" -> Identifier.list("h.", reference.key());
            // Only unnest without a schema takes several arrays, so each has a call of its own.
            case "levels" -> "ROWS FROM (" + each(i -> "pg_catalog.unnest(orgscope_" + i + ")") + ")";
            case "keys" -> each(i -> "k" + i);
            default -> IntStream.range(0, reference.key().size()).mapToObj(i -> value("h", i) + " = k.k" + i).collect(Collectors.joining(" AND "));
        });
    }

    private String free() {
        String asAbove = AS_ABOVE.fill(Map.of("stored", resolved.stored(), "column", column));
        return kept.canNote() ? "CASE WHEN " + resolved.stored() + " IS NULL THEN NOT " + kept.waits() + " ELSE NOT " + kept.holds() + " AND ("
                + UnnotedChoices.none(Literal.of(new UnnotedChoices(kept).mark())) + " OR " + asAbove + ") END" : asAbove;
    }

    /** Whether the row gets its organization from its parent. */
    private String routed() {
        return resolved.beforeParent() + " IS NULL" + (reference.when() == null ? "" : " AND (" + reference.when() + "\n)");
    }

    private String each(IntFunction<String> text) {
        return IntStream.range(0, reference.key().size()).mapToObj(text).collect(Collectors.joining(", "));
    }

    private String value(String row, int i) {
        return row + "." + Identifier.quote(reference.key().get(i)) + (typed(i).isPresent() ? "" : "::text");
    }

    /** In a script without a database the type is not known, and the key is compared as text. */
    private Optional<String> typed(int i) {
        return resolved.table().flatMap(found -> found.column(reference.key().get(i))).map(Column::type);
    }
}
