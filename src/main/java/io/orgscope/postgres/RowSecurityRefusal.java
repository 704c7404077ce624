package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A query that the server refused because row security would have hidden rows. The settings of a {@link
 * MigrationSession} make this an error.
 */
public final class RowSecurityRefusal {

    /** The tables of which this role does not see every row, a few of them by name. */
    private static final String HIDING = """
            SELECT pg_catalog.string_agg(h.name, ', ') AS tables
              FROM (SELECT c.oid::pg_catalog.regclass::text AS name FROM pg_catalog.pg_class c
                     WHERE c.relrowsecurity AND pg_catalog.row_security_active(c.oid) ORDER BY 1 LIMIT 5) AS h
            """;

    /** The one function of the server that refuses a query because row security would change its result. An error in a function or a trigger names it too. */
    private static final String REFUSING = "check_enable_rls";

    private RowSecurityRefusal() {
    }

    /** Whether this role sees only those rows of the table that policies let through. */
    public static boolean binds(Connection connection, Table table) throws SQLException {
        return Sql.first(connection, false, "SELECT pg_catalog.row_security_active(?::oid)", row -> row.getBoolean(1), table.oid());
    }

    /**
     * The result of the work. If row security is the cause of a failure, the message says which role the work needs.
     *
     * @throws SQLException any other failure, without the contents of rows
     */
    public static <T> T explained(Connection connection, Transaction.Work<T> work) throws SQLException {
        try {
            return work.run();
        } catch (SQLException stopped) {
            SQLException failed = RowContents.removed(stopped);
            String advice = advice(connection, failed);
            if (!advice.isEmpty()) {
                throw new OrgScopeException(failed.getMessage() + SqlState.inParentheses(failed) + "." + advice, failed);
            }
            throw failed;
        }
    }

    /**
     * A sentence about the role that the work needs, with a space before it. Empty if row security is not the cause of
     * the failure.
     */
    public static String advice(Connection connection, SQLException failed) throws SQLException {
        if (!SqlState.INSUFFICIENT_PRIVILEGE.equals(failed.getSQLState()) || !ServerError.part(failed, "getRoutine").equals(REFUSING) || !connection.getAutoCommit()) {
            return "";
        }
        String tables = Sql.first(connection, null, HIDING, row -> row.getString("tables"));
        return tables == null ? "" : " Row security hides rows of " + tables + " from this role. Run the command as a role with BYPASSRLS."
                + " Or declare force: false, run update, and declare force: true again.";
    }
}
