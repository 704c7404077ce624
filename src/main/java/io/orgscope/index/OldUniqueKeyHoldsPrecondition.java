package io.orgscope.index;

import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.step.StepContext;
import java.util.List;
import java.util.Optional;

/** {@code oldUniqueKeyHolds}: the key without the organization is still unique, so a rollback is possible. */
public final class OldUniqueKeyHoldsPrecondition extends UniqueKeyPrecondition {

    @Override
    public String getName() {
        return "oldUniqueKeyHolds";
    }

    @Override
    List<String> either() {
        return List.of(INDEX, REPLACES);
    }

    @Override
    String hazard() {
        return "have the same key as a row of another organization: the old unique index could not be built again. Merge or delete one of the two rows.";
    }

    @Override
    Optional<String> duplicates(StepContext context) {
        Index index = find(context, INDEX).or(() -> find(context, REPLACES)).orElseThrow(() -> new OrgScopeException(getName() + ": "
                + context.name() + " has none of the named indexes, so the old key is not known. Name the scoped index"
                + " (indexName) or the old one (replaces)."));
        return Optional.of(OldIndex.duplicates(index, context.table().orElseThrow(), context.scope().column()));
    }

    private Optional<Index> find(StepContext context, String setting) {
        return settings().find(setting).flatMap(name -> context.table().flatMap(table -> table.index(name)));
    }
}
