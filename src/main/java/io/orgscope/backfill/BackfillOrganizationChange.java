package io.orgscope.backfill;

import io.orgscope.backfill.progress.ProgressBar;
import io.orgscope.backfill.progress.ProgressListener;
import io.orgscope.backfill.progress.ProgressText;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.report.Terminal;
import io.orgscope.spec.Tuning;
import io.orgscope.step.Action;
import io.orgscope.step.LiveStepStatement;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.Settings;
import io.orgscope.step.StepContext;
import io.orgscope.step.UpdateSummary;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.ui.ConsoleUIService;
import liquibase.ui.UIService;

/** Step 03, {@code backfillOrganization}. */
@DatabaseChange(name = "backfillOrganization", description = "Fills the organization of the rows that are there, in short batches that"
        + " each commit", priority = 1)
public final class BackfillOrganizationChange extends OrganizationScopeChange {

    private static final String WORKERS = "workers";
    private static final String BATCH = "batch";
    private static final String PACE = "pace";

    @Override
    protected List<Action> forward(StepContext context) {
        context.sound();
        if (context.scriptAddsDefault()) {
            return List.of(new Action.Note(context.name() + ": the column's default fills every row; there is nothing left to fill."));
        }
        return List.of(new Action.Work(connection -> fill(connection, context),
                List.of(new Script(task(context, context.resolved().value())).call()), List.of(Script.PROCEDURE)));
    }

    @Override
    protected Collection<String> required() {
        return List.of(Settings.TABLE, Settings.ROUTE);
    }

    @Override
    protected boolean hasRollback() {
        return false;
    }

    private BackfillTask task(StepContext context, String value) {
        return new BackfillTask(context.name(), context.scope().column(), value, options(), context.name(), context.scope().tables());
    }

    private void fill(Connection connection, StepContext context) throws SQLException {
        boolean kept = context.resolved().kept().present() && hasRows(connection, context.catalog().find(context.resolved().kept().name()).orElseThrow());
        BackfillTask task = task(context, kept ? context.resolved().value() : context.resolved().routed());
        BackfillResult result = new Backfill(task, () -> LiveStepStatement.another(connection), progress()).run(connection);
        UpdateSummary.current().filled(result.filled(), result.walBytes());
        if (result.empty() == 0) {
            return;
        }
        String empty = context.resolved().stored() + " IS NULL";
        RowKeys late = RowKeys.of(connection, context.table().orElseThrow(), empty + " AND (" + context.resolved().value() + ") IS NOT NULL");
        if (late.count() > 0) {
            throw new OrgScopeException("The backfill of " + context.name() + " has not filled " + late + ", although their routes give an organization."
                    + " They were inserted meanwhile, and nothing filled them. Run step 02, which fills new rows, then run update again.");
        }
        RowKeys rows = RowKeys.of(connection, context.table().orElseThrow(), empty);
        if (rows.count() > 0) {
            throw new OrgScopeException("The backfill of " + context.name() + " is done except for " + rows + ": their routes give no organization, or"
                    + " several. Correct the rows that the routes lead to, or add a route to the table; then run update again. It continues from here.");
        }
    }

    /** Reading an empty side table would make every row slower. */
    private static boolean hasRows(Connection connection, Table side) throws SQLException {
        return side.heapBytes() > 0 && Sql.first(connection, false, "SELECT true FROM " + side.name().sql() + " LIMIT 1", row -> row.getBoolean(1));
    }

    private ProgressListener progress() {
        UIService ui = Scope.getCurrentScope().getUI();
        return ui instanceof ConsoleUIService console && Terminal.isThere() ? new ProgressBar(console.getOutputStream(), place())
                : new ProgressText(ui::sendMessage, place());
    }

    private BackfillOptions options() {
        BackfillOptions options = BackfillOptions.defaults();
        if (settings().get(WORKERS) != null) {
            options = options.withWorkers(Tuning.workers(settings().get(WORKERS)));
        }
        if (settings().get(BATCH) != null) {
            options = options.withBatch(Tuning.batch(settings().get(BATCH)));
        }
        if (settings().get(PACE) != null) {
            options = options.withPace(Tuning.pace(settings().get(PACE)));
        }
        return options;
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        options();
    }

    @Override
    protected Stream<String> notInChecksum() {
        return Stream.concat(super.notInChecksum(), Stream.of(WORKERS, BATCH, PACE));
    }

    @DatabaseChangeProperty(description = "Connections that fill at the same time; 1 by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getWorkers() {
        return settings().get(WORKERS);
    }

    public void setWorkers(String value) {
        settings().set(WORKERS, value);
    }

    @DatabaseChangeProperty(description = "How long a batch should take, for example 20ms", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getBatch() {
        return settings().get(BATCH);
    }

    public void setBatch(String value) {
        settings().set(BATCH, value);
    }

    @DatabaseChangeProperty(description = "The percentage of its time in which a worker works; it rests in between. 100 by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getPace() {
        return settings().get(PACE);
    }

    public void setPace(String value) {
        settings().set(PACE, value);
    }
}
