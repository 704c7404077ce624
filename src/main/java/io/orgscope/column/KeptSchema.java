package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Sql;
import io.orgscope.route.ScopedTable;
import java.sql.Connection;
import java.sql.SQLException;

/** The schema of the side tables. */
final class KeptSchema {

    static final String CREATE = "CREATE SCHEMA IF NOT EXISTS " + Identifier.quote(ScopedTable.KEPT_SCHEMA);

    private KeptSchema() {
    }

    /**
     * Creates the schema if it does not exist. It checks first, because a role without the privilege to create a schema may
     * use an existing one.
     */
    static void require(Connection connection) throws SQLException {
        boolean present = Sql.first(connection, false, "SELECT true FROM pg_catalog.pg_namespace WHERE nspname = ?",
                row -> row.getBoolean(1), ScopedTable.KEPT_SCHEMA);
        if (!present) {
            Sql.execute(connection, CREATE);
        }
    }
}
