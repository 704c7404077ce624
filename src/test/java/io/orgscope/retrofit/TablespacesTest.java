package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.Postgres;
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

/** An old index returns to its tablespace and with its statistics targets, which {@code pg_get_indexdef} does not print. */
@PostgresTest
class TablespacesTest {


    private static final String ORDINARY = """
            CREATE TABLE connections (id integer, user_id integer NOT NULL REFERENCES users, platform text NOT NULL, " WHERE x" text,
              CONSTRAINT connections_pkey PRIMARY KEY (id) USING INDEX TABLESPACE {space},
              CONSTRAINT by_platform UNIQUE (user_id, platform) WITH (fillfactor = 80) USING INDEX TABLESPACE {space});
            CREATE UNIQUE INDEX connections_key ON connections (user_id, lower(platform), upper(platform)) INCLUDE (" WHERE x") WITH (fillfactor = 70)
              TABLESPACE {space} WHERE CASE WHEN " WHERE x" IS NULL THEN platform <> ' WHERE (x' ELSE true END AND id > 0;
            ALTER INDEX connections_key ALTER COLUMN 2 SET STATISTICS 500;
            ALTER INDEX connections_key ALTER COLUMN 3 SET STATISTICS 0;
            CREATE UNIQUE INDEX elsewhere ON connections (id, user_id) TABLESPACE {space};
            INSERT INTO connections SELECT n, (n - 1) % 6 + 1, (ARRAY['x', 'y'])[(n - 1) / 6 + 1] FROM generate_series(1, 12) n;
            """;

    private static final String ORDINARY_DECLARED = """
            - table: connections
              route: user_id -> users.default_organization_id
              unique: [ { replaces: connections_key }, { replaces: by_platform }, { replaces: elsewhere } ]
              distribute: citus
            """;

    private static final String PARTITIONED = """
            CREATE TABLE connections (id integer NOT NULL, user_id integer NOT NULL REFERENCES users, platform text NOT NULL, "a) WITH (b" integer NOT NULL)
              PARTITION BY LIST (platform);
            CREATE TABLE connections_x PARTITION OF connections FOR VALUES IN ('x');
            CREATE TABLE connections_others PARTITION OF connections DEFAULT PARTITION BY RANGE (id);
            CREATE TABLE connections_others_all PARTITION OF connections_others DEFAULT;
            ALTER TABLE connections ADD CONSTRAINT connections_key UNIQUE (user_id, platform, id) INCLUDE ("a) WITH (b")
              WITH (fillfactor = 70, deduplicate_items = off) USING INDEX TABLESPACE {space};
            ALTER TABLE connections ADD CONSTRAINT plain UNIQUE (id, platform, "a) WITH (b");
            CREATE UNIQUE INDEX by_expression ON connections (platform, id, lower(platform)) TABLESPACE {space} WHERE id > 0;
            ALTER INDEX by_expression ALTER COLUMN 3 SET STATISTICS 200;
            ALTER INDEX connections_x_platform_id_lower_idx ALTER COLUMN 3 SET STATISTICS 300;
            ALTER INDEX connections_x_platform_id_lower_idx SET TABLESPACE pg_default;
            INSERT INTO connections SELECT n, (n - 1) % 6 + 1, (ARRAY['x', 'y'])[n % 2 + 1], n FROM generate_series(1, 12) n;
            """;

    private static final String PARTITIONED_DECLARED = """
            - table: connections
              route: user_id -> users.default_organization_id
              unique: [ { replaces: connections_key }, { replaces: plain }, { replaces: by_expression } ]
            """;

    @TempDir
    Path directory;

    @Test
    void anOrdinaryTable(TestDatabase database) throws SQLException {
        forwardAndBack(ORDINARY, ORDINARY_DECLARED, database);
    }

    @Test
    void aPartitionedTable(TestDatabase database) throws SQLException {
        forwardAndBack(PARTITIONED, PARTITIONED_DECLARED, database);
    }

    /** The owner has lost the privilege to build an index there. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRightIsAskedForBeforeAnythingIsChanged(boolean partitioned, TestDatabase database) throws SQLException {
        assumeTrue(Postgres.major() >= 15, "before, a tablespace needs a directory on the server");
        Login owner = database.asOwner("owner of " + database.name());
        String right = "CREATE ON TABLESPACE \"slow " + database.name() + "\" %s \"owner of " + database.name() + "\"";
        database.execute("SET allow_in_place_tablespaces = on", "CREATE TABLESPACE \"slow " + database.name() + "\" LOCATION ''", "GRANT " + right.formatted("TO"));
        Situation situation = new Situation("tablespaces", KeyType.INTEGER, (partitioned ? PARTITIONED : ORDINARY).replace("{space}", "\"slow " + database.name() + "\""),
                partitioned ? PARTITIONED_DECLARED : ORDINARY_DECLARED);
        situation.into(owner);
        if (partitioned) {
            // Then only its parts are in the tablespace.
            database.execute("ALTER INDEX connections_key SET TABLESPACE pg_default", "ALTER INDEX by_expression SET TABLESPACE pg_default");
        }
        database.execute("REVOKE " + right.formatted("FROM"));
        Liquibases liquibase = situation.liquibase(owner, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database);

        assertThatThrownBy(liquibase::update).hasMessageContaining(partitioned ? "The index connections_key of connections has parts in a tablespace in which this role may not build one" : "This role lacks privileges")
                .hasMessageContaining("GRANT " + right.formatted("TO"));
        assertThat(CatalogSnapshot.diff(before, CatalogSnapshot.of(database))).allMatch(line -> line.contains("databasechangelog"));

        database.execute("GRANT " + right.formatted("TO"));
        liquibase.update();
        database.execute("DROP TABLE connections", "DROP TABLESPACE \"slow " + database.name() + "\"");
    }

    /** As the owner, who may use the tablespace and is no superuser; live and by scripts. */
    private void forwardAndBack(String tables, String declaration, TestDatabase database) throws SQLException {
        assumeTrue(Postgres.major() >= 15, "before, a tablespace needs a directory on the server");
        String space = "\"fast ^x^; DROP ".replace("^", "\"\"") + database.name() + "\"";
        Login owner = database.asOwner("owner of " + database.name());
        database.execute("SET allow_in_place_tablespaces = on", "CREATE TABLESPACE " + space + " LOCATION ''",
                "GRANT CREATE ON TABLESPACE " + space + " TO \"owner of " + database.name() + "\"");
        Situation situation = new Situation("tablespaces", KeyType.INTEGER, tables.replace("{space}", space), declaration);
        situation.into(owner);
        Liquibases liquibase = situation.liquibase(owner, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        List<String> spaces = spaces(database);

        liquibase.update();
        assertThat(spaces(database)).as("the new indexes").containsExactlyElementsOf(spaces);
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));

        String future = liquibase.futureRollbackSql();
        Script.run(owner, liquibase.updateSql());
        String back = liquibase.rollbackAllSql();
        Script.run(owner, back);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
        assertThat(future).contains("TABLESPACE " + space, "SET STATISTICS");

        database.execute("DROP TABLE connections", "DROP TABLESPACE " + space);
    }

    /** The tablespaces of the unique indexes of the table, without those of its partitions. */
    private static List<String> spaces(TestDatabase database) throws SQLException {
        return database.strings("SELECT coalesce(t.spcname::text, 'default') FROM pg_index i JOIN pg_class c"
                + " ON c.oid = i.indexrelid LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace WHERE i.indisunique"
                + " AND i.indrelid = 'connections'::regclass ORDER BY 1");
    }
}
