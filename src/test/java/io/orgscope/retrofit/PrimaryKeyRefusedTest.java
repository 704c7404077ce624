package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Step 14: what stands in the way of the new primary key, or of the old one on the way back, is refused before anything is dropped. */
@PostgresTest
class PrimaryKeyRefusedTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ALTER TABLE cards ADD FOREIGN KEY (board_id) REFERENCES boards | They are: cards_board_id_fkey of cards.",
        "CREATE VIEW counted AS SELECT b.id, b.note, count(*) FROM boards b GROUP BY b.id | They are: view counted.",
        "CREATE FUNCTION counted() RETURNS TABLE (a text, n bigint) BEGIN ATOMIC SELECT b.note, count(*) FROM boards b GROUP BY b.id; END | They are: function counted().",
        "CREATE FUNCTION put() RETURNS void BEGIN ATOMIC INSERT INTO boards (id) VALUES (1) ON CONFLICT ON CONSTRAINT boards_pkey DO NOTHING; END | let them name the columns",
        "ALTER TABLE boards ALTER organization_id DROP NOT NULL | boards.organization_id may be NULL",
        "ALTER TABLE boards DROP CONSTRAINT boards_pkey | boards has no primary key",
        "ALTER TABLE boards REPLICA IDENTITY USING INDEX boards_pkey | is named as the replica identity of the table",
        "ALTER TABLE boards DROP CONSTRAINT boards_pkey, ADD PRIMARY KEY (id) DEFERRABLE | is deferrable",
        "CREATE TABLE orgscope_primary_key_boards () | The name orgscope_primary_key_boards is taken"})
    void whatStandsInTheWayStopsItBeforeTheKeyIsTouched(String change, String message, TestDatabase database) throws SQLException {
        Liquibases liquibase = PrimaryKeyBoards.liquibase(database, directory);
        database.execute(change);
        List<String> before = PrimaryKeyBoards.keys(database, "boards");
        assertThatThrownBy(liquibase::update).hasMessageContaining(message);
        assertThat(PrimaryKeyBoards.keys(database, "boards")).isEqualTo(before);
        assertThat(database.strings("SELECT indexname::text FROM pg_indexes WHERE indexname ~ 'orgscope_primary'")).isEmpty();
    }

    /** Before anything is built. */
    @Test
    void aKeyWithoutOverlapsIsRefused(TestDatabase database) throws SQLException {
        assumeTrue(Postgres.major() >= 18, "WITHOUT OVERLAPS");
        database.execute("CREATE EXTENSION btree_gist");
        Situation situation = PrimaryKeyBoards.situation("CREATE TABLE stays (id integer, during daterange, user_id integer, organization_id integer NOT NULL REFERENCES organizations,"
                + " PRIMARY KEY (id, during WITHOUT OVERLAPS))", "- table: stays\n  route: user_id -> users.default_organization_id\n");
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory).labels("orgscope-distribute");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        assertThatThrownBy(liquibase::update).hasMessageContaining("The primary key stays_pkey of stays is not a btree");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    /** PostgreSQL would take the new key, and then refuse each UPDATE and DELETE. */
    @Test
    void aPublicationWithoutTheOrganizationStopsIt(TestDatabase database) throws SQLException {
        assumeTrue(Postgres.major() >= 15, "before, a publication has no list of columns");
        Liquibases liquibase = PrimaryKeyBoards.liquibase(database, directory);
        database.execute("CREATE PUBLICATION lacking FOR TABLE boards (id, note), cards", "CREATE PUBLICATION inserts FOR TABLE boards (id) WITH (publish = 'insert')",
                "CREATE PUBLICATION whole FOR TABLE boards");
        liquibase.tag("before");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        String script = liquibase.updateSql();
        assertThatThrownBy(liquibase::update).hasMessageContaining("boards: Publications have a list of its columns without organization_id.")
                .hasMessageContaining("They are: lacking.");
        assertThatThrownBy(() -> Script.run(database, script)).hasMessageContaining("boards: Publications have a list");
        liquibase.releaseLocks();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        database.execute("ALTER PUBLICATION lacking SET TABLE boards (id, note, organization_id), cards");
        liquibase.update();
        database.execute("UPDATE boards SET note = 'published'", "DELETE FROM cards WHERE number = 3");
    }

    @Test
    void whatNeedsTheNewKeyStopsTheWayBack(TestDatabase database) throws SQLException {
        Liquibases liquibase = PrimaryKeyBoards.liquibase(database, directory);
        liquibase.update();
        database.execute("CREATE VIEW counted AS SELECT b.id, b.user_id, count(*) FROM boards b GROUP BY b.organization_id, b.id");
        CatalogSnapshot after = CatalogSnapshot.of(database);
        assertThatThrownBy(() -> liquibase.rollbackCount(2)).hasMessageContaining("They are: view counted.").hasMessageContaining("Nothing was dropped.");
        assertThat(CatalogSnapshot.diff(after, CatalogSnapshot.of(database))).noneMatch(line -> line.contains("boards"));
    }

    @Test
    void aKeyThatWasRenamedStopsTheWayBack(TestDatabase database) throws SQLException {
        Liquibases liquibase = PrimaryKeyBoards.liquibase(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        liquibase.update();
        database.execute("ALTER TABLE boards RENAME CONSTRAINT boards_pkey TO \"The key\"");
        CatalogSnapshot after = CatalogSnapshot.of(database);
        assertThatThrownBy(() -> liquibase.rollbackCountSql(2)).hasMessageContaining("The rollback cannot restore the primary key of boards");
        assertThatThrownBy(() -> liquibase.rollbackCount(2)).hasMessageContaining("The rollback cannot restore the primary key of boards")
                .hasMessageContaining("Run ALTER TABLE \"public\".\"boards\" RENAME CONSTRAINT \"The key\" TO \"boards_pkey\", then run rollback again");
        assertThat(CatalogSnapshot.diff(after, CatalogSnapshot.of(database))).noneMatch(line -> line.contains("boards"));

        database.execute("ALTER TABLE boards RENAME CONSTRAINT \"The key\" TO boards_pkey");
        liquibase.rollbackCount(2);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    @Test
    void aPartitionedTableIsRefusedUnlessItsKeyHasTheOrganization(TestDatabase database) throws SQLException {
        String tables = "CREATE TABLE %s (id integer, user_id integer, organization_id integer NOT NULL REFERENCES organizations, PRIMARY KEY (%s))"
                + " PARTITION BY HASH (id)";
        Situation situation = PrimaryKeyBoards.situation(tables.formatted("fit", "id, organization_id") + ";" + tables.formatted("unfit", "id"), """
                - table: fit
                  route: user_id -> users.default_organization_id
                - table: unfit
                  route: user_id -> users.default_organization_id
                """);
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory).labels("orgscope-distribute");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        assertThatThrownBy(liquibase::update).hasMessageContaining("The primary key unfit_pkey of unfit belongs to a partitioned table");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    /** The application has begun to count for each organization: the way back says so, and drops nothing. */
    @Test
    void rowsThatAreEqualInTheOldKeyStopTheWayBack(TestDatabase database) throws SQLException {
        Liquibases liquibase = PrimaryKeyBoards.liquibase(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        liquibase.update();
        CatalogSnapshot after = CatalogSnapshot.of(database);
        database.execute("INSERT INTO boards VALUES (1, 2, 'again', 2)");
        String script = liquibase.rollbackCountSql(2);
        assertThatThrownBy(() -> liquibase.rollbackCount(2)).hasMessageContaining("boards: Rows have the same value in the former primary key")
                .hasMessageContaining("They are: 2 rows (organization_id=");
        assertThatThrownBy(() -> Script.run(database, script)).hasMessageContaining("boards: Rows have the same value in the former primary key");
        assertThat(PrimaryKeyBoards.keys(database, "boards")).hasSize(1).allMatch(key -> key.contains("(organization_id, id)"));
        database.execute("DELETE FROM boards WHERE note = 'again'");
        liquibase.releaseLocks();
        liquibase.update();
        CatalogSnapshot.assertSame(after, CatalogSnapshot.of(database));
        liquibase.rollbackCount(2);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }
}
