package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Cli;
import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stops a run, and wherever: the next one finishes, in either direction. */
@PostgresTest
class InterruptedTest {


    /** Every transaction and every way. */
    private static final boolean THOROUGH = Boolean.getBoolean("orgscope.thorough");

    /** Where some transactions are left out, it says which. */
    private static final long SEED = Long.getLong("orgscope.seed", System.currentTimeMillis() / 1000 % 1000);

    @TempDir
    Path directory;

    private static Situation situation() {
        return new Situation("with a constraint", KeyType.INTEGER, Situation.CONNECTIONS + """
                ALTER TABLE connections ADD CONSTRAINT connections_key UNIQUE USING INDEX connections_key;
                COMMENT ON CONSTRAINT connections_key ON connections IS 'said of it';
                """, Situation.BY_USER + "  index: by_organization\n");
    }

    /**
     * In every transaction that changes the catalog: forward and back, forward and on, back and forward, back and on. All
     * four ways in every transaction take minutes, with {@code -Dorgscope.thorough=true}; else each transaction has two of the ways, in turn.
     */
    @Test
    void stoppedInAnyTransaction(TestDatabase database) throws SQLException {
        assertThat(stoppedInTransactions(1, situation(), database, directory)).isGreaterThan(10);
    }

    /**
     * @param every of how many transactions one is stopped
     * @return how many runs were stopped
     */
    static int stoppedInTransactions(int every, Situation situation, TestDatabase database, Path directory) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        State before = State.of(database);
        liquibase.update();
        database.execute("UPDATE connections SET organization_id = 3 WHERE id = 1");
        State after = State.of(database);
        int step = THOROUGH ? 1 : every;
        int[] stopped = new int[4];
        int n = first(step);
        boolean stops = true;
        for (int round = 0; stops; round++, n += step) {
            stops = false;
            for (int way = 0; way < 4; way++) {
                if ((way % 2 == round % 2 || THOROUGH) && stopped(way, n, faults, liquibase, way % 2 == 0 ? before : after, database)) {
                    stopped[way]++;
                    stops = true;
                }
            }
        }
        assertThat(stopped).as("forward and back, forward and on, back and forward, back and on").doesNotContain(0);
        return IntStream.of(stopped).sum();
    }

    /** The first transaction that is stopped: another one in each build, so that all come in time. */
    private static int first(int every) {
        if (every > 1) {
            System.out.println("Stopped in each transaction of " + every + " with -Dorgscope.seed=" + SEED);
        }
        return 1 + Math.floorMod(SEED, every);
    }

    /** Begins with everything done and ends so. */
    private static boolean stopped(int way, int n, FaultInjection faults, Liquibases liquibase, State expected, TestDatabase database)
            throws SQLException {
        boolean stops;
        boolean forward = way < 2;
        boolean turns = way % 2 == 0;
        if (forward) {
            liquibase.rollbackAll();
            stops = faults.stopsIn(n, liquibase::update);
        } else {
            stops = faults.stopsIn(n, liquibase::rollbackAll);
        }
        String when = "stopped " + (forward ? "forward" : "back") + " at " + n + ", then " + (turns ? "back" : "forward");
        if (turns) {
            liquibase.rollbackAll();
            expected.assertNow(database, when);
        }
        if (forward || turns) {
            liquibase.update();
        } else {
            updateAfterAll(liquibase);
        }
        if (!turns) {
            expected.assertNow(database, when);
        }
        return stops;
    }

    /** A way back that was stopped between dropping an index and saying so has to be finished first, and update says that. */
    private static void updateAfterAll(Liquibases liquibase) {
        try {
            liquibase.update();
        } catch (Liquibases.Failed refused) {
            assertThat(refused).hasMessageContaining("and it is gone").hasMessageContaining("run rollback again, then update");
            liquibase.rollbackAll();
            liquibase.update();
        }
    }

    /** Between what a step's way back did and Liquibase's record of it. */
    @Test
    void stoppedBeforeAnyRecordOfTheWayBack(TestDatabase database) throws SQLException {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        State before = State.of(database);
        liquibase.update();
        database.execute("""
                CREATE SCHEMA faults;
                CREATE SEQUENCE faults.stops;
                CREATE FUNCTION faults.stop() RETURNS trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    IF nextval('faults.stops') % 2 = 1 THEN
                      RAISE EXCEPTION 'injected fault at %', OLD.id;
                    END IF;
                    RETURN OLD;
                  END $$;
                CREATE TRIGGER stop BEFORE DELETE ON databasechangelog FOR EACH ROW EXECUTE FUNCTION faults.stop()
                """);
        for (long left = database.number("SELECT count(*) FROM databasechangelog"); left > 0; left--) {
            assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("injected fault");
            liquibase.rollbackCount(1);
        }
        before.assertNow(database, "stopped before every record");
    }

    static List<Situation> withAConstraintAnIndexAndParts() {
        return List.of(situation(), new Situation("with an index", KeyType.INTEGER, Situation.CONNECTIONS, Situation.BY_USER + "  index: by_organization\n"),
                Partitioned.nested(), withTheColumn(Situation.CONNECTIONS), withTheColumn(Partitioned.NESTED));
    }

    /** The column exists before, with the right values, and stays. */
    static Situation withTheColumn(String tables) {
        return new Situation("with the column", KeyType.INTEGER, tables + """
                ALTER TABLE connections ADD organization_id integer;
                COMMENT ON COLUMN connections.organization_id IS 'said of it';
                UPDATE connections SET organization_id = default_organization_id FROM users WHERE users.id = user_id;
                """, Situation.BY_USER + "  index: by_organization\n");
    }

    /** What a stopped step has put on a column that stays goes with the steps before it. */
    @Test
    void stoppedInAnyTransactionThenBackToTheColumn(TestDatabase database) throws SQLException {
        assertThat(stoppedThenBack(1, withTheColumn(Situation.CONNECTIONS), database, directory)).isGreaterThan(10);
    }

    /**
     * @param every of how many transactions one is stopped
     * @return how many runs were stopped
     */
    static int stoppedThenBack(int every, Situation situation, TestDatabase database, Path directory) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        State before = State.of(database);
        liquibase.update();
        liquibase.rollbackAll();
        int stops = 0;
        int step = THOROUGH ? 1 : every;
        for (int n = first(step); faults.stopsIn(n, liquibase::update); n += step) {
            stops++;
            liquibase.rollbackAll();
            before.assertNow(database, "stopped at " + n);
        }
        liquibase.rollbackAll();
        before.assertNow(database, "not stopped");
        return stops;
    }

    /** Between what a step did and Liquibase's record of it, and then back: Liquibase does not roll that step back. */
    @ParameterizedTest
    @MethodSource("withAConstraintAnIndexAndParts")
    void stoppedBeforeAnyRecordThenBack(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        State before = State.of(database);
        liquibase.updateCount(0);
        for (String step : List.of("/02-keep-filled", "/03-backfill", "/04-not-null", "/05-foreign-key", "/06-unique-index", "/07-organization-index",
                "/08-verify", "/09-retire-index", "/10-retire-trigger")) {
            faults.stopBeforeTheRecord("connections" + step, liquibase::update);
            liquibase.rollbackAll();
            before.assertNow(database, "stopped before the record of " + step);
        }
    }

    /** It knows the steps that it rolls back, and no other. */
    @Test
    void aScriptRefusesWhatAStoppedStepHasLeft(TestDatabase database) throws SQLException {
        Situation situation = withTheColumn(Situation.CONNECTIONS);
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        State before = State.of(database);
        liquibase.updateCount(0);
        faults.stopBeforeTheRecord("connections/04-not-null", liquibase::update);
        String script = liquibase.rollbackAllSql();
        assertThatThrownBy(() -> Script.run(database, script)).hasMessageContaining("A step of connections was stopped before it ended. Run update to the end");
        liquibase.releaseLocks();
        liquibase.update();
        Script.run(database, liquibase.rollbackAllSql());
        before.assertNow(database, "by the script");
    }

    /** Catalog and rows, and that nothing that works is left in the schema of the side tables. */
    record State(CatalogSnapshot catalog, RowSnapshot rows) {

        static State of(TestDatabase database) throws SQLException {
            return new State(CatalogSnapshot.of(database, "orgscope", "faults"),
                    RowSnapshot.of(database, List.of(), List.of("orgscope", "faults")));
        }

        void assertNow(TestDatabase database, String when) throws SQLException {
            State now = of(database);
            assertThat(CatalogSnapshot.diff(catalog, now.catalog)).as(when).isEmpty();
            assertThat(RowSnapshot.diff(rows, now.rows)).as(when).isEmpty();
            assertThat(database.strings("SELECT proname::text FROM pg_proc WHERE pronamespace = to_regnamespace('orgscope')"
                    + " UNION ALL SELECT relname::text FROM pg_class k WHERE relnamespace = to_regnamespace('orgscope') AND relkind = 'r'"
                    + " AND to_regclass(pg_catalog.format('public.%I', k.relname)) IS NULL")).as(when).isEmpty();
        }
    }

    /** What a killed CREATE INDEX CONCURRENTLY leaves: of the scoped index, and of that of the organization. */
    @ParameterizedTest
    @ValueSource(strings = {"/06-unique-index", "/07-organization-index"})
    void anInvalidIndexIsBuiltAgain(String step, TestDatabase database) throws Exception {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        liquibase.updateBefore(step);
        killedWhileBuilding(database, () -> liquibase.updateCount(1));
        assertThat(database.number("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isEqualTo(1);

        liquibase.releaseLocks();
        liquibase.update();

        assertThat(database.number("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isZero();
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NOT NULL")).isTrue();
    }

    @Test
    void anInvalidIndexIsBuiltAgainOnTheWayBack(TestDatabase database) throws Exception {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.update();
        killedWhileBuilding(database, liquibase::rollbackAll);
        assertThat(database.strings("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid")).containsExactly("connections_key");

        liquibase.releaseLocks();
        liquibase.rollbackAll();

        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    /** An index that is being built waits for older snapshots, and there it is killed. */
    static void killedWhileBuilding(TestDatabase database, Runnable command) throws Exception {
        try (Connection reader = database.connection()) {
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT 1 FROM organizations");
            CompletableFuture<Void> running = CompletableFuture.runAsync(command);
            Waiting.until("an index waits", () -> database.flag("SELECT EXISTS (SELECT FROM pg_stat_progress_create_index"
                    + " WHERE phase = 'waiting for old snapshots' AND datname = current_database())"));
            database.execute("SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_progress_create_index WHERE datname = current_database()");
            assertThatThrownBy(running::join).hasMessageContaining("terminating connection due to administrator command");
            reader.rollback();
        }
    }

    /** An index that somebody else's build left is not ours to drop. */
    @Test
    void anInvalidIndexOfSomebodyElseIsRefused(TestDatabase database) throws SQLException {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        liquibase.updateBefore("/06-unique-index");
        database.execute("CREATE INDEX connections_key_by_organization_id ON connections (note)",
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'connections_key_by_organization_id'::regclass");
        assertThatThrownBy(liquibase::update).hasMessageContaining("INVALID").hasMessageContaining("this library did not make it");
        database.execute("DROP INDEX connections_key_by_organization_id");
        liquibase.update();
    }

    @Test
    void aBackfillThatWasKilledGoesOn(TestDatabase database) throws Exception {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        liquibase.updateBefore("/03-backfill");
        try (Connection writer = database.connection(); Cli.Running running = start(database, "update")) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("UPDATE connections SET note = 'held' WHERE id = 5");
            Waiting.until("all other rows are filled", () ->
                    database.number("SELECT count(*) FROM connections WHERE organization_id IS NULL") == 1);
            running.kill();
            writer.rollback();
        }
        Waiting.until("its session is gone", () -> database.number("SELECT count(*) FROM pg_stat_activity WHERE datname ="
                + " current_database() AND state <> 'idle' AND pid <> pg_backend_pid()") == 0);

        liquibase.releaseLocks();
        liquibase.update();

        assertThat(database.number("SELECT count(*) FROM connections c JOIN users u ON u.id = c.user_id"
                + " WHERE c.organization_id = u.default_organization_id")).isEqualTo(12);
    }

    private Cli.Running start(TestDatabase database, String command) {
        return Cli.in(directory).start(command, "--url=" + database.url(), "--changelog-file=" + Situation.FILE);
    }

    /** Not even a look at the tables: somebody holds them all. */
    @Test
    void anUpdateWithNothingToDoTouchesNoTable(TestDatabase database) throws SQLException {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        liquibase.update();
        try (Connection holder = database.connection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("LOCK TABLE connections, organizations, users IN ACCESS EXCLUSIVE MODE");
            String ran = database.string("SELECT string_agg(d::text, E'\\n') FROM databasechangelog d");
            liquibase.update();
            assertThat(database.string("SELECT string_agg(d::text, E'\\n') FROM databasechangelog d")).isEqualTo(ran);
            holder.rollback();
        }
    }
}
