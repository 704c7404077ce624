package io.orgscope.index;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An old index that step 09 drops and a rollback may build again: the SQL for that, and the rows that would prevent it. */
final class OldIndex {

    /** Separates statements. No statement of ours has this line break. */
    static final String NEXT = "\n--next\n";

    private static final SqlTemplate DUPLICATES = new SqlTemplate("""
            SELECT d.key
              FROM (SELECT {key} AS key, pg_catalog.count(*) OVER (PARTITION BY {columns}) AS equal
                      FROM {table} t
                     WHERE {predicate}{notNull}) d
             WHERE d.equal > 1""", Set.of("key", "columns", "table", "predicate", "notNull"));

    private OldIndex() {
    }

    /** The statements that build the index again, with its constraint and comments, as one text. */
    static String restore(Index old, TableName table) {
        List<String> statements = new ArrayList<>();
        statements.add(IndexShape.of(old, table).create(old.name(), table));
        if (old.constraint() != null) {
            statements.add("ALTER TABLE " + table.sql() + " ADD CONSTRAINT " + Identifier.quote(old.constraint())
                    + " UNIQUE USING INDEX " + Identifier.quote(old.name()));
        }
        statements.addAll(clustering(old, table));
        statements.addAll(statistics(old, table));
        statements.addAll(comments(old, table));
        return String.join(NEXT, statements);
    }

    /** The statement that restores that the table is clustered on it, if it was. */
    static List<String> clustering(Index old, TableName table) {
        return old.clustered() ? List.of("ALTER TABLE " + table.sql() + " CLUSTER ON " + Identifier.quote(old.name())) : List.of();
    }

    /** The statements that restore the statistics targets of its expressions. */
    static List<String> statistics(Index old, TableName table) {
        return old.statistics().entrySet().stream().map(target -> statistics(table, old.name(), target.getKey(), target.getValue())).toList();
    }

    /** The statement that sets the statistics target of one expression. */
    static String statistics(TableName table, String index, int position, int target) {
        return "ALTER INDEX " + new TableName(table.schema(), index).sql() + " ALTER COLUMN " + position + " SET STATISTICS " + target;
    }

    /** The statements that restore the comments of the index. */
    static List<String> comments(Index old, TableName table) {
        List<String> statements = new ArrayList<>();
        if (old.comment() != null) {
            statements.add("COMMENT ON INDEX " + new TableName(table.schema(), old.name()).sql() + " IS " + Literal.oneLine(old.comment()));
        }
        if (old.constraintComment() != null) {
            statements.add("COMMENT ON CONSTRAINT " + Identifier.quote(old.constraint()) + " ON " + table.sql() + " IS "
                    + Literal.oneLine(old.constraintComment()));
        }
        return statements;
    }

    /**
     * The actions of such a text.
     *
     * @param build the action that builds the index from its statement; empty if the index itself exists already
     * @param last  a statement for the transaction that restores the constraint and the comments, so that all of it
     *              happens at once
     */
    static List<Action> rebuild(String text, TableName table, Optional<Function<String, Action>> build, String last) {
        List<String> statements = List.of(text.split(NEXT));
        List<String> afterwards = new ArrayList<>(statements.subList(1, statements.size()));
        afterwards.add(last);
        Action constraintAndComments = new Action.Brief(table, afterwards);
        return build.map(of -> List.of(of.apply(statements.get(0)), constraintAndComments)).orElse(List.of(constraintAndComments));
    }

    /** The index of such a text, or of that of a partitioned table ({@link OldParts}), without its tablespace. */
    static IndexShape shape(String text, TableName table) {
        String create = text.split(NEXT)[0];
        String on = " ON " + table.sql() + " ";
        String placed = create.substring(create.contains(on) ? create.indexOf(on) + on.length() : 0);
        return IndexShape.ofPlaced(placed).withoutTablespace();
    }

    /**
     * A query for the keys of the rows that have the same key as another row, without the organization.
     *
     * @param index        the old index or the new one: both have the old columns
     * @param organization the column of the organization; null to compare all columns of the index
     */
    static String duplicates(Index index, Table table, String organization) {
        List<String> key = IntStream.range(0, index.expressions().size())
                .filter(i -> !index.columns().get(i).equals(organization)).mapToObj(index::collated).toList();
        String columns = key.stream().map(expression -> "(" + expression + ")").collect(Collectors.joining(", "));
        String notNull = index.nullsNotDistinct() ? ""
                : key.stream().map(expression -> " AND (" + expression + ") IS NOT NULL").collect(Collectors.joining());
        return DUPLICATES.fill(Map.of("key", RowKeys.key(table, "t"), "columns", columns, "table", table.name().sql(),
                "predicate", index.predicate() == null ? "true" : index.predicate(), "notNull", notNull));
    }
}
