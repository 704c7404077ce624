package io.orgscope.preflight;

import java.util.stream.Stream;

/** What is wrong with a declaration only once it is held against the 49 tables and a few more. */
final class WrongForDatabase {

    /** Tables that cannot be scoped, each in its own way. */
    static final String OBJECTS = """
            CREATE SCHEMA billing;
            CREATE TABLE billing.receipts (id int PRIMARY KEY, user_id int REFERENCES users);
            CREATE VIEW active_users AS SELECT * FROM users WHERE is_active;
            CREATE TABLE events (id int, user_id int REFERENCES users, day date) PARTITION BY RANGE (day);
            CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            CREATE UNIQUE INDEX events_2026_once ON events_2026 (user_id);
            CREATE TABLE hours (id int, user_id int REFERENCES users, day date, hour int) PARTITION BY RANGE (day);
            CREATE TABLE hours_2026 PARTITION OF hours FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY LIST (hour);
            CREATE TABLE words (user_id int REFERENCES users, word text) PARTITION BY LIST (lower(word));
            CREATE TABLE parents (id int PRIMARY KEY, user_id int REFERENCES users);
            CREATE TABLE children (extra int) INHERITS (parents);
            CREATE FOREIGN DATA WRAPPER nowhere;
            CREATE SERVER remote FOREIGN DATA WRAPPER nowhere;
            CREATE FOREIGN TABLE remote_notes (id int, user_id int) SERVER remote;
            CREATE TABLE logs (id int, user_id int) PARTITION BY RANGE (id);
            CREATE MATERIALIZED VIEW stored_users AS SELECT * FROM users;
            CREATE TABLE accounts (id int PRIMARY KEY, organization_id int);
            CREATE TABLE business_accounts (PRIMARY KEY (id)) INHERITS (accounts);
            CREATE TABLE logs_now PARTITION OF logs FOR VALUES FROM (0) TO (9) PARTITION BY LIST (user_id);
            CREATE FOREIGN TABLE logs_far PARTITION OF logs_now DEFAULT SERVER remote;
            CREATE TABLE tickets (id int PRIMARY KEY, user_id int REFERENCES users, reporter uuid, code text, other text,
              tenant_id uuid, tenant bigint, computed int GENERATED ALWAYS AS (id) STORED,
              CONSTRAINT tickets_code UNIQUE (code) DEFERRABLE, CONSTRAINT tickets_other UNIQUE (other),
              CONSTRAINT tickets_check CHECK (id > 0));
            CREATE UNIQUE INDEX tickets_reporter ON tickets (reporter) WHERE reporter IS NOT NULL;
            CREATE TABLE ticket_links (ticket text REFERENCES tickets (other));
            CREATE TABLE replicated (id int PRIMARY KEY, user_id int REFERENCES users, code text NOT NULL CONSTRAINT replicated_code UNIQUE);
            ALTER TABLE replicated REPLICA IDENTITY USING INDEX replicated_code;
            CREATE TABLE replicas (user_id int NOT NULL REFERENCES users, day date NOT NULL) PARTITION BY RANGE (day);
            CREATE TABLE replicas_2026 PARTITION OF replicas FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            CREATE UNIQUE INDEX replicas_key ON replicas (user_id, day);
            ALTER TABLE replicas_2026 REPLICA IDENTITY USING INDEX replicas_2026_user_id_day_idx;
            ALTER TABLE organizations ADD legacy_id int UNIQUE;
            CREATE TABLE legacy (id int PRIMARY KEY, user_id int REFERENCES users, organization_id int REFERENCES organizations (legacy_id));
            CREATE TABLE numbered (legacy_id int REFERENCES organizations (legacy_id), id int, organization_id int REFERENCES organizations, PRIMARY KEY (legacy_id, id));
            CREATE UNIQUE INDEX memories_broken ON memories (vector_id);
            UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'memories_broken'::regclass;
            """;

    private static final String USER = "\n  route: user_id -> users.default_organization_id\n";

    private WrongForDatabase() {
    }

    static Stream<WrongCase> all() {
        return Stream.of(tables(), routes(), untriggerable(), conditions(), columns(), indexes(), organizations()).flatMap(cases -> cases);
    }

    private static Stream<WrongCase> tables() {
        return Stream.of(
                WrongCase.table("a misspelt table", "- table: social_post # here" + USER, "There is no table social_post", "Did you mean 'social_posts'?"),
                WrongCase.table("a table of another schema", "- table: receipts # here" + USER, "There is one in the schema billing"),
                WrongCase.table("a schema that is not there", "- schema: biling\n  table: receipts # here" + USER, "no table biling.receipts", "in the schema billing"),
                WrongCase.table("a partition that is a foreign table", "- table: logs # here\n  route: user_id -> users(id).default_organization_id", "logs is partitioned", "are foreign tables (logs_far)",
                        "DETACH PARTITION"),
                WrongCase.table("a partition", "- table: events_2026 # here" + USER, "events_2026 is a partition of events", "Declare events in its place"),
                WrongCase.table("a partition that is partitioned", "- table: hours_2026 # here" + USER, "hours_2026 is a partition of hours"),
                WrongCase.table("a unique index without the partition key", "- table: hours" + USER + "  unique: { columns: [ user_id, day ] } # here",
                        "has to include the partition key of hours, hour:", "Add it to 'columns:'"),
                WrongCase.table("a unique index of a table that is partitioned by an expression", "- table: words" + USER
                        + "  unique: { columns: [ user_id, word ] } # here", "words is partitioned by an expression"),
                WrongCase.table("a unique index that only a partition has", "- table: events" + USER + "  unique: { replaces: events_2026_once } # here",
                        "an index of the partition events_2026 alone"),
                WrongCase.table("a view", "- table: active_users # here\n  route: id -> users.default_organization_id", "active_users is a view"),
                WrongCase.table("a foreign table", "- table: remote_notes # here\n  route: user_id -> users(id).default_organization_id", "remote_notes is a foreign table"),
                WrongCase.table("a table that others inherit from", "- table: parents # here" + USER, "parents is inherited by other tables"),
                WrongCase.table("the same table with its schema", "- schema: public # here\n  table: social_platform_connections" + USER,
                        "is listed twice, first in line 4"),
                WrongCase.table("the organizations with their schema", "- schema: public # here\n  table: organizations\n  route: id -> organizations.id",
                        "organizations themselves"),
                WrongCase.of("a circle with a schema that is written in one place only", """
                        orgscope:
                          version: 1
                          tables:
                            - table: social_posts
                              route: connection_id -> public.social_platform_connections.organization_id # here
                            - table: social_platform_connections
                              route: id -> social_posts(connection_id).organization_id
                        """, "which is written in another way in line 6", "Write the schema in both places, or in none"));
    }

    private static Stream<WrongCase> routes() {
        return Stream.of(
                WrongCase.table("a misspelt start", "- table: memories\n  route: usr_id -> users.default_organization_id # here",
                        "memories.usr_id", "Did you mean 'user_id'?"),
                WrongCase.table("a misspelt target", "- table: memories\n  route: user_id -> usrs.default_organization_id # here",
                        "leads to usrs", "Did you mean 'users'?"),
                WrongCase.table("a misspelt end", "- table: memories\n  route: user_id -> users.default_organisation # here",
                        "users.default_organisation", "Did you mean 'default_organization_id'?"),
                WrongCase.table("a misspelt key", "- table: memories\n  route: user_id -> users(idd).default_organization_id # here",
                        "users.idd", "Did you mean 'id'?"),
                WrongCase.table("an end that is no organization", "- table: memories\n  route: user_id -> users.plan_id # here",
                        "which references plans, not organizations"),
                WrongCase.table("an end that is another column of the organizations", "- table: memories\n  route: user_id -> legacy(user_id).organization_id # here",
                        "which references organizations.legacy_id, not organizations.id",
                        "Continue the route from there (user_id -> legacy(user_id).organization_id -> organizations.id)"),
                WrongCase.table("an end of another type", "- table: memories\n  route: user_id -> users.email # here", "which is character varying",
                        "end in a column that holds an organization"),
                WrongCase.table("types that are never equal", "- table: tickets\n  route: reporter -> users(id).default_organization_id # here",
                        "tickets.reporter (uuid) with users.id (integer)", "never equal"),
                WrongCase.table("uuid against varchar", "- table: tickets\n  route: reporter -> teams.organization_id # here",
                        "tickets.reporter (uuid) with teams.id (character varying)", "never equal"),
                WrongCase.table("not where its foreign key leads", "- table: memories\n  route: user_id -> teams.organization_id # here",
                        "its foreign key memories_user_id_fkey references users"),
                WrongCase.table("no key to compare with", "- table: tickets\n  route: id -> user_teams.role # here", "needs a key of user_teams", "parentheses"),
                WrongCase.table("a key with another number of the organization in front", "- table: tickets\n  route: id -> numbered.organization_id # here",
                        "needs a key of numbered", "[legacy_id, id]", "parentheses"),
                WrongCase.table("more columns than the key has", "- table: memories\n  route: (user_id, id) -> users(id).default_organization_id # here",
                        "both sides need the same number of columns"),
                WrongCase.table("a parent that is not one", "- table: content_items\n  route:\n"
                        + "    - platform -> content_items(platform).organization_id # here\n    - user_id -> users.default_organization_id",
                        "[platform] is not unique", "Name a unique key"),
                WrongCase.table("nothing but parents", "- table: content_items\n  route: parent_content_id -> content_items.organization_id # here",
                        "Rows without a parent get none", "Add a route"),
                WrongCase.table("two kinds of parents", "- table: content_items # here\n  route:\n    - parent_content_id -> content_items.organization_id\n"
                        + "    - parent_content_id -> public.content_items.organization_id\n    - user_id -> users.default_organization_id", "Two routes", "Keep one"),
                WrongCase.table("the second of two routes", "- table: memories\n  route:\n    - user_id -> users.default_organization_id\n"
                        + "    - user_id -> user_organization_roles(usr_id).organization_id # here", "user_organization_roles.usr_id"));
    }

    /** What the triggers of step 02 cannot handle: tables on a route, and columns that come after the triggers. */
    private static Stream<WrongCase> untriggerable() {
        return Stream.of(
                WrongCase.table("a table on the route that others inherit from", "- table: tickets\n  route: id -> accounts(id).organization_id # here",
                        "leads to accounts, which is inherited by other tables", "NO INHERIT"),
                WrongCase.table("a view on the route", "- table: tickets\n  route: user_id -> active_users(id).default_organization_id # here",
                        "leads to active_users, which is a view", "Lead the route through the tables that it reads"),
                WrongCase.table("a view on the route without a key", "- table: tickets\n  route: user_id -> active_users.default_organization_id # here",
                        "leads to active_users, which is a view"),
                WrongCase.table("a materialized view on the route", "- table: tickets\n  route: user_id -> stored_users(id).default_organization_id # here",
                        "leads to stored_users, which is a materialized view"),
                WrongCase.table("a foreign table on the route", "- table: tickets\n  route: user_id -> users(id).id -> remote_notes(id).user_id # here",
                        "leads to remote_notes, which is a foreign table"),
                WrongCase.table("a foreign table among the partitions of a table on the route", "- table: tickets\n  route: id -> logs(id).user_id # here",
                        "leads to logs, which is partitioned", "are foreign tables (logs_far)", "DETACH PARTITION"),
                WrongCase.table("a start that is generated", "- table: tickets\n  route: computed -> users(id).default_organization_id # here",
                        "starts from tickets.computed, a generated column", "Name the columns that it is computed from"),
                WrongCase.table("a when: that names a generated column", "- table: tickets\n  route:\n"
                        + "    - { path: user_id -> users.default_organization_id, when: computed > 1 } # here\n    - user_id -> users.default_organization_id",
                        "The condition when: \"computed > 1\" names tickets.computed, a generated column"),
                WrongCase.table("a when: of a named organization that names a generated column", "- table: tickets\n  route:\n"
                        + "    - { organization: { slug: org-1 }, when: computed > 1 } # here\n    - user_id -> users.default_organization_id",
                        "names tickets.computed, a generated column"));
    }

    private static Stream<WrongCase> conditions() {
        return Stream.of(
                WrongCase.table("a condition that is no SQL", "- table: memories\n  route:\n"
                        + "    { path: user_id -> users.default_organization_id, when: \"memory_type = = 'x'\" } # here", "The condition when:", "syntax error"),
                WrongCase.table("a condition that is no truth value", "- table: memories\n  route:\n"
                        + "    - { path: user_id -> users.default_organization_id, when: memory_type } # here", "must be type boolean"),
                WrongCase.table("a condition on a column that is not there", "- table: memories\n  route:\n"
                        + "    - { path: user_id -> users.default_organization_id, when: \"memory_typ = 'x'\" } # here", "memory_typ", "(SQLSTATE 42703)"),
                WrongCase.table("a where: that names a column of the table outside", "- table: memories\n  route:\n"
                        + "    - { path: user_id -> users.default_organization_id, where: \"memory_type = 'x'\" } # here",
                        "The condition where:", "is not valid for users", "memory_type"),
                WrongCase.table("a where: that names the row outside", "- table: memories\n  route:\n"
                        + "    - { path: user_id -> users.default_organization_id, where: \"t.memory_type = 'x'\" } # here", "t.memory_type"),
                WrongCase.table("a when: that names its table", "- table: memories\n  route:\n"
                        + "    - { path: user_id -> users.default_organization_id, when: \"memories.memory_type = 'x'\" } # here",
                        "The condition when:", "the prefix t"),
                WrongCase.table("a when: that counts", "- table: memories\n  route:\n"
                        + "    - { path: user_id -> users.default_organization_id, when: \"count(*) > 1\" } # here", "aggregate functions are not allowed"));
    }

    private static Stream<WrongCase> columns() {
        return Stream.of(
                WrongCase.table("a column of the wrong type", "- table: tickets\n  column: tenant_id # here" + USER,
                        "tickets.tenant_id is there already, as uuid", "organizations.id is integer", "Rename the column, or drop it"),
                WrongCase.table("a column of another type that PostgreSQL joins with the key", "- table: tickets\n  column: tenant # here" + USER,
                        "tickets.tenant is there already, as bigint", "organizations.id is integer, and the steps need the same type",
                        "ALTER COLUMN \"tenant\" TYPE integer; PostgreSQL may rewrite the table for it"),
                WrongCase.table("a generated column", "- table: tickets\n  column: computed # here" + USER, "tickets.computed is a generated column"),
                WrongCase.table("the primary key as column", "- table: tickets\n  column: id # here" + USER, "is its primary key"),
                WrongCase.table("a column that references something else", "- table: content\n  column: memory_id # here" + USER, "references memories", "Choose another name"),
                WrongCase.table("a column that references another column of the organizations", "- table: legacy # here" + USER,
                        "references organizations.legacy_id", "Choose another name"),
                WrongCase.table("a column of PostgreSQL's own", "- table: tickets\n  column: ctid # here" + USER, "is a system column of PostgreSQL"),
                WrongCase.table("a foreign key with another ON DELETE", "- table: social_audit # here" + USER,
                        "social_audit_organization_id_fkey", "but ON DELETE cascade is declared", "Declare what it has"),
                WrongCase.table("a foreign key's name that is a foreign key's", "- table: content" + USER + "  foreignKey: content_memory_id_fkey # here",
                        "content_memory_id_fkey is taken", "FOREIGN KEY"),
                WrongCase.table("a foreign key's name that is a check's", "- table: tickets" + USER + "  foreignKey: tickets_check # here",
                        "tickets_check is taken", "CHECK"));
    }

    private static Stream<WrongCase> indexes() {
        return Stream.of(
                WrongCase.table("a misspelt index", unique("tickets", "tickets_coed"), "no index or unique constraint tickets_coed", "Did you mean 'tickets_code'?"),
                WrongCase.table("an index that is not unique", unique("social_posts", "idx_social_post_connection_status"), "is not unique", "Take it out of 'unique:'"),
                WrongCase.table("the primary key", unique("tickets", "tickets_pkey"), "is the primary key"),
                WrongCase.table("a deferrable constraint", unique("tickets", "tickets_code"), "deferrable"),
                WrongCase.table("what foreign keys reference", unique("tickets", "tickets_other"), "is what 1 foreign keys reference"),
                WrongCase.table("the replica identity", unique("replicated", "replicated_code"), "replica identity"),
                WrongCase.table("the replica identity of a partition", unique("replicas", "replicas_key"),
                        "The index replicas_2026_user_id_day_idx of replicas_2026 is its replica identity", "ALTER TABLE \"public\".\"replicas_2026\" REPLICA IDENTITY"),
                WrongCase.table("an INVALID index", unique("memories", "memories_broken"), "is INVALID"),
                WrongCase.table("other columns than the index has", "- table: inbox_settings" + USER + "  unique:\n"
                        + "    - { replaces: inbox_settings_user_id_key, columns: [id] } # here", "is over [user_id], but the declaration says [id]"),
                WrongCase.table("a unique column that is not there", "- table: memories" + USER + "  unique:\n    - { columns: [vektor_id] } # here",
                        "memories.vektor_id", "Did you mean 'vector_id'?"),
                WrongCase.table("the organization twice in an index", "- table: memories" + USER + "  unique:\n    - { columns: [organization_id, id] } # here",
                        "as its first column already"),
                WrongCase.table("an index's name that is another index's", "- table: notifications" + USER + "  index: idx_notification_user_read # here",
                        "idx_notification_user_read is taken", "but it has to be"),
                WrongCase.table("an index's name that another table's index has", "- table: memories" + USER + "  index: idx_content_user_platform # here",
                        "is taken", "on content_items", "another name"),
                WrongCase.table("an index's name that a table has", "- table: memories" + USER + "  index: users # here", "is taken", "a relation of that name"),
                WrongCase.table("one name for two indexes", "- table: memories" + USER + "  index: by_organization\n- table: metrics" + USER
                        + "  index: by_organization # here", "by_organization is used for two indexes, first in line 8"),
                WrongCase.table("an index with the default name of the foreign key", "- table: memories" + USER + "  index: fk_memories_organization_id # here",
                        "The name fk_memories_organization_id is used for an index of memories and for its foreign key to the organizations",
                        "comment of memories.organization_id", "another name"),
                WrongCase.table("a foreign key with the default name of the index", "- table: memories # here" + USER + "  foreignKey: idx_memories_organization_id",
                        "is used for an index of memories and for its foreign key to the organizations"),
                WrongCase.table("a unique index with the name of the foreign key", "- table: memories" + USER + "  foreignKey: once\n  unique:\n"
                        + "    - { columns: [vector_id], name: once } # here", "The name once is used for an index"),
                WrongCase.table("an index with the name of a composite key", "- table: memories" + USER + "  isolation: { references: composite }\n- table: content"
                        + USER + "  isolation: { references: composite }\n  index: content_memory_id_fkey_by_organization_id # here",
                        "the composite key that replaces its foreign key content_memory_id_fkey"),
                WrongCase.table("a partial index alone", "- table: tickets" + USER + "  unique: { replaces: tickets_reporter } # here",
                        "No index of tickets would have every row and begin with organization_id", "Declare 'index: idx_tickets_organization_id'"));
    }

    private static String unique(String table, String replaces) {
        return "- table: " + table + USER + "  unique:\n    - { replaces: " + replaces + ", name: scoped } # here";
    }

    private static Stream<WrongCase> organizations() {
        return Stream.of(
                WrongCase.table("an organization that is not there", "- table: research_data\n  route: { organization: { slug: default-org } } # here",
                        "no organization with {slug=default-org}", "add create:"),
                WrongCase.table("one not named by a unique key", "- table: research_data\n  route: { organization: { name: Organization 1 } } # here",
                        "named by a unique key", "[name]"),
                WrongCase.table("one named by a misspelt column", "- table: research_data\n  route: { organization: { slugg: org-1 } } # here",
                        "no column slugg", "Did you mean 'slug'?"),
                WrongCase.table("one named by what is no key", "- table: research_data\n  route: { organization: { id: first } } # here",
                        "cannot be looked up", "Correct the value"),
                WrongCase.table("one made without what it needs", "- table: research_data\n"
                        + "  route: { organization: { slug: default-org }, create: { description: x } } # here", "name", "NOT NULL", "create:"),
                WrongCase.of("organizations that are not there", """
                        orgscope:
                          version: 1
                          organizations: { table: organisations } # here
                          tables: [ { table: users, route: id -> users.default_organization_id } ]
                        """, "There is no organizations table organisations", "Did you mean 'organizations'?"),
                WrongCase.of("organizations without that key", """
                        orgscope:
                          version: 1
                          organizations: { key: org_id } # here
                          tables: [ { table: users, route: id -> users.default_organization_id } ]
                        """, "has no column org_id", "organizations: { key: … }"),
                WrongCase.of("organizations whose key is not unique", """
                        orgscope:
                          version: 1
                          organizations: { key: max_users } # here
                          tables: [ { table: memories, route: user_id -> users.default_organization_id } ]
                        """, "organizations.max_users has no unique index", "Make it the primary key"));
    }
}
