package io.orgscope.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class LiquibasesTest {

    private static final String MASTER = """
            databaseChangeLog:
              - include: {file: db/one.sql}
              - changeSet:
                  id: tagged
                  author: test
                  changes: [{tagDatabase: {tag: v1}}]
              - include: {file: db/two.sql}
            """;
    private static final String ONE = """
            --liquibase formatted sql
            --changeset test:one
            CREATE TABLE ${orgscope.table} (id int);
            --rollback DROP TABLE ${orgscope.table};
            """;
    private static final String TWO = """
            --liquibase formatted sql
            --changeset test:two labels:late context:production
            CREATE TABLE two (id int);
            --rollback DROP TABLE two;
            """;

    private Liquibases liquibase;

    @BeforeEach
    void changelogs(TestDatabase database, @TempDir Path directory) {
        liquibase = Liquibases.on(database).in(directory).file("db/one.sql", ONE).file("db/two.sql", TWO)
                .changelog("db/master.yaml", MASTER).parameter("orgscope.table", "one");
    }

    @Test
    void updatesAndRollsBack(TestDatabase database) throws SQLException {
        liquibase.update();
        assertThat(tables(database)).containsExactly("one", "two");
        liquibase.rollback("v1");
        assertThat(tables(database)).containsExactly("one");
        liquibase.rollbackCount(2);
        assertThat(tables(database)).isEmpty();
        liquibase.updateTestingRollback();
        assertThat(tables(database)).containsExactly("one", "two");
    }

    @Test
    void updatesInPart(TestDatabase database) throws SQLException {
        liquibase.updateCount(1);
        assertThat(liquibase.status()).contains("two.sql::two::test").doesNotContain("one.sql::one::test");
        liquibase.labels("!late").update();
        liquibase.contexts("test").update();
        assertThat(tables(database)).containsExactly("one");
        liquibase.updateToTag("v1");
        liquibase.tag("by hand");
        liquibase.contexts("production").labels("late").update();
        assertThat(tables(database)).containsExactly("one", "two");
        liquibase.rollback("by hand");
        assertThat(tables(database)).containsExactly("one");
    }

    @Test
    void writesSqlInsteadOfRunningIt(TestDatabase database) throws SQLException {
        assertThat(liquibase.updateSql()).contains("CREATE TABLE one (id int);", "CREATE TABLE two");
        assertThat(liquibase.futureRollbackSql()).contains("DROP TABLE one;", "DROP TABLE two;");
        assertThat(tables(database)).isEmpty();
        Script.run(database, liquibase.updateSql());
        assertThat(tables(database)).containsExactly("one", "two");
        assertThat(liquibase.rollbackSql("v1")).contains("DROP TABLE two;").doesNotContain("DROP TABLE one;");
        assertThat(liquibase.rollbackCountSql(3)).contains("DROP TABLE one;");
    }

    @Test
    void writesSqlWithoutADatabase(TestDatabase database) throws SQLException {
        String sql = liquibase.offline().updateSql();
        assertThat(sql).contains("CREATE TABLE one (id int);", "CREATE TABLE two").doesNotContain("${");
        assertThat(tables(database)).isEmpty();
    }

    @Test
    void validatesAndFailsWithLiquibasesMessage() {
        liquibase.validate();
        Liquibases broken = liquibase.changelog("db/broken.sql", """
                --liquibase formatted sql
                --changeset test:broken
                SELECT 1 / 0;
                """);
        assertThatThrownBy(broken::update).isInstanceOf(Liquibases.Failed.class)
                .hasMessageContaining("db/broken.sql::broken::test").hasMessageContaining("division by zero");
    }

    @Test
    void runsAsTheRoleOfALogin(TestDatabase database) throws SQLException {
        assertThatThrownBy(() -> Liquibases.on(database.asRole("nobody_special")).changelog("missing.yaml").update())
                .isInstanceOf(Liquibases.Failed.class);
        Login owner = database.asOwner("migrator");
        Liquibases.on(owner).changelog("io/orgscope/testing/classpath.sql").update();
        assertThat(database.strings("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("migrator");
    }

    @Test
    void keepsWhatItTellsTheUser() {
        liquibase.update();
        assertThat(liquibase.messages()).anyMatch(message -> message.contains("Running Changeset: db/one.sql::one::test"));
    }

    private static List<String> tables(Login login) throws SQLException {
        return login.strings("""
                SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                AND relname !~ '^databasechangelog' ORDER BY relname
                """);
    }
}
