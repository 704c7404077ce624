package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody has changed since the update, so that a rollback would stop in its middle or break the application. It stops before anything is undone. */
@PostgresTest
class RollbackGuardTest {

    private static final String KEY = "connections_key_by_organization_id";

    @TempDir
    Path directory;

    private static Situation distributed() {
        return new Situation("distributed", KeyType.INTEGER, Situation.CONNECTIONS, Situation.BY_USER + "  distribute: citus\n");
    }

    private Liquibases updated(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.update();
        return liquibase;
    }

    /** Nothing is undone: neither in the catalog nor in the records of Liquibase. */
    static void refused(Liquibases liquibase, TestDatabase database, String... message) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database);
        List<String> ran = database.strings("SELECT id FROM databasechangelog");
        assertThatThrownBy(liquibase::rollbackAll).hasMessageContainingAll(message);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        assertThat(database.strings("SELECT id FROM databasechangelog")).isEqualTo(ran);
    }

    @Test
    void aScopedIndexThatIsTheReplicaIdentityIsNotDropped(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        database.execute("ALTER TABLE connections REPLICA IDENTITY USING INDEX " + KEY);

        refused(liquibase, database, "The index " + KEY + " of connections is its replica identity", "run rollback again");
        assertThatThrownBy(() -> liquibase.rollbackAllSql()).hasMessageContaining("is its replica identity");

        database.execute("ALTER TABLE connections REPLICA IDENTITY FULL");
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT to_regclass('" + KEY + "') IS NULL AND to_regclass('connections_key') IS NOT NULL")).isTrue();
    }

    /** The expansion has no guard. The step itself refuses. */
    @Test
    void aScopedIndexThatReplacesNoneIsNotDroppedEither(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(new Situation("", KeyType.INTEGER, Situation.CONNECTIONS, Situation.BY_USER.replace("{ replaces: connections_key }",
                "{ columns: [ user_id, platform ], name: once }")), database);
        database.execute("ALTER TABLE connections REPLICA IDENTITY USING INDEX once");

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("The index once of connections is its replica identity");
        assertThat(database.flag("SELECT to_regclass('once') IS NOT NULL")).isTrue();

        database.execute("ALTER TABLE connections REPLICA IDENTITY DEFAULT");
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT to_regclass('once') IS NULL")).isTrue();
    }

    @Test
    void aPartThatIsTheReplicaIdentityOfItsPartitionIsNotDropped(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Partitioned.nested(), database);
        String part = database.string("SELECT i.indexrelid::regclass::text || ' of ' || i.indrelid::regclass FROM pg_partition_tree('" + KEY
                + "'::regclass) t JOIN pg_index i ON i.indexrelid = t.relid WHERE t.isleaf AND t.level > 1 LIMIT 1");
        String[] names = part.split(" of ");
        database.execute("ALTER TABLE " + names[1] + " ALTER platform SET NOT NULL", "ALTER TABLE " + names[1] + " REPLICA IDENTITY USING INDEX " + names[0]);

        refused(liquibase, database, "is its replica identity", "run rollback again");

        database.execute("ALTER TABLE " + names[1] + " REPLICA IDENTITY DEFAULT");
        liquibase.rollbackAll();
    }

    @Test
    void anIndexThatACompositeKeyReferencesIsNotDropped(TestDatabase database) throws SQLException {
        Liquibases liquibase = Boards.contracted(database, directory);
        liquibase.update();
        database.execute("ALTER TABLE boards REPLICA IDENTITY USING INDEX boards_pkey_by_organization_id");

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("The index boards_pkey_by_organization_id of boards is its replica identity");
        assertThat(database.flag("SELECT to_regclass('boards_pkey_by_organization_id') IS NOT NULL")).isTrue();

        database.execute("ALTER TABLE boards REPLICA IDENTITY DEFAULT");
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT to_regclass('boards_pkey_by_organization_id') IS NULL")).isTrue();
    }

    @Test
    void thePrimaryKeyWithTheOrganizationIsNotDropped(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(distributed(), database);
        database.execute("ALTER TABLE connections REPLICA IDENTITY USING INDEX connections_pkey");

        refused(liquibase, database, "The index connections_pkey of connections is its replica identity");

        database.execute("ALTER TABLE connections REPLICA IDENTITY DEFAULT");
        liquibase.rollbackAll();
    }

    @Test
    void aColumnOfTheOldKeyThatWasRenamed(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Situation.simple(), database);
        database.execute("ALTER INDEX " + KEY + " SET (fillfactor = 60)", "ALTER TABLE connections RENAME platform TO \"The channel\"");

        refused(liquibase, database, "The rollback cannot restore the unique index connections_key of connections", "user_id, platform)",
                "user_id, \"The channel\")", "[orgscope retired connections_key] of the comment of connections.organization_id");
        assertThatThrownBy(() -> liquibase.rollbackAllSql()).hasMessageContaining("The rollback cannot restore");

        database.execute("DO $$ BEGIN EXECUTE format('COMMENT ON COLUMN connections.organization_id IS %L', (SELECT replace(description, 'platform)',"
                + " '\"The channel\")') FROM pg_description WHERE objoid = 'connections'::regclass AND description LIKE '%orgscope retired%')); END $$");
        liquibase.rollbackAll();
        assertThat(database.string("SELECT pg_get_indexdef('connections_key'::regclass)")).endsWith("(user_id, \"The channel\")");
    }

    @Test
    void aColumnOfAPartitionedTableThatWasRenamed(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(Partitioned.nested(), database);
        database.execute("ALTER TABLE connections RENAME platform TO channel");

        refused(liquibase, database, "The rollback cannot restore the unique index connections_key of connections");

        database.execute("ALTER TABLE connections RENAME channel TO platform");
        liquibase.rollbackAll();
    }

    /** PostgreSQL then writes the index in another way. What it means is the same. */
    @ParameterizedTest
    @ValueSource(strings = {"ALTER note TYPE text", "ALTER note TYPE text, ALTER user_id TYPE bigint", "ALTER note TYPE varchar(60)", "ALTER note TYPE char(60)"})
    void aColumnOfAnotherTypeDoesNotCount(String change, TestDatabase database) throws SQLException {
        Situation situation = new Situation("expressions", KeyType.INTEGER, Situation.CONNECTIONS.replace("note text", "note varchar(255) DEFAULT 'a::b'").replace(
                "connections (user_id, platform);", "connections (user_id, lower(note), (platform || note)) WHERE note <> 'c::d' AND platform <> note;"),
                Situation.BY_USER + "  index: by_organization\n");
        Liquibases liquibase = updated(situation, database);
        database.execute("ALTER TABLE connections " + change);

        Script.run(database, liquibase.rollbackCountSql(1));
        liquibase.update();
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT indisvalid FROM pg_index WHERE indexrelid = 'connections_key'::regclass")).isTrue();
    }

    @Test
    void aColumnOfAnotherNameAndTypeDoes(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(new Situation("expressions", KeyType.INTEGER, Situation.CONNECTIONS.replace("note text", "note varchar(255)").replace(
                "connections (user_id, platform);", "connections (user_id, platform, lower(note));"), Situation.BY_USER), database);
        database.execute("ALTER TABLE connections ALTER note TYPE text", "ALTER TABLE connections RENAME note TO remark");

        refused(liquibase, database, "The rollback cannot restore the unique index connections_key of connections", "lower((note)::text)", "lower(remark)");
    }

    /** PostgreSQL takes our index for such a key, because the old one is gone. */
    @ParameterizedTest
    @MethodSource("referenced")
    void anIndexThatAForeignKeyReferencesIsNotDropped(Situation situation, String key, TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(situation, database);
        database.execute("CREATE TABLE uses (organization_id integer, user_id integer, platform text, day date, CONSTRAINT \"Of a %\" FOREIGN KEY (" + key
                + ") REFERENCES connections (" + key + "))");

        refused(liquibase, database, "The index " + KEY + " of connections is what foreign keys reference", "They are: Of a % of uses.", "run rollback again");
        assertThatThrownBy(() -> liquibase.rollbackAllSql()).hasMessageContaining("is what foreign keys reference");

        database.execute("DROP TABLE uses");
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT to_regclass('" + KEY + "') IS NULL AND to_regclass('connections_key') IS NOT NULL")).isTrue();
    }

    static List<Arguments> referenced() {
        String key = "organization_id, user_id, platform";
        return List.of(Arguments.of(Situation.simple(), key), Arguments.of(Partitioned.nested(), key + ", day"));
    }

    /** The expansion has no guard, and a column that existed before stays. The step itself refuses. */
    @Test
    void anIndexThatReplacesNoneAndThatAForeignKeyReferences(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(new Situation("", KeyType.INTEGER, InterruptedTest.withTheColumn(Situation.CONNECTIONS).tables(), Situation.BY_USER.replace("{ replaces: connections_key }",
                "{ columns: [ user_id, platform ], name: once }")), database);
        database.execute("CREATE TABLE uses (o integer, u integer, p text, FOREIGN KEY (o, u, p) REFERENCES connections (organization_id, user_id, platform))");

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("The index once of connections is what foreign keys reference");
        assertThat(database.flag("SELECT to_regclass('once') IS NOT NULL")).isTrue();

        database.execute("DROP TABLE uses");
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT to_regclass('once') IS NULL")).isTrue();
    }

    /** The record has the line feed as two characters. */
    @Test
    void anIndexOfOursWithALineFeedInItsNameIsRecognized(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(new Situation("a line feed", KeyType.INTEGER, Situation.CONNECTIONS, Situation.BY_USER + "  index: \"by\\norganization\"\n"), database);

        liquibase.rollbackAll();
        assertThat(database.flag("SELECT to_regclass(E'\"by\\norganization\"') IS NULL")).isTrue();
    }

    /** Otherwise the triggers would be gone when step 01 refuses, and new rows would have no organization. */
    @ParameterizedTest
    @ValueSource(strings = {"CREATE VIEW theirs AS SELECT organization_id FROM connections", "CREATE INDEX theirs ON connections (organization_id, note)"})
    void whatUsesTheColumnStopsTheRollbackOfTheExpansion(String made, TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        liquibase.labels("orgscope-expand").update();
        database.execute(made);

        refused(liquibase, database, "Dropping connections.organization_id would also drop objects that this library did not make: ", "theirs", "Drop by hand");

        liquibase.update();
        liquibase.rollbackCount(2);
        CatalogSnapshot expanded = CatalogSnapshot.of(database);
        liquibase.update();
        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("would also drop objects");
        CatalogSnapshot.assertSame(expanded, CatalogSnapshot.of(database));

        database.execute(made.startsWith("CREATE VIEW") ? "DROP VIEW theirs" : "DROP INDEX theirs");
        liquibase.rollbackAll();
    }

    /** PostgreSQL would refuse to drop NOT NULL (42P16) after most steps are rolled back. */
    @ParameterizedTest
    @ValueSource(strings = {"DROP CONSTRAINT connections_pkey, ADD PRIMARY KEY (organization_id, id)", "REPLICA IDENTITY USING INDEX theirs"})
    void aColumnThatStaysAndHasToBeNotNull(String made, TestDatabase database) throws SQLException {
        InterruptedTest.withTheColumn(Situation.CONNECTIONS).into(database);
        Liquibases liquibase = InterruptedTest.withTheColumn(Situation.CONNECTIONS).liquibase(database, directory);
        liquibase.labels("orgscope-expand").update();
        database.execute("CREATE UNIQUE INDEX theirs ON connections (organization_id, id)", "ALTER TABLE connections " + made);

        refused(liquibase, database, "The rollback cannot drop the NOT NULL that step 04 has set: connections.organization_id is in the ");
        assertThatThrownBy(liquibase::rollbackAllSql).hasMessageContaining("The rollback cannot drop the NOT NULL");

        database.execute("ALTER TABLE connections " + (made.startsWith("DROP") ? "DROP CONSTRAINT connections_pkey, ADD PRIMARY KEY (id)" : "REPLICA IDENTITY DEFAULT"));
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT NOT attnotnull FROM pg_attribute WHERE attrelid = 'connections'::regclass AND attname = 'organization_id'")).isTrue();
    }

    @Test
    void aColumnOfAReferenceThatWasRenamed(TestDatabase database) throws SQLException {
        Liquibases liquibase = Boards.contracted(database, directory);
        liquibase.update();
        database.execute("ALTER TABLE remarks RENAME card_id TO card");

        refused(liquibase, database, "The rollback cannot restore the foreign key of_a_card of remarks", "FOREIGN KEY (\"card_id\")", "FOREIGN KEY (\"card\")");

        database.execute("ALTER TABLE remarks RENAME card TO card_id");
        liquibase.rollbackAll();
    }

    @Test
    void aColumnOfThePrimaryKeyThatWasRenamed(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated(distributed(), database);
        database.execute("ALTER TABLE connections RENAME id TO connection");

        refused(liquibase, database, "The rollback cannot restore the primary key of connections", "(organization_id, connection)");

        database.execute("ALTER TABLE connections RENAME connection TO id");
        liquibase.rollbackAll();
    }
}
