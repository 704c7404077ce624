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
 * @param lines      where it stands
 * @param schema     null for the database's default schema
 * @param routes     at least one
 * @param index      the name of the index led by the organization column; null to derive one where it is needed
 * @param indexed    false when {@code index: false} says that none is wanted
 * @param foreignKey null to derive the name
 * @param moves      what happens to the rows when a row that their routes read goes to another organization
 * @param tuning     {@code workers}, {@code batch}, {@code pace}, {@code lockTimeout}, {@code lockDeadline} where given
 * @param isolation  what is declared for it, the file's declaration included
 */
public record TableDeclaration(Lines lines, String schema, String table, String column, List<Route> routes,
                               List<UniqueIndex> unique, String index, boolean indexed, String foreignKey,
                               OnDelete onDelete, Moves moves, Map<String, String> tuning, Isolation isolation) {

    /**
     * A unique index that has the organization in front.
     *
     * @param replaces the unique index or constraint that it takes the place of; null for one beside the others
     * @param name     null to derive one
     * @param columns  the columns behind the organization; empty to take those of {@code replaces}
     */
    public record UniqueIndex(int line, String replaces, String name, List<String> columns) {
    }

    /**
     * Where things stand in the file, counted from 1.
     *
     * @param entry  the entry itself
     * @param keys   what is said of the table, by its key
     * @param routes each route
     */
    public record Lines(int entry, Map<String, Integer> keys, List<Integer> routes) {

        /** Of a key, or of the entry where the key is left out. */
        public int of(String key) {
            return keys.getOrDefault(key, entry);
        }
    }

    /** Where the entry stands. */
    public int line() {
        return lines.entry();
    }

    /** The table with its schema. */
    public TableName name(String defaultSchema) {
        return new TableName(schema == null ? defaultSchema : schema, table);
    }

    /** As the engines want it. */
    public ScopedTable scoped(Organizations organizations, String defaultSchema) {
        return new ScopedTable(name(defaultSchema), column, organizations, routes);
    }
}
