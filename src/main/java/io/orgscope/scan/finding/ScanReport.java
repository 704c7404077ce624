package io.orgscope.scan.finding;

import io.orgscope.distribute.DistributionReport;
import io.orgscope.invariant.Severity;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.scan.entity.EntityModel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a scan found.
 *
 * @param findings   what is left after the baseline, worst first
 * @param accepted   what the baseline took away, with its reason
 * @param partitions how many partitions were seen only through their parents
 * @param models     null when no entities were compared
 * @param checks     the checks of the data that were made; null when none was asked for
 * @param drift      against an earlier report; null when there was none
 * @param distribution what Citus would make of the tables; null when it was not asked for
 */
public record ScanReport(Instant at, Server server, Organizations organizations, String column, String specSource,
                         Collection<ScannedTable> tables, List<Finding> findings, List<Accepted> accepted, int partitions,
                         List<ModelMatch> models, List<DataCheck> checks, Drift drift, DistributionReport distribution) {

    /** Which database it was, and who asked. */
    public record Server(String database, String version, String role) {
    }

    /** A finding that the baseline accepts. */
    public record Accepted(Finding finding, String reason) {
    }

    /**
     * An entity and its table.
     *
     * @param table null when the database has none for it
     */
    public record ModelMatch(EntityModel model, TableName table) {
    }

    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.rule().severity() == severity).count();
    }

    public long count(TableState state) {
        return tables.stream().filter(table -> table.state() == state).count();
    }

    /** The share of the tables that have no critical finding and no warning, in whole percent, rounded down. */
    public int compliance() {
        Set<TableName> troubled = findings.stream().filter(finding -> finding.rule().severity() != Severity.INFO)
                .map(Finding::table).filter(table -> table != null).collect(Collectors.toSet());
        long clean = tables.stream().filter(table -> !troubled.contains(table.name())).count();
        return tables.isEmpty() ? 100 : (int) (clean * 100 / tables.size());
    }

    /** Whether any finding is as bad as the limit, or worse; never when the limit is null. */
    public boolean fails(Severity limit) {
        return limit != null && findings.stream().anyMatch(finding -> finding.rule().severity().compareTo(limit) <= 0);
    }

    /** The findings of each table that has any, worst first. */
    public Map<TableName, List<Finding>> byTable() {
        return findings.stream().filter(finding -> finding.table() != null).collect(Collectors.groupingBy(Finding::table));
    }

    public ScanReport against(Drift drift) {
        return new ScanReport(at, server, organizations, column, specSource, tables, findings, accepted, partitions, models,
                checks, drift, distribution);
    }
}
