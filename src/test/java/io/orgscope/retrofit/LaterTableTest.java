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

/** A table or a unique key that another update has added. It can be rolled back, whatever has become of the earlier ones since. */
@PostgresTest
class LaterTableTest {

    private static final String TAG = "before-the-notes";
    private static final String SAME_KEY = "INSERT INTO connections (user_id, platform, organization_id) VALUES (1, 'x', 2)";
    private static final String SAME_TITLE = "INSERT INTO notes (id, title, organization_id) VALUES (99, 't1', 2)";

    private static final Situation FIRST = new Situation("connections", KeyType.INTEGER, Situation.CONNECTIONS + """
            CREATE TABLE notes (id integer PRIMARY KEY, user_id integer REFERENCES users, title text, CONSTRAINT notes_key UNIQUE (title));
            INSERT INTO notes SELECT n, n, 't' || n FROM generate_series(1, 6) n;
            """, Situation.BY_USER);

    /** The later table comes first in the file. */
    private static final Situation BOTH = new Situation("both", KeyType.INTEGER, "", """
            - table: notes
              route: user_id -> users.default_organization_id
              unique: { replaces: notes_key }
            """ + Situation.BY_USER);

    @TempDir
    Path directory;

    private Liquibases first(TestDatabase database) throws SQLException {
        FIRST.into(database);
        Liquibases liquibase = FIRST.liquibase(database, directory);
        liquibase.update();
        return liquibase;
    }

    /** Without the preflight of the file, which ran again with the later table. */
    private static List<String> ran(TestDatabase database) throws SQLException {
        return database.strings("SELECT id FROM databasechangelog WHERE id NOT LIKE '%/00-preflight' ORDER BY orderexecuted");
    }

    @Test
    void anEarlierTableIsNotAsked(TestDatabase database) throws SQLException {
        first(database).tag(TAG);
        database.execute(SAME_KEY, "ALTER TABLE connections RENAME platform TO channel");
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        Liquibases both = BOTH.liquibase(database, directory);

        both.update();
        both.rollbackCount(1);
        assertThat(database.number("SELECT count(*) FROM pg_trigger WHERE tgrelid = 'notes'::regclass AND tgname LIKE '%orgscope%'")).isPositive();
        both.update();
        both.rollback(TAG);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));

        both.update();
        Script.run(database, both.rollbackSql(TAG));
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    /** What is rolled back is the later table. Then the earlier one stops before anything of it goes. */
    @Test
    void allOfBothStopsAtTheEarlierTable(TestDatabase database) throws SQLException {
        first(database);
        database.execute(SAME_KEY);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        List<String> ran = ran(database);
        Liquibases both = BOTH.liquibase(database, directory);
        both.update();

        assertThatThrownBy(() -> both.rollbackAll()).hasMessageContaining("The rollback has to build the unique index connections_key of connections again");

        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
        assertThat(ran(database)).isEqualTo(ran);
        database.execute("DELETE FROM connections WHERE organization_id = 2 AND platform = 'x' AND user_id = 1");
        both.rollbackAll();
        assertThat(ran(database)).isEmpty();
    }

    @Test
    void theLaterTableItselfIsAsked(TestDatabase database) throws SQLException {
        first(database);
        Liquibases both = BOTH.liquibase(database, directory);
        both.update();
        database.execute(SAME_TITLE);
        CatalogSnapshot before = CatalogSnapshot.of(database);

        assertThatThrownBy(() -> both.rollbackCount(1)).hasMessageContaining("the unique index notes_key of notes");
        assertThatThrownBy(() -> Script.run(database, both.rollbackCountSql(1))).hasMessageContaining("the unique index notes_key of notes");

        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    /** The contract of both tables is one update, although the expansions were two. */
    @Test
    void whatTheSameUpdateContractedIsAsked(TestDatabase database) throws SQLException {
        FIRST.into(database);
        FIRST.liquibase(database, directory).labels("orgscope-expand").update();
        Liquibases both = BOTH.liquibase(database, directory);
        both.labels("orgscope-expand").update();
        both.update();
        database.execute(SAME_TITLE);
        CatalogSnapshot before = CatalogSnapshot.of(database);

        assertThat(ran(database).get(ran(database).size() - 1)).startsWith("connections/10-");
        assertThatThrownBy(() -> both.rollbackCount(1)).hasMessageContaining("the unique index notes_key of notes");

        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    /** A contract that was stopped has two updates. */
    @Test
    void theLastStepOfATableAsksForAllItsKeys(TestDatabase database) throws SQLException {
        FIRST.into(database);
        Liquibases liquibase = FIRST.liquibase(database, directory);
        liquibase.labels("orgscope-expand").update();
        liquibase.updateCount(1);
        liquibase.update();
        database.execute(SAME_KEY);
        CatalogSnapshot before = CatalogSnapshot.of(database);

        assertThatThrownBy(() -> liquibase.rollbackCount(1)).hasMessageContaining("the unique index connections_key of connections");

        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    @Test
    void anEarlierKeyOfTheSameTableIsNotAsked(TestDatabase database) throws SQLException {
        first(database);
        database.execute("CREATE UNIQUE INDEX by_note ON connections (note)", SAME_KEY);
        Liquibases more = new Situation("", KeyType.INTEGER, "", Situation.BY_USER.replace("{ replaces: connections_key }",
                "[ { replaces: connections_key }, { replaces: by_note } ]")).liquibase(database, directory);
        more.update();
        assertThat(database.flag("SELECT to_regclass('by_note') IS NULL")).isTrue();

        more.rollbackCount(1);

        assertThat(database.flag("SELECT to_regclass('by_note') IS NOT NULL AND to_regclass('connections_key') IS NULL")).isTrue();
    }

    @Test
    void theLostRecordOfAnEarlierTableIsNotAskedFor(TestDatabase database) throws SQLException {
        first(database).tag(TAG);
        Liquibases both = BOTH.liquibase(database, directory);
        both.update();
        database.execute("COMMENT ON COLUMN connections.organization_id IS 'tenant'");

        both.rollbackCount(1);
        both.update();
        Script.run(database, both.rollbackSql(TAG));
        assertThat(database.flag("SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'notes'::regclass AND attname = 'organization_id' AND NOT attisdropped)"))
                .isFalse();

        both.update();
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        both.rollback(TAG);
        assertThatThrownBy(() -> both.rollbackCount(1)).hasMessageContaining("The columns are: connections.organization_id.");
        both.update();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }
}
