package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import io.orgscope.route.SideTableReplacement;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The trigger that writes the application's changes to the side table while rows are copied there. */
final class Capture {

    private static final String TRIGGER = Naming.TRIGGERS + "keep";

    private final StepContext context;
    private final SideTableReplacement replacement;
    private final TableName function;

    Capture(StepContext context) {
        this.context = context;
        this.replacement = context.resolved().kept().replacement();
        this.function = new TableName(ScopedTable.KEPT_SCHEMA, Identifier.fitting("keep_" + context.scope().kept().name()));
    }

    boolean running() {
        return context.table().filter(table -> table.triggers().contains(TRIGGER)).isPresent();
    }

    /** Creates the trigger and the side table that it writes to. */
    List<String> start() throws SQLException {
        List<String> statements = new ArrayList<>(replacement.create(context.resolved().keyType(), context.script()));
        String column = Identifier.quote(context.scope().column());
        String written = "(TG_OP = 'INSERT' OR NEW." + column + " IS DISTINCT FROM OLD." + column + ") AND t." + column + " IS DISTINCT FROM "
                + context.resolved().routed();
        String body = "\n#variable_conflict use_column\nBEGIN\n  " + replacement.copy("(SELECT NEW.*) AS t", "", true, "(" + chosen(true) + " OR " + written + ")")
                + ";\n  RETURN NULL;\nEND\n";
        statements.addAll(TriggerFunction.create(function, FixedSearchPath.of(context), body));
        statements.add("CREATE TRIGGER " + TRIGGER + " AFTER INSERT OR UPDATE ON " + context.name().sql()
                + " FOR EACH ROW WHEN (NEW." + column + " IS NOT NULL) EXECUTE FUNCTION "
                + function.sql() + "()");
        return statements;
    }

    /** Whether the application chose the organization that the row {@code t} has, as SQL. */
    String chosen(boolean fresh) {
        return replacement.wasChosen(fresh, context.script(), context.resolved().routed());
    }

    List<String> stop() {
        return List.of("DROP TRIGGER IF EXISTS " + TRIGGER + " ON " + context.name().sql(), "DROP FUNCTION IF EXISTS " + function.sql() + "()");
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
