package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a table move, or are written without a trigger, while a rollback copies them page by page. */
@PostgresTest
class RewrittenTableTest {

    private static final String LOST = "SELECT count(*) FROM kept t WHERE NOT EXISTS (SELECT FROM orgscope.connections k WHERE k.key_id = t.id AND k.organization = t.organization_id)";

    private static final String NOT_CERTAIN = "It is not certain that every row of connections was copied to the side table orgscope.connections";

    @TempDir
    Path directory;

    /** More than two ranges of pages. */
    private Liquibases updated(TestDatabase database) throws SQLException {
        return updated(database, """
                CREATE TABLE connections (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users, note text);
                INSERT INTO connections SELECT n, n % 6 + 1, repeat('x', 1000) FROM generate_series(1, 3000) n;
                """);
    }

    private Liquibases updated(TestDatabase database, String tables) throws SQLException {
        Situation situation = new Situation("rewritten", KeyType.INTEGER, tables, "- table: connections\n  route: user_id -> users.default_organization_id\n");
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.update();
        return liquibase;
    }

    @Test
    void aRewriteDuringTheCopyStopsTheRollback(TestDatabase database) throws Exception {
        Liquibases liquibase = updated(database);
        CompletableFuture<Void> rollback;
        try (Connection holder = pauseAt(database, "SELECT id FROM connections WHERE ctid >= '(128,0)' ORDER BY ctid LIMIT 1")) {
            rollback = CompletableFuture.runAsync(liquibase::rollbackAll);
            untilPaused(database, rollback);
            database.execute("DELETE FROM connections WHERE ctid < '(128,0)'", "VACUUM FULL connections", "CREATE TABLE kept AS SELECT * FROM connections");
        }
        assertThatThrownBy(rollback::join).hasMessageContainingAll(NOT_CERTAIN, "The column was not dropped. Run rollback again.");
        liquibase.rollbackAll();
        assertThat(database.number(LOST)).isZero();
        liquibase.update();
    }

    @Test
    void aRewriteWhileAScriptCopiesStopsIt(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(database);
        List<String> statements = Script.statements(liquibase.rollbackAllSql());
        int copy = IntStream.range(0, statements.size()).filter(i -> statements.get(i).contains("CALL pg_temp.orgscope_each_window(")).findFirst().orElseThrow();
        database.execute("CREATE TABLE kept AS SELECT * FROM connections");
        try (Connection session = database.connection()) {
            Script.run(session, String.join(";\n", statements.subList(0, copy + 1)));
            database.execute("VACUUM FULL connections");
            String rest = String.join(";\n", statements.subList(copy + 1, statements.size()));
            assertThatThrownBy(() -> Script.run(session, rest)).hasMessageContaining(NOT_CERTAIN);
            Script.run(session, statements.get(copy));
            Script.run(session, rest);
        }
        assertThat(database.number(LOST)).isZero();
    }

    /** A detached partition has none of the triggers. */
    @Test
    void aPartitionThatWasWrittenWhileItWasDetachedIsCopiedAgain(TestDatabase database) throws Exception {
        Liquibases liquibase = updated(database, """
                CREATE TABLE connections (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users) PARTITION BY RANGE (id);
                CREATE TABLE connections_1 PARTITION OF connections FOR VALUES FROM (1) TO (100);
                CREATE TABLE connections_2 PARTITION OF connections FOR VALUES FROM (100) TO (200);
                INSERT INTO connections SELECT n, n % 6 + 1 FROM generate_series(1, 199) n;
                """);
        CompletableFuture<Void> rollback;
        try (Connection holder = pauseAt(database, "SELECT 150")) {
            rollback = CompletableFuture.runAsync(liquibase::rollbackAll);
            untilPaused(database, rollback);
            database.execute("ALTER TABLE connections DETACH PARTITION connections_1", "UPDATE connections_1 SET organization_id = organization_id % 3 + 1 WHERE id < 50",
                    "DELETE FROM connections_1 WHERE id = 99", "INSERT INTO connections_1 (id, user_id, organization_id) VALUES (99, 1, 3)",
                    "ALTER TABLE connections ATTACH PARTITION connections_1 FOR VALUES FROM (1) TO (100)", "CREATE TABLE kept AS SELECT * FROM connections");
        }
        rollback.join();
        assertThat(database.number(LOST)).isZero();
        liquibase.update();
    }

    /** The copy waits before the row with this key, until the connection is closed. Only the new side table has the trigger. */
    private static Connection pauseAt(TestDatabase database, String key) throws SQLException {
        database.execute("CREATE SEQUENCE pauses", """
                CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    PERFORM nextval('public.pauses'), pg_advisory_xact_lock(7);
                    RETURN NEW;
                  END$$""", """
                CREATE FUNCTION set_pause() RETURNS event_trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() c WHERE c.object_identity = 'orgscope.connections') THEN
                      CREATE TRIGGER pause BEFORE INSERT ON orgscope.connections FOR EACH ROW WHEN (NEW.key_id = %d) EXECUTE FUNCTION public.pause();
                    END IF;
                  END$$""".formatted(database.number(key)), "CREATE EVENT TRIGGER set_pause ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION set_pause()");
        Connection holder = database.connection();
        try (Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(7)");
        }
        return holder;
    }

    private static void untilPaused(TestDatabase database, CompletableFuture<Void> rollback) throws Exception {
        Waiting.until("the copy waits", () -> rollback.isDone() || database.flag("SELECT is_called FROM pauses"));
        assertThat(rollback).isNotDone();
    }
}
