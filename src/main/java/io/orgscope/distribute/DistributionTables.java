package io.orgscope.distribute;

import io.orgscope.distribute.DistributionFacts.ColumnType;
import io.orgscope.postgres.TableName;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All tables with their kinds, and the facts about them.
 *
 * @param type the type of most organization columns, by which the tables are colocated. It is the type of the
 *             organizations' key if no table has such a column
 */
record DistributionTables(Map<TableName, Subject> subjects, Map<TableName, Placement> placements, DistributionFacts facts, ColumnType type) {

    static DistributionTables of(Map<TableName, Subject> subjects, DistributionFacts facts) {
        Map<TableName, Placement> placements = Placements.of(subjects);
        Map<ColumnType, Long> types = subjects.values().stream().filter(subject -> placements.get(subject.name()).kind() == TableKind.DISTRIBUTED)
                .map(subject -> facts.columns.get(subject.table().oid())).filter(type -> type != null && type.domain() == null)
                .collect(Collectors.groupingBy(type -> type, () -> new TreeMap<>(Comparator.comparing(ColumnType::toString)), Collectors.counting()));
        ColumnType most = types.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElseGet(() -> keyType(subjects, facts));
        return new DistributionTables(subjects, placements, facts, most);
    }

    private static ColumnType keyType(Map<TableName, Subject> subjects, DistributionFacts facts) {
        return subjects.values().stream().filter(subject -> subject.belonging() == Belonging.ORGANIZATIONS)
                .map(subject -> facts.columns.get(subject.table().oid())).filter(Objects::nonNull).map(ColumnType::withoutDomain).findFirst().orElse(null);
    }

    /** The kind that a table gets; null for one that is left out, such as one of another schema. */
    TableKind kind(TableName table) {
        Placement placement = placements.get(table);
        return placement == null ? null : placement.kind();
    }

    /** The type of a table's organization column; null if it has none. */
    ColumnType type(Subject subject) {
        return facts.columns.get(subject.table().oid());
    }

    /** Whether the rows of a table would be distributed like those of most others. */
    boolean colocated(Subject subject) {
        return type != null && type.equals(type(subject));
    }
}
