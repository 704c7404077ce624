package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the new application wrote survives a rollback; what cannot survive stops it before anything is dropped. */
@PostgresTest
class RollbackTest {


    @TempDir
    Path directory;

    private Liquibases updated(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.update();
        return liquibase;
    }

    private static String organization(TestDatabase database, int connection) throws SQLException {
        return database.string("SELECT organization_id FROM connections WHERE id = ?", connection);
    }

    @Test
    void anOrganizationThatNoRouteWouldGiveSurvives(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        database.execute("UPDATE connections SET organization_id = 3 WHERE id IN (1, 2)",
                "INSERT INTO connections (user_id, platform, organization_id) VALUES (1, 'new', 2)");
        RowSnapshot written = RowSnapshot.of(database, List.of(), List.of("orgscope"));

        liquibase.rollbackAll();
        liquibase.update();

        RowSnapshot.assertSame(written, RowSnapshot.of(database, List.of(), List.of("orgscope")));
    }

    /** Back to before step 08, the rows are still there with what the new application chose. */
    @Test
    void anOrganizationThatNoRouteWouldGiveIsNoErrorAfterHalfARollback(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        database.execute("UPDATE connections SET organization_id = 3 WHERE id IN (1, 2)",
                "INSERT INTO connections (user_id, platform, organization_id) VALUES (1, 'new', 2)");
        RowSnapshot written = RowSnapshot.of(database, List.of(), List.of("orgscope"));

        liquibase.rollbackCount(3);
        liquibase.update();

        RowSnapshot.assertSame(written, RowSnapshot.of(database, List.of(), List.of("orgscope")));
    }

    /** The second rollback finds a column that is not filled yet. */
    @Test
    void whatWasKeptSurvivesARollbackOfAnUpdateThatWasNotFinished(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        database.execute("UPDATE connections SET organization_id = 3 WHERE id IN (1, 2)");
        liquibase.rollbackAll();
        liquibase.updateCount(3);
        database.execute("UPDATE connections SET organization_id = 2 WHERE id = 2");

        liquibase.rollbackAll();
        liquibase.update();

        assertThat(organization(database, 1)).isEqualTo("3");
        assertThat(organization(database, 2)).isEqualTo("2");
    }

    /** The column is still there, and the new side table has not got the row yet. */
    @Test
    void aChoiceSurvivesARollbackThatWasStoppedWhileItCopied(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        database.execute("UPDATE connections SET organization_id = 3 WHERE id = 1", """
                CREATE SCHEMA faults;
                CREATE FUNCTION faults.stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'injected fault'; END $$;
                CREATE FUNCTION faults.created() RETURNS event_trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    CREATE TRIGGER stop BEFORE INSERT ON orgscope.connections EXECUTE FUNCTION faults.stop();
                  END $$;
                CREATE EVENT TRIGGER created ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION faults.created()
                """);
        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("injected fault");
        database.execute("DROP EVENT TRIGGER created; DROP SCHEMA faults CASCADE");
        assertThat(organization(database, 1)).as("the column is still there").isEqualTo("3");

        liquibase.update();

        assertThat(organization(database, 1)).isEqualTo("3");
        liquibase.rollbackAll();
        liquibase.update();
        assertThat(organization(database, 1)).as("and it is known that the application chose it").isEqualTo("3");
    }

    /** What it chose is not lost when it writes the row again, and not taken for a choice when it writes what the routes give. */
    @Test
    void aChoiceThatIsMadeWhileRowsAreCopiedSurvives(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        database.execute("""
                CREATE FUNCTION stop() RETURNS event_trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    IF EXISTS (SELECT FROM pg_trigger WHERE tgname = 'zz_orgscope_keep') THEN
                      RAISE EXCEPTION 'injected fault';
                    END IF;
                  END $$;
                CREATE EVENT TRIGGER stop ON ddl_command_start WHEN TAG IN ('DROP TRIGGER') EXECUTE FUNCTION stop()
                """);
        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("injected fault");
        database.execute("DROP EVENT TRIGGER stop; DROP FUNCTION stop()", "UPDATE connections SET organization_id = 3 WHERE id IN (1, 2)",
                "UPDATE connections SET note = 'again' WHERE id IN (1, 2)", "UPDATE connections SET organization_id = 2 WHERE id = 2");
        liquibase.rollbackAll();
        database.execute("UPDATE users SET default_organization_id = 1 WHERE id = 2");

        liquibase.update();

        assertThat(organization(database, 1)).isEqualTo("3");
        assertThat(organization(database, 2)).isEqualTo("1");
    }

    /** The contract comes long after the expansion, and somebody may have made the index the replica identity meanwhile. */
    @Test
    void theContractDoesNotDropAReplicaIdentity(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        Situation.simple().liquibase(database, directory).labels("orgscope-expand").update();
        database.execute("ALTER TABLE connections REPLICA IDENTITY USING INDEX connections_key");

        assertThatThrownBy(liquibase::update).hasMessageContaining("The index connections_key of connections is its replica identity");
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NOT NULL")).isTrue();

        database.execute("ALTER TABLE connections REPLICA IDENTITY DEFAULT");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL")).isTrue();
    }

    @Test
    void whatWasKeptSurvivesAnotherRouteAndAnotherUniqueKey(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        database.execute("UPDATE connections SET organization_id = 3 WHERE id = 1");
        liquibase.rollbackAll();
        liquibase.file(Situation.FILE, new Situation("", KeyType.INTEGER, "", """
                - table: connections
                  route:
                    - { path: user_id -> users.default_organization_id, when: "platform = 'x'" }
                    - { path: user_id -> users.default_organization_id, when: "note IS NULL" }
                """).yaml()).update();

        assertThat(organization(database, 1)).isEqualTo("3");
    }

    @Test
    void aRowThatWasMovedOrReplacedMeanwhileIsAskedForAnew(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        database.execute("UPDATE connections SET organization_id = 3 WHERE id IN (1, 2, 7, 8)");
        liquibase.rollbackAll();

        database.execute("UPDATE connections SET user_id = 2, platform = 'moved' WHERE id = 1",
                "DELETE FROM connections WHERE id = 2", "INSERT INTO connections VALUES (2, 4, 'replaced')",
                "UPDATE connections SET platform = 'stays' WHERE id = 7");
        liquibase.update();

        assertThat(List.of(organization(database, 1), organization(database, 2), organization(database, 7), organization(database, 8)))
                .containsExactly("2", "1", "3", "3");
    }

    @Test
    void anOrganizationThatWasDeletedMeanwhileIsNotGivenBack(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        database.execute("INSERT INTO organizations VALUES (9, 'nine')", "UPDATE connections SET organization_id = 9 WHERE id = 1");
        liquibase.rollbackAll();
        database.execute("DELETE FROM organizations WHERE id = 9");
        liquibase.update();

        assertThat(organization(database, 1)).isEqualTo("1");
    }

    @Test
    void theOldKeyStopsTheFirstStepBackAndNothingIsDropped(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        database.execute("INSERT INTO connections (id, user_id, platform, organization_id) VALUES (77, 1, 'x', 2)");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        List<String> ran = database.strings("SELECT id FROM databasechangelog");

        assertThatThrownBy(() -> liquibase.rollbackCount(1)).hasMessageContaining("connections_key")
                .hasMessageContaining("2 rows (id=1; id=77)").hasMessageContaining("Nothing was dropped");

        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        assertThat(database.strings("SELECT id FROM databasechangelog")).isEqualTo(ran);

        database.execute("DELETE FROM connections WHERE id = 77");
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NOT NULL")).isTrue();
    }

    /** Keys that differ for their column and are equal for the index, or the other way round. */
    @ParameterizedTest
    @CsvSource({"text, platform COLLATE ci, true", "text, btrim(platform) COLLATE ci, true", "text COLLATE ci, platform, true",
        "text COLLATE ci, platform COLLATE \"C\", false", "text COLLATE ci, btrim(platform) COLLATE \"default\", false"})
    void theOldKeyIsComparedAsItsIndexDoes(String type, String key, boolean equal, TestDatabase database) throws SQLException {
        Situation situation = new Situation("collations", KeyType.INTEGER, "CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);\n"
                + Situation.CONNECTIONS.replace("platform text", "platform " + type).replace("connections (user_id, platform);",
                        "connections (user_id, " + key + ");"), Situation.BY_USER);
        Liquibases liquibase = updated(situation, database);
        database.execute("INSERT INTO connections (user_id, platform, organization_id) VALUES (1, 'X', 2)");
        if (equal) {
            assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("have the same key as a row of another organization. Nothing was dropped");
            database.execute("DELETE FROM connections WHERE platform = 'X' AND organization_id = 2");
        }
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT indisvalid FROM pg_index WHERE indexrelid = 'connections_key'::regclass")).isTrue();
    }

    /** The duplicate is in the table whose turn comes last, in another schema than that of the table whose turn is first. */
    @Test
    void aDuplicateInAnotherTableOfTheFileStopsTheFirstStepBackToo(TestDatabase database) throws SQLException {
        Situation situation = new Situation("two schemas", KeyType.INTEGER, Situation.CONNECTIONS + """
                CREATE SCHEMA other;
                CREATE TABLE other.notes (id integer PRIMARY KEY, user_id integer NOT NULL, title text);
                """, Situation.BY_USER + """
                - table: notes
                  schema: other
                  route: user_id -> public.users.default_organization_id
                """);
        Liquibases liquibase = updated(situation, database);
        database.execute("INSERT INTO connections (user_id, platform, organization_id) VALUES (1, 'x', 2)");
        CatalogSnapshot before = CatalogSnapshot.of(database);

        assertThatThrownBy(() -> liquibase.rollbackCount(1)).hasMessageContaining("connections_key").hasMessageContaining("id=1;");

        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    @Test
    void whatStandsOnTheColumnAndIsNotOursIsNotTakenAlong(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        liquibase.rollbackCount(9);
        for (String[] made : new String[][] {
                {"CREATE INDEX foreign_index ON connections (platform, organization_id)", "DROP INDEX foreign_index"},
                {"CREATE INDEX foreign_index ON connections (platform) INCLUDE (organization_id)", "DROP INDEX foreign_index"},
                {"CREATE INDEX foreign_index ON connections (platform) WHERE organization_id > 1", "DROP INDEX foreign_index"},
                {"ALTER TABLE connections ADD CONSTRAINT foreign_check CHECK (organization_id > 0)",
                        "ALTER TABLE connections DROP CONSTRAINT foreign_check"},
                {"CREATE UNIQUE INDEX pair ON organizations (id, slug); ALTER TABLE connections ADD CONSTRAINT foreign_key"
                        + " FOREIGN KEY (organization_id, note) REFERENCES organizations (id, slug)",
                        "ALTER TABLE connections DROP CONSTRAINT foreign_key; DROP INDEX pair"},
                {"CREATE VIEW foreign_view AS SELECT organization_id FROM connections", "DROP VIEW foreign_view"},
                {"ALTER TABLE connections ADD foreign_text text GENERATED ALWAYS AS (organization_id::text) STORED", "ALTER TABLE connections DROP foreign_text"},
                {"CREATE STATISTICS foreign_statistics ON organization_id, platform FROM connections", "DROP STATISTICS foreign_statistics"}}) {
            database.execute(made[0]);
            CatalogSnapshot before = CatalogSnapshot.of(database);
            assertThatThrownBy(liquibase::rollbackAll).as(made[0]).hasMessageContaining("foreign_")
                    .hasMessageContaining("Nothing was dropped");
            CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
            database.execute(made[1]);
        }
        liquibase.rollbackAll();
    }

    @Test
    void aTableWithoutKeyGoesBackOnlyWhenItsRoutesGiveEveryRowTheSame(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.keyless(), database);
        database.execute("UPDATE events SET organization_id = 3 WHERE user_id = 1");

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("organization of 2 of them would be lost");
        assertThat(database.number("SELECT count(*) FROM events WHERE organization_id = 3 AND user_id = 1")).isEqualTo(2);

        database.execute("UPDATE events SET organization_id = 1 WHERE user_id = 1");
        liquibase.rollbackAll();
        liquibase.update();
        assertThat(database.number("SELECT count(*) FROM events WHERE organization_id = (user_id - 1) % 3 + 1")).isEqualTo(12);
    }

    /** Where the scoped index is all that tells rows apart, it cannot be the key by which they are found again. */
    @Test
    void rowsThatOnlyTheirOrganizationTellsApartAreNotMixedUp(TestDatabase database) throws SQLException {
        Situation situation = new Situation("scoped key only", KeyType.INTEGER, """
                CREATE TABLE events (user_id integer NOT NULL, what text NOT NULL);
                INSERT INTO events SELECT n, 'click' FROM generate_series(1, 6) n;
                """, """
                - table: events
                  route: user_id -> users.default_organization_id
                  unique: { columns: [ what, user_id ] }
                """);
        Liquibases liquibase = updated(situation, database);
        database.execute("INSERT INTO events VALUES (1, 'click', 2), (1, 'click', 3)");
        RowSnapshot written = RowSnapshot.of(database);
        String script = liquibase.rollbackAllSql();

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("would be lost");
        assertThatThrownBy(() -> Script.run(database, script)).hasMessageContaining("no key that identifies a row");
        RowSnapshot.assertSame(written, RowSnapshot.of(database, List.of(), List.of("orgscope")));
    }

    /** The predicate of the old index counts the rows that are checked. A second command has another connection, and checks again. */
    @Test
    void oneRollbackChecksTheOldKeyOnce(TestDatabase database) throws SQLException {
        Situation counted = new Situation("counted", KeyType.INTEGER, """
                CREATE SEQUENCE checked;
                CREATE FUNCTION counted(text) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM nextval(''public.checked''); RETURN true; END';
                """ + Situation.CONNECTIONS.replace("connections (user_id, platform);", "connections (user_id, platform) WHERE counted(platform);"),
                Situation.BY_USER + "  index: false\n");
        Liquibases liquibase = updated(counted, database);
        long together = checked(database, () -> liquibase.rollbackCount(2));
        liquibase.update();
        long apart = checked(database, () -> {
            liquibase.rollbackCount(1);
            liquibase.rollbackCount(1);
        });
        assertThat(apart - together).isEqualTo(database.number("SELECT count(*) FROM connections"));
    }

    private static long checked(TestDatabase database, Runnable rollback) throws SQLException {
        database.execute("ALTER SEQUENCE checked RESTART");
        rollback.run();
        assertThat(database.number("SELECT count(*) FROM pg_class WHERE relname = 'connections_key'")).isEqualTo(1);
        return database.number("SELECT last_value FROM checked");
    }
}
