package io.orgscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.scan.ScanCommand;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line without Liquibase says what Liquibase's says. */
@PostgresTest
class MainTest {

    private record Result(int exitCode, String out, String err) {
    }

    private static Result run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(arguments, environment, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Result run(String... arguments) {
        return run(Map.of(), arguments);
    }

    @Test
    void theReportsAreThoseOfLiquibase(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        assertThat(run("plan", "--url=" + database.url(), "--check-data").out())
                .isEqualTo(Liquibases.on(database).run("orgscopePlan", Map.of("checkData", true)));
        assertThat(run("plan", "--url=" + database.url(), "--target=citus").out())
                .isEqualTo(Liquibases.on(database).run("orgscopePlan", Map.of("target", "citus"))).contains("distributed");
        Result scan = run("scan", "--url", database.url(), "--sample", "10", "--deep");
        assertThat(scan.exitCode()).isEqualTo(ScanCommand.FOUND);
        assertThat(scan.out()).isEqualTo(Liquibases.on(database).run("orgscopeScan", Map.of("deep", true, "sample", 10L, "failOn", "never")))
                .contains("CRITICAL");
        assertThat(scan.err()).startsWith("orgscope-scan: ").contains(" critical, ");
    }

    @Test
    void theEnvironmentAndFiles(TestDatabase database, @TempDir Path directory) throws Exception {
        database.execute("CREATE SCHEMA app; CREATE TABLE app.organizations (id int PRIMARY KEY); CREATE TABLE app.notes"
                + " (id int PRIMARY KEY, organization_id int NOT NULL REFERENCES app.organizations)");
        Path file = directory.resolve("scan.json");
        Result result = run(Map.of("LIQUIBASE_COMMAND_URL", database.url(), "LIQUIBASE_COMMAND_DEFAULT_SCHEMA_NAME", "app"),
                "scan", "--format=json", "--fail-on=never", "--output-file=" + file);
        assertThat(result).isEqualTo(new Result(0, "", ""));
        assertThat(Files.readString(file)).contains("\"report\": \"orgscope-scan\"", "notes");
    }

    @Test
    void whatIsWrongGoesToStandardError(TestDatabase database) {
        String url = "--url=" + database.url();
        assertThat(run("sacn").err()).isEqualTo("There is no command 'sacn'. Use one of scan, plan.\n");
        assertThat(run("plan", url, "--chek-data").err()).startsWith("There is no option --chek-data. Use one of --url, ");
        assertThat(run("plan", url, "--check-data=often").err()).isEqualTo("The option --check-data needs true or false.\n");
        assertThat(run("scan", url, "--sample=few").err()).isEqualTo("The option --sample needs a number.\n");
        assertThat(run("plan", url, "--check-data", "--statement-timeout=soon").err())
                .isEqualTo("statementTimeout has to be a duration such as 50ms, 2s or 10min, not 'soon'.\n");
        assertThat(run("scan", url, "--spec").err()).isEqualTo("The option --spec needs a value.\n");
        assertThat(run("scan", url, "--spec=nowhere.yaml").err()).isEqualTo("There is no file nowhere.yaml. Correct the path. A relative path starts"
                + " at the working directory.\n");
        assertThat(run("scan").err()).startsWith("Name the database: --url=");
        Result refused = run("scan", "--url=jdbc:postgresql://localhost:1/none", "--username=ann", "--password=s3cret");
        assertThat(refused.exitCode()).isOne();
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).startsWith("The database refused: ").doesNotContain("s3cret");
        assertThat(run("plan", url).exitCode()).as("there is no table of the organizations").isOne();
    }

    @Test
    void aReportThatCannotBeWrittenSaysWhere(TestDatabase database, @TempDir Path directory) throws SQLException {
        database.execute("CREATE TABLE organizations (id int PRIMARY KEY)");
        Path file = directory.resolve("missing").resolve("scan.txt");
        Result refused = run("scan", "--url=" + database.url(), "--fail-on=never", "--output-file=" + file);
        assertThat(refused).isEqualTo(new Result(1, "", "The report cannot be written to " + file + " (NoSuchFileException). Name a file in a folder that"
                + " exists and that you may write, then run the command again.\n"));
    }

    /** A parameter works in a changelog only. The remedy for a changelog would not help here. */
    @Test
    void aParameterInAFileOfTheCommandIsToldFromOneOfAChangelog(TestDatabase database, @TempDir Path directory) throws Exception {
        database.execute("CREATE TABLE organizations (id int PRIMARY KEY)");
        String path = Files.writeString(directory.resolve("tenancy.orgscope.yaml"), "orgscope:\n  version: 1\n  schema: ${schema}\n  tables: []\n").toString();
        String told = path + ":3: The commands do not read the properties of a changelog. Write the value instead of '${schema}' in this file.";
        for (String command : List.of("scan", "plan")) {
            assertThat(run(command, "--url=" + database.url(), "--spec=" + path).err()).isEqualTo(told + "\n");
        }
        assertThatThrownBy(() -> Liquibases.on(database).run("orgscopeRepair", Map.of("spec", path))).hasMessageContaining(told);
    }

    @Test
    void help() {
        assertThat(run().out()).contains("scan  Check every table", "plan  Find the routes");
        assertThat(run("plan", "--help").out()).contains("--check-data\n", "--url\n", "(60s)");
    }
}
