package io.orgscope.index;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the parts of a partitioned index are called and made of.
 *
 * @param name                 of the whole
 * @param constraintDefinition of the constraint that it belongs to, null for none
 * @param remembered           parts that were there before, by the table that they are on, as SQL
 */
record IndexParts(String name, IndexShape shape, String constraintDefinition, Map<String, Part> remembered) {

    /**
     * One part.
     *
     * @param create what builds it
     * @param dress  what makes it what it was: its constraint, its comments
     */
    record Part(String name, String create, List<String> dress) {
    }

    static IndexParts of(String name, IndexShape shape) {
        return new IndexParts(name, shape, null, Map.of());
    }

    IndexParts withConstraint(String definition) {
        return new IndexParts(name, shape, definition, remembered);
    }

    /** The name of the part that is on a partition. */
    String nameFor(TableName partition) {
        Part part = remembered.get(partition.sql());
        return part != null ? part.name() : Identifier.fitting(partition.name() + "_" + name);
    }

    /** Creates the index on a partitioned table without its partitions. */
    List<String> createAlone(TableName table, String index) {
        Part part = remembered.get(table.sql());
        List<String> statements = new ArrayList<>();
        if (part != null) {
            statements.add(part.create());
            statements.addAll(part.dress());
        } else if (constraintDefinition != null) {
            statements.add("ALTER TABLE ONLY " + table.sql() + " ADD CONSTRAINT " + Identifier.quote(index) + " " + constraintDefinition);
        } else {
            statements.add(shape.createOnly(index, table));
        }
        return statements;
    }

    /** Builds the index of a partition that holds rows, concurrently. */
    String createPart(TableName table, String index) {
        Part part = remembered.get(table.sql());
        return part != null ? part.create() : shape.create(index, table);
    }

    /** What has to be said of the index of a partition that holds rows once it is built. */
    List<String> dress(TableName table, String index) {
        Part part = remembered.get(table.sql());
        return part != null ? part.dress() : constraintDefinition == null ? List.of() : List.of("ALTER TABLE " + table.sql()
                + " ADD CONSTRAINT " + Identifier.quote(index) + " UNIQUE USING INDEX " + Identifier.quote(index));
    }
}
