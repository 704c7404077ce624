package io.orgscope.index;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.Naming;
import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.StepContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** The properties of steps 06 and 09. */
public abstract class UniqueSwapChange extends OrganizationScopeChange {

    private static final String NAME = "indexName";
    static final String REPLACES = "replaces";
    private static final String COLUMNS = "columns";

    @Override
    protected boolean usesRoutes() {
        return false;
    }

    /** The swap that the properties describe. */
    final UniqueSwap swap(StepContext context) {
        String replaces = settings().get(REPLACES);
        return new UniqueSwap(context, settings().find(NAME).orElseGet(() -> Naming.uniqueIndex(context.name().name(),
                context.scope().column(), replaces, columns())), replaces, columns());
    }

    /** The columns after the organization; empty to take those of the old index. */
    final List<String> columns() {
        return settings().find(COLUMNS).map(text -> Arrays.stream(text.split(",")).map(String::strip).toList()).orElse(List.of());
    }

    /** The checksum leaves out the columns if there is an old index: they are needed only for scripts without a database. */
    @Override
    protected Stream<String> notInChecksum() {
        return settings().get(REPLACES) == null ? super.notInChecksum() : Stream.concat(super.notInChecksum(), Stream.of(COLUMNS));
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        settings().requireName(NAME);
        settings().requireName(REPLACES);
        if (settings().get(REPLACES) == null && settings().get(COLUMNS) == null) {
            throw new OrgScopeException("either 'replaces', the unique index that it replaces, or 'columns' has to be set.");
        }
    }

    @DatabaseChangeProperty(description = "Name of the scoped index; derived by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getIndexName() {
        return settings().get(NAME);
    }

    public void setIndexName(String value) {
        settings().set(NAME, value);
    }

    @DatabaseChangeProperty(description = "The unique index or constraint that it replaces", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getReplaces() {
        return settings().get(REPLACES);
    }

    public void setReplaces(String value) {
        settings().set(REPLACES, value);
    }

    @DatabaseChangeProperty(description = "The columns after the organization, separated by commas; those of the old index by default", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getColumns() {
        return settings().get(COLUMNS);
    }

    public void setColumns(String value) {
        settings().set(COLUMNS, value);
    }
}
