package io.orgscope.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that all belong to one organization, found by its name or made. */
@PostgresTest
class NamedOrganizationTest {

    private static final String ROWS = "SELECT id, xmin::text, ctid::text FROM research_data ORDER BY id";
    private static final String FILE = "SELECT relfilenode FROM pg_class WHERE oid = 'research_data'::regclass";

    @TempDir
    Path directory;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        Seed.of(KeyType.UUID).into(database);
        database.execute("INSERT INTO research_data (title, content) SELECT n, n FROM generate_series(1, 100) n");
    }

    @Test
    void oneThatIsThereTouchesNoRow(TestDatabase database) throws SQLException {
        List<List<String>> rows = database.rows(ROWS);
        String file = database.string(FILE);
        Liquibases liquibase = declare(database, "{ organization: { slug: org-2 } }");
        liquibase.labels("orgscope-expand").update();
        assertThat(database.strings("SELECT DISTINCT organization_id FROM research_data")).containsExactly(KeyType.UUID.text(2));
        assertThat(database.rows(ROWS)).as("no row was written").isEqualTo(rows);
        assertThat(database.string(FILE)).as("the table was not rewritten").isEqualTo(file);
        database.execute("INSERT INTO research_data (title, content) VALUES ('old application', '')");
        liquibase.update();
        assertThat(database.number("SELECT count(*) FROM research_data WHERE organization_id = '" + KeyType.UUID.text(2) + "'")).isEqualTo(101);
        assertThat(database.string("SELECT count(*) FROM pg_attrdef d JOIN pg_attribute a ON (a.attrelid, a.attnum) = (d.adrelid, d.adnum)"
                + " WHERE a.attname = 'organization_id' AND a.attrelid = 'research_data'::regclass")).as("defaults").isEqualTo("0");
    }

    @Test
    void oneThatIsNotThereIsMade(TestDatabase database) throws SQLException {
        List<List<String>> rows = database.rows(ROWS);
        declare(database, "{ organization: { slug: default-org }, create: { name: Default Organization } }").update();
        assertThat(database.strings("SELECT o.slug || '/' || o.name FROM organizations o JOIN research_data r ON r.organization_id = o.id GROUP BY o.id"))
                .containsExactly("default-org/Default Organization");
        assertThat(database.rows(ROWS)).isEqualTo(rows);
    }

    @Test
    void asTheLastOfSeveralRoutes(TestDatabase database) throws SQLException {
        database.execute("ALTER TABLE research_data ADD COLUMN user_id int REFERENCES users", "UPDATE research_data SET user_id = id WHERE id <= 10");
        Liquibases liquibase = declare(database, "[ user_id -> users.default_organization_id, { organization: { slug: rest }, create: { name: Rest } } ]");
        liquibase.labels("orgscope-expand").update();
        assertThat(database.strings("SELECT o.slug || ' ' || count(*) FROM research_data r JOIN organizations o ON o.id = r.organization_id GROUP BY o.slug ORDER BY 1"))
                .isEqualTo(database.strings("SELECT slug || ' ' || n FROM (SELECT o.slug, count(*) n FROM users u JOIN organizations o ON o.id = u.default_organization_id"
                        + " WHERE u.id <= 10 GROUP BY 1 UNION ALL SELECT 'rest', 90) v ORDER BY slug || ' ' || n"));
        database.execute("INSERT INTO research_data (title, content) VALUES ('old application', '')");
        assertThat(database.string("SELECT o.slug FROM research_data r JOIN organizations o ON o.id = r.organization_id WHERE title = 'old application'"))
                .isEqualTo("rest");
    }

    @Test
    void andWhatIsChainedToItFollows(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE quotes (id int PRIMARY KEY, research_id int REFERENCES research_data); INSERT INTO quotes SELECT id, id FROM research_data");
        Liquibases.on(database).in(directory).changelog("tenancy.orgscope.yaml", """
                orgscope:
                  version: 1
                  tables:
                    - { table: quotes, route: research_id -> research_data.organization_id }
                    - { table: research_data, route: { organization: { slug: made }, create: { name: Made } } }
                """).update();
        assertThat(database.strings("SELECT DISTINCT o.slug FROM quotes q JOIN organizations o ON o.id = q.organization_id")).containsExactly("made");
    }

    private Liquibases declare(TestDatabase database, String route) {
        return Liquibases.on(database).in(directory).changelog("tenancy.orgscope.yaml",
                "orgscope:\n  version: 1\n  tables:\n    - table: research_data\n      route: " + route + "\n");
    }
}
