package io.orgscope.reference;

import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import io.orgscope.route.ScopedTable;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.RolledBackEarlier;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** Step 11, {@code addMembershipReference}. */
@DatabaseChange(name = "addMembershipReference", description = "A row's user has to be a member of its organization", priority = 1)
public final class AddMembershipReferenceChange extends OrganizationScopeChange implements RolledBackEarlier {

    private static final String MEMBERSHIP = "membership";

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        return new MembershipReference(context, path()).add();
    }

    @Override
    protected List<Action> back(StepContext context) throws SQLException {
        return new MembershipReference(context, path()).drop();
    }

    @Override
    public List<String> ledgerLines(Ledger ledger) {
        return ledger.among(Stream.of(MembershipReference.line(getTableName(), path())));
    }

    @Override
    protected Collection<TableName> referenced(Database database) {
        return List.of(scopedTable(database).target(path().hops().get(0)));
    }

    /** The path as a route, so that its tables, columns and types are resolved in the same way. */
    @Override
    protected ScopedTable scopedTable(Database database) {
        ScopedTable table = super.scopedTable(database);
        return new ScopedTable(table.table(), table.column(), table.organizations(), List.of(new Route.Path(path(), null, null)));
    }

    /** The table without the path. The memberships are only {@link #referenced}. */
    @Override
    protected Collection<ScopedTable> scopes(Database database) {
        return List.of(super.scopedTable(database));
    }

    private RoutePath path() {
        return MembershipReference.path(settings().get(MEMBERSHIP));
    }

    @Override
    protected Collection<String> required() {
        return Stream.concat(super.required().stream(), Stream.of(MEMBERSHIP)).toList();
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        path();
    }

    @DatabaseChangeProperty(description = "column -> memberships(user).organization", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getMembership() {
        return settings().get(MEMBERSHIP);
    }

    public void setMembership(String value) {
        settings().set(MEMBERSHIP, value);
    }
}
