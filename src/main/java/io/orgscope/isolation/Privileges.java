package io.orgscope.isolation;

import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The columns that a role may write. A statement that is refused because a privilege is missing proves nothing about the
 * policies.
 *
 * @param inserts columns that an INSERT may name
 * @param updates columns that an UPDATE may set
 */
record Privileges(List<String> inserts, List<String> updates, boolean delete, boolean truncate) {

    private static final String COLUMNS = """
            SELECT a.attname FROM pg_catalog.pg_attribute a
             WHERE a.attrelid = ?::oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
               AND pg_catalog.has_column_privilege(?::name, a.attrelid, a.attnum, ?)
             ORDER BY a.attnum
            """;

    private static final String TABLE = "SELECT pg_catalog.has_table_privilege(?::name, ?::oid, ?)";

    static Privileges of(Connection connection, Table table, String role) throws SQLException {
        return new Privileges(columns(connection, table, role, "INSERT"), columns(connection, table, role, "UPDATE"),
                table(connection, table, role, "DELETE"), table(connection, table, role, "TRUNCATE"));
    }

    private static List<String> columns(Connection connection, Table table, String role, String privilege) throws SQLException {
        return Sql.list(connection, COLUMNS, row -> row.getString("attname"), table.oid(), role, privilege);
    }

    private static boolean table(Connection connection, Table table, String role, String privilege) throws SQLException {
        return Sql.first(connection, false, TABLE, row -> row.getBoolean(1), role, table.oid(), privilege);
    }
}
