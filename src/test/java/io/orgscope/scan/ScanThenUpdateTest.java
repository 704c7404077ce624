package io.orgscope.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.TableState;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scan tells to paste is pasted, and the scan is made again. */
@PostgresTest
class ScanThenUpdateTest {

    private static final Set<Rule> REMEDIED = Set.of(Rule.COLUMN_MISSING, Rule.THROUGH_PARENT, Rule.NULLABLE, Rule.FOREIGN_KEY_MISSING,
            Rule.INDEX_MISSING, Rule.UNIQUE_NOT_SCOPED);

    @TempDir
    private Path directory;

    @Test
    void theRemediesRemedy(TestDatabase database) throws Exception {
        database.fixture(KeyType.UUID);
        Seed.of(KeyType.UUID).connections(50).posts(20).into(database);
        ScanReport before = Scans.on(database).run();
        assertThat(before.findings()).extracting(Finding::rule).containsAnyElementsOf(REMEDIED);
        List<String> entries = before.findings().stream().map(Finding::remedy)
                .filter(remedy -> remedy.file() == Remedy.Target.SPEC && !remedy.lines().isEmpty())
                .map(Remedy::lines).distinct().map(Scans::decided).toList();

        Liquibases.on(database).in(directory).changelog("app.orgscope.yaml", "orgscope:\n  version: 1\n  tables:\n"
                + entries.stream().map(entry -> entry.indent(4)).collect(Collectors.joining())).update();

        ScanReport after = Scans.on(database).deeply().run();
        assertThat(after.findings()).extracting(Finding::rule).doesNotContainAnyElementsOf(REMEDIED)
                .doesNotContain(Rule.REFERENCES_CROSS, Rule.DIFFERS_FROM_ROUTE, Rule.CHECK_NOT_RUN);
        assertThat(after.count(TableState.SHOULD_BE_SCOPED)).isZero();
    }
}
