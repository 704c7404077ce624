package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import io.orgscope.route.SideTableReplacement;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The trigger that writes the application's changes to the side table while rows are copied there. */
final class CopyTrigger {

    static final String TRIGGER = Naming.TRIGGERS + "keep";
    private static final String GOING = Naming.TRIGGERS + "keep_going";
    private static final String CARRIED = Naming.TRIGGERS + "keep_carried";

    private static final SqlTemplate BODY = new SqlTemplate("""

            #variable_conflict use_column
            BEGIN
            {going}  {copy};
              RETURN NULL;
            END
            """, Set.of("going", "copy"));

    /** An INSERT is a choice, unless the row only went to another partition. */
    private static final SqlTemplate WRITTEN = new SqlTemplate("""
            CASE TG_OP WHEN 'INSERT' THEN TG_NAME = {'trigger'} ELSE NEW.{column} IS DISTINCT FROM OLD.{column} END \
            AND t.{column} IS DISTINCT FROM {routed}""", Set.of("trigger", "column", "routed"));

    /**
     * A mark as in {@link NewRowNotes#CARRY}. A row whose organization was chosen, or is chosen by this UPDATE, has none: its
     * choice goes along.
     */
    private static final SqlTemplate MARK = new SqlTemplate("""
              IF TG_WHEN = 'BEFORE' THEN
                PERFORM pg_catalog.set_config('orgscope.carried',
                  CASE WHEN NEW.{column} IS DISTINCT FROM OLD.{column} OR (SELECT {chosen} FROM (SELECT OLD.*) AS t) THEN '' ELSE {mark} END, true);
                RETURN NEW;
              END IF;
            """, Set.of("column", "chosen", "mark"));

    private final StepContext context;
    private final SideTableReplacement replacement;
    private final TableName function;

    CopyTrigger(StepContext context) {
        this.context = context;
        this.replacement = context.resolved().kept().replacement();
        this.function = new TableName(ScopedTable.KEPT_SCHEMA, Identifier.fitting("keep_" + context.scope().kept().name()));
    }

    boolean running() {
        return context.table().filter(table -> table.triggers().contains(TRIGGER)).isPresent();
    }

    /** Creates the trigger and the side table that it writes to. */
    List<String> start() throws SQLException {
        List<String> statements = new ArrayList<>(replacement.create(context.resolved().keptType(), context.script()));
        String column = Identifier.quote(context.scope().column());
        String written = WRITTEN.fill(Map.of("trigger", TRIGGER, "column", column, "routed", routed()));
        statements.addAll(TriggerFunction.create(function, FixedSearchPath.of(context), BODY.fill(Map.of("going", partitioned() ? mark() : "",
                "copy", replacement.copy("(SELECT NEW.*) AS t", "", true, "(" + chosen(true) + " OR " + written + ")")))));
        String known = "NEW." + column + " IS NOT NULL";
        if (!partitioned()) {
            statements.add(trigger(TRIGGER, "AFTER INSERT OR UPDATE", known));
            return statements;
        }
        String marked = "(" + NewRowNotes.marked(row(), "NEW.tableoid") + ") IS TRUE";
        String goes = ChangedColumns.of(FillTrigger.partitionKey(context.resolved()), context.table().orElse(null));
        statements.add(trigger(GOING, "BEFORE UPDATE", goes));
        statements.add(trigger(TRIGGER, "AFTER INSERT OR UPDATE", known + " AND NOT " + marked));
        statements.add(trigger(CARRIED, "AFTER INSERT OR UPDATE", known + " AND " + marked));
        statements.add(TriggerFunction.grantToOwners(Stream.of(function)));
        return statements;
    }

    private boolean partitioned() {
        return !FillTrigger.partitionKey(context.resolved()).isEmpty();
    }

    private String mark() {
        return MARK.fill(Map.of("column", Identifier.quote(context.scope().column()), "mark", NewRowNotes.mark(row()),
                "chosen", chosen(true) + " OR " + context.resolved().kept().copiedAsChosen()));
    }

    private String row() {
        return "ROW(" + Literal.of(context.name().sql()) + ", " + Identifier.list("NEW.", context.resolved().kept().key()) + ", NEW."
                + Identifier.quote(context.scope().column()) + ")";
    }

    private String trigger(String name, String event, String when) {
        return "CREATE TRIGGER " + name + " " + event + " ON " + context.name().sql() + " FOR EACH ROW WHEN (" + when + ") EXECUTE FUNCTION "
                + function.sql() + "()";
    }

    /** Whether the application chose the organization that the row {@code t} has, as SQL. */
    String chosen(boolean fresh) {
        return replacement.wasChosen(fresh, context.script(), routed());
    }

    private String routed() {
        return context.resolved().whileNotesAreReplaced().routed();
    }

    List<String> stop() {
        List<String> statements = new ArrayList<>();
        (partitioned() ? List.of(TRIGGER, CARRIED, GOING) : List.of(TRIGGER))
                .forEach(name -> statements.add("DROP TRIGGER IF EXISTS " + name + " ON " + context.name().sql()));
        statements.add("DROP FUNCTION IF EXISTS " + function.sql() + "()");
        return statements;
    }

    /** Removes what a stopped rollback has left, when the next update runs. */
    List<Action> abandon() {
        List<Action> actions = new ArrayList<>();
        if (running()) {
            actions.add(new Action.Brief(context.name(), stop()));
        }
        replacement.takeOver(false).ifPresent(sql -> actions.add(new Action.Brief(context.name(), sql, replacement.dropFormer())));
        return actions;
    }
}
