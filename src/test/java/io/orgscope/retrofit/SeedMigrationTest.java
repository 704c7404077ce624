package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged migration of the seed report, forward and back, on its 49 tables. */
@Tag("versions")
@PostgresTest
class SeedMigrationTest {

    static final String CHANGELOG = "changelogs/orgscope/seed/social_platform_connections.orgscope.yaml";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void givesEveryConnectionItsOrganizationAndTakesItBack(KeyType type, TestDatabase database) throws SQLException {
        database.fixture(type);
        Seed seed = Seed.of(type);
        seed.into(database);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        RowSnapshot rows = RowSnapshot.of(database);
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog(CHANGELOG);

        liquibase.update();

        assertThat(database.number("SELECT count(*) FROM social_platform_connections c JOIN users u ON u.id = c.user_id"
                + " WHERE c.organization_id IS DISTINCT FROM u.default_organization_id")).isZero();
        assertThat(database.strings("""
                SELECT conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated FROM pg_constraint
                 WHERE conrelid = 'social_platform_connections'::regclass AND confrelid = 'organizations'::regclass"""))
                .containsExactly("fk_social_platform_conn_organization_id FOREIGN KEY (organization_id) REFERENCES organizations(id)"
                        + " ON DELETE CASCADE true");
        assertThat(database.strings("SELECT indexdef FROM pg_indexes WHERE tablename = 'social_platform_connections'"
                + " AND indexdef LIKE '%organization_id%' ORDER BY 1")).containsExactly(
                "CREATE INDEX idx_social_platform_conn_org_id ON public.social_platform_connections USING btree (organization_id)",
                "CREATE UNIQUE INDEX idx_social_platform_conn_org_user_platform ON public.social_platform_connections USING btree"
                        + " (organization_id, user_id, platform)");
        assertThat(database.strings("SELECT indexname::text FROM pg_indexes WHERE indexname = 'idx_social_conn_user_platform'")).isEmpty();
        // A domain with constraints would rewrite the table: its base type holds the same.
        assertThat(database.string("SELECT format_type(atttypid, atttypmod) || ' ' || attnotnull FROM pg_attribute"
                + " WHERE attrelid = 'social_platform_connections'::regclass AND attname = 'organization_id'"))
                .isEqualTo(database.string("SELECT '" + type.baseType() + "'::regtype::text") + " true");
        RowSnapshot migrated = RowSnapshot.of(database, List.of(), List.of("orgscope"));

        liquibase.rollbackAll();

        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
        RowSnapshot.assertSame(rows, RowSnapshot.of(database, List.of(), List.of("orgscope")));

        liquibase.update();
        RowSnapshot.assertSame(migrated, RowSnapshot.of(database, List.of(), List.of("orgscope")));
    }
}
