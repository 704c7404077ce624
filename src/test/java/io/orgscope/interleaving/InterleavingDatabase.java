package io.orgscope.interleaving;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small database in which every kind of route is found, stopped at some moment of an update, and put back to that
 * moment before every order. What a row should hold is said here in SQL of its own, with nothing of the library in it.
 */
final class InterleavingDatabase implements AutoCloseable {

    private static final String TABLES = """
            CREATE TABLE organizations (id int PRIMARY KEY);
            CREATE TABLE users (id int PRIMARY KEY, default_organization_id int REFERENCES organizations);
            CREATE TABLE memberships (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, organization_id int NOT NULL REFERENCES organizations,
              is_active boolean NOT NULL DEFAULT true);
            CREATE TABLE connections (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE, note text, chosen int);
            CREATE TABLE posts (id int PRIMARY KEY, connection_id int NOT NULL REFERENCES connections ON DELETE CASCADE, note text, chosen int);
            CREATE TABLE comments (id int PRIMARY KEY, post_id int NOT NULL REFERENCES posts ON DELETE CASCADE, note text, chosen int);
            CREATE TABLE notes (id int PRIMARY KEY, parent_id int REFERENCES notes ON DELETE CASCADE, user_id int REFERENCES users, chosen int);
            CREATE TABLE invoices (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
            CREATE TABLE requests (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
            CREATE TABLE payments (id int PRIMARY KEY, payable_type text, payable_id int, chosen int);
            INSERT INTO organizations VALUES (1), (2), (3), (4);
            INSERT INTO users VALUES (1, 1), (2, 2), (3, NULL), (4, NULL);
            INSERT INTO memberships VALUES (1, 3, 1, true), (2, 4, 1, true), (3, 4, 2, false);
            INSERT INTO connections VALUES (11, 1), (12, 2), (13, 3), (14, 4), (15, 1);
            INSERT INTO posts VALUES (21, 11), (22, 12), (23, 13), (25, 15), (27, 11);
            INSERT INTO comments VALUES (31, 21), (32, 22), (33, 23), (35, 25);
            INSERT INTO notes VALUES (41, NULL, 1), (42, 41, 2), (43, 42, NULL), (45, 41, 1), (47, 41, 1);
            INSERT INTO invoices VALUES (51, 1), (52, 2);
            INSERT INTO requests VALUES (61, 1), (62, 2);
            INSERT INTO payments VALUES (71, 'Invoice', 51), (72, 'Request', 61), (77, 'Invoice', 51);
            """;

    private static final String FILE = "tenancy.orgscope.yaml";

    /** The tables that get their organization, in the order of the update, and their routes. */
    private static final Map<String, String> ROUTES = new LinkedHashMap<>();

    static {
        ROUTES.put("connections", """
                - user_id -> users.default_organization_id
                - { path: user_id -> memberships(user_id).organization_id, where: is_active }
                """);
        ROUTES.put("posts", "- connection_id -> connections.organization_id\n");
        ROUTES.put("comments", "- post_id -> posts.organization_id\n");
        ROUTES.put("notes", """
                - parent_id -> notes.organization_id
                - user_id -> users.default_organization_id
                """);
        ROUTES.put("payments", """
                - { path: payable_id -> invoices.organization_id, when: "payable_type = 'Invoice'" }
                - { path: payable_id -> requests.user_id -> users.default_organization_id, when: "payable_type = 'Request'" }
                """);
    }

    private static final List<String> SCOPED = List.copyOf(ROUTES.keySet());

    /** What each table's rows should hold: a query for id, what it holds, and what its routes, or the application, say. */
    private static final Map<String, String> EXPECTED = Map.of(
            "connections", """
                    SELECT c.id, c.organization_id, coalesce(c.chosen, (SELECT u.default_organization_id FROM users u WHERE u.id = c.user_id),
                      (SELECT min(m.organization_id) FROM memberships m WHERE m.user_id = c.user_id AND m.is_active
                       HAVING min(m.organization_id) = max(m.organization_id))) FROM connections c""",
            "posts", """
                    SELECT p.id, p.organization_id, coalesce(p.chosen, (SELECT c.organization_id FROM connections c WHERE c.id = p.connection_id))
                      FROM posts p""",
            "comments", """
                    SELECT k.id, k.organization_id, coalesce(k.chosen, (SELECT p.organization_id FROM posts p WHERE p.id = k.post_id))
                      FROM comments k""",
            "notes", """
                    SELECT * FROM (WITH RECURSIVE n AS (
                      SELECT t.id, t.organization_id, coalesce(t.chosen, u.default_organization_id) AS expected
                        FROM notes t LEFT JOIN users u ON u.id = t.user_id WHERE t.parent_id IS NULL
                      UNION ALL
                      SELECT t.id, t.organization_id, coalesce(t.chosen, n.organization_id, n.expected, u.default_organization_id)
                        FROM n JOIN notes t ON t.parent_id = n.id LEFT JOIN users u ON u.id = t.user_id) TABLE n) n""",
            "payments", """
                    SELECT p.id, p.organization_id, coalesce(p.chosen, CASE p.payable_type
                      WHEN 'Invoice' THEN (SELECT i.organization_id FROM invoices i WHERE i.id = p.payable_id)
                      WHEN 'Request' THEN (SELECT u.default_organization_id FROM requests r JOIN users u ON u.id = r.user_id WHERE r.id = p.payable_id) END)
                      FROM payments p""");

    /** Rows for which the new application chose organization 3, which no route of theirs gives. */
    private static final String CHOICES = """
            UPDATE connections SET organization_id = 3, chosen = 3 WHERE id = 15;
            UPDATE posts SET organization_id = 3 WHERE id = 25;
            UPDATE comments SET organization_id = 3 WHERE id = 35;
            UPDATE posts SET organization_id = 3, chosen = 3 WHERE id = 27;
            UPDATE notes SET organization_id = 3, chosen = 3 WHERE id = 45;
            UPDATE payments SET organization_id = 3, chosen = 3 WHERE id = 77
            """;

    private static final int ALL = -1;
    private static final int CHANGE_SETS_A_TABLE = 8;
    private static final int CHANGE_SETS_TO_TRIGGERS = 3;

    private final TestDatabase database;
    private final List<String> scoped;

    private InterleavingDatabase(TestDatabase database, List<String> scoped) throws SQLException {
        this.database = database;
        this.scoped = scoped;
        remember();
    }

    /** After the expansion, with rows for which the new application chose. */
    static InterleavingDatabase expanded(Path directory) throws SQLException {
        TestDatabase database = TestDatabase.create();
        database.execute(TABLES);
        update(liquibase(database, directory), ALL);
        database.execute(CHOICES);
        return new InterleavingDatabase(database, SCOPED);
    }

    /** Between the triggers and the backfill of one table. */
    static InterleavingDatabase filling(String table, Path directory) throws SQLException {
        TestDatabase database = TestDatabase.create();
        database.execute(TABLES);
        int place = SCOPED.indexOf(table);
        update(liquibase(database, directory), 1 + place * CHANGE_SETS_A_TABLE + CHANGE_SETS_TO_TRIGGERS);
        return new InterleavingDatabase(database, SCOPED.subList(0, place + 1));
    }

    /** The same tables and columns, and no trigger of ours: what the application sees without us. */
    static InterleavingDatabase untouched() throws SQLException {
        TestDatabase database = TestDatabase.create();
        database.execute(TABLES);
        for (String table : SCOPED) {
            database.execute("ALTER TABLE " + table + " ADD organization_id int");
        }
        return new InterleavingDatabase(database, SCOPED);
    }

    /** Liquibase resets its services for the whole JVM when a command ends: one at a time. */
    private static synchronized void update(Liquibases liquibase, int changeSets) {
        if (changeSets == ALL) {
            liquibase.labels("orgscope-expand").update();
        } else {
            liquibase.updateCount(changeSets);
        }
    }

    private static Liquibases liquibase(TestDatabase database, Path directory) {
        StringBuilder declaration = new StringBuilder("orgscope:\n  version: 1\n  tables:\n");
        ROUTES.forEach((table, route) -> declaration.append("    - table: ").append(table).append("\n      route:\n").append(route.indent(8)));
        return Liquibases.on(database).in(directory).changelog(FILE, declaration.toString());
    }

    static String route(String table) {
        return ROUTES.get(table);
    }

    private void remember() throws SQLException {
        List<String> tables = database.strings("SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname IN ('public', 'orgscope') AND c.relkind = 'r' AND c.relname !~ '^databasechangelog'");
        List<String> reset = new ArrayList<>();
        database.execute("CREATE SCHEMA first");
        for (String table : tables) {
            String copy = "first.t" + reset.size();
            database.execute("CREATE TABLE " + copy + " AS TABLE " + table);
            reset.add("DELETE FROM " + table + "; INSERT INTO " + table + " TABLE " + copy + ";");
        }
        database.execute("CREATE FUNCTION first.reset() RETURNS void LANGUAGE plpgsql SET session_replication_role = replica AS $$ BEGIN "
                + String.join(" ", reset) + " END $$");
    }

    TestDatabase database() {
        return database;
    }

    /** Puts every row back to what it was. */
    void reset(Connection connection) throws SQLException {
        Step.execute(connection, "SELECT first.reset()");
    }

    /** A query for the rows that hold another organization than they should, a sentence each. */
    String wrongRows() {
        return String.join("\nUNION ALL\n", scoped.stream().map(table -> "SELECT '" + table + " ' || e.id || ' holds ' || e.held || ' instead of '"
                + " || e.expected FROM (" + EXPECTED.get(table) + ") AS e(id, held, expected) WHERE e.held <> e.expected").toList());
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
