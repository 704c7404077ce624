package io.orgscope.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publication can make PostgreSQL refuse an UPDATE, and can stop subscriptions. Both are found before anything is changed. */
@PostgresTest
class PublicationsTest {

    private static final String NO_IDENTITY = "updatesCanBeReplicated: posts: ";
    private static final String SIDE_TABLE = "sideTableCanBeReplicated: posts: ";
    private static final String FULL = "ALTER TABLE \"public\".\"posts\" REPLICA IDENTITY FULL";

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        tables(database);
        database.execute("INSERT INTO organizations VALUES (1), (2)", "INSERT INTO users VALUES (1, 1), (2, 2)", "INSERT INTO posts VALUES (11, 1), (12, 2)");
    }

    private static void tables(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                CREATE TABLE users (id int PRIMARY KEY, organization_id int REFERENCES organizations);
                CREATE TABLE posts (id int NOT NULL UNIQUE, user_id int NOT NULL);
                """);
    }

    private Liquibases posts() {
        return declared("{ table: posts, route: \"user_id -> users(id).organization_id\" }");
    }

    private Liquibases declared(String table) {
        return Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", "orgscope:\n  version: 1\n  tables:\n    - " + table + "\n");
    }

    private void refuses(String... messages) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database);
        assertThatThrownBy(posts()::update).hasMessageContainingAll(messages);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        assertThat(database.strings("SELECT id FROM databasechangelog")).isEmpty();
    }

    @Test
    void updatesWithoutAReplicaIdentity() throws SQLException {
        database.execute("CREATE PUBLICATION feed FOR TABLE posts");
        refuses(NO_IDENTITY, "feed publishes updates of posts: " + FULL);
        database.execute("ALTER TABLE posts REPLICA IDENTITY NOTHING");
        refuses(NO_IDENTITY);
        database.execute("ALTER TABLE posts REPLICA IDENTITY USING INDEX posts_id_key", "ALTER TABLE posts DROP CONSTRAINT posts_id_key");
        refuses(NO_IDENTITY);
        database.execute(FULL);
        posts().update();
    }

    /** The script itself would not look. */
    @Test
    void aScriptIsNotWritten() throws SQLException {
        database.execute("CREATE PUBLICATION feed FOR TABLE posts");
        assertThatThrownBy(posts()::updateSql).hasMessageContainingAll(NO_IDENTITY, FULL, "Write the script again");
        database.execute("ALTER PUBLICATION feed SET (publish = 'insert')", "CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert')");
        assertThatThrownBy(posts()::updateSql).hasMessageContainingAll(SIDE_TABLE, "Write the script again");
    }

    @Test
    void aKeyIsAnIdentityUnlessItIsDeferrable() throws SQLException {
        database.execute("CREATE PUBLICATION feed FOR TABLE posts", "ALTER TABLE posts ADD PRIMARY KEY (id) DEFERRABLE");
        refuses(NO_IDENTITY);
        database.execute("ALTER TABLE posts DROP CONSTRAINT posts_pkey, ADD PRIMARY KEY (id)");
        posts().update();
    }

    @Test
    void whatDoesNotPublishUpdatesOfItDoesNotCount() throws SQLException {
        database.execute("CREATE PUBLICATION inserts FOR TABLE posts WITH (publish = 'insert')", "CREATE PUBLICATION others FOR TABLE users");
        posts().update();
        posts().rollbackAll();
        database.execute("DROP PUBLICATION inserts", "CREATE PUBLICATION everything FOR ALL TABLES", "ALTER TABLE posts SET UNLOGGED",
                "COMMENT ON PUBLICATION everything IS '[orgscope accepted] nobody subscribes'");
        posts().update();
    }

    @Test
    void oneNamedOrganizationUpdatesNoRow() throws SQLException {
        database.execute("CREATE PUBLICATION feed FOR TABLE posts");
        declared("{ table: posts, route: { organization: { id: 1 } } }").update();
    }

    @Test
    void aPartitionWithoutIdentity() throws SQLException {
        database.execute("DROP TABLE posts", """
                CREATE TABLE posts (id int NOT NULL, user_id int NOT NULL) PARTITION BY RANGE (id);
                CREATE TABLE posts_1 PARTITION OF posts FOR VALUES FROM (1) TO (100);
                CREATE TABLE posts_2 PARTITION OF posts FOR VALUES FROM (100) TO (200);
                ALTER TABLE posts_2 ADD PRIMARY KEY (id);
                INSERT INTO posts VALUES (11, 1);
                CREATE PUBLICATION feed FOR TABLE posts WITH (publish_via_partition_root = true);
                """);
        refuses(NO_IDENTITY, "1 violation: feed publishes updates of posts_1: ALTER TABLE \"public\".\"posts_1\" REPLICA IDENTITY FULL");
        database.execute("ALTER TABLE posts_1 REPLICA IDENTITY FULL");
        posts().update();
    }

    /** With five of forty statements, each run would show the next five. */
    @Test
    void allPartitionsWithoutIdentityAreNamed() throws SQLException {
        database.execute("DROP TABLE posts", "CREATE TABLE posts (id int NOT NULL, user_id int NOT NULL) PARTITION BY RANGE (id)", """
                DO $$ BEGIN FOR n IN 1..12 LOOP
                  EXECUTE format('CREATE TABLE posts_%s PARTITION OF posts FOR VALUES FROM (%s) TO (%s)', n, n * 10, n * 10 + 10);
                END LOOP; END $$
                """, "INSERT INTO posts VALUES (11, 1)", "CREATE PUBLICATION feed FOR TABLE posts");
        refuses(IntStream.rangeClosed(1, 12).mapToObj(n -> "ALTER TABLE \"public\".\"posts_" + n + "\" REPLICA IDENTITY FULL").toArray(String[]::new));
    }

    @Test
    void aPublicationOfTheSchema() throws SQLException {
        assumeThat(Postgres.major()).isGreaterThanOrEqualTo(15);
        database.execute("CREATE PUBLICATION ours FOR TABLES IN SCHEMA public");
        refuses(NO_IDENTITY, "ours publishes updates of posts");
        database.execute("ALTER TABLE posts ADD PRIMARY KEY (id)", "CREATE SCHEMA orgscope", "CREATE PUBLICATION sides FOR TABLES IN SCHEMA orgscope");
        refuses(SIDE_TABLE, "1 violation: sides will publish orgscope.posts.");
    }

    @Test
    void allTablesAreNamedTogether() throws SQLException {
        database.execute("CREATE PUBLICATION \"All\" FOR ALL TABLES", "ALTER TABLE posts ADD PRIMARY KEY (id)",
                "CREATE TABLE likes (id bigint PRIMARY KEY, post_id int NOT NULL REFERENCES posts)");
        Liquibases both = declared("{ table: posts, route: \"user_id -> users(id).organization_id\" }\n    - { table: likes, route: post_id -> posts.organization_id }");
        assertThatThrownBy(both::update).hasMessageContainingAll("c.orgscope.yaml:4: " + SIDE_TABLE, "CREATE SCHEMA IF NOT EXISTS \"orgscope\"; ",
                "CREATE TABLE IF NOT EXISTS \"orgscope\".\"posts\" (\"key_id\" bigint, \"via_user_id\" bigint, organization bigint NOT NULL, chosen boolean NOT NULL,"
                        + " PRIMARY KEY (\"key_id\"))", "COMMENT ON PUBLICATION \"All\" IS '[orgscope accepted] the subscribers have the side tables'",
                "c.orgscope.yaml:5: sideTableCanBeReplicated: likes: ", "\"orgscope\".\"likes\" (\"key_id\" bigint, \"via_post_id\" bigint, ");
        assertThat(database.strings("SELECT id FROM databasechangelog")).isEmpty();
        database.execute("COMMENT ON PUBLICATION \"All\" IS '[orgscope accepted] the subscribers have the side tables'");
        both.update();
    }

    /** The statements of the message keep a subscription going through an update and a rollback. */
    @Test
    void theStatementsOfTheMessageAreEnough() throws Exception {
        database.execute("ALTER TABLE posts ADD PRIMARY KEY (id)", "CREATE PUBLICATION everything FOR ALL TABLES");
        posts().updateCount(0);
        String message = catchThrowable(posts()::update).getMessage();
        Matcher statements = Pattern.compile("On every subscriber: (.*); then here: (.*'). Or let").matcher(message);
        assertThat(statements.find()).as(message).isTrue();
        try (TestDatabase subscriber = TestDatabase.create()) {
            tables(subscriber);
            subscriber.execute("ALTER TABLE posts ADD PRIMARY KEY (id)", "ALTER TABLE posts ADD organization_id int");
            subscriber.execute("CREATE TABLE databasechangelog (" + columns("databasechangelog") + ")");
            subscriber.execute("CREATE TABLE databasechangeloglock (" + columns("databasechangeloglock") + ", PRIMARY KEY (id))");
            // Liquibase deletes from it, and it has no key.
            database.execute("ALTER TABLE databasechangelog REPLICA IDENTITY FULL");
            database.execute("SELECT pg_create_logical_replication_slot('" + database.name() + "', 'pgoutput')");
            subscriber.execute("CREATE SUBSCRIPTION mirror CONNECTION 'host=localhost port=" + database.number("SELECT inet_server_port()") + " dbname="
                    + database.name() + " user=postgres password=" + Postgres.PASSWORD + "' PUBLICATION everything WITH (create_slot = false, slot_name = "
                    + database.name() + ", copy_data = false)");
            try {
                subscriber.execute(statements.group(1));
                database.execute(statements.group(2));
                Liquibases expansion = posts().labels("orgscope-expand");
                expansion.update();
                database.execute("UPDATE posts SET organization_id = 2 WHERE id = 11", "INSERT INTO posts VALUES (13, 1)");
                expansion.rollbackAll();
                expansion.update();
                database.execute("INSERT INTO posts VALUES (14, 2)");
                Waiting.until("the last row is there", () -> subscriber.number("SELECT count(*) FROM posts WHERE id = 14 AND organization_id = 2") == 1);
            } finally {
                subscriber.execute("ALTER SUBSCRIPTION mirror DISABLE", "ALTER SUBSCRIPTION mirror SET (slot_name = NONE)", "DROP SUBSCRIPTION mirror");
                Waiting.until("the slot is free", () -> database.number("SELECT count(*) FROM pg_replication_slots WHERE active AND database = current_database()") == 0);
                database.execute("SELECT pg_drop_replication_slot('" + database.name() + "')");
            }
        }
    }

    private String columns(String table) throws SQLException {
        return database.string("SELECT string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod), ', ') FROM pg_attribute WHERE attrelid = '"
                + table + "'::regclass AND attnum > 0");
    }
}
