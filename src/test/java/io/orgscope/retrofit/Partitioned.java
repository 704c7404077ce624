package io.orgscope.retrofit;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Postgres;
import java.util.ArrayList;
import java.util.List;

/** Situations in which the tables are partitioned. */
final class Partitioned {

    private Partitioned() {
    }

    static List<Situation> all() {
        List<Situation> all = new ArrayList<>(List.of(nested(), quoted(), keyless(), named(), adopted(), memberships()));
        if (Postgres.major() >= 18) {
            all.add(notValid());
        }
        return all;
    }

    /** Ranges, one of them by lists, a default at both depths, a partition in another schema and one with its columns in another order. */
    static final String NESTED = """
            CREATE SCHEMA archive;
            CREATE TABLE connections (id integer NOT NULL, user_id integer NOT NULL REFERENCES users, platform text NOT NULL, day date NOT NULL,
              note text, PRIMARY KEY (id, day, platform), CONSTRAINT connections_key UNIQUE (user_id, platform, day)
              WITH (fillfactor = 70)) PARTITION BY RANGE (day);
            CREATE TABLE archive.connections_2024 PARTITION OF connections FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            CREATE TABLE connections_2025 PARTITION OF connections FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (platform);
            CREATE TABLE connections_2025_x PARTITION OF connections_2025 FOR VALUES IN ('x');
            CREATE TABLE connections_2025_others PARTITION OF connections_2025 DEFAULT;
            CREATE TABLE connections_others (note text, gone integer, day date NOT NULL, platform text NOT NULL, user_id integer NOT NULL,
              id integer NOT NULL);
            ALTER TABLE connections_others DROP gone, ADD CONSTRAINT "own name" UNIQUE (user_id, platform, day);
            ALTER TABLE connections ATTACH PARTITION connections_others DEFAULT;
            CREATE TABLE connections_empty PARTITION OF connections FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
            CREATE INDEX connections_note ON connections (note);
            COMMENT ON TABLE connections IS 'kept';
            COMMENT ON INDEX connections_key IS 'of the whole';
            COMMENT ON CONSTRAINT connections_key ON connections IS 'its constraint';
            COMMENT ON INDEX "own name" IS E'of\\na part';
            GRANT SELECT ON connections TO PUBLIC;
            INSERT INTO connections SELECT n, (n - 1) % 6 + 1, (ARRAY['x', 'y'])[n % 2 + 1], date '2023-06-01' + n * 100 FROM generate_series(1, 12) n;
            """;

    static Situation nested() {
        return new Situation("partitions of partitions", KeyType.INTEGER, NESTED, Situation.BY_USER + "  index: by_organization\n");
    }

    static Situation quoted() {
        return new Situation("quoted names, by hash", KeyType.UUID, """
                CREATE SCHEMA "Tenant ^Data^";
                CREATE TABLE "Tenant ^Data^"."Order ^x^; DROP" ("The 'Id'" uuid DEFAULT gen_random_uuid(), "User's" integer NOT NULL,
                  PRIMARY KEY ("The 'Id'")) PARTITION BY HASH ("The 'Id'");
                CREATE TABLE "Tenant ^Data^"."Order ^x^; DROP 0" PARTITION OF "Tenant ^Data^"."Order ^x^; DROP" FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE "Tenant ^Data^"."Order ^x^; DROP 1, whose name is as long as one can be........."
                  PARTITION OF "Tenant ^Data^"."Order ^x^; DROP" FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                CREATE UNIQUE INDEX "USING btree (" ON "Tenant ^Data^"."Order ^x^; DROP" ("User's", "The 'Id'") INCLUDE ("The 'Id'");
                INSERT INTO "Tenant ^Data^"."Order ^x^; DROP" SELECT md5(n::text)::uuid, (n - 1) % 6 + 1 FROM generate_series(1, 20) n;
                """.replace("^", "\"\""), """
                - schema: 'Tenant "Data"'
                  table: 'Order "x"; DROP'
                  route: '"User''s" -> public.users.default_organization_id'
                  unique: { replaces: 'USING btree (', name: 'Ein "neuer" Schlüssel' }
                  index: 'Org; DROP'
                """, Situation.unlikeUser("\"Tenant \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\"", "\"User's\""));
    }

    static Situation keyless() {
        return new Situation("partitioned, without any key", KeyType.BIGINT, """
                CREATE TABLE events (user_id integer, what text) PARTITION BY LIST (lower(what));
                CREATE TABLE events_click PARTITION OF events FOR VALUES IN ('click');
                CREATE TABLE events_others PARTITION OF events DEFAULT;
                INSERT INTO events SELECT (n - 1) % 6 + 1, (ARRAY['Click', 'other'])[n % 2 + 1] FROM generate_series(1, 12) n;
                """, """
                - table: events
                  route: user_id -> users.default_organization_id
                """, Situation.unlikeUser("events", "user_id"));
    }

    static Situation named() {
        return new Situation("partitioned, one named organization", KeyType.VARCHAR, """
                CREATE TABLE research (id integer PRIMARY KEY, title text) PARTITION BY RANGE (id);
                CREATE TABLE research_1 PARTITION OF research FOR VALUES FROM (0) TO (4);
                CREATE TABLE research_2 PARTITION OF research FOR VALUES FROM (4) TO (9);
                INSERT INTO research SELECT n, 'r' || n FROM generate_series(1, 5) n;
                """, """
                - table: research
                  route: { organization: { slug: org-2 } }
                """, Situation.unlike("research", "organizations", "p.slug = 'org-2'", "id"));
    }

    /** The user of each row has to be a member of its organization. */
    static Situation memberships() {
        return new Situation("partitioned, memberships", KeyType.INTEGER, NESTED + """
                CREATE TABLE members (user_id integer REFERENCES users, organization_id integer REFERENCES organizations, PRIMARY KEY (user_id, organization_id));
                INSERT INTO members SELECT id, default_organization_id FROM users;
                """, Situation.BY_USER + "  isolation: { references: composite, memberships: user_id -> members(user_id).organization_id }\n");
    }

    /** The organization is required of new rows. */
    static Situation notValid() {
        return new Situation("partitioned, a NOT NULL that is NOT VALID", KeyType.INTEGER, NESTED + "ALTER TABLE connections ADD organization_id integer;\n"
                + Situation.NOT_VALID, Situation.BY_USER);
    }

    static Situation adopted() {
        return new Situation("partitioned, what is there already", KeyType.INTEGER, NESTED + """
                ALTER TABLE connections ADD organization_id integer CONSTRAINT by_hand REFERENCES organizations ON DELETE CASCADE;
                UPDATE connections SET organization_id = 1 WHERE user_id = 1;
                CREATE INDEX by_hand ON connections (organization_id);
                """, Situation.BY_USER + "  index: anything\n");
    }
}
