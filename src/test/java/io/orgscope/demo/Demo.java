package io.orgscope.demo;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The main job on a database of 49 tables: forward, back, and forward again; then two organizations that cannot reach each
 * other's rows. {@code mvn -q -Pdemo} runs it.
 */
public final class Demo {

    private static final Pattern STEP = Pattern.compile("Running Changeset: .*/v1/(\\d\\d-[a-z-]+)\\.yaml::([^/]*)/.*", Pattern.DOTALL);
    private static final String TABLE = "social_platform_connections";
    private static final String ORGANIZATIONS = """
            SELECT pg_catalog.md5(pg_catalog.string_agg(id || ':' || organization_id, ',' ORDER BY id))
              FROM public.social_platform_connections""";

    private Demo() {
    }

    /** @param arguments none */
    public static void main(String[] arguments) throws SQLException {
        long start = System.nanoTime();
        say("liquibase-orgscope: a live table gets its organization, loses it again, and gets it back");
        try (TestDatabase database = TestDatabase.create()) {
            run(database);
        }
        say("");
        say("Done in " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s. Nothing was left running.");
    }

    private static void run(TestDatabase database) throws SQLException {
        heading("PostgreSQL " + Postgres.major() + ", embedded: 49 tables, 20 organizations, 10,000 users, 100,000 connections");
        database.fixture(KeyType.UUID);
        Seed.of(KeyType.UUID).organizations(20).users(10_000).connections(100_000).posts(20_000).into(database);
        say("  " + TABLE + " has no organization_id: tenants can see each other's connections.");
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        RowSnapshot rows = RowSnapshot.of(database);
        Liquibases liquibase = Liquibases.on(database).in(Path.of("examples", "demo")).changelog("changelog.yaml").telling(Demo::progress);

        heading("liquibase update");
        liquibase.update();
        show(database);
        String organizations = database.string(ORGANIZATIONS);

        heading("liquibase rollback --tag=before-tenancy");
        liquibase.rollback("before-tenancy");
        List<String> differences = CatalogSnapshot.diff(before, CatalogSnapshot.of(database, "orgscope"));
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
        RowSnapshot.assertSame(rows, RowSnapshot.of(database, List.of(), List.of("orgscope")));
        fact("catalog compared with the one before", differences.size() + " differences");
        fact("contents of the 49 tables", "as before, every row");
        fact("kept for the next update", String.format(Locale.ROOT, "%,d assignments in orgscope.%s",
                database.number("SELECT pg_catalog.count(*) FROM orgscope." + TABLE), TABLE));

        heading("liquibase update, again");
        liquibase.update();
        boolean same = organizations.equals(database.string(ORGANIZATIONS));
        fact("every row has the organization it had", same ? "yes, all 100,000" : "NO");
        if (!same) {
            throw new IllegalStateException("Rows came back with another organization than they had.");
        }
        isolate(database, liquibase);
    }

    private static void isolate(TestDatabase database, Liquibases liquibase) throws SQLException {
        heading("liquibase update, with isolation declared: composite references and row security");
        Login application = database.asRole("demo_app");
        database.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON social_platform_connections, social_posts TO demo_app");
        liquibase.changelog("isolation.orgscope.yaml").update();

        heading("Two sessions, two organizations, one table");
        new TwoSessions(database, application).show();
    }

    private static void progress(String message) {
        Matcher step = STEP.matcher(message);
        if (step.matches()) {
            say("  " + step.group(1) + (step.group(1).startsWith("00") ? "" : "  " + step.group(2)));
        } else if (message.startsWith("03 backfill")) {
            say("      " + message.substring("03 backfill ".length()));
        }
    }

    private static void show(TestDatabase database) throws SQLException {
        say("");
        say("  What is true of " + TABLE + " now:");
        database.strings("""
                SELECT 'column      ' || attname || ' ' || format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
                  FROM pg_catalog.pg_attribute WHERE attrelid = 'public.social_platform_connections'::regclass AND attname = 'organization_id'
                UNION ALL
                SELECT 'foreign key ' || conname || ' ' || pg_get_constraintdef(oid) || CASE WHEN convalidated THEN ', validated' ELSE ', NOT VALID' END
                  FROM pg_catalog.pg_constraint WHERE conrelid = 'public.social_platform_connections'::regclass AND contype = 'f'
                   AND confrelid = 'public.organizations'::regclass
                UNION ALL
                SELECT 'index       ' || indexrelid::regclass || CASE WHEN indisunique THEN ', unique' ELSE '' END || ', '
                       || substring(pg_get_indexdef(indexrelid) FROM '\\(.*') || CASE WHEN indisvalid THEN '' ELSE ' INVALID' END
                  FROM pg_catalog.pg_index WHERE indrelid = 'public.social_platform_connections'::regclass
                   AND pg_get_indexdef(indexrelid) LIKE '%organization_id%'
                UNION ALL
                SELECT 'gone        idx_social_conn_user_platform'
                 WHERE to_regclass('public.idx_social_conn_user_platform') IS NULL""").forEach(line -> say("    " + line));
        fact("rows without an organization", database.number("SELECT count(*) FROM public." + TABLE + " WHERE organization_id IS NULL"));
        fact("rows in another organization than their user's", database.number("SELECT count(*) FROM public." + TABLE
                + " c JOIN public.users u ON u.id = c.user_id WHERE c.organization_id <> u.default_organization_id"));
    }

    private static void fact(String what, Object value) {
        say("    " + what + ": " + value);
    }

    private static void heading(String text) {
        say("");
        say("== " + text);
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
