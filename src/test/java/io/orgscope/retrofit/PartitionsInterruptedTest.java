package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever stops a run over a partitioned table, and wherever: the next one finishes, in either direction. */
@PostgresTest
class PartitionsInterruptedTest {


    @TempDir
    Path directory;

    private static Situation situation() {
        return new Situation("partitions", KeyType.INTEGER, """
                CREATE TABLE connections (id integer NOT NULL, user_id integer NOT NULL REFERENCES users, platform text NOT NULL, note text,
                  PRIMARY KEY (id, platform)) PARTITION BY LIST (platform);
                CREATE TABLE connections_x PARTITION OF connections FOR VALUES IN ('x');
                CREATE TABLE connections_others PARTITION OF connections DEFAULT PARTITION BY RANGE (id);
                CREATE TABLE connections_others_all PARTITION OF connections_others DEFAULT;
                ALTER TABLE connections ADD CONSTRAINT connections_key UNIQUE (user_id, platform, id);
                COMMENT ON CONSTRAINT connections_key ON connections IS 'said of it';
                INSERT INTO connections SELECT n, (n - 1) % 6 + 1, (ARRAY['x', 'y'])[n % 2 + 1] FROM generate_series(1, 12) n;
                """, Situation.BY_USER + "  index: by_organization\n");
    }

    /** In every ninth transaction that changes the catalog, two of four ways each; all ways at all with {@code -Dorgscope.thorough=true}. */
    @Test
    void stoppedInAnyTransaction(TestDatabase database) throws SQLException {
        assertThat(InterruptedTest.stoppedInTransactions(9, situation(), database, directory)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void stoppedInAnyTransactionThenBackToTheColumn(TestDatabase database) throws SQLException {
        assertThat(InterruptedTest.stoppedThenBack(4, InterruptedTest.withTheColumn(situation().tables()), database, directory))
                .isGreaterThan(6);
    }

    /** While a rollback copies rows, the triggers of step 02 are gone, and rows do not follow their user. That is no choice. */
    @Test
    void aRowThatGoesToAnotherPartitionWhileRowsAreCopied(TestDatabase database) throws SQLException {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        liquibase.labels("orgscope-expand").update();
        database.execute("UPDATE connections SET organization_id = 3 WHERE id = 7", """
                CREATE FUNCTION stop() RETURNS event_trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    IF EXISTS (SELECT FROM pg_trigger WHERE tgname = 'zz_orgscope_keep') THEN
                      RAISE EXCEPTION 'injected fault';
                    END IF;
                  END $$;
                CREATE EVENT TRIGGER stop ON ddl_command_start WHEN TAG IN ('DROP TRIGGER') EXECUTE FUNCTION stop()
                """);
        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("injected fault");
        database.execute("DROP EVENT TRIGGER stop; DROP FUNCTION stop()", "UPDATE users SET default_organization_id = 2 WHERE id = 1",
                "UPDATE connections SET platform = CASE platform WHEN 'x' THEN 'y' ELSE 'x' END WHERE id IN (1, 7)",
                "UPDATE connections SET platform = CASE platform WHEN 'x' THEN 'y' ELSE 'x' END, organization_id = 3 WHERE id = 2",
                "INSERT INTO connections (id, user_id, platform, organization_id) VALUES (13, 1, 'x', 3)");
        assertThat(database.strings("SELECT k.key_id || ' ' || k.organization || ' ' || k.chosen FROM orgscope.connections k JOIN connections c"
                + " ON c.id = k.key_id AND c.platform = k.key_platform WHERE c.id IN (1, 2, 7, 13) ORDER BY c.id"))
                .containsExactly("1 1 false", "2 3 true", "7 3 true", "13 3 true");
        liquibase.rollbackAll();
        liquibase.update();
        assertThat(database.organizations("connections WHERE id IN (1, 2, 7, 13)")).isEqualTo("1=2 2=3 7=3 13=3");
    }

    /** What is left is the whole, INVALID, with one part that is INVALID too. */
    @Test
    void anInvalidPartIsBuiltAgain(TestDatabase database) throws Exception {
        situation().into(database);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        Liquibases liquibase = situation().liquibase(database, directory);
        liquibase.updateBefore("/06-unique-index");
        InterruptedTest.killedWhileBuilding(database, () -> liquibase.updateCount(1));
        assertThat(invalid(database)).isGreaterThan(1);
        liquibase.releaseLocks();
        liquibase.update();
        assertThat(invalid(database)).isZero();

        InterruptedTest.killedWhileBuilding(database, liquibase::rollbackAll);
        assertThat(invalid(database)).isGreaterThan(1);
        liquibase.releaseLocks();
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    /** A way back that was killed while it built the old index again, and then the way forward. */
    @Test
    void whatAKilledWayBackHasBuiltGoesAgain(TestDatabase database) throws Exception {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        liquibase.update();
        CatalogSnapshot after = CatalogSnapshot.of(database, "orgscope");
        InterruptedTest.killedWhileBuilding(database, liquibase::rollbackAll);
        liquibase.releaseLocks();
        liquibase.update();
        CatalogSnapshot.assertSame(after, CatalogSnapshot.of(database, "orgscope"));
    }

    /**
     * Stopped before it builds the last part. Then the partition without a part goes: the whole one, or the only one below it, which leaves
     * an index above without any part. PostgreSQL does not look again whether the index is valid now.
     */
    @ParameterizedTest
    @CsvSource({"/06-unique-index, connections, connections_others", "/06-unique-index, connections_others, connections_others_all",
        "/07-organization-index, connections, connections_others", "/07-organization-index, connections_others, connections_others_all"})
    void thePartitionWithoutAPartGoes(String step, String above, String gone, TestDatabase database) throws SQLException {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        liquibase.updateBefore(step);
        assertThat(faults.stops(7, () -> liquibase.updateCount(1))).isTrue();
        detach(database, above, gone);
        liquibase.update();
        assertThat(invalid(database)).isZero();
        assertThat(database.number("SELECT count(*) FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid"
                + " WHERE i.inhparent = 'connections_key_by_organization_id'::regclass")).isEqualTo(gone.equals("connections_others") ? 1 : 2);
        liquibase.rollbackAll();
        assertThat(invalid(database)).isZero();
    }

    /** A script cannot see whether attaching helps: it builds the index again. */
    @Test
    void aScriptBuildsItAgain(TestDatabase database) throws SQLException {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        liquibase.updateBefore("/06-unique-index");
        assertThat(faults.stops(7, () -> liquibase.updateCount(1))).isTrue();
        detach(database, "connections", "connections_others");
        Script.run(database, liquibase.updateSql());
        assertThat(invalid(database)).isZero();
    }

    /** The same of the old index, with its constraint and its comment. */
    @ParameterizedTest
    @CsvSource({"connections, connections_others", "connections_others, connections_others_all"})
    void thePartitionWithoutAPartOfTheOldIndexGoes(String above, String gone, TestDatabase database) throws SQLException {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        liquibase.update();
        rollbackToTheOldIndex(database, liquibase);
        assertThat(faults.stops(8, () -> liquibase.rollbackCount(1))).isTrue();
        detach(database, above, gone);
        liquibase.rollbackCount(1);
        assertThat(invalid(database)).isZero();
        assertThat(database.string("SELECT obj_description(oid) FROM pg_constraint WHERE conrelid = 'connections'::regclass AND conname = 'connections_key'"))
                .isEqualTo("said of it");
        liquibase.rollbackAll();
        assertThat(invalid(database)).isZero();
    }

    private static void rollbackToTheOldIndex(TestDatabase database, Liquibases liquibase) throws SQLException {
        while (!database.string("SELECT id FROM databasechangelog ORDER BY orderexecuted DESC LIMIT 1").contains("09-")) {
            liquibase.rollbackCount(1);
        }
    }

    private static void detach(TestDatabase database, String above, String gone) throws SQLException {
        assertThat(database.strings("SELECT i.inhrelid::regclass::text FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhparent"
                + " WHERE NOT x.indisvalid ORDER BY 1")).as("the parts").hasSize(2);
        database.execute("ALTER TABLE " + above + " DETACH PARTITION " + gone, "DROP TABLE " + gone);
        assertThat(invalid(database)).isPositive();
    }

    private static long invalid(TestDatabase database) throws SQLException {
        return database.number("SELECT count(*) FROM pg_index WHERE NOT indisvalid");
    }
}
