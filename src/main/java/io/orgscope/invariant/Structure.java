package io.orgscope.invariant;

import io.orgscope.column.ChosenOrganizations;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.RowSecurityRefusal;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.Route;
import io.orgscope.route.ScopedTable;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepPrivileges;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that can be wrong with the structure of a scoped table, one sentence for each. */
final class Structure {

    private Structure() {
    }

    static List<String> organizationTable(StepContext context) throws SQLException {
        Organizations organizations = context.scope().organizations();
        Optional<Table> table = context.catalog().find(organizations.table());
        if (table.isEmpty()) {
            return List.of("there is no table " + organizations.table());
        }
        Optional<Column> key = table.get().column(organizations.key());
        if (key.isEmpty()) {
            return List.of(organizations.table() + " has no column " + organizations.key());
        }
        List<String> problems = new ArrayList<>();
        if (!table.get().uniqueBy(List.of(organizations.key()))) {
            problems.add(organizations.table().column(organizations.key()) + " has no unique index, so that no foreign key can reference it");
        }
        if (!key.get().notNull()) {
            problems.add(organizations.table().column(organizations.key()) + " may be NULL");
        }
        boolean made = context.scope().routes().stream().anyMatch(route -> route instanceof Route.Named named && named.create() != null);
        if (!made && context.table().isPresent() && empty(context, organizations.table()) && !empty(context, context.name())) {
            problems.add(organizations.table() + " is empty and " + context.name() + " is not");
        }
        return problems;
    }

    private static boolean empty(StepContext context, TableName table) throws SQLException {
        return Sql.first(context.connection(), true, "SELECT false FROM " + table.sql() + " LIMIT 1", row -> row.getBoolean(1));
    }

    static List<String> privileges(StepContext context) throws SQLException {
        return StepPrivileges.of(context.resolved()).grants(context.connection(), false);
    }

    static List<String> rowSecurity(StepContext context) throws SQLException {
        List<String> problems = new ArrayList<>();
        for (TableName name : context.scope().tables()) {
            if (rowSecurity(context, context.catalog(), name)) {
                problems.add("row security is active on " + name);
            }
        }
        // The triggers could not lock a row there, so every INSERT of the application would fail.
        Set<TableName> lockedInstead = context.resolved().tablesLockedInstead();
        Catalog beside = Catalog.of(context.connection(), lockedInstead);
        for (TableName name : lockedInstead) {
            if (rowSecurity(context, beside, name)) {
                problems.add("row security is active on " + name + ", whose rows the triggers lock");
            }
        }
        return problems;
    }

    private static boolean rowSecurity(StepContext context, Catalog catalog, TableName name) throws SQLException {
        Optional<Table> table = catalog.find(name).filter(Table::rowSecurity);
        return table.isPresent() && RowSecurityRefusal.binds(context.connection(), table.get());
    }

    static List<String> column(StepContext context) {
        Optional<Column> column = context.column();
        if (column.isEmpty()) {
            return List.of("there is no column " + context.name().column(context.scope().column()));
        }
        List<String> problems = new ArrayList<>();
        context.resolved().key().filter(key -> !key.baseType().equals(column.get().baseType())).ifPresent(key ->
                problems.add("it is " + column.get().type() + ", and the organizations' key is " + key.type()));
        if (!column.get().notNull()) {
            problems.add(context.name().column(column.get().name()) + " may be NULL");
        }
        return problems;
    }

    static List<String> reference(StepContext context) {
        Organizations organizations = context.scope().organizations();
        Optional<ForeignKey> found = context.table().stream().flatMap(table -> table.foreignKeys().stream())
                .filter(key -> organizations.keyOf(context.scope().column(), key))
                .findFirst();
        if (found.isEmpty()) {
            return List.of(context.name() + " has no foreign key from " + context.scope().column() + " to " + organizations.table().column(organizations.key()));
        }
        return found.get().validated() ? List.of() : List.of("the foreign key " + found.get().name() + " is "
                + (found.get().enforced() ? "NOT VALID" : "NOT ENFORCED"));
    }

    /** Objects that a stopped rollback has dropped without noting it, so their step counts as done. Or a restored database does not have the side table. */
    static List<String> made(StepContext context) {
        List<String> gone = new ArrayList<>(context.gone().stream().map(thing -> context.name() + " had " + thing + ", and it is gone").toList());
        if (new ChosenOrganizations(context).lost()) {
            gone.add("the side table " + context.resolved().kept().name().sql() + " is gone: INSERTs into " + context.name()
                    + " fail with 42P01. Restore the schema " + ScopedTable.KEPT_SCHEMA + " from a dump, or run orgscope-repair");
        }
        return gone;
    }

    static List<String> index(StepContext context) {
        boolean led = context.table().stream().flatMap(table -> table.indexes().stream())
                .anyMatch(index -> index.ledBy(context.scope().column()));
        return led ? List.of() : List.of("no valid index of " + context.name() + " begins with " + context.scope().column());
    }
}
