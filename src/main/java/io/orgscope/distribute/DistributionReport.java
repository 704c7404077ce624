package io.orgscope.distribute;

import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How Citus would distribute the tables of a database.
 *
 * @param counted whether the rows of the organizations were counted
 * @param tables  by name
 */
public record DistributionReport(Organizations organizations, boolean counted, List<Entry> tables, Shards shards) {

    /** The number of shards that Citus makes of a table by default ({@code citus.shard_count}). */
    public static final int SHARDS = 32;

    /**
     * One table.
     *
     * @param spread of a distributed table; null for the others
     */
    public record Entry(Subject subject, TableKind kind, String reason, List<Obstacle> obstacles, Spread spread) {

        /** What has to be gone before Citus can distribute the table. */
        public List<Obstacle> blocking() {
            return obstacles.stream().filter(Obstacle::blocking).toList();
        }

        /** What works in another way after Citus has distributed the table. */
        public List<Obstacle> differences() {
            return obstacles.stream().filter(obstacle -> !obstacle.blocking()).toList();
        }
    }

    /**
     * Makes the report. It reads the catalog, and rows only through {@code reader}.
     *
     * @param reader null to use only statistics
     * @throws SQLException if the catalog cannot be read
     */
    public static DistributionReport of(Connection connection, Organizations organizations, Collection<Subject> all, int shardCount, RowReader reader)
            throws SQLException {
        Map<TableName, Subject> subjects = new TreeMap<>();
        all.forEach(subject -> subjects.put(subject.name(), subject));
        DistributionTables tables = DistributionTables.of(subjects, DistributionFacts.of(connection, all));
        List<Subject> distributed = subjects.values().stream().filter(subject -> tables.kind(subject.name()) == TableKind.DISTRIBUTED).toList();
        Map<TableName, Spread> spreads = new Spreads(connection, tables, reader).find(distributed);
        Map<TableName, Long> bytes = new HashMap<>();
        distributed.forEach(subject -> bytes.put(subject.name(), subject.table().bytes()));
        List<Entry> entries = new ArrayList<>();
        for (Subject subject : subjects.values()) {
            Placement placement = tables.placements().get(subject.name());
            entries.add(new Entry(subject, placement.kind(), placement.reason(), obstacles(tables, subject), spreads.get(subject.name())));
        }
        return new DistributionReport(organizations, reader != null, List.copyOf(entries), Shards.of(shardCount, spreads, bytes));
    }

    private static List<Obstacle> obstacles(DistributionTables tables, Subject subject) {
        TableKind kind = tables.kind(subject.name());
        List<Obstacle> all = new ArrayList<>();
        if (kind == TableKind.DISTRIBUTED) {
            all.addAll(KeyObstacles.of(tables, subject));
        }
        all.addAll(ReferenceObstacles.of(tables, subject));
        all.addAll(ObjectObstacles.of(tables, subject));
        if (kind != TableKind.LOCAL) {
            all.addAll(PartitionObstacles.of(tables, subject));
        }
        return List.copyOf(all);
    }

    /** The tables that get this kind, by name. */
    public List<Entry> ofKind(TableKind kind) {
        return tables.stream().filter(entry -> entry.kind() == kind).toList();
    }
}
