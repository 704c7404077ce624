package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an update says at its end, and that it says nothing where no step ran. */
@PostgresTest
class UpdateSummaryTest {

    @TempDir
    Path directory;

    private static List<String> summary(Liquibases liquibase) {
        return liquibase.messages().stream().filter(message -> message.startsWith("orgscope: ")).toList();
    }

    private Liquibases fresh(Situation situation, TestDatabase database) {
        return situation.liquibase(database, directory);
    }

    @Test
    void saysWhatWasFilledAndAdoptedAndWhatWaits(TestDatabase database) throws SQLException {
        Situation.adopted().into(database);
        long empty = database.number("SELECT count(*) FROM connections WHERE organization_id IS NULL");
        Liquibases expand = fresh(Situation.adopted(), database).labels("orgscope-expand");

        expand.update();

        assertThat(summary(expand)).hasSize(3);
        assertThat(summary(expand).get(0)).matches("orgscope: 1 table in .*; " + empty + " rows filled, .* of WAL meanwhile\\.");
        assertThat(summary(expand).get(1)).isEqualTo("orgscope: adopted, so that a rollback leaves it: connections.organization_id;"
                + " The foreign key by_hand of connections; The index by_hand of connections.");
        assertThat(summary(expand).get(2)).contains("the contract of 1 table waits (label orgscope-contract)")
                .endsWith("run update with --label-filter=orgscope-contract.");

        Liquibases contract = fresh(Situation.adopted(), database).labels("orgscope-contract");
        contract.update();
        assertThat(summary(contract)).isNotEmpty().noneMatch(line -> line.contains("waits"));
    }

    @Test
    void theContractWaitsNoMoreWhenItRan(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = fresh(Situation.simple(), database);
        liquibase.update();
        assertThat(summary(liquibase)).hasSize(1).first().asString().startsWith("orgscope: 1 table in ");
        Liquibases again = fresh(Situation.simple(), database);
        again.update();
        assertThat(summary(again)).as("nothing was to do").isEmpty();
    }

    @Test
    void otherUpdatesSayItToo(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases counted = fresh(Situation.simple(), database);
        counted.updateCount(3);
        assertThat(summary(counted)).hasSize(2);
        Liquibases rest = fresh(Situation.simple(), database);
        rest.update();
        assertThat(summary(rest)).hasSize(1);
        fresh(Situation.simple(), database).rollbackAll();
        Liquibases testing = fresh(Situation.simple(), database);
        testing.updateTestingRollback();
        assertThat(summary(testing)).as("it updates twice").hasSize(2);
    }

    /** The message of the failure is what counts; and the next update in this thread does not say what this one did. */
    @Test
    void afterAFailureNothingIsSaid(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        database.execute("""
                CREATE FUNCTION stop() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF current_query() LIKE '%NOT NULL%' THEN
                    RAISE EXCEPTION 'injected fault';
                  END IF;
                END $$""", "CREATE EVENT TRIGGER stop ON ddl_command_start WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION stop()");
        Liquibases failing = fresh(Situation.simple(), database);
        assertThatThrownBy(failing::update).hasMessageContaining("injected fault");
        assertThat(database.strings("SELECT id FROM databasechangelog ORDER BY orderexecuted DESC LIMIT 1")).containsExactly("connections/03-backfill");
        assertThat(summary(failing)).isEmpty();

        Liquibases another = Liquibases.on(database).in(directory).changelog("another.sql", "--liquibase formatted sql\n--changeset a:1\nSELECT 1;\n");
        another.update();
        assertThat(summary(another)).as("no step of ours ran").isEmpty();
        database.execute("DROP EVENT TRIGGER stop");
        Liquibases after = fresh(Situation.simple(), database);
        after.update();
        assertThat(summary(after)).singleElement().asString().contains("1 table in ", "; 0 rows filled");
    }

    /** The preflight changes nothing. */
    @Test
    void afterTheCheckNothingIsSaid(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases preflight = fresh(Situation.simple(), database);
        preflight.updateCount(1);
        assertThat(summary(preflight)).isEmpty();
    }
}
