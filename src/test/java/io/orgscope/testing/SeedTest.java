package io.orgscope.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@PostgresTest
class SeedTest {

    @ParameterizedTest
    @EnumSource
    void theFixtureHas49TablesWithEachKeyType(KeyType keyType, TestDatabase database) throws SQLException {
        database.fixture(keyType);
        assertThat(database.number("""
                SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                """)).isEqualTo(49);
        assertThat(database.strings("""
                SELECT DISTINCT format_type(atttypid, atttypmod) FROM pg_attribute
                WHERE attname IN ('organization_id', 'default_organization_id')
                AND attrelid IN (SELECT oid FROM pg_class WHERE relkind = 'r')
                """)).containsExactly(keyType == KeyType.VARCHAR ? "character varying" : keyType.sqlType());
        assertThat(database.longs("SELECT 1 FROM pg_attribute WHERE attrelid = 'organizations'::regclass AND attidentity <> ''"))
                .hasSize(keyType == KeyType.INTEGER || keyType == KeyType.BIGINT ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void everyUserBelongsToOneOrganization(KeyType keyType, TestDatabase database) throws SQLException {
        database.fixture(keyType);
        Seed seed = Seed.of(keyType).posts(25);
        seed.into(database);
        assertThat(database.strings("SELECT id FROM organizations ORDER BY id"))
                .containsExactly(keyType.text(1), keyType.text(2), keyType.text(3));
        assertThat(database.number("""
                SELECT count(*) FROM users AS u
                JOIN user_organization_roles AS m ON m.user_id = u.id AND m.is_active AND m.organization_id = u.default_organization_id
                """)).isEqualTo(seed.users());
        assertThat(database.number("SELECT count(DISTINCT (user_id, platform)) FROM social_platform_connections"))
                .isEqualTo(seed.connections());
        assertThat(database.number("SELECT count(DISTINCT connection_id) FROM social_posts")).isEqualTo(25);
        assertThat(database.string("""
                SELECT u.default_organization_id FROM social_platform_connections AS c JOIN users AS u ON u.id = c.user_id
                WHERE c.id = ?
                """, 17)).isEqualTo(keyType.text(seed.organizationOfConnection(17)));
    }

    @ParameterizedTest
    @EnumSource
    void theApplicationCanInsertAfterwards(KeyType keyType, TestDatabase database) throws SQLException {
        database.fixture(keyType);
        Seed.of(keyType).connections(0).into(database);
        database.execute("""
                INSERT INTO organizations (name, slug) VALUES ('New', 'new');
                INSERT INTO users (email, username) VALUES ('new@example.com', 'new');
                INSERT INTO social_platform_connections (user_id, platform, platform_user_id, platform_username, access_token)
                VALUES (1, 'twitter', 'a', 'a', 'token')
                """);
        assertThat(database.flag("SELECT id = %s FROM organizations WHERE slug = 'org-1'".formatted(keyType.literal(1)))).isTrue();
    }

    @Test
    void loadsAHundredThousandConnections(TestDatabase database) throws SQLException {
        database.fixture(KeyType.UUID);
        Seed.of(KeyType.UUID).organizations(100).users(20_000).connections(100_000).into(database);
        assertThat(database.number("SELECT count(*) FROM social_platform_connections")).isEqualTo(100_000);
        assertThat(database.number("SELECT pg_table_size('social_platform_connections') / 100000")).isBetween(350L, 450L);
    }
}
