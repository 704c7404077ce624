package io.orgscope.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Cli;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong declaration is an error with file, line and what to do, before anything is changed. */
@PostgresTest
class WrongInputTest {

    private static final String FILE = "db/tenancy.orgscope.yaml";
    private static final String MASTER = "databaseChangeLog:\n  - include: { file: " + FILE + " }\n";

    /** Changes with whatever is made or dropped. */
    private static final String OBJECTS = """
            SELECT (SELECT count(*) FROM pg_class), (SELECT count(*) FROM pg_attribute), (SELECT count(*) FROM pg_constraint),
              (SELECT count(*) FROM pg_trigger), (SELECT count(*) FROM pg_proc), (SELECT count(*) FROM pg_description),
              (SELECT count(*) FROM pg_namespace)
            """;

    private static TestDatabase database;
    private static CatalogSnapshot catalog;
    private static RowSnapshot rows;
    private static List<List<String>> objects;

    @TempDir
    Path directory;

    @BeforeAll
    static void load(TestDatabase shared) throws SQLException {
        database = shared;
        database.fixture(KeyType.INTEGER);
        Seed.of(KeyType.INTEGER).posts(10).into(database);
        database.execute(WrongForDatabase.OBJECTS);
        database.execute("CREATE TABLE databasechangelog (id text, author text, filename text, dateexecuted timestamp, orderexecuted int,"
                + " exectype text, md5sum text, description text, comments text, tag text, liquibase text, contexts text, labels text,"
                + " deployment_id text); CREATE TABLE databasechangeloglock (id int PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp,"
                + " lockedby text)");
        catalog = CatalogSnapshot.of(database);
        rows = RowSnapshot.of(database);
        objects = database.rows(OBJECTS);
    }

    static Stream<WrongCase> cases() {
        return Stream.concat(WrongDeclarations.all(), WrongForDatabase.all());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAnErrorWithItsLineAndChangesNothing(WrongCase wrong) throws SQLException, IOException {
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("master.yaml", MASTER).file(FILE, "");
        Files.write(directory.resolve(FILE), wrong.yaml());

        assertThatThrownBy(liquibase::update).hasMessageContaining(FILE + ":" + wrong.line() + ": ")
                .hasMessageContainingAll(wrong.messages().toArray(String[]::new))
                .message().satisfies(message -> assertThat(message.lines().filter(line -> line.contains(FILE + ":")).count()).isEqualTo(1));

        assertUntouched();
    }

    /** Without a declaration there is no step 00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"id -> accounts(id).organization_id | accounts, which is inherited by other tables",
            "user_id -> active_users(id).default_organization_id | active_users, which is a view",
            "computed -> users(id).default_organization_id | tickets.computed, a generated column"})
    void isAnErrorOfStepOneByHandToo(String route, String message) throws SQLException {
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("master.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: test
                      runInTransaction: false
                      changes:
                        - addOrganizationColumn: { tableName: tickets, route: %s }
                """.formatted(route));
        assertThatThrownBy(liquibase::update).hasMessageContaining(message).hasMessageContaining("Nothing was changed.");
        assertUntouched();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() throws SQLException {
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("master.yaml", MASTER).file(FILE, """
                orgscope:
                  version: 1
                  tables:
                    - table: social_post
                      route: connection_id -> social_platform_connections.organization_id
                    - table: memories
                      route: owner_id -> users.default_organization_id
                """);
        assertThatThrownBy(liquibase::update).hasMessageContaining(FILE + ":4: ").hasMessageContaining("'social_posts'")
                .hasMessageContaining(FILE + ":7: ").hasMessageContaining("memories.owner_id")
                .hasMessageContaining("Nothing was changed.");
        assertUntouched();
    }

    @Test
    void endsTheCommandLineWithAnError() throws SQLException, IOException {
        Files.createDirectories(directory.resolve("db"));
        Files.writeString(directory.resolve(FILE), "orgscope:\n  version: 1\n  tables:\n    - table: usrs\n      route: id -> users.id\n");
        Files.writeString(directory.resolve("master.yaml"), MASTER);
        Cli.Result result = Cli.in(directory).run("update", "--url", database.url(), "--changelog-file", "master.yaml");
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.err()).contains(FILE + ":4: There is no table usrs. Did you mean 'users'?");
        assertUntouched();
    }

    /** After all of them, for it takes its time. */
    @AfterAll
    static void nothingWasChanged() throws SQLException {
        CatalogSnapshot.assertSame(catalog, CatalogSnapshot.of(database));
        RowSnapshot.assertSame(rows, RowSnapshot.of(database));
    }

    private static void assertUntouched() throws SQLException {
        assertThat(database.rows(OBJECTS)).isEqualTo(objects);
        assertThat(database.strings("SELECT id FROM databasechangelog")).isEmpty();
    }
}
