package io.orgscope.column;

import io.orgscope.postgres.Check;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowKeys;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Step 04: NOT NULL without a scan under a strong lock. A CHECK is added NOT VALID, validated while everybody writes,
 * and then proves to SET NOT NULL that it need not look (PostgreSQL, ALTER TABLE, SET NOT NULL).
 */
final class RequiredColumn {

    private static final String NOT_NULL = "NOT NULL";

    private final StepContext context;
    private final String table;
    private final String column;
    private final String check;

    RequiredColumn(StepContext context) {
        this.context = context;
        this.table = context.name().sql();
        this.column = Identifier.quote(context.scope().column());
        this.check = Naming.notNullCheck(context.name().name());
    }

    List<Action> require() {
        context.sound();
        if (context.column().map(found -> found.notNull()).orElse(false)) {
            return found().isEmpty() ? List.of() : List.of(new Action.Brief(context.name(), dropCheck()));
        }
        if (OrganizationColumn.willBeByDefault(context)) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Work(this::refuseMissing, List.of()));
        if (found().isEmpty()) {
            actions.add(new Action.Brief(context.name(), "ALTER TABLE " + table + " ADD CONSTRAINT " + Identifier.quote(check)
                    + " CHECK (" + column + " IS NOT NULL) NOT VALID"));
        }
        if (!found().map(Check::validated).orElse(false)) {
            actions.add(new Action.Brief(context.name(), "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + Identifier.quote(check)));
        }
        actions.add(new Action.Brief(context.name(), "ALTER TABLE " + table + " ALTER COLUMN " + column + " SET NOT NULL", dropCheck(),
                context.ledger().note(Ledger.made(NOT_NULL))));
        return actions;
    }

    List<Action> allowMissing() {
        List<Action> actions = new ArrayList<>();
        if (found().isPresent()) {
            actions.add(new Action.Brief(context.name(), dropCheck()));
        }
        boolean notNull = context.column().map(found -> found.notNull()).orElse(false);
        boolean gone = !context.script() && context.column().isEmpty() || OrganizationColumn.willBeByDefault(context);
        if (!gone && context.ours(Ledger.made(NOT_NULL), notNull)) {
            actions.add(new Action.Brief(context.name(), "ALTER TABLE " + table + " ALTER COLUMN " + column + " DROP NOT NULL",
                    context.ledger().forget(Ledger.made(NOT_NULL))));
        }
        return actions;
    }

    private Optional<Check> found() {
        return context.table().stream().flatMap(t -> t.checks().stream()).filter(c -> c.name().equals(check)).findFirst();
    }

    private String dropCheck() {
        return "ALTER TABLE " + table + " DROP CONSTRAINT IF EXISTS " + Identifier.quote(check);
    }

    /** A CHECK, even NOT VALID, makes the application's UPDATEs of rows without an organization fail: look first. */
    private void refuseMissing(Connection connection) throws SQLException {
        RowKeys rows = RowKeys.of(connection, context.table().orElseThrow(), "t." + column + " IS NULL");
        if (rows.count() > 0) {
            throw new OrgScopeException(context.name().column(context.scope().column()) + " cannot be required yet: " + rows
                    + " have no organization. Their routes give none, or they were written without the trigger of step 02."
                    + " Give them one (UPDATE " + table + " SET " + column + " = … WHERE " + column + " IS NULL), then run update again."
                    + " Nothing was changed by this step.");
        }
    }
}
