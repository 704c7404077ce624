package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Step 11: somebody has dropped or renamed a composite key since. The rollback does not lose the single key that it replaced. */
@PostgresTest
class LostCompositeTest {


    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"ALTER TABLE remarks RENAME CONSTRAINT of_a_card_by_organization_id TO \"The ^x^\"",
        "ALTER TABLE remarks DROP CONSTRAINT of_a_card_by_organization_id, ADD CONSTRAINT \"The ^x^\" FOREIGN KEY (card_id, organization_id) REFERENCES cards (id, organization_id)"})
    void oneWithAnotherNameIsRefused(String change, TestDatabase database) throws SQLException {
        Liquibases liquibase = Boards.contracted(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.update();
        database.execute(change.replace("^", "\"\""));

        RollbackGuardTest.refused(liquibase, database, "The rollback cannot restore the foreign key of_a_card of remarks",
                "RENAME CONSTRAINT \"The \"\"x\"\"\" TO \"of_a_card_by_organization_id\", then run rollback again");
        assertThatThrownBy(() -> liquibase.rollbackAllSql()).hasMessageContaining("The rollback cannot restore the foreign key of_a_card of remarks");

        database.execute("ALTER TABLE remarks RENAME CONSTRAINT \"The \"\"x\"\"\" TO of_a_card_by_organization_id");
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    private static final String DROPPED = "ALTER TABLE remarks DROP CONSTRAINT of_a_card_by_organization_id; ALTER TABLE cards DROP CONSTRAINT cards_board_id_fkey_by_organization_id,"
            + " DROP CONSTRAINT cards_above_fkey_by_organization_id";

    @ParameterizedTest
    @ValueSource(strings = {"", "; ALTER TABLE remarks ADD CONSTRAINT of_a_card FOREIGN KEY (card_id) REFERENCES cards NOT VALID; COMMENT ON CONSTRAINT of_a_card ON remarks IS 'said of it'"})
    void theSingleKeyOfOneThatIsGoneReturns(String byHand, TestDatabase database) throws SQLException {
        Liquibases liquibase = Boards.contracted(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.update();
        database.execute(DROPPED + byHand);
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    @Test
    void rowsThatReferenceNothingSinceThenAreNamed(TestDatabase database) throws SQLException {
        Liquibases liquibase = Boards.contracted(database, directory);
        liquibase.update();
        database.execute(DROPPED, "UPDATE remarks SET card_id = 99 WHERE id IN (1, 2)");
        assertThatThrownBy(liquibase::rollbackAll).hasMessageContainingAll("remarks: 2 rows (id=1; id=2) reference a row of cards that does not exist",
                "The foreign key of_a_card is there", "then run rollback again").hasMessageNotContaining("23503");
        database.execute("DELETE FROM remarks WHERE id IN (1, 2)");
        liquibase.rollbackAll();
        assertThat(database.strings("SELECT conname FROM pg_constraint WHERE contype = 'f' AND convalidated AND conrelid = 'remarks'::regclass"))
                .containsExactlyInAnyOrder("of_a_card", "remarks_organization_id_fkey");
    }

    /** PostgreSQL drops the composite key with a column. Whether somebody has renamed it, or does not need it any more, only a person knows. */
    @Test
    void oneWhoseColumnIsGoneIsRefusedUntilItsLineIsRemoved(TestDatabase database) throws SQLException {
        Liquibases liquibase = Boards.contracted(database, directory);
        liquibase.update();
        database.execute("ALTER TABLE cards DROP COLUMN above");

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContainingAll("The rollback cannot restore the foreign key cards_above_fkey of cards",
                "the line [orgscope retired the single key of cards_above_fkey_by_organization_id] of the comment of cards.organization_id",
                "If it was dropped for good, remove that line. Then run rollback again.");

        database.execute("""
                DO $$ BEGIN EXECUTE format('COMMENT ON COLUMN cards.organization_id IS %L', (
                  SELECT regexp_replace(description, '\\[orgscope retired the single key of cards_above_fkey_by_organization_id][^\n]*\n?', '')
                    FROM pg_description WHERE objoid = 'cards'::regclass AND description LIKE '%cards_above_fkey%')); END $$
                """);
        liquibase.rollbackAll();
        assertThat(database.strings("SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = 'cards'::regclass"))
                .containsExactlyInAnyOrder("cards_board_id_fkey", "cards_organization_id_fkey");
    }

    @Test
    void aScriptRestoresItToo(TestDatabase database) throws SQLException {
        Liquibases liquibase = Boards.contracted(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.update();
        database.execute(DROPPED);
        Script.run(database, liquibase.rollbackAllSql());
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }
}
