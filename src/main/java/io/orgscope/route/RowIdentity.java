package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns by which a side table finds a row again. A generated column is never one of them: PostgreSQL computes it after
 * the BEFORE trigger that notes a choice.
 */
final class RowIdentity {

    private RowIdentity() {
    }

    /**
     * Finds them. If the table has got another key since its side table was made, the columns of the side table are
     * still right while they identify a row.
     *
     * @param table null if it is not in the catalog
     * @return an empty list if no row can be found again
     */
    static List<String> of(ScopedTable scope, Table table, Catalog catalog, Expected expected) {
        if (table == null) {
            return List.of();
        }
        List<String> present = table.enteredIdentityWithout(scope.column());
        if (present.isEmpty() && expected.blind()) {
            // An earlier line of the script restores the key that is not scoped.
            present = entered(table.identity().stream().filter(name -> !name.equals(scope.column())).toList(), table);
        }
        List<String> former = former(table, catalog.find(scope.kept()).orElse(null));
        if (present.isEmpty()) {
            return former;
        }
        return !former.isEmpty() && identify(former, table, scope.column()) && !fits(present, scope, table, catalog) && fits(former, scope, table, catalog)
                ? former : present;
    }

    private static boolean fits(List<String> identity, ScopedTable scope, Table table, Catalog catalog) {
        return SideTable.of(scope.kept(), table, identity, scope.organizations(), catalog).inputs() != null;
    }

    /** The key with which a side table was made. Between step 09 and its rollback the table itself does not have this key. */
    private static List<String> former(Table table, Table side) {
        return side == null ? List.of() : entered(table.columns().stream().map(Column::name)
                .filter(name -> side.column(Identifier.fitting(SideTable.KEY + name)).isPresent()).toList(), table);
    }

    private static List<String> entered(List<String> columns, Table table) {
        return columns.stream().anyMatch(name -> table.column(name).map(Column::generated).orElse(false)) ? List.of() : columns;
    }

    /** Whether they identify a row, or did until step 09 retired their unique index for the scoped one. */
    private static boolean identify(List<String> columns, Table table, String organization) {
        List<String> scoped = new ArrayList<>(columns);
        scoped.add(organization);
        return table.uniqueBy(scoped) && columns.stream().allMatch(name -> table.column(name).map(Column::notNull).orElse(false));
    }
}
