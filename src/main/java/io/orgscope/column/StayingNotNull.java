package io.orgscope.column;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Table;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Collection;

/**
 * NOT NULL that step 04 has set and that PostgreSQL does not drop any more, because somebody has put the column into the primary key or into the replica
 * identity since.
 */
public final class StayingNotNull {

    private StayingNotNull() {
    }

    /**
     * The check before a rollback takes back anything of the expansion. A column that we made is dropped, and {@link Dependents} refuses what uses it.
     *
     * @throws OrgScopeException if the rollback of step 04 would fail
     */
    public static void refuseAdopted(StepContext context) throws SQLException {
        if (!context.ledger().has(Ledger.madeColumn())) {
            refuse(context);
        }
    }

    /** Step 14, if it was stopped, has put the column into the primary key itself, and is undone before. */
    static void refuse(StepContext context) throws SQLException {
        Ledger ledger = context.ledger();
        boolean ours = ledger.has(Ledger.made(RequiredColumn.NOT_NULL)) || ledger.retired(RequiredColumn.NOT_VALID).isPresent();
        if (!ours || ledger.retired(Ledger.PRIMARY_KEY).isPresent()) {
            return;
        }
        Collection<Table> tables = context.partitioned() ? Catalog.ofTree(context.connection(), context.name()).tables() : context.table().stream().toList();
        for (Table table : tables) {
            table.whyNotNullStays(context.scope().column()).ifPresent(where -> {
                throw new OrgScopeException("The rollback cannot drop the NOT NULL that step 04 has set: " + table.name().column(context.scope().column()) + " is " + where
                        + ", and PostgreSQL refuses that (42P16). Give " + table.name() + " another one without the column, then run rollback again."
                        + " Nothing was dropped by this step.");
            });
        }
    }
}
