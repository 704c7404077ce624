package io.orgscope.testing;

import java.sql.SQLException;

/**
 * Fills the 49-table fixture with the same rows every time: user u belongs to organization ((u - 1) mod organizations)
 * + 1, by its default as by its one active membership, and connection c belongs to user ((c - 1) mod users) + 1. The
 * fixture's own user is the first of the users.
 *
 * @param keyType the key type that the fixture was loaded with
 * @param organizations how many organizations, at least one
 * @param users how many users, at least one
 * @param connections how many social platform connections
 * @param posts how many social posts, post p of connection ((p - 1) mod connections) + 1
 */
public record Seed(KeyType keyType, int organizations, int users, int connections, int posts) {

    /** A handful of each: 3 organizations, 10 users, 40 connections, no posts. */
    public static Seed of(KeyType keyType) {
        return new Seed(keyType, 3, 10, 40, 0);
    }

    /** The same with another number of organizations. */
    public Seed organizations(int count) {
        return new Seed(keyType, count, users, connections, posts);
    }

    /** The same with another number of users. */
    public Seed users(int count) {
        return new Seed(keyType, organizations, count, connections, posts);
    }

    /** The same with another number of connections. */
    public Seed connections(int count) {
        return new Seed(keyType, organizations, users, count, posts);
    }

    /** The same with another number of posts. */
    public Seed posts(int count) {
        return new Seed(keyType, organizations, users, connections, count);
    }

    /** The number, from 1, of the organization that a seeded user belongs to. */
    public long organizationOfUser(long user) {
        return (user - 1) % organizations + 1;
    }

    /** The number, from 1, of the organization that a seeded connection belongs to by its user. */
    public long organizationOfConnection(long connection) {
        return organizationOfUser((connection - 1) % users + 1);
    }

    /** Inserts the rows into a database that holds the freshly loaded fixture, and no triggers of its own yet. */
    public void into(Login login) throws SQLException {
        login.execute(trustedWhereAllowed(), organizationRows(), userRows(), membershipRows(), connectionRows(), postRows(),
                sequences(), "ANALYZE");
    }

    /** The rows are consistent as they are made; a superuser may skip the foreign keys' checks, almost half of the time. */
    private static String trustedWhereAllowed() {
        return """
                SELECT set_config('session_replication_role', 'replica', false)
                FROM pg_roles WHERE rolname = current_user AND rolsuper
                """;
    }

    private String organizationRows() {
        return """
                INSERT INTO organizations (id, name, slug, created_by_id, created_at, updated_at)
                SELECT %s, 'Organization ' || n, 'org-' || n, 1, timestamptz '2026-01-01 00:00:00Z', timestamptz '2026-01-01 00:00:00Z'
                FROM generate_series(1, %d) AS n
                """.formatted(keyType.expression("n"), organizations);
    }

    private String userRows() {
        return """
                UPDATE users SET default_organization_id = %s WHERE id = 1;
                INSERT INTO users (id, email, username, full_name, default_organization_id, created_at)
                SELECT n, 'user' || n || '@example.com', 'user' || n, 'User ' || n, %s,
                  timestamptz '2026-01-01 00:00:00Z' + n * interval '1 second'
                FROM generate_series(2, %d) AS n
                """.formatted(keyType.expression("1"), keyType.expression("(n - 1) % " + organizations + " + 1"), users);
    }

    private static String membershipRows() {
        return """
                INSERT INTO roles (id, name, display_name, level) VALUES ('member', 'member', 'Member', 1);
                INSERT INTO user_organization_roles (id, user_id, organization_id, role_id, assigned_by_id, assigned_at)
                SELECT 'membership-' || id, id, default_organization_id, 'member', 1, timestamptz '2026-01-01 00:00:00Z'
                FROM users ORDER BY id
                """;
    }

    /** About 390 bytes a row, as in the measured database; a user's connections are each on another platform. */
    private String connectionRows() {
        return """
                INSERT INTO social_platform_connections (id, user_id, platform, platform_user_id, platform_username,
                  platform_display_name, profile_url, access_token, refresh_token, token_expires_at, connected_at, created_at)
                SELECT n, (n - 1) %% %1$d + 1,
                  coalesce((ARRAY['twitter', 'facebook', 'instagram', 'linkedin', 'tiktok'])[(n - 1) / %1$d + 1],
                    'platform-' || (n - 1) / %1$d + 1),
                  'account-' || n, 'name' || n, 'Account ' || n, 'https://example.com/' || n,
                  repeat(md5(n::text), 4), repeat(md5('refresh' || n), 2), t + interval '90 days', t, t
                FROM generate_series(1, %2$d) AS n,
                  LATERAL (SELECT timestamptz '2026-01-01 00:00:00Z' + n * interval '1 second') AS clock(t)
                """.formatted(users, connections);
    }

    private String postRows() {
        return """
                INSERT INTO social_posts (id, user_id, connection_id, platform, platform_post_id, created_at)
                SELECT 'post-' || n, c.user_id, c.id, c.platform, 'external-' || n, c.created_at
                FROM generate_series(1, %d) AS n
                JOIN social_platform_connections AS c ON c.id = (n - 1) %% greatest(%d, 1) + 1
                """.formatted(posts, connections);
    }

    /** The keys were given, so the sequences have to be told, or the application's next insert collides. */
    private String sequences() {
        String organizationKeys = keyType.sequence() == null ? "" : """
                SELECT setval(%s, (SELECT max(id) FROM organizations));
                """.formatted(keyType.sequence());
        return organizationKeys + """
                SELECT setval(pg_get_serial_sequence('users', 'id'), %d);
                SELECT setval(pg_get_serial_sequence('social_platform_connections', 'id'), greatest(%d, 1), %d > 0);
                """.formatted(users, connections, connections);
    }
}
