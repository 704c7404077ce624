package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.spec.OrgScopeFile;
import io.orgscope.testing.Cli;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is called. */
@PostgresTest
class PlanCommandTest {

    @TempDir
    private Path directory;
    private TestDatabase database;

    @BeforeEach
    void fixture(TestDatabase fresh) throws SQLException {
        database = fresh;
        database.fixture(KeyType.UUID);
        Seed.of(KeyType.UUID).into(database);
    }

    private String run(Map<String, ?> arguments) {
        return Liquibases.on(database).in(directory).run("orgscopePlan", arguments);
    }

    @Test
    void standardOutputHoldsTheFileAndNothingElse() throws SQLException {
        Cli.Result result = Cli.in(directory).run("orgscope-plan", "--url=" + database.url(), "--check-data=true", "--schemas=public,other");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("# yaml-language-server: $schema=").contains("\n# How each table finds its organization").endsWith("alembic_version.\n");
        assertThat(OrgScopeFile.parse("stdout", result.out()).tables()).hasSize(25);
    }

    @Test
    void anOutputFileTakesIt() throws IOException {
        Cli.Result result = Cli.in(directory).run("--output-file=plan.json", "orgscope-plan", "--url=" + database.url(), "--format=json");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(Files.readString(directory.resolve("plan.json"))).startsWith("{\n").contains("\"table\": \"social_posts\"");
    }

    @Test
    void whatIsWrongGoesToStandardErrorWithAnExitCode() {
        Cli.Result result = Cli.in(directory).run("orgscope-plan", "--url=" + database.url(), "--organizations-table=tenants");
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("There is no organizations table tenants.");
    }

    @Test
    void theOtherFormats() {
        assertThat(run(Map.of("format", "text", "checkData", true))).contains("social_posts", "connection_id ->",
                "SHARE ROW EXCLUSIVE", "idx_social_conn_user_platform");
        assertThat(run(Map.of("format", "markdown"))).contains("| `social_posts` |", "## Steps of a table, and their locks");
    }

    @Test
    void aTarget() {
        assertThat(run(Map.of("target", "citus"))).startsWith("Citus: what to distribute").contains("Left out, because it has no organization column yet: ");
        assertThat(run(Map.of("target", "citus", "format", "markdown", "checkData", true))).startsWith("# Citus: what to distribute")
                .contains("| `social_posts` | distributed |", "## Obstacles\n", "The rows were counted.", "| Shard | Organizations |");
        assertThat(run(Map.of("target", "Citus", "format", "json", "checkData", true, "shardCount", 8L))).startsWith("{\n  \"target\": \"citus\"")
                .contains("\"table\": \"users\",\n      \"kind\": \"reference\"", "\"cause\": \"primary-key\"", "\"count\": 8,");
    }

    @Test
    void aTargetThatIsNoneOrAFormatThatItDoesNotHave() {
        assertThatThrownBy(() -> run(Map.of("target", "oracle"))).hasStackTraceContaining("target has to be citus, not 'oracle'.");
        assertThatThrownBy(() -> run(Map.of("target", "citus", "format", "yaml")))
                .hasStackTraceContaining("There is no format 'yaml'. Use one of text, json, markdown.");
        Cli.Result wrong = Cli.in(directory).run("orgscope-plan", "--url=" + database.url(), "--target=citus", "--shard-count=70000");
        assertThat(wrong.exitCode()).isNotZero();
        assertThat(wrong.err()).contains("shardCount has to be from 1 to 64000");
    }

    @Test
    void aSecondRunKeepsTheFile() throws IOException {
        String first = run(Map.of());
        Files.writeString(directory.resolve("tenancy.orgscope.yaml"), first);
        assertThat(run(Map.of("spec", "tenancy.orgscope.yaml"))).isEqualTo(first);
    }

    @Test
    void nothingIsChangedUnlessAsked() throws SQLException {
        String before = database.string("SELECT string_agg(c.oid || c.relname, ',' ORDER BY c.oid) FROM pg_class c");
        run(Map.of("checkData", true));
        assertThat(database.string("SELECT string_agg(c.oid || c.relname, ',' ORDER BY c.oid) FROM pg_class c")).isEqualTo(before);
    }

    /** It is said before the plan is made, which may take long. */
    @Test
    void calibrationNeedsToMakeASchema() throws SQLException {
        var reader = database.asRole("reader_" + database.name());
        assertThatThrownBy(() -> Liquibases.on(reader).in(directory).run("orgscopePlan", Map.of("calibrate", true, "organizationsTable", "tenants")))
                .hasStackTraceContaining("GRANT CREATE ON DATABASE " + database.name() + " TO " + reader.user() + ", or leave --calibrate out");
        database.execute("ALTER ROLE " + reader.user() + " SET default_transaction_read_only = on", "GRANT CREATE ON DATABASE " + database.name() + " TO " + reader.user());
        assertThatThrownBy(() -> Liquibases.on(reader).in(directory).run("orgscopePlan", Map.of("calibrate", true, "organizationsTable", "tenants")))
                .hasStackTraceContaining("This session may only read");
    }

    @Test
    void calibrationMeasuresAndLeavesNothing() throws SQLException {
        assertThat(run(Map.of("calibrate", true))).contains("measurement on this server");
        assertThat(database.number("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'orgscope%'")).isZero();
    }
}
