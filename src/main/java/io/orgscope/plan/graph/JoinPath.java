package io.orgscope.plan.graph;

import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import java.util.ArrayList;
import java.util.List;

/**
 * A route while it is still being put together: its tables have their schemas, whatever table it will start from.
 *
 * @param from columns of the row
 * @param when an SQL condition on the rows; null for all
 */
public record JoinPath(List<String> from, List<Step> steps, String when) {

    /**
     * A table on the way.
     *
     * @param key   empty where it is the key that the foreign key references, else the primary key
     */
    public record Step(TableName table, List<String> key, List<String> reads) {
    }

    /** The same way one table later: from {@code columns} to {@code table}, and on from there. */
    public JoinPath after(List<String> columns, Step step, String condition) {
        List<Step> longer = new ArrayList<>();
        longer.add(step);
        longer.addAll(steps);
        return new JoinPath(columns, List.copyOf(longer), condition);
    }

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
