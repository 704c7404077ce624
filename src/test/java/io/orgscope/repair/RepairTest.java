package io.orgscope.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Cli;
import io.orgscope.testing.ConcurrentWriters;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that a restored dump or an earlier version left wrong, repaired while the application writes. */
@PostgresTest
class RepairTest {

    private static final String FILE = "tenancy.orgscope.yaml";
    private static final String NOTES = "Sales.Order \"x\"; DROP";

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: posts
                  route: user_id -> users.default_organization_id
                - table: 'Order "x"; DROP'
                  schema: Sales
                  route:
                    - parent_id -> "Sales"."Order ""x""; DROP".organization_id
                    - post_id -> public.posts.organization_id
            """;

    private static final String TABLES = """
            CREATE TABLE organizations (id int PRIMARY KEY);
            CREATE TABLE users (id int PRIMARY KEY, default_organization_id int REFERENCES organizations);
            CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, note text);
            CREATE SCHEMA "Sales";
            CREATE TABLE "Sales"."Order ""x""; DROP" (id int PRIMARY KEY, parent_id int REFERENCES "Sales"."Order ""x""; DROP",
              post_id int);
            CREATE INDEX ON posts (user_id);
            CREATE INDEX ON "Sales"."Order ""x""; DROP" (parent_id);
            CREATE INDEX ON "Sales"."Order ""x""; DROP" (post_id);
            INSERT INTO organizations SELECT generate_series(1, 9);
            INSERT INTO users SELECT n, n % 8 + 1 FROM generate_series(1, 100) n;
            INSERT INTO posts SELECT n, n % 100 + 1 FROM generate_series(1, 3000) n;
            INSERT INTO "Sales"."Order ""x""; DROP" SELECT n, CASE WHEN n % 3 > 0 AND n > 1 THEN n - 1 END, n FROM generate_series(1, 3000) n;
            """;

    /** Every second row; for the first 30 posts the application chose organization 9 before. */
    private static final String WRONG = """
            UPDATE posts SET organization_id = 9 WHERE id <= 30;
            SET session_replication_role = replica;
            UPDATE posts SET organization_id = organization_id % 8 + 1 WHERE id > 30 AND id % 2 = 0;
            UPDATE "Sales"."Order ""x""; DROP" SET organization_id = organization_id % 8 + 1 WHERE id > 30 AND id % 2 = 0;
            RESET session_replication_role
            """;

    private static final String WRONG_ROWS = """
            SELECT (SELECT count(*) FROM posts p JOIN users u ON u.id = p.user_id
                     WHERE p.organization_id <> CASE WHEN p.id <= 30 THEN 9 ELSE u.default_organization_id END)
              + (SELECT count(*) FROM "Sales"."Order ""x""; DROP" n LEFT JOIN "Sales"."Order ""x""; DROP" up ON up.id = n.parent_id
                   JOIN posts p ON p.id = n.post_id WHERE n.organization_id <> coalesce(up.organization_id, p.organization_id))
            """;

    @TempDir
    Path directory;

    private Liquibases liquibase;

    @BeforeEach
    void expand(TestDatabase database) throws SQLException {
        database.execute(TABLES);
        liquibase = Liquibases.on(database).in(directory).changelog(FILE, DECLARATION).labels("orgscope-expand");
        liquibase.update();
    }

    @Test
    void update08NamesTheCommandThatLetsItGetThroughUnderLoad(TestDatabase database) throws Exception {
        database.execute(WRONG);
        long wrong = database.number(WRONG_ROWS);
        assertThat(wrong).isGreaterThan(2000);
        database.execute("DELETE FROM databasechangelog WHERE id LIKE '%08-verify%'");

        try (ConcurrentWriters writers = writers(database)) {
            assertThatThrownBy(liquibase::update).hasStackTraceContaining("storedEqualsRouted: posts: Rows hold another organization")
                    .hasStackTraceContaining("Run liquibase orgscope-repair --spec=db/tenancy.orgscope.yaml --table=posts, with the path");
            String report = repair(Map.of("spec", FILE));
            assertThat(report).contains("posts: ", NOTES + ": ", " rows repaired.");
            liquibase.update();
            writers.awaitTurns(3);
            assertThat(writers.stop().failures()).isEmpty();
        }
        assertThat(database.number(WRONG_ROWS)).isZero();
        assertThat(database.number("SELECT count(*) FROM posts WHERE organization_id = 9")).as("chosen").isEqualTo(30);
    }

    /** Users who switch, rows that are re-parented or get another value for a later route, rows that come. */
    private static ConcurrentWriters writers(TestDatabase database) {
        return ConcurrentWriters.on(database, 3,
                ConcurrentWriters.sql("UPDATE users SET default_organization_id = ? WHERE id = ?",
                        (writer, turn) -> new Object[] {turn % 8 + 1, 31 + (7 * turn + writer) % 70}),
                ConcurrentWriters.sql("UPDATE posts SET user_id = ? WHERE id = ?",
                        (writer, turn) -> new Object[] {31 + turn % 70, 31 + (31 * turn + writer) % 2900}),
                ConcurrentWriters.sql("UPDATE \"Sales\".\"Order \"\"x\"\"; DROP\" SET post_id = ? WHERE id = ? AND parent_id IS NOT NULL",
                        (writer, turn) -> new Object[] {31 + turn % 2900, 31 + (37 * turn + writer) % 2900}),
                ConcurrentWriters.sql("INSERT INTO \"Sales\".\"Order \"\"x\"\"; DROP\" VALUES (?, ?, ?)",
                        (writer, turn) -> new Object[] {10_000 + 3 * turn + writer, 31 + turn % 2900, 31 + turn % 2900}));
    }

    @Test
    void saysHowManyRowsOfTheTableItRepaired(TestDatabase database) throws Exception {
        database.execute(WRONG);
        Cli.Result one = Cli.in(directory).run("orgscope-repair", "--url=" + database.url(), "--spec=" + FILE, "--table=public.posts");
        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(one.out()).isEqualTo("posts: 1485 rows repaired.\n");

        assertThat(repair(Map.of("spec", FILE, "table", NOTES))).startsWith(NOTES + ": ").endsWith(" rows repaired.\n");
        assertThat(repair(Map.of("spec", FILE))).isEqualTo("posts: 0 rows repaired.\n" + NOTES + ": 0 rows repaired.\n");
        assertThat(database.number(WRONG_ROWS)).isZero();
    }

    /** The UPDATE counts such rows, although it has changed nothing. */
    @Test
    void endsIfATriggerKeepsTheOldValue(TestDatabase database) throws SQLException {
        database.execute(WRONG, """
                CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.organization_id := OLD.organization_id; RETURN NEW; END $$;
                CREATE TRIGGER keep BEFORE UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION keep()
                """);

        assertThatThrownBy(() -> repair(Map.of("spec", FILE, "table", "posts"))).hasStackTraceContaining("routes give: posts (1485). ")
                .hasStackTraceContaining("a trigger of the table keeps the old value");
    }

    /** Before step 04, or after its rollback, the column is nullable. */
    @Test
    void emptiesNoRowIfTheTriggersAreDisabled(TestDatabase database) throws SQLException {
        database.execute("ALTER TABLE posts ALTER organization_id DROP NOT NULL", WRONG, "ALTER TABLE posts DISABLE TRIGGER USER");

        assertThatThrownBy(() -> repair(Map.of("spec", FILE, "table", "posts"))).hasStackTraceContaining("routes give: posts (1485). ");

        assertThat(database.number("SELECT count(*) FROM posts WHERE organization_id IS NULL")).isZero();
    }

    @Test
    void passesOverARowThatSomebodyHoldsAndSaysSoWhenItStays(TestDatabase database) throws Exception {
        database.execute(WRONG);
        try (Connection holder = database.connection(); Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT FROM posts WHERE id = 32 FOR UPDATE");
            assertThatThrownBy(() -> repair(Map.of("spec", FILE, "table", "posts"))).hasStackTraceContaining(
                    "Rows still hold another organization than their routes give: posts (1).");
            holder.rollback();
        }
        assertThat(repair(Map.of("spec", FILE, "table", "posts"))).isEqualTo("posts: 1 row repaired.\n");
    }

    @Test
    void refusesWhereNothingTellsAWrongRowFromOneThatTheApplicationWrote(TestDatabase database) throws Exception {
        assertThatThrownBy(() -> repair(Map.of("spec", FILE, "table", "post"))).hasStackTraceContaining(
                FILE + " declares no table post. Name it as the declaration does. Did you mean 'posts'?");
        Liquibases.on(database).in(directory).changelog(FILE).update();
        assertThatThrownBy(() -> repair(Map.of("spec", FILE))).hasStackTraceContaining("posts has no triggers of step 02");
        Liquibases.on(database).in(directory).changelog(FILE).rollbackAll();
        assertThatThrownBy(() -> repair(Map.of("spec", FILE))).hasStackTraceContaining("posts has no column organization_id");
    }

    private String repair(Map<String, ?> arguments) {
        return liquibase.run("orgscopeRepair", arguments);
    }
}
