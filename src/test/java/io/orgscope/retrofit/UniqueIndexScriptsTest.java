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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts of steps 06 and 09, where a step or a script was stopped: neither index is missing when the other one goes. */
@PostgresTest
class UniqueIndexScriptsTest {


    @TempDir
    Path directory;

    static List<Situation> anIndexAConstraintAndParts() {
        return List.of(Situation.simple(), new Situation("a constraint", KeyType.INTEGER, Situation.CONNECTIONS
                + "ALTER TABLE connections ADD CONSTRAINT connections_key UNIQUE USING INDEX connections_key;", Situation.BY_USER), Partitioned.nested());
    }

    /** Liquibase does not know of the step, so the script does not roll it back. */
    @ParameterizedTest
    @MethodSource("anIndexAConstraintAndParts")
    void theScriptOfTheWayBackRefusesAStoppedStep(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope", "faults");
        liquibase.labels("orgscope-expand").update();
        database.execute("CREATE SCHEMA faults", "CREATE FUNCTION faults.stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'injected fault'; END $$",
                "CREATE TRIGGER stop BEFORE INSERT ON databasechangelog FOR EACH ROW WHEN (NEW.id LIKE '%/09-%') EXECUTE FUNCTION faults.stop()");
        assertThatThrownBy(liquibase::update).hasMessageContaining("injected fault");
        database.execute("DROP TRIGGER stop ON databasechangelog");

        assertThatThrownBy(() -> Script.run(database, liquibase.rollbackAllSql())).hasMessageContaining("A step of connections was stopped before it ended");
        assertThat(unique(database)).containsExactly("connections_key_by_organization_id");

        liquibase.releaseLocks();
        liquibase.update();
        Script.run(database, liquibase.rollbackAllSql());
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope", "faults"));
    }

    /** A CREATE INDEX CONCURRENTLY was cancelled, and the user went on with what comes after it. */
    @ParameterizedTest
    @MethodSource("anIndexAConstraintAndParts")
    void theScriptDropsTheOldIndexOnlyWhileTheNewOneIsValid(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        List<String> script = Script.statements(liquibase.updateSql());
        int expanded = IntStream.range(0, script.size()).filter(i -> script.get(i).contains("INSERT INTO public.databasechangelog")
                && script.get(i).contains("/08-verify")).findFirst().orElseThrow() + 1;
        try (Connection session = database.connection()) {
            Script.run(session, String.join(";\n", script.subList(0, expanded)));
            database.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'connections_key_by_organization_id'::regclass");
            assertThatThrownBy(() -> Script.run(session, String.join(";\n", script.subList(expanded, script.size()))))
                    .hasMessageContaining("The unique index connections_key_by_organization_id of connections is not there or not valid, or it is deferrable, so connections_key stays");
            assertThat(unique(database)).containsExactly("connections_key", "connections_key_by_organization_id");
            assertThat(database.string("SELECT col_description('connections'::regclass, attnum) FROM pg_attribute WHERE attname = 'organization_id'"
                    + " AND attrelid = 'connections'::regclass")).doesNotContain("retired");
        }
    }

    /** The old index is noted already, and its DROP INDEX CONCURRENTLY was cancelled. */
    @Test
    void theScriptFinishesAStepThatWasStoppedBeforeTheDrop(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        liquibase.labels("orgscope-expand").update();
        assertThat(faults.stops(2, liquibase::update)).isTrue();
        assertThat(unique(database)).containsExactly("connections_key", "connections_key_by_organization_id");
        Script.run(database, liquibase.updateSql());
        assertThat(unique(database)).containsExactly("connections_key_by_organization_id");
    }

    /** The unique indexes that step 06 makes and step 09 drops. */
    private static List<String> unique(TestDatabase database) throws SQLException {
        return database.strings("SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'connections'::regclass AND indisunique AND NOT indisprimary ORDER BY 1");
    }
}
