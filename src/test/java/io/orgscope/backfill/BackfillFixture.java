package io.orgscope.backfill;

import io.orgscope.backfill.progress.ProgressListener;
import io.orgscope.backfill.throttle.Throttle;
import io.orgscope.postgres.TableName;
import io.orgscope.step.ScriptProcedure;
import io.orgscope.testing.Login;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Organizations, users and a table of theirs with an empty organization_id, for the tests of the backfill. User u has
 * organization (u mod 7) + 1, and row n belongs to user (n mod users) + 1.
 */
final class BackfillFixture {

    static final int USERS = 100;

    private BackfillFixture() {
    }

    /** Makes organizations and users. */
    static void parents(Login login) throws SQLException {
        login.execute("""
                CREATE TABLE organizations (id integer PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 7);
                CREATE TABLE users (id integer PRIMARY KEY, default_organization_id integer REFERENCES organizations);
                INSERT INTO users SELECT u, u % 7 + 1 FROM generate_series(1, 100) AS u;
                """);
    }

    /**
     * Makes a table with rows as wide as the notes' connections: about twenty on a page, six indexes.
     */
    static void connections(Login login, int rows) throws SQLException {
        parents(login);
        login.execute("""
                CREATE TABLE connections (
                  id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users, platform text NOT NULL, name text NOT NULL,
                  is_active boolean NOT NULL DEFAULT true, token text NOT NULL, touched integer NOT NULL DEFAULT 0);
                INSERT INTO connections (id, user_id, platform, name, token)
                SELECT n, n %% 100 + 1, 'platform ' || n %% 5, 'name ' || n, repeat(md5(n::text), 10) FROM generate_series(1, %d) AS n;
                CREATE INDEX ON connections (user_id);
                CREATE INDEX ON connections (platform);
                CREATE INDEX ON connections (name);
                CREATE INDEX ON connections (is_active);
                CREATE UNIQUE INDEX ON connections (user_id, platform, name);
                ALTER TABLE connections ADD COLUMN organization_id integer;
                """.formatted(rows), "VACUUM ANALYZE");
    }

    /** The statements of the script of a task, with the settings and the procedures that a whole script has before them. */
    static String[] script(BackfillTask task) {
        return new String[] {"SET statement_timeout = 0; SET lock_timeout = 0; SET row_security = off", ScriptProcedure.CHECK_SETTINGS.definition(),
            Script.PROCEDURE.definition(), new Script(task).call()};
    }

    /** The task of filling a table by its user_id. */
    static BackfillTask task(TableName table, BackfillOptions options) {
        return new BackfillTask(table, "organization_id", """
                (SELECT u."default_organization_id" FROM "public"."users" u WHERE u."id" = t."user_id")""", options);
    }

    static BackfillTask task(String table) {
        return task(new TableName("public", table), BackfillOptions.defaults());
    }

    /** The default options with another time to retry for locked rows. */
    static BackfillOptions withRetryTimeout(Duration time) {
        BackfillOptions options = BackfillOptions.defaults();
        return new BackfillOptions(options.workers(), options.batch(), options.pace(), time, options.replicationLag(), options.walToArchive(),
                options.yieldToAutovacuum(), options.snapshotAge());
    }

    /** The default options with another age from which snapshots are reported. */
    static BackfillOptions withSnapshotAge(Duration age) {
        BackfillOptions options = BackfillOptions.defaults();
        return new BackfillOptions(options.workers(), options.batch(), options.pace(), options.retryTimeout(), options.replicationLag(),
                options.walToArchive(), options.yieldToAutovacuum(), age);
    }

    /** The work on the first heap of a table. */
    static HeapBackfill heapBackfill(Connection connection, BackfillTask task) throws SQLException {
        Heap heap = Heap.under(connection, task.table(), task.column()).get(0);
        return new HeapBackfill(task, heap, Stripes.of(connection, heap), new Windows(heap.pages()), new Throttle(task.options().pace(), task.options().batch()),
                new BackfillStatistics(task.table()));
    }

    /** Fills a table on a connection of its own, so that the statistics of it are reported when it closes. */
    static BackfillResult fill(Login login, BackfillTask task) throws SQLException {
        try (Connection connection = login.connection()) {
            return new Backfill(task, login::connection, ProgressListener.NONE).run(connection);
        }
    }

    /** Rows whose organization is not their user's. */
    static long wrong(Login login, String table) throws SQLException {
        return login.number("""
                SELECT count(*) FROM %s AS t JOIN users AS u ON u.id = t.user_id
                 WHERE t.organization_id IS DISTINCT FROM u.default_organization_id
                """.formatted(table));
    }

    /** A number that changes when anything but the organization of any row changes. */
    static String content(Login login, String table) throws SQLException {
        return login.string("""
                SELECT md5(string_agg(md5((to_jsonb(t) - 'organization_id')::text), '' ORDER BY (to_jsonb(t) - 'organization_id')::text))
                  FROM %s AS t
                """.formatted(table));
    }

    /** A session that can stream WAL as a standby does. */
    static Connection replication(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url() + (database.url().contains("?") ? "&" : "?")
                + "replication=true&assumeMinServerVersion=14&preferQueryMode=simple");
    }
}
