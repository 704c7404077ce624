package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps 11 to 14 stopped between what they did and Liquibase's record of it, and then back. Liquibase does not roll that step back. */
@PostgresTest
class InterruptedIsolationTest {


    private static final String ROW_SECURITY = "SELECT relrowsecurity OR EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid) FROM pg_class c"
            + " WHERE oid = 'connections'::regclass";

    @TempDir
    Path directory;

    private static Situation boards(TestDatabase database) throws SQLException {
        String app = database.asRole("app_" + database.name()).user();
        return new Situation("boards", KeyType.INTEGER, Boards.TABLES + "CREATE UNIQUE INDEX once ON members (user_id, organization_id);\n"
                + "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + app + ";\n",
                Boards.DECLARED.replace("composite }", "composite, rows: { roles: [ " + app + " ] } }\n  distribute: citus")
                        .replaceFirst("(?s)(.*)composite,", "$1composite, memberships: user_id -> members(user_id).organization_id,"));
    }

    /** Of each table: the first one that is rolled back may be another than the one whose step was stopped. */
    @Test
    void stoppedBeforeAnyRecordThenBack(TestDatabase database) throws SQLException {
        Situation situation = boards(database);
        situation.into(database);
        FaultInjection faults = new FaultInjection(database);
        InterruptedTest.State before = InterruptedTest.State.of(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.updateCount(0);
        for (String step : List.of("boards/11-", "cards/11-", "remarks/11-composite", "remarks/11-membership", "boards/12-", "cards/12-", "remarks/12-",
                "remarks/13-", "boards/14-", "cards/14-", "remarks/14-")) {
            faults.stopBeforeTheRecord(step, liquibase::update);
            liquibase.rollbackAll();
            before.assertNow(database, "stopped before the record of " + step);
        }
    }

    /** What was declared may be taken out again before the rollback. Then step 08 finds what is left. */
    @ParameterizedTest
    @ValueSource(strings = {"remarks/11-composite", "remarks/11-membership", "remarks/12-", "remarks/14-"})
    void theDeclarationIsTakenOut(String step, TestDatabase database) throws SQLException {
        Situation situation = boards(database);
        situation.into(database);
        FaultInjection faults = new FaultInjection(database);
        InterruptedTest.State before = InterruptedTest.State.of(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        String gone = step.replaceFirst("remarks/(..)-(composite|.*).*", "$1");
        liquibase.updateCount(0);
        faults.stopBeforeTheRecord(step, liquibase::update);
        String left = gone.equals("14") ? situation.declaration().replaceFirst("(?s)(.*)\n  distribute: citus", "$1")
                : situation.declaration().replaceFirst("(?s)(.*), memberships: [^,]*,", "$1,").replaceFirst("(?s)(.*)  isolation: [^\n]*", "$1  isolation: none")
                        .replaceFirst("(?s)(.*)\n  distribute: citus", "$1");
        new Situation("less", KeyType.INTEGER, "", left).liquibase(database, directory).rollbackAll();
        before.assertNow(database, step + " was taken out");
    }

    /** The old application sees no row until it is gone. So it goes before the indexes are built again. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowSecurityGoesFirst(boolean force, TestDatabase database) throws SQLException {
        Login owner = database.asOwner("owner_" + database.name());
        String app = database.asRole("app_" + database.name()).user();
        database.execute("GRANT " + app + " TO " + owner.user());
        Situation situation = new Situation("connections", KeyType.INTEGER, Situation.CONNECTIONS + "GRANT SELECT ON connections TO " + app + ";",
                Situation.BY_USER + "  isolation: { rows: { roles: [ " + app + " ], force: " + force + " } }\n");
        situation.into(owner);
        FaultInjection faults = new FaultInjection(database);
        InterruptedTest.State before = InterruptedTest.State.of(database);
        Liquibases liquibase = situation.liquibase(owner, directory);
        liquibase.updateCount(0);
        faults.stopBeforeTheRecord("connections/12-", liquibase::update);
        assertThat(database.flag(ROW_SECURITY)).isTrue();
        String script = liquibase.rollbackAllSql();
        assertThatThrownBy(() -> Script.run(owner, script)).hasMessageContaining("A step of connections was stopped before it ended. Run update to the end");
        assertThat(database.flag(ROW_SECURITY)).isTrue();

        liquibase.releaseLocks();
        liquibase.rollbackCount(1);
        assertThat(database.flag(ROW_SECURITY)).isFalse();
        assertThat(database.string("SELECT id FROM databasechangelog ORDER BY orderexecuted DESC LIMIT 1")).startsWith("connections/09-");
        liquibase.rollbackAll();
        before.assertNow(database, "back");

        liquibase.update();
        assertThat(database.flag(ROW_SECURITY)).isTrue();
        liquibase.rollbackCount(1);
        assertThat(database.flag(ROW_SECURITY)).as("13 is rolled back, 12 is recorded").isTrue();
    }

    /** Change sets of one's own may be without step 08. Then step 01 says what the policies are. */
    @Test
    void whatIsLeftIsSaidToBeLeft(TestDatabase database) throws SQLException {
        String app = database.asRole("app_" + database.name()).user();
        Situation without = Situation.simple();
        Situation situation = new Situation("connections", KeyType.INTEGER, without.tables() + "GRANT SELECT ON connections TO " + app + ";",
                without.declaration() + "  isolation: { rows: { roles: [ " + app + " ] } }\n");
        situation.into(database);
        situation.liquibase(database, directory).update();
        database.execute("DELETE FROM databasechangelog WHERE id ~ '/(08|12|13)-'");
        Liquibases liquibase = without.liquibase(database, directory);
        String message = "Dropping connections.organization_id would also drop objects that are left of a step that was stopped: policy orgscope_isolation_delete on"
                + " table connections, ";
        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining(message).hasMessageContaining("Run update to the end, then rollback again.");
        assertThatThrownBy(() -> Script.run(database, liquibase.rollbackAllSql())).hasMessageContaining(message);
        liquibase.releaseLocks();
        situation.liquibase(database, directory).update();
        situation.liquibase(database, directory).rollbackAll();
        assertThat(database.number("SELECT count(*) FROM pg_policy")).isZero();
    }

    /** Without the old primary key no row's organization could be kept. */
    @Test
    void whatTheApplicationChoseIsKept(TestDatabase database) throws SQLException {
        Situation situation = new Situation("connections", KeyType.INTEGER, Situation.CONNECTIONS, Situation.BY_USER + "  distribute: citus\n");
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        liquibase.labels("orgscope-expand or orgscope-contract").update();
        database.execute("UPDATE connections SET organization_id = 3 WHERE id = 1");
        faults.stopBeforeTheRecord("connections/14-", liquibase::update);
        liquibase.rollbackCount(1);
        database.execute("UPDATE users SET default_organization_id = 2 WHERE id = 1");
        assertThat(database.string("SELECT organization_id FROM connections WHERE id = 1")).isEqualTo("3");
        liquibase.rollbackAll();
        liquibase.update();
        assertThat(database.string("SELECT organization_id FROM connections WHERE id = 1")).isEqualTo("3");
    }
}
