package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.postgres.SqlTemplate;
import io.orgscope.step.ScriptProcedure;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script has once what all tables share: the text of the trigger functions, and the settings of the session. */
@PostgresTest
class ScriptWordsTest {

    private static final String TABLES = IntStream.range(0, 4).mapToObj(i -> "CREATE TABLE table_%d (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users);\n"
            .formatted(i)).collect(Collectors.joining());

    @TempDir
    Path directory;

    /** What stands for a word may look like another word, a literal or a quote. */
    @Test
    void wordsAreFilledInInOnePass(TestDatabase database) throws SQLException {
        Map<String, String> words = Map.of("one", "{two} {'two'} {one}", "two", "it's {one} \\ $orgscope$", "three", "");
        String template = "{one}|{two}|{'one'}|{'two'}|{three}|{'three'}|{ one }|{}|";
        String filled = """
                {two} {'two'} {one}|it's {one} \\ $orgscope$|'{two} {''two''} {one}'| E'it''s {one} \\\\ $orgscope$'||''|{ one }|{}|""";
        assertThat(new SqlTemplate(template, words.keySet()).fill(words)).isEqualTo(filled);
        assertThat(filledIn(database, template, words)).isEqualTo(filled);
        assertThat(filledIn(database, template, Map.of("one", "1"))).as("a word is missing").isNull();
    }

    private static String filledIn(TestDatabase database, String template, Map<String, String> words) throws SQLException {
        String[][] pairs = words.entrySet().stream().map(word -> new String[] {word.getKey(), word.getValue()}).toArray(String[][]::new);
        try (Connection connection = database.connection()) {
            Script.run(connection, ScriptProcedure.FILLED_IN.definition());
            try (PreparedStatement call = connection.prepareStatement("SELECT pg_temp.orgscope_filled_in(?, ?)")) {
                call.setString(1, template);
                call.setArray(2, connection.createArrayOf("text", pairs));
                try (ResultSet result = call.executeQuery()) {
                    result.next();
                    return result.getString(1);
                }
            }
        }
    }

    @Test
    void aFurtherTableHasFewLines(TestDatabase database) throws SQLException {
        Situation all = situation(4);
        all.into(database);
        String three = situation(3).liquibase(database, directory).updateSql();
        String four = all.liquibase(database, directory).updateSql();
        assertThat(four.lines().count() - three.lines().count()).isLessThan(80);
    }

    private static Situation situation(int tables) {
        return new Situation("tables with the same route", KeyType.INTEGER, TABLES, IntStream.range(0, tables).mapToObj(i -> """
                - table: table_%d
                  route: user_id -> users.default_organization_id
                """.formatted(i)).collect(Collectors.joining()));
    }

    /** Somebody else's change set comes after the expansion, and between two steps of which the second has run before. */
    @Test
    void changeSetsOfOthersHaveTheSettingsOfTheRole(TestDatabase database) throws SQLException {
        Login owner = database.asOwner("owner of " + database.name());
        situation(1).into(owner);
        database.execute("ALTER ROLE \"" + owner.user() + "\" SET statement_timeout = '77s'");
        Liquibases liquibase = Liquibases.on(owner).in(directory).file(Situation.FILE, situation(1).yaml()).changelog("master.yaml", """
                databaseChangeLog:
                  - include: { file: %s, relativeToChangelogFile: true }
                  - changeSet: { id: theirs, author: them, changes: [ sql: "INSERT INTO seen SELECT current_setting('statement_timeout')" ] }
                """.formatted(Situation.FILE)).labels("orgscope-expand");
        owner.execute("CREATE TABLE seen (setting text)");
        Script.run(owner, liquibase.updateSql());
        owner.execute("DELETE FROM databasechangelog WHERE id IN ('theirs', 'table_0/07-organization-index')",
                "DROP INDEX idx_table_0_organization_id");
        Script.run(owner, liquibase.updateSql());
        assertThat(database.strings("SELECT setting FROM seen")).containsExactly("77s", "77s");
        assertThat(liquibase.status()).contains("is up to date");
    }

    /** The procedures alone are not enough: a timeout could leave an INVALID index, and row security could hide rows. */
    @Test
    void aPartOfAScriptIsRefusedInASessionWithOtherSettings(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        String script = Situation.simple().liquibase(database, directory).updateSql();
        String set = "SET statement_timeout = 0; SET lock_timeout = 0; SET row_security = off; SET default_transaction_isolation = 'read committed';"
                + " SELECT pg_catalog.set_config(s.name, '0', false) FROM pg_catalog.pg_settings s WHERE s.name = 'transaction_timeout'; SET max_parallel_workers_per_gather = 0;"
                + " SET max_parallel_maintenance_workers = 0;";
        assertThat(script.lines().filter(set::equals)).as("once for the expansion, once for the contract").hasSize(2);
        assertThatThrownBy(() -> Script.run(database, script.replace(set, ""))).hasMessageContaining("does not have the settings of the script");
        assertThat(database.flag("SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'connections'::regclass AND attname = 'organization_id')")).isFalse();
    }

    /** It came with PostgreSQL 17, and it would end the build of an index. */
    @Test
    void aScriptRunsWithoutATransactionTimeout(TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        boolean known = database.flag("SELECT EXISTS (SELECT FROM pg_settings WHERE name = 'transaction_timeout')");
        if (known) {
            database.execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET transaction_timeout = ''17min''', current_database()); END $$");
        }
        String script = Situation.simple().liquibase(database, directory).updateSql();
        if (known) {
            assertThatThrownBy(() -> Script.run(database, script.replace("WHERE s.name = 'transaction_timeout'", "WHERE false")))
                    .hasMessageContaining("does not have the settings of the script");
            database.execute("DROP TABLE IF EXISTS databasechangelog, databasechangeloglock");
        }
        Script.run(database, script);
    }
}
