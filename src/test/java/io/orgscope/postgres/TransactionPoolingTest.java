package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.invariant.EveryRowHasOneOrganizationPrecondition;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PoolerProxy;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            liquibase.rollbackAll();
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
    void repairRefusesItAndChangesNoSession(TestDatabase database) throws Exception {
        try (PoolerProxy direct = PoolerProxy.in(PoolerProxy.Mode.SESSION, database)) {
            tables(database, direct).labels("orgscope-expand").update();
        }
        try (PoolerProxy pooler = PoolerProxy.in(PoolerProxy.Mode.TRANSACTION, database)) {
            assertThatThrownBy(() -> Liquibases.at(pooler.url()).in(directory).run("orgscopeRepair", Map.of("spec", FILE))).hasStackTraceContaining(MESSAGE);
        }
    }

    /** Nothing is known about the rule then: onFail, which could mark the change set as ran, does not count. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPreconditionRefusesItOutsideATransaction(boolean inTransaction, TestDatabase database) throws Exception {
        try (PoolerProxy pooler = PoolerProxy.in(PoolerProxy.Mode.TRANSACTION, database)) {
            Liquibases liquibase = tables(database, pooler).changelog("changelog.yaml", """
                    databaseChangeLog:
                      - changeSet:
                          id: guarded
                          author: me
                          runInTransaction: %s
                          preConditions:
                            - onFail: MARK_RAN
                            - everyRowHasOneOrganization: { tableName: notes, route: user_id -> users.organization_id }
                          changes:
                            - sql: CREATE TABLE made ()
                    """.formatted(inTransaction));
            if (inTransaction) {
                liquibase.update();
            } else {
                assertThatThrownBy(liquibase::update).hasStackTraceContaining(MESSAGE);
            }
            assertThat(database.flag("SELECT to_regclass('made') IS NOT NULL")).isEqualTo(inTransaction);
        }
    }

    /** Liquibase shows the innermost cause. So the first failure is a suppressed one. */
    @Test
    void thePreconditionKeepsTheFailure(TestDatabase database) throws Exception {
        try (PoolerProxy pooler = PoolerProxy.in(PoolerProxy.Mode.TRANSACTION, database); Connection connection = DriverManager.getConnection(pooler.url())) {
            tables(database, pooler);
            EveryRowHasOneOrganizationPrecondition rule = new EveryRowHasOneOrganizationPrecondition();
            rule.setTableName("notes");
            rule.setRoute("user_id -> users.organization_id");
            PostgresDatabase asked = new PostgresDatabase();
            asked.setConnection(new JdbcConnection(connection));
            // The driver of Liquibase's connection is in autocommit mode outside a transaction.
            connection.setAutoCommit(true);
            assertThatThrownBy(() -> rule.check(asked)).hasMessageContaining(MESSAGE).cause().isInstanceOf(SQLException.class).hasMessageContaining(MESSAGE)
                    .hasNoCause().satisfies(cause -> assertThat(cause.getSuppressed()).singleElement().isInstanceOf(OrgScopeException.class));
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
            assertThatCode(() -> TransactionPooling.refuse(connection, () -> {
                throw new SQLException("too many connections");
            })).doesNotThrowAnyException();
        }
    }

    /** The role that it becomes does not see the activity of the role that logged in. */
    @Test
    void norIsARoleThatBecomesAnother(TestDatabase database) throws Exception {
        Login member = database.asRole("becomes_another");
        database.asRole("another");
        database.execute("GRANT another TO becomes_another", "ALTER ROLE becomes_another SET role = another");
        try (Connection connection = member.connection()) {
            assertThatCode(() -> TransactionPooling.refuse(connection, member::connection)).doesNotThrowAnyException();
        } finally {
            database.execute("ALTER ROLE becomes_another RESET role");
        }
    }

    /** A DataSource does not tell its password. */
    @Test
    void behindAPoolerWithoutASecondConnectionTheUserHasToSayThatItIsASessionPool(TestDatabase database) throws Exception {
        TransactionPooling.Another none = () -> {
            throw new SQLException("no password");
        };
        try (PoolerProxy pooler = PoolerProxy.in(PoolerProxy.Mode.SESSION, database); Connection connection = DriverManager.getConnection(pooler.url())) {
            assertThatThrownBy(() -> TransactionPooling.refuse(connection, none)).isInstanceOf(OrgScopeException.class)
                    .hasMessageContaining("no password")
                    .hasMessageContaining("set the system property orgscope.sessionPool to true").hasMessageContaining("JAVA_OPTS=-Dorgscope.sessionPool=true liquibase");
            System.setProperty("orgscope.sessionPool", "true");
            try {
                assertThatCode(() -> TransactionPooling.refuse(connection, none)).doesNotThrowAnyException();
            } finally {
                System.clearProperty("orgscope.sessionPool");
            }
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
