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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has made the column and the scoped key before the first update. */
@PostgresTest
class AdoptedUniqueIndexTest {

    private static final int ALL = 100;

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
}
