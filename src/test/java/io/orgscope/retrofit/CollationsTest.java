package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A route may compare columns of different collations. PostgreSQL allows a foreign key between them. */
@PostgresTest
class CollationsTest {


    @TempDir
    Path directory;

    private Liquibases liquibase(TestDatabase database, String country, String code, String home, String organization) throws SQLException {
        database.execute("""
                CREATE DOMAIN c_text AS text COLLATE "C";
                CREATE TABLE organizations (id text %4$s PRIMARY KEY);
                INSERT INTO organizations SELECT 'o' || generate_series(1, 3);
                CREATE TABLE countries (code %2$s PRIMARY KEY, home text %3$s);
                INSERT INTO countries SELECT 'c' || n, 'o' || n %% 3 + 1 FROM generate_series(1, 20000) n;
                CREATE TABLE posts (id int PRIMARY KEY, country %1$s REFERENCES countries);
                INSERT INTO posts SELECT n, 'c' || n FROM generate_series(1, 20) n
                """.formatted(typed(country), typed(code), home, organization));
        database.execute("VACUUM ANALYZE countries");
        return Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - table: posts
                      route: country -> countries.home
                """);
    }

    private static String typed(String type) {
        return type.startsWith("COLLATE") || type.isEmpty() ? "text " + type : type;
    }

    /** Otherwise the comparison has the collation that is not the default one, and then no index of the other column fits. */
    @ParameterizedTest
    @CsvSource({"'COLLATE \"C\"', ''", "'', 'COLLATE \"C\"'", "'COLLATE \"C\"', c_text", "'', c_text", "c_text, 'COLLATE \"C\"'"})
    void theIndexOfTheKeyFindsTheParent(String country, String code, TestDatabase database) throws SQLException {
        Liquibases liquibase = liquibase(database, country, code, "", "");
        liquibase.labels("orgscope-expand").update();
        try (Connection writer = database.connection(); Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO posts (id, country) SELECT n, 'c' || n FROM generate_series(21, 40) n");
            statement.execute("UPDATE posts SET country = 'c5' WHERE id > 30");
            try (ResultSet scans = statement.executeQuery("SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relid = 'countries'::regclass")) {
                assertThat(scans.next()).isTrue();
                assertThat(scans.getLong(1)).isZero();
            }
            writer.commit();
        }
        database.execute("UPDATE countries SET home = 'o1' WHERE code = 'c5'");
        assertThat(database.number("SELECT count(*) FROM posts JOIN countries ON code = country::text COLLATE \"C\" WHERE organization_id <> home")).isZero();
        assertThat(database.number("SELECT count(*) FROM posts WHERE organization_id = 'o1' AND country = 'c5'")).isEqualTo(11);
        liquibase.update();
        liquibase.rollbackAll();
    }

    @Test
    void twoColumnsWithACollationOfTheirOwnAreRefused(TestDatabase database) throws SQLException {
        Liquibases liquibase = liquibase(database, "COLLATE \"C\"", "COLLATE \"POSIX\"", "", "");
        assertThatThrownBy(liquibase::update).hasMessageContainingAll("compares posts.country (COLLATE pg_catalog.\"C\") with countries.code (COLLATE pg_catalog.\"POSIX\")",
                "ALTER TABLE \"public\".\"posts\" ALTER \"country\" TYPE text COLLATE pg_catalog.\"POSIX\"");
        database.execute("ALTER TABLE posts ALTER country TYPE text COLLATE pg_catalog.\"POSIX\"");
        liquibase.update();
    }

    @Test
    void theLastColumnToo(TestDatabase database) throws SQLException {
        Liquibases liquibase = liquibase(database, "", "", "COLLATE \"C\"", "COLLATE \"POSIX\"");
        assertThatThrownBy(liquibase::update).hasMessageContainingAll("compares countries.home (COLLATE pg_catalog.\"C\") with organizations.id (COLLATE pg_catalog.\"POSIX\")",
                "ALTER TABLE \"public\".\"countries\" ALTER \"home\" TYPE text COLLATE pg_catalog.\"POSIX\"");
        database.execute("ALTER TABLE countries ALTER home TYPE text");
        liquibase.update();
        assertThat(database.number("SELECT count(*) FROM posts WHERE organization_id IS NULL")).isZero();
    }
}
