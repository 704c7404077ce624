package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.route.KeptTemplates;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.RouteLocks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Statements of {@link FillTrigger} for a row that a statement writes before the row that its route leads to. A foreign
 * key allows this, because it is checked at the end of the statement. Examples are the COPY of a tree, and an INSERT of
 * a parent in a WITH query.
 *
 * <p>The BEFORE trigger does not find that parent. It sets a mark, and because of the mark an AFTER trigger evaluates
 * the routes again at the end of the statement. A row whose parents are all there costs nothing more. If the application
 * has written the organization, it is noted as a choice first, and the note goes if the routes give the same at the end.
 */
final class LateParents {

    /** PostgreSQL runs triggers in the order of their names, so this one runs after those of {@link NewRowNotes}. */
    static final String TRIGGER = "zz_orgscope_route_again";

    static final String DECLARATIONS = """
              orgscope_early boolean := false;
              orgscope_filling text;
            """;

    /** The application did not write the organization that a row has when it comes from another partition. */
    static final String NOT_WRITTEN = "      orgscope_early := false;\n";

    private static final String MARK = "PERFORM pg_catalog.set_config('orgscope.early', %s, true);";

    private static final SqlTemplate FIND = new SqlTemplate("""
            {indent}IF orgscope_answer IS NULL AND {started} THEN
            {indent}  orgscope_early := orgscope_early OR {missing};
            {indent}END IF;
            """, Set.of("indent", "started", "missing"));

    private static final SqlTemplate AGAIN = new SqlTemplate("""
              IF TG_WHEN = 'AFTER' THEN
                {unmark}
                orgscope_filling := coalesce(pg_catalog.current_setting('orgscope.filling', true), '');
                PERFORM pg_catalog.set_config('orgscope.filling', {'moving'}, true);
                UPDATE {table} AS n SET {column} = orgscope_answer FROM (SELECT NEW.*) AS t
                 WHERE {row} AND n.{column} IS NOT DISTINCT FROM NEW.{column} AND n.{column} IS DISTINCT FROM orgscope_answer
                   AND orgscope_answer IS NOT NULL AND NOT {holds};
                PERFORM pg_catalog.set_config('orgscope.filling', orgscope_filling, true);
                {forget};
                RETURN NULL;
              END IF;
              IF orgscope_early OR pg_catalog.current_setting('orgscope.early', true) <> '' THEN
                {mark}
                orgscope_early := orgscope_early AND NEW.{column} IS NOT NULL;
              END IF;
            """, Set.of("unmark", "moving", "table", "column", "row", "holds", "forget", "mark"));

    private final List<RouteLocks> routes;
    private final boolean notes;
    private final Map<String, String> kept;

    LateParents(ResolvedScope resolved) {
        this.routes = resolved.locked().stream().filter(route -> route.missing() != null).toList();
        this.notes = resolved.kept().canNote();
        this.kept = notes ? resolved.kept().templates().words() : Map.of();
    }

    /** Whether a row can come before its parent. */
    boolean possible() {
        return !routes.isEmpty();
    }

    /**
     * A template of the statement that creates the trigger. Without notes an UPDATE is not looked at again, because
     * nothing shows whether the application wrote the organization. A trigger of the user may change a column that the UPDATE does not name.
     */
    String trigger(EarlierTriggers users, Words words) {
        String update = users.present() ? " OR UPDATE" : " OR UPDATE OF " + words.word("starts", Identifier.list("", starts()));
        return "CREATE TRIGGER " + TRIGGER + " AFTER INSERT" + (notes ? update : "")
                + " ON {table} FOR EACH ROW WHEN (pg_catalog.current_setting('orgscope.early', true) <> ''"
                + " AND pg_catalog.current_setting('orgscope.early', true) = " + ofRow("NEW.tableoid", words) + ") EXECUTE FUNCTION {function}()";
    }

    private Set<String> starts() {
        return routes.stream().flatMap(route -> route.start().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The mark of the row {@code NEW}: its table and where its routes start. An INSERT with ON CONFLICT may write no row. Its mark stays until the end of the
     * transaction, and must not count for another row.
     */
    private String ofRow(String table, Words words) {
        return table + " || ROW(" + words.word("startsOfRow", Identifier.list("NEW.", starts())) + ")::text";
    }

    private String mark(String condition, Words words) {
        return MARK.formatted("CASE WHEN " + condition + " THEN " + ofRow("TG_RELID", words) + " ELSE '' END");
    }

    /** Finds out, after a route was evaluated, whether its parent is missing. */
    String find(RouteLocks route, String indent, Words words) {
        return route.missing() == null ? "" : FIND.partly(Map.of("indent", indent, "started", started(route, words), "missing", missing(route, words)));
    }

    /** Sets the mark for an UPDATE of the organization, whatever the routes give before the end of the statement. */
    String judge(Words words) {
        String any = routes.stream().map(route -> started(route, words) + " AND (" + missing(route, words) + ")").collect(Collectors.joining(" OR "));
        return "      " + mark(any, words) + "\n";
    }

    /** Takes the mark back for a row that keeps its organization. */
    String unmark() {
        return "    ELSE\n      " + MARK.formatted("''") + "\n";
    }

    /** Evaluates the routes again, or sets the mark. */
    String again(Words words) {
        String marked = notes ? "orgscope_early" : "orgscope_early AND TG_OP = 'INSERT' AND NEW.{column} IS NULL";
        return AGAIN.partly(Map.of("unmark", MARK.formatted("''"), "mark", mark(marked, words),
                "row", notes ? words.in("{sameRow}", kept) : "n.tableoid = TG_RELID AND n.ctid = NEW.ctid",
                "holds", notes ? words.in(KeptTemplates.HOLDS, kept) : "false",
                "forget", notes ? SqlTemplate.partly(words.in(KeptTemplates.FORGET_ROUTED, kept), Map.of("routed", "orgscope_answer")) : "NULL"));
    }

    private static String started(RouteLocks route, Words words) {
        return words.word("started", route.start().stream().map(name -> "NEW." + Identifier.quote(name) + " IS NOT NULL").collect(Collectors.joining(" AND ")));
    }

    private static String missing(RouteLocks route, Words words) {
        return words.word("missing", route.missing());
    }
}
