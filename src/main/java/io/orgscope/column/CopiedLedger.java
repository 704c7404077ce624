package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A ledger of another table. CREATE TABLE … (LIKE … INCLUDING COMMENTS) copies the comment of the organization column, and with it the lines of what was made
 * of the other table. Step 01 would take the column for ours, and a rollback would drop it.
 *
 * <p>Only step 01 can see it. When it runs, later steps have made nothing yet: a foreign key or an index in the ledger that the table does not have is one of
 * another table. A step 01 that was stopped has noted only the column and its default.
 */
final class CopiedLedger {

    private CopiedLedger() {
    }

    static void refuse(StepContext context) throws SQLException {
        if (context.sound().column().isEmpty()) {
            return;
        }
        Optional<String> gone = context.gone().stream().findFirst();
        if (gone.isEmpty() && !new ConstantDefault(context).ofOtherRoutes()) {
            return;
        }
        throw new OrgScopeException("The comment of " + context.name().column(context.scope().column()) + " seems to be copied from another table, as CREATE TABLE …"
                + " (LIKE … INCLUDING COMMENTS) does. It says that this library made " + said(context, gone) + ". With this comment a rollback would drop a column that was"
                + " there before. If the comment was copied, run COMMENT ON COLUMN " + context.name().sql() + "." + Identifier.quote(context.scope().column())
                + " IS NULL. If it was not, " + otherwise(gone) + ". Then run update again. This step changed nothing.");
    }

    private static String said(StepContext context, Optional<String> gone) {
        return gone.map(thing -> thing + ", but " + context.name() + " does not have it")
                .orElse("the default of the column, but the routes do not give that organization to every row");
    }

    private static String otherwise(Optional<String> gone) {
        return gone.map(thing -> "make " + thing + " again by hand").orElse("declare the route of the first update again");
    }
}
