package io.orgscope.plan.graph;

import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import java.util.ArrayList;
import java.util.List;

/**
 * A route while it is being built. Its tables have their schemas, because it is not known yet from which table it
 * starts.
 *
 * @param from columns of the row
 * @param when an SQL condition on the rows; null for all
 */
public record JoinPath(List<String> from, List<Step> steps, String when) {

    /**
     * A table on the way.
     *
     * @param key empty if it is the key that the foreign key references, else the primary key
     */
    public record Step(TableName table, List<String> key, List<String> reads) {
    }

    /** The path with one more table at its beginning: from {@code columns} to {@code table}, and then this path. */
    public JoinPath after(List<String> columns, Step step, String condition) {
        List<Step> longer = new ArrayList<>();
        longer.add(step);
        longer.addAll(steps);
        return new JoinPath(columns, List.copyOf(longer), condition);
    }

    /** The table in which the path ends. Its row has the organization. */
    public TableName last() {
        return steps.get(steps.size() - 1).table();
    }

    /** As a route of a table in {@code schema}. */
    public Route.Path route(String schema) {
        List<RoutePath.Hop> hops = steps.stream().map(step -> new RoutePath.Hop(
                step.table().schema().equals(schema) ? null : step.table().schema(), step.table().name(), step.key(),
                step.reads())).toList();
        return new Route.Path(new RoutePath(from, hops), when, null);
    }
}
