package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.format.OrgScopeYaml;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.testing.StatementListener;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A thousand tables, each with references to up to five before it: guarded by what is counted, not by a clock. */
@PostgresTest
class LargeSchemaPlanTest {

    private static final int TABLES = 1000;

    /** Every table refers to five others; between the last and the first there are more paths than could be walked. */
    private static final String SCHEMA = """
            DO $$
            BEGIN
              CREATE TABLE organizations (id bigint PRIMARY KEY, slug text UNIQUE);
              CREATE TABLE t0 (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
              FOR i IN 1..%d LOOP
                EXECUTE format('CREATE TABLE t%%s (id int PRIMARY KEY, name text UNIQUE)', i);
                FOR k IN 1..5 LOOP
                  IF i - k >= 0 THEN
                    EXECUTE format('ALTER TABLE t%%s ADD parent%%s_id int %%s REFERENCES t%%s', i, k,
                      CASE WHEN (i + k) %% 3 = 0 THEN '' ELSE 'NOT NULL' END, i - k);
                  END IF;
                END LOOP;
                IF i %% 100 = 0 THEN COMMIT; END IF;
              END LOOP;
            END $$
            """.formatted(TABLES - 2);

    @Test
    void aThousandTables(TestDatabase database) throws SQLException {
        database.execute(SCHEMA);
        AtomicInteger queries = new AtomicInteger();
        Plan plan;
        try (Connection connection = StatementListener.on(database.connection(), sql -> queries.incrementAndGet())) {
            plan = new Planner(connection, PlanOptions.of("public")).plan();
        }
        assertThat(plan.tables()).hasSize(TABLES);
        assertThat(queries.get()).as("queries").isLessThanOrEqualTo(8);
        assertThat(plan.explored()).as("references and ways looked at").isLessThan(1_000_000);
        Set<String> before = new HashSet<>();
        plan.entries().forEach(table -> {
            assertThat(table.chosen()).isNotEmpty();
            table.chosen().forEach(candidate -> candidate.waitsFor().forEach(earlier -> assertThat(before).contains(earlier.name())));
            before.add(table.table().name().name());
        });
        assertThat(plan.entries()).hasSize(TABLES - 2);
        // Most have several parents, and no chain of keys says that these agree: they are questions, and the file's entries are the rest.
        List<PlannedTable> active = plan.entries().stream().filter(PlannedTable::active).toList();
        assertThat(active).isNotEmpty();
        assertThat(OrgScopeFile.parse("plan", OrgScopeYaml.write(plan)).tables()).hasSameSizeAs(active);
    }
}
