package io.orgscope.isolation;

import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Isolation;
import io.orgscope.step.StepContext;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Three organizations with four notes each, owned by a role without any special privilege, and an application's role that may
 * read and write them.
 */
final class Tenants {

    static final String SETTING = "app.organization_id";
    static final String NOTES = "notes";

    final TestDatabase database;
    final KeyType type;
    final Login owner;
    final Login app;

    Tenants(TestDatabase database, KeyType type) throws SQLException {
        this.database = database;
        this.type = type;
        owner = database.asOwner("owner_" + database.name());
        app = database.asRole("App \"x\" of " + database.name());
        owner.execute((type == KeyType.DOMAIN ? "CREATE DOMAIN org_key AS bigint CHECK (VALUE > 0);\n" : "") + """
                CREATE TABLE organizations (id %1$s PRIMARY KEY);
                CREATE TABLE notes (id integer PRIMARY KEY, organization_id %1$s NOT NULL REFERENCES organizations, body text);
                COMMENT ON COLUMN notes.organization_id IS 'whose';
                CREATE INDEX notes_by_organization ON notes (organization_id);
                INSERT INTO organizations VALUES (%2$s), (%3$s), (%4$s);
                INSERT INTO notes SELECT n, (ARRAY[%2$s, %3$s, %4$s])[(n - 1) %% 3 + 1], 'note ' || n FROM generate_series(1, 12) n;
                GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO %5$s;
                GRANT SELECT ON organizations TO %5$s;
                """.formatted(type.sqlType(), type.literal(1), type.literal(2), type.literal(3), role(app)));
    }

    Tenants(TestDatabase database) throws SQLException {
        this(database, KeyType.INTEGER);
    }

    /** The role's name as SQL. */
    static String role(Login login) {
        return '"' + login.user().replace("\"", "\"\"") + '"';
    }

    /** The properties that bind the application. */
    String bound() {
        return "tableName: notes, roles: ['" + app.user() + "']";
    }

    /** A changelog of one change set with one change. */
    Liquibases change(Path directory, Login who, String change, String properties) {
        return Liquibases.on(who).in(directory).changelog("changelog.yaml", """
                databaseChangeLog:
                  - changeSet: { id: 1, author: test, runInTransaction: false, changes: [ { %s: { %s } } ] }
                """.formatted(change, properties));
    }

    Liquibases rowSecurity(Path directory, String properties) {
        return change(directory, owner, "enableOrganizationRowSecurity", properties);
    }

    ScopedTable notes() {
        return new ScopedTable(new TableName("public", NOTES), "organization_id", new Organizations(new TableName("public", "organizations"), "id", null),
                List.of());
    }

    /** What step 12 says of the notes before it changes anything; it may refuse. */
    List<String> hazards(boolean force, String... roles) throws SQLException {
        return hazards(owner, force, roles);
    }

    List<String> hazards(Login who, boolean force, String... roles) throws SQLException {
        try (Connection connection = who.connection()) {
            return new RowSecurityHazards(StepContext.of(connection, notes(), LockPolicy.DEFAULT, false),
                    new Isolation.Rows(SETTING, List.of(roles), force)).check();
        }
    }

    /** Work in a session. */
    @FunctionalInterface
    interface Work<T> {
        T in(Statement session) throws SQLException;
    }

    /**
     * What a session gets, in a transaction that is rolled back.
     *
     * @param organization null for a session that does not say
     */
    static <T> T session(Login role, String organization, Work<T> work) throws SQLException {
        try (Connection connection = role.connection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (organization != null) {
                statement.execute("SET LOCAL " + SETTING + " = '" + organization + "'");
            }
            T result = work.in(statement);
            connection.rollback();
            return result;
        }
    }

    /** The first column of every row. */
    static List<String> column(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return values(rows);
        }
    }

    static List<String> values(ResultSet rows) throws SQLException {
        List<String> values = new ArrayList<>();
        while (rows.next()) {
            values.add(rows.getString(1));
        }
        return values;
    }

    /** The first column of what a session reads. */
    static List<String> reads(Login role, String organization, String sql) throws SQLException {
        return session(role, organization, session -> column(session, sql));
    }

    /** How many rows a session of the application writes. */
    int writes(String organization, String sql) throws SQLException {
        return session(app, organization, session -> session.executeUpdate(sql));
    }

    List<String> sees(String organization) throws SQLException {
        return reads(app, organization, "SELECT id FROM notes ORDER BY id");
    }
}
