package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.postgres.TableName;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PostgresTest
@DisplayName("Ordinary roles and extraordinary names")
class RolesAndNamesTest {

    private static final TableName ODD = new TableName("Tenant \"Data\"", "Order \"x\"; DROP");

    @Test
    void anOrdinaryRoleFillsItsOwnTableAndIsToldWhatItCannotSee(TestDatabase database) throws SQLException {
        Login owner = database.asOwner("migrator");
        BackfillFixture.connections(owner, 2000);

        BackfillResult result = BackfillFixture.fill(owner, BackfillFixture.task("connections"));

        assertThat(result.filled()).isEqualTo(2000);
        assertThat(result.notices()).singleElement().asString().contains("GRANT pg_read_all_stats");
    }

    @Test
    void rowSecurityThatHidesRowsIsAnErrorAndNoSilentSuccess(TestDatabase database) throws SQLException {
        Login owner = database.asOwner("migrator");
        BackfillFixture.connections(owner, 100);
        owner.execute("ALTER TABLE connections ENABLE ROW LEVEL SECURITY", "ALTER TABLE connections FORCE ROW LEVEL SECURITY",
                "CREATE POLICY half ON connections USING (id > 50)");

        assertThatThrownBy(() -> BackfillFixture.fill(owner, BackfillFixture.task("connections"))).isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
        assertThat(database.number("SELECT count(organization_id) FROM connections")).isZero();
    }

    @Test
    void everyNameIsQuoted(TestDatabase database) throws SQLException {
        oddTable(database);

        BackfillResult result = BackfillFixture.fill(database, oddTask());

        assertThat(result.filled()).isEqualTo(1000);
        assertOddTableFilled(database);
    }

    @Test
    void everyNameIsQuotedInTheScript(TestDatabase database) throws SQLException {
        oddTable(database);

        database.execute(BackfillFixture.script(oddTask()));

        assertOddTableFilled(database);
    }

    private static void oddTable(TestDatabase database) throws SQLException {
        BackfillFixture.parents(database);
        database.execute("CREATE SCHEMA \"Tenant \"\"Data\"\"\"",
                "CREATE TABLE " + ODD.sql() + " (user_id integer, \"Organization \"\"%s\"\" $1\" integer)",
                "INSERT INTO " + ODD.sql() + " SELECT n % 100 + 1 FROM generate_series(1, 1000) AS n");
    }

    private static BackfillTask oddTask() {
        return new BackfillTask(ODD, "Organization \"%s\" $1",
                "(SELECT u.default_organization_id FROM public.users AS u WHERE u.id = t.user_id AND '$orgscope$%' <> '')",
                BackfillOptions.defaults());
    }

    private static void assertOddTableFilled(TestDatabase database) throws SQLException {
        assertThat(database.number("SELECT count(*) FROM " + ODD.sql() + " AS t JOIN users AS u ON u.id = t.user_id"
                + " WHERE t.\"Organization \"\"%s\"\" $1\" IS DISTINCT FROM u.default_organization_id")).isZero();
    }
}
