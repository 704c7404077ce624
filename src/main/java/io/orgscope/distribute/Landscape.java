package io.orgscope.distribute;

import io.orgscope.distribute.Surroundings.ColumnType;
import io.orgscope.postgres.TableName;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All tables with their kinds, and the objects around them.
 *
 * @param type the type of most organization columns, by which the tables are colocated. It is the type of the
 *             organizations' key if no table has such a column
 */
record Landscape(Map<TableName, Subject> subjects, Map<TableName, Placement> placements, Surroundings surroundings, ColumnType type) {

    static Landscape of(Map<TableName, Subject> subjects, Surroundings surroundings) {
        Map<TableName, Placement> placements = Placements.of(subjects);
        Map<ColumnType, Long> types = subjects.values().stream().filter(subject -> placements.get(subject.name()).kind() == TableKind.DISTRIBUTED)
                .map(subject -> surroundings.columns().get(subject.table().oid())).filter(type -> type != null && type.domain() == null)
                .collect(Collectors.groupingBy(type -> type, () -> new TreeMap<>(Comparator.comparing(ColumnType::toString)), Collectors.counting()));
        ColumnType most = types.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElseGet(() -> keyType(subjects, surroundings));
        return new Landscape(subjects, placements, surroundings, most);
    }

    private static ColumnType keyType(Map<TableName, Subject> subjects, Surroundings surroundings) {
        return subjects.values().stream().filter(subject -> subject.belonging() == Belonging.ORGANIZATIONS)
                .map(subject -> surroundings.columns().get(subject.table().oid())).filter(Objects::nonNull).map(ColumnType::withoutDomain).findFirst().orElse(null);
    }

    /** The kind that a table gets; null for one that is left out, such as one of another schema. */
    TableKind kind(TableName table) {
        Placement placement = placements.get(table);
        return placement == null ? null : placement.kind();
    }

    /** The type of a table's organization column; null if it has none. */
    ColumnType type(Subject subject) {
        return surroundings.columns().get(subject.table().oid());
    }

    /** Whether the rows of a table would be distributed like those of most others. */
    boolean colocated(Subject subject) {
        return type != null && type.equals(type(subject));
    }
}
