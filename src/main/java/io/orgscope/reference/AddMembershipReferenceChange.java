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
import io.orgscope.step.StepScript;
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
    protected Collection<TableName> reads(Database database) {
        return List.of();
    }

    @Override
    protected Collection<TableName> referenced(Database database) {
        return List.of(scope(database).target(path().hops().get(0)));
    }

    @Override
    protected List<Action> planForward(Target target) throws SQLException {
        StepContext context = context(target);
        return StepScript.withPath(List.of(context), forward(context));
    }

    @Override
    protected List<Action> planBack(Target target) throws SQLException {
        StepContext context = context(target);
        return StepScript.withPath(List.of(context), back(context));
    }

    private StepContext context(Target target) throws SQLException {
        return requireLedger(StepContext.of(target.connection(), scope(target.database()), settings().locks(), target.script()), target.database());
    }

    /** The path as a route, so that its tables, columns and types are resolved in the same way. */
    private ScopedTable scope(Database database) {
        ScopedTable table = settings().scopedTable(defaultSchema(database));
        return new ScopedTable(table.table(), table.column(), table.organizations(), List.of(new Route.Path(path(), null, null)));
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
