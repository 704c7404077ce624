package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choices are kept by the key that the table had then. It may have another one now. */
@PostgresTest
class ChangedKeyTest {

    private static final String FILE = "c.orgscope.yaml";

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: items
                  route: user_id -> users.home
            """;

    private static final String ADD_KEY = "ALTER TABLE items ADD id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";

    @TempDir
    Path directory;

    private TestDatabase database;
    private Liquibases liquibase;

    @BeforeEach
    void choose(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1);
                CREATE TABLE items (code text NOT NULL UNIQUE, user_id int REFERENCES users);
                INSERT INTO items VALUES ('a', 1), ('b', 1)
                """);
        liquibase = Liquibases.on(database).in(directory).changelog(FILE, DECLARATION);
        liquibase.labels("orgscope-expand").update();
        database.execute("UPDATE items SET organization_id = 2 WHERE code = 'a'");
    }

    private String all() throws SQLException {
        return database.string("SELECT string_agg(organization_id::text, ' ' ORDER BY organization_id) FROM items");
    }

    private void verifyAgain() throws SQLException {
        database.execute("DELETE FROM databasechangelog WHERE id LIKE '%08-verify%'");
        liquibase.labels("orgscope-expand").update();
    }

    private void repair() {
        liquibase.run("orgscopeRepair", Map.of("spec", FILE));
    }

    @Test
    void aPrimaryKeyIsAdded() throws SQLException {
        database.execute(ADD_KEY);
        verifyAgain();
        repair();
        assertThat(all()).isEqualTo("1 2");
        database.execute("UPDATE users SET home = 3");
        assertThat(all()).isEqualTo("2 3");
        liquibase.update();
        liquibase.rollbackAll();
        liquibase.update();
        assertThat(all()).isEqualTo("2 3");
    }

    @Test
    void aPrimaryKeyIsAddedAfterARollback() throws SQLException {
        liquibase.rollbackAll();
        database.execute(ADD_KEY);
        liquibase.labels("orgscope-expand").update();
        database.execute("UPDATE users SET home = 3");
        assertThat(all()).isEqualTo("2 3");
    }

    /** Nothing tells which row a choice is of. */
    @Test
    void theOldKeyIsGone() throws SQLException {
        database.execute(ADD_KEY, "ALTER TABLE items DROP CONSTRAINT items_code_key");
        String refused = "The side table \"orgscope\".\"items\" does not fit items any more.";
        String remedy = "Make (code) NOT NULL and unique again.";
        assertThatThrownBy(this::repair).hasStackTraceContaining(refused).hasStackTraceContaining(remedy);
        assertThatThrownBy(this::verifyAgain).hasStackTraceContaining(refused).hasStackTraceContaining(remedy);
        assertThat(all()).isEqualTo("1 2");
        database.execute("CREATE UNIQUE INDEX ON items (code)");
        repair();
        verifyAgain();
        assertThat(all()).isEqualTo("1 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTER TABLE items RENAME code TO sku", "ALTER TABLE items RENAME user_id TO owner_id",
            "ALTER TABLE items RENAME code TO sku; ALTER TABLE items ADD id text; UPDATE items SET id = sku; ALTER TABLE items ADD PRIMARY KEY (id)"})
    void aColumnIsRenamedAfterARollback(String renamed) throws SQLException {
        liquibase.rollbackAll();
        database.execute(renamed);
        liquibase.file(FILE, DECLARATION.replace("user_id", renamed.contains("owner_id") ? "owner_id" : "user_id"));
        String remedy = "ALTER TABLE \"orgscope\".\"items\" RENAME COLUMN " + (renamed.contains("owner_id") ? "\"via_user_id\" TO \"via_owner_id\""
                : renamed.contains("id text") ? "\"key_code\" TO key_… (its new name)" : "\"key_code\" TO \"key_sku\"");
        assertThatThrownBy(liquibase.labels("orgscope-expand")::update).hasStackTraceContaining("does not fit items any more.").hasStackTraceContaining(remedy);
        assertThat(database.number("SELECT count(*) FROM orgscope.items")).isEqualTo(2);
        database.execute(remedy.replace("key_… (its new name)", "key_sku"));
        liquibase.labels("orgscope-expand").update();
        assertThat(all()).isEqualTo("1 2");
    }

    /** Without a row there is nothing to lose. */
    @Test
    void anEmptySideTableIsReplaced() throws SQLException {
        liquibase.rollbackAll();
        database.execute("DELETE FROM orgscope.items", "ALTER TABLE items RENAME code TO sku");
        liquibase.labels("orgscope-expand").update();
        database.execute("UPDATE items SET organization_id = 2 WHERE sku = 'b'");
        assertThat(database.strings("SELECT key_sku FROM orgscope.items WHERE chosen")).containsExactly("b");
    }

    /** A BEFORE trigger sees NULL in a generated column. */
    @ParameterizedTest
    @ValueSource(strings = {"", "UNIQUE (a, b),"})
    void aKeyThatIsGenerated(String unique) throws SQLException {
        database.execute("""
                CREATE TABLE files (a int NOT NULL, b int NOT NULL, user_id int REFERENCES users, %s
                  id text GENERATED ALWAYS AS (a::text || '-' || b::text) STORED PRIMARY KEY);
                INSERT INTO files VALUES (1, 1, 1), (1, 2, 1)
                """.formatted(unique));
        Liquibases files = Liquibases.on(database).in(directory).changelog("files.orgscope.yaml", DECLARATION.replace("items", "files")).labels("orgscope-expand");
        files.update();
        database.execute("UPDATE files SET organization_id = 2 WHERE b = 1", "INSERT INTO files (a, b, user_id, organization_id) VALUES (1, 3, 1, 4)",
                "UPDATE users SET home = 3");
        assertThat(database.string("SELECT string_agg(organization_id::text, ' ' ORDER BY b) FROM files")).isEqualTo("2 3 4");
        if (unique.isEmpty()) {
            assertThatThrownBy(() -> files.rollbackAll()).hasStackTraceContaining("files has no primary key and no unique key without generated columns");
        } else {
            files.rollbackAll();
            files.update();
            assertThat(database.string("SELECT string_agg(organization_id::text, ' ' ORDER BY b) FROM files")).isEqualTo("2 3 4");
        }
    }
}
