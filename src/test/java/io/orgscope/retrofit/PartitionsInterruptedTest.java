package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stops a run over a partitioned table, and wherever: the next one finishes, in either direction. */
@PostgresTest
class PartitionsInterruptedTest {

    private static final int ALL = 100;

    @TempDir
    Path directory;

    private static Situation situation() {
        return new Situation("partitions", KeyType.INTEGER, """
                CREATE TABLE connections (id integer NOT NULL, user_id integer NOT NULL REFERENCES users, platform text NOT NULL, note text,
                  PRIMARY KEY (id, platform)) PARTITION BY LIST (platform);
                CREATE TABLE connections_x PARTITION OF connections FOR VALUES IN ('x');
                CREATE TABLE connections_others PARTITION OF connections DEFAULT PARTITION BY RANGE (id);
                CREATE TABLE connections_others_all PARTITION OF connections_others DEFAULT;
                ALTER TABLE connections ADD CONSTRAINT connections_key UNIQUE (user_id, platform, id);
                COMMENT ON CONSTRAINT connections_key ON connections IS 'said of it';
                INSERT INTO connections SELECT n, (n - 1) % 6 + 1, (ARRAY['x', 'y'])[n % 2 + 1] FROM generate_series(1, 12) n;
                """, Situation.BY_USER + "  index: by_organization\n");
    }

    /** At every nineteenth statement that changes the catalog, one of four ways each; all ways at all with {@code -Dorgscope.thorough=true}. */
    @Test
    void stoppedBeforeAnyStatement(TestDatabase database) throws SQLException {
        assertThat(InterruptedTest.stoppedBeforeStatements(19, situation(), database, directory)).isGreaterThan(9);
    }

    /** What is left is the whole, INVALID, with one part that is INVALID too. */
    @Test
    void anInvalidPartIsBuiltAgain(TestDatabase database) throws Exception {
        situation().into(database);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        Liquibases liquibase = situation().liquibase(database, directory);
        liquibase.updateCount(7);
        InterruptedTest.killedWhileBuilding(database, () -> liquibase.updateCount(1));
        assertThat(invalid(database)).isGreaterThan(1);
        liquibase.releaseLocks();
        liquibase.update();
        assertThat(invalid(database)).isZero();

        InterruptedTest.killedWhileBuilding(database, () -> liquibase.rollbackCount(ALL));
        assertThat(invalid(database)).isGreaterThan(1);
        liquibase.releaseLocks();
        liquibase.rollbackCount(ALL);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    /** A way back that was killed while it built the old index again, and then the way forward. */
    @Test
    void whatAKilledWayBackHasBuiltGoesAgain(TestDatabase database) throws Exception {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        liquibase.update();
        CatalogSnapshot after = CatalogSnapshot.of(database, "orgscope");
        InterruptedTest.killedWhileBuilding(database, () -> liquibase.rollbackCount(ALL));
        liquibase.releaseLocks();
        liquibase.update();
        CatalogSnapshot.assertSame(after, CatalogSnapshot.of(database, "orgscope"));
    }

    private static long invalid(TestDatabase database) throws SQLException {
        return database.number("SELECT count(*) FROM pg_index WHERE NOT indisvalid");
    }
}
