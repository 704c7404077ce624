package io.orgscope.plan.graph;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.Set;

/**
 * Columns of a table that lead to rows of another.
 *
 * @param key      the columns of the other table that they equal
 * @param notNull  whether every row has them
 * @param unique   whether at most one row is reached
 * @param onDelete of the foreign key; a space if there is none
 * @param when     an SQL condition on the rows for which they lead there; null for all
 */
public record Reference(TableName from, List<String> columns, TableName to, List<String> key, Origin origin, boolean notNull,
                 boolean unique, char onDelete, String when) {

    /** How the reference is known. */
    public enum Origin {
        /** A declared foreign key. */
        FOREIGN_KEY,
        /** The column has the name of the table, or of a person in it. */
        CONVENTION,
        /** No name shows it, but all values of the column are keys of this table and of no other. */
        VALUES,
        /** A pair of columns, type and key. The types are read from the data. */
        PAIR,
        /** The other table says to which organizations, maybe several, the rows of this one belong. */
        MEMBERSHIP
    }

    /** A column that leads to a table without a foreign key. */
    public static Reference guessed(Table table, Column column, Table target, Column key, Origin origin) {
        return new Reference(table.name(), List.of(column.name()), target.name(), List.of(key.name()), origin, column.notNull(), true,
                ' ', null);
    }

    /** The columns in pairs, referencing and referenced, in any order. */
    public Set<List<String>> pairs() {
        return ForeignKey.pairs(columns, key);
    }

    /** Whether foreign keys show it, and not only names or values. */
    public boolean declared() {
        return origin == Origin.FOREIGN_KEY || origin == Origin.MEMBERSHIP;
    }
}
