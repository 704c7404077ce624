package io.orgscope.isolation;

import io.orgscope.step.OrganizationScopePrecondition;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** {@code verifyOrganizationIsolation}: the same as the change, as a precondition. */
public final class VerifyOrganizationIsolationPrecondition extends OrganizationScopePrecondition {

    @Override
    public String getName() {
        return VerifyOrganizationIsolationChange.NAME;
    }

    @Override
    protected Optional<String> failure(StepContext context) throws SQLException {
        return VerifyOrganizationIsolationChange.findings(VerifyOrganizationIsolationChange.proof(context, settings())).failure();
    }

    @Override
    protected Set<String> furtherProperties() {
        return Set.of(RowProperties.SETTING, RowProperties.ROLES, RowProperties.FORCE, VerifyOrganizationIsolationChange.ISOLATED,
                VerifyOrganizationIsolationChange.REFERENCES, VerifyOrganizationIsolationChange.TIMEOUT);
    }

    public void setSetting(String value) {
        settings().set(RowProperties.SETTING, value);
    }

    public void setRoles(String value) {
        settings().set(RowProperties.ROLES, value);
    }

    public void setForce(String value) {
        settings().set(RowProperties.FORCE, value);
    }

    public void setIsolatedTables(String value) {
        settings().set(VerifyOrganizationIsolationChange.ISOLATED, value);
    }

    public void setReferences(String value) {
        settings().set(VerifyOrganizationIsolationChange.REFERENCES, value);
    }

    public void setStatementTimeout(String value) {
        settings().set(VerifyOrganizationIsolationChange.TIMEOUT, value);
    }
}
