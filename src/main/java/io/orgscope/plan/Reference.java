package io.orgscope.plan;

import io.orgscope.postgres.TableName;
import java.util.List;

/**
 * Columns of a table that lead to rows of another.
 *
 * @param key       the columns of the other table that they equal
 * @param notNull   whether every row has them
 * @param unique    whether at most one row is reached
 * @param ownership whether they say to whom the row belongs, and not just who made it or what it looks like
 * @param onDelete  of the foreign key; a space where there is none
 * @param when      an SQL condition on the rows for which they lead there; null for all
 */
record Reference(TableName from, List<String> columns, TableName to, List<String> key, Origin origin, boolean notNull,
                 boolean unique, boolean ownership, char onDelete, String when) {

    /** How we know. */
    enum Origin {
        /** A declared foreign key. */
        FOREIGN_KEY,
        /** The column is called like the table. */
        CONVENTION,
        /** A pair of columns, type and key; the types are read from the data. */
        PAIR,
        /** The other table says to which organizations this one's rows belong: several, maybe. */
        MEMBERSHIP
    }

    boolean declared() {
        return origin == Origin.FOREIGN_KEY || origin == Origin.MEMBERSHIP;
    }
}
