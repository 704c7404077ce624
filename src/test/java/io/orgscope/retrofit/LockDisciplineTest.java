package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.postgres.Blockers;
import io.orgscope.postgres.TableName;
import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.ConcurrentWriters;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that cannot have its lock stands in nobody's way, and says who stands in its own. */
@PostgresTest
class LockDisciplineTest {

    private static final String BLOCKING = "SELECT 'geheim', E'it\\'s geheim too', 4711081547110815 FROM %s -- geheim";

    @TempDir
    Path directory;

    private Liquibases liquibase(Login login, String deadline) {
        return Liquibases.on(login).in(directory).changelog(Situation.FILE, Situation.simple().yaml().replace("20s", deadline));
    }

    private static Connection idleInTransaction(Login login, String sql) throws SQLException {
        Connection connection = login.connection();
        connection.setAutoCommit(false);
        connection.createStatement().execute(sql);
        return connection;
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }

    private static void assertBlocked(ThrowingCallable run, Connection blocker) throws SQLException {
        assertThatThrownBy(run).hasMessageContaining("Could not lock").hasMessageContaining("pid " + pid(blocker) + " (postgres), open for ")
                .hasMessageContaining("idle in transaction: ").hasMessageContaining("pg_terminate_backend")
                .hasMessageNotContainingAny("geheim", "4711081547110815");
    }

    @Test
    void aReaderThatDoesNotEndIsNamedAndNothingIsChanged(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = liquibase(database, "400ms");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        liquibase.updateCount(1);
        try (Connection reader = idleInTransaction(database, BLOCKING.formatted("connections"))) {
            assertBlocked(liquibase::update, reader);
            CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
            reader.rollback();
        }
        liquibase.update();
        try (Connection writer = idleInTransaction(database, "UPDATE connections SET note = 'geheim'")) {
            assertBlocked(() -> liquibase.rollbackCount(1), writer);
        }
        liquibase.rollbackAll();
    }

    /** The tables of a copy have the same numbers. */
    @Test
    void aReaderOfAnotherDatabaseIsNotNamed(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        TableName users = new TableName("public", "users");
        try (TestDatabase copy = database.copy(); Connection here = database.connection();
                Connection elsewhere = idleInTransaction(copy, "SELECT FROM users FOR UPDATE")) {
            assertThat(pid(elsewhere)).isPositive();
            assertThat(Blockers.ofRows(here, users)).isEmpty();
            try (Connection writer = idleInTransaction(database, "SELECT FROM users FOR UPDATE")) {
                assertThat(Blockers.ofRows(here, users)).singleElement().asString().contains("pid " + pid(writer) + " ");
            }
        }
    }

    /** The foreign key locks the organizations too. */
    @Test
    void aWriterOfTheOrganizationsIsNamed(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = liquibase(database, "400ms");
        liquibase.updateCount(6);
        try (Connection writer = idleInTransaction(database, "UPDATE organizations SET name = 'geheim'")) {
            assertBlocked(liquibase::update, writer);
            assertThat(database.number("SELECT count(*) FROM pg_constraint WHERE conrelid = 'connections'::regclass"
                    + " AND confrelid = 'organizations'::regclass")).isZero();
        }
        liquibase.update();
    }

    /** The triggers of step 02 lock the tables that the routes read too. */
    @Test
    void aWriterOfAParentIsNamed(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = liquibase(database, "400ms");
        liquibase.updateCount(2);
        try (Connection writer = idleInTransaction(database, "UPDATE users SET id = id WHERE 'geheim' <> ''")) {
            assertBlocked(liquibase::update, writer);
        }
        liquibase.update();
        try (Connection writer = idleInTransaction(database, "UPDATE users SET id = id WHERE 'geheim' <> ''")) {
            assertBlocked(() -> liquibase.rollbackCount(1), writer);
        }
        liquibase.rollbackAll();
    }

    /**
     * An autovacuum holds this lock. It ends only for a request that waits longer than deadlock_timeout, which is longer
     * than lockTimeout.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aVacuumOfAParentHasTimeToEnd(boolean script, TestDatabase database) throws Exception {
        Situation.simple().into(database);
        Liquibases liquibase = liquibase(database, "400ms");
        liquibase.updateCount(2);
        String sql = liquibase.updateSql();
        waitsForAVacuum(database, "users", () -> {
            if (script) {
                run(database, sql);
            } else {
                liquibase.update();
            }
        });
        liquibase.rollbackAll();
    }

    /** The foreign key of step 05 locks the organizations, forward and back. The table may belong to another role. */
    @Test
    void aVacuumOfTheOrganizationsHasTimeToEnd(TestDatabase database) throws Exception {
        Situation.simple().into(database);
        Liquibases liquibase = liquibase(database, "400ms");
        liquibase.updateBefore("/05-foreign-key");
        waitsForAVacuum(database, "organizations", () -> liquibase.updateCount(1));
        waitsForAVacuum(database, "organizations", () -> liquibase.rollbackCount(1));
    }

    /** PostgreSQL needs UPDATE, DELETE or TRUNCATE on a table for that lock. The foreign key needs less. */
    @Test
    void whoMayNotLockTheOrganizationsDoesNotAskForIt(TestDatabase database) throws SQLException {
        Login owner = database.asOwner("owner of " + database.name());
        Situation.named().into(owner);
        database.execute("ALTER TABLE organizations OWNER TO postgres", "GRANT SELECT, REFERENCES ON organizations TO \"" + owner.user() + "\"");
        Liquibases liquibase = Situation.named().liquibase(owner, directory);
        liquibase.update();
        liquibase.rollbackAll();
    }

    static void waitsForAVacuum(TestDatabase database, String table, Runnable step) throws Exception {
        try (Connection vacuum = idleInTransaction(database, "LOCK TABLE " + table + " IN SHARE UPDATE EXCLUSIVE MODE")) {
            CompletableFuture<Void> running = CompletableFuture.runAsync(step);
            Waiting.until("the step asks for the lock that a vacuum gives way to", () -> running.isDone() || database.flag("SELECT EXISTS (SELECT FROM"
                    + " pg_locks WHERE NOT granted AND relation = '" + table + "'::regclass AND mode = 'ShareUpdateExclusiveLock')"));
            assertThat(running).isNotDone();
            vacuum.rollback();
            running.join();
        }
    }

    /** The key of one named organization is known only when the script runs. It locks the table as every other statement does. */
    @Test
    void theConstantDefaultOfAScriptWaitsToo(TestDatabase database) throws Exception {
        Situation.named().into(database);
        Liquibases liquibase = Situation.named().liquibase(database, directory);
        liquibase.updateCount(1);
        String update = liquibase.updateSql();
        String back = liquibase.futureRollbackSql();
        waitsForAVacuum(database, "research", () -> run(database, update));
        assertThat(database.number("SELECT count(*) FROM research WHERE organization_id = 2")).isEqualTo(5);
        waitsForAVacuum(database, "research", () -> run(database, back));
        assertThat(database.number("SELECT count(*) FROM orgscope.research")).isEqualTo(5);
    }

    /** One attempt may take some seconds. */
    @Test
    void aScriptCountsSecondsAndNotAttempts(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        database.execute("CREATE SEQUENCE tries");
        List<String> statements = Script.statements(liquibase(database, "20s").updateSql());
        try (Connection session = database.connection(); Connection reader = idleInTransaction(database, "SELECT FROM users")) {
            Script.run(session, String.join(";\n", statements.subList(0, first(statements, "CALL pg_temp.orgscope_with_lock("))));
            assertThatThrownBy(() -> Script.run(session, "CALL pg_temp.orgscope_with_lock('users', '2500ms', 3, $$SELECT nextval('tries')$$, 'LOCK users')"))
                    .hasMessageContaining("users could not be locked within 3 s");
            reader.rollback();
        }
        assertThat(database.number("SELECT last_value FROM tries")).as("more would take longer than 3 s").isLessThanOrEqualTo(2);
    }

    private static int first(List<String> statements, String beginning) {
        return IntStream.range(0, statements.size()).filter(i -> statements.get(i).contains(beginning)).findFirst().orElseThrow();
    }

    /** A script cannot name who holds a row. It ends as the live run does, and continues with the same statement. */
    @Test
    void theScriptThatKeepsEveryRowsOrganizationEnds(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = liquibase(database, "1s");
        liquibase.update();
        List<String> statements = Script.statements(liquibase.rollbackAllSql());
        int copies = first(statements, "CALL pg_temp.orgscope_each_window(");
        try (Connection session = database.connection()) {
            Script.run(session, String.join(";\n", statements.subList(0, copies)));
            try (Connection writer = idleInTransaction(database, "UPDATE connections SET note = 'geheim'")) {
                assertThatThrownBy(() -> Script.run(session, statements.get(copies))).hasMessageContaining("Rows of \"public\".\"connections\" could not be copied within 1 s")
                        .extracting(failed -> ((SQLException) failed).getSQLState()).isEqualTo("55P03");
                writer.rollback();
            }
            Script.run(session, String.join(";\n", statements.subList(copies, statements.size())));
        }
        assertThat(database.number("SELECT count(*) FROM orgscope.connections")).isEqualTo(12);
    }

    /** A role without privileges to see others sees at least that they are there. */
    @Test
    void whoMayNotSeeQueriesIsStillToldWho(TestDatabase database) throws SQLException {
        Login owner = database.asOwner("owner of " + database.name());
        Situation.simple().into(owner);
        Liquibases liquibase = liquibase(owner, "400ms");
        liquibase.updateCount(1);
        try (Connection reader = idleInTransaction(database, BLOCKING.formatted("connections"))) {
            assertThatThrownBy(liquibase::update).hasMessageContaining("pid " + pid(reader) + " (postgres)")
                    .hasMessageContaining("(its query is hidden from this role)").hasMessageNotContaining("null");
        }
    }

    /** Each attempt ends before the blocker does, and between attempts the application goes on. */
    @Test
    void writersGoOnWhileAStepWaits(TestDatabase database) throws Exception {
        Situation.simple().into(database);
        Liquibases liquibase = liquibase(database, "20s");
        liquibase.updateCount(1);
        try (Connection reader = idleInTransaction(database, BLOCKING.formatted("connections"))) {
            CompletableFuture<Void> running = CompletableFuture.runAsync(liquibase::update);
            Waiting.until("a step asks for its lock", () -> database.flag("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted"
                    + " AND relation = 'connections'::regclass AND mode = 'AccessExclusiveLock')"));
            try (ConcurrentWriters writers = ConcurrentWriters.on(database, 2, ConcurrentWriters.sql(
                    "INSERT INTO connections (user_id, platform) VALUES (?, ?)", (writer, turn) -> new Object[] {1, writer + "-" + turn}))) {
                writers.awaitTurns(50);
                assertThat(running).isNotDone();
                assertThat(writers.stop().failures()).isEmpty();
            }
            reader.rollback();
            running.join();
        }
    }

    /** A timeout would leave an INVALID index: concurrent builds wait for older snapshots as long as it takes. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anIndexIsBuiltWithoutTheTimeoutsOfTheRole(boolean script, TestDatabase database) throws Exception {
        Login owner = database.asOwner("owner of " + database.name());
        Situation.simple().into(owner);
        database.execute("ALTER ROLE \"" + owner.user() + "\" SET lock_timeout = '20ms'",
                "ALTER ROLE \"" + owner.user() + "\" SET statement_timeout = '200ms'");
        Liquibases liquibase = liquibase(owner, "20s");
        liquibase.updateCount(7);
        String sql = liquibase.updateSql();
        try (Connection reader = database.connection()) {
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT 1 FROM organizations");
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
                if (script) {
                    run(owner, sql);
                } else {
                    liquibase.update();
                }
            });
            Waiting.until("a build has waited longer than either", () -> running.isDone() || database.flag("SELECT EXISTS (SELECT FROM"
                    + " pg_stat_progress_create_index p JOIN pg_stat_activity a USING (pid) WHERE p.phase = 'waiting for old snapshots'"
                    + " AND p.datname = current_database() AND clock_timestamp() - a.query_start > interval '400 ms')"));
            assertThat(running).isNotDone();
            reader.rollback();
            running.join();
        }
        assertThat(database.number("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isZero();
        liquibase.rollbackAll();
    }

    /** The disk may pause. Nobody waits for it behind a lock of ours. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noCommitWaitsForTheDiskWhileTheTableIsLocked(boolean script, TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        database.execute("ALTER DATABASE \"" + database.name() + "\" SET synchronous_commit = on", "CREATE TABLE locked (command text, commit text)", """
                CREATE FUNCTION see() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF EXISTS (SELECT FROM pg_locks WHERE pid = pg_backend_pid() AND relation = 'public.connections'::regclass
                      AND mode IN ('AccessExclusiveLock', 'ShareRowExclusiveLock')) THEN
                    INSERT INTO public.locked VALUES (tg_tag, current_setting('synchronous_commit'));
                  END IF;
                END $$""", "CREATE EVENT TRIGGER see ON ddl_command_end EXECUTE FUNCTION see()");
        Liquibases liquibase = liquibase(database, "20s");
        if (script) {
            run(database, liquibase.updateSql());
            run(database, liquibase.rollbackAllSql());
        } else {
            liquibase.update();
            liquibase.rollbackAll();
        }
        assertThat(database.strings("SELECT DISTINCT command FROM locked")).contains("ALTER TABLE", "CREATE TRIGGER", "DROP TRIGGER");
        assertThat(database.strings("SELECT DISTINCT commit FROM locked")).containsExactly("off");
    }

    static void run(Login login, String script) {
        try {
            Script.run(login, script);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
