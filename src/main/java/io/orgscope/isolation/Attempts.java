package io.orgscope.isolation;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowContents;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.Transaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** Runs attempts. Each is a transaction of its own that is rolled back, so its locks are free again at once. */
final class Attempts {

    /** The result of an attempt. */
    enum Outcome { REFUSED, THROUGH, UNKNOWN }

    /** An outcome, with the server's message if it is unknown, and whether a lock or a timeout ended the statement. */
    record Result(Outcome outcome, String reason, boolean cutShort) {

        static final Result REFUSED = new Result(Outcome.REFUSED, null, false);
        static final Result THROUGH = new Result(Outcome.THROUGH, null, false);
    }

    private static final Set<String> CUT_SHORT = Set.of(SqlState.LOCK_NOT_AVAILABLE, SqlState.QUERY_CANCELED, SqlState.DEADLOCK_DETECTED,
            SqlState.SERIALIZATION_FAILURE);
    private static final int TRIES = 3;

    private final Connection connection;
    private final String setting;
    private final Duration lockTimeout;
    private final Duration statementTimeout;

    Attempts(Connection connection, String setting, Duration lockTimeout, Duration statementTimeout) {
        this.connection = connection;
        this.setting = setting;
        this.lockTimeout = lockTimeout;
        this.statementTimeout = statementTimeout;
    }

    Result make(Attempt attempt) throws SQLException {
        try {
            return session(attempt.role(), attempt.organization(), () -> run(attempt));
        } catch (SQLException failed) {
            if (!SqlState.LOCK_NOT_AVAILABLE.equals(failed.getSQLState())) {
                throw failed;
            }
            return failed(attempt.kind(), failed);
        }
    }

    /** Whether a statement was cut short because of other sessions or because it took too long. */
    static boolean cutShort(SQLException failed) {
        return SqlState.isAmong(CUT_SHORT, failed);
    }

    /**
     * Runs work in a transaction that is rolled back, as a role and for an organization. Null means the migrating role,
     * or no organization. If a table is locked, it tries again.
     */
    <T> T session(String role, String organization, Transaction.Work<T> work) throws SQLException {
        for (int left = TRIES - 1; ; left--) {
            try {
                return once(role, organization, work);
            } catch (SQLException failed) {
                if (left == 0 || !SqlState.LOCK_NOT_AVAILABLE.equals(failed.getSQLState())) {
                    throw failed;
                }
            }
        }
    }

    private <T> T once(String role, String organization, Transaction.Work<T> work) throws SQLException {
        return Transaction.rolledBack(connection, () -> {
            Sql.execute(connection, "SET LOCAL row_security = on; SET LOCAL lock_timeout = " + lockTimeout.toMillis()
                    + "; SET LOCAL statement_timeout = " + statementTimeout.toMillis() + "; SET CONSTRAINTS ALL IMMEDIATE");
            if (organization != null) {
                Sql.list(connection, "SELECT pg_catalog.set_config(?, ?, true)", row -> row.getString(1), setting, organization);
            }
            if (role != null) {
                become(role);
            }
            return work.run();
        });
    }

    private void become(String role) throws SQLException {
        try {
            Sql.execute(connection, "SET LOCAL ROLE " + Identifier.quote(role));
        } catch (SQLException refused) {
            if (!SqlState.INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) {
                throw refused;
            }
            String me = Sql.first(rolledBack(), "this role", "SELECT pg_catalog.quote_ident(session_user)", row -> row.getString(1));
            // To a membership that is there, as that of the role's creator, GRANT adds only what it names. Before PostgreSQL 16 there is no such option.
            String option = connection.getMetaData().getDatabaseMajorVersion() < 16 ? "" : " WITH SET TRUE";
            throw new OrgScopeException("To check what role " + role + " can reach, this role has to become it, and it may not (SQLSTATE "
                    + SqlState.INSUFFICIENT_PRIVILEGE + "). Let an administrator run: GRANT " + Identifier.quote(role) + " TO " + me + option
                    + "; then run the command again.", refused);
        }
    }

    private Connection rolledBack() throws SQLException {
        connection.rollback();
        return connection;
    }

    private Result run(Attempt attempt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(attempt.sql())) {
            for (int i = 0; i < attempt.values().size(); i++) {
                statement.setString(i + 1, attempt.values().get(i));
            }
            if (!statement.execute()) {
                return counted(attempt.kind(), statement.getUpdateCount());
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() == (attempt.kind() != Attempt.Kind.OWN) ? Result.THROUGH : Result.REFUSED;
            }
        } catch (SQLException failed) {
            if (SqlState.connectionLost(failed) || SqlState.LOCK_NOT_AVAILABLE.equals(failed.getSQLState())) {
                throw failed;
            }
            return failed(attempt.kind(), failed);
        }
    }

    private static Result counted(Attempt.Kind kind, int rows) {
        return rows > 0 ? Result.THROUGH
                : kind == Attempt.Kind.REACH ? Result.REFUSED : new Result(Outcome.UNKNOWN, "it found no row to try with", false);
    }

    private static Result failed(Attempt.Kind kind, SQLException failed) {
        String state = failed.getSQLState();
        boolean inFunction = kind == Attempt.Kind.WRITE && RowContents.inFunction(failed);
        boolean through = switch (kind) {
            case READ, BYPASS, OWN, REFERENCE -> false;
            case REACH -> failed.getMessage().contains(Attempt.MARK);
            // PostgreSQL checks constraints after the policies, but a trigger may have failed before them.
            case WRITE -> state.startsWith("23") && !inFunction;
        };
        boolean refused = state.equals(SqlState.INSUFFICIENT_PRIVILEGE) && kind != Attempt.Kind.OWN || switch (kind) {
            case READ -> !CUT_SHORT.contains(state);
            case REFERENCE -> state.equals(SqlState.FOREIGN_KEY_VIOLATION);
            case OWN, BYPASS, REACH, WRITE -> false;
        };
        return through ? Result.THROUGH : refused ? Result.REFUSED
                : new Result(Outcome.UNKNOWN, "SQLSTATE " + state + (inFunction ? " in a function" : ""), CUT_SHORT.contains(state));
    }
}
