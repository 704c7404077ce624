package io.orgscope.isolation;

import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a role may do with a table, and with which columns. A statement that is refused because a privilege is missing
 * proves nothing about the policies.
 *
 * @param selects columns that it may read
 * @param inserts columns that an INSERT may name
 * @param updates columns that an UPDATE may set
 */
record Privileges(List<String> selects, List<String> inserts, List<String> updates, boolean delete, boolean truncate) {

    private static final String COLUMNS = """
            SELECT a.attname FROM pg_catalog.pg_attribute a
             WHERE a.attrelid = ?::oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
               AND pg_catalog.has_column_privilege(?::name, a.attrelid, a.attnum, ?)
             ORDER BY a.attnum
            """;

    private static final String TABLE = "SELECT pg_catalog.has_table_privilege(?::name, ?::oid, ?)";

    /**
     * SQL: whether a role may use a relation at all. A privilege on one column is enough. {@code has_table_privilege}
     * does not see such a privilege. DELETE cannot be granted on a column.
     *
     * @param role     the role's oid, as SQL
     * @param relation the relation's oid, as SQL
     */
    static String any(String role, String relation) {
        String of = "(" + role + ", " + relation + ", ";
        return "(pg_catalog.has_any_column_privilege" + of + "'SELECT, INSERT, UPDATE') OR pg_catalog.has_table_privilege" + of + "'DELETE'))";
    }

    static Privileges of(Connection connection, Table table, String role) throws SQLException {
        return new Privileges(columns(connection, table, role, "SELECT"), columns(connection, table, role, "INSERT"), columns(connection, table, role, "UPDATE"),
                table(connection, table, role, "DELETE"), table(connection, table, role, "TRUNCATE"));
    }

    private static List<String> columns(Connection connection, Table table, String role, String privilege) throws SQLException {
        return Sql.list(connection, COLUMNS, row -> row.getString("attname"), table.oid(), role, privilege);
    }

    private static boolean table(Connection connection, Table table, String role, String privilege) throws SQLException {
        return Sql.first(connection, false, TABLE, row -> row.getBoolean(1), role, table.oid(), privilege);
    }
}
