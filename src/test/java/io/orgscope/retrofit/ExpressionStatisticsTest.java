package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The planner has statistics about the expressions of a unique index, whichever of the two indexes is there. */
@PostgresTest
class ExpressionStatisticsTest {

    private static final String SCOPED = "by_email_by_organization_id";

    private static final String TARGETS = "SELECT string_agg(attnum || ':' || attstattarget, ' ' ORDER BY attnum) FROM pg_attribute"
            + " WHERE attrelid = to_regclass('%s') AND attstattarget >= 0";

    @TempDir
    Path directory;

    private static long statistics(TestDatabase database, String index) throws SQLException {
        return database.number("SELECT count(*) FROM pg_stats WHERE tablename = '" + index + "'");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theScopedIndexHasThemBeforeTheOldOneGoes(boolean script, TestDatabase database) throws SQLException {
        Situation.partial().into(database);
        database.execute("ANALYZE connections");
        assertThat(statistics(database, "by_email")).isEqualTo(2);
        Liquibases liquibase = Situation.partial().liquibase(database, directory);

        if (script) {
            Script.run(database, liquibase.updateSql());
        } else {
            liquibase.update();
        }
        assertThat(database.flag("SELECT to_regclass('by_email') IS NULL")).isTrue();
        assertThat(statistics(database, SCOPED)).isEqualTo(2);
        assertThat(database.string(TARGETS.formatted(SCOPED))).isEqualTo("2:500");

        if (script) {
            Script.run(database, liquibase.rollbackAllSql());
        } else {
            liquibase.rollbackAll();
        }
        assertThat(database.flag("SELECT to_regclass('" + SCOPED + "') IS NULL")).isTrue();
        assertThat(statistics(database, "by_email")).isEqualTo(2);
        assertThat(database.string(TARGETS.formatted("by_email"))).isEqualTo("1:500");
    }

    /** PostgreSQL has the statistics of each part. */
    @Test
    void thePartsOfAPartitionedTableToo(TestDatabase database) throws SQLException {
        Situation situation = new Situation("partitions", KeyType.INTEGER, """
                CREATE TABLE connections (id integer NOT NULL, user_id integer NOT NULL, email text NOT NULL, PRIMARY KEY (id)) PARTITION BY LIST (id);
                CREATE TABLE connections_1 PARTITION OF connections FOR VALUES IN (1, 2, 3);
                CREATE TABLE connections_others PARTITION OF connections DEFAULT;
                CREATE UNIQUE INDEX by_email ON connections (lower(email), id);
                INSERT INTO connections SELECT n, n, 'User' || n FROM generate_series(1, 6) n;
                ALTER INDEX connections_1_lower_id_idx ALTER COLUMN 1 SET STATISTICS 50;
                """, """
                - table: connections
                  route: user_id -> users.default_organization_id
                  unique: { replaces: by_email }
                """);
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        String of = "SELECT count(DISTINCT s.tablename) FROM pg_partition_tree('%s') t JOIN pg_class c ON c.oid = t.relid JOIN pg_stats s ON s.tablename = c.relname";

        liquibase.update();
        assertThat(database.number(of.formatted(SCOPED))).isEqualTo(2);
        assertThat(database.string("SELECT string_agg(a.attrelid::regclass || ' ' || attnum || ':' || attstattarget, ' ') FROM pg_partition_tree('" + SCOPED + "') t"
                + " JOIN pg_attribute a ON a.attrelid = t.relid WHERE attstattarget >= 0")).startsWith("connections_1_").endsWith(" 2:50");

        liquibase.rollbackAll();
        assertThat(database.number(of.formatted("by_email"))).isEqualTo(2);
    }
}
