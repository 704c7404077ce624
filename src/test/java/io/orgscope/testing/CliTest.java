package io.orgscope.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import liquibase.util.LiquibaseUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class CliTest {

    @TempDir
    private Path directory;

    @Test
    void printsItsVersion() {
        Cli.Result result = Cli.in(directory).run("--version");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("Version: " + LiquibaseUtil.getBuildVersion());
    }

    @Test
    void updatesAndKeepsScriptsOnStdout(TestDatabase database) throws Exception {
        Files.writeString(directory.resolve("master.sql"), """
                --liquibase formatted sql
                --changeset test:one
                CREATE TABLE ${orgscope.table} (id int);
                """);
        String[] common = {"--url", database.url(), "--changelog-file", "master.sql", "-Dorgscope.table=one"};
        Cli.Result sql = Cli.in(directory).run(command("update-sql", common));
        assertThat(sql.exitCode()).as(sql.err()).isZero();
        assertThat(sql.out()).startsWith("--").contains("CREATE TABLE one (id int);");
        Script.run(database, sql.out());
        Cli.Result update = Cli.in(directory).run(command("update", common));
        assertThat(update.exitCode()).as(update.err()).isZero();
        assertThat(database.string("SELECT to_regclass('one')")).isEqualTo("one");
    }

    @Test
    void tellsAFailureByItsExitCode() {
        Cli.Result result = Cli.in(directory).run("update", "--url", "jdbc:postgresql://localhost:1/none", "--changelog-file", "none.sql");
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.err()).contains("localhost:1");
    }

    @Test
    void killsWhatStillRuns(TestDatabase database) throws Exception {
        Files.writeString(directory.resolve("slow.sql"), """
                --liquibase formatted sql
                --changeset test:slow
                SELECT pg_advisory_lock(42), pg_sleep(600);
                """);
        try (Cli.Running running = Cli.in(directory).start("update", "--url", database.url(), "--changelog-file", "slow.sql")) {
            Waiting.until("the change set runs", () -> database.flag("SELECT EXISTS (SELECT FROM pg_locks WHERE objid = 42)"));
            running.kill();
            assertThat(running.process().isAlive()).isFalse();
        }
        assertThat(database.flag("SELECT locked FROM databasechangeloglock")).isTrue();
    }

    private static String[] command(String name, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = name;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return command;
    }
}
