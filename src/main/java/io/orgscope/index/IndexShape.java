package io.orgscope.index;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.TableName;
import java.util.List;

/**
 * An index without its name: its whole definition otherwise.
 *
 * @param unique whether it is unique
 * @param tail   from the access method on, as {@code pg_get_indexdef} writes it
 */
record IndexShape(boolean unique, String tail) {

    /** The shape of an index in the catalog. */
    static IndexShape of(Index index, TableName table) {
        String marker = " USING " + index.method() + " (";
        int at = index.definition().indexOf(marker, index.definition().indexOf(table.name()));
        if (at < 0) {
            throw new OrgScopeException("Cannot read the definition of the index " + index.name() + ": " + index.definition());
        }
        return new IndexShape(index.unique(), index.definition().substring(at + 1));
    }

    /** A btree over these columns. */
    static IndexShape of(boolean unique, List<String> columns) {
        return new IndexShape(unique, "USING btree (" + Identifier.list("", columns) + ")");
    }

    /** The same with a column in front. */
    IndexShape ledBy(String column) {
        int open = tail.indexOf('(');
        return new IndexShape(unique, tail.substring(0, open + 1) + Identifier.quote(column) + ", " + tail.substring(open + 1));
    }

    String create(String name, TableName table) {
        return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX CONCURRENTLY " + Identifier.quote(name) + " ON " + table.sql() + " " + tail;
    }

    /** The same on a partitioned table alone: INVALID until every partition has its part. */
    String createOnly(String name, TableName table) {
        return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + Identifier.quote(name) + " ON ONLY " + table.sql() + " " + tail;
    }

    /** Whether both mean the same: quotes around names do not count, as PostgreSQL leaves out those not needed. */
    boolean same(IndexShape other) {
        return unique == other.unique && tail.replace("\"", "").equals(other.tail.replace("\"", ""));
    }
}
