package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Somebody makes an index on a partition that has the name of a part of ours. */
@PostgresTest
class TakenPartNamesTest {

    private static final String PART = "connections_1_user_id_platform_idx";

    private static final String TABLES = """
            CREATE TABLE connections (id integer NOT NULL, user_id integer NOT NULL REFERENCES users, platform text NOT NULL, note text,
              PRIMARY KEY (id, platform))
              PARTITION BY LIST (platform);
            CREATE TABLE connections_1 PARTITION OF connections FOR VALUES IN ('x');
            CREATE TABLE connections_2 PARTITION OF connections DEFAULT;
            CREATE UNIQUE INDEX connections_key ON connections (user_id, platform);
            INSERT INTO connections SELECT n, (n - 1) % 6 + 1, (ARRAY['x', 'y'])[(n - 1) / 6 + 1] FROM generate_series(1, 12) n;
            """;

    @TempDir
    Path directory;

    private Liquibases liquibase(TestDatabase database) throws SQLException {
        Situation situation = new Situation("parts", KeyType.INTEGER, TABLES, Situation.BY_USER);
        situation.into(database);
        return situation.liquibase(database, directory);
    }

    /** The contract has freed the name. PostgreSQL itself gives it to the part of such an index. */
    @ParameterizedTest
    @ValueSource(strings = {"CREATE INDEX theirs ON connections (user_id, platform)", "CREATE INDEX " + PART + " ON connections_1 (note)",
        "CREATE INDEX " + PART + " ON users (id)", "CREATE TABLE " + PART + " ()"})
    void theRollbackRefusesIt(String made, TestDatabase database) throws SQLException {
        Liquibases liquibase = liquibase(database);
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('" + PART + "') IS NULL")).isTrue();
        database.execute(made);
        long theirs = database.number("SELECT '" + PART + "'::regclass::oid");

        RollbackGuardTest.refused(liquibase, database, "The name " + PART + " is taken: the schema public has ", "run rollback again");
        assertThatThrownBy(() -> liquibase.rollbackAllSql()).hasMessageContaining("The name " + PART + " is taken");

        database.execute("ALTER " + (made.startsWith("CREATE TABLE") ? "TABLE " : "INDEX ") + PART + " RENAME TO renamed");
        if (made.contains("theirs")) {
            RollbackGuardTest.refused(liquibase, database, "run rollback again: ALTER INDEX \"public\".\"connections_2_user_id_platform_idx\" RENAME TO …. Nothing");
            database.execute("ALTER INDEX connections_2_user_id_platform_idx RENAME TO renamed_2");
        }
        liquibase.rollbackAll();
        assertThat(database.number("SELECT 'renamed'::regclass::oid")).isEqualTo(theirs);
        assertThat(database.flag("SELECT indisvalid AND indisunique FROM pg_index WHERE indexrelid = '" + PART + "'::regclass")).isTrue();
        assertThat(database.flag("SELECT indisvalid FROM pg_index WHERE indexrelid = 'connections_key'::regclass")).isTrue();
    }

    /** PostgreSQL attaches an index that sorts its columns in another way. A rollback that was killed before it attached its own part has left such a one. */
    @Test
    void thePartSortsItsColumnsInAnotherWay(TestDatabase database) throws SQLException {
        Situation situation = new Situation("parts", KeyType.INTEGER, TABLES.replace("CREATE UNIQUE INDEX", "CREATE UNIQUE INDEX own ON connections_1 (user_id DESC, platform);\nCREATE UNIQUE INDEX"), Situation.BY_USER);
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        assertThat(database.flag("SELECT relispartition FROM pg_class WHERE relname = 'own'")).isTrue();
        liquibase.update();
        database.execute("CREATE UNIQUE INDEX own ON connections_1 (user_id, platform)");
        RollbackGuardTest.refused(liquibase, database, "The name own is taken: the schema public has ", "run rollback again");

        database.execute("DROP INDEX own", "CREATE UNIQUE INDEX own ON connections_1 (user_id DESC, platform)");
        long part = database.number("SELECT 'own'::regclass::oid");
        liquibase.rollbackAll();
        assertThat(database.number("SELECT 'own'::regclass::oid")).isEqualTo(part);
        assertThat(database.flag("SELECT relispartition FROM pg_class WHERE relname = 'own'")).isTrue();
    }

    /** Step 09 drops the old index and the parts that are not attached. */
    @Test
    void anIndexThatIsNoPartStays(TestDatabase database) throws SQLException {
        Liquibases liquibase = liquibase(database);
        database.execute("CREATE INDEX connections_1_connections_key ON connections_1 (note)");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_1_connections_key') IS NOT NULL AND to_regclass('connections_key') IS NULL")).isTrue();
    }

    @Test
    void theUpdateRefusesIt(TestDatabase database) throws SQLException {
        Liquibases liquibase = liquibase(database);
        String part = "connections_1_connections_key_by_organization_id";
        database.execute("CREATE INDEX " + part + " ON connections_1 (note)");
        assertThatThrownBy(liquibase::update).hasMessageContaining("The name " + part + " is taken").hasMessageContaining("ALTER INDEX");
        database.execute("ALTER INDEX " + part + " RENAME TO renamed");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('renamed') IS NOT NULL AND to_regclass('connections_key') IS NULL")).isTrue();
    }
}
