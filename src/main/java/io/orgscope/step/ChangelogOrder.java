package io.orgscope.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;

/**
 * The change sets of a whole changelog, in their order. It is made once for a changelog: each step asks, and to search one change set among
 * thousands takes longer than the step of a small table.
 */
public final class ChangelogOrder {

    private static final String ATTRIBUTE = "orgscope.order";

    private final List<ChangeSet> all;
    private final Map<ChangeSet, Integer> positions = new IdentityHashMap<>();
    private final Map<List<String>, List<OrganizationScopeChange>> traced = new HashMap<>();
    private final Map<Class<?>, Map<ChangeSet, Integer>> positionsAmong = new HashMap<>();

    private ChangelogOrder(List<ChangeSet> all) {
        this.all = all;
        for (ChangeSet changeSet : all) {
            positions.put(changeSet, positions.size());
            changes(changeSet).filter(Traced.class::isInstance)
                    .forEach(change -> traced.computeIfAbsent(tableOf(change), any -> new ArrayList<>()).add(change));
        }
    }

    /**
     * The order of the changelog that the change set belongs to. It is kept on the change sets, so it goes with them.
     *
     * @param changeSet null, or one without a changelog, has an order of nothing
     */
    public static synchronized ChangelogOrder of(ChangeSet changeSet) {
        if (changeSet == null || changeSet.getChangeLog() == null) {
            return new ChangelogOrder(List.of());
        }
        if (changeSet.getAttribute(ATTRIBUTE) instanceof ChangelogOrder order) {
            return order;
        }
        DatabaseChangeLog root = changeSet.getChangeLog();
        while (root.getParentChangeLog() != null) {
            root = root.getParentChangeLog();
        }
        ChangelogOrder order = new ChangelogOrder(List.copyOf(root.getChangeSets()));
        order.all.forEach(each -> each.setAttribute(ATTRIBUTE, order));
        return order;
    }

    List<ChangeSet> all() {
        return all;
    }

    List<ChangeSet> before(ChangeSet changeSet) {
        return all.subList(0, positions.getOrDefault(changeSet, all.size()));
    }

    /** The change set after this one; null after the last one. */
    ChangeSet next(ChangeSet changeSet) {
        int next = positions.getOrDefault(changeSet, all.size()) + 1;
        return next < all.size() ? all.get(next) : null;
    }

    /** The {@link Traced} changes of the same table that come in later change sets, the last one first. */
    List<OrganizationScopeChange> laterTraced(OrganizationScopeChange change) {
        int position = positions.getOrDefault(change.getChangeSet(), all.size());
        List<OrganizationScopeChange> later = new ArrayList<>();
        for (OrganizationScopeChange other : traced.getOrDefault(tableOf(change), List.of())) {
            if (positions.get(other.getChangeSet()) > position) {
                later.add(0, other);
            }
        }
        return later;
    }

    /**
     * The position of a change set among those that have a change of a class, such as {@code "table 37 of 301"}. Empty if it is the only one.
     */
    public synchronized String place(ChangeSet changeSet, Class<? extends OrganizationScopeChange> of) {
        Map<ChangeSet, Integer> places = positionsAmong.computeIfAbsent(of, this::positionsAmong);
        return places.size() < 2 || !places.containsKey(changeSet) ? "" : "table " + places.get(changeSet) + " of " + places.size();
    }

    private Map<ChangeSet, Integer> positionsAmong(Class<?> of) {
        Map<ChangeSet, Integer> places = new IdentityHashMap<>();
        all.stream().filter(changeSet -> changes(changeSet).anyMatch(of::isInstance)).forEach(changeSet -> places.put(changeSet, places.size() + 1));
        return places;
    }

    /** The changes of this library in a change set. */
    static Stream<OrganizationScopeChange> changes(ChangeSet changeSet) {
        return changeSet.getChanges().stream().filter(OrganizationScopeChange.class::isInstance).map(OrganizationScopeChange.class::cast);
    }

    private static List<String> tableOf(ScopedTableChange change) {
        return Arrays.asList(change.getSchemaName(), change.getTableName());
    }
}
