package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PostgresTest
@DisplayName("A row that has no value is left as it is, and counted")
class UnansweredTest {

    @Test
    void itStaysEmptyAndUntouched(TestDatabase database) throws SQLException {
        Ground.connections(database, 5000);
        database.execute("UPDATE users SET default_organization_id = NULL WHERE id IN (10, 20)", "VACUUM FULL connections");
        String versions = versionsOfUnanswered(database);

        BackfillResult result = Ground.fill(database, Ground.task("connections"));

        assertThat(result.empty()).isEqualTo(100);
        assertThat(result.filled()).isEqualTo(4900);
        assertThat(Ground.wrong(database, "connections")).isZero();
        assertThat(versionsOfUnanswered(database)).isEqualTo(versions);
    }

    @Test
    void allOfThem(TestDatabase database) throws SQLException {
        Ground.connections(database, 500);
        database.execute("UPDATE users SET default_organization_id = NULL");

        BackfillResult result = Ground.fill(database, Ground.task("connections"));

        assertThat(result.filled()).isZero();
        assertThat(result.empty()).isEqualTo(500);
    }

    @Test
    void rowsThatHaveAValueAlreadyAreNeverWritten(TestDatabase database) throws SQLException {
        Ground.connections(database, 5000);
        database.execute("UPDATE connections SET organization_id = 77 WHERE id % 10 = 0");
        String before = database.string("SELECT md5(string_agg(ctid::text || xmin, '' ORDER BY id)) FROM connections WHERE id % 10 = 0");

        BackfillResult result = Ground.fill(database, Ground.task("connections"));

        assertThat(result.filled()).isEqualTo(4500);
        assertThat(database.string("SELECT md5(string_agg(ctid::text || xmin, '' ORDER BY id)) FROM connections WHERE id % 10 = 0"))
                .isEqualTo(before);
    }

    @Test
    @Timeout(120)
    void itEndsWhileRowsAreInsertedWithoutEnd(TestDatabase database) throws Exception {
        Ground.connections(database, 5000);
        database.execute("UPDATE users SET default_organization_id = NULL WHERE id = 10");
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Void> inserts = CompletableFuture.runAsync(() -> insertUntil(stop, database));

        BackfillResult result = Ground.fill(database, Ground.task("connections"));

        stop.set(true);
        inserts.get();
        assertThat(result.empty()).isGreaterThanOrEqualTo(50);
        assertThat(database.number("SELECT count(*) FROM connections WHERE organization_id IS NULL AND user_id <> 10 AND id <= 5000")).isZero();
    }

    private static void insertUntil(AtomicBoolean stop, TestDatabase database) {
        try (Connection connection = database.connection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO connections (id, user_id, platform, name, token) VALUES (?, ?, 'p', 'n' || ?, 'x')""")) {
            for (int id = 1_000_000; !stop.get(); id++) {
                insert.setInt(1, id);
                insert.setInt(2, id % 2 == 0 ? 10 : 11);
                insert.setInt(3, id);
                insert.execute();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String versionsOfUnanswered(TestDatabase database) throws SQLException {
        return database.string("""
                SELECT md5(string_agg(c.ctid::text || c.xmin, '' ORDER BY c.id)) FROM connections AS c
                  JOIN users AS u ON u.id = c.user_id AND u.default_organization_id IS NULL""");
    }
}
