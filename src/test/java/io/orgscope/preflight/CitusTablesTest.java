package io.orgscope.preflight;

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

/** A database in which Citus manages tables, as far as its catalog says so. The real Citus was asked by hand: docs/citus.md. */
@PostgresTest
class CitusTablesTest {

    private static final String DECLARED = """
            orgscope:
              version: 1
              tables:
                - table: 'Bo"ards'
                  route: user_id -> users.organization_id
            """;

    @Test
    void aTableInShardsIsRefusedUntilItsColumnIsComplete(TestDatabase database, @TempDir Path directory) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id integer PRIMARY KEY);
                CREATE TABLE users (id integer PRIMARY KEY, organization_id integer NOT NULL REFERENCES organizations);
                CREATE TABLE "Bo""ards" (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users);
                INSERT INTO organizations VALUES (1);
                """, "SET allow_system_table_mods = on", "CREATE TABLE pg_catalog.pg_dist_partition (logicalrelid regclass, partmethod \"char\", repmodel \"char\")",
                "INSERT INTO pg_catalog.pg_dist_partition VALUES ('\"Bo\"\"ards\"', 'h', 's')", "RESET allow_system_table_mods");
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("a.orgscope.yaml", DECLARED);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        assertThatThrownBy(liquibase::update).hasMessageContaining("a.orgscope.yaml:4: Citus manages the table Bo\"ards")
                .hasMessageContaining("SELECT undistribute_table('\"public\".\"Bo\"\"ards\"')").hasMessageContaining("Nothing was changed");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "public.databasechangelog"));

        database.execute("DELETE FROM pg_catalog.pg_dist_partition");
        liquibase.update();
        database.execute("INSERT INTO pg_catalog.pg_dist_partition VALUES ('\"Bo\"\"ards\"', 'h', 's')",
                "CREATE TABLE cards (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users)");
        liquibase.changelog("a.orgscope.yaml", DECLARED + "    - { table: cards, route: user_id -> users.organization_id }\n").update();
        assertThat(database.number("SELECT count(*) FROM pg_attribute WHERE attrelid = 'cards'::regclass AND attname = 'organization_id'")).isEqualTo(1);
    }
}
