package io.orgscope.reference;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.IsolatedTable;
import io.orgscope.step.Action;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import liquibase.ChecksumVersion;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** Step 11, {@code makeReferencesComposite}. */
@DatabaseChange(name = "makeReferencesComposite", description = "Foreign keys between isolated tables carry the organization", priority = 1)
public final class MakeReferencesCompositeChange extends OrganizationScopeChange {

    private static final String ISOLATED = "isolatedTables";

    @Override
    protected List<Action> forward(StepContext context) {
        throw new OrgScopeException("references: composite is not built yet.");
    }

    @Override
    protected List<Action> back(StepContext context) {
        return List.of();
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        IsolatedTable.parse(ISOLATED, settings().get(ISOLATED));
    }

    /** The tables of the whole file: one that joins it later must not make another change of this one. */
    @Override
    public String[] getExcludedFieldFilters(ChecksumVersion version) {
        return Stream.concat(Arrays.stream(super.getExcludedFieldFilters(version)), Stream.of(ISOLATED)).toArray(String[]::new);
    }

    @DatabaseChangeProperty(description = "The tables that take part, as a YAML list of table, column", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getIsolatedTables() {
        return settings().get(ISOLATED);
    }

    public void setIsolatedTables(String value) {
        settings().set(ISOLATED, value);
    }
}
