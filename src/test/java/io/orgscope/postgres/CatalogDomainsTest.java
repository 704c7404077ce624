package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Domains, and domains over domains: which type lies under those whose checks or defaults would make ADD COLUMN slow. */
@PostgresTest
class CatalogDomainsTest {

    @Test
    void findsTheTypeUnderConstrainedDomains(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE DOMAIN plain AS varchar(36);
                CREATE DOMAIN checked AS numeric(10, 2) CHECK (VALUE > 0);
                CREATE DOMAIN mandatory AS int NOT NULL;
                CREATE DOMAIN over_checked AS checked;
                CREATE DOMAIN over_plain AS plain;
                CREATE DOMAIN random AS uuid DEFAULT gen_random_uuid();
                CREATE TABLE t (a plain, b checked, c mandatory, d over_checked, e over_plain, f text, g random);
                """);

        try (Connection connection = database.connection()) {
            Table table = Catalog.of(connection, List.of(new TableName("public", "t"))).find(new TableName("public", "t")).orElseThrow();
            assertThat(table.columns()).extracting(Column::name, Column::cheapType).containsExactly(Tuple.tuple("a", "public.plain"),
                    Tuple.tuple("b", "numeric(10,2)"), Tuple.tuple("c", "integer"), Tuple.tuple("d", "numeric(10,2)"), Tuple.tuple("e", "public.over_plain"),
                    Tuple.tuple("f", "text"), Tuple.tuple("g", "uuid"));
        }
    }
}
