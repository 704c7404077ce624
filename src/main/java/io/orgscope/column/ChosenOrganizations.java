package io.orgscope.column;

import io.orgscope.postgres.Sql;
import io.orgscope.route.KeptAssignments;
import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows for which the application chose another organization than their routes give. They stand in the side table, beside
 * what a downgrade kept: no move takes them along, and no verification takes them for wrong.
 *
 * <p>While the triggers of step 02 are there, they note a choice when it is made. Where there are none, before step 08
 * is taken back and when step 10 is, every row that differs counts as chosen.
 */
public final class ChosenOrganizations {

    private static final Logger LOG = LoggerFactory.getLogger(ChosenOrganizations.class);

    private final StepContext context;
    private final KeptAssignments kept;

    public ChosenOrganizations(StepContext context) {
        this.context = context;
        this.kept = context.resolved().kept();
    }

    /** Makes the side table where there is none; rows without a key that finds them again cannot be noted. */
    public List<Action> prepare() {
        if (!kept.canNote() || kept.present()) {
            return List.of();
        }
        return List.of(new Action.Work(KeptSchema::require, List.of(KeptSchema.CREATE)),
                new Action.Brief(context.name(), kept.createIfMissing(context.resolved().keyType(), context.script())));
    }

    /** Notes every row that differs; without a key that finds them again, or before there is a column, there is nothing to note. */
    public List<Action> keep() {
        if (!kept.canNote() || context.column().isEmpty() || context.scope().routes().isEmpty()) {
            return List.of();
        }
        context.sound();
        List<Action> actions = new ArrayList<>(prepare());
        actions.add(new Action.Work(this::keep, List.of(note(), forget())));
        return actions;
    }

    private void keep(Connection connection) throws SQLException {
        long rows = Sql.first(connection, 0L, "SELECT pg_catalog.count(*) FROM " + context.resolved().rows() + " WHERE " + different(),
                row -> row.getLong(1));
        Sql.execute(connection, forget());
        if (rows > 0) {
            Sql.execute(connection, note());
            LOG.info("{}: {} rows hold another organization than their routes give; it is kept in {}", context.name(), rows, kept.name());
        }
    }

    private String note() {
        return kept.note(context.resolved().rows(), " AND " + different());
    }

    private String forget() {
        return kept.forget(context.name().sql() + " AS t", "");
    }

    private String different() {
        return context.resolved().routedInRows() + " <> " + context.resolved().stored();
    }
}
