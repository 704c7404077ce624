package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        all.rollbackCount(100);
        database.execute("DROP INDEX once");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }
}
