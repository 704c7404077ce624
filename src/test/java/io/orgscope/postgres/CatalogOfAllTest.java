package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sizes and references are read with all tables only. With a few, nobody takes them for zero. */
@PostgresTest
class CatalogOfAllTest {

    private static final TableName PARENT = new TableName("public", "parent");
    private static final TableName CHILD = new TableName("public", "child");

    @Test
    void whatWasNotReadIsNoZero(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE parent (id int PRIMARY KEY)", "CREATE TABLE child (id int PRIMARY KEY, parent_id int REFERENCES parent)",
                "INSERT INTO parent VALUES (1)");
        try (Connection connection = database.connection()) {
            Catalog all = Catalog.ofAll(connection);
            Table parent = all.find(PARENT).orElseThrow();
            assertThat(parent.bytes()).isPositive();
            assertThat(parent.primaryKey().orElseThrow().referencedBy()).isOne();
            assertThat(all.find(CHILD).orElseThrow().primaryKey().orElseThrow().referencedBy()).isZero();

            Table alone = Catalog.of(connection, List.of(PARENT)).find(PARENT).orElseThrow();
            assertThatThrownBy(alone::bytes).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(alone.primaryKey().orElseThrow()::referencedBy).isInstanceOf(IllegalStateException.class);
        }
    }
}
