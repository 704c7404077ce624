package io.orgscope.soak;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * A large table, forward and back, in a small heap: {@code mvn -q -Plarge}. The profile gives the JVM 64 MB for Liquibase,
 * this library and this class; {@code -Dlarge.rows} says how many rows.
 */
public final class LargeTable {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              workers: 2
              tables:
                - table: events
                  route: user_id -> users.organization
            """;

    private static final String MASTER = """
            databaseChangeLog:
              - changeSet: { id: before, author: soak, changes: [ tagDatabase: { tag: before } ] }
              - include: { file: tenancy.orgscope.yaml, relativeToChangelogFile: true }
            """;

    private LargeTable() {
    }

    /** @param arguments none; see the properties */
    public static void main(String[] arguments) throws SQLException, IOException {
        int rows = Integer.getInteger("large.rows", 10_000_000);
        Path directory = Files.createTempDirectory("orgscope-large");
        try (TestDatabase database = TestDatabase.create()) {
            say("PostgreSQL %d, %,d rows, a heap of %d MB", Postgres.major(), rows, Runtime.getRuntime().maxMemory() >> 20);
            database.execute("CREATE TABLE organizations (id int PRIMARY KEY)", "INSERT INTO organizations SELECT generate_series(1, 100)",
                    "CREATE TABLE users (id int PRIMARY KEY, organization int NOT NULL REFERENCES organizations)",
                    "INSERT INTO users SELECT n, n % 100 + 1 FROM generate_series(1, 10000) n",
                    "CREATE TABLE events (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, what text NOT NULL)",
                    "INSERT INTO events SELECT n, n % 10000 + 1, 'clicked' FROM generate_series(1, " + rows + ") n", "VACUUM ANALYZE");
            Liquibases liquibase = Liquibases.on(database).in(directory).file("tenancy.orgscope.yaml", DECLARATION)
                    .changelog("master.yaml", MASTER).telling(message -> message.lines().filter(line -> line.startsWith("03 ")).forEach(LargeTable::say));

            timed("update", liquibase::update);
            long wrong = database.number("SELECT count(*) FROM events e JOIN users u ON u.id = e.user_id"
                    + " WHERE e.organization_id IS DISTINCT FROM u.organization");
            say("%,d rows have the wrong organization or none", wrong);
            timed("rollback", () -> liquibase.rollback("before"));
            say("%,d organizations are kept", database.number("SELECT count(*) FROM orgscope.events"));
            if (wrong != 0 || database.number("SELECT count(*) FROM orgscope.events") != rows) {
                throw new IllegalStateException("It found wrong rows, see above");
            }
        }
    }

    private static void timed(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        say("%s took %d s", what, Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    private static void say(String text, Object... values) {
        System.out.println(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
    }
}
