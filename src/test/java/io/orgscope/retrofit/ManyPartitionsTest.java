package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many partitions, forward and back; {@code -Dorgscope.partitions=300} for more of them. */
@PostgresTest
class ManyPartitionsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyPartitionsTest.class);
    private static final int PARTITIONS = Integer.getInteger("orgscope.partitions", 40);

    @TempDir
    Path directory;

    private static Situation situation() {
        return new Situation("many partitions", KeyType.UUID, """
                CREATE TABLE connections (id integer NOT NULL, user_id integer NOT NULL REFERENCES users, platform text NOT NULL,
                  PRIMARY KEY (id)) PARTITION BY HASH (id);
                DO $$BEGIN
                  FOR i IN 0 .. %1$d - 1 LOOP
                    EXECUTE format('CREATE TABLE connections_%%s PARTITION OF connections FOR VALUES WITH (MODULUS %1$d, REMAINDER %%s)', i, i);
                  END LOOP;
                END$$;
                CREATE UNIQUE INDEX connections_key ON connections (user_id, platform, id);
                INSERT INTO connections SELECT n, n %% 6 + 1, 'p' || n FROM generate_series(1, %1$d * 100) n;
                """.formatted(PARTITIONS), Situation.BY_USER + "  workers: 2\n");
    }

    @Test
    void forwardAndBack(TestDatabase database) throws SQLException {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        RowSnapshot rows = RowSnapshot.of(database, List.of(), List.of("orgscope"));
        timed("update", liquibase::update);
        assertThat(database.number("SELECT count(*) FROM connections c JOIN users u ON u.id = c.user_id"
                + " WHERE c.organization_id = u.default_organization_id")).isEqualTo(PARTITIONS * 100L);
        assertThat(database.number("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isZero();
        timed("rollback", liquibase::rollbackAll);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
        assertThat(RowSnapshot.diff(rows, RowSnapshot.of(database, List.of(), List.of("orgscope")))).isEmpty();
    }

    private static void timed(String what, Runnable run) {
        long start = System.nanoTime();
        run.run();
        LOG.info("{} of {} partitions: {} ms", what, PARTITIONS, (System.nanoTime() - start) / 1_000_000);
    }
}
