package io.orgscope.step;

import io.orgscope.route.ScopedTable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /**
     * The changelog of a script.
     *
     * @param next for each change set the one that comes after it
     * @param ran  the change sets that have run before the script
     */
    private record Order(Map<ChangeSet, ChangeSet> next, Set<String> ran) {
    }

    /** @param names the change sets of which Liquibase has a record, and in a script had one before it */
    private record Executed(Set<String> names) {
    }

    /** The change sets of the whole changelog. */
    final List<ChangeSet> wholeChangelog() {
        if (getChangeSet() == null || getChangeSet().getChangeLog() == null) {
            return List.of();
        }
        DatabaseChangeLog root = getChangeSet().getChangeLog();
        while (root.getParentChangeLog() != null) {
            root = root.getParentChangeLog();
        }
        return root.getChangeSets();
    }

    /** Whether the change writes the first line of the table's ledger, and its rollback removes it. */
    protected boolean beginsLedger() {
        return false;
    }

    /** Whether an earlier change set, of which Liquibase has a record, has begun the ledger of the table. */
    final boolean ledgerBegun(Database database) {
        Set<String> ran = executed(database);
        return wholeChangelog().stream().takeWhile(changeSet -> !changeSet.equals(getChangeSet())).filter(changeSet -> ran.contains(name(changeSet)))
                .flatMap(OrderedChange::changes).anyMatch(change -> change.beginsLedger() && ledgerOf(change).equals(ledgerOf(this)));
    }

    /**
     * The changes that have begun the ledgers of tables, by the records of Liquibase. A table counts if it has a record of a later change set too: the rollback
     * of the first one may have ended the ledger and been stopped before the record goes.
     */
    final List<OrganizationScopeChange> ledgersBegun(Database database) {
        Set<String> ran = executed(database);
        Map<List<String>, OrganizationScopeChange> first = new HashMap<>();
        Set<OrganizationScopeChange> begun = new LinkedHashSet<>();
        wholeChangelog().stream().filter(changeSet -> ran.contains(name(changeSet))).flatMap(OrderedChange::changes).forEach(change -> {
            OrganizationScopeChange earlier = first.get(ledgerOf(change));
            if (change.beginsLedger()) {
                first.putIfAbsent(ledgerOf(change), change);
            } else if (earlier != null && !earlier.getChangeSet().equals(change.getChangeSet())) {
                begun.add(earlier);
            }
        });
        return List.copyOf(begun);
    }

    /** Where the ledger is: in the comment of a column. */
    private static List<String> ledgerOf(ScopedTableChange change) {
        return Arrays.asList(change.getSchemaName(), change.getTableName(), change.getColumnName() == null ? ScopedTable.DEFAULT_COLUMN : change.getColumnName());
    }

    private static Stream<OrganizationScopeChange> changes(ChangeSet changeSet) {
        return changeSet.getChanges().stream().filter(OrganizationScopeChange.class::isInstance).map(OrganizationScopeChange.class::cast);
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
        Order order = command.kept(Order.class, () -> order(database));
        ChangeSet next = order.next().get(current);
        return this != current.getChanges().get(current.getChanges().size() - 1)
                || next != null && ours(next) && chosenBy(current).equals(chosenBy(next)) && !order.ran().contains(name(next));
    }

    /** The {@link Traced} changes of the same table that come in later change sets, the last one first. */
    final List<OrganizationScopeChange> laterTraced() {
        List<ChangeSet> all = wholeChangelog();
        Deque<OrganizationScopeChange> later = new ArrayDeque<>();
        for (ChangeSet changeSet : all.subList(all.indexOf(getChangeSet()) + 1, all.size())) {
            changes(changeSet).filter(change -> change instanceof Traced && sameTable(change)).forEach(later::addFirst);
        }
        return List.copyOf(later);
    }

    /** Whether Liquibase has a record of the change set. */
    final boolean recorded(Database database) {
        return ran(database).contains(name(getChangeSet().getId(), getChangeSet().getAuthor()));
    }

    private boolean sameTable(ScopedTableChange other) {
        return Objects.equals(getTableName(), other.getTableName()) && Objects.equals(getSchemaName(), other.getSchemaName());
    }

    private static Set<String> ran(Database database) {
        return recorded(database, ran -> true);
    }

    /**
     * Without those that a precondition has marked as ran. While a script is written, Liquibase counts the change sets in it as ran. So the first change of a
     * script asks, and the answer stays.
     */
    static Set<String> executed(Database database) {
        Executor executor = Scope.getCurrentScope().getSingleton(ExecutorService.class).getExecutor("jdbc", database);
        Supplier<Executed> now = () -> new Executed(recorded(database, ran -> ran.getExecType() != ChangeSet.ExecType.MARK_RAN));
        return (executor.updatesDatabase() ? now.get() : ScriptCommand.of(executor).kept(Executed.class, now)).names();
    }

    private static Set<String> recorded(Database database, Predicate<RanChangeSet> which) {
        try {
            return database.getRanChangeSetList().stream().filter(which).map(ran -> name(ran.getId(), ran.getAuthor())).collect(Collectors.toSet());
        } catch (DatabaseException failed) {
            throw new UnexpectedLiquibaseException(failed.getMessage(), failed);
        }
    }

    private Order order(Database database) {
        Map<ChangeSet, ChangeSet> next = new IdentityHashMap<>();
        List<ChangeSet> all = wholeChangelog();
        for (int i = 1; i < all.size(); i++) {
            next.put(all.get(i - 1), all.get(i));
        }
        return new Order(next, ran(database));
    }

    private static String name(ChangeSet changeSet) {
        return name(changeSet.getId(), changeSet.getAuthor());
    }

    private static String name(String id, String author) {
        return id + "\n" + author;
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
}
