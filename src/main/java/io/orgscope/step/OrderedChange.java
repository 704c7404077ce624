package io.orgscope.step;

import io.orgscope.route.ScopedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;

/** A change with its place in the changelog. */
abstract class OrderedChange extends ScopedTableChange {

    /** The paths of changelogs in Liquibase's form. To make it, Liquibase asks for a setting each time, and each file has many change sets. */
    private static final Map<String, String> PATHS = new ConcurrentHashMap<>();

    /** @param names the change sets that have run before the script */
    private record Ran(Set<String> names) {
    }

    /** @param updates the change sets of which Liquibase has a record, and in a script had one before it, each with the update that ran it */
    private record Executed(Map<String, String> updates) {
    }

    /** The whole changelog of the change. */
    final Order order() {
        return Order.of(getChangeSet());
    }

    /** The position of the change set among those that have a change of this class, such as {@code "table 37 of 301"}. Empty if it is the only one. */
    protected final String place() {
        return order().place(getChangeSet(), getClass());
    }

    /** Whether the change writes the first line of the table's ledger, and its rollback removes it. */
    protected boolean beginsLedger() {
        return false;
    }

    /** Whether an earlier change set, of which Liquibase has a record, has begun the ledger of the table. */
    final boolean ledgerBegun(Database database) {
        Map<String, String> ran = executed(database);
        return order().before(getChangeSet()).stream().filter(changeSet -> ran.containsKey(name(changeSet))).flatMap(Order::changes)
                .anyMatch(change -> change.beginsLedger() && ledgerOf(change).equals(ledgerOf(this)));
    }

    /**
     * The changes that have begun the ledgers of tables, by the records of Liquibase, as far as the update that ran this change has a later change set of
     * the table. It has to be a later one, because the rollback of the first one may have ended the ledger and been stopped before the record goes.
     */
    final List<OrganizationScopeChange> ledgersBegun(Database database) {
        Map<String, String> ran = executed(database);
        Map<List<String>, OrganizationScopeChange> first = new HashMap<>();
        Set<OrganizationScopeChange> begun = new LinkedHashSet<>();
        order().all().stream().filter(changeSet -> ran.containsKey(name(changeSet))).flatMap(Order::changes).forEach(change -> {
            OrganizationScopeChange earlier = first.get(ledgerOf(change));
            if (change.beginsLedger()) {
                first.putIfAbsent(ledgerOf(change), change);
            } else if (earlier != null && !earlier.getChangeSet().equals(change.getChangeSet()) && !ofAnotherUpdate(change, ran)) {
                begun.add(earlier);
            }
        });
        return List.copyOf(begun);
    }

    /** The changes of a kind that another update ran than this one. */
    protected final <C extends OrganizationScopeChange> List<C> ofOtherUpdates(Class<C> kind, Database database) {
        Map<String, String> ran = executed(database);
        return order().all().stream().flatMap(Order::changes).filter(kind::isInstance).map(kind::cast)
                .filter(change -> ofAnotherUpdate(change, ran)).toList();
    }

    /** The changes of a kind in the whole changelog that are about the same table. */
    protected final <C extends RolledBackEarlier> Stream<C> ofSameTable(Class<C> kind) {
        return order().rolledBackEarlier(this).stream().filter(kind::isInstance).map(kind::cast);
    }

    /**
     * Whether another update ran the change, by the records of Liquibase. A rollback most often takes back whole updates, the last one first. So what an update
     * made is checked before anything of it goes. What an earlier one made may have to stay, and is checked when its own turn comes.
     */
    private boolean ofAnotherUpdate(OrganizationScopeChange other, Map<String, String> ran) {
        String update = ran.get(name(other.getChangeSet()));
        return update != null && !update.equals(ran.get(name(getChangeSet())));
    }

    /** The update that ran this change. Liquibase sets it while it rolls back what it has a record of. */
    final Optional<String> ownUpdate() {
        return Optional.ofNullable(getChangeSet()).map(ChangeSet::getDeploymentId);
    }

    /** Where the ledger is: in the comment of a column. */
    private static List<String> ledgerOf(ScopedTableChange change) {
        return Arrays.asList(change.getSchemaName(), change.getTableName(), change.getColumnName() == null ? ScopedTable.DEFAULT_COLUMN : change.getColumnName());
    }

    /**
     * Whether the script certainly goes on with a change of ours. What Liquibase leaves out is not known here. So the change
     * set that comes next in the changelog has to be ours and not to have run, and nothing may choose between the two.
     */
    final boolean goesOn(ScriptCommand command, Database database) {
        ChangeSet current = getChangeSet();
        if (current == null || !ours(current)) {
            return false;
        }
        Ran ran = command.kept(Ran.class, () -> new Ran(ran(database)));
        ChangeSet next = order().next(current);
        return this != current.getChanges().get(current.getChanges().size() - 1)
                || next != null && ours(next) && chosenBy(current).equals(chosenBy(next)) && !ran.names().contains(name(next));
    }

    /** Whether Liquibase has a record of the change set. */
    final boolean recorded(Database database) {
        return ran(database).contains(name(getChangeSet()));
    }

    private static Set<String> ran(Database database) {
        return recorded(database, ran -> true).keySet();
    }

    /**
     * The change sets of which Liquibase has a record, each with the update that ran it, without those that a precondition has marked as ran. While a script is
     * written, Liquibase counts the change sets in it as ran. So the first change of a script asks, and the answer stays.
     */
    static Map<String, String> executed(Database database) {
        Executor executor = Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
        Supplier<Executed> now = () -> new Executed(recorded(database, ran -> ran.getExecType() != ChangeSet.ExecType.MARK_RAN));
        return (executor.updatesDatabase() ? now.get() : ScriptCommand.of(executor).kept(Executed.class, now)).updates();
    }

    private static Map<String, String> recorded(Database database, Predicate<RanChangeSet> which) {
        try {
            return database.getRanChangeSetList().stream().filter(which).collect(Collectors.toMap(
                    ran -> name(ran.getId(), ran.getAuthor(), ran.getChangeLog()), ran -> Objects.toString(ran.getDeploymentId(), ""), (first, second) -> second));
        } catch (DatabaseException failed) {
            throw new UnexpectedLiquibaseException(failed.getMessage(), failed);
        }
    }

    private static String name(ChangeSet changeSet) {
        return name(changeSet.getId(), changeSet.getAuthor(), changeSet.getFilePath());
    }

    /** What tells change sets apart for Liquibase. The id of one is often unique in its file only. */
    private static String name(String id, String author, String file) {
        return id + "\n" + author + "\n" + PATHS.computeIfAbsent(Objects.toString(file, ""), DatabaseChangeLog::normalizePath);
    }

    private static boolean ours(ChangeSet changeSet) {
        return !changeSet.getChanges().isEmpty() && changeSet.getChanges().stream().allMatch(OrderedChange.class::isInstance)
                && changeSet.getPreconditions() == null && changeSet.getRunWith() == null;
    }

    /** What Liquibase's filters look at. */
    private static String chosenBy(ChangeSet changeSet) {
        return Stream.of(changeSet.getLabels(), changeSet.getContextFilter(), changeSet.getInheritableLabels(), changeSet.getInheritableContextFilter(),
                changeSet.getDbmsSet(), changeSet.isIgnore(), changeSet.isInheritableIgnore())
                .map(each -> each instanceof Collection<?> many ? many.stream().map(String::valueOf).sorted().toList().toString() : Objects.toString(each, ""))
                .collect(Collectors.joining("\n"));
    }

    /**
     * The change sets of a whole changelog, in their order. It is made once for a changelog: each step asks, and to search one change set among
     * thousands takes longer than the step of a small table.
     */
    static final class Order {

        private static final String ATTRIBUTE = "orgscope.order";

        private final List<ChangeSet> all;
        private final Map<ChangeSet, Integer> positions = new IdentityHashMap<>();
        private final Map<List<String>, List<OrganizationScopeChange>> rolledBackEarlier = new HashMap<>();
        private final Map<Class<?>, Map<ChangeSet, Integer>> positionsAmong = new HashMap<>();

        private Order(List<ChangeSet> all) {
            this.all = all;
            for (ChangeSet changeSet : all) {
                positions.put(changeSet, positions.size());
                changes(changeSet).filter(RolledBackEarlier.class::isInstance)
                        .forEach(change -> rolledBackEarlier.computeIfAbsent(tableOf(change), any -> new ArrayList<>()).add(change));
            }
        }

        /**
         * The order of the changelog that the change set belongs to. It is kept on the change sets, so it goes with them.
         *
         * @param changeSet null, or one without a changelog, has an order of nothing
         */
        static synchronized Order of(ChangeSet changeSet) {
            if (changeSet == null || changeSet.getChangeLog() == null) {
                return new Order(List.of());
            }
            if (changeSet.getAttribute(ATTRIBUTE) instanceof Order order) {
                return order;
            }
            DatabaseChangeLog root = changeSet.getChangeLog();
            while (root.getParentChangeLog() != null) {
                root = root.getParentChangeLog();
            }
            Order order = new Order(List.copyOf(root.getChangeSets()));
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

        /** The {@link RolledBackEarlier} changes of the same table. */
        List<OrganizationScopeChange> rolledBackEarlier(ScopedTableChange change) {
            return rolledBackEarlier.getOrDefault(tableOf(change), List.of());
        }

        /** The {@link RolledBackEarlier} changes of the same table that come in later change sets, the last one first. */
        List<OrganizationScopeChange> laterRolledBackEarlier(OrganizationScopeChange change) {
            int position = positions.getOrDefault(change.getChangeSet(), all.size());
            List<OrganizationScopeChange> later = new ArrayList<>();
            for (OrganizationScopeChange other : rolledBackEarlier(change)) {
                if (positions.get(other.getChangeSet()) > position) {
                    later.add(0, other);
                }
            }
            return later;
        }

        synchronized String place(ChangeSet changeSet, Class<?> of) {
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
}
