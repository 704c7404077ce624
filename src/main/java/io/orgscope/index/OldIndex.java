package io.orgscope.index;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An index that goes and may have to come back: the SQL for that, and the rows that would be in its way. */
final class OldIndex {

    /** Between statements, where no statement of ours has it. */
    private static final String NEXT = "\n--next\n";

    private OldIndex() {
    }

    /** The statements that bring the index back, with its constraint and comment, as one text. */
    static String restore(Index old, TableName table) {
        List<String> statements = new ArrayList<>();
        statements.add(IndexShape.of(old, table).create(old.name(), table));
        if (old.constraint() != null) {
            statements.add("ALTER TABLE " + table.sql() + " ADD CONSTRAINT " + Identifier.quote(old.constraint())
                    + " UNIQUE USING INDEX " + Identifier.quote(old.name()));
        }
        if (old.clustered()) {
            statements.add("ALTER TABLE " + table.sql() + " CLUSTER ON " + Identifier.quote(old.name()));
        }
        if (old.comment() != null) {
            statements.add((old.constraint() != null
                    ? "COMMENT ON CONSTRAINT " + Identifier.quote(old.constraint()) + " ON " + table.sql()
                    : "COMMENT ON INDEX " + new TableName(table.schema(), old.name()).sql()) + " IS " + Literal.of(old.comment()));
        }
        return String.join(NEXT, statements);
    }

    /** The actions of such a text, from the statement numbered {@code from} on. */
    static List<Action> rebuild(String text, TableName table, int from) {
        List<String> statements = List.of(text.split(NEXT));
        return IntStream.range(from, statements.size()).mapToObj(i -> i == 0
                ? (Action) new Action.Concurrent(statements.get(0)) : new Action.Brief(table, statements.get(i))).toList();
    }

    /**
     * The rows, by their keys, that have an equal under the key without the organization.
     *
     * @param index the old index or the new one: both have the old columns
     */
    static String duplicates(Index index, Table table, String organization) {
        List<String> key = IntStream.range(0, index.expressions().size())
                .filter(i -> !index.columns().get(i).equals(organization)).mapToObj(i -> index.expressions().get(i)).toList();
        String columns = key.stream().map(expression -> "(" + expression + ")").collect(Collectors.joining(", "));
        String notNull = index.nullsNotDistinct() ? ""
                : key.stream().map(expression -> " AND (" + expression + ") IS NOT NULL").collect(Collectors.joining());
        return "SELECT d.key FROM (SELECT " + RowKeys.key(table, "t") + " AS key, pg_catalog.count(*) OVER (PARTITION BY " + columns
                + ") AS equal FROM " + table.name().sql() + " t WHERE " + (index.predicate() == null ? "true" : index.predicate())
                + notNull + ") d WHERE d.equal > 1";
    }

    /** SQL for a script that raises when the query has a row. */
    static String raiseIfAny(String query, String message) {
        return "DO " + Literal.dollar("\nBEGIN\n  IF EXISTS (" + query + ") THEN\n    RAISE EXCEPTION USING MESSAGE = "
                + Literal.of(message) + ";\n  END IF;\nEND\n");
    }
}
