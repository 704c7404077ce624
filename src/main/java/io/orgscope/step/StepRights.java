package io.orgscope.step;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Rights;
import io.orgscope.postgres.Rights.Right;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.TableName;
import io.orgscope.postgres.Transaction;
import io.orgscope.route.Expected;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.Route;
import io.orgscope.route.ScopedTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rights that the steps of a table need, and the message if one is missing. */
public final class StepRights {

    private StepRights() {
    }

    /** The rights that all steps of an update of these tables need. An organization column that is not there yet counts as existing. */
    public static Rights of(Collection<ScopedTable> scopes, Catalog catalog) {
        Expected expected = new Expected(false, scopes.stream().map(scope -> new Expected.ExpectedColumn(scope.table(), scope.column()))
                .collect(Collectors.toSet()));
        Rights all = new Rights();
        scopes.forEach(scope -> all.needAll(of(ResolvedScope.of(scope, catalog, expected, new ArrayList<>()))));
        return all;
    }

    /** The rights that all steps of an update need. */
    public static Rights of(ResolvedScope resolved) {
        ScopedTable scope = resolved.scope();
        Rights rights = new Rights().need(scope.table(), Right.USAGE_ON_SCHEMA, Right.CREATE_IN_SCHEMA, Right.OWNER);
        TableName organizations = scope.organizations().table();
        rights.need(organizations, Right.USAGE_ON_SCHEMA, Right.SELECT, Right.REFERENCES);
        for (Route route : scope.routes()) {
            if (route instanceof Route.Path path) {
                // The triggers lock the rows they read FOR KEY SHARE. That needs UPDATE.
                rights.need(organizations, Right.UPDATE);
                path.path().hops().forEach(hop -> rights.need(scope.target(hop), Right.USAGE_ON_SCHEMA, Right.SELECT, Right.UPDATE, Right.TRIGGER));
            } else if (route instanceof Route.Named named && named.create() != null) {
                rights.need(organizations, Right.INSERT);
            }
        }
        // The triggers lock these rows too, but are not on these tables.
        resolved.anchors().forEach(table -> rights.need(table, Right.USAGE_ON_SCHEMA, Right.SELECT, Right.UPDATE));
        return resolved.kept().canNote() ? rights.needAll(sideTable(scope)) : rights;
    }

    /** The role that makes our schema owns it and its side tables. */
    private static Rights sideTable(ScopedTable scope) {
        return new Rights().need(scope.kept(), Right.CREATE_SCHEMA, Right.USAGE_ON_SCHEMA, Right.CREATE_IN_SCHEMA, Right.OWNER);
    }

    /**
     * Runs the work. If PostgreSQL refuses something because a right is missing, the message ends with the statements
     * that grant the right.
     */
    static <T> T explained(Connection connection, Supplier<Collection<ScopedTable>> scopes, Transaction.Work<T> work) throws SQLException {
        try {
            return work.run();
        } catch (SQLException | OrgScopeException failure) {
            List<String> grants = Rights.denied(failure) ? grants(connection, scopes.get(), failure) : List.of();
            if (grants.isEmpty()) {
                throw failure;
            }
            throw new OrgScopeException(failure.getMessage() + (failure instanceof SQLException ? " (SQLSTATE " + SqlState.INSUFFICIENT_PRIVILEGE + ")." : "")
                    + " This role lacks rights. Let an administrator run: " + String.join("; ", grants) + "; then run the command again.", failure);
        }
    }

    private static List<String> grants(Connection connection, Collection<ScopedTable> scopes, Exception failure) {
        try {
            Set<TableName> names = scopes.stream().flatMap(scope -> scope.tables().stream()).collect(Collectors.toSet());
            Rights all = of(scopes, Catalog.of(connection, names));
            scopes.forEach(scope -> all.needAll(sideTable(scope)));
            return all.grants(connection, true);
        } catch (SQLException unanswered) {
            failure.addSuppressed(unanswered);
            return List.of();
        }
    }
}
