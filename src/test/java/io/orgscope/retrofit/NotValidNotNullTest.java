package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.orgscope.spec.Naming;
import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.SmallTables;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL 18 has NOT NULL constraints that are NOT VALID. Somebody's stays theirs, and validating it blocks nobody. */
@PostgresTest
class NotValidNotNullTest {


    private static final String EMPTY = "SELECT count(*) FROM connections WHERE organization_id IS NULL";

    private static final String STATE = "SELECT conrelid::regclass || ' ' || conname || ' ' || convalidated FROM pg_constraint"
            + " WHERE contype = 'n' AND pg_get_constraintdef(oid) LIKE '%organization_id%' ORDER BY 1";

    @TempDir
    Path directory;

    @BeforeEach
    void onlyWhereThereAreSome() {
        assumeThat(Postgres.major()).isGreaterThanOrEqualTo(18);
    }

    /** The steps before 04 have run. */
    private Liquibases filled(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.updateBefore("/04-not-null");
        assertThat(database.number(EMPTY)).isZero();
        return liquibase;
    }

    /** Notes each statement that holds ACCESS EXCLUSIVE on a table of the tree. */
    private static void watch(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE locked (command text)", """
                CREATE FUNCTION see() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF EXISTS (SELECT FROM pg_locks WHERE pid = pg_backend_pid() AND mode = 'AccessExclusiveLock'
                      AND relation IN (SELECT c.oid FROM pg_class c WHERE c.relname ~ '^connections' AND c.relkind IN ('r', 'p'))) THEN
                    INSERT INTO public.locked VALUES (tg_tag);
                  END IF;
                END $$""", "CREATE EVENT TRIGGER see ON ddl_command_end EXECUTE FUNCTION see()");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsValidatedWithoutAStrongLock(boolean partitioned, TestDatabase database) throws SQLException {
        Liquibases liquibase = filled(partitioned ? Partitioned.notValid() : Situation.notValid(), database);
        watch(database);

        liquibase.updateCount(1);

        assertThat(database.strings("SELECT command FROM locked")).isEmpty();
        assertThat(database.strings(STATE)).isNotEmpty().allMatch(line -> line.endsWith(" Org; DROP 'x' true"));
        assertThat(database.string("SELECT col_description('connections'::regclass, attnum) FROM pg_attribute"
                + " WHERE attrelid = 'connections'::regclass AND attname = 'organization_id'")).doesNotContain("made NOT NULL");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theScriptDoesSoToo(boolean partitioned, TestDatabase database) throws SQLException {
        Liquibases liquibase = filled(partitioned ? Partitioned.notValid() : Situation.notValid(), database);
        String script = liquibase.run("updateCountSql", Map.of("count", 1));
        watch(database);

        Script.run(database, script);

        assertThat(script).contains("-- The NOT NULL constraint Org; DROP 'x' of connections is there already and fits").doesNotContain("SET NOT NULL");
        assertThat(database.strings("SELECT command FROM locked")).isEmpty();
        assertThat(database.strings(STATE)).isNotEmpty().allMatch(line -> line.endsWith(" true"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @SmallTables
    void aSmallTableToo(boolean partitioned, TestDatabase database) throws SQLException {
        StepByStepTest.takeEveryStepBack(partitioned ? Partitioned.notValid() : Situation.notValid(), database, directory);
    }

    /** The rollback needs ACCESS EXCLUSIVE, so it must be short. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRollbackReadsNoRow(boolean partitioned, TestDatabase database) throws SQLException {
        Liquibases liquibase = filled(partitioned ? Partitioned.notValid() : Situation.notValid(), database);
        liquibase.updateCount(1);
        database.execute("CREATE TABLE reads (scans bigint)", """
                CREATE FUNCTION see() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                  INSERT INTO public.reads SELECT sum(pg_stat_get_xact_numscans(c.oid)) FROM pg_class c
                   WHERE c.relname ~ '^connections' AND c.relkind IN ('r', 'p');
                END $$""", "CREATE EVENT TRIGGER see ON ddl_command_end WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION see()");
        liquibase.rollbackCount(1);
        assertThat(database.strings("SELECT scans::text FROM reads")).containsExactly("0");
        assertThat(database.strings(STATE)).isNotEmpty().allMatch(line -> line.endsWith(" false"));
    }

    @Test
    void itIsReportedAsAdopted(TestDatabase database) throws SQLException {
        Liquibases liquibase = filled(Situation.notValid(), database);
        liquibase.updateCount(1);
        assertThat(liquibase.messages()).contains("orgscope: adopted, so that a rollback leaves it: The NOT NULL constraint Org; DROP 'x' of connections.");
    }

    @Test
    void rowsWithoutAnOrganizationAreNamed(TestDatabase database) throws SQLException {
        Liquibases liquibase = filled(Situation.notValid(), database);
        database.execute("ALTER TABLE connections ALTER organization_id DROP NOT NULL, DISABLE TRIGGER USER",
                "UPDATE connections SET organization_id = NULL WHERE id = 7", "ALTER TABLE connections ENABLE TRIGGER USER", Situation.NOT_VALID);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        assertThatThrownBy(() -> liquibase.updateCount(1)).hasMessageContaining("connections.organization_id cannot be NOT NULL yet")
                .hasMessageContaining("7");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    /** The CHECK of a run that was stopped is of no use then. */
    @Test
    void aCheckThatIsLeftIsDropped(TestDatabase database) throws SQLException {
        Liquibases liquibase = filled(Situation.notValid(), database);
        database.execute("ALTER TABLE connections ADD CONSTRAINT " + Naming.notNullCheck("connections") + " CHECK (organization_id IS NOT NULL) NOT VALID");
        liquibase.updateCount(1);
        assertThat(database.strings("SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid = 'connections'::regclass")).isEmpty();
        assertThat(database.strings(STATE)).containsExactly("connections Org; DROP 'x' true");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stoppedInAnyTransaction(boolean partitioned, TestDatabase database) throws SQLException {
        Liquibases liquibase = filled(partitioned ? Partitioned.notValid() : Situation.notValid(), database);
        FaultInjection faults = new FaultInjection(database);
        CatalogSnapshot before = catalog(database);
        liquibase.updateCount(1);
        CatalogSnapshot after = catalog(database);
        liquibase.rollbackCount(1);
        int forward = 0;
        int back = 0;
        boolean stops = true;
        for (int n = 1; stops; n++) {
            stops = faults.stopsIn(n, () -> liquibase.updateCount(1));
            if (stops) {
                forward++;
                liquibase.updateCount(1);
            }
            CatalogSnapshot.assertSame(after, catalog(database));
            if (faults.stopsIn(n, () -> liquibase.rollbackCount(1))) {
                back++;
                stops = true;
                liquibase.rollbackCount(1);
            }
            CatalogSnapshot.assertSame(before, catalog(database));
        }
        assertThat(forward).as("forward").isPositive();
        assertThat(back).as("back").isPositive();
    }

    private static CatalogSnapshot catalog(TestDatabase database) throws SQLException {
        return CatalogSnapshot.of(database, "orgscope", "faults");
    }

    @Test
    void whatIsDroppedOrRenamedMeanwhileIsRespected(TestDatabase database) throws SQLException {
        Situation.notValid().into(database);
        CatalogSnapshot before = catalog(database);
        Liquibases liquibase = Situation.notValid().liquibase(database, directory);
        liquibase.update();
        database.execute("ALTER TABLE connections RENAME CONSTRAINT \"Org; DROP 'x'\" TO renamed");
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, catalog(database));

        liquibase.update();
        database.execute("ALTER TABLE connections ALTER organization_id DROP NOT NULL");
        liquibase.rollbackAll();
        assertThat(database.strings(STATE)).isEmpty();
        assertThat(CatalogSnapshot.diff(before, catalog(database))).allMatch(line -> line.contains("Org; DROP") || line.contains("not null"));
    }

    /** Partitions alone have such a constraint. The one of the table is ours; the rollback leaves theirs validated. */
    @ParameterizedTest
    @CsvSource({"connections_others, 1", "connections_2025, 3"})
    void ofPartitionsAlone(String partition, int constraints, TestDatabase database) throws SQLException {
        Situation situation = new Situation("partitions alone", KeyType.INTEGER, Partitioned.NESTED + "ALTER TABLE connections ADD organization_id integer;"
                + "ALTER TABLE " + partition + " ADD CONSTRAINT own NOT NULL organization_id NOT VALID;", Situation.BY_USER);
        Liquibases liquibase = filled(situation, database);
        CatalogSnapshot before = catalog(database);
        liquibase.updateCount(1);
        assertThat(database.strings(STATE)).hasSize(7).allMatch(line -> line.endsWith(" true"));
        liquibase.rollbackCount(1);
        assertThat(database.strings(STATE)).hasSize(constraints).allMatch(line -> line.endsWith(" own true"));
        assertThat(CatalogSnapshot.diff(before, catalog(database))).hasSize(4 * constraints).allMatch(line -> line.contains(".own: "));
    }
}
