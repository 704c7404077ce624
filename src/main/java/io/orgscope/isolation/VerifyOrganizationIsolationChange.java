package io.orgscope.isolation;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.SqlState;
import io.orgscope.spec.IsolatedTable;
import io.orgscope.spec.Tuning;
import io.orgscope.step.Action;
import io.orgscope.step.Settings;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** Step 13, {@code verifyOrganizationIsolation}. */
@DatabaseChange(name = "verifyOrganizationIsolation", description = "Tries, in transactions that are rolled back, what a session of one"
        + " organization reaches of another's rows; changes nothing", priority = 1)
public final class VerifyOrganizationIsolationChange extends RowSecurityChange {

    static final String NAME = "verifyOrganizationIsolation";
    static final String ISOLATED = "isolatedTables";
    static final String REFERENCES = "references";
    static final String TIMEOUT = "statementTimeout";
    private static final String UNREAD = "Step 13 could not read the rows with which it tries its statements on ";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    @Override
    protected List<Action> forward(StepContext context) {
        return List.of(new Action.Work(connection -> verify(context), List.of("-- 13 verify isolation: " + context.name()
                + ": what to try depends on the rows; run liquibase update, or the precondition " + NAME + ", to have it tried")));
    }

    private void verify(StepContext context) throws SQLException {
        IsolationProof.Findings findings = findings(proof(context, settings()));
        if (findings.failure().isPresent()) {
            throw new OrgScopeException(findings.failure().get());
        }
        Scope.getCurrentScope().getUI().sendMessage(findings.said());
    }

    /**
     * Makes the proof.
     *
     * @throws OrgScopeException if it could not read the rows with which it tries its statements
     */
    static IsolationProof.Findings findings(ProofTarget proof) throws SQLException {
        try {
            return new IsolationProof(proof).run();
        } catch (SQLException failed) {
            if (!Attempts.cutShort(failed)) {
                throw failed;
            }
            String state = SqlState.inParentheses(failed);
            throw new OrgScopeException(SqlState.QUERY_CANCELED.equals(failed.getSQLState())
                    ? UNREAD + proof.table().name() + ": a statement took longer than " + TIMEOUT + ", or was canceled" + state + ". Nothing was changed. These"
                    + " reads are fast if an index begins with " + proof.scopeColumn() + ": make one if there is none, and run the command again. Step 13 of a"
                    + " declaration always has " + DEFAULT_TIMEOUT.toSeconds() + "s. Only " + NAME + " in a change set of your own (docs/changes.md) may have a longer " + TIMEOUT + "."
                    : UNREAD + proof.table().name() + ": another transaction was in the way, for example with a lock" + state + ". Nothing was changed. Wait for"
                    + " that transaction; then run the command again.", failed);
        }
    }

    /** Reads the properties. A property that is not set has its default. */
    static ProofTarget proof(StepContext context, Settings settings) throws SQLException {
        return ProofTarget.of(context, RowProperties.read(settings), IsolatedTable.parse(ISOLATED, settings.get(ISOLATED)), composite(settings.get(REFERENCES)),
                settings.find(TIMEOUT).map(text -> Tuning.duration(TIMEOUT, text)).orElse(DEFAULT_TIMEOUT));
    }

    private static boolean composite(String references) {
        if (references != null && !references.equals("composite") && !references.equals("single")) {
            throw new OrgScopeException("references has to be composite or single, not '" + references + "'.");
        }
        return "composite".equals(references);
    }

    @Override
    protected boolean hasRollback() {
        return false;
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        IsolatedTable.parse(ISOLATED, settings().get(ISOLATED));
        composite(settings().get(REFERENCES));
        settings().find(TIMEOUT).ifPresent(text -> Tuning.duration(TIMEOUT, text));
    }

    /** The checksum leaves out the timeout and the tables of the whole file. */
    @Override
    protected Stream<String> notInChecksum() {
        return Stream.concat(super.notInChecksum(), Stream.of(ISOLATED, TIMEOUT));
    }

    @DatabaseChangeProperty(description = "The tables that are declared, as a YAML list of schema, table, column, references, rows;"
            + " by default the table alone", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getIsolatedTables() {
        return settings().get(ISOLATED);
    }

    public void setIsolatedTables(String value) {
        settings().set(ISOLATED, value);
    }

    @DatabaseChangeProperty(description = "composite to try references across organizations too; single by default", requiredForDatabase = NOT_COMPUTED,
            supportsDatabase = POSTGRESQL)
    public String getReferences() {
        return settings().get(REFERENCES);
    }

    public void setReferences(String value) {
        settings().set(REFERENCES, "single".equals(value) ? null : value);
    }

    @DatabaseChangeProperty(description = "The longest that one statement may take, for example 5s", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getStatementTimeout() {
        return settings().get(TIMEOUT);
    }

    public void setStatementTimeout(String value) {
        settings().set(TIMEOUT, value);
    }
}
