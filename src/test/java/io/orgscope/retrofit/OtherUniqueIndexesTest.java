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

/** Another unique index has the columns of the old one when step 09 drops that. */
@PostgresTest
class OtherUniqueIndexesTest {

    private static final String INVALID = "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'connections_key_ccnew'::regclass";

    @TempDir
    Path directory;

    private Liquibases expanded(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.labels("orgscope-expand").update();
        return liquibase;
    }

    /** A REINDEX CONCURRENTLY that failed after it had built the new index leaves it INVALID, and it refuses rows. */
    @Test
    void whatAReindexHasLeftStopsTheContract(TestDatabase database) throws SQLException {
        Liquibases liquibase = expanded(Situation.simple(), database);
        database.execute("CREATE UNIQUE INDEX connections_key_ccnew ON connections (user_id, platform)", INVALID);
        String drop = "DROP INDEX CONCURRENTLY \"public\".\"connections_key_ccnew\"";
        assertThatThrownBy(liquibase::update).hasMessageContaining("The unique index connections_key_ccnew of connections is INVALID, and it still refuses rows")
                .hasMessageContaining("Nothing was dropped.").hasMessageContaining(drop);
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NOT NULL")).isTrue();

        database.execute(drop);
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL")).isTrue();
    }

    /** REINDEX builds the index of each partition for itself. */
    @Test
    void whatAReindexHasLeftOnAPartitionStopsTheContract(TestDatabase database) throws SQLException {
        Liquibases liquibase = expanded(Partitioned.nested(), database);
        database.execute("CREATE UNIQUE INDEX connections_key_ccnew ON archive.connections_2024 (user_id, platform, day)", INVALID.replace("'c", "'archive.c"));
        String drop = "DROP INDEX CONCURRENTLY \"archive\".\"connections_key_ccnew\"";
        assertThatThrownBy(liquibase::update).hasMessageContaining("The unique index connections_key_ccnew of archive.connections_2024 is INVALID, and it still refuses rows")
                .hasMessageContaining(drop);
        database.execute(drop);
        liquibase.update();
    }

    /** It may be there on purpose. */
    @Test
    void anotherValidIndexWithTheColumnsOfTheOldOneIsNamed(TestDatabase database) throws SQLException {
        Liquibases liquibase = expanded(Situation.simple(), database);
        database.execute("CREATE UNIQUE INDEX theirs ON connections (user_id, platform)");
        assertThat(liquibase.updateSql()).contains("-- While these unique indexes are there, two organizations cannot use the same key,", "theirs of connections. Drop them");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL AND to_regclass('theirs') IS NOT NULL")).isTrue();
    }

    /** Two entries of {@code unique:} for the same columns, after the expansion. */
    private Liquibases twice(TestDatabase database) throws SQLException {
        Situation situation = new Situation("twice", KeyType.INTEGER, Situation.CONNECTIONS + "ALTER TABLE connections ADD CONSTRAINT connections_same UNIQUE (user_id, platform);",
                Situation.BY_USER.replace("{ replaces: connections_key }", "[ { replaces: connections_key }, { replaces: connections_same } ]"));
        return expanded(situation, database);
    }

    /** Its own step 09 notes it for the rollback. Whoever dropped it by hand would lose it. */
    @Test
    void anIndexThatAnotherEntryReplacesIsNotNamed(TestDatabase database) throws SQLException {
        Liquibases liquibase = twice(database);
        assertThat(liquibase.updateSql()).contains("connections_key", "connections_same").doesNotContain("While these unique indexes are there");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL AND to_regclass('connections_same') IS NULL")).isTrue();
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NOT NULL AND to_regclass('connections_same') IS NOT NULL")).isTrue();
    }

    /** It is not the old one under another name. The next change set drops it. */
    @Test
    void anIndexThatAnotherEntryReplacesDoesNotStopTheContract(TestDatabase database) throws SQLException {
        Liquibases liquibase = twice(database);
        database.execute("DROP INDEX connections_key");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_same') IS NULL")).isTrue();
    }

    /** The first phase of a CREATE INDEX CONCURRENTLY leaves this. PostgreSQL does not insert into it. */
    @Test
    void anIndexThatIsNotReadyRefusesNothing(TestDatabase database) throws SQLException {
        Liquibases liquibase = expanded(Situation.simple(), database);
        database.execute("CREATE UNIQUE INDEX connections_key_ccnew ON connections (user_id, platform)", INVALID.replace("false", "false, indisready = false"));
        assertThat(liquibase.updateSql()).doesNotContain("While these unique indexes are there");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL")).isTrue();
    }

    /** Only its parts refuse rows. Without one, it is INVALID for that reason alone. */
    @Test
    void anIndexOfAPartitionedTableRefusesRowsWhereItHasParts(TestDatabase database) throws SQLException {
        Liquibases liquibase = expanded(Partitioned.nested(), database);
        database.execute("CREATE UNIQUE INDEX theirs ON ONLY connections (user_id, platform, day)");
        assertThat(liquibase.updateSql()).doesNotContain("While these unique indexes are there");

        database.execute("CREATE UNIQUE INDEX part ON archive.connections_2024 (user_id, platform, day)", "ALTER INDEX theirs ATTACH PARTITION archive.part");
        assertThat(liquibase.updateSql()).contains("theirs of connections. Drop them").doesNotContain("part of archive.connections_2024");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL")).isTrue();
    }
}
