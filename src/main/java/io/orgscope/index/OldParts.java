package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An old index of a partitioned table that step 09 drops and a rollback may build again, with the names of its parts, as
 * one text.
 */
final class OldParts {

    /** Separates tables. No statement of ours has this line break. */
    private static final String PART = "\n--part\n";

    private OldParts() {
    }

    /**
     * The text for an index of the partitioned table.
     *
     * @param parts the index and its parts
     */
    static String remember(Map<TableName, Index> parts, Table table, Catalog tree) {
        Index old = parts.get(table.name());
        List<String> all = new ArrayList<>();
        all.add(String.join(OldIndex.NEXT, IndexShape.of(old, table.name()).placed(), old.constraint() == null ? "" : constraint(old, table)));
        parts.forEach((name, index) -> all.add(part(index, name.equals(table.name()) ? table : tree.find(name).orElseThrow())));
        return String.join(PART, all);
    }

    private static String part(Index index, Table table) {
        String restore = OldIndex.restore(index, table.name());
        if (table.kind() == 'p') {
            List<String> statements = new ArrayList<>(IndexParts.of(index.name(), IndexShape.of(index, table.name()))
                    .withConstraint(index.constraint() == null ? null : constraint(index, table)).createAlone(table.name(), index.name()));
            statements.addAll(OldIndex.statistics(index, table.name()));
            statements.addAll(OldIndex.comments(index, table.name()));
            restore = String.join(OldIndex.NEXT, statements);
        }
        return String.join(OldIndex.NEXT, table.name().sql(), index.name(), restore);
    }

    private static String constraint(Index index, Table table) {
        return index.constraintDefinition() + IndexShape.of(index, table.name()).ofConstraint();
    }

    /** The text if nothing is known about the parts. */
    static String none(Index old, TableName table) {
        return IndexShape.of(old, table).placed() + OldIndex.NEXT;
    }

    /** Reads such a text. */
    static IndexParts parts(String name, String text) {
        String[] all = text.split(PART);
        String[] head = all[0].split(OldIndex.NEXT, -1);
        Map<String, IndexParts.Part> remembered = new HashMap<>();
        for (String part : Arrays.asList(all).subList(1, all.length)) {
            List<String> lines = List.of(part.split(OldIndex.NEXT));
            remembered.put(lines.get(0), new IndexParts.Part(lines.get(1), lines.get(2), lines.subList(3, lines.size())));
        }
        return new IndexParts(name, IndexShape.ofPlaced(head[0]), head[1].isEmpty() ? null : head[1], remembered);
    }
}
