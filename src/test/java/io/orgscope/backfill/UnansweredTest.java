package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest
@DisplayName("A row that has no value is left as it is, and counted")
class UnansweredTest {

    @Test
    void itStaysEmptyAndUntouched(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 5000);
        database.execute("UPDATE users SET default_organization_id = NULL WHERE id IN (10, 20)", "VACUUM FULL connections");
        String versions = versionsOfUnanswered(database);

        BackfillResult result = BackfillFixture.fill(database, BackfillFixture.task("connections"));

        assertThat(result.empty()).isEqualTo(100);
        assertThat(result.filled()).isEqualTo(4900);
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
        assertThat(versionsOfUnanswered(database)).isEqualTo(versions);
    }

    @Test
    void allOfThem(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 500);
        database.execute("UPDATE users SET default_organization_id = NULL");

        BackfillResult result = BackfillFixture.fill(database, BackfillFixture.task("connections"));

        assertThat(result.filled()).isZero();
        assertThat(result.empty()).isEqualTo(500);
    }

    @Test
    void rowsThatHaveAValueAlreadyAreNeverWritten(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 5000);
        database.execute("UPDATE connections SET organization_id = 77 WHERE id % 10 = 0");
        String before = database.string("SELECT md5(string_agg(ctid::text || xmin, '' ORDER BY id)) FROM connections WHERE id % 10 = 0");

        BackfillResult result = BackfillFixture.fill(database, BackfillFixture.task("connections"));

        assertThat(result.filled()).isEqualTo(4500);
        assertThat(database.string("SELECT md5(string_agg(ctid::text || xmin, '' ORDER BY id)) FROM connections WHERE id % 10 = 0"))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Timeout(300)
    void itEndsThoughEveryRowThatItFillsBringsOthers(int others, TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 500);
        database.execute("UPDATE users SET default_organization_id = NULL WHERE id = 10");
        insertForEveryUpdatedRow(database, others);

        BackfillResult result = BackfillFixture.fill(database, BackfillFixture.task("connections"));

        assertThat(result.empty()).isGreaterThanOrEqualTo(5);
        assertThat(database.number("SELECT count(*) FROM connections WHERE organization_id IS NULL AND user_id <> 10 AND id <= 500")).isZero();
        assertThat(database.number("SELECT count(*) FROM connections WHERE organization_id IS NULL AND user_id <> 10")).isPositive();
    }

    /** For every row that is updated come one row without a value and so many with one: more than can ever be filled. */
    private static void insertForEveryUpdatedRow(TestDatabase database, int others) throws SQLException {
        database.execute("""
                CREATE SEQUENCE more START 1000001;
                CREATE FUNCTION more_come() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  INSERT INTO connections (id, user_id, platform, name, token)
                  SELECT nextval('more'), u, 'p', 'n' || currval('more'), 'x' FROM updated, unnest(ARRAY[10] || array_fill(11, ARRAY[%d])) AS u;
                  RETURN NULL;
                END $$;
                CREATE TRIGGER more_come AFTER UPDATE ON connections REFERENCING NEW TABLE AS updated
                  FOR EACH STATEMENT EXECUTE FUNCTION more_come();
                """.formatted(others));
    }

    private static String versionsOfUnanswered(TestDatabase database) throws SQLException {
        return database.string("""
                SELECT md5(string_agg(c.ctid::text || c.xmin, '' ORDER BY c.id)) FROM connections AS c
                  JOIN users AS u ON u.id = c.user_id AND u.default_organization_id IS NULL""");
    }
}
