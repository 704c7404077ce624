package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts of steps 06 and 09, where a step or a script was stopped: neither index is missing when the other one goes. */
@PostgresTest
class UniqueIndexScriptsTest {

    private static final int ALL = 100;

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

        assertThatThrownBy(() -> Script.run(database, liquibase.rollbackCountSql(ALL))).hasMessageContaining("Step 09 of connections was stopped before it ended");
        assertThat(unique(database)).containsExactly("connections_key_by_organization_id");

        liquibase.releaseLocks();
        liquibase.update();
        Script.run(database, liquibase.rollbackCountSql(ALL));
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope", "faults"));
    }

    /** The unique indexes that step 06 makes and step 09 drops. */
    private static List<String> unique(TestDatabase database) throws SQLException {
        return database.strings("SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'connections'::regclass AND indisunique AND NOT indisprimary ORDER BY 1");
    }
}
