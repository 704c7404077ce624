package io.orgscope.bench;

import java.util.List;
import java.util.stream.Stream;

/** Another shape of the table, made from a copy of {@link ConnectionsTable}. */
enum Shape {
    AS_IT_IS("as it is", 200),
    INDEXES("15 indexes", 200, """
            DO $$ DECLARE name text; BEGIN
              FOREACH name IN ARRAY ARRAY['platform_user_id', 'platform_username', 'profile_image_url', 'created_at', 'connected_at', 'token_expires_at',
                'error_count', 'rate_limit_remaining', 'scope'] LOOP
                EXECUTE format('CREATE INDEX ON social_platform_connections (%I)', name);
              END LOOP;
            END $$"""),
    WIDE("3 rows a page, and 4 kB in TOAST", 200, """
            ALTER TABLE social_platform_connections ALTER last_error SET STORAGE PLAIN, ALTER refresh_token SET STORAGE EXTERNAL
            """, """
            UPDATE social_platform_connections SET refresh_token = repeat('t', 4000),
              last_error = (SELECT string_agg(md5(id::text || n), '') FROM generate_series(1, 62) n)
            """),
    NARROW("about 90 rows a page", 200, """
            ALTER TABLE social_platform_connections DROP platform_display_name, DROP profile_image_url, DROP profile_url, DROP refresh_token,
              DROP token_expires_at, DROP token_type, DROP scope, ADD scope varchar, DROP is_verified, DROP connection_status, DROP platform_metadata,
              DROP rate_limit_remaining, DROP last_error, DROP error_count, DROP auto_post_enabled, DROP connected_at, DROP created_at, DROP updated_at
            """, "UPDATE social_platform_connections SET access_token = '', platform_user_id = id::text, platform_username = 'a'"),
    FILLFACTOR("fillfactor 70", 200, "ALTER TABLE social_platform_connections SET (fillfactor = 70)"),
    REFERENCED("10 tables reference it", 200, """
            DO $$ BEGIN
              FOR n IN 1 .. 10 LOOP
                EXECUTE format('CREATE TABLE posts_%s (id int PRIMARY KEY, connection_id int NOT NULL REFERENCES social_platform_connections)', n);
                EXECUTE format('INSERT INTO posts_%s SELECT id, id FROM social_platform_connections WHERE id %% 10 = %s - 1', n, n);
                EXECUTE format('CREATE INDEX ON posts_%s (connection_id)', n);
              END LOOP;
            END $$"""),
    HOT("2,000 statements a second, its updates on 1 % of the rows", 2000);

    private final String title;
    private final int perSecond;
    private final List<String> statements;

    Shape(String title, int perSecond, String... statements) {
        this.title = title;
        this.perSecond = perSecond;
        this.statements = List.of(statements);
    }

    String title() {
        return title;
    }

    /** Statements a second that the application sends. */
    int perSecond() {
        return perSecond;
    }

    /** Of how many rows the application updates one. */
    int hotOf(int rows) {
        return this == HOT ? rows / 100 : rows;
    }

    /** What makes the copy so; nothing for the table as it is. */
    String[] statements() {
        return statements.isEmpty() ? new String[0] : Stream.concat(statements.stream(),
                Stream.of("VACUUM FULL social_platform_connections", "VACUUM (ANALYZE)", "CHECKPOINT")).toArray(String[]::new);
    }
}
