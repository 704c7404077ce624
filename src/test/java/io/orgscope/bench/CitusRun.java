package io.orgscope.bench;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.CitusCluster;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The 49 tables on a Citus cluster, forward and back under load: docs/citus.md. {@code ORGSCOPE_CITUS_URL=… mvn -q -Pbench
 * -Dbench.main=io.orgscope.bench.CitusRun -Dbench.rows=1000000}. It waits for the file {@code go} in the folder for temporary files before the
 * part that is measured, if the property {@code bench.wait} is true.
 */
public final class CitusRun {

    static final int ORGANIZATIONS = 20;

    private static final int USERS = 2000;
    private static final int CLIENTS = 8;
    private static final int PER_SECOND = 200;
    private static final List<String> IGNORED = List.of("last_used_at", "daily_post_count");
    private static final List<String> EXCEPT = List.of("columnar", "columnar_internal", "citus", "citus_internal", "orgscope");

    private final CitusCluster cluster;
    private final int rows;
    private Liquibases liquibase;

    private CitusRun(CitusCluster cluster, int rows) {
        this.cluster = cluster;
        this.rows = rows;
    }

    /** @param arguments none; {@code bench.rows} says how many connections */
    public static void main(String[] arguments) throws Exception {
        try (CitusCluster cluster = CitusCluster.create()) {
            CitusRun run = new CitusRun(cluster, Integer.getInteger("bench.rows", 100_000));
            run.prepare();
            run.measure();
        }
    }

    private void prepare() throws Exception {
        cluster.fixture(KeyType.UUID);
        new Seed(KeyType.UUID, ORGANIZATIONS, USERS, rows, rows / 3).into(cluster);
        cluster.execute("UPDATE users SET default_organization_id = '" + KeyType.UUID.text(1) + "' WHERE id % 10 < 6",
                "UPDATE user_organization_roles r SET organization_id = u.default_organization_id FROM users u WHERE u.id = r.user_id", "VACUUM ANALYZE");
        Path directory = Files.createTempDirectory("citus-run");
        Liquibases plain = Liquibases.on(cluster).in(directory);
        String declaration = plain.run("orgscopePlan", Map.of("checkData", true)).replaceFirst("(?m)^  tables:",
                "  isolation: { references: composite }\n  distribute: citus\n  workers: 2\n  tables:");
        declaration += alreadyScoped(plain.file("plan.orgscope.yaml", declaration).run("orgscopePlan", Map.of("spec", directory.resolve("plan.orgscope.yaml").toString(),
                "target", "citus", "format", "json")), declaration);
        Files.writeString(Path.of("target", "citus-run.orgscope.yaml"), declaration);
        liquibase = plain.changelog("tenancy.orgscope.yaml", declaration);
        liquibase.tag("before");
        timed("steps 01 to 14", () -> liquibase.labels("!orgscope-distribute").update());
        unscopedKeys();
        liquibase.tag("single");
    }

    /** Tables that have their organization and are not in the declaration yet. */
    private String alreadyScoped(String report, String declaration) throws SQLException {
        StringBuilder more = new StringBuilder();
        for (String table : Pattern.compile("\"table\": ?\"(\\w+)\",\\s*\"kind\": ?\"distributed\"").matcher(report).results().map(found -> found.group(1)).toList()) {
            if (!Pattern.compile("table: " + table + "\\b").matcher(declaration).find()) {
                List<String> actions = cluster.strings("SELECT CASE confdeltype WHEN 'a' THEN 'no action' WHEN 'r' THEN 'restrict' ELSE 'cascade' END"
                        + " FROM pg_constraint WHERE contype = 'f' AND conrelid = to_regclass(?) AND confrelid = 'organizations'::regclass", table);
                more.append("    - { table: ").append(table).append(", route: organization_id -> organizations.id, onDelete: ")
                        .append(actions.isEmpty() ? "cascade" : actions.get(0)).append(" }\n");
            }
        }
        return more.toString();
    }

    private void unscopedKeys() throws SQLException {
        for (List<String> key : cluster.rows("""
                SELECT i.indrelid::regclass, c.relname, k.conname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                  LEFT JOIN pg_constraint k ON k.conindid = c.oid AND k.contype = 'u'
                 WHERE i.indisunique AND NOT i.indisprimary AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attname = 'organization_id' AND a.attnotnull
                       AND a.attnum <> ALL (i.indkey::int2[])) AND i.indrelid::regclass::text !~ '^(orgscope|pg_)'""")) {
            say("unique key without the organization, dropped by hand: " + key);
            cluster.execute(key.get(2) == null ? "DROP INDEX " + key.get(1) : "ALTER TABLE " + key.get(0) + " DROP CONSTRAINT " + key.get(2));
        }
    }

    private void measure() throws Exception {
        CatalogSnapshot catalog = CatalogSnapshot.of(cluster, EXCEPT.toArray(String[]::new));
        RowSnapshot before = RowSnapshot.of(cluster, IGNORED, EXCEPT);
        for (Path go = Path.of(System.getProperty("java.io.tmpdir"), "go"); Boolean.getBoolean("bench.wait") && !Files.exists(go);) {
            Thread.sleep(500);
        }
        try (CitusLoad load = CitusLoad.start(cluster.url(), USERS, rows, CLIENTS, PER_SECOND)) {
            Thread.sleep(5000);
            phase("distribution", load, () -> liquibase.update());
            say(cluster.strings("SELECT citus_table_type || ' ' || count(*) FROM citus_tables GROUP BY citus_table_type ORDER BY 1").toString());
            say("foreign keys: " + cluster.number("SELECT count(*) FROM pg_constraint WHERE contype = 'f'"));
            phase("distributed, nothing else", load, () -> Thread.sleep(10_000));
            questions();
            phase("rollback to one node", load, () -> liquibase.rollback("single"));
            say(cluster.strings("SELECT count(*)::text FROM pg_dist_partition").toString());
        }
        cluster.execute("DELETE FROM social_platform_connections WHERE platform LIKE 'new-%'");
        say("catalog differs: " + CatalogSnapshot.diff(catalog, CatalogSnapshot.of(cluster, EXCEPT.toArray(String[]::new))));
        say("rows differ: " + RowSnapshot.diff(before, RowSnapshot.of(cluster, IGNORED, EXCEPT)));
    }

    private void questions() throws SQLException {
        String organization = "'" + KeyType.UUID.text(1) + "'";
        say(String.join("\n", cluster.strings("EXPLAIN (COSTS off) SELECT count(*) FROM social_posts p JOIN social_platform_connections c ON c.organization_id = p.organization_id"
                + " AND c.id = p.connection_id WHERE p.organization_id = " + organization).subList(0, 7)));
        say("posts of each organization: " + cluster.strings("SELECT count(*)::text FROM social_posts GROUP BY organization_id ORDER BY count(*) DESC"));
        say("largest shard: " + cluster.strings("SELECT shardid || ' ' || shard_size FROM citus_shards WHERE table_name = 'social_platform_connections'::regclass"
                + " ORDER BY shard_size DESC LIMIT 2"));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private void phase(String name, CitusLoad load, Work work) throws Exception {
        long from = System.nanoTime();
        timed(name, work);
        long to = System.nanoTime();
        Thread.sleep(500);
        Recording seen = load.recording(from, to);
        say(String.format(Locale.ROOT, "%s: %,d statements, %d failed, longest %.0f ms, p99 %.1f ms, %d over 100 ms; %s", name, seen.statements(), seen.failed(),
                seen.longestMillis(), seen.percentileMillis(99), seen.slow(), load.failures()));
        List<String> slots = new ArrayList<>();
        double[] stalls = seen.stalls();
        for (int slot = 0; slot < stalls.length; slot++) {
            if (stalls[slot] > 300) {
                slots.add(String.format(Locale.ROOT, "%.1f s: %.0f ms", slot / 10.0, stalls[slot]));
            }
        }
        say("stalls over 300 ms: " + slots);
    }

    private void timed(String name, Work work) throws Exception {
        long from = System.nanoTime();
        work.run();
        say(String.format(Locale.ROOT, "%s: %.1f s", name, (System.nanoTime() - from) / 1e9));
    }

    private static void say(String text) {
        System.out.println("citus-run: " + text);
    }
}
