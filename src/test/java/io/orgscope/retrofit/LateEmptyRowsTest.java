package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.spec.Naming;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.SmallTables;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows without an organization that are written while step 04 runs. The step ends with their keys and leaves no constraint. */
@PostgresTest
class LateEmptyRowsTest {

    private static final String CHECK = Naming.notNullCheck("connections");

    private static final String CHECKS = "SELECT count(*) FROM pg_constraint WHERE contype = 'c' AND conname = '" + CHECK + "'";

    @TempDir
    Path directory;

    /** The steps before 04 have run. No route gives the rows of user 7 an organization. */
    private Liquibases filled(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.updateBefore("/04-not-null");
        database.execute("INSERT INTO users VALUES (7, NULL)");
        return liquibase;
    }

    private static String insert(boolean partitioned, int id) {
        return partitioned ? "INSERT INTO connections (id, user_id, platform, day) VALUES (" + id + ", 7, 'x', date '2029-01-01' + " + id + ") ON CONFLICT DO NOTHING"
                : "INSERT INTO connections (id, user_id, platform) VALUES (" + id + ", 7, 'p" + id + "') ON CONFLICT DO NOTHING";
    }

    /** Of a partitioned table it comes when the CHECKs of other partitions are there. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRowThatComesAfterTheCount(boolean partitioned, TestDatabase database) throws SQLException {
        Liquibases liquibase = filled(partitioned ? Partitioned.nested() : Situation.simple(), database);
        Boards.beforeTheNextAlterTable(database, "IF current_query() LIKE '%connections" + (partitioned ? "_others" : "") + "\" ADD CONSTRAINT%NOT VALID%' THEN "
                + insert(partitioned, 50) + "; END IF");

        assertThatThrownBy(() -> liquibase.updateCount(1)).hasMessageContainingAll("organization_id cannot be NOT NULL yet: 1 row (id=50", "then run update again",
                "This step has left no constraint.").hasMessageNotContaining("23514");
        assertThat(database.number(CHECKS)).isZero();

        database.execute("DROP EVENT TRIGGER late", insert(partitioned, 51));
        assertThatThrownBy(() -> liquibase.updateCount(1)).hasMessageContaining("cannot be NOT NULL yet: 2 rows (id=5");
        database.execute("UPDATE users SET default_organization_id = 1 WHERE id = 7");
        liquibase.update();
        assertThat(database.number("SELECT count(*) FROM connections WHERE organization_id IS NULL")).isZero();
        assertThat(database.number(CHECKS)).isZero();
    }

    @Test
    @SmallTables
    void aSmallTableToo(TestDatabase database) throws SQLException {
        Liquibases liquibase = filled(Situation.simple(), database);
        Boards.beforeTheNextAlterTable(database, "IF current_query() LIKE '%SET NOT NULL%' THEN " + insert(false, 50) + "; END IF");

        assertThatThrownBy(() -> liquibase.updateCount(1)).hasMessageContaining("connections.organization_id cannot be NOT NULL yet: rows had no organization")
                .hasMessageNotContaining("23502");
    }

    /** A run that was killed has left it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCheckThatIsLeftDoesNotStay(boolean partitioned, TestDatabase database) throws SQLException {
        Liquibases liquibase = filled(partitioned ? Partitioned.nested() : Situation.simple(), database);
        database.execute(insert(partitioned, 50), "ALTER TABLE " + (partitioned ? "connections_others" : "connections") + " ADD CONSTRAINT " + CHECK
                + " CHECK (organization_id IS NOT NULL) NOT VALID");

        assertThatThrownBy(() -> liquibase.updateCount(1)).hasMessageContainingAll("cannot be NOT NULL yet: 1 row", "This step has left no constraint.");
        assertThat(database.number(CHECKS)).isZero();
    }
}
