package io.orgscope.demo;

import io.orgscope.testing.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The demo's last act: what sessions of two organizations get of the same table. */
final class TwoSessions {

    private static final String CONNECTIONS = "social_platform_connections";

    private final Login application;
    private final List<String> organizations;

    /** @param superuser finds two organizations with connections and posts */
    TwoSessions(Login superuser, Login application) throws SQLException {
        this.application = application;
        this.organizations = superuser.strings("SELECT DISTINCT organization_id::text FROM social_posts ORDER BY 1 LIMIT 2");
    }

    void show() throws SQLException {
        String a = organizations.get(0);
        String b = organizations.get(1);
        say("  A is organization " + a + ", B is " + b + "; both connect as demo_app");
        require(read("A", a, "SELECT count(*) FROM " + CONNECTIONS) > 0);
        require(read("B", b, "SELECT count(*) FROM " + CONNECTIONS) > 0);
        say("");
        require(read("A", a, "SELECT count(*) FROM " + CONNECTIONS + " WHERE organization_id = '" + b + "'") == 0);
        require(read("nobody", null, "SELECT count(*) FROM " + CONNECTIONS) == 0);
        require(write("A", a, "UPDATE " + CONNECTIONS + " SET organization_id = '" + b + "'").equals("42501"));
        String theirs = session(b, statement -> number(statement, "SELECT min(id) FROM " + CONNECTIONS)).toString();
        require(write("A", a, "UPDATE social_posts SET connection_id = " + theirs + " -- B's").equals("23503"));
    }

    private long read(String who, String organization, String sql) throws SQLException {
        long count = session(organization, statement -> number(statement, sql));
        say("  " + who + ": " + sql);
        say("     -> " + count);
        return count;
    }

    /** @return the SQLSTATE */
    private String write(String who, String organization, String sql) throws SQLException {
        say("  " + who + ": " + sql);
        try {
            int rows = session(organization, statement -> statement.executeUpdate(sql));
            say("     -> " + rows + " rows");
            return "00000";
        } catch (SQLException refused) {
            say("     -> " + refused.getMessage().lines().findFirst().orElse("") + " (SQLSTATE " + refused.getSQLState() + ")");
            return refused.getSQLState();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Statement statement) throws SQLException;
    }

    private <T> T session(String organization, Work<T> work) throws SQLException {
        try (Connection connection = application.connection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (organization != null) {
                statement.execute("SET LOCAL app.organization_id = '" + organization + "'");
            }
            T result = work.in(statement);
            connection.rollback();
            return result;
        }
    }

    private static Long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("The session above reached what it must not reach, or does not reach what is its own.");
        }
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
