package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.postgres.Sql;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PostgresTest
@DisplayName("A table of a few pages")
class FewPagesTest {

    private static final int ROWS = 240;

    @Test
    void isFilledByOneTransactionForEachBatch(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, ROWS);
        try (Connection connection = database.connection()) {
            FewPages pages = new FewPages(BackfillFixture.heapBackfill(connection, BackfillFixture.task("connections")), connection);

            assertThat(pages.fill()).isTrue();

            assertThat(pages.walBytes()).isPositive();
        }
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
        assertThat(database.number("SELECT count(DISTINCT xmin::text) FROM connections")).isEqualTo(2);
    }

    @Test
    void keepsItsRowsUntilTheSweepIfSomebodyHoldsOne(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, ROWS);
        try (Connection connection = database.connection(); Connection other = database.connection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT FROM connections WHERE id = 1 FOR UPDATE");

            assertThat(new FewPages(BackfillFixture.heapBackfill(connection, BackfillFixture.task("connections")), connection).fill()).isFalse();

            assertThat(database.number("SELECT min(id) FROM connections WHERE organization_id IS NOT NULL")).isGreaterThan(1);
            other.rollback();
        }
        assertThat(BackfillFixture.fill(database, BackfillFixture.task("connections")).empty()).isZero();
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
    }

    @Test
    void leavesTheSettingsOfTheConnectionAsTheyWere(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, ROWS);
        database.execute("UPDATE users SET default_organization_id = NULL WHERE id = 1");
        try (Connection connection = database.connection()) {
            String before = settings(connection);

            assertThat(new FewPages(BackfillFixture.heapBackfill(connection, BackfillFixture.task("connections")), connection).fill()).isFalse();

            assertThat(settings(connection)).isEqualTo(before);
        }
    }

    private static String settings(Connection connection) throws SQLException {
        return Sql.first(connection, null, "SELECT string_agg(name || setting || source, ' ' ORDER BY name) FROM pg_settings",
                row -> row.getString(1)) + Sql.first(connection, null, "SELECT coalesce(current_setting('orgscope.filling', true), '')",
                row -> row.getString(1));
    }
}
