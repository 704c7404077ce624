package io.orgscope.spec;

import io.orgscope.route.Organizations;
import io.orgscope.route.Route;
import io.orgscope.route.ScopedTable;
import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.Map;

/**
 * One entry under {@code tables:}.
 *
 * @param lines      its lines in the file
 * @param schema     null for the database's default schema
 * @param routes     at least one
 * @param index      the name of the index that begins with the organization column; null to derive one if it is needed
 * @param indexed    false if {@code index: false} is declared
 * @param foreignKey null to derive the name
 * @param moves      what happens to the rows if a row that their routes read goes to another organization
 * @param tuning     {@code workers}, {@code batch}, {@code pace}, {@code lockTimeout}, {@code lockDeadline} if given
 * @param isolation  its isolation, with that of the file
 * @param distributed whether it is prepared for Citus ({@code distribute: citus})
 */
public record TableDeclaration(Lines lines, String schema, String table, String column, List<Route> routes,
                               List<UniqueIndex> unique, String index, boolean indexed, String foreignKey,
                               OnDelete onDelete, Moves moves, Map<String, String> tuning, Isolation isolation, boolean distributed) {

    /**
     * A unique index that begins with the organization.
     *
     * @param replaces the unique index or constraint that it replaces; null if it replaces none
     * @param name     null to derive one
     * @param columns  the columns after the organization; empty to take those of {@code replaces}
     */
    public record UniqueIndex(int line, String replaces, String name, List<String> columns) {
    }

    /**
     * The lines of an entry in the file, counted from 1.
     *
     * @param entry  the line of the entry
     * @param keys   the lines of its keys
     * @param routes the line of each route
     */
    public record Lines(int entry, Map<String, Integer> keys, List<Integer> routes) {

        /** The line of a key, or of the entry if the key is left out. */
        public int of(String key) {
            return keys.getOrDefault(key, entry);
        }
    }

    /** The name of a unique index of the table, if need be derived. */
    public String indexName(UniqueIndex unique) {
        return unique.name() != null ? unique.name() : Naming.uniqueIndex(table, column, unique.replaces(), unique.columns());
    }

    /** Whether step 07 builds an index: none is needed beside a unique one that begins with the column. Step 00 refuses if all of these are partial. */
    public boolean needsIndex() {
        return indexed && (index != null || unique.isEmpty());
    }

    /** The name of the index that step 07 builds, if need be derived. */
    public String indexName() {
        return index != null ? index : Naming.index(table, column);
    }

    /** The name of the foreign key to the organizations, if need be derived. */
    public String foreignKeyName() {
        return foreignKey != null ? foreignKey : Naming.foreignKey(table, column);
    }

    /** The line of the entry. */
    public int line() {
        return lines.entry();
    }

    /** The beginning of the ids of its change sets. */
    public String id() {
        return schema == null ? table : schema + "." + table;
    }

    /** The table with its schema. */
    public TableName name(String defaultSchema) {
        return new TableName(schema == null ? defaultSchema : schema, table);
    }

    /** The table with resolved names. */
    public ScopedTable scoped(Organizations organizations, String defaultSchema) {
        return new ScopedTable(name(defaultSchema), column, organizations, routes);
    }
}
