package io.orgscope.isolation;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.IsolatedTable;
import io.orgscope.spec.Isolation;
import io.orgscope.spec.Tuning;
import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** Step 13, {@code verifyOrganizationIsolation}. */
@DatabaseChange(name = "verifyOrganizationIsolation", description = "Tries, in transactions that are rolled back, what a session of one"
        + " organization reaches of another's rows; changes nothing", priority = 1)
public final class VerifyOrganizationIsolationChange extends OrganizationScopeChange {

    static final String NAME = "verifyOrganizationIsolation";
    private static final String ISOLATED = "isolatedTables";
    private static final String REFERENCES = "references";
    private static final String TIMEOUT = "statementTimeout";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    @Override
    protected List<Action> forward(StepContext context) {
        return List.of(new Action.Work(connection -> verify(context), List.of("-- 13 verify isolation: " + context.name()
                + ": what to try depends on the rows; run liquibase update, or the precondition " + NAME + ", to have it tried")));
    }

    private void verify(StepContext context) throws SQLException {
        IsolationProof.Findings findings = new IsolationProof(proof(context, settings().get(RowProperties.SETTING), settings().get(RowProperties.ROLES),
                settings().get(RowProperties.FORCE), settings().get(ISOLATED), settings().get(REFERENCES), settings().get(TIMEOUT))).run();
        if (findings.failure().isPresent()) {
            throw new OrgScopeException(findings.failure().get());
        }
        Scope.getCurrentScope().getUI().sendMessage(findings.said());
    }

    /** Of properties, each null where it has its default. */
    static Proof proof(StepContext context, String setting, String roles, String force, String isolated, String references, String timeout)
            throws SQLException {
        return Proof.of(context, RowProperties.read(setting, roles, force), IsolatedTable.parse(ISOLATED, isolated), composite(references),
                timeout == null ? DEFAULT_TIMEOUT : Tuning.duration(TIMEOUT, timeout));
    }

    private static boolean composite(String references) {
        if (references != null && !references.equals("composite") && !references.equals("single")) {
            throw new OrgScopeException("references has to be composite or single, not '" + references + "'.");
        }
        return "composite".equals(references);
    }

    @Override
    protected List<Action> back(StepContext context) {
        return List.of();
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        RowProperties.read(settings().get(RowProperties.SETTING), settings().get(RowProperties.ROLES), settings().get(RowProperties.FORCE));
        IsolatedTable.parse(ISOLATED, settings().get(ISOLATED));
        composite(settings().get(REFERENCES));
        settings().find(TIMEOUT).ifPresent(text -> Tuning.duration(TIMEOUT, text));
    }

    /** Neither how long a statement may take, nor the tables of the whole file, makes another change of it. */
    @Override
    public String[] getExcludedFieldFilters(ChecksumVersion version) {
        return Stream.concat(Arrays.stream(super.getExcludedFieldFilters(version)), Stream.of(ISOLATED, TIMEOUT)).toArray(String[]::new);
    }

    @DatabaseChangeProperty(description = "The setting that says which organization a session works for; " + Isolation.Rows.DEFAULT_SETTING
            + " by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getSetting() {
        return settings().get(RowProperties.SETTING);
    }

    public void setSetting(String value) {
        settings().set(RowProperties.SETTING, Isolation.Rows.DEFAULT_SETTING.equals(value) ? null : value);
    }

    @DatabaseChangeProperty(description = "As whom to try: a role, or a YAML list of roles; by default every bound role that may use the table",
            requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getRoles() {
        return settings().get(RowProperties.ROLES);
    }

    public void setRoles(String value) {
        settings().set(RowProperties.ROLES, value);
    }

    @DatabaseChangeProperty(description = "true where the owner is bound too; false by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getForce() {
        return settings().get(RowProperties.FORCE);
    }

    public void setForce(String value) {
        settings().set(RowProperties.FORCE, "false".equals(value) ? null : value);
    }

    @DatabaseChangeProperty(description = "The tables that row security keeps apart, as a YAML list of table, column; by default the table alone",
            requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
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
