package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** COMMENT ON COLUMN replaces the comment with the ledger. Then nothing goes back or forward, until the lines are there again. */
@PostgresTest
class LostLedgerTest {

    private static final String MESSAGE = "The record of what this library made of a table was in the comment of its organization column, and it is lost.";
    private static final String COMMENT = "SELECT col_description('connections'::regclass, attnum) FROM pg_attribute"
            + " WHERE attrelid = 'connections'::regclass AND attname = 'organization_id'";

    @TempDir
    Path directory;

    static List<Situation> situations() {
        return List.of(Situation.simple(), InterruptedTest.withTheColumn(Situation.CONNECTIONS), Partitioned.nested());
    }

    private static void replaceComment(TestDatabase database, String comment) throws SQLException {
        database.execute("DO $do$ BEGIN EXECUTE format('COMMENT ON COLUMN connections.organization_id IS %L', $text$" + comment + "$text$); END $do$");
    }

    /** However many steps are to be rolled back, and although the last table of the changelog comes first. */
    @ParameterizedTest
    @MethodSource("situations")
    void nothingIsRolledBackUntilTheLinesAreThereAgain(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.update();
        String lines = database.string(COMMENT);
        replaceComment(database, "tenant");
        CatalogSnapshot after = CatalogSnapshot.of(database);
        List<String> ran = database.strings("SELECT id FROM databasechangelog");

        for (int count : new int[] {1, 100}) {
            assertThatThrownBy(() -> liquibase.rollbackCount(count)).hasMessageContaining(MESSAGE + " The columns are: connections.organization_id.")
                    .hasMessageContaining("This step changed nothing");
            assertThatThrownBy(() -> liquibase.rollbackCountSql(count)).hasMessageContaining(MESSAGE);
        }
        CatalogSnapshot.assertSame(after, CatalogSnapshot.of(database));
        assertThat(database.strings("SELECT id FROM databasechangelog")).isEqualTo(ran);

        replaceComment(database, lines);
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    /** The lines that later steps write would hide that the earlier ones are lost. */
    @ParameterizedTest
    @ValueSource(ints = {3, 6, 9})
    void noFurtherStepRunsWithoutIt(int steps, TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        liquibase.updateCount(steps);
        String lines = database.string(COMMENT);
        replaceComment(database, "tenant");
        CatalogSnapshot after = CatalogSnapshot.of(database);

        assertThatThrownBy(liquibase::update).hasMessageContaining(MESSAGE);
        assertThatThrownBy(liquibase::updateSql).hasMessageContaining(MESSAGE);
        CatalogSnapshot.assertSame(after, CatalogSnapshot.of(database));

        replaceComment(database, lines);
        liquibase.update();
    }

    /** Row security and composite keys come after the guard of the rollback, so they are rolled back before it. */
    @Test
    void theIsolationOfAnotherTableStaysToo(TestDatabase database) throws SQLException {
        Situation situation = new Situation("boards", KeyType.INTEGER, Boards.TABLES, Boards.DECLARED);
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.update();
        database.execute("COMMENT ON COLUMN boards.organization_id IS NULL");
        CatalogSnapshot after = CatalogSnapshot.of(database);

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining(MESSAGE + " The columns are: boards.organization_id.");
        CatalogSnapshot.assertSame(after, CatalogSnapshot.of(database));
    }

    /** The rollback of step 01 has removed its line, and Liquibase still has its record. */
    @Test
    void aRollbackThatWasStoppedBeforeItsLastRecordGoesOn(TestDatabase database) throws SQLException {
        Situation situation = InterruptedTest.withTheColumn(Situation.CONNECTIONS);
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope", "faults");
        liquibase.update();
        stopBeforeTheLastRecord(database, liquibase);
        assertThat(database.string(COMMENT)).isEqualTo("said of it");
        assertThatThrownBy(liquibase::update).hasMessageContaining("If a rollback was stopped before, run rollback again, then update.");
        database.execute("DROP TRIGGER stop ON databasechangelog");

        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope", "faults"));
        liquibase.update();
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope", "faults"));
    }

    /** The same if the column was made by step 01. It is dropped, and step 02 would fail. */
    @Test
    void anUpdateAfterARollbackThatHasDroppedTheColumn(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope", "faults");
        liquibase.update();
        stopBeforeTheLastRecord(database, liquibase);
        assertThatThrownBy(liquibase::update).hasMessageContaining("There is no organization column connections.organization_id.")
                .hasMessageContaining("run rollback again, then update");
        database.execute("DROP TRIGGER stop ON databasechangelog");

        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope", "faults"));
        liquibase.update();
    }

    private static void stopBeforeTheLastRecord(TestDatabase database, Liquibases liquibase) throws SQLException {
        database.execute("""
                CREATE SCHEMA faults;
                CREATE FUNCTION faults.stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'injected fault'; END $$;
                CREATE TRIGGER stop BEFORE DELETE ON databasechangelog FOR EACH ROW WHEN (OLD.id LIKE '%01-add-column') EXECUTE FUNCTION faults.stop()
                """);
        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("injected fault");
    }

    /** A step by hand on a table without step 01 has nothing to lose. */
    @Test
    void aStepWithoutStepOneNeedsNoRecord(TestDatabase database) throws SQLException {
        InterruptedTest.withTheColumn(Situation.CONNECTIONS).into(database);
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("changelog.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: test
                      runInTransaction: false
                      changes:
                        - createOrganizationIndex: { tableName: connections, indexName: by_organization }
                """);
        liquibase.update();
        database.execute("COMMENT ON COLUMN connections.organization_id IS NULL");
        liquibase.rollbackCount(1);
        assertThat(database.flag("SELECT to_regclass('by_organization') IS NOT NULL")).as("what is not known to be ours stays").isTrue();
    }
}
