package io.orgscope.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table whose rows have their organization from their parent in the same table. */
@PostgresTest
class ParentsTest {

    private static final String PARENT_FIRST = "- parent_id -> comments.organization_id\n- user_id -> users.home";
    private static final String USER_FIRST = "- user_id -> users.home\n- parent_id -> comments.organization_id";

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY, slug text UNIQUE);
                INSERT INTO organizations VALUES (1, 'one'), (2, 'two');
                CREATE TABLE users (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO users VALUES (1, 1), (2, 2), (3, NULL);
                CREATE TABLE comments (id int PRIMARY KEY, parent_id int REFERENCES comments, user_id int REFERENCES users, body json);
                INSERT INTO comments VALUES (1, NULL, 1), (2, 1, 3), (3, 2, 2), (4, 3, NULL), (5, NULL, 2), (6, 5, NULL)
                """);
    }

    @Test
    void aParentComesBeforeTheUser(TestDatabase database) throws SQLException {
        assertThat(RoutedRows.of(database, "comments", PARENT_FIRST)).isEqualTo("1=1 2=1 3=1 4=1 5=2 6=2");
    }

    @Test
    void theUserComesBeforeAParent(TestDatabase database) throws SQLException {
        assertThat(RoutedRows.of(database, "comments", USER_FIRST)).isEqualTo("1=1 2=1 3=2 4=2 5=2 6=2");
    }

    @Test
    void rowsInACircleEnd(TestDatabase database) throws SQLException {
        database.execute("INSERT INTO comments VALUES (10, NULL, NULL), (11, 10, NULL), (12, 12, NULL), (13, 13, 1); UPDATE comments SET parent_id = 11 WHERE id = 10");
        assertThat(RoutedRows.of(database, "comments", PARENT_FIRST)).endsWith("10=- 11=- 12=- 13=1");
        assertThat(RoutedRows.of(database, "comments", USER_FIRST)).endsWith("10=- 11=- 12=- 13=1");
    }

    @Test
    void conditionsHoldOnEveryStep(TestDatabase database) throws SQLException {
        assertThat(RoutedRows.of(database, "comments", "- {path: parent_id -> comments.organization_id, when: user_id IS DISTINCT FROM 2}\n"
                + "- user_id -> users.home")).as("comment 3 belongs to its user").isEqualTo("1=1 2=1 3=2 4=2 5=2 6=2");
        assertThat(RoutedRows.of(database, "comments", "- {path: parent_id -> comments.organization_id, where: id <> 2}\n"
                + "- user_id -> users.home")).as("comment 2 is nobody's parent").isEqualTo("1=1 2=1 3=2 4=2 5=2 6=2");
    }

    @Test
    void thousandsOfAncestorsAreRead(TestDatabase database) throws SQLException {
        database.execute("INSERT INTO comments SELECT n, CASE WHEN n > 100 THEN n - 1 END, CASE WHEN n = 100 THEN 2 END FROM generate_series(100, 400) n");
        assertThat(RoutedRows.of(database, "comments", PARENT_FIRST)).endsWith("399=2 400=2");
    }

    @Test
    void forwardLiveAndAsAScriptAndBack(TestDatabase database, @TempDir Path directory) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        RowSnapshot rows = RowSnapshot.of(database);
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", "orgscope:\n  version: 1\n  tables:\n"
                + "    - table: comments\n      route:\n" + PARENT_FIRST.indent(8));
        String script = liquibase.updateSql();
        liquibase.update();
        assertThat(filled(database)).isEqualTo("1=1 2=1 3=1 4=1 5=2 6=2");

        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
        RowSnapshot.assertSame(rows, RowSnapshot.of(database, List.of(), List.of("orgscope")));

        database.execute("DROP SCHEMA orgscope CASCADE; DROP TABLE databasechangelog, databasechangeloglock");
        Script.run(database, script);
        assertThat(filled(database)).isEqualTo("1=1 2=1 3=1 4=1 5=2 6=2");
    }

    /** The parent is filled in the same batch, or later. The application has chosen its organization before the rollback. */
    @Test
    void rowsBelowAChosenParentHaveItsOrganizationAfterARollback(TestDatabase database, @TempDir Path directory) throws SQLException {
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", "orgscope:\n  version: 1\n  tables:\n"
                + "    - table: comments\n      route:\n" + USER_FIRST.indent(8)).labels("orgscope-expand");
        database.execute("UPDATE comments SET user_id = NULL WHERE id = 3");
        liquibase.update();
        database.execute("UPDATE comments SET organization_id = 2 WHERE id = 1");
        assertThat(filled(database)).isEqualTo("1=2 2=2 3=2 4=2 5=2 6=2");
        liquibase.rollbackAll();
        liquibase.updateCount((int) liquibase.status().lines().filter(line -> line.contains("::orgscope")).takeWhile(line -> !line.contains("/03-")).count());
        database.execute("INSERT INTO comments VALUES (7, 2, 3)");
        assertThat(filled(database)).endsWith("6=- 7=2");

        liquibase.update();

        assertThat(filled(database)).isEqualTo("1=2 2=2 3=2 4=2 5=2 6=2 7=2");
        database.execute("UPDATE comments SET organization_id = 1 WHERE id = 1");
        assertThat(filled(database)).isEqualTo("1=1 2=1 3=1 4=1 5=2 6=2 7=1");
    }

    /** The rollback makes a side table for the routes of today. The former one has a column of the route that is not declared any more. */
    @Test
    void aRouteThatIsDeclaredNoMoreDoesNotStopTheRollback(TestDatabase database, @TempDir Path directory) throws SQLException {
        String head = "orgscope:\n  version: 1\n  tables:\n    - table: comments\n      route:\n";
        database.execute("UPDATE comments SET user_id = NULL WHERE id = 3", "ALTER TABLE comments ADD editor_id int REFERENCES users");
        Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", head + "        - editor_id -> users.home\n" + USER_FIRST.indent(8)).labels("orgscope-expand").update();
        Liquibases fewer = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", head + USER_FIRST.indent(8));
        fewer.rollbackCount((int) database.number("SELECT count(*) FROM databasechangelog") - 2);
        FaultInjection faults = new FaultInjection(database);
        for (int n = 1; !database.flag("SELECT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'zz_orgscope_keep')"); n++) {
            assertThat(faults.stops(n, () -> fewer.rollbackAll())).isTrue();
        }
        database.execute("INSERT INTO comments VALUES (7, 4, NULL, NULL, 1, 2)", "UPDATE comments SET organization_id = 2 WHERE id = 4");
        fewer.rollbackAll();
        assertThat(database.number("SELECT count(*) FROM orgscope.comments")).isPositive();
    }

    /** The cascade in one table goes on while its rows move rows of the other one. Nested in one another, a few hundred levels would exceed the stack. */
    @Test
    void treesInTwoTablesMoveLevelByLevel(TestDatabase database, @TempDir Path directory) throws SQLException {
        database.execute("""
                CREATE TABLE folders (id int PRIMARY KEY, parent_id int REFERENCES folders, user_id int REFERENCES users);
                INSERT INTO folders SELECT n, nullif(n - 1, 0), CASE WHEN n = 1 THEN 1 END FROM generate_series(1, 40) n;
                CREATE TABLE documents (id int PRIMARY KEY, parent_id int REFERENCES documents, folder_id int REFERENCES folders);
                INSERT INTO documents SELECT n, NULL, n FROM generate_series(1, 40) n
                """);
        Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - { table: folders, route: [ parent_id -> folders.organization_id, user_id -> users.home ] }
                    - { table: documents, route: [ parent_id -> documents.organization_id, folder_id -> folders.organization_id ] }
                """).labels("orgscope-expand").update();
        database.execute("CREATE TABLE depths (depth int)",
                "CREATE FUNCTION depth() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.depths VALUES (pg_trigger_depth()); RETURN NEW; END'",
                "CREATE TRIGGER depth BEFORE UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION depth()", "UPDATE users SET home = 2 WHERE id = 1");
        assertThat(database.number("SELECT count(*) FROM folders WHERE organization_id = 2")).isEqualTo(40);
        assertThat(database.number("SELECT count(*) FROM documents WHERE organization_id = 2")).isEqualTo(40);
        assertThat(database.number("SELECT max(depth) FROM depths")).isLessThan(10);
    }

    @Test
    void newRowsAndMovedRowsFollowTheirParent(TestDatabase database, @TempDir Path directory) throws SQLException {
        Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", "orgscope:\n  version: 1\n  tables:\n"
                + "    - table: comments\n      route:\n" + PARENT_FIRST.indent(8)).labels("orgscope-expand").update();
        database.execute("INSERT INTO comments VALUES (7, NULL, 2), (8, 7, 1), (9, 8, NULL)", "UPDATE comments SET parent_id = 5 WHERE id = 4");
        assertThat(filled(database)).isEqualTo("1=1 2=1 3=1 4=2 5=2 6=2 7=2 8=2 9=2");
    }

    private static String filled(TestDatabase database) throws SQLException {
        return database.organizations("comments");
    }
}
