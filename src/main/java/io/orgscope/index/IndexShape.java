package io.orgscope.index;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.TableName;
import java.util.List;

/**
 * The definition of an index without its name.
 *
 * @param unique whether it is unique
 * @param tail   the definition from the access method on, as {@code pg_get_indexdef} writes it
 */
record IndexShape(boolean unique, String tail) {

    /** The definition of an index in the catalog. */
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

    /** The same with this column as the first one. */
    IndexShape ledBy(String column) {
        int open = tail.indexOf('(');
        return new IndexShape(unique, tail.substring(0, open + 1) + Identifier.quote(column) + ", " + tail.substring(open + 1));
    }

    String create(String name, TableName table) {
        return create("INDEX CONCURRENTLY ", name, " ON ", table);
    }

    /** The same under a lock against writers. */
    String createLocking(String name, TableName table) {
        return create("INDEX ", name, " ON ", table);
    }

    private String create(String kind, String name, String on, TableName table) {
        return "CREATE " + (unique ? "UNIQUE " : "") + kind + Identifier.quote(name) + on + table.sql() + " " + tail;
    }

    /** The same only on a partitioned table. It is INVALID until every partition has its part. */
    String createOnly(String name, TableName table) {
        return create("INDEX ", name, " ON ONLY ", table);
    }

    /** Whether both mean the same. Quotes around names do not count, because PostgreSQL leaves out those that are not needed. */
    boolean same(IndexShape other) {
        return unique == other.unique && tail.replace("\"", "").equals(other.tail.replace("\"", ""));
    }
}
