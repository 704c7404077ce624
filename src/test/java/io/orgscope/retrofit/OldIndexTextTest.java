package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text from which the old index is built again means the same in every session, and so does the script of the new one. */
@PostgresTest
class OldIndexTextTest {


    private static final String FUNCTIONS = """
            CREATE SCHEMA ext;
            CREATE SCHEMA other;
            CREATE FUNCTION ext.norm(text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT pg_catalog.lower($1)';
            CREATE FUNCTION other.norm(text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT pg_catalog.lower($1)';
            """;

    private static final String INDEX = "connections (user_id, ext.norm(platform)) WHERE ext.norm(platform) <> ''";

    private static final Situation SITUATION = new Situation("a function in another schema", KeyType.INTEGER,
            FUNCTIONS + Situation.CONNECTIONS.replace("connections (user_id, platform);", INDEX + ";"), Situation.BY_USER + "  index: false\n");

    private static final Situation PARTITIONED = new Situation("of a partitioned table", KeyType.INTEGER, FUNCTIONS + """
            CREATE TABLE connections (id integer NOT NULL, user_id integer NOT NULL REFERENCES users, platform text NOT NULL) PARTITION BY RANGE (user_id);
            CREATE TABLE connections_all PARTITION OF connections DEFAULT;
            INSERT INTO connections SELECT n, n, 'x' FROM generate_series(1, 6) n;
            """ + "CREATE UNIQUE INDEX connections_key ON " + INDEX + ";", Situation.BY_USER + "  index: false\n");

    @TempDir
    Path directory;

    static List<Situation> both() {
        return List.of(SITUATION, PARTITIONED);
    }

    @ParameterizedTest
    @MethodSource("both")
    void aRollbackWithAnotherSearchPath(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        List<String> before = indexes(database);
        for (String path : List.of("public", "public, other")) {
            searchPath(database, "public, ext");
            liquibase.update();
            searchPath(database, path);
            liquibase.rollbackAll();
            assertThat(indexes(database)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void scriptsWithAnotherSearchPath(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        List<String> before = indexes(database);
        liquibase.updateCount(0);
        for (String path : List.of("public", "public, other")) {
            searchPath(database, "public, ext");
            String update = liquibase.updateSql();
            searchPath(database, path);
            Script.run(database, update);
            assertThat(indexes(database)).anyMatch(index -> index.contains("(organization_id, user_id, ext.norm(platform)) WHERE (ext.norm(platform)"));
            searchPath(database, "public, ext");
            String rollback = liquibase.rollbackAllSql();
            searchPath(database, path);
            Script.run(database, rollback);
            assertThat(indexes(database)).isEqualTo(before);
        }
    }

    /** For new sessions. */
    private static void searchPath(TestDatabase database, String path) throws SQLException {
        database.execute("ALTER DATABASE " + database.name() + " SET search_path = " + path);
    }

    private static List<String> indexes(TestDatabase database) throws SQLException {
        try (Connection session = database.connection(); Statement statement = session.createStatement()) {
            statement.execute("SET search_path = pg_catalog");
            List<String> indexes = new ArrayList<>();
            ResultSet rows = statement.executeQuery("SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = 'public.connections'::regclass ORDER BY 1");
            while (rows.next()) {
                indexes.add(rows.getString(1));
            }
            return indexes;
        }
    }
}
