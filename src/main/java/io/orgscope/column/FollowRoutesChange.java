package io.orgscope.column;

import io.orgscope.route.ScopedTable;
import io.orgscope.step.Action;
import io.orgscope.step.Settings;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import liquibase.change.DatabaseChange;
import liquibase.database.Database;

/**
 * Step 02 again, {@code followOrganizationRoutes}: it makes the triggers anew when the routes have changed. It is a
 * change of its own, because the rollback of a change set that ran again must not drop the triggers. It stops before that if filled rows hold what other routes
 * gave. {@code orgscope-repair} then makes the triggers and fills the rows.
 */
@DatabaseChange(name = "followOrganizationRoutes", description = "Makes the triggers that fill the organization column again after the routes have"
        + " changed; does nothing if there are no triggers", priority = 1)
public final class FollowRoutesChange extends TriggerChange {

    @Override
    protected boolean nothingToDo(Connection connection, Database database) {
        ScopedTable scope = settings().scopedTable(defaultSchema(database));
        return FilledColumn.JUST_MADE.take(connection, scope.table(), Map.entry(scope, moves()));
    }

    @Override
    protected List<Action> forward(StepContext context) throws SQLException {
        List<Action> made = new FilledColumn(context, moves()).follow();
        ChangedRoutes changed = new ChangedRoutes(context);
        if (!OrganizationColumn.keptFilled(context) || !changed.present()) {
            return made;
        }
        List<Action> check = new ChosenOrganizations(context).refuseOthers();
        // Before, so that the former routes can be declared again. Afterwards, because a row may have been written between the two.
        return Stream.of(check, made, made.isEmpty() ? made : check, List.<Action>of(new Action.Brief(context.name(), changed.forget()))).flatMap(List::stream).toList();
    }

    @Override
    protected Collection<String> required() {
        return List.of(Settings.TABLE, Settings.ROUTE);
    }

    @Override
    protected boolean hasRollback() {
        return false;
    }

    /** The checksum leaves out what concerns locks. With other routes the change set runs again. */
    @Override
    protected Stream<String> notInChecksum() {
        return Stream.of(Settings.LOCK_TIMEOUT, Settings.LOCK_DEADLINE, Settings.ORGANIZATIONS_TYPE);
    }
}
