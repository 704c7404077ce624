package io.orgscope.scan;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds tables whose rows may belong to several organizations: those that a membership table joins to them. A
 * membership table has a unique key over just two columns, one that references the other table and one that holds an
 * organization; {@code UNIQUE (user_id, organization_id)} says that a user may have several.
 */
final class Memberships {

    /**
     * @param key    from the membership table to the shared one
     * @param column of the membership table that holds the organization
     */
    record Membership(ForeignKey key, String column) {

        TableName table() {
            return key.table();
        }
    }

    private Memberships() {
    }

    /** The memberships of each table that has any. */
    static Map<TableName, List<Membership>> find(Catalog catalog, Organizations organizations) {
        Map<TableName, List<Membership>> found = new TreeMap<>();
        for (Table table : catalog.tables()) {
            for (ForeignKey organization : table.foreignKeys()) {
                if (organization.target().equals(organizations.table()) && organization.columns().size() == 1) {
                    collect(table, organization.columns().get(0), organizations, found);
                }
            }
        }
        return found;
    }

    private static void collect(Table table, String column, Organizations organizations,
                                Map<TableName, List<Membership>> found) {
        for (ForeignKey key : table.foreignKeys()) {
            boolean other = key.columns().size() == 1 && !key.target().equals(organizations.table())
                    && !key.target().equals(table.name());
            if (other && joins(table, key.columns().get(0), column)) {
                found.computeIfAbsent(key.target(), name -> new ArrayList<>()).add(new Membership(key, column));
            }
        }
    }

    private static boolean joins(Table table, String key, String organization) {
        return !table.uniqueBy(List.of(key)) && table.indexes().stream().anyMatch(index -> pair(index, key, organization));
    }

    private static boolean pair(Index index, String key, String organization) {
        return index.unique() && index.columns().size() == 2 && index.columns().contains(key)
                && index.columns().contains(organization);
    }
}
