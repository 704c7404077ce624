package io.orgscope.step;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RequiredPrivileges;
import io.orgscope.postgres.RequiredPrivileges.Privilege;
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

/** The privileges that the steps of a table need, and the message if one is missing. */
public final class StepPrivileges {

    private StepPrivileges() {
    }

    /** The privileges that all steps of an update of these tables need. An organization column that is not there yet counts as existing. */
    public static RequiredPrivileges of(Collection<ScopedTable> scopes, Catalog catalog) {
        Expected expected = new Expected(false, scopes.stream().map(scope -> new Expected.ExpectedColumn(scope.table(), scope.column()))
                .collect(Collectors.toSet()));
        RequiredPrivileges all = new RequiredPrivileges();
        scopes.forEach(scope -> all.needAll(of(ResolvedScope.of(scope, catalog, expected, new ArrayList<>()))));
        return all;
    }

    /** The privileges that all steps of an update need. */
    public static RequiredPrivileges of(ResolvedScope resolved) {
        ScopedTable scope = resolved.scope();
        RequiredPrivileges privileges = new RequiredPrivileges().need(scope.table(), Privilege.USAGE_ON_SCHEMA, Privilege.CREATE_IN_SCHEMA, Privilege.OWNER);
        TableName organizations = scope.organizations().table();
        privileges.need(organizations, Privilege.USAGE_ON_SCHEMA, Privilege.SELECT, Privilege.REFERENCES);
        for (Route route : scope.routes()) {
            if (route instanceof Route.Path path) {
                // The triggers lock the rows they read FOR KEY SHARE. That needs UPDATE.
                privileges.need(organizations, Privilege.UPDATE);
                path.path().hops().forEach(hop -> privileges.need(scope.target(hop), Privilege.USAGE_ON_SCHEMA, Privilege.SELECT, Privilege.UPDATE, Privilege.LOCK,
                        Privilege.TRIGGER));
            } else if (route instanceof Route.Named named && named.create() != null) {
                privileges.need(organizations, Privilege.INSERT);
            }
        }
        // The triggers lock these rows too, but are not on these tables.
        resolved.tablesLockedInstead().forEach(table -> privileges.need(table, Privilege.USAGE_ON_SCHEMA, Privilege.SELECT, Privilege.UPDATE));
        return resolved.kept().canNote() ? privileges.needAll(sideTable(scope)) : privileges;
    }

    /** The privileges that a foreign key to a table needs which is neither declared nor the organizations. */
    public static RequiredPrivileges ofReferenced(TableName table) {
        return new RequiredPrivileges().need(table, Privilege.USAGE_ON_SCHEMA, Privilege.SELECT, Privilege.REFERENCES);
    }

    /** The role that makes our schema owns it and its side tables. */
    private static RequiredPrivileges sideTable(ScopedTable scope) {
        return new RequiredPrivileges().need(scope.kept(), Privilege.CREATE_SCHEMA, Privilege.USAGE_ON_SCHEMA, Privilege.CREATE_IN_SCHEMA, Privilege.OWNER);
    }

    /**
     * Runs the work. If PostgreSQL refuses something because a privilege is missing, the message ends with the statements
     * that grant the privilege.
     *
     * @param referenced the tables of {@link #ofReferenced}
     */
    static <T> T explained(Connection connection, Supplier<Collection<ScopedTable>> scopes, Supplier<Collection<TableName>> referenced,
                           Transaction.Work<T> work) throws SQLException {
        try {
            return work.run();
        } catch (SQLException | OrgScopeException failure) {
            List<String> grants = RequiredPrivileges.denied(failure) ? grants(connection, scopes.get(), referenced.get(), failure) : List.of();
            if (grants.isEmpty()) {
                throw failure;
            }
            throw with(grants, failure);
        }
    }

    /** A failure to read some tables, with the statements that allow it. The failure as it is if nothing is missing for that. */
    public static OrgScopeException ofReading(Connection connection, Collection<TableName> tables, OrgScopeException failure) {
        if (!RequiredPrivileges.denied(failure)) {
            return failure;
        }
        RequiredPrivileges needed = new RequiredPrivileges();
        tables.forEach(table -> needed.need(table, Privilege.USAGE_ON_SCHEMA, Privilege.SELECT));
        List<String> grants = grants(connection, needed, failure);
        return grants.isEmpty() ? failure : with(grants, failure);
    }

    private static OrgScopeException with(List<String> grants, Exception failure) {
        return new OrgScopeException(failure.getMessage() + (failure instanceof SQLException ? " (SQLSTATE " + SqlState.INSUFFICIENT_PRIVILEGE + ")." : "")
                + " This role lacks privileges. Let an administrator run: " + String.join("; ", grants) + "; then run the command again.", failure);
    }

    private static List<String> grants(Connection connection, Collection<ScopedTable> scopes, Collection<TableName> referenced, Exception failure) {
        try {
            Set<TableName> names = scopes.stream().flatMap(scope -> scope.tables().stream()).collect(Collectors.toSet());
            RequiredPrivileges all = of(scopes, Catalog.of(connection, names));
            scopes.forEach(scope -> all.needAll(sideTable(scope)));
            referenced.forEach(table -> all.needAll(ofReferenced(table)));
            return grants(connection, all, failure);
        } catch (SQLException unanswered) {
            failure.addSuppressed(unanswered);
            return List.of();
        }
    }

    private static List<String> grants(Connection connection, RequiredPrivileges needed, Exception failure) {
        try {
            return needed.grants(connection, true);
        } catch (SQLException unanswered) {
            failure.addSuppressed(unanswered);
            return List.of();
        }
    }
}
