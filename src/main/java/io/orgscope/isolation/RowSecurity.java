package io.orgscope.isolation;

import io.orgscope.distribute.CitusTables;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Policy;
import io.orgscope.postgres.Table;
import io.orgscope.spec.Isolation;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Step 12: one policy for each command, so that a session reaches only rows of its own organization. The step then
 * switches row security on.
 *
 * <p>All of it is one transaction. So there is no moment with row security and without policies, or with policies and
 * without row security. Existing policies of ours are made again, because somebody may have changed them.
 */
final class RowSecurity {

    private final StepContext context;
    private final Isolation.Rows options;
    private final boolean distributed;

    RowSecurity(StepContext context, Isolation.Rows options) {
        this(context, options, false);
    }

    /** @param distributed whether Citus is to take the table. It takes no policy with a subquery */
    RowSecurity(StepContext context, Isolation.Rows options, boolean distributed) {
        this.context = context;
        this.options = options;
        this.distributed = distributed;
    }

    /** The actions of the update, after the check for hazards. */
    List<Action> enable() throws SQLException {
        SessionOrganization organization = SessionOrganization.of(context, options.setting());
        String own = "(" + Identifier.quote(context.scope().column()) + " = " + (plain() ? organization.plain() : organization.sql()) + ")";
        List<String> statements = new ArrayList<>(List.of(organization.searchPath()));
        for (PolicyCommand command : PolicyCommand.values()) {
            statements.add("DROP POLICY IF EXISTS " + command.policy() + " ON " + context.name().sql());
            statements.add(policy(command, own));
            statements.add(context.ledger().note(Ledger.policy(command.policy())));
        }
        Optional<Table> table = context.table();
        if (!table.map(Table::rowSecurity).orElse(false)) {
            statements.add(alter("ENABLE ROW LEVEL SECURITY"));
            statements.add(context.ledger().note(Ledger.made(Ledger.ROW_SECURITY)));
        }
        boolean forced = table.map(Table::forceRowSecurity).orElse(false);
        if (options.force() && !forced) {
            statements.add(alter("FORCE ROW LEVEL SECURITY"));
            statements.add(context.ledger().note(Ledger.made(Ledger.FORCED_ROW_SECURITY)));
        } else if (!options.force() && forced && context.ledger().has(Ledger.made(Ledger.FORCED_ROW_SECURITY))) {
            statements.add(alter("NO FORCE ROW LEVEL SECURITY"));
            statements.add(context.ledger().forget(Ledger.made(Ledger.FORCED_ROW_SECURITY)));
        }
        return List.of(new Action.Brief(context.name(), statements));
    }

    /** Without a subquery PostgreSQL may read the setting for each row, so it is left out only for Citus. */
    private boolean plain() throws SQLException {
        return distributed || context.connection() != null && CitusTables.of(context.connection()).contains(context.name());
    }

    private String policy(PolicyCommand command, String own) {
        return "CREATE POLICY " + command.policy() + " ON " + context.name().sql() + " AS PERMISSIVE FOR " + command + " TO " + roles()
                + (command.reads() ? " USING " + own : "") + (command.writes() ? " WITH CHECK " + own : "");
    }

    /** If the owner is bound too, the policies need to be for the owner too. Otherwise the owner would see no row. */
    private String roles() {
        if (options.roles().isEmpty()) {
            return "PUBLIC";
        }
        Set<String> all = new LinkedHashSet<>(options.roles().stream().map(Identifier::quote).toList());
        if (options.force()) {
            all.add(context.table().map(table -> Identifier.quote(table.owner())).orElse("CURRENT_USER"));
        }
        return String.join(", ", all);
    }

    /** The actions of the rollback. They drop what is ours, and leave what existed before. */
    List<Action> disable() {
        if (!context.script() && context.column().isEmpty()) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        for (PolicyCommand command : PolicyCommand.values()) {
            if (context.ours(Ledger.policy(command.policy()), has(command.policy()))) {
                statements.add("DROP POLICY IF EXISTS " + command.policy() + " ON " + context.name().sql());
                statements.add(context.ledger().forget(Ledger.policy(command.policy())));
            }
        }
        undo(statements, Ledger.FORCED_ROW_SECURITY, context.table().map(Table::forceRowSecurity).orElse(false) || !options.force(), "NO FORCE ROW LEVEL SECURITY");
        undo(statements, Ledger.ROW_SECURITY, context.table().map(Table::rowSecurity).orElse(false), "DISABLE ROW LEVEL SECURITY");
        return statements.isEmpty() ? List.of() : List.of(new Action.Brief(context.name(), statements));
    }

    private boolean has(String policy) {
        return context.table().stream().flatMap(table -> table.policies().stream()).map(Policy::name).anyMatch(policy::equals);
    }

    private void undo(List<String> statements, String thing, boolean exists, String alter) {
        if (context.ours(Ledger.made(thing), exists)) {
            statements.add(alter(alter));
            statements.add(context.ledger().forget(Ledger.made(thing)));
        }
    }

    private String alter(String what) {
        return "ALTER TABLE " + context.name().sql() + " " + what;
    }
}
