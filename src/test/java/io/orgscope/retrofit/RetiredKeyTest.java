package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody changes the old or the scoped index, or takes the name of the old one, between steps 06 and 09 and their rollback. */
@PostgresTest
class RetiredKeyTest {

    private static final String KEY = "connections_key_by_organization_id";
    private static final String OLD = "CREATE UNIQUE INDEX connections_key ON public.connections USING btree (user_id, platform)";

    @TempDir
    Path directory;

    private Liquibases updated(String labels, TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        liquibase.labels(labels).update();
        return liquibase;
    }

    /** Whatever has it: such an index is not taken for the old one, neither by a rollback nor by the update of another table. */
    @ParameterizedTest
    @ValueSource(strings = {"CREATE INDEX connections_key ON connections (user_id, platform)", "CREATE UNIQUE INDEX connections_key ON connections (id, platform)",
        "CREATE INDEX connections_key ON users (id)"})
    void anotherIndexWithTheNameOfTheOldOne(String made, TestDatabase database) throws SQLException {
        Liquibases liquibase = updated("", database);
        database.execute(made);
        RollbackGuardTest.refused(liquibase, database, "The name connections_key is taken: the schema public has an index of that name, on ", "run rollback again");
        assertThatThrownBy(() -> liquibase.rollbackAllSql()).hasMessageContaining("The name connections_key is taken");

        database.execute("CREATE TABLE notes (id integer PRIMARY KEY, user_id integer NOT NULL, title text)", "CREATE UNIQUE INDEX notes_key ON notes (user_id, title)");
        String notes = "- table: notes\n  route: user_id -> users.default_organization_id\n  unique: { replaces: notes_key }\n";
        liquibase.file(Situation.FILE, new Situation("", KeyType.INTEGER, "", Situation.BY_USER + notes).yaml()).update();
        assertThat(database.flag("SELECT to_regclass('notes_key') IS NULL AND to_regclass('connections_key') IS NOT NULL")).isTrue();

        database.execute("ALTER INDEX connections_key RENAME TO theirs");
        liquibase.rollbackAll();
        assertThat(database.string("SELECT pg_get_indexdef('connections_key'::regclass)")).isEqualTo(OLD);
        assertThat(database.flag("SELECT to_regclass('theirs') IS NOT NULL")).isTrue();
    }

    /** They do not matter for what an index means. */
    @ParameterizedTest
    @ValueSource(strings = {"connections_key", KEY})
    void storageParametersMayChange(String index, TestDatabase database) throws SQLException {
        Liquibases liquibase = updated("orgscope-expand", database);
        database.execute("ALTER INDEX " + index + " SET (fillfactor = 80)");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL")).isTrue();
        liquibase.rollbackAll();
        assertThat(database.string("SELECT pg_get_indexdef('connections_key'::regclass)")).startsWith(OLD);
    }

    @Test
    void storageParametersMayChangeBeforeTheRecord(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory);
        liquibase.updateCount(1);
        new FaultInjection(database).stopBeforeTheRecord("connections/06-unique-index", liquibase::update);
        database.execute("ALTER INDEX " + KEY + " SET (fillfactor = 80)");
        liquibase.releaseLocks();
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL")).isTrue();
    }

    @Test
    void aForeignKeyThatReferencesTheOldKeyStopsTheContract(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated("orgscope-expand", database);
        database.execute("CREATE TABLE uses (u integer, p text, CONSTRAINT theirs FOREIGN KEY (u, p) REFERENCES connections (user_id, platform))");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        assertThatThrownBy(liquibase::update).hasMessageContaining("The index connections_key of connections is what foreign keys reference")
                .hasMessageContaining("They are: theirs of uses.").hasMessageContaining("Then run update again. Nothing was dropped by this step.");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        assertThatThrownBy(liquibase::updateSql).hasMessageContaining("is what foreign keys reference");

        database.execute("DROP TABLE uses");
        liquibase.update();
    }

    @Test
    void aConstraintThatWasMadeOfTheScopedIndexStopsTheRollback(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated("", database);
        database.execute("ALTER TABLE connections ADD CONSTRAINT " + KEY + " UNIQUE USING INDEX " + KEY);
        String drop = "ALTER TABLE \"public\".\"connections\" DROP CONSTRAINT \"" + KEY + "\"";
        String build = "CREATE UNIQUE INDEX CONCURRENTLY \"" + KEY + "\" ON \"public\".\"connections\" USING btree (organization_id, user_id, platform)";
        RollbackGuardTest.refused(liquibase, database, "The index " + KEY + " of connections belongs to a constraint now", drop + "; " + build + ". Then run rollback again");
        assertThatThrownBy(() -> liquibase.rollbackAllSql()).hasMessageContaining("belongs to a constraint now");

        database.execute(drop, build);
        liquibase.rollbackAll();
        assertThat(database.string("SELECT pg_get_indexdef('connections_key'::regclass)")).isEqualTo(OLD);
    }

    /** Nothing shows what the old key was then. */
    @Test
    void aScopedIndexThatIsGoneStopsTheRollback(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated("", database);
        database.execute("DROP INDEX " + KEY);
        String build = "CREATE UNIQUE INDEX CONCURRENTLY \"" + KEY + "\" ON \"public\".\"connections\" USING btree (\"organization_id\", user_id, platform)";
        RollbackGuardTest.refused(liquibase, database, "The rollback cannot restore the unique index connections_key of connections", "If only the index was dropped, build it again: " + build);

        database.execute(build);
        Script.run(database, liquibase.rollbackAllSql());
        assertThat(database.string("SELECT pg_get_indexdef('connections_key'::regclass)")).isEqualTo(OLD);
    }

    /** Step 06 counts as done, so update does not run it again. */
    @Test
    void aScopedIndexThatIsGoneStopsTheContract(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated("orgscope-expand", database);
        database.execute("DROP INDEX " + KEY);
        String build = "CREATE UNIQUE INDEX CONCURRENTLY \"" + KEY + "\" ON \"public\".\"connections\" USING btree (\"organization_id\", user_id, platform)";
        assertThatThrownBy(liquibase::update).hasMessageContaining("The unique index " + KEY + " of connections is not there or not valid")
                .hasMessageContaining("Then build it: " + build + ". Then run update again.");

        database.execute(build);
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL")).isTrue();
        liquibase.rollbackAll();
        assertThat(database.flag("SELECT to_regclass('" + KEY + "') IS NULL AND to_regclass('connections_key') IS NOT NULL")).isTrue();
    }

    /** Step 09 would count as done, and the old key would hold for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"ALTER INDEX connections_key RENAME TO theirs", "ALTER TABLE connections ADD CONSTRAINT theirs UNIQUE USING INDEX connections_key"})
    void anOldIndexThatWasRenamedStopsTheContract(String rename, TestDatabase database) throws SQLException {
        Liquibases liquibase = updated("orgscope-expand", database);
        database.execute(rename);
        String back = "ALTER INDEX \"public\".\"theirs\" RENAME TO \"connections_key\"";
        assertThatThrownBy(liquibase::update).hasMessageContaining("The unique index connections_key of connections is not there, and theirs has its columns")
                .hasMessageContaining("give it its name back: " + back + ".");
        assertThatThrownBy(liquibase::updateSql).hasMessageContaining("theirs has its columns");

        database.execute(back);
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL AND to_regclass('theirs') IS NULL")).isTrue();
    }

    /** None of these is the old one: a primary key, a replica identity, what foreign keys reference, a partial index. */
    @Test
    void anOldIndexThatSomebodyDropped(TestDatabase database) throws SQLException {
        Liquibases liquibase = updated("orgscope-expand", database);
        database.execute("DROP INDEX connections_key", "CREATE UNIQUE INDEX referenced ON connections (user_id, platform)", "CREATE UNIQUE INDEX part ON connections (user_id, platform) WHERE id > 7",
                "CREATE TABLE uses (u integer, p text, FOREIGN KEY (u, p) REFERENCES connections (user_id, platform))", "CREATE UNIQUE INDEX identity ON connections (user_id, platform)",
                "ALTER TABLE connections ALTER platform SET NOT NULL, REPLICA IDENTITY USING INDEX identity");
        liquibase.update();
        assertThat(database.number("SELECT count(*) FROM pg_index WHERE indrelid = 'connections'::regclass AND indisunique")).isEqualTo(5);
    }

    /** PostgreSQL would refuse to build the scoped index with 42P07. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CREATE INDEX ^ ON connections (note) | ALTER INDEX \"public\".\"^\" RENAME TO …",
        "CREATE INDEX ^ ON organizations (id) | ALTER INDEX \"public\".\"^\" RENAME TO …",
        "ALTER TABLE connections ADD CONSTRAINT ^ UNIQUE (organization_id, user_id, platform) DEFERRABLE | ALTER TABLE \"public\".\"connections\" DROP CONSTRAINT \"^\""})
    void anotherIndexWithTheNameOfTheScopedOneStopsTheContract(String made, String drop, TestDatabase database) throws SQLException {
        Liquibases liquibase = updated("orgscope-expand", database);
        database.execute("DROP INDEX " + KEY, made.replace("^", KEY));
        String build = "CREATE UNIQUE INDEX CONCURRENTLY \"" + KEY + "\" ON \"public\".\"connections\" USING btree (\"organization_id\", user_id, platform)";
        assertThatThrownBy(liquibase::update).hasMessageContaining("(" + drop.replace("^", KEY) + "). Then build it: " + build + ". Then run update again.");

        database.execute(drop.replace("^", KEY).replace("…", "another"), build);
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL")).isTrue();
    }

    /** PostgreSQL would refuse the DROP CONSTRAINT with 2BP01. */
    @Test
    void aFunctionThatNamesTheOldConstraintStopsTheContract(TestDatabase database) throws SQLException {
        Situation situation = new Situation("constraint", KeyType.INTEGER, Situation.CONNECTIONS.replace("CREATE UNIQUE INDEX connections_key ON connections (user_id, platform)",
                "ALTER TABLE connections ADD CONSTRAINT connections_key UNIQUE (user_id, platform)"), Situation.BY_USER);
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.labels("orgscope-expand").update();
        database.execute("CREATE FUNCTION put(u integer, p text) RETURNS void BEGIN ATOMIC INSERT INTO connections (user_id, platform) VALUES (u, p)"
                + " ON CONFLICT ON CONSTRAINT connections_key DO NOTHING; END");
        assertThatThrownBy(liquibase::update).hasMessageContaining("The unique constraint connections_key of connections is named by functions or rules")
                .hasMessageContaining("They are: function put(integer,text).").hasMessageContaining("Then run update again. Nothing was dropped by this step.");
        assertThatThrownBy(liquibase::updateSql).hasMessageContaining("is named by functions or rules");

        database.execute("DROP FUNCTION put");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL")).isTrue();
    }

    /** Each partition has a constraint of its own, with a name of its own. */
    @Test
    void aFunctionThatNamesTheConstraintOfAPartitionDoesToo(TestDatabase database) throws SQLException {
        Partitioned.nested().into(database);
        Liquibases liquibase = Partitioned.nested().liquibase(database, directory);
        liquibase.labels("orgscope-expand").update();
        database.execute("CREATE FUNCTION put(u integer, p text) RETURNS void BEGIN ATOMIC INSERT INTO connections_others (id, user_id, platform, day)"
                + " VALUES (1, u, p, '2029-01-01') ON CONFLICT ON CONSTRAINT \"own name\" DO NOTHING; END");
        assertThatThrownBy(liquibase::update).hasMessageContaining("The unique constraint connections_key of connections is named by functions or rules")
                .hasMessageContaining("They are: function put(integer,text).");

        database.execute("DROP FUNCTION put");
        liquibase.update();
        assertThat(database.flag("SELECT to_regclass('connections_key') IS NULL")).isTrue();
    }
}
