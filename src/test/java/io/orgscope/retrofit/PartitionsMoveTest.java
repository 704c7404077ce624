package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An UPDATE of the partition key is a DELETE in one partition and an INSERT in another: the organization is right afterwards. */
@PostgresTest
class PartitionsMoveTest {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: connections
                  route:
                    - { path: user_id -> members(user_id).organization_id, where: is_active }
                    - user_id -> users.home
                - table: posts
                  route: (connection_id, region) -> connections.organization_id
                - table: drafts
                  route: connection_id -> connections(id).organization_id
                - table: visits
                  route: user_id -> places(user_id).organization_id
            """;

    /**
     * Before 15 PostgreSQL runs a foreign key's ON DELETE for a row that goes to another partition, and refuses this one. An
     * application then has no such key, and moves the posts itself.
     */
    private static final boolean UPDATE_ACTIONS = Postgres.major() >= 15;

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void expand(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1), (2, 2), (3, 3);
                CREATE TABLE members (user_id int REFERENCES users, organization_id int REFERENCES organizations, is_active boolean NOT NULL)
                  PARTITION BY LIST (is_active);
                CREATE TABLE members_active PARTITION OF members FOR VALUES IN (true);
                CREATE TABLE members_others PARTITION OF members DEFAULT;
                INSERT INTO members VALUES (1, 1, true), (2, 3, false);
                CREATE TABLE connections (id int, region text, user_id int NOT NULL REFERENCES users, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
                CREATE TABLE connections_eu PARTITION OF connections FOR VALUES IN ('eu');
                CREATE TABLE connections_others PARTITION OF connections DEFAULT;
                INSERT INTO connections VALUES (1, 'eu', 1), (2, 'eu', 2), (3, 'us', 3);
                CREATE TABLE posts (id int PRIMARY KEY, connection_id int, region text,
                  FOREIGN KEY (connection_id, region) REFERENCES connections ON UPDATE CASCADE);
                INSERT INTO posts VALUES (1, 1, 'eu'), (2, 2, 'eu'), (3, 3, 'us');
                %s
                CREATE TABLE drafts (id int, connection_id int, PRIMARY KEY (id, connection_id)) PARTITION BY HASH (connection_id);
                CREATE TABLE drafts_0 PARTITION OF drafts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE drafts_1 PARTITION OF drafts FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                INSERT INTO drafts SELECT n, n FROM generate_series(1, 3) n;
                CREATE TABLE places (user_id int, organization_id int NOT NULL REFERENCES organizations) PARTITION BY LIST (organization_id);
                CREATE TABLE places_1 PARTITION OF places FOR VALUES IN (1);
                CREATE TABLE places_others PARTITION OF places DEFAULT;
                INSERT INTO places VALUES (1, 1), (2, 2), (3, 3);
                CREATE TABLE visits (id int PRIMARY KEY, user_id int);
                CREATE INDEX ON visits (user_id);
                INSERT INTO visits VALUES (1, 1), (2, 2), (3, 3)
                """.formatted(UPDATE_ACTIONS ? "" : "ALTER TABLE posts DROP CONSTRAINT posts_connection_id_region_fkey;"));
        Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", DECLARATION).labels("orgscope-expand").update();
    }

    /** Connections to another partition, and what references them. */
    private void move(String connections, String posts) throws SQLException {
        database.execute(connections);
        if (!UPDATE_ACTIONS) {
            database.execute(posts);
        }
    }

    private String all(String table) throws SQLException {
        return database.organizations(table);
    }

    @Test
    void aRowGoesToAnotherPartitionAndAnotherParentAtOnce() throws SQLException {
        move("UPDATE connections SET region = 'us', user_id = 2 WHERE id = 1", "UPDATE posts SET region = 'us' WHERE id = 1");
        assertThat(all("connections")).isEqualTo("1=2 2=2 3=3");
        assertThat(all("posts")).as("the key that follows takes the organization along").isEqualTo("1=2 2=2 3=3");
        assertThat(all("drafts")).as("no foreign key says whom they reference").isEqualTo("1=2 2=2 3=3");
        database.execute("UPDATE drafts SET connection_id = connection_id % 3 + 1");
        assertThat(all("drafts")).isEqualTo("1=2 2=3 3=2");
    }

    @Test
    void aRowGoesToAnotherPartitionAndKeepsItsParent() throws SQLException {
        move("UPDATE connections SET region = 'asia' WHERE id IN (1, 2)", "UPDATE posts SET region = 'asia' WHERE id IN (1, 2)");
        assertThat(all("connections")).isEqualTo("1=1 2=2 3=3");
        assertThat(all("posts")).isEqualTo("1=1 2=2 3=3");
        assertThat(all("drafts")).isEqualTo("1=1 2=2 3=3");
        assertThat(database.number("SELECT count(*) FROM orgscope.connections")).isZero();
    }

    @Test
    void aParentInPartitionsMoves() throws SQLException {
        database.execute("UPDATE users SET home = 4 WHERE id = 3");
        assertThat(all("connections")).isEqualTo("1=1 2=2 3=4");
        assertThat(all("posts")).isEqualTo("1=1 2=2 3=4");
        assertThat(all("drafts")).isEqualTo("1=1 2=2 3=4");
        database.execute("UPDATE members SET is_active = true WHERE user_id = 2");
        assertThat(all("connections")).as("a membership that goes to the partition of the active ones").isEqualTo("1=1 2=3 3=4");
        assertThat(all("posts")).isEqualTo("1=1 2=3 3=4");
        database.execute("UPDATE members SET is_active = false");
        assertThat(all("drafts")).isEqualTo("1=1 2=2 3=4");
    }

    /** The organization is the parent's partition key: its move is a DELETE and an INSERT, and no UPDATE trigger fires after it. */
    @Test
    void aParentThatIsPartitionedByItsOrganizationMoves() throws SQLException {
        database.execute("UPDATE places SET organization_id = 4 WHERE user_id = 1", "UPDATE places SET organization_id = 1 WHERE user_id = 2",
                "UPDATE places SET organization_id = 2 WHERE user_id = 3");
        assertThat(all("visits")).isEqualTo("1=4 2=1 3=2");
    }

    /** The side table finds a row by its key, and the partition key is part of it. */
    @Test
    void aChoiceGoesAlongToTheOtherPartition() throws SQLException {
        database.execute("UPDATE connections SET organization_id = 4 WHERE id = 1");
        move("UPDATE connections SET region = 'us' WHERE id = 1", "UPDATE posts SET region = 'us' WHERE id = 1");
        database.execute("UPDATE members SET organization_id = 2 WHERE user_id = 1");
        assertThat(all("connections")).isEqualTo("1=4 2=2 3=3");
        assertThat(all("posts")).isEqualTo("1=4 2=2 3=3");
        Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", DECLARATION).update();
    }

    /** The row differs from its routes, which give nothing, and goes to another partition. Nobody chose what it holds. */
    @Test
    void aRowThatKeepsItsOrganizationIsNotChosenByGoingToAnotherPartition() throws SQLException {
        database.execute("UPDATE users SET home = NULL WHERE id = 3");
        move("UPDATE connections SET region = 'eu' WHERE id = 3", "UPDATE posts SET region = 'eu' WHERE id = 3");
        assertThat(all("connections")).isEqualTo("1=1 2=2 3=3");
        database.execute("UPDATE users SET home = 4 WHERE id = 3");
        assertThat(all("connections")).isEqualTo("1=1 2=2 3=4");
        assertThat(database.number("SELECT count(*) FROM orgscope.connections")).isZero();
    }

    /** The first row got organization 2 from its routes and stayed in its partition. The application chose it for the second row. */
    @ParameterizedTest
    @CsvSource({"eu, eu", "us, asia"})
    void anotherRowWithTheKeyOfOneThatStaysInItsPartition(String region, String other) throws SQLException {
        database.execute("INSERT INTO connections VALUES (9, '" + region + "', 1)", "BEGIN; UPDATE connections SET user_id = 2, region = '" + other
                + "' WHERE id = 9; DELETE FROM connections WHERE id = 9; INSERT INTO connections VALUES (9, '" + other + "', 3, 2); COMMIT");
        assertThat(all("connections")).isEqualTo("1=1 2=2 3=3 9=2");
        database.execute("UPDATE users SET home = 4 WHERE id = 3");
        assertThat(all("connections")).isEqualTo("1=1 2=2 3=4 9=2");
    }

    /** PostgreSQL refuses to lock the row that was there: it went to another partition. */
    @Test
    void aMoveWaitsForARowThatGoesToAnotherPartition() throws Exception {
        try (Connection other = database.connection(); Statement statement = other.createStatement()) {
            statement.execute("BEGIN; UPDATE connections SET region = 'us' WHERE id = 2");
            CompletableFuture<Void> move = CompletableFuture.runAsync(() -> {
                try {
                    database.execute("UPDATE users SET home = 4 WHERE id = 2");
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            Waiting.untilBlocked(database, 1, move);
            statement.execute("COMMIT");
            move.get();
        }
        assertThat(all("connections")).isEqualTo("1=1 2=4 3=3");
    }
}
