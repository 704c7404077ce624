package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.SmallTables;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application writes rows with the same key after they were looked for, and before the unique index is built. */
@PostgresTest
class EqualRowsTest {

    private static final String OF_ROLLBACK = "The rollback has to build the unique index connections_key of connections again, and that would fail: 2 rows (id=";

    @TempDir
    Path directory;

    /** Runs statements when the build of an index begins. */
    private static void atBuild(TestDatabase database, String like, String statements) throws SQLException {
        database.execute("CREATE SEQUENCE seen", """
                CREATE FUNCTION write_meanwhile() RETURNS event_trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    IF current_query() LIKE '%s' AND nextval('public.seen') = 1 THEN
                      %s;
                    END IF;
                  END$$""".formatted(like, statements),
                "CREATE EVENT TRIGGER write_meanwhile ON ddl_command_start WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION write_meanwhile()");
    }

    private static void assertNothingInvalid(TestDatabase database) throws SQLException {
        assertThat(database.number("SELECT last_value FROM seen WHERE is_called")).isPositive();
        assertThat(database.strings("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid")).isEmpty();
    }

    @Test
    void theOldIndexIsNotLeftInvalid(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        liquibase.update();
        atBuild(database, "CREATE UNIQUE INDEX CONCURRENTLY \"connections_key\"%",
                "INSERT INTO public.connections (user_id, platform, organization_id) VALUES (1, 'x', 2)");

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContainingAll(OF_ROLLBACK, "run rollback again").hasMessageNotContaining("'x'");

        assertNothingInvalid(database);
        database.execute("INSERT INTO connections (user_id, platform, organization_id) VALUES (2, 'x', 3)");
        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("again, and that would fail: 4 rows");
        database.execute("DELETE FROM connections WHERE id >= 100");
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT indisvalid FROM pg_index WHERE indexrelid = 'connections_key'::regclass")).isTrue();
    }

    /** The parts that were built would refuse rows too. */
    @Test
    void theOldIndexOfAPartitionedTable(TestDatabase database) throws SQLException {
        Liquibases liquibase = partitioned(database);
        List<String> before = indexes(database);
        equalRowWhenAPartIsBuilt(database);

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContainingAll(OF_ROLLBACK, "run rollback again");

        assertNothingInvalid(database);
        assertThat(indexes(database)).isEqualTo(before);
        database.execute("DELETE FROM connections WHERE id = 100");
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT indisvalid FROM pg_index WHERE indexrelid = 'connections_key'::regclass")).isTrue();
    }

    /** The part that could not be built is gone then. The whole and its other parts refuse rows. */
    @Test
    void theOldIndexOfAPartitionedTableThatCannotBeDropped(TestDatabase database) throws SQLException {
        Liquibases liquibase = partitioned(database);
        List<String> before = indexes(database);
        equalRowWhenAPartIsBuilt(database);
        String drop = "ALTER TABLE \"public\".\"connections\" DROP CONSTRAINT IF EXISTS \"connections_key\"";
        database.execute("CREATE FUNCTION stay() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN IF current_query() LIKE '%" + drop + "%' THEN RAISE 'it stays'; END IF; END $$",
                "CREATE EVENT TRIGGER stay ON ddl_command_start WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION stay()");

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContaining("could not be dropped. It may refuse rows of the application. Run " + drop + ". Then run the command again");

        database.execute("DROP EVENT TRIGGER stay", drop);
        assertNothingInvalid(database);
        assertThat(indexes(database)).isEqualTo(before);
    }

    private Liquibases partitioned(TestDatabase database) throws SQLException {
        Partitioned.nested().into(database);
        Liquibases liquibase = Partitioned.nested().liquibase(database, directory);
        liquibase.update();
        return liquibase;
    }

    private static void equalRowWhenAPartIsBuilt(TestDatabase database) throws SQLException {
        atBuild(database, "CREATE UNIQUE INDEX CONCURRENTLY \"own name\"%",
                "INSERT INTO public.connections (id, user_id, platform, day, organization_id) SELECT 100, user_id, platform, day, organization_id % 3 + 1"
                        + " FROM public.connections_others LIMIT 1");
    }

    private static List<String> indexes(TestDatabase database) throws SQLException {
        return database.strings("SELECT i.indexrelid::regclass::text FROM pg_partition_tree('connections') t JOIN pg_index i ON i.indrelid = t.relid ORDER BY 1");
    }

    @Test
    void theFormerPrimaryKey(TestDatabase database) throws SQLException {
        Situation situation = new Situation("distributed", KeyType.INTEGER, Situation.CONNECTIONS, Situation.BY_USER + "  distribute: citus\n");
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.update();
        atBuild(database, "CREATE UNIQUE INDEX CONCURRENTLY \"orgscope_former_primary_key_connections\"%",
                "INSERT INTO public.connections (id, user_id, platform, organization_id) VALUES (1, 1, 'z', 2)");

        assertThatThrownBy(liquibase::rollbackAll).hasMessageContainingAll("connections: Rows have the same value in the former primary key",
                "They are: 2 rows (");

        assertNothingInvalid(database);
        database.execute("DELETE FROM connections WHERE platform = 'z'");
        liquibase.rollbackAll();
    }

    private static Situation once() {
        return new Situation("", KeyType.INTEGER, Situation.CONNECTIONS, Situation.BY_USER.replace("{ replaces: connections_key }", "{ columns: [ user_id, note ], name: once }"));
    }

    private static void assertBuilt(TestDatabase database) throws SQLException {
        assertThat(database.flag("SELECT indisvalid FROM pg_index WHERE indexrelid = 'once'::regclass")).isTrue();
    }

    @Test
    void aScopedIndexThatReplacesNone(TestDatabase database) throws SQLException {
        once().into(database);
        Liquibases liquibase = once().liquibase(database, directory);
        atBuild(database, "CREATE UNIQUE INDEX CONCURRENTLY \"once\"%",
                "INSERT INTO public.connections (user_id, platform, note) VALUES (1, 'p', 'same'), (1, 'q', 'same')");

        assertThatThrownBy(liquibase::update).hasMessageContainingAll("scopedUniqueKeyHolds: connections: 2 rows (id=", "the new unique index could not be built", "Nothing was changed");

        assertNothingInvalid(database);
        database.execute("DELETE FROM connections WHERE platform = 'q'");
        liquibase.update();
        assertBuilt(database);
    }

    /** It is built in a transaction. The application commits the rows while that waits for its lock. */
    @Test
    @SmallTables
    void aScopedIndexOfASmallTable(TestDatabase database) throws Exception {
        once().into(database);
        Liquibases liquibase = once().liquibase(database, directory);
        liquibase.updateBefore("/06-unique-index");
        try (Connection application = database.connection()) {
            application.setAutoCommit(false);
            application.createStatement().execute("INSERT INTO connections (user_id, platform, note) VALUES (1, 'p', 'same'), (1, 'q', 'same')");
            CompletableFuture<Void> update = CompletableFuture.runAsync(() -> liquibase.updateCount(1));
            Waiting.untilBlocked(database, 1, update);
            application.commit();
            assertThatThrownBy(update::join).hasMessageContainingAll("scopedUniqueKeyHolds: connections: 2 rows (id=", "the new unique index could not be built")
                    .hasMessageNotContaining("duplicated");
        }
        database.execute("DELETE FROM connections WHERE platform = 'q'");
        liquibase.releaseLocks();
        liquibase.update();
        assertBuilt(database);
    }

    /** What was built of it before stays, and so does the whole, which is INVALID. */
    @Test
    void aScopedIndexOfAPartitionedTable(TestDatabase database) throws SQLException {
        Situation situation = new Situation("", KeyType.INTEGER, """
                CREATE TABLE connections (id integer, user_id integer NOT NULL REFERENCES users, platform text NOT NULL, note text, PRIMARY KEY (id, platform)) PARTITION BY LIST (platform);
                CREATE TABLE connections_1 PARTITION OF connections FOR VALUES IN ('x');
                CREATE TABLE connections_2 PARTITION OF connections DEFAULT;
                INSERT INTO connections SELECT n, (n - 1) % 6 + 1, (ARRAY['x', 'y'])[(n - 1) / 6 + 1] FROM generate_series(1, 12) n;
                """, Situation.BY_USER.replace("{ replaces: connections_key }", "{ columns: [ platform, note ], name: once }"));
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        atBuild(database, "CREATE UNIQUE INDEX CONCURRENTLY \"connections_2_once\"%", "INSERT INTO public.connections VALUES (100, 1, 'z', 'same'), (101, 1, 'z', 'same')");

        assertThatThrownBy(liquibase::update).hasMessageContainingAll("scopedUniqueKeyHolds: connections: 2 rows (", "The index is not complete; update goes on with it.")
                .hasMessageNotContaining("Nothing was changed");

        database.execute("DELETE FROM connections WHERE id = 101");
        liquibase.update();
        assertBuilt(database);
    }
}
