package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In some locales {@code %d} gives digits that are no digits for PostgreSQL. ArchitectureTest searches for it in every class. */
@PostgresTest
class LocaleTest {

    private static final Locale BEFORE = Locale.getDefault();

    @TempDir
    Path directory;

    @BeforeEach
    void setPersian(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY, slug text UNIQUE);
                INSERT INTO organizations VALUES (1, 'one'), (2, 'two');
                CREATE TABLE users (id int PRIMARY KEY, organization_id int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1), (2, 2);
                CREATE TABLE research (id int PRIMARY KEY);
                INSERT INTO research VALUES (1);
                CREATE TABLE notes (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, text text);
                CREATE INDEX ON notes (user_id);
                INSERT INTO notes SELECT n, n % 2 + 1, repeat('x', 500) FROM generate_series(1, 2000) n
                """);
        Locale.setDefault(new Locale("fa", "IR"));
        assertThat("%d".formatted(1)).isEqualTo("\u06f1");
    }

    @AfterEach
    void restore() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void updateRepairAndRollback(TestDatabase database) throws SQLException {
        Liquibases liquibase = declared(database);
        liquibase.labels("orgscope-expand").update();
        database.execute("SET session_replication_role = replica; UPDATE notes SET organization_id = user_id % 2 + 1 WHERE id > 1000");
        assertThat(liquibase.run("orgscopeRepair", Map.of("spec", "tenancy.orgscope.yaml", "table", "notes"))).isEqualTo("notes: 1000 rows repaired.\n");
        assertThat(wrong(database)).isZero();
        liquibase.update();
        liquibase.rollbackAll();
    }

    @Test
    void scripts(TestDatabase database) throws SQLException {
        Liquibases liquibase = declared(database);
        Script.run(database, liquibase.updateSql());
        assertThat(wrong(database)).isZero();
        Script.run(database, liquibase.rollbackAllSql());
        assertThat(database.number("SELECT count(*) FROM orgscope.notes")).isEqualTo(2000);
    }

    private Liquibases declared(TestDatabase database) {
        return Liquibases.on(database).in(directory).changelog("tenancy.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - { table: notes, route: user_id -> users.organization_id }
                    - { table: research, route: { organization: { slug: one } } }
                """);
    }

    private static long wrong(TestDatabase database) throws SQLException {
        return database.number("SELECT (SELECT count(*) FROM notes WHERE organization_id IS DISTINCT FROM user_id)"
                + " + (SELECT count(*) FROM research WHERE organization_id IS DISTINCT FROM 1)");
    }
}
