package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.IndexReferences;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RequiredPrivileges;
import io.orgscope.postgres.TableName;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The old unique index, and what has to hold of it before a scoped one replaces it. */
final class ReplaceableIndex {

    private final StepContext context;
    private final Index old;
    private final Map<TableName, Index> parts;

    /** @param tree the table, with its partitions if it has any */
    ReplaceableIndex(StepContext context, Index old, Catalog tree) {
        this.context = context;
        this.old = old;
        this.parts = tree.parts(context.table().orElseThrow(), old);
    }

    /**
     * Throws if it cannot be replaced.
     *
     * @param columns the declared ones; empty for those of the index
     */
    void require(List<String> columns) throws SQLException {
        int references = IndexReferences.count(context.connection(), old);
        String problem = !old.unique() ? "is not unique"
                : !old.replaceable() ? "is not a btree: an index over ranges cannot be scoped"
                : old.primary() ? "is the primary key"
                : !old.valid() ? "is INVALID: a build of it failed"
                : !old.immediate() ? "belongs to a deferrable constraint, which a unique index cannot replace"
                : references > 0 ? "is what " + references + " foreign keys reference"
                : old.columns().contains(context.scope().column()) ? "has the organization column already"
                : null;
        if (problem != null) {
            throw new OrgScopeException("The index " + old.name() + " of " + context.name() + " " + problem
                    + ": it cannot be replaced. Take it out of 'unique:'.");
        }
        refuseReplicaIdentity();
        requireTablespaces();
        if (!columns.isEmpty() && !columns.equals(old.columns())) {
            throw new OrgScopeException("The index " + old.name() + " of " + context.name() + " is over " + old.columns()
                    + ", but the declaration says " + columns + ". Correct it, or leave 'columns:' out.");
        }
    }

    /** Step 09 comes long after step 06. Throws if something needs the index since. */
    void refuseNeeded() throws SQLException {
        refuseReplicaIdentity();
        ReferencingKeys.refuse(context, old.name(), parts.values(), "update");
        NamedConstraint.refuse(context, old, parts.values());
    }

    private void refuseReplicaIdentity() {
        ReplicaIdentity.refuse(parts, "run update again; or take " + old.name() + " out of 'unique:'.");
    }

    /** The check of the privileges does not know the partitions. */
    private void requireTablespaces() throws SQLException {
        RequiredPrivileges privileges = new RequiredPrivileges();
        parts.values().stream().map(Index::tablespace).filter(Objects::nonNull).forEach(privileges::needTablespace);
        List<String> grants = parts.size() > 1 ? privileges.grants(context.connection(), false) : List.of();
        if (!grants.isEmpty()) {
            throw new OrgScopeException("The index " + old.name() + " of " + context.name() + " has parts in a tablespace in which this role may not build one: a rollback"
                    + " builds these parts there again. Let an administrator run: " + String.join("; ", grants)
                    + "; then run update again. This step changed nothing.");
        }
    }
}
