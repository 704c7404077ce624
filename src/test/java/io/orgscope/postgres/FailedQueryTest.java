package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has only the log sees which query failed. */
@PostgresTest
class FailedQueryTest {

    @Test
    void everyWayToAskNamesTheQuery(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            assertThat(trace(() -> Sql.list(connection, "SELECT 1/0 AS unbound", row -> 1))).contains("FailedQuery: SELECT 1/0 AS unbound");
            assertThat(trace(() -> Sql.list(connection, "SELECT 1/?::int AS bound", row -> 1, 0))).contains("FailedQuery: SELECT 1/?::int AS bound");
            assertThat(trace(() -> Sql.execute(connection, "SELECT 1/0 AS executed"))).contains("FailedQuery: SELECT 1/0 AS executed");
            assertThat(trace(() -> Sql.together(connection, List.of(new Sql.Query("SELECT 1/0 AS several", row -> { })))))
                    .contains("FailedQuery: SELECT 1/0 AS several");
        }
    }

    @Test
    void anUpdateThatFailsNamesIt(TestDatabase database, @TempDir Path directory) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                CREATE TABLE users (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
                CREATE TABLE notes (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                INSERT INTO organizations VALUES (1);
                INSERT INTO users VALUES (1, 1);
                INSERT INTO notes VALUES (1, 1);
                """);
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("notes.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - table: notes
                      route: { path: user_id -> users.organization_id, when: 1 / (id - 1) = 0 }
                """);
        assertThat(trace(liquibase::update)).contains("division by zero").containsPattern("FailedQuery: .*(?s:.*)1 / \\(id - 1\\) = 0");
    }

    private static String trace(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        StringWriter trace = new StringWriter();
        catchThrowable(work).printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
