package io.orgscope.reference;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepRunner;
import io.orgscope.step.StepScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an unfinished step 11 has left on a table. Liquibase does not know of the unfinished step, so it does not roll
 * it back. The first step that Liquibase rolls back removes these leftovers.
 */
public final class BegunReferences {

    private static final SqlTemplate LEFT = new SqlTemplate("""
            SELECT
              FROM pg_catalog.pg_attribute a
             WHERE a.attrelid = {table}::pg_catalog.regclass AND a.attname = {column}
               AND pg_catalog.strpos(coalesce(pg_catalog.col_description(a.attrelid, a.attnum), ''), {line}) > 0""", Set.of("table", "column", "line"));

    private BegunReferences() {
    }

    /** Restores the single keys. A script only checks, because the rollback of step 11 comes before it. */
    public static List<Action> restore(StepContext context) {
        if (!context.ledger().has(Isolated.LINE)) {
            return List.of();
        }
        String left = LEFT.fill(Map.of("table", Literal.of(context.name().sql()), "column", Literal.of(context.scope().column()),
                "line", Literal.of(Isolated.LINE)));
        return List.of(new Action.Work(connection -> restore(connection, context), List.of(StepScript.refuseIfAny(left, "Step 11 of "
                + context.name() + " was stopped before it ended. Run update to the end, then write the script of the rollback again. Nothing was"
                + " dropped by this statement."))));
    }

    private static void restore(Connection connection, StepContext context) throws SQLException {
        Isolated isolated = Isolated.of(connection, context.scope(), List.of(), List.of(), context.locks(), false);
        new StepRunner(connection, context.locks()).run(
                new CompositeReferences(isolated, connection.getMetaData().getDatabaseMajorVersion()).restore());
    }
}
