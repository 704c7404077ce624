package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract was stopped between a step and Liquibase's record of it. The old application works after what is recorded was rolled back. */
@PostgresTest
class StoppedContractTest {


    @TempDir
    Path directory;

    /** Two old keys, so that a change set of the contract is recorded before the one that is stopped. */
    private static Situation situation() {
        return new Situation("two old keys", KeyType.INTEGER, Situation.CONNECTIONS + "CREATE UNIQUE INDEX connections_notes ON connections (user_id, platform, note);",
                "- table: connections\n  route: user_id -> users.default_organization_id\n  unique: [ { replaces: connections_key }, { replaces: connections_notes } ]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/09-retire-index/connections_notes", "/10-retire-trigger"})
    void theOldApplicationWorksAfterTheRollback(String step, TestDatabase database) throws SQLException {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        liquibase.labels("orgscope-expand").update();
        new FaultInjection(database).stopBeforeTheRecord("connections" + step, liquibase::update);
        int recorded = (int) database.number("SELECT count(*) FROM databasechangelog WHERE labels = 'orgscope-contract'");
        assertThat(recorded).isPositive();
        assertThatThrownBy(() -> Script.run(database, liquibase.rollbackCountSql(recorded))).hasMessageContaining("The step has left: retired ");
        liquibase.releaseLocks();
        liquibase.rollbackCount(recorded);
        database.execute("INSERT INTO connections (user_id, platform) VALUES (1, 'x') ON CONFLICT (user_id, platform) DO NOTHING",
                "INSERT INTO connections (user_id, platform, note) VALUES (1, 'z', 'n') ON CONFLICT (user_id, platform, note) DO NOTHING");
        assertThat(database.number("SELECT organization_id FROM connections WHERE platform = 'z'")).isEqualTo(1);
        liquibase.update();
    }

    /** No change of the changelog owns the index any more, so no line of the script drops it. */
    @Test
    void aScriptNamesWhatAnEntryLeftThatWasTakenOut(TestDatabase database) throws SQLException {
        Situation situation = situation();
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        List<String> before = indexes(database);
        liquibase.file(Situation.FILE, situation.yaml().replace(" } ]", " }, { name: taken_out, columns: [ id ] } ]")).update();
        liquibase.file(Situation.FILE, situation.yaml()).update();
        String script = liquibase.rollbackAllSql();
        assertThatThrownBy(() -> Script.run(database, script)).hasMessageContaining("run liquibase rollback in place of a script. The step has left: made taken_out.");
        liquibase.releaseLocks();
        liquibase.rollbackAll();
        assertThat(indexes(database)).isEqualTo(before);
    }

    /** Nothing rolls its steps back. Only the comment of the column has the definition of the old key. */
    @ParameterizedTest
    @ValueSource(strings = {"10-retire-trigger", "08-verify", "02-keep-filled"})
    void theOldKeyOfAnEntryThatWasTakenOutIsNotLost(String refusing, TestDatabase database) throws SQLException {
        situation().into(database);
        Liquibases liquibase = situation().liquibase(database, directory);
        List<String> before = indexes(database);
        liquibase.updateBefore("/10-retire-trigger");
        liquibase.file(Situation.FILE, situation().yaml().replace(", { replaces: connections_notes }", ""));
        if (refusing.startsWith("10")) {
            liquibase.update();
            refused(() -> liquibase.rollbackCount(1));
            liquibase.releaseLocks();
        } else if (refusing.startsWith("02")) {
            database.execute("DELETE FROM databasechangelog WHERE id LIKE '%/08-verify'");
        }
        refused(() -> liquibase.rollbackAllSql());
        liquibase.releaseLocks();
        refused(liquibase::rollbackAll);
        liquibase.releaseLocks();

        liquibase.file(Situation.FILE, situation().yaml());
        liquibase.rollbackAll();
        assertThat(indexes(database)).isEqualTo(before);
        assertThat(database.number("SELECT count(*) FROM pg_attribute WHERE attrelid = 'connections'::regclass AND attname = 'organization_id'")).isZero();
    }

    /** Step 01 leaves a column that existed before. It would leave the definition in its comment too, but not the key. */
    @Test
    void theOldKeyOfATableWhoseColumnStays(TestDatabase database) throws SQLException {
        situation().into(database);
        database.execute("ALTER TABLE connections ADD organization_id integer");
        Liquibases liquibase = situation().liquibase(database, directory);
        liquibase.updateBefore("/10-retire-trigger");
        liquibase.file(Situation.FILE, situation().yaml().replace(", { replaces: connections_notes }", ""));
        database.execute("DELETE FROM databasechangelog WHERE id LIKE '%/08-verify'");
        refused(liquibase::rollbackAll);
    }

    /** Change sets of one's own: their ids need to be unique in their file only. Liquibase has a record of that of the other file. */
    @Test
    void aChangeSetWithTheIdOfOneInAnotherFile(TestDatabase database) throws SQLException {
        String other = Situation.CONNECTIONS.replace("connections", "others");
        new Situation("two tables", KeyType.INTEGER, Situation.CONNECTIONS + other, "").into(database);
        String file = own("connections");
        Liquibases liquibase = Liquibases.on(database).in(directory).file("b.yaml", file.replace("connections", "others")).file("a.yaml", file)
                .changelog("own.yaml", "databaseChangeLog: [ include: { file: a.yaml }, include: { file: b.yaml } ]");
        List<String> before = indexes(database, "others");
        liquibase.updateCount(7);
        new FaultInjection(database).stopBeforeTheRecord("9", liquibase::update);
        assertThat(indexes(database, "others")).contains("others_new", "others_own").doesNotContain("others_key");
        liquibase.releaseLocks();
        liquibase.rollbackCount(1);
        assertThat(indexes(database, "others")).contains("others_new", "others_key").doesNotContain("others_own");
        liquibase.rollbackAll();
        assertThat(indexes(database, "others")).isEqualTo(before);
    }

    private static String own(String table) {
        return """
                databaseChangeLog:
                  - changeSet: { id: 1, author: me, runInTransaction: false, changes: [ addOrganizationColumn: { tableName: ^, route: "%1$s" } ] }
                  - changeSet: { id: 2, author: me, runInTransaction: false, changes: [ createScopedUniqueIndex: { tableName: ^, route: "%1$s", indexName: ^_new, replaces: ^_key } ] }
                  - changeSet: { id: 3, author: me, runInTransaction: false, changes: [ createOrganizationIndex: { tableName: ^, route: "%1$s", indexName: ^_own } ] }
                  - changeSet: { id: 9, author: me, runInTransaction: false, changes: [ retireUniqueIndex: { tableName: ^, route: "%1$s", indexName: ^_new, replaces: ^_key } ] }
                """.formatted("user_id -> users.default_organization_id").replace("^", table);
    }

    private static void refused(ThrowingCallable rollback) {
        assertThatThrownBy(rollback).hasMessageContaining("Step 09 has dropped the unique index connections_notes of connections,")
                .hasMessageContaining("unique: { replaces: \"connections_notes\" }").hasMessageContaining("remove the line [orgscope retired connections_notes] from the comment of connections.organization_id")
                .hasMessageContaining("Nothing was dropped by this step.");
    }

    private static List<String> indexes(TestDatabase database) throws SQLException {
        return indexes(database, "connections");
    }

    private static List<String> indexes(TestDatabase database, String table) throws SQLException {
        return database.strings("SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = '" + table + "'::regclass ORDER BY 1");
    }
}
