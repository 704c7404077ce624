package io.orgscope.postgres;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The SQLSTATEs that our code tells apart, by PostgreSQL's condition names, and what several places ask about one. */
public final class SqlState {

    public static final String FEATURE_NOT_SUPPORTED = "0A000";
    public static final String DIVISION_BY_ZERO = "22012";
    public static final String NOT_NULL_VIOLATION = "23502";
    public static final String FOREIGN_KEY_VIOLATION = "23503";
    public static final String UNIQUE_VIOLATION = "23505";
    public static final String CHECK_VIOLATION = "23514";
    public static final String INVALID_SQL_STATEMENT_NAME = "26000";
    public static final String SERIALIZATION_FAILURE = "40001";
    public static final String DEADLOCK_DETECTED = "40P01";
    public static final String INSUFFICIENT_PRIVILEGE = "42501";
    public static final String UNDEFINED_OBJECT = "42704";
    public static final String UNDEFINED_TABLE = "42P01";
    public static final String LOCK_NOT_AVAILABLE = "55P03";
    public static final String QUERY_CANCELED = "57014";
    public static final String INTERNAL_ERROR = "XX000";

    private SqlState() {
    }

    /** Whether the failure has one of these SQLSTATEs. An error of the driver may have none. */
    public static boolean isAmong(Set<String> states, SQLException failure) {
        return failure.getSQLState() != null && states.contains(failure.getSQLState());
    }

    /** The failures of statements: the exception itself and its causes. */
    static Stream<SQLException> failures(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).filter(SQLException.class::isInstance).map(SQLException.class::cast);
    }

    /** The end of a message about a failure: a space and its SQLSTATE in parentheses, or nothing if it has none. */
    public static String inParentheses(SQLException failure) {
        return failure.getSQLState() == null ? "" : " (SQLSTATE " + failure.getSQLState() + ")";
    }

    /** The first line of the server's message, and its SQLSTATE as {@link #inParentheses}. Further lines show the statement and its context. */
    public static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("") + inParentheses(failure);
    }

    /** Whether the connection is lost, so that it can be used for nothing more. An error of the driver may have no SQLSTATE. */
    public static boolean connectionLost(SQLException failure) {
        return failure.getSQLState() == null || failure.getSQLState().startsWith("08");
    }
}
