package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has made the column and the scoped key before the first update. */
@PostgresTest
class AdoptedUniqueIndexTest {


    private static final String COLUMN = "ALTER TABLE connections ADD organization_id integer REFERENCES organizations ON DELETE CASCADE;\n";

    @TempDir
    Path directory;

    private static Situation situation(String made) {
        return new Situation("made by hand", KeyType.INTEGER, Situation.CONNECTIONS + COLUMN + made, Situation.BY_USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "connections_key_by_organization_id"})
    void aDeferrableConstraintIsNotTheScopedKey(String name, TestDatabase database) throws SQLException {
        Situation situation = situation("ALTER TABLE connections ADD CONSTRAINT " + name + " UNIQUE (organization_id, user_id, platform) DEFERRABLE");
        situation.into(database);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        assertThatThrownBy(liquibase::update).hasMessageContaining("The unique constraint " + name + " of connections is deferrable")
                .hasMessageContaining("DROP CONSTRAINT \"" + name + "\"");
        assertThat(CatalogSnapshot.diff(before, CatalogSnapshot.of(database))).allMatch(line -> line.contains("databasechangelog"));

        database.execute("ALTER TABLE connections DROP CONSTRAINT " + name);
        liquibase.update();
    }

    @Test
    void theOldKeyStaysIfADeferrableOneHasTakenThePlaceOfOurs(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        liquibase.labels("orgscope-expand").update();
        database.execute("DROP INDEX connections_key_by_organization_id", "ALTER TABLE connections ADD CONSTRAINT connections_key_by_organization_id"
                + " UNIQUE (organization_id, user_id, platform) DEFERRABLE");
        assertThatThrownBy(liquibase::update).hasMessageContaining("or it is deferrable, so connections_key stays");
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NOT NULL")).isTrue();
    }

    @Test
    void aColumnOfTheOldKeyThatWasRenamed(TestDatabase database) throws SQLException {
        Situation situation = situation("CREATE UNIQUE INDEX mine ON connections (organization_id, user_id, platform);");
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.update();
        database.execute("ALTER TABLE connections RENAME platform TO channel");
        RollbackGuardTest.refused(liquibase, database, "The rollback cannot restore the unique index connections_key of connections", "user_id, platform), but there is none",
                "Rename the column back", "Then run rollback again");

        database.execute("ALTER TABLE connections RENAME channel TO platform");
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NOT NULL")).isTrue();
    }

    /** The storage parameters of the adopted index have changed since. */
    @Test
    void theRollbackKnowsItByAnIndexWithOtherStorageParameters(TestDatabase database) throws SQLException {
        Situation situation = situation("CREATE UNIQUE INDEX mine ON connections (organization_id, user_id, platform);");
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.update();
        database.execute("ALTER INDEX mine SET (fillfactor = 80)", "INSERT INTO connections (id, user_id, platform, organization_id) VALUES (77, 1, 'x', 2)");
        RollbackGuardTest.refused(liquibase, database, "have the same key as a row of another organization. Nothing was dropped");

        database.execute("DELETE FROM connections WHERE id = 77");
        liquibase.rollbackAll();
    }

    static Stream<Situation> underAnotherName() {
        return Stream.of(situation("CREATE UNIQUE INDEX mine ON connections (organization_id, user_id, platform);"),
                new Situation("partial, with a tablespace", KeyType.INTEGER, Situation.CONNECTIONS.replace("connections (user_id, platform);",
                        "connections (lower(platform), user_id) TABLESPACE {space} WHERE platform <> '';") + COLUMN
                        + "CREATE UNIQUE INDEX mine ON connections (organization_id, lower(platform), user_id) WHERE platform <> '';", Situation.BY_USER + "  index: by_organization\n"),
                new Situation("partitioned", KeyType.INTEGER, Partitioned.NESTED + COLUMN
                        + "CREATE UNIQUE INDEX mine ON connections (organization_id, user_id, platform, day) WITH (fillfactor = 70);", Situation.BY_USER));
    }

    /** The guard of the rollback finds it although it has not the name of ours. */
    @ParameterizedTest
    @MethodSource("underAnotherName")
    void theRollbackKnowsTheOldKeyByTheAdoptedIndex(Situation situation, TestDatabase database) throws SQLException {
        assumeTrue(Postgres.major() >= 15, "before, a tablespace needs a directory on the server");
        String space = "\"fast TABLESPACE " + database.name() + "\"";
        database.execute("SET allow_in_place_tablespaces = on", "CREATE TABLESPACE " + space + " LOCATION ''");
        new Situation("", KeyType.INTEGER, situation.tables().replace("{space}", space), "").into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL AND to_regclass('connections_key_by_organization_id') IS NULL")).isTrue();
        database.execute("CREATE TABLE twins AS SELECT * FROM connections WHERE id = 1", "UPDATE twins SET id = 77, organization_id = 2",
                "INSERT INTO connections SELECT * FROM twins");
        CatalogSnapshot updated = CatalogSnapshot.of(database);
        String script = liquibase.rollbackAllSql();

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("have the same key as a row of another organization. Nothing was dropped");
        assertThatThrownBy(() -> Script.run(database, script)).hasMessageContaining("again, and that would fail");
        assertThat(CatalogSnapshot.diff(updated, CatalogSnapshot.of(database))).isEmpty();

        liquibase.releaseLocks();
        database.execute("DELETE FROM connections WHERE id = 77", "DROP TABLE twins");
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
        database.execute("DROP TABLE connections", "DROP TABLESPACE " + space);
    }
}
