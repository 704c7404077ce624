package io.orgscope.citus;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Step 15 where there is nothing to distribute to. */
@PostgresTest
class WaitingTest {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              distribute: citus
              tables:
                - { table: boards, route: organization_id -> organizations.id }
                - { table: cards, route: organization_id -> organizations.id }
            """;

    @TempDir
    Path directory;

    private Liquibases liquibase(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id integer PRIMARY KEY);
                CREATE TABLE boards (id integer PRIMARY KEY, organization_id integer NOT NULL REFERENCES organizations ON DELETE CASCADE);
                CREATE TABLE cards (id integer PRIMARY KEY, organization_id integer NOT NULL REFERENCES organizations ON DELETE CASCADE);
                """);
        return Liquibases.on(database).in(directory).changelog("a.orgscope.yaml", DECLARATION);
    }

    @Test
    void saysSoOnceAndTheUpdateSucceeds(TestDatabase database) throws SQLException {
        Liquibases liquibase = liquibase(database);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.update();
        String waits = "orgscope: the distribution of 2 tables waits (step 15, label orgscope-distribute). The database has no Citus. Run CREATE EXTENSION"
                + " citus on the coordinator and the workers, and citus_add_node(…). Then run update again.";
        assertThat(liquibase.messages()).containsOnlyOnce(waits);
        assertThat(database.strings("SELECT id FROM databasechangelog WHERE id ~ '/1[45]-' ORDER BY 1")).containsExactly("boards/14-primary-key", "cards/14-primary-key");
        liquibase.update();
        assertThat(liquibase.messages().stream().filter(waits::equals)).hasSize(2);
        assertThat(liquibase.updateSql()).contains("boards/15-distribute").doesNotContain("INSERT", "CALL", "DO ");
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    @Test
    void withoutWorkersToo(TestDatabase database) throws SQLException {
        Liquibases liquibase = liquibase(database);
        database.execute("SET allow_system_table_mods = on", """
                CREATE TABLE pg_catalog.pg_dist_partition (logicalrelid regclass, partmethod "char", repmodel "char");
                CREATE TABLE pg_catalog.pg_dist_node (noderole text, isactive boolean, shouldhaveshards boolean);
                INSERT INTO pg_catalog.pg_dist_node VALUES ('primary', true, false);
                """);
        liquibase.update();
        assertThat(liquibase.messages()).anyMatch(message -> message.endsWith("Citus has no worker node. Run citus_add_node(…) for each. Then run update again."));
    }
}
