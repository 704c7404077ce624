package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A constant default would put the rows of an application that does not know the column into one organization. */
@PostgresTest
class ConstantDefaultTest {

    private static final Pattern ADVICE = Pattern.compile("Run (ALTER TABLE .*?)(?: as one statement|\\. )");

    @TempDir
    Path directory;

    private Liquibases declared(KeyType type, String column, TestDatabase database) throws SQLException {
        return declared(new Situation("adopted", type, Situation.CONNECTIONS + column, Situation.BY_USER), database);
    }

    private Liquibases declared(Situation situation, TestDatabase database) throws SQLException {
        situation.into(database);
        return situation.liquibase(database, directory);
    }

    /** The statement that the message says to run. */
    private static String advice(ThrowingCallable command, String... words) {
        StringBuilder statement = new StringBuilder();
        assertThatThrownBy(command).satisfies(failed -> {
            assertThat(failed).hasMessageContainingAll(words);
            Matcher advice = ADVICE.matcher(failed.getMessage());
            assertThat(advice.find()).as(failed.getMessage()).isTrue();
            statement.append(advice.group(1));
        });
        return statement.toString();
    }

    /** The old application goes on after the advice, and its row has the organization of its user. */
    @Test
    void isNotAdopted(TestDatabase database) throws SQLException {
        Liquibases liquibase = declared(KeyType.BIGINT, "DELETE FROM connections WHERE user_id NOT IN (1, 4);"
                + "ALTER TABLE connections ADD organization_id bigint NOT NULL DEFAULT 5000000001;", database);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        String advice = advice(liquibase::update, "connections.organization_id", "5000000001", "update at once", "Nothing was changed");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        assertThat(advice).contains("DROP DEFAULT", "DROP NOT NULL");
        database.execute(advice, "INSERT INTO connections (user_id, platform) VALUES (2, 'before the update')");
        liquibase.labels("orgscope-expand").update();
        database.execute("INSERT INTO connections (user_id, platform) VALUES (3, 'z')");
        assertThat(database.strings("SELECT organization_id::text FROM connections WHERE user_id IN (2, 3) ORDER BY user_id"))
                .containsExactly("5000000002", "5000000003");
        liquibase.update();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "INTEGER | integer DEFAULT 1", "INTEGER | integer DEFAULT '1'", "INTEGER | integer DEFAULT 1::bigint", "INTEGER | integer DEFAULT ('1'::text)::integer",
            "INTEGER | integer DEFAULT 3 - 2", "UUID | uuid DEFAULT '00000000-0000-4000-8000-000000000001'", "VARCHAR | varchar DEFAULT 'org-1'",
            "VARCHAR | varchar DEFAULT lower('ORG-1')", "DOMAIN | org_key DEFAULT 1"})
    void ofAnyForm(KeyType type, String column, TestDatabase database) throws SQLException {
        Liquibases liquibase = declared(type, "ALTER TABLE connections ADD organization_id " + column, database);
        database.execute("UPDATE connections SET organization_id = NULL");
        String advice = advice(liquibase::update, "its default is the constant");
        assertThat(advice).endsWith("DROP DEFAULT");
        database.execute(advice);
        liquibase.update();
        assertThat(database.number("SELECT count(*) FROM connections c JOIN users u ON u.id = c.user_id WHERE organization_id = default_organization_id"))
                .isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "nullif(current_setting('app.organization_id', true), '')", "current_user", "NULL::text || 'x'"})
    void othersAreAdopted(String expression, TestDatabase database) throws SQLException {
        declared(KeyType.VARCHAR, "ALTER TABLE connections ADD organization_id varchar DEFAULT " + expression
                + "; UPDATE connections SET organization_id = NULL;", database).update();
        assertThat(database.number("SELECT count(*) FROM connections c JOIN users u ON u.id = c.user_id WHERE organization_id = default_organization_id"))
                .isEqualTo(12);
    }

    @Test
    void ofADomainOrOfAPartitionIsOneToo(TestDatabase database) throws SQLException {
        Liquibases liquibase = declared(new Situation("partitions", KeyType.INTEGER, Partitioned.NESTED
                + "CREATE DOMAIN first AS integer DEFAULT 1; ALTER TABLE connections ADD organization_id first; UPDATE connections SET organization_id = NULL;"
                + "ALTER TABLE archive.connections_2024 ALTER organization_id SET DEFAULT 2;", Situation.BY_USER), database);
        String ofType = advice(liquibase::update, "constant 1");
        assertThat(ofType).endsWith("SET DEFAULT NULL");
        database.execute(ofType, "ALTER TABLE archive.connections_2024 ALTER organization_id SET DEFAULT 2");
        database.execute(advice(liquibase::update, "constant 2") + ", ALTER organization_id SET DEFAULT NULL");
        liquibase.update();
    }

    /** PostgreSQL does not drop the NOT NULL of a primary key. */
    @Test
    void ofThePrimaryKeyStaysNotNull(TestDatabase database) throws SQLException {
        Liquibases liquibase = declared(KeyType.INTEGER, "ALTER TABLE connections ADD organization_id integer DEFAULT 2;"
                + "UPDATE connections c SET organization_id = default_organization_id FROM users u WHERE u.id = c.user_id;"
                + "ALTER TABLE connections DROP CONSTRAINT connections_pkey, ADD PRIMARY KEY (organization_id, id);", database);
        database.execute(advice(liquibase::update, "in the primary key", "23502"));
        liquibase.update();
    }

    /** Nor that of a replica identity. */
    @Test
    void ofTheReplicaIdentityStaysNotNull(TestDatabase database) throws SQLException {
        Liquibases liquibase = declared(KeyType.INTEGER, "ALTER TABLE connections ADD organization_id integer NOT NULL DEFAULT 2;"
                + "UPDATE connections c SET organization_id = default_organization_id FROM users u WHERE u.id = c.user_id;"
                + "CREATE UNIQUE INDEX identity ON connections (organization_id, id); ALTER TABLE connections REPLICA IDENTITY USING INDEX identity;", database);
        database.execute(advice(liquibase::update, "in the replica identity", "23502"));
        liquibase.update();
    }

    /** No trigger can move a new row to another partition. So without the default the application has to write the column. */
    @Test
    void ofThePartitionKeyIsForTheApplicationToWrite(TestDatabase database) throws SQLException {
        Liquibases liquibase = declared(new Situation("partition key", KeyType.INTEGER, """
                CREATE TABLE connections (id integer, user_id integer NOT NULL, organization_id integer NOT NULL DEFAULT 2, PRIMARY KEY (id, organization_id))
                  PARTITION BY LIST (organization_id);
                CREATE TABLE connections_2 PARTITION OF connections FOR VALUES IN (2);
                CREATE TABLE connections_rest PARTITION OF connections DEFAULT;
                INSERT INTO connections SELECT id, id, default_organization_id FROM users;
                """, "- table: connections\n  route: user_id -> users.default_organization_id\n"), database);
        database.execute(advice(liquibase::update, "in the partition key", "write the column in each INSERT"));
        assertThatThrownBy(() -> database.execute("INSERT INTO connections (id, user_id) VALUES (11, 1)")).hasMessageContaining("null value");
        liquibase.update();
        database.execute("INSERT INTO connections (id, user_id, organization_id) VALUES (11, 1, 1)");
    }

    @Test
    void thatIsTheOneNamedOrganizationIsAdopted(TestDatabase database) throws SQLException {
        Situation.named().into(database);
        database.execute("ALTER TABLE research ADD organization_id integer NOT NULL DEFAULT 1; UPDATE research SET organization_id = 2");
        Liquibases liquibase = Situation.named().liquibase(database, directory);
        String advice = advice(liquibase::update, "constant 1");
        database.execute("ALTER TABLE research ALTER organization_id SET DEFAULT 2");
        liquibase.update();
        assertThat(advice).contains("DROP NOT NULL");
        assertThat(database.number("SELECT count(*) FROM research WHERE organization_id = 2")).isEqualTo(5);
    }

    /** Somebody set it after step 01. The message says how to find the rows. */
    @Test
    void thatWasSetLaterStopsStepTen(TestDatabase database) throws SQLException {
        Liquibases liquibase = declared(Situation.simple(), database);
        liquibase.labels("orgscope-expand").update();
        database.execute("ALTER TABLE connections ALTER organization_id SET DEFAULT 1",
                "INSERT INTO connections (user_id, platform) VALUES (2, 'z'), (4, 'z')");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        String advice = advice(() -> liquibase.labels("orgscope-contract").update(), "constant default 1",
                "SELECT * FROM \"orgscope\".\"connections\" WHERE chosen AND organization = '1'");
        assertThat(CatalogSnapshot.diff(before, CatalogSnapshot.of(database))).allMatch(line -> line.contains("connections_key"));
        database.execute(advice, "UPDATE connections c SET organization_id = NULL FROM orgscope.connections k WHERE k.key_id = c.id AND chosen AND organization = '1'");
        liquibase.update();
        assertThat(database.string("SELECT organization_id FROM connections WHERE user_id = 2 AND platform = 'z'")).isEqualTo("2");
    }
}
