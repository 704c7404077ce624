package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The triggers of step 02 run last. A BEFORE trigger of the user with a later name is refused. */
@PostgresTest
class LateTriggersTest {

    private static final String LATE = "CREATE TRIGGER zzz_defaults BEFORE INSERT OR UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION first_connection()";

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE connections (id int PRIMARY KEY, organization_id int REFERENCES organizations);
                INSERT INTO connections VALUES (1, 1), (2, 2);
                CREATE TABLE posts (id int PRIMARY KEY, connection_id int REFERENCES connections, title text);
                INSERT INTO posts VALUES (1, 1, 'A'), (2, 2, 'B');
                CREATE FUNCTION first_connection() RETURNS trigger LANGUAGE plpgsql AS $$
                  BEGIN NEW.connection_id := coalesce(NEW.connection_id, 1); RETURN NEW; END $$
                """);
    }

    private Liquibases declared() {
        return Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - { table: posts, route: connection_id -> connections.organization_id }
                """).labels("orgscope-expand");
    }

    private void expand() throws SQLException {
        declared().update();
        database.execute("INSERT INTO posts VALUES (3, 2)");
        assertThat(database.organizations("posts")).isEqualTo("1=1 2=2 3=2");
    }

    @Test
    void isRefusedAndCanBeRenamed() throws SQLException {
        database.execute(LATE);
        String remedy = "ALTER TRIGGER \"zzz_defaults\" ON \"public\".\"posts\" RENAME TO \"zz_0_zzz_defaults\"";
        assertThatThrownBy(this::expand).hasMessageContainingAll("c.orgscope.yaml:4: The trigger zzz_defaults of posts runs after those of step 02", remedy + ". If public.first_connection()",
                "[orgscope accepted]", "Nothing was changed.");
        database.execute(remedy);
        expand();
        database.execute("INSERT INTO posts VALUES (4)");
        assertThat(database.organizations("posts")).isEqualTo("1=1 2=2 3=2 4=1");
    }

    @Test
    void aFunctionWithAReasonInItsCommentIsAccepted() throws SQLException {
        database.execute(LATE, "COMMENT ON FUNCTION first_connection() IS '[orgscope accepted] the application sends connection_id'");
        expand();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TRIGGER a_defaults BEFORE INSERT OR UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION first_connection()",
        "CREATE TRIGGER zzz AFTER INSERT OR UPDATE ON posts FOR EACH ROW EXECUTE FUNCTION first_connection()",
        "CREATE TRIGGER zzz BEFORE DELETE ON posts FOR EACH ROW EXECUTE FUNCTION first_connection()",
        "CREATE TRIGGER zzz BEFORE INSERT OR UPDATE ON posts EXECUTE FUNCTION first_connection()",
        "CREATE TRIGGER zz_orgscope_fill_on_later BEFORE INSERT ON connections FOR EACH ROW EXECUTE FUNCTION first_connection()",
        LATE + "; ALTER TABLE posts DISABLE TRIGGER zzz_defaults"})
    void othersAreNotRefused(String trigger) throws SQLException {
        database.execute(trigger);
        expand();
    }

    /** Our trigger before it would see no move, and lock nothing. */
    @Test
    void onATableOfTheRoutes() throws SQLException {
        String late = "CREATE TRIGGER zzz_sync BEFORE UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION first_organization()";
        database.execute("CREATE FUNCTION first_organization() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.organization_id := 1; RETURN NEW; END $$", late,
                late.replace("zzz_sync BEFORE UPDATE", "zzz_new BEFORE INSERT"));
        String remedy = "ALTER TRIGGER \"zzz_sync\" ON \"public\".\"connections\" RENAME TO \"zz_0_zzz_sync\"";
        assertThatThrownBy(this::expand).hasMessageContainingAll("The trigger zzz_sync of connections runs after those of step 02",
                "a column that the routes of posts read", remedy, "[orgscope accepted]").hasMessageNotContaining("zzz_new");
        database.execute(remedy);
        expand();
    }

    @Test
    void onMembershipsAlsoOfAnInsert() throws SQLException {
        database.execute("CREATE TABLE users (id int PRIMARY KEY)", "INSERT INTO users VALUES (1)", "ALTER TABLE posts ADD COLUMN user_id int REFERENCES users",
                "CREATE TABLE members (user_id int REFERENCES users, organization_id int REFERENCES organizations)",
                "CREATE FUNCTION first_user() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.user_id := 1; RETURN NEW; END $$",
                "CREATE TRIGGER zzz_member BEFORE INSERT ON members FOR EACH ROW EXECUTE FUNCTION first_user()",
                "INSERT INTO members VALUES (1, 1)", "UPDATE posts SET user_id = 1, connection_id = 1");
        assertThatThrownBy(() -> Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - { table: posts, route: user_id -> members(user_id).organization_id }
                """).update()).hasMessageContaining("The trigger zzz_member of members runs after those of step 02");
    }

    /** The triggers of the library are there. They do not count. */
    @Test
    void oneThatComesLaterIsRefusedByTheNextUpdate() throws SQLException {
        expand();
        declared().update();
        database.execute(LATE, "DELETE FROM databasechangelog WHERE id LIKE '%00-preflight%'");
        assertThatThrownBy(() -> declared().update()).hasMessageContaining("The trigger zzz_defaults of posts runs after");
    }

    @Test
    void ofPartitions() throws SQLException {
        database.execute("DROP TABLE posts; CREATE TABLE posts (id int, connection_id int REFERENCES connections) PARTITION BY RANGE (id);"
                + " CREATE TABLE posts_low PARTITION OF posts FOR VALUES FROM (0) TO (2); CREATE TABLE posts_high PARTITION OF posts DEFAULT;"
                + " INSERT INTO posts VALUES (1, 1), (2, 2)", LATE, LATE.replace("zzz_defaults", "zzz_alone").replace("ON posts", "ON posts_low"));
        assertThatThrownBy(this::expand).hasMessageContainingAll("The trigger zzz_defaults of posts runs after", "The trigger zzz_alone of posts_low runs after")
                .hasMessageNotContainingAny("The trigger zzz_defaults of posts_");
        database.execute("ALTER TRIGGER zzz_defaults ON posts RENAME TO zz_0_zzz_defaults", "ALTER TRIGGER zzz_alone ON posts_low RENAME TO zz_0_zzz_alone");
        if (database.number("SELECT current_setting('server_version_num')::int") < 150000) {
            assertThatThrownBy(this::expand).hasMessageContainingAll("The trigger zzz_defaults of posts_low runs after", "The trigger zzz_defaults of posts_high runs after");
            database.execute("ALTER TRIGGER zzz_defaults ON posts_low RENAME TO zz_0_zzz_defaults", "ALTER TRIGGER zzz_defaults ON posts_high RENAME TO zz_0_zzz_defaults");
        }
        expand();
    }
}
