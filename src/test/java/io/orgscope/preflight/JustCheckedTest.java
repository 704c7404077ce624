package io.orgscope.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Step 01 does not check rows that the preflight has just checked. Rows without an organization come between the two, so
 * a check that takes place fails.
 */
@PostgresTest
class JustCheckedTest {

    private static final String ROUTE = "user_id -> users.organization_id";
    /** Two tables, because the preflight leaves the rows of a single one to step 01. */
    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - { table: checked, route: user_id -> users.organization_id }
                - { table: checked_too, route: user_id -> users.organization_id }
            """;
    private static final String ROWS = "INSERT INTO users VALUES (2, NULL); INSERT INTO checked VALUES (2, 2); INSERT INTO other VALUES (2, 2)";
    private static final String NO_ORGANIZATION = "everyRowHasOneOrganization";

    private Liquibases liquibase;

    @BeforeEach
    void load(TestDatabase database, @TempDir Path directory) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                CREATE TABLE users (id int PRIMARY KEY, organization_id int REFERENCES organizations);
                CREATE TABLE checked (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                CREATE TABLE checked_too (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                CREATE TABLE other (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
                INSERT INTO organizations VALUES (1);
                INSERT INTO users VALUES (1, 1);
                INSERT INTO checked VALUES (1, 1);
                INSERT INTO other VALUES (1, 1);
                """);
        liquibase = Liquibases.on(database).in(directory);
    }

    @Test
    void stepOneOfADeclarationChecksNothingAgain(TestDatabase database) throws SQLException {
        Liquibases declared = liquibase.changelog("tenancy.orgscope.yaml", DECLARATION);
        declared.updateCount(0);
        database.execute("CREATE FUNCTION rows() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN " + ROWS + "; RETURN NULL; END'",
                "CREATE TRIGGER rows AFTER INSERT ON databasechangelog FOR EACH ROW WHEN (NEW.id LIKE '%00-preflight') EXECUTE FUNCTION rows()");

        assertThatThrownBy(declared::update).hasMessageContaining("checked/03-backfill");

        assertThat(database.strings("SELECT id FROM databasechangelog")).contains("checked/01-add-column").doesNotContain("checked/03-backfill");
    }

    /** Whether a reference crosses can be seen only when one of the two tables has its column. That is after the preflight. */
    @ParameterizedTest
    @ValueSource(strings = {"organization_id", "tenant_id"})
    void referencesBetweenTwoDeclaredTablesAreChecked(String column, TestDatabase database) throws SQLException {
        database.execute("INSERT INTO organizations VALUES (2); INSERT INTO users VALUES (2, 2)",
                "ALTER TABLE checked_too ADD checked_id int REFERENCES checked; INSERT INTO checked_too VALUES (1, 2, 1)");

        assertThatThrownBy(liquibase.changelog("tenancy.orgscope.yaml", DECLARATION.replace("checked_too,", "checked_too, column: " + column + ","))::update)
                .hasMessageContaining("noReferenceCrossesOrganizations").hasMessageContaining("checked_too id=1");

        assertThat(database.strings("SELECT attrelid::regclass::text FROM pg_attribute WHERE attname IN ('organization_id', 'tenant_id')"
                + " AND attrelid::regclass::text LIKE 'checked%'"))
                .as("tables with the column").hasSize(1);
    }

    /** A partition may have a foreign key of its own, and may be referenced alone. */
    @ParameterizedTest
    @ValueSource(strings = {"ALTER TABLE parts_1 ADD CONSTRAINT own FOREIGN KEY (other_id) REFERENCES checked",
            "ALTER TABLE checked ADD CONSTRAINT own FOREIGN KEY (other_id) REFERENCES parts_1"})
    void referencesOfAPartitionAreChecked(String key, TestDatabase database) throws SQLException {
        database.execute("INSERT INTO organizations VALUES (2); INSERT INTO users VALUES (2, 2)", """
                CREATE TABLE parts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, other_id int) PARTITION BY RANGE (id);
                CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (9);
                INSERT INTO parts VALUES (1, 2, 1);
                ALTER TABLE checked ADD other_id int;
                UPDATE checked SET other_id = 1
                """, key);

        assertThatThrownBy(liquibase.changelog("tenancy.orgscope.yaml", DECLARATION.replace("checked_too", "parts"))::update)
                .hasMessageContaining("noReferenceCrossesOrganizations").hasMessageContaining("id=1 by own");

        assertThat(database.strings("SELECT attrelid::regclass::text FROM pg_attribute WHERE attname = 'organization_id' AND attrelid IN ('checked'::regclass,"
                + " 'parts'::regclass)")).as("tables with the column").hasSize(1);
    }

    @Test
    void theSameTableIsNotCheckedAgain() {
        assertThatCode(byHand(ready("checked", ROUTE))::update).doesNotThrowAnyException();
    }

    @Test
    void theSecondTimeItIsChecked() {
        assertThatThrownBy(byHand(ready("checked", ROUTE), ready("checked", ROUTE))::update).hasMessageContaining(NO_ORGANIZATION);
    }

    @Test
    void anotherTableIsChecked() {
        assertThatThrownBy(byHand(ready("other", ROUTE))::update).hasMessageContaining(NO_ORGANIZATION);
    }

    @Test
    void otherRoutesAreChecked() {
        assertThatThrownBy(byHand(ready("checked", ROUTE.replace("user_id ->", "id ->")))::update).hasMessageContaining(NO_ORGANIZATION);
    }

    @Test
    void anotherConnectionChecks() {
        Liquibases byHand = byHand(ready("checked", ROUTE));
        byHand.updateCount(2);
        assertThatThrownBy(byHand::update).hasMessageContaining(NO_ORGANIZATION);
    }

    /** The preflight, then the rows, then what the first half of step 01 does. */
    private Liquibases byHand(String... ready) {
        StringBuilder changelog = new StringBuilder("databaseChangeLog:\n");
        changelog.append(changeSet("preflight", "checkOrganizationScopes: { source: tenancy.orgscope.yaml, declaration: \""
                + DECLARATION.replace("\n", "\\n") + "\" }"));
        changelog.append(changeSet("rows", "sql: { sql: \"" + ROWS + "\" }"));
        for (int i = 0; i < ready.length; i++) {
            changelog.append(changeSet("ready-" + i, ready[i]));
        }
        return liquibase.changelog("master.yaml", changelog.toString());
    }

    private static String ready(String table, String route) {
        return "verifyOrganizationScopeReady: { tableName: " + table + ", route: '" + route + "' }";
    }

    private static String changeSet(String id, String change) {
        return "  - changeSet: { id: " + id + ", author: test, runInTransaction: false, changes: [ " + change + " ] }\n";
    }
}
