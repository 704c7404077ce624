package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.route.ScopedTable;
import java.sql.Connection;
import java.sql.SQLException;

/** The schema of the side tables. */
final class KeptSchema {

    private static final String NAME = Identifier.quote(ScopedTable.KEPT_SCHEMA);

    static final String CREATE = "CREATE SCHEMA IF NOT EXISTS " + NAME;

    private KeptSchema() {
    }

    /**
     * Creates the schema if it does not exist. It checks first, because a role without the right to create a schema may
     * use an existing one.
     */
    static void require(Connection connection) throws SQLException {
        boolean present = Sql.first(connection, false, "SELECT true FROM pg_catalog.pg_namespace WHERE nspname = ?",
                row -> row.getBoolean(1), ScopedTable.KEPT_SCHEMA);
        if (present) {
            return;
        }
        try {
            Sql.execute(connection, CREATE);
        } catch (SQLException refused) {
            throw new OrgScopeException("This role may not create the schema " + NAME + " (SQLSTATE " + refused.getSQLState() + "). It keeps"
                    + " organizations that no route gives. Let an administrator run: CREATE SCHEMA " + NAME + " AUTHORIZATION " + role(connection)
                    + "; then run the command again. This step changed nothing.", refused);
        }
    }

    private static String role(Connection connection) throws SQLException {
        return Sql.first(connection, "", "SELECT pg_catalog.quote_ident(current_user)", row -> row.getString(1));
    }
}
