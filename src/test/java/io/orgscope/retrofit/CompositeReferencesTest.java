package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 11: references between isolated tables carry the organization. */
@PostgresTest
class CompositeReferencesTest {

    private static final int ALL = 100;
    private static final String KEYS = "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND convalidated"
            + " AND conrelid = '\"Tenant \"\"Data\"\"\".%s'::regclass AND confrelid <> 'organizations'::regclass ORDER BY 1";

    @TempDir
    Path directory;

    /** Forward and back as the owner who is no superuser, with what each key says in between. */
    @ParameterizedTest
    @EnumSource
    void everyKindOfReferenceCarriesTheOrganization(KeyType type, TestDatabase database) throws SQLException {
        Login owner = database.asOwner("owner of " + database.name());
        Situation.isolated(type).into(owner);
        Liquibases liquibase = Situation.isolated(type).liquibase(owner, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.update();

        String order = "REFERENCES \"Tenant \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\"";
        String items = "REFERENCES \"Tenant \"\"Data\"\"\".items";
        List<String> emptying = Postgres.major() < 15 ? List.of("two FOREIGN KEY (pb, pa) " + order + "(b, a) ON DELETE SET NULL",
                "up FOREIGN KEY (parent) " + items + "(id) ON DELETE SET DEFAULT DEFERRABLE")
                : List.of("two_by_organization_id FOREIGN KEY (organization_id, pb, pa) " + order + "(organization_id, b, a) ON UPDATE CASCADE ON DELETE SET NULL (pb, pa)",
                "up_by_organization_id FOREIGN KEY (organization_id, parent) " + items + "(organization_id, id) ON UPDATE CASCADE ON DELETE SET DEFAULT (parent) DEFERRABLE");
        assertThat(database.strings(KEYS.formatted("items"))).containsExactlyInAnyOrder(
                "by \"code\"_by_organization_id FOREIGN KEY (organization_id, code) " + order + "(organization_id, code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED",
                "full_by_organization_id FOREIGN KEY (organization_id, later) " + items + "(organization_id, id) ON UPDATE CASCADE",
                "of the order, whose name is as long as the name of a c_264647a2 FOREIGN KEY (organization_id, \"order\") " + order
                        + "(organization_id, \"The \"\"Id\"\"\") ON UPDATE CASCADE ON DELETE CASCADE",
                "the same again_by_organization_id FOREIGN KEY (organization_id, \"order\") " + order
                        + "(organization_id, \"The \"\"Id\"\"\") ON UPDATE CASCADE ON DELETE RESTRICT", emptying.get(0), emptying.get(1));
        assertThat(database.number("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND confrelid = 'organizations'::regclass")).isEqualTo(4);
        liquibase.rollbackCount(ALL);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }
}
