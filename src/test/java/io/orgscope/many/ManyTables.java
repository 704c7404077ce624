package io.orgscope.many;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many small tables beside a vanilla changelog of as many change sets of one statement each, in the same run:
 * {@code mvn -q -Pmany -Dmany.tables=301}. Prints seconds, transactions and processor time of each command, and the ratios.
 */
public final class ManyTables {

    private static final int ROWS = Integer.getInteger("many.rows", 1000);

    /** A third of the tables hang on the users, the others on one of those. */
    private static final int FAN_OUT = 3;

    private record Run(double seconds, long transactions, double processor) {
    }

    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Path directory;

    private ManyTables(Path directory) {
        this.directory = directory;
    }

    /** @param arguments none; see the properties */
    public static void main(String[] arguments) throws SQLException, IOException {
        int tables = Integer.getInteger("many.tables", 301);
        ManyTables warm = new ManyTables(Files.createTempDirectory(Path.of("target"), "many"));
        warm.measure(12);
        ManyTables many = new ManyTables(Files.createTempDirectory(Path.of("target"), "many"));
        int changeSets = many.measure(tables);
        say("PostgreSQL %d with fsync=%s, %d tables of %,d rows, %,d change sets; load of the machine %.1f on %d processors", Postgres.major(), Postgres.FSYNC, tables,
                ROWS, changeSets, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), Runtime.getRuntime().availableProcessors());
        many.print();
    }

    private int measure(int tables) throws SQLException {
        String script;
        try (TestDatabase ours = TestDatabase.create(); TestDatabase vanilla = TestDatabase.create()) {
            load(ours, tables);
            load(vanilla, tables);
            Liquibases declared = Liquibases.on(ours).in(directory).file("many.orgscope.yaml", declaration(tables)).changelog("ours.yaml", """
                    databaseChangeLog:
                      - changeSet: { id: before, author: many, changes: [ tagDatabase: { tag: before } ] }
                      - include: { file: many.orgscope.yaml, relativeToChangelogFile: true }
                    """);
            int changeSets = (int) declared.status().lines().filter(line -> line.contains("::")).count();
            Liquibases core = Liquibases.on(vanilla).in(directory).changelog("vanilla.yaml", vanilla(changeSets, tables));
            String beside = timed("update-sql, vanilla", vanilla, core::updateSql);
            script = timed("update-sql", ours, declared::updateSql);
            timed("update, vanilla", vanilla, core::update);
            timed("update", ours, declared::update);
            timed("nothing to do, vanilla", vanilla, core::update);
            timed("nothing to do", ours, declared::update);
            timed("rollback, vanilla", vanilla, () -> core.rollback("before"));
            timed("rollback", ours, () -> declared.rollback("before"));
            say("the script has %.1f lines a table; as many change sets with one statement each have %.1f", script.lines().count() / (double) tables,
                    beside.lines().count() / (double) tables);
            return changeSets;
        }
    }

    private static void load(TestDatabase database, int tables) throws SQLException {
        database.execute("CREATE TABLE organizations (id int PRIMARY KEY)", "INSERT INTO organizations SELECT generate_series(1, 20)",
                "CREATE TABLE users (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations)",
                "INSERT INTO users SELECT n, n % 20 + 1 FROM generate_series(1, 1000) n");
        for (int i = 0; i < tables; i++) {
            database.execute("CREATE TABLE " + table(i) + " (id int PRIMARY KEY, parent_id int NOT NULL REFERENCES " + parent(i) + ", note text)",
                    "CREATE INDEX ON " + table(i) + " (parent_id)",
                    "INSERT INTO " + table(i) + " SELECT n, (n * 7) % least(" + ROWS + ", 1000) + 1, 'row ' || n FROM generate_series(1, " + ROWS + ") n");
        }
        database.execute("VACUUM ANALYZE");
    }

    private static String table(int i) {
        return "table_" + i;
    }

    private static String parent(int i) {
        return i % FAN_OUT == 0 ? "users" : table(i - i % FAN_OUT);
    }

    private static String declaration(int tables) {
        return "orgscope:\n  version: 1\n  tables:\n" + IntStream.range(0, tables).mapToObj(i -> "    - table: " + table(i) + "\n      route: parent_id -> "
                + parent(i) + ".organization_id\n").collect(Collectors.joining());
    }

    /** One statement a change set, each on one of the same tables. */
    private static String vanilla(int changeSets, int tables) {
        return "databaseChangeLog:\n  - changeSet: { id: before, author: many, changes: [ tagDatabase: { tag: before } ] }\n"
                + IntStream.range(1, changeSets).mapToObj(i -> """
                          - changeSet: { id: %1$d, author: many, changes: [ sql: "ALTER TABLE %2$s ADD column_%1$d int" ],
                              rollback: [ sql: "ALTER TABLE %2$s DROP column_%1$d" ] }
                        """.formatted(i, table(i % tables))).collect(Collectors.joining());
    }

    private String timed(String name, TestDatabase database, Supplier<String> command) throws SQLException {
        long transactions = transactions(database);
        long processor = processor();
        long start = System.nanoTime();
        String output = command.get();
        runs.put(name, new Run((System.nanoTime() - start) / 1e9, transactions(database) - transactions, (processor() - processor) / 1e9));
        return output;
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** The statistics of a session that ended arrive a little later; a thousandth more or less does not matter here. */
    private static long transactions(TestDatabase database) throws SQLException {
        return database.number("SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()");
    }

    private void print() {
        say("%-24s %9s %9s %13s %15s", "", "seconds", "× vanilla", "transactions", "client CPU, s");
        runs.forEach((name, run) -> {
            Run beside = runs.get(name + ", vanilla");
            say("%-24s %9.1f %9s %,13d %15.1f", name, run.seconds(), beside == null ? "" : "%.2f".formatted(run.seconds() / beside.seconds()),
                    run.transactions(), run.processor());
        });
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
