package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalog has the triggers of a table before and after those of foreign keys in the order of their names, and not those. */
@PostgresTest
class CatalogTriggersTest {

    @Test
    void internalTriggersAreLeftOut(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE parent (id int PRIMARY KEY, UNIQUE (id) DEFERRABLE)", "CREATE TABLE child (id int REFERENCES parent)",
                "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
        for (String name : List.of("A", "PK_ConstraintTrigger", "RI", "RI_ConstraintTrigger", "RI_ConstraintTriggera", "a", "zz_orgscope_lock_child", "Ü")) {
            database.execute("CREATE TRIGGER \"" + name + "\" BEFORE UPDATE ON parent FOR EACH ROW EXECUTE FUNCTION nothing()");
        }
        TableName parent = new TableName("public", "parent");
        try (Connection connection = database.connection()) {
            for (Catalog catalog : List.of(Catalog.of(connection, List.of(parent)), Catalog.ofAll(connection))) {
                assertThat(catalog.find(parent).orElseThrow().triggers()).containsExactly("A", "PK_ConstraintTrigger", "RI",
                        "RI_ConstraintTrigger", "RI_ConstraintTriggera", "a", "zz_orgscope_lock_child", "Ü");
            }
        }
        assertThat(database.number("SELECT count(*) FROM pg_trigger WHERE tgrelid = 'parent'::regclass AND tgisinternal")).isEqualTo(3);
    }
}
