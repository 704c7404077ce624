package io.orgscope.index;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names and the definitions of the parts of a partitioned index.
 *
 * @param name                 the name of the whole index
 * @param shape                its definition; null if it is gone and its parts are to be dropped
 * @param constraintDefinition the constraint that the index belongs to; null for none
 * @param remembered           the parts that existed before, by their table as SQL
 */
record IndexParts(String name, IndexShape shape, String constraintDefinition, Map<String, Part> remembered) {

    /**
     * One part.
     *
     * @param create                the statement that builds it
     * @param constraintAndComments the statements that restore its constraint and its comments
     */
    record Part(String name, String create, List<String> constraintAndComments) {

        /** Whether it was the part of a partition with rows. Such a statement fails in a transaction, and the other kind builds under a strong lock. */
        boolean ofLeaf() {
            return create.startsWith("CREATE UNIQUE INDEX CONCURRENTLY ");
        }

        /** Its definition; empty if the statement adds a constraint. */
        private Optional<IndexShape> shape(TableName table) {
            String before = table.sql() + " ";
            int at = create.indexOf(before + "USING ");
            return at < 0 ? Optional.empty() : Optional.of(IndexShape.ofPlaced(create.substring(at + before.length())));
        }
    }

    static IndexParts of(String name, IndexShape shape) {
        return new IndexParts(name, shape, null, Map.of());
    }

    IndexParts withConstraint(String definition) {
        return new IndexParts(name, shape, definition, remembered);
    }

    /** Whether it is an old index that a rollback builds again. */
    boolean old() {
        return !remembered.isEmpty();
    }

    /** The name of the part on a partition. */
    String nameFor(TableName partition) {
        Part part = remembered.get(partition.sql());
        return part != null ? part.name() : Identifier.fitting(partition.name() + "_" + name);
    }

    /** The definition of the part on a partition, without its tablespace. A part that existed before may sort its columns in another way than the whole. */
    IndexShape shapeFor(TableName partition, boolean leaf) {
        return Optional.ofNullable(remembered(partition, leaf)).flatMap(part -> part.shape(partition)).orElse(shape).withoutTablespace();
    }

    /** Creates the index on a partitioned table without its partitions. */
    List<String> createAlone(TableName table, String index) {
        Part part = remembered(table, false);
        List<String> statements = new ArrayList<>();
        if (part != null) {
            statements.add(part.create());
            statements.addAll(part.constraintAndComments());
        } else if (constraintDefinition != null) {
            statements.add("ALTER TABLE ONLY " + table.sql() + " ADD CONSTRAINT " + Identifier.quote(index) + " " + constraintDefinition);
        } else {
            statements.add(shape.createOnly(index, table));
        }
        return statements;
    }

    /** Builds the index of a partition that holds rows, concurrently. */
    String createPart(TableName table, String index) {
        Part part = remembered(table, true);
        return part != null ? part.create() : shape.create(index, table);
    }

    /** The statements that follow when the index of a partition is built. */
    List<String> constraintAndComments(TableName table, String index) {
        Part part = remembered(table, true);
        return part != null ? part.constraintAndComments() : constraintDefinition == null ? List.of() : List.of("ALTER TABLE " + table.sql()
                + " ADD CONSTRAINT " + Identifier.quote(index) + " UNIQUE USING INDEX " + Identifier.quote(index));
    }

    /** What is known of the part of a partition, if the partition is still of the same kind. Another one may have its name now. */
    private Part remembered(TableName table, boolean leaf) {
        Part part = remembered.get(table.sql());
        return part != null && part.ofLeaf() == leaf ? part : null;
    }
}
