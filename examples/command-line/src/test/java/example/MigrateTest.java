package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code migrate.sh} with a "liquibase" that is Liquibase's real command line. */
class MigrateTest {

    private static final String COMMAND = """
            #!/bin/sh
            exec "%s/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "%s" liquibase.integration.commandline.LiquibaseCommandLine "$@"
            """;

    @TempDir
    Path bin;

    @Test
    void migrates() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            assertEquals(0, run(url, "liquibase", "update", "--url=" + url, "--changelog-file=db/schema.sql"));
            statement.execute("INSERT INTO organizations (name) VALUES ('A'), ('B')");
            statement.execute("INSERT INTO users (email, organization_id) VALUES ('ann@a.example', 1), ('bob@b.example', 2)");
            statement.execute("INSERT INTO connections (user_id, platform, handle) VALUES (1, 'mastodon', 'ann'), (2, 'mastodon', 'bob')");

            assertEquals(0, run(url, "bash", "migrate.sh"));

            try (ResultSet rows = statement.executeQuery("SELECT string_agg(handle || organization_id, ' ' ORDER BY handle) FROM connections")) {
                rows.next();
                assertEquals("ann1 bob2", rows.getString(1));
            }
            assertTrue(Files.readString(Path.of("target/proposed.orgscope.yaml")).contains("user_id -> users.organization_id"));
            assertTrue(Files.readString(Path.of("target/update.sql")).contains("VALIDATE CONSTRAINT"));

            assertEquals(0, run(url, "bash", "orgscope", "scan", "--spec=db/tenancy.orgscope.yaml", "--deep"));

            assertEquals(0, run(url, "bash", "scan.sh"));
            assertTrue(Files.readString(Path.of("target/scan.sarif")).contains("\"2.1.0\""));

            assertEquals(0, run(url, "liquibase", "rollback", "--tag=before-contract", "--url=" + url));
            statement.execute("INSERT INTO connections (user_id, platform, handle) VALUES (2, 'mastodon', 'bob') ON CONFLICT (user_id, platform) DO NOTHING");
            statement.execute("INSERT INTO connections (user_id, platform, handle) VALUES (2, 'pixelfed', 'bob2')");
            try (ResultSet rows = statement.executeQuery("SELECT organization_id FROM connections WHERE handle = 'bob2'")) {
                rows.next();
                assertEquals(2, rows.getInt(1), "the old application runs again, and the expansion is still there");
            }

            assertEquals(0, run(url, "liquibase", "update", "--url=" + url));
            assertEquals(0, run(url, "bash", "rollback.sh"));
            try (ResultSet columns = statement.executeQuery("SELECT FROM pg_attribute WHERE attrelid = 'connections'::regclass"
                    + " AND attname = 'organization_id'")) {
                assertTrue(!columns.next(), "the column is gone");
            }

            assertEquals(0, run(url, "liquibase", "update", "--url=" + url, "--label-filter=orgscope-expand"));
            statement.execute("SET session_replication_role = replica; UPDATE connections SET organization_id = 2 WHERE handle = 'ann';"
                    + " RESET session_replication_role");
            assertEquals(0, run(url, "bash", "repair.sh"));
            try (ResultSet rows = statement.executeQuery("SELECT organization_id FROM connections WHERE handle = 'ann'")) {
                rows.next();
                assertEquals(1, rows.getInt(1), "the wrong row is right again");
            }

            statement.execute("UPDATE databasechangeloglock SET locked = true, lockgranted = localtimestamp, lockedby = 'gone'");
            assertEquals(0, run(url, "bash", "release-locks.sh"));
            try (ResultSet lock = statement.executeQuery("SELECT FROM databasechangeloglock WHERE locked")) {
                assertTrue(!lock.next(), "the lock is free");
            }
        }
    }

    /** A folder as Liquibase's, with the jars of the class path in its lib/. */
    private Path home() throws IOException {
        Path lib = Files.createDirectories(bin.resolve("lib"));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path link = lib.resolve(Path.of(jar).getFileName());
            if (jar.endsWith(".jar") && !Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of(jar));
            }
        }
        return bin;
    }

    private int run(String url, String... command) throws IOException, InterruptedException {
        Path liquibase = bin.resolve("liquibase");
        Files.writeString(liquibase, COMMAND.formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
        assertTrue(liquibase.toFile().setExecutable(true));
        ProcessBuilder process = new ProcessBuilder("sh", "-c", "exec \"$@\"", "sh").inheritIO();
        process.command().addAll(java.util.List.of(command));
        process.environment().put("DB_URL", url);
        process.environment().put("LIQUIBASE_COMMAND_URL", url);
        process.environment().put("LIQUIBASE_HOME", home().toString());
        process.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
        return process.start().waitFor();
    }
}
