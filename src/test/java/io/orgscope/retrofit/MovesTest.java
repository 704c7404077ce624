package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a route reads may go to another organization: its rows go along, and what the application chose stays. */
@PostgresTest
class MovesTest {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: connections
                  route:
                    - { path: user_id -> members(user_id).organization_id, where: is_active }
                    - user_id -> users.home
                - table: posts
                  route: connection_id -> connections.organization_id
                - table: comments
                  route:
                    - post_id -> posts.organization_id
                    - parent_id -> comments.organization_id
                - table: drafts
                  route: user_id -> users.home
                - table: payments
                  route:
                    - { path: payable_id -> invoices.organization_id, when: "kind = 'invoice'" }
                    - { path: payable_id -> requests.user_id -> users.home, when: "kind = 'request'" }
            """;

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY, slug text UNIQUE);
                INSERT INTO organizations SELECT n, 'org-' || n FROM generate_series(1, 4) n;
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations, name text);
                INSERT INTO users VALUES (1, 1), (2, 2), (3, 3);
                CREATE TABLE members (user_id int REFERENCES users, organization_id int REFERENCES organizations, is_active boolean NOT NULL DEFAULT true,
                  role text);
                INSERT INTO members VALUES (1, 1, true), (2, 3, false);
                CREATE TABLE connections (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                INSERT INTO connections VALUES (1, 1), (2, 2), (3, 3);
                CREATE TABLE posts (id int PRIMARY KEY, connection_id int REFERENCES connections ON DELETE CASCADE, note text);
                INSERT INTO posts VALUES (1, 1), (2, 2), (3, 3);
                CREATE TABLE comments (id int PRIMARY KEY, post_id int REFERENCES posts ON DELETE CASCADE, parent_id int REFERENCES comments);
                INSERT INTO comments VALUES (1, 1, NULL), (2, NULL, 1), (3, NULL, 2), (4, 2, NULL);
                CREATE TABLE drafts (id int PRIMARY KEY, user_id int REFERENCES users);
                INSERT INTO drafts VALUES (1, 1), (2, 2);
                CREATE TABLE invoices (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
                CREATE TABLE requests (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                CREATE TABLE payments (id int PRIMARY KEY, payable_id int, kind text);
                CREATE INDEX ON payments (payable_id);
                INSERT INTO invoices VALUES (1, 1), (2, 2);
                INSERT INTO requests VALUES (1, 3), (2, 2);
                INSERT INTO payments VALUES (1, 1, 'invoice'), (2, 1, 'request'), (3, 2, 'invoice'), (4, 2, 'request')
                """);
    }

    private Liquibases expanded() {
        return expanded(DECLARATION);
    }

    private Liquibases expanded(String declaration) {
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", declaration).labels("orgscope-expand");
        liquibase.update();
        return liquibase;
    }

    @Test
    void anAttributeAndAllThatHangsOnIt() throws SQLException {
        expanded();
        database.execute("UPDATE users SET home = 4 WHERE id = 2");
        assertThat(database.organizations("connections")).isEqualTo("1=1 2=4 3=3");
        assertThat(database.organizations("posts")).isEqualTo("1=1 2=4 3=3");
        assertThat(database.organizations("comments")).isEqualTo("1=1 2=1 3=1 4=4");
        assertThat(database.organizations("drafts")).isEqualTo("1=1 2=4");
        assertThat(database.organizations("payments")).isEqualTo("1=1 2=3 3=2 4=4");
    }

    @Test
    void aMembershipThatIsSwitchedOnAddedAndRemoved() throws SQLException {
        expanded();
        database.execute("UPDATE members SET is_active = true WHERE user_id = 2");
        assertThat(database.organizations("connections")).as("the first route has an answer now").isEqualTo("1=1 2=3 3=3");
        database.execute("INSERT INTO members VALUES (2, 4)");
        assertThat(database.organizations("connections")).as("two memberships say nothing, and the second route answers").isEqualTo("1=1 2=2 3=3");
        database.execute("DELETE FROM members WHERE user_id = 2 AND organization_id = 3");
        assertThat(database.organizations("posts")).isEqualTo("1=1 2=4 3=3");
        database.execute("UPDATE members SET organization_id = 3");
        assertThat(database.organizations("comments")).isEqualTo("1=3 2=3 3=3 4=3");
    }

    @Test
    void aMembershipThatBecomesAmbiguousLeavesTheStoredValueUntilThereIsOneAgain() throws SQLException {
        expanded(DECLARATION.replace("        - user_id -> users.home\n    - table: posts", "        - { path: user_id -> users.home, when: \"user_id > 1\" }\n    - table: posts"));
        database.execute("INSERT INTO members VALUES (1, 2)");
        assertThat(database.organizations("posts")).isEqualTo("1=1 2=2 3=3");
        database.execute("DELETE FROM members WHERE user_id = 1 AND organization_id = 1");
        assertThat(database.organizations("connections")).isEqualTo("1=2 2=2 3=3");
        assertThat(database.organizations("comments")).isEqualTo("1=2 2=2 3=2 4=2");
        database.execute("DELETE FROM members WHERE user_id = 1");
        assertThat(database.organizations("connections")).isEqualTo("1=2 2=2 3=3");
    }

    @Test
    void severalRowsOfAMembershipInOneStatement() throws SQLException {
        expanded();
        database.execute("INSERT INTO members VALUES (1, 1, true, 'editor')");
        assertThat(database.organizations("connections")).isEqualTo("1=1 2=2 3=3");
        database.execute("UPDATE members SET organization_id = 4 WHERE user_id = 1");
        assertThat(database.organizations("posts")).isEqualTo("1=4 2=2 3=3");
    }

    @Test
    void theRowItselfMoves() throws SQLException {
        expanded();
        database.execute("UPDATE posts SET connection_id = 3 WHERE id = 1");
        assertThat(database.organizations("comments")).isEqualTo("1=3 2=3 3=3 4=2");
        database.execute("UPDATE payments SET kind = 'request' WHERE id = 1", "UPDATE payments SET kind = 'none' WHERE id = 3");
        assertThat(database.organizations("payments")).isEqualTo("1=3 2=3 3=2 4=2");
        database.execute("UPDATE posts SET connection_id = NULL WHERE id = 2");
        assertThat(database.organizations("posts")).as("what has no answer any more keeps what it holds").isEqualTo("1=3 2=2 3=3");
    }

    @Test
    void aChoiceStaysWhoeverMoves() throws SQLException {
        expanded();
        database.execute("UPDATE posts SET organization_id = 4 WHERE id = 1", "INSERT INTO posts (id, connection_id, organization_id) VALUES (9, 1, 3), (10, 1, 1)");
        database.execute("UPDATE members SET organization_id = 2 WHERE user_id = 1");
        assertThat(database.organizations("posts")).isEqualTo("1=4 2=2 3=3 9=3 10=2");
        assertThat(database.organizations("comments")).as("the comments follow the post, as before").isEqualTo("1=4 2=4 3=4 4=2");
        database.execute("UPDATE posts SET connection_id = 2 WHERE id = 9");
        assertThat(database.organizations("posts")).isEqualTo("1=4 2=2 3=3 9=3 10=2");
        database.execute("UPDATE posts SET organization_id = 2 WHERE id = 1", "UPDATE members SET organization_id = 1 WHERE user_id = 1");
        assertThat(database.organizations("posts")).as("a choice that was taken back").isEqualTo("1=1 2=2 3=3 9=3 10=1");
    }

    @Test
    void aChoiceThatARollbackKeptStaysAndTheRestGoesAlong() throws SQLException {
        Liquibases liquibase = expanded();
        database.execute("UPDATE drafts SET organization_id = 4 WHERE id = 1");
        liquibase.rollbackAll();
        database.execute("UPDATE users SET home = 1 WHERE id = 2");
        liquibase.update();
        assertThat(database.organizations("drafts")).as("what nobody chose is asked for anew").isEqualTo("1=4 2=1");
        assertThat(database.organizations("posts")).isEqualTo("1=1 2=1 3=3");
        database.execute("UPDATE users SET home = 3");
        assertThat(database.organizations("drafts")).isEqualTo("1=4 2=3");
    }

    @Test
    void aTransactionWithASnapshotMovesWhatItWroteItselfUnderASavepoint() throws SQLException {
        expanded();
        database.execute("""
                BEGIN ISOLATION LEVEL REPEATABLE READ;
                SAVEPOINT one;
                INSERT INTO posts VALUES (9, 1);
                RELEASE one;
                SAVEPOINT two;
                UPDATE members SET organization_id = 4 WHERE user_id = 1;
                COMMIT
                """);
        assertThat(database.organizations("posts")).isEqualTo("1=4 2=2 3=3 9=4");
    }

    @Test
    void anInsertLocksWhatItReferencesInTheOrderOfAMove() throws Exception {
        database.execute("ALTER TABLE posts ADD author_id int REFERENCES users",
                "CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NULL; END'",
                // Before the foreign keys' own checks, whose names begin with RI.
                "CREATE TRIGGER \"A wait\" AFTER INSERT ON posts FOR EACH ROW EXECUTE FUNCTION wait()");
        expanded();
        try (Connection gate = database.connection(); Statement statement = gate.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(1)");
            CompletableFuture<Void> inserts = CompletableFuture.runAsync(() -> inSession("INSERT INTO posts VALUES (9, 2, NULL, 2)"));
            // The post is inserted, and its references are not checked yet.
            Waiting.untilBlocked(database, 1, inserts);
            CompletableFuture<Void> moves = CompletableFuture.runAsync(() -> inSession("UPDATE users SET home = 4 WHERE id = 2"));
            Waiting.untilBlocked(database, 2, moves);
            statement.execute("SELECT pg_advisory_unlock(1)");
            inserts.get();
            moves.get();
        }
        assertThat(database.organizations("posts")).isEqualTo("1=1 2=4 3=3 9=4");
    }

    private void inSession(String sql) {
        try {
            database.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void rowsOfAnApplicationThatDoesNotKnowTheColumnAreCounted() throws Exception {
        String counts = Files.readString(Path.of("docs", "sql", "filled.sql"));
        Liquibases liquibase = expanded();
        database.execute("INSERT INTO drafts VALUES (5, 1), (6, 2)", "INSERT INTO drafts VALUES (7, 1, 1)", "UPDATE drafts SET user_id = 3 WHERE id = 5");
        assertThat(database.rows(counts)).contains(List.of("public", "drafts", "2"), List.of("public", "posts", "0"));
        assertThat(database.asRole("reporter_of_" + database.name()).rows(counts)).as("of whom nothing is known, which is not none")
                .contains(Arrays.asList("public", "drafts", null));
        liquibase.labels("orgscope-contract").update();
        assertThat(database.rows(counts)).isEmpty();
    }

    @Test
    void aMoveCanBeRefused() throws SQLException {
        expanded(DECLARATION.replace("  - table: posts\n", "  - table: posts\n      moves: refuse\n"));
        assertThatThrownBy(() -> database.execute("UPDATE members SET organization_id = 2 WHERE user_id = 1")).isInstanceOfSatisfying(
                SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("23001"))
                .hasMessageContaining("rows of posts get their organization from it").hasMessageContaining("moves: follow");
        database.execute("DELETE FROM comments WHERE id IN (1, 2, 3)", "DELETE FROM posts WHERE id = 1", "UPDATE members SET organization_id = 2 WHERE user_id = 1");
        assertThat(database.organizations("connections")).isEqualTo("1=2 2=2 3=3");
    }

    @Test
    void deepTreesMoveInOneGo() throws SQLException {
        database.execute("INSERT INTO comments SELECT n, CASE WHEN n = 100 THEN 3 END, CASE WHEN n > 100 THEN n - 1 END FROM generate_series(100, 400) n");
        expanded();
        database.execute("UPDATE users SET home = 4 WHERE id = 3");
        assertThat(database.number("SELECT count(*) FROM comments WHERE id >= 100 AND organization_id <> 4")).isZero();
    }

    /** The triggers cannot follow rows of inheriting tables. Without triggers, after the contract and for a rollback, they need not. */
    @Test
    void aTableThatOthersInheritFromIsRefusedOnlyWhereTriggersAreMade() throws SQLException {
        String drafts = "orgscope:\n  version: 1\n  tables:\n    - { table: drafts, route: user_id -> users.home }\n";
        String inherit = "CREATE TABLE robots (PRIMARY KEY (id)) INHERITS (users)";
        database.execute(inherit, "DROP TABLE robots");
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("drafts.orgscope.yaml", drafts);
        liquibase.update();
        database.execute(inherit);
        liquibase.file("drafts.orgscope.yaml", drafts + "    - { table: requests, route: { organization: { slug: org-1 } } }\n").update();

        liquibase.rollbackAll();

        assertThat(database.number("SELECT count(*) FROM pg_attribute WHERE attrelid = 'drafts'::regclass AND attname = 'organization_id'")).isZero();
        assertThatThrownBy(liquibase::update).hasMessageContaining("leads to users, which is inherited by other tables");
    }

    /** An underscore between the names of the two tables would give both pairs the same function. */
    @Test
    void tablesWhoseNamesMakeTheSamePairFollowBoth() throws SQLException {
        database.execute("""
                CREATE TABLE item_groups (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
                CREATE TABLE groups (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations);
                CREATE TABLE "order" (id int PRIMARY KEY, group_id int REFERENCES item_groups);
                CREATE TABLE order_item (id int PRIMARY KEY, group_id int REFERENCES groups);
                INSERT INTO item_groups VALUES (1, 1);
                INSERT INTO groups VALUES (1, 1);
                INSERT INTO "order" VALUES (1, 1);
                INSERT INTO order_item VALUES (1, 1)
                """);
        Liquibases.on(database).in(directory).changelog("tenancy.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - { table: order, route: group_id -> item_groups.organization_id }
                    - { table: order_item, route: group_id -> groups.organization_id }
                """).labels("orgscope-expand").update();

        database.execute("UPDATE item_groups SET organization_id = 2", "UPDATE groups SET organization_id = 3");

        assertThat(database.number("SELECT organization_id FROM \"order\"")).isEqualTo(2);
        assertThat(database.number("SELECT organization_id FROM order_item")).isEqualTo(3);
    }
}
