package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Step 11 for memberships: the user of a row has to be a member of its organization. */
@PostgresTest
class MembershipReferenceTest {

    @TempDir
    Path directory;

    @Test
    void aUserHasToBeAMemberWhereThatIsDeclared(TestDatabase database) throws SQLException {
        Boards.contracted(database, directory);
        Liquibases all = Boards.declared(database, directory, Boards.DECLARED.stripTrailing().replaceFirst(" }$",
                ", memberships: user_id -> members(user_id).organization_id }") + "\n");
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        assertThatThrownBy(all::update).hasMessageContaining("No unique index of members is over organization_id, user_id alone")
                .hasMessageContaining("CREATE UNIQUE INDEX CONCURRENTLY ON \"public\".\"members\" (\"organization_id\", \"user_id\")");
        database.execute("CREATE UNIQUE INDEX once ON members (user_id, organization_id)", "UPDATE remarks SET user_id = 2 WHERE id = 1");
        assertThatThrownBy(all::update).hasMessageContaining("remarks: 1 row (id=1) with a user_id that is no member of the row's organization");
        database.execute("INSERT INTO members VALUES (2, 1)");
        all.update();
        assertThat(database.string("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'fk_remarks_user_id_member'"))
                .isEqualTo("FOREIGN KEY (organization_id, user_id) REFERENCES members(organization_id, user_id)");
        assertThatThrownBy(() -> database.execute("UPDATE remarks SET user_id = 3 WHERE id = 1")).hasMessageContaining("fk_remarks_user_id_member");
        assertThatThrownBy(() -> database.execute("DELETE FROM members WHERE user_id = 2")).hasMessageContaining("fk_remarks_user_id_member");

        all.rollbackAll();
        database.execute("DROP INDEX once");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    /** PostgreSQL does not build an index of a partitioned table concurrently. */
    @Test
    void theMembershipsMayBePartitioned(TestDatabase database) throws SQLException {
        Boards.contracted(database, directory);
        database.execute("DROP TABLE members", "CREATE TABLE members (user_id integer, organization_id integer) PARTITION BY LIST (organization_id)",
                "CREATE TABLE members_all PARTITION OF members DEFAULT", "INSERT INTO members SELECT id, default_organization_id FROM users");
        Liquibases all = Boards.declared(database, directory, Boards.DECLARED.stripTrailing().replaceFirst(" }$",
                ", memberships: user_id -> members(user_id).organization_id }") + "\n");
        String advice = "CREATE UNIQUE INDEX ON \"public\".\"members\" (\"organization_id\", \"user_id\")";
        assertThatThrownBy(all::update).hasMessageContaining(advice);
        database.execute(advice);
        all.update();
        all.rollbackAll();
    }

    @Test
    void aVacuumOfTheMembershipsHasTimeToEnd(TestDatabase database) throws Exception {
        Boards.contracted(database, directory);
        Liquibases all = Boards.declared(database, directory, Boards.DECLARED.stripTrailing().replaceFirst(" }$",
                ", memberships: user_id -> members(user_id).organization_id }") + "\n");
        database.execute("CREATE UNIQUE INDEX once ON members (user_id, organization_id)");
        all.updateCount(3);
        LockDisciplineTest.waitsForAVacuum(database, "members", all::update);
        LockDisciplineTest.waitsForAVacuum(database, "members", () -> all.rollbackCount(1));
    }

    @Test
    void aUserWhoIsNoMemberAfterTheCheckIsNamed(TestDatabase database) throws SQLException {
        Boards.contracted(database, directory);
        Liquibases all = Boards.declared(database, directory, Boards.DECLARED.stripTrailing().replaceFirst(" }$",
                ", memberships: user_id -> members(user_id).organization_id }") + "\n");
        database.execute("CREATE UNIQUE INDEX once ON members (user_id, organization_id)");
        all.updateCount(3);
        Boards.beforeTheNextAlterTable(database, "UPDATE remarks SET user_id = 2 WHERE id = 1 AND user_id = 1");
        for (int run = 0; run < 2; run++) {
            assertThatThrownBy(all::update).hasMessageContainingAll("remarks: 1 row (id=1) with a user_id that is no member of the row's organization in members",
                    "The foreign key fk_remarks_user_id_member is there").hasMessageNotContaining("changed nothing").hasMessageNotContaining("23503");
        }
        database.execute("DROP EVENT TRIGGER late", "UPDATE remarks SET user_id = 1 WHERE id = 1");
        all.update();
        assertThat(database.number("SELECT count(*) FROM pg_constraint WHERE conname = 'fk_remarks_user_id_member' AND convalidated")).isEqualTo(1);
    }

    /** Before PostgreSQL 18 a partitioned table has no foreign key that is NOT VALID. */
    @Test
    void aPartitionedTableToo(TestDatabase database) throws SQLException {
        Situation situation = Partitioned.memberships();
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.labels("orgscope-expand or orgscope-contract").update();
        database.execute("ALTER TABLE archive.connections_2024 ADD CONSTRAINT own FOREIGN KEY (organization_id, user_id) REFERENCES members (organization_id, user_id)",
                "UPDATE connections SET user_id = 2 WHERE id = 1");
        assertThatThrownBy(liquibase::update).hasMessageContaining("connections: 1 row (").hasMessageContaining("that is no member of the row's organization in members");
        assertThat(ofTheWhole(database)).isZero();
        database.execute("INSERT INTO members VALUES (2, 1)");
        liquibase.update();
        assertThat(ofTheWhole(database)).isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM pg_constraint WHERE confrelid = 'members'::regclass AND convalidated")).as("one each").isEqualTo(7);
        assertThatThrownBy(() -> database.execute("UPDATE connections SET user_id = 3 WHERE id = 1")).hasMessageContaining("fk_connections_user_id_member");
        liquibase.rollbackCount(1);
        assertThat(database.number("SELECT count(*) FROM pg_constraint WHERE confrelid = 'members'::regclass")).isZero();
    }

    /** The key of the whole table is made last. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsLeftOfAStoppedStepOnPartitionsGoes(boolean takenOut, TestDatabase database) throws SQLException {
        Situation situation = Partitioned.memberships();
        situation.into(database);
        FaultInjection faults = new FaultInjection(database);
        InterruptedTest.State before = InterruptedTest.State.of(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.labels("orgscope-expand or orgscope-contract").update();
        liquibase.updateCount(1);
        assertThat(faults.stops(4, liquibase::update)).isTrue();
        assertThat(ofTheWhole(database)).isZero();
        assertThat(database.number("SELECT count(*) FROM pg_constraint WHERE confrelid = 'members'::regclass")).as("of partitions").isPositive();
        (takenOut ? new Situation("less", KeyType.INTEGER, "", Situation.BY_USER).liquibase(database, directory) : liquibase).rollbackAll();
        before.assertNow(database, "back");
    }

    private static long ofTheWhole(TestDatabase database) throws SQLException {
        return database.number("SELECT count(*) FROM pg_constraint WHERE conrelid = 'connections'::regclass AND confrelid = 'members'::regclass");
    }
}
