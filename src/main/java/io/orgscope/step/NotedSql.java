package io.orgscope.step;

import io.orgscope.postgres.OrgScopeException;
import java.util.List;

/**
 * The SQL in the ledger that restores what was dropped. It has the name that the table had then. If somebody renames the table or moves it to another
 * schema, PostgreSQL does not change that text. It would fail in the middle of a rollback, or change another table that has the name now.
 */
public final class NotedSql {

    private NotedSql() {
    }

    /**
     * Throws if the ledger has SQL that does not name the table.
     *
     * @throws OrgScopeException with what to correct
     */
    public static void refuseRenamed(StepContext context) {
        List<String> indexes = context.ledger().retiredIndexes();
        for (String what : context.ledger().retiredNames("")) {
            String sql = context.ledger().retired(what).orElse("");
            if (!what.equals(Ledger.TRIGGERS) && !sql.contains(context.name().sql())) {
                throw new OrgScopeException("The rollback cannot restore " + (indexes.contains(what) ? "the unique index " : "") + what + " of " + context.name()
                        + ": the SQL that was noted for it does not name this table: " + sql.lines().findFirst().orElse("") + ". Somebody has renamed the table or its schema"
                        + " since. Nothing was dropped by this step. Rename it back and declare it with that name; or write " + context.name().sql()
                        + " wherever the former name is in the line [orgscope retired " + what + "] of the comment of "
                        + context.name().column(context.scope().column()) + ". Then run rollback again.");
            }
        }
    }
}
