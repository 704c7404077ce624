package io.orgscope.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.Liquibases;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declaration of 500 tables is planned and expanded at once. */
class FiveHundredTablesTest {

    private static final int TABLES = 500;

    /** 00 once; 01 to 05, the routes of 02, 06, 07, 08, 09 and 10 for each table. */
    private static final int CHANGE_SETS = 1 + 11 * TABLES;

    private static final String FILE = "orgscope:\n  version: 1\n  tables:\n" + IntStream.range(0, TABLES).mapToObj(i -> """
                - table: table_%1$d
                  route:
                    - parent_id -> table_%2$d.organization_id
                    - user_id -> users.default_organization_id
                    - { path: user_id -> memberships(user_id).organization_id, where: is_active }
                  unique:
                    - { replaces: table_%1$d_user_id_kind_key, name: table_%1$d_by_organization }
                  index: idx_table_%1$d_organization_id
            """.formatted(i, (i + 1) % TABLES == 0 ? TABLES : i + 1)).collect(Collectors.joining()).indent(2);

    private DatabaseChangeLog kept;

    @Test
    void areExpandedInLittleMemory(@TempDir Path directory) throws Exception {
        Liquibases.at("offline:postgresql").in(directory).file("big.orgscope.yaml", FILE);
        expand(directory);
        kept = null;
        long before = usedMegabytes();
        expand(directory);
        assertThat(usedMegabytes() - before).as("MB kept").isLessThan(128);
    }

    /** Chained from the last to the first, which is the longest way that the order can be looked for. */
    @Test
    void areOrderedByTheirRoutes() {
        assertThat(OrgScopeFile.parse("big.orgscope.yaml", FILE, UnaryOperator.identity()).ordered()).extracting(TableDeclaration::table)
                .startsWith("table_499", "table_498").endsWith("table_0");
    }

    private static long usedMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private void expand(Path directory) throws Exception {
        kept = new OrgScopeChangeLogParser().parse("big.orgscope.yaml", new ChangeLogParameters(),
                new DirectoryResourceAccessor(directory));
        assertThat(kept.getChangeSets()).hasSize(CHANGE_SETS);
    }
}
