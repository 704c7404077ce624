package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PostgresTest
class LockRetryTest {

    /** An autovacuum gives way to a request that waits as long as deadlock_timeout. The setting is a text with a unit. */
    @ParameterizedTest
    @CsvSource({"10ms, 600000, 2500", "1s, 600000, 2500", "2500ms, 600000, 4000", "4s, 600000, 5500", "1min, 600000, 61500",
            "1min, 20000, 20000", "2147483647, 600000, 600000", "4s, 400, 2500"})
    void waitsLongerThanTheDeadlockTimeout(String deadlockTimeout, String deadline, String patience, TestDatabase database) throws SQLException {
        try (Connection connection = database.connection()) {
            Sql.execute(connection, "SET deadlock_timeout = '" + deadlockTimeout + "'");
            String waits = Sql.first(connection, "", "SELECT " + LockRetry.patience(deadline), row -> row.getString(1));
            assertThat(waits).isEqualTo(patience);
        }
    }

    /** The statements of the first attempt fail as if another session held a lock. */
    @ParameterizedTest
    @CsvSource({"public, other, true", "public, missing, false", "hidden, other, false", "nowhere, other, false", "public, references_only, false"})
    void locksTheOtherTableOnlyIfItCan(String schema, String other, boolean locked, TestDatabase database) throws SQLException {
        Login role = database.asRole("role of " + database.name());
        String grantee = " TO " + Identifier.quote(role.user());
        database.execute("CREATE TABLE own (locked boolean); CREATE TABLE other (); CREATE TABLE references_only (); CREATE SEQUENCE attempts",
                "CREATE SCHEMA hidden; CREATE TABLE hidden.other ()",
                "GRANT ALL ON own, other, attempts, hidden.other" + grantee, "GRANT SELECT, REFERENCES ON references_only" + grantee);
        try (Connection connection = role.connection()) {
            new LockRetry(connection, LockPolicy.DEFAULT).run(List.of(new TableName("public", "own")), new TableName(schema, other),
                    List.of("DO $$ BEGIN IF nextval('attempts') = 1 THEN RAISE lock_not_available; END IF; END $$", """
                            INSERT INTO own SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE l.pid = pg_backend_pid()
                              AND c.relname = 'other' AND l.mode = 'ShareUpdateExclusiveLock')"""), "");
        }
        assertThat(database.string("SELECT locked FROM own")).isEqualTo(locked ? "t" : "f");
    }
}
