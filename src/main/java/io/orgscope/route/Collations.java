package io.orgscope.route;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Comparisons of two columns with different collations. If one of them is the default, PostgreSQL compares by the other, and an index of the column with the
 * default does not fit. If neither is, it refuses (42P22). The collation of a domain is not known here, so none is named
 * if the key has one.
 */
public final class Collations {

    private static final String DEFAULT = "pg_catalog.\"default\"";

    private Collations() {
    }

    /** For each column of a key what follows the value that it is compared with, so that the index of the key fits. PostgreSQL does the same for its foreign keys. */
    static List<String> of(Optional<Table> source, List<String> columns, Table target, List<String> key) {
        return IntStream.range(0, key.size()).mapToObj(i -> {
            Optional<Column> from = i < columns.size() ? source.flatMap(table -> table.column(columns.get(i))) : Optional.empty();
            Optional<Column> to = target.column(key.get(i));
            return from.isEmpty() || to.isEmpty() || to.get().domain() || !Types.isText(from.get().baseType()) || !Types.isText(to.get().baseType())
                    || Objects.equals(from.get().collation(), to.get().collation()) ? ""
                    : " COLLATE " + Optional.ofNullable(to.get().collation()).orElse(DEFAULT);
        }).toList();
    }

    /** What to say if PostgreSQL refuses to compare the columns. */
    static Optional<String> problem(RoutePath path, TableName table, Column column, TableName target, Column key) {
        return refused(table, column, target, key).map(what -> "The route '" + path + "' " + what + ".");
    }

    /** The message if PostgreSQL refuses to compare the columns. It has no beginning, which names the route, and no end. */
    public static Optional<String> refused(TableName table, Column column, TableName target, Column key) {
        boolean refused = column.collation() != null && key.collation() != null && !column.collation().equals(key.collation());
        return !refused ? Optional.empty()
                : Optional.of("compares " + text(table, column) + " with " + text(target, key) + ", and PostgreSQL refuses to compare two columns that"
                        + " each have a collation of their own (42P22). Give the first one the collation of the second: ALTER TABLE " + table.sql() + " ALTER "
                        + Identifier.quote(column.name()) + " TYPE " + column.type() + " COLLATE " + key.collation() + ". This builds the indexes of the column again");
    }

    private static String text(TableName table, Column column) {
        return table.column(column.name()) + " (COLLATE " + column.collation() + ")";
    }
}
