package io.orgscope.index;

import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;

/** Step 07: an index that begins with the organization. Queries for one organization use it, and so does its deletion. */
public final class OrganizationIndex {

    private final StepContext context;
    private final ScopedIndexes indexes;
    private final String name;

    public OrganizationIndex(StepContext context, String name) {
        this.context = context;
        this.indexes = new ScopedIndexes(context);
        this.name = name;
    }

    /** The actions of the update. Throws if something prevents them. */
    public List<Action> build() throws SQLException {
        context.sound();
        return indexes.build(name, IndexShape.of(false, List.of(context.scope().column())));
    }

    List<Action> drop() throws SQLException {
        return indexes.drop(name);
    }
}
