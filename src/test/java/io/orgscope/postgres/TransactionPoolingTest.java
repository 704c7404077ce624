package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PoolerProxy;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a pooler in session mode everything works; in transaction mode the first step refuses. */
@PostgresTest
class TransactionPoolingTest {

    private static final String FILE = "tenancy.orgscope.yaml";
    private static final String MESSAGE = "This connection goes through a pooler in transaction mode";

    @TempDir
    Path directory;

    @Test
    void updateAndRollbackWorkInSessionMode(TestDatabase database) throws Exception {
        try (PoolerProxy pooler = PoolerProxy.in(PoolerProxy.Mode.SESSION, database)) {
            Liquibases liquibase = tables(database, pooler);
            liquibase.update();
            assertThat(database.number("SELECT count(*) FROM notes WHERE organization_id = user_id")).isEqualTo(2);
            liquibase.rollbackCount(100);
        }
    }

    @Test
    void theFirstStepRefusesInTransactionModeAndChangesNothing(TestDatabase database) throws Exception {
        try (PoolerProxy pooler = PoolerProxy.in(PoolerProxy.Mode.TRANSACTION, database)) {
            Liquibases liquibase = tables(database, pooler);
            assertThatThrownBy(liquibase::update).hasStackTraceContaining(MESSAGE);
            assertThat(database.strings("SELECT attname FROM pg_attribute WHERE attrelid = 'notes'::regclass AND attnum > 0")).containsExactly("id", "user_id");
        }
    }

    @Test
    void aBusyPoolIsFoundToo(TestDatabase database) throws Exception {
        try (PoolerProxy pooler = PoolerProxy.in(PoolerProxy.Mode.TRANSACTION, database);
                Connection one = DriverManager.getConnection(pooler.url()); Connection busy = DriverManager.getConnection(pooler.url())) {
            assertThatThrownBy(() -> TransactionPooling.refuse(one, () -> {
                // Another client takes the session that this one gave back, and holds it.
                busy.setAutoCommit(false);
                Sql.execute(busy, "SELECT 1");
                return DriverManager.getConnection(pooler.url());
            })).isInstanceOf(OrgScopeException.class).hasMessageContaining(MESSAGE);
        }
    }

    @Test
    void aConnectionToTheServerItselfIsNeverRefused(TestDatabase database) throws Exception {
        try (Connection connection = database.connection()) {
            for (int i = 0; i < 20; i++) {
                assertThatCode(() -> TransactionPooling.refuse(connection, database::connection)).doesNotThrowAnyException();
            }
            assertThatCode(() -> TransactionPooling.refuse(connection, () -> {
                throw new SQLException("too many connections");
            })).doesNotThrowAnyException();
        }
    }

    private Liquibases tables(TestDatabase database, PoolerProxy pooler) throws SQLException {
        database.execute("CREATE TABLE organizations (id int PRIMARY KEY); CREATE TABLE users (id int PRIMARY KEY, organization_id int REFERENCES organizations);"
                + "CREATE TABLE notes (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users); INSERT INTO organizations VALUES (1), (2);"
                + "INSERT INTO users VALUES (1, 1), (2, 2); INSERT INTO notes VALUES (1, 1), (2, 2)");
        return Liquibases.at(pooler.url()).in(directory).changelog(FILE, """
                orgscope: { version: 1, tables: [ { table: notes, route: user_id -> users.organization_id } ] }
                """);
    }
}
