package io.orgscope.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.postgres.TableName;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every form of route, asked of rows that answer, do not answer and contradict each other. */
@PostgresTest
class RoutedRowsTest {

    private static TestDatabase database;

    @BeforeAll
    static void load(TestDatabase shared) throws SQLException {
        database = shared;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY, slug text NOT NULL UNIQUE, region text, code text, UNIQUE (region, code));
                INSERT INTO organizations VALUES (1, 'one', 'eu', 'a'), (2, 'two', 'us', 'a'), (3, 'three', NULL, NULL);
                CREATE TABLE users (id int PRIMARY KEY, handle text UNIQUE, home int REFERENCES organizations, active boolean DEFAULT true);
                INSERT INTO users VALUES (1, 'ada', 1), (2, 'bob', 2), (3, 'cyd', NULL), (4, 'dee', NULL);
                CREATE TABLE members (user_id int NOT NULL REFERENCES users, org int NOT NULL REFERENCES organizations, active boolean, PRIMARY KEY (user_id, org));
                INSERT INTO members VALUES (1, 1, true), (2, 1, true), (2, 2, true), (3, 3, true), (3, 1, false);
                CREATE TABLE notes (id int PRIMARY KEY, user_id int REFERENCES users, handle text, kind text, other int);
                INSERT INTO notes VALUES (1, 1, 'bob', 'a', 2), (2, 2, 'ada', 'b', 1), (3, 3, 'cyd', 'a', NULL), (4, 4, 'nobody', 'c', 9), (5, NULL, NULL, NULL, NULL);
                CREATE TABLE replies (id int PRIMARY KEY, note_id int REFERENCES notes);
                INSERT INTO replies VALUES (1, 1), (2, 2), (3, 5), (4, NULL);
                CREATE SCHEMA "Tenant ""Data\""";
                CREATE TABLE "Tenant ""Data\"""."Order" (id int PRIMARY KEY, "region" text, "the code" text, note int REFERENCES notes);
                INSERT INTO "Tenant ""Data\"""."Order" VALUES (1, 'eu', 'a', 1), (2, 'us', 'a', 2), (3, 'us', 'x', NULL), (4, NULL, NULL, 3);
                CREATE TABLE lines (id int PRIMARY KEY, "Order" int);
                INSERT INTO lines VALUES (1, 1), (2, 2), (3, 7);
                """);
    }

    @Test
    void oneHop() throws SQLException {
        assertThat(routed("user_id -> users.home")).isEqualTo("1=1 2=2 3=- 4=- 5=-");
    }

    @Test
    void severalHops() throws SQLException {
        assertThat(RoutedRows.of(database, "replies", "note_id -> notes.user_id -> users.home")).isEqualTo("1=1 2=2 3=- 4=-");
    }

    @Test
    void aKeyInParentheses() throws SQLException {
        assertThat(routed("handle -> users(handle).home")).isEqualTo("1=2 2=1 3=- 4=- 5=-");
        assertThat(routed("other -> users.home")).as("no foreign key: the primary key").isEqualTo("1=2 2=1 3=- 4=- 5=-");
    }

    @Test
    void theFirstThatAnswersWins() throws SQLException {
        assertThat(routed("- user_id -> users.home\n- handle -> users(handle).home\n- user_id -> members(user_id).org"))
                .isEqualTo("1=1 2=2 3=- 4=- 5=-");
        assertThat(routed("- handle -> users(handle).home\n- user_id -> users.home")).isEqualTo("1=2 2=1 3=- 4=- 5=-");
    }

    @Test
    void membershipHasToBeOne() throws SQLException {
        assertThat(routed("user_id -> members(user_id).org")).isEqualTo("1=1 2=- 3=- 4=- 5=-");
        assertThat(RoutedRows.several(database, "notes", "user_id -> members(user_id).org")).isEqualTo("2 3");
        assertThat(routed("{path: user_id -> members(user_id).org, where: active}")).isEqualTo("1=1 2=- 3=3 4=- 5=-");
        assertThat(RoutedRows.several(database, "notes", "{path: user_id -> members(user_id).org, where: active}")).isEqualTo("2");
    }

    @Test
    void polymorphic() throws SQLException {
        assertThat(routed("- {path: other -> users.home, when: kind = 'a'}\n- {path: other -> organizations.id, when: \"kind IN ('b', 'c') -- so\"}"))
                .isEqualTo("1=2 2=1 3=- 4=- 5=-");
        assertThat(RoutedRows.several(database, "notes", "{path: user_id -> members(user_id).org, when: kind = 'b'}")).isEqualTo("2");
    }

    @Test
    void whereLimitsTheRowsReached() throws SQLException {
        assertThat(routed("{path: user_id -> users.home, where: \"handle <> 'bob' -- not he\"}")).isEqualTo("1=1 2=- 3=- 4=- 5=-");
    }

    @Test
    void twoColumnsAnotherSchemaAndNamesThatNeedQuotes() throws SQLException {
        TableName order = new TableName("Tenant \"Data\"", "Order");
        assertThat(RoutedRows.of(database, order, "(region, \"the code\") -> public.organizations(region, code).id")).isEqualTo("1=1 2=2 3=- 4=-");
        assertThat(RoutedRows.of(database, order, "note -> public.notes.user_id -> public.users.home")).isEqualTo("1=1 2=2 3=- 4=-");
        assertThat(RoutedRows.of(database, "lines", "Order -> \"Tenant \"\"Data\"\"\".Order.note -> public.notes.user_id -> users.home"))
                .isEqualTo("1=1 2=2 3=-");
    }

    @Test
    void aNamedOrganization() throws SQLException {
        assertThat(routed("{organization: {slug: two}}")).isEqualTo("1=2 2=2 3=2 4=2 5=2");
        assertThat(routed("{organization: {region: eu, code: a}, when: kind = 'a'}")).isEqualTo("1=1 2=- 3=1 4=- 5=-");
        assertThat(routed("- user_id -> users.home\n- organization: {slug: three}")).isEqualTo("1=1 2=2 3=3 4=3 5=3");
        assertThat(routed("{organization: {slug: none}}")).isEqualTo("1=- 2=- 3=- 4=- 5=-");
    }

    @Test
    void aForeignKeyThatLeadsElsewhereIsNoRoute() {
        assertThatThrownBy(() -> routed("user_id -> organizations.id")).hasMessageContaining("its foreign key notes_user_id_fkey references users");
    }

    private static String routed(String routes) throws SQLException {
        return RoutedRows.of(database, "notes", routes);
    }
}
