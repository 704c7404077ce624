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
 * The way back of step 08: rows for which the application chose another organization than their routes give. They are kept
 * like those of a whole downgrade, so that the verification of the next update takes them for what they are.
 */
public final class ChosenOrganizations {

    private static final Logger LOG = LoggerFactory.getLogger(ChosenOrganizations.class);

    private final StepContext context;
    private final KeptAssignments kept;

    public ChosenOrganizations(StepContext context) {
        this.context = context;
        this.kept = context.resolved().kept();
    }

    /** Keeps them; without a key that finds them again, or before there is a column, there is nothing to keep. */
    public List<Action> keep() {
        if (!kept.possible() || kept.presumed() || context.column().isEmpty() || context.scope().routes().isEmpty()) {
            return List.of();
        }
        context.sound();
        List<String> script = new ArrayList<>(List.of(KeptSchema.CREATE));
        script.addAll(create(true));
        script.add(copy());
        return List.of(new Action.Work(this::keep, script));
    }

    private void keep(Connection connection) throws SQLException {
        long rows = Sql.first(connection, 0L, "SELECT pg_catalog.count(*) FROM " + context.resolved().rows() + " WHERE " + different(),
                row -> row.getLong(1));
        if (rows == 0) {
            return;
        }
        KeptSchema.require(connection);
        for (String statement : create(false)) {
            Sql.execute(connection, statement);
        }
        Sql.execute(connection, copy());
        LOG.info("{}: {} rows hold another organization than their routes give; it is kept in {}", context.name(), rows, kept.name());
    }

    private List<String> create(boolean script) {
        return kept.present() ? List.of() : kept.create(context.resolved().keyType(), script);
    }

    private String copy() {
        return kept.copy(context.resolved().rows(), " AND " + different(), true);
    }

    private String different() {
        return context.resolved().valueInRows() + " <> " + context.resolved().stored();
    }
}
