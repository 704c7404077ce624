package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.Moves;
import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The triggers of step 02 for {@code orgscope-repair}. They fill the rows, so they have to follow the routes of the declaration, which may have changed since
 * the last update.
 */
public final class RepairTriggers {

    private final StepContext context;
    private final Moves moves;

    /** The triggers of a table that has them. */
    public RepairTriggers(StepContext context, Moves moves) {
        this.context = context;
        this.moves = moves;
    }

    /**
     * The actions that make them again, if they follow other routes than these or their side table is lost. Their text depends on the
     * privileges of the role that makes them, and they run with those of their owner. So another role leaves them as they are.
     *
     * @throws OrgScopeException if another role has to make them
     */
    public List<Action> follow() throws SQLException {
        Optional<FoundFunction> foreign = FoundFunction.of(context).filter(found -> !found.own());
        if (foreign.isEmpty()) {
            return new FilledColumn(context, moves).follow().stream().map(this::unlessGone).toList();
        }
        new ChosenOrganizations(context).requireOwn(foreign);
        if (!foreign.get().follows(context.resolved())) {
            throw new OrgScopeException("The triggers of " + context.name() + " follow other routes than the declaration has, and their functions belong to the role "
                    + foreign.get().owner() + ". Made again by another role, they could fail in INSERTs of the application (42501), or a later step of that role could not"
                    + " drop them. Run orgscope-repair as " + foreign.get().owner() + ". Nothing was changed.");
        }
        return List.of();
    }

    /** The command does not have Liquibase's lock. So step 10 can drop the triggers while this waits for its locks. */
    private Action unlessGone(Action action) {
        if (!(action instanceof Action.Brief brief)) {
            return action;
        }
        String gone = "SELECT WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgrelid = " + Literal.of(context.name().sql())
                + "::pg_catalog.regclass AND t.tgname = " + Literal.of(FillTrigger.ON_INSERT) + ")";
        String message = context.name() + " lost the triggers of step 02 while orgscope-repair waited for its locks. Step 10 may have dropped them. Then nothing tells a wrong"
                + " row from one that the application wrote. No trigger of this table was made, and no row was changed. Before the contract: run update. After it: correct the"
                + " rows in the application.";
        List<String> statements = Stream.concat(Stream.of(StepScript.raiseIfAny(gone, message)), brief.statements().stream()).toList();
        return new Action.Brief(brief.tables(), brief.also(), statements, brief.script(), brief.broken());
    }
}
