package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.KeptTemplates;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.RouteParent;
import io.orgscope.spec.Moves;
import io.orgscope.spec.Naming;
import io.orgscope.step.FillingSetting;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The triggers on a table that the routes read. If one of its rows goes to another organization, the rows of the scoped
 * table that have the old one or none yet follow in the same transaction.
 *
 * <p>BEFORE the change the row is locked FOR UPDATE. A writer of the scoped table reads it FOR KEY SHARE. So one of the
 * two waits for the other and then sees its change. Without that lock each could miss the other's change (docs/moves.md
 * shows the order of events). AFTER the change the rows are updated.
 */
final class FollowTrigger {

    private static final SqlTemplate BODY = new SqlTemplate("""

            #variable_conflict use_column
            DECLARE
              orgscope_filling text := coalesce(pg_catalog.current_setting('orgscope.filling', true), '');
            {declarations}BEGIN
              IF TG_WHEN = 'BEFORE' THEN
            {locks}    IF TG_OP = 'DELETE' THEN
                  RETURN OLD;
                END IF;
                RETURN NEW;
              END IF;
              PERFORM pg_catalog.set_config('orgscope.filling', {'moving'}, true);
            {follow}  PERFORM pg_catalog.set_config('orgscope.filling', orgscope_filling, true);
              RETURN NULL;
            END
            """, Set.of("declarations", "locks", "moving", "follow"));

    /** With one snapshot for the transaction, a lock fails if the locked row has changed since. */
    private static final SqlTemplate OTHERS = new SqlTemplate("""
              IF pg_catalog.current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
                {locks}
              END IF;
            """, Set.of("locks"));

    private static final SqlTemplate FOLLOW = new SqlTemplate("""
              UPDATE {table} AS t
                 SET {column} = {routed}
               WHERE {rows}
                 AND ({moved});
            """, Set.of("table", "column", "routed", "rows", "moved"));

    private static final SqlTemplate REFUSE = new SqlTemplate("""
              IF EXISTS (SELECT FROM {table} AS t
               WHERE {rows}
                 AND ({moved})) THEN
                RAISE restrict_violation USING MESSAGE = {'message'}, HINT = {'hint'};
              END IF;
            """, Set.of("table", "rows", "moved", "message", "hint"));

    /**
     * A row follows if its routes give an organization now and the application did not choose the one that it has. A row
     * that has none yet may have a choice from before a rollback.
     */
    private static final SqlTemplate MOVES = new SqlTemplate("""
            SELECT v.answer IS NOT NULL AND t.{column} IS DISTINCT FROM v.answer AND {free}
                      FROM (SELECT {routed} AS answer OFFSET 0) AS v""", Set.of("column", "free", "routed"));

    private static final SqlTemplate NOT_CHOSEN = new SqlTemplate("CASE WHEN t.{column} IS NULL THEN NOT {waits} ELSE NOT {holds} AND ("
            + UnnotedChoices.none("{'unnoted'}") + " OR {before}) END", Set.of("column", "waits", "holds", "unnoted", "before"));

    /** The same if choices cannot be noted: the row has the organization that its routes gave before, or they gave none. */
    private static final SqlTemplate AS_ROUTED = new SqlTemplate("coalesce(t.{column} = {formerly}, true)", Set.of("column", "formerly"));

    private final StepContext context;
    private final ResolvedScope resolved;
    private final KeptAssignments kept;
    private final RouteParent parent;
    private final Moves moves;
    private final String column;
    private final TableName function;

    FollowTrigger(StepContext context, RouteParent parent, Moves moves) {
        this.context = context;
        this.resolved = context.resolved().inTriggers();
        this.kept = resolved.kept();
        this.parent = parent;
        this.moves = moves;
        this.column = Identifier.quote(context.scope().column());
        this.function = function(context.name(), parent.table());
    }

    TableName table() {
        return parent.table();
    }

    TableName function() {
        return function;
    }

    /** The names of the triggers of the scoped table that may be on another table. */
    static List<String> allNames(TableName scoped) {
        return List.of(Naming.lockTrigger(scoped), Naming.followTrigger(scoped), Naming.lockRowsTrigger(scoped), Naming.followRowsTrigger(scoped));
    }

    /** The names of those that have to exist. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (parent.locks()) {
            names.add(Naming.lockTrigger(context.name()));
        }
        names.add(Naming.followTrigger(context.name()));
        if (parent.locksRows()) {
            names.add(Naming.lockRowsTrigger(context.name()));
        }
        if (parent.insertsAndDeletesCount()) {
            names.add(Naming.followRowsTrigger(context.name()));
        }
        return names;
    }

    /** The function with its triggers. */
    SharedStatements create(String searchPath) throws SQLException {
        Words words = new Words();
        words.common("column", column);
        words.common("searchPath", searchPath);
        words.organizations(resolved.scope().organizations());
        words.word("table", context.name().sql());
        words.word("parent", parent.table().sql());
        words.word("function", function.sql());
        words.word("moving", FillingSetting.moving(context.name()));
        List<String> statements = new ArrayList<>(List.of("DROP FUNCTION IF EXISTS {function}() CASCADE"));
        statements.addAll(TriggerFunction.createPlannedOnce("{searchPath}"));
        for (String name : names()) {
            boolean before = name.equals(Naming.lockTrigger(context.name())) || name.equals(Naming.lockRowsTrigger(context.name()));
            boolean update = name.equals(Naming.lockTrigger(context.name())) || name.equals(Naming.followTrigger(context.name()));
            statements.add("CREATE TRIGGER " + words.word(before ? "lockTrigger" : "followTrigger", Identifier.quote(name)) + (before ? " BEFORE " : " AFTER ")
                    + (update ? "UPDATE" : "INSERT OR DELETE") + " ON {parent} FOR EACH ROW" + (update ? when(before, words) : "")
                    + " EXECUTE FUNCTION {function}()");
        }
        String source = source(words);
        return words.statements("orgscope_follow_trigger", statements, source);
    }

    /** An UPDATE that changes no column of a route calls nothing. */
    private String when(boolean before, Words words) throws SQLException {
        Table table = context.catalog().find(parent.table()).orElse(null);
        String changed = words.word("changed", ChangedColumns.of(before ? GeneratedColumns.replaced(context.connection(), table, parent.columns())
                : parent.columns(), table));
        return " WHEN (" + (onlyOfSelfReference() ? "(" + changed + ") AND (OLD.{column} IS NOT NULL OR " + FillingSetting.notFilling("{'table'}") + ")"
                : changed) + ")";
    }

    private boolean onlyOfSelfReference() {
        return parent.places().stream().allMatch(RouteParent.Place::selfReference);
    }

    private String source(Words words) {
        StringBuilder follow = new StringBuilder();
        Optional<SubtreeCascade> cascade = resolved.selfReference().filter(reference -> parent.table().equals(context.name()))
                .map(reference -> new SubtreeCascade(resolved, reference, moves, parent.foundBelow()));
        cascade.ifPresent(down -> follow.append(words.word("cascade", down.statements())));
        Collection<RouteParent.Place> places = places();
        places.forEach(place -> follow.append(found(place) == null ? follow(place, words)
                : "  IF " + lookedFor(place, words) + " THEN\n" + follow(place, words) + "  END IF;\n"));
        return BODY.partly(Map.of(
                "declarations", cascade.map(down -> words.word("levels", down.declarations())).orElse("")
                        + (parent.locks() ? SnapshotCheck.DECLARATIONS + HeldRows.DECLARATION : ""),
                "locks", locked(places, words), "follow", follow.toString()));
    }

    /** One place for each condition on the rows that may follow. The places are in the order of the routes. */
    private Collection<RouteParent.Place> places() {
        Map<String, RouteParent.Place> places = new LinkedHashMap<>();
        parent.places().forEach(place -> places.merge(place.rows(), place, RouteParent.Place::with));
        return places.values();
    }

    /** The condition under which an INSERT or a DELETE searches for the rows too; null for always. */
    private String found(RouteParent.Place place) {
        return parent.insertsAndDeletesCount() ? place.found() : null;
    }

    private String lookedFor(RouteParent.Place place, Words words) {
        return found(place) == null ? "true" : "TG_OP = 'UPDATE' OR " + words.word("found", found(place));
    }

    /**
     * A lock overwrites the number of the one before it. So the numbers of the rows that are locked here are read
     * before the lock. The number of the organization is read afterwards, when no other transaction writes rows that
     * reach the changed one.
     */
    private String locked(Collection<RouteParent.Place> places, Words words) {
        StringBuilder locks = new StringBuilder(SnapshotCheck.collect(writerXids(true), words));
        if (parent.locks()) {
            places.forEach(place -> locks.append(HeldRows.await(words.word("rows", place.rows()), lookedFor(place, words))));
        }
        for (RouteParent.Place place : parent.places()) {
            String perform = locks(place.locks(), " ", words);
            if (!place.locks().isEmpty()) {
                locks.append("    ").append(place.always() ? perform : "IF TG_OP = 'UPDATE' THEN " + perform + " END IF;").append('\n');
            }
        }
        return locks.append(SnapshotCheck.collect(writerXids(false), words)).append(parent.locks() ? SnapshotCheck.check() : "").toString();
    }

    private List<String> writerXids(boolean ofLocked) {
        return parent.places().stream().filter(place -> !place.locks().isEmpty() && place.always() == ofLocked).map(RouteParent.Place::writerXids)
                .distinct().toList();
    }

    private String follow(RouteParent.Place place, Words words) {
        words.word("routed", resolved.routed());
        String rows = words.word("rows", place.rows()) + (place.before() == null ? "" : " AND " + words.word("before", place.before()) + " IS NULL");
        Map<String, String> parts = Map.of("rows", rows, "moved", moved(words));
        String locks = others(place, words) + HeldRows.lock(rows) + (place.later().isEmpty() ? "" : "  " + locks(place.later(), "\n  ", words) + "\n");
        String forget = kept.canNote() ? "  " + SqlTemplate.partly(lookup(KeptTemplates.FORGET, words), Map.of("rows", rows)) + ";\n" : "";
        return (moves == Moves.REFUSE ? refuse(parts, locks, words) : locks + FOLLOW.partly(parts)) + forget;
    }

    /** First without the locks, so that a move that has to be refused anyway locks no rows. Then other transactions may have changed what the routes give. */
    private String refuse(Map<String, String> parts, String locks, Words words) {
        words.word("message", refusal());
        words.word("hint", hint());
        String refuse = REFUSE.partly(parts);
        return refuse + locks + refuse;
    }

    private static String others(RouteParent.Place place, Words words) {
        return place.others().isEmpty() ? "" : OTHERS.partly(Map.of("locks", locks(place.others(), "\n    ", words)));
    }

    private static String locks(List<String> queries, String between, Words words) {
        return queries.stream().map(lock -> perform(lock, words)).collect(Collectors.joining(between));
    }

    private String moved(Words words) {
        String asRouted = AS_ROUTED.partly(Map.of("formerly", words.word("formerly", resolved.formerlyRouted(parent.table()))));
        if (!kept.canNote()) {
            return MOVES.partly(Map.of("free", asRouted));
        }
        words.word("unnoted", new UnnotedChoices(kept).mark());
        return MOVES.partly(Map.of("free", NOT_CHOSEN.partly(Map.of("waits", lookup(KeptTemplates.WAITS, words), "holds", lookup(KeptTemplates.HOLDS, words),
                "before", asRouted))));
    }

    private String lookup(String template, Words words) {
        return words.in(template, kept.templates().words());
    }

    private String refusal() {
        return "This row of " + parent.table() + " cannot go to another organization: rows of " + context.name()
                + " get their organization from it, and their declaration says moves: refuse. Nothing was changed.";
    }

    private String hint() {
        return "Move or delete the rows of " + context.name() + " first, or declare moves: follow for it and run liquibase update.";
    }

    /** A query whose result is not used, as a statement of PL/pgSQL. */
    static String perform(String query, Words words) {
        return "PERFORM 1 " + words.word("lock", query.substring("SELECT ".length())) + ";";
    }

    private static TableName function(TableName scoped, TableName parent) {
        return new TableName(scoped.schema(), Naming.follow(scoped.name(), parent));
    }
}
