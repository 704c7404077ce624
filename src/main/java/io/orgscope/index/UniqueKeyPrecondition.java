package io.orgscope.index;

import io.orgscope.postgres.RowKeys;
import io.orgscope.step.OrganizationScopePrecondition;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The common part of both preconditions on unique keys: the properties and the message. */
public abstract class UniqueKeyPrecondition extends OrganizationScopePrecondition {

    static final String REPLACES = "replaces";
    static final String INDEX = "indexName";
    static final String COLUMNS = "columns";

    /** A query for the keys of the rows that have the same key as another row. Empty if there is no key to check. */
    abstract Optional<String> duplicates(StepContext context);

    /** What is wrong and what to do, to follow the number of rows. */
    abstract String hazard();

    /** The properties of which at least one has to be set. */
    abstract List<String> either();

    @Override
    protected final Optional<String> missing() {
        return super.missing().or(() -> either().stream().anyMatch(name -> settings().get(name) != null) ? Optional.empty()
                : Optional.of(getName() + " needs one of the properties " + String.join(", ", either()) + "."));
    }

    @Override
    protected final Optional<String> failure(StepContext context) throws SQLException {
        context.sound();
        Optional<String> query = duplicates(context);
        if (query.isEmpty()) {
            return Optional.empty();
        }
        RowKeys rows = RowKeys.ofQuery(context.connection(), query.get());
        return rows.count() == 0 ? Optional.empty() : Optional.of(message(getName(), context, rows.toString(), hazard()));
    }

    static String message(String rule, StepContext context, String rows, String hazard) {
        return rule + ": " + context.name() + ": " + rows + " " + hazard;
    }

    @Override
    protected final Set<String> furtherProperties() {
        return Set.of(REPLACES, INDEX, COLUMNS);
    }

    public void setReplaces(String value) {
        settings().set(REPLACES, value);
    }

    public void setIndexName(String value) {
        settings().set(INDEX, value);
    }

    public void setColumns(String value) {
        settings().set(COLUMNS, value);
    }
}
