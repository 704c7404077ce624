package io.orgscope.scan.finding;

import io.orgscope.distribute.DistributionReport;
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
 * The result of a scan.
 *
 * @param specLines    the line of each declared table in the {@code .orgscope.yaml}
 * @param findings     the findings without those that the baseline accepts, worst first
 * @param accepted     the findings that the baseline accepts, with the reasons
 * @param partitions   the number of partitions, which are checked only through their tables
 * @param models       null if no entities were compared
 * @param checks       the checks of the data; null if the data was not checked
 * @param drift        the differences to an earlier report; null if there is none
 * @param distribution how Citus would distribute the tables; null if this was not asked for
 */
public record ScanReport(Instant at, Server server, Organizations organizations, String column, String specSource,
                         Map<TableName, Integer> specLines, Collection<ScannedTable> tables, List<Finding> findings, List<Accepted> accepted, int partitions,
                         List<ModelMatch> models, List<DataCheck> checks, Drift drift, DistributionReport distribution) {

    /** The database and the role of the scan. */
    public record Server(String database, String version, String role) {
    }

    /** A finding that the baseline accepts. */
    public record Accepted(Finding finding, String reason) {
    }

    /**
     * An entity and its table.
     *
     * @param table null if the database has no table for it
     */
    public record ModelMatch(EntityModel model, TableName table) {
    }

    /** The number of findings that were not accepted. */
    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.rule().severity() == severity).count();
    }

    /** The number of tables in this state. */
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

    /** Whether any finding is at least as severe as the limit; never if the limit is null. */
    public boolean fails(Severity limit) {
        return limit != null && findings.stream().anyMatch(finding -> finding.rule().severity().compareTo(limit) <= 0);
    }

    /** The findings of each table with findings, worst first. */
    public Map<TableName, List<Finding>> byTable() {
        return findings.stream().filter(finding -> finding.table() != null).collect(Collectors.groupingBy(Finding::table));
    }

    /** This report with the differences to an earlier report. */
    public ScanReport against(Drift drift) {
        return new ScanReport(at, server, organizations, column, specSource, specLines, tables, findings, accepted, partitions, models,
                checks, drift, distribution);
    }
}
