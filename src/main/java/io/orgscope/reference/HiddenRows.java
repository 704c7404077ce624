package io.orgscope.reference;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.StepScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * If forced row security hides rows from an owner, PostgreSQL validates a foreign key without these rows. It then marks
 * the key as valid for every row, which may be wrong.
 */
final class HiddenRows {

    private HiddenRows() {
    }

    /** Refuses if this role does not see all rows at both ends of a key. In a script it is SQL that raises an error. */
    static Action refuse(ForeignKey key) {
        return refuse(key.table(), key.target());
    }

    /** The same for a key that does not exist yet. */
    static Action refuse(TableName table, TableName target) {
        String hidden = "SELECT WHERE pg_catalog.row_security_active(" + Literal.of(table.sql()) + "::pg_catalog.regclass)"
                + " OR pg_catalog.row_security_active(" + Literal.of(target.sql()) + "::pg_catalog.regclass)";
        String message = "Row security hides rows of " + table + " or " + target + " from this role, and VALIDATE CONSTRAINT would not check them. This"
                + " step changed nothing. Run it as a role with BYPASSRLS, or declare force: false, run update, and declare"
                + " force: true again afterwards.";
        return new Action.Work(connection -> refuse(connection, hidden, message), List.of(StepScript.refuseIfAny(hidden, message)));
    }

    private static void refuse(Connection connection, String hidden, String message) throws SQLException {
        if (Sql.first(connection, false, hidden.replaceFirst("SELECT", "SELECT true"), row -> row.getBoolean(1))) {
            throw new OrgScopeException(message);
        }
    }
}
