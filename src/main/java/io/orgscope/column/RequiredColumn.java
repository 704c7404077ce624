package io.orgscope.column;

import io.orgscope.postgres.Check;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.EachPartition;
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

    List<Action> require() throws SQLException {
        context.sound();
        if (context.column().map(found -> found.notNull()).orElse(false)) {
            return dropChecks();
        }
        if (OrganizationColumn.willBeByDefault(context)) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Work(this::refuseMissing, List.of()));
        List<String> last = new ArrayList<>(List.of("ALTER TABLE " + table + " ALTER COLUMN " + column + " SET NOT NULL"));
        if (context.partitioned()) {
            // A CHECK on the whole would be wanted of every table that is attached meanwhile.
            last.add(context.ledger().note(Ledger.made(NOT_NULL)));
            actions.addAll(EachPartition.then(context, null, this::prove, last));
            actions.addAll(EachPartition.of(context, heap -> context.script() ? List.of(drop(heap.name())) : drop(heap)));
        } else {
            last.addAll(List.of(dropCheck(context.name()), context.ledger().note(Ledger.made(NOT_NULL))));
            actions.addAll(context.table().map(this::prove).orElseGet(() -> prove(context.name(), Optional.empty())));
            actions.add(new Action.Brief(context.name(), last));
        }
        return actions;
    }

    private List<Action> prove(Table heap) {
        return heap.column(context.scope().column()).map(Column::notNull).orElse(false) ? List.of() : prove(heap.name(), check(heap));
    }

    private List<Action> prove(TableName heap, Optional<Check> found) {
        List<Action> actions = new ArrayList<>();
        if (found.isEmpty()) {
            actions.add(new Action.Brief(heap, "ALTER TABLE " + heap.sql() + " ADD CONSTRAINT " + Identifier.quote(check)
                    + " CHECK (" + column + " IS NOT NULL) NOT VALID"));
        }
        if (!found.map(Check::validated).orElse(false)) {
            actions.add(new Action.Brief(heap, "ALTER TABLE " + heap.sql() + " VALIDATE CONSTRAINT " + Identifier.quote(check)));
        }
        return actions;
    }

    /** What a run that was stopped has left. */
    private List<Action> dropChecks() throws SQLException {
        return context.partitioned() ? EachPartition.of(context, this::drop) : context.table().map(this::drop).orElse(List.of());
    }

    private List<Action> drop(Table heap) {
        return check(heap).isPresent() ? List.of(drop(heap.name())) : List.of();
    }

    private Action drop(TableName heap) {
        return new Action.Brief(heap, dropCheck(heap));
    }

    private Optional<Check> check(Table heap) {
        return heap.checks().stream().filter(c -> c.name().equals(check)).findFirst();
    }

    List<Action> allowMissing() throws SQLException {
        List<Action> actions = new ArrayList<>(dropChecks());
        boolean notNull = context.column().map(found -> found.notNull()).orElse(false);
        boolean gone = !context.script() && context.column().isEmpty() || OrganizationColumn.willBeByDefault(context);
        if (!gone && context.ours(Ledger.made(NOT_NULL), notNull)) {
            actions.add(new Action.Brief(context.name(), "ALTER TABLE " + table + " ALTER COLUMN " + column + " DROP NOT NULL",
                    context.ledger().forget(Ledger.made(NOT_NULL))));
        }
        return actions;
    }

    private String dropCheck(TableName heap) {
        return "ALTER TABLE " + heap.sql() + " DROP CONSTRAINT IF EXISTS " + Identifier.quote(check);
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
