package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@PostgresTest
@DisplayName("The queries of the catalog are prepared once in a session")
class PreparedCatalogTest {

    private static final TableName ODD = new TableName("public", "Order \"x\"; DROP \\ '?");

    @Test
    void theySeeWhatChanged(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE " + ODD.sql() + " (id int PRIMARY KEY)");
        try (Connection connection = database.connection()) {
            assertThat(columns(connection)).containsExactly("id");
            List<String> prepared = prepared(connection);

            Sql.execute(connection, "ALTER TABLE " + ODD.sql() + " ADD organization_id int");

            assertThat(columns(connection)).containsExactly("id", "organization_id");
            assertThat(prepared(connection)).isEqualTo(prepared).isNotEmpty();
        }
    }

    @Test
    void andAreMadeAgainInASessionThatAPoolHasEmptied(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE " + ODD.sql() + " (id int PRIMARY KEY)");
        try (Connection connection = database.connection()) {
            columns(connection);

            Sql.execute(connection, "DISCARD ALL");

            assertThat(columns(connection)).containsExactly("id");
        }
    }

    private static List<String> columns(Connection connection) throws SQLException {
        return Catalog.of(connection, List.of(ODD)).find(ODD).orElseThrow().columns().stream().map(Column::name).toList();
    }

    /** When and under which names. */
    private static List<String> prepared(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT name || prepare_time FROM pg_prepared_statements WHERE name LIKE 'orgscope%' ORDER BY name", row -> row.getString(1));
    }
}
