package io.orgscope.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rows of a real database may look like: where each has one organization it gets it, else nothing happens. */
@PostgresTest
class DataStatesTest {

    private static final String CONNECTIONS = """
            orgscope:
              version: 1
              tables:
                - table: social_platform_connections
                  route:
                    - user_id -> users.default_organization_id
                    - user_id -> user_organization_roles(user_id).organization_id
                  unique: { replaces: idx_social_conn_user_platform }
            """;
    private static final String POSTS = CONNECTIONS
            + "    - { table: social_posts, route: connection_id -> social_platform_connections.organization_id }\n";
    private static final String NO_DEFAULT = "UPDATE users SET default_organization_id = NULL WHERE id <= 7";
    private static final String SECOND_MEMBERSHIP = """
            INSERT INTO user_organization_roles (id, user_id, organization_id, role_id, assigned_by_id)
            SELECT 'second-' || id, id, 1 + id % 3, 'member', 1 FROM users WHERE id <= 7
            """;

    private Liquibases liquibase;

    @BeforeEach
    void load(TestDatabase database, @TempDir Path directory) throws SQLException {
        database.fixture(KeyType.INTEGER);
        liquibase = Liquibases.on(database).in(directory);
    }

    @Test
    void noOrganizationsAndNoRows(TestDatabase database) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        use(POSTS).update();
        assertThat(database.flag("SELECT bool_and(attnotnull) FROM pg_attribute WHERE attname = 'organization_id'"
                + " AND attrelid IN ('social_platform_connections'::regclass, 'social_posts'::regclass)")).isTrue();
        use(POSTS).rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    @Test
    void noOrganizationsButRows(TestDatabase database) throws SQLException {
        database.execute("INSERT INTO social_platform_connections (user_id, platform, platform_user_id, platform_username, access_token)"
                + " VALUES (1, 'x', 'y', 'z', 'secret')");
        refuses(database, CONNECTIONS, "organizationTableReady", "organizations is empty and social_platform_connections is not");
    }

    @Test
    void oneMembershipWhereThereIsNoDefault(TestDatabase database) throws SQLException {
        Seed seed = Seed.of(KeyType.INTEGER).posts(10);
        seed.into(database);
        database.execute(NO_DEFAULT);
        use(POSTS).update();
        assertThat(database.number("SELECT count(*) FROM social_platform_connections c JOIN user_organization_roles m"
                + " ON (m.user_id, m.organization_id) = (c.user_id, c.organization_id)")).isEqualTo(seed.connections());
        assertThat(database.number("SELECT count(*) FROM social_posts p JOIN social_platform_connections c"
                + " ON (c.id, c.organization_id) = (p.connection_id, p.organization_id)")).isEqualTo(10);
    }

    @Test
    void twoMembershipsAndNoDefault(TestDatabase database) throws SQLException {
        Seed.of(KeyType.INTEGER).into(database);
        database.execute(NO_DEFAULT, SECOND_MEMBERSHIP);
        refuses(database, CONNECTIONS, "everyRowHasOneOrganization", "28 violations: id=", "(several organizations); …", "add a route to the table");
    }

    @Test
    void inTheLastOfSeveralTablesOnly(TestDatabase database) throws SQLException {
        Seed.of(KeyType.INTEGER).posts(3).into(database);
        database.execute(NO_DEFAULT, SECOND_MEMBERSHIP,
                "INSERT INTO memories (id, user_id, content, memory_type) VALUES (77, 2, '', '')");
        // The posts' organization is known once the connections have theirs, and the memories' is not.
        refuses(database, """
                orgscope:
                  version: 1
                  tables:
                    - table: social_posts
                      route: connection_id -> social_platform_connections.organization_id
                    - table: social_platform_connections
                      route: [ user_id -> users.default_organization_id, { organization: { slug: org-1 } } ]
                    - table: memories
                      route: user_id -> user_organization_roles(user_id).organization_id
                """, "tenancy.orgscope.yaml:9: everyRowHasOneOrganization: memories:", "1 violation: id=77 (several organizations).");
        assertThat(database.strings("SELECT id FROM databasechangelog")).isEmpty();
    }

    @Test
    void anOrganizationThatDoesNotExist(TestDatabase database) throws SQLException {
        Seed.of(KeyType.INTEGER).into(database);
        database.execute("ALTER TABLE users DROP CONSTRAINT users_default_organization_id_fkey", "UPDATE users SET default_organization_id = 999 WHERE id = 5");
        refuses(database, CONNECTIONS, "resolvedOrganizationExists", "4 violations: id=5; id=15; id=25; id=35.", "has no foreign key");
    }

    /** The organizations of a declared table are checked before those of the tables that read it. Its other columns are not. */
    @Test
    void anOrganizationThatDoesNotExistInAnotherColumnOfADeclaredTable(TestDatabase database) throws SQLException {
        Seed.of(KeyType.INTEGER).posts(10).into(database);
        database.execute("ALTER TABLE social_platform_connections ADD former int", "UPDATE social_platform_connections SET former = 999");
        refuses(database, POSTS.replace("connections.organization_id", "connections.former"), "resolvedOrganizationExists: social_posts: ", "10 violations");
        use(POSTS).update();
        assertThat(database.number("SELECT count(*) FROM social_posts WHERE organization_id IS NULL")).isZero();
    }

    @Test
    void equalsUnderANewKey(TestDatabase database) throws SQLException {
        Seed.of(KeyType.INTEGER).into(database);
        refuses(database, CONNECTIONS.replace("{ replaces: idx_social_conn_user_platform }", "{ columns: [platform] }"),
                "tenancy.orgscope.yaml:8: scopedUniqueKeyHolds", "40 rows (id=", "have the same key as a row of the same organization");
    }

    @Test
    void aColumnThatIsThereAndPartlyFilled(TestDatabase database) throws SQLException {
        Seed.of(KeyType.INTEGER).into(database);
        database.execute("INSERT INTO goals (id, user_id, title, organization_id) SELECT id, id, '', CASE WHEN id % 2 = 0 THEN default_organization_id END FROM users");
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        RowSnapshot filled = RowSnapshot.of(database, "goals.organization_id");
        Liquibases goals = use("orgscope:\n  version: 1\n  tables:\n    - { table: goals, route: user_id -> users.default_organization_id, onDelete: no action }\n");
        goals.update();
        assertThat(database.number("SELECT count(*) FROM goals g JOIN users u ON (u.id, u.default_organization_id) = (g.user_id, g.organization_id)")).isEqualTo(10);
        assertThat(database.strings("SELECT conname FROM pg_constraint WHERE conrelid = 'goals'::regclass AND confrelid = 'organizations'::regclass"))
                .as("the foreign key that was there").hasSize(1);
        goals.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
        RowSnapshot.assertSame(filled, RowSnapshot.of(database, List.of("goals.organization_id"), List.of("orgscope")));
        assertThat(database.number("SELECT count(*) FROM goals WHERE organization_id IS NOT NULL")).as("nothing is lost").isEqualTo(10);
    }

    @Test
    void aColumnThatSaysOtherwise(TestDatabase database) throws SQLException {
        Seed.of(KeyType.INTEGER).into(database);
        database.execute("INSERT INTO goals (id, user_id, title, organization_id) SELECT id, id, '', 1 FROM users");
        refuses(database, "orgscope:\n  version: 1\n  tables:\n    - { table: goals, route: user_id -> users.default_organization_id, onDelete: no action }\n",
                "storedEqualsRouted", "6 violations: id=2; id=3; id=5; id=6; id=8; …", "Rows hold another organization than their routes give");
    }

    private Liquibases use(String declaration) {
        return liquibase.changelog("tenancy.orgscope.yaml", declaration);
    }

    private void refuses(TestDatabase database, String declaration, String... messages) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database);
        RowSnapshot rows = RowSnapshot.of(database);
        assertThatThrownBy(use(declaration)::update).hasMessageContainingAll(messages);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        RowSnapshot.assertSame(rows, RowSnapshot.of(database));
        assertThat(database.strings("SELECT id FROM databasechangelog WHERE id NOT LIKE '%/00-preflight'")).isEmpty();
    }
}
