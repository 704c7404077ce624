package io.orgscope.reference;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Check;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.spec.OnDelete;
import io.orgscope.step.Action;
import io.orgscope.step.EachPartition;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Step 05: the foreign key to the organizations. It is added NOT VALID under a short lock, and then validated by one
 * join while all sessions can write. For a small table both are one statement. It comes after the backfill. Before it,
 * PostgreSQL would check each filled row by itself.
 */
public final class OrganizationReference {

    /** The join of a small table with all organizations reads these at most once: a few milliseconds. */
    private static final long MOST_ORGANIZATION_BYTES = 8L << 20;

    private final StepContext context;
    private final Organizations organizations;
    private final String name;
    private final OnDelete onDelete;
    private final ForeignKey wanted;

    public OrganizationReference(StepContext context, String name, OnDelete onDelete) {
        this.context = context;
        this.organizations = context.scope().organizations();
        this.name = name;
        this.onDelete = onDelete;
        this.wanted = ForeignKey.planned(name, context.name(), List.of(context.scope().column()), organizations.table(), List.of(organizations.key()), onDelete.code());
    }

    /** The actions of the update. Throws if something prevents them. */
    public List<Action> add() throws SQLException {
        context.sound();
        requireKey();
        Optional<ForeignKey> found = fitting();
        List<Action> actions = new ArrayList<>();
        if (!found.map(ForeignKey::validated).orElse(false) && (context.script() || rowSecurity())) {
            actions.add(HiddenRows.refuse(context.name(), organizations.table()));
        }
        if (found.isEmpty() && context.partitioned()) {
            // The key of the whole table adopts the keys of the partitions, and does not check their rows again.
            actions.add(new Action.Brief(context.name(), context.ledger().note(Ledger.made(name))));
            actions.addAll(EachPartition.then(context, organizations.table(), this::addTo, List.of(wanted.addValid())));
            return actions;
        }
        if (found.isEmpty()) {
            Action.Brief added = new Action.Brief(context.name(), organizations.table(), List.of(atOnce() ? wanted.addValid() : wanted.add(),
                    context.ledger().note(Ledger.made(name))));
            actions.add(atOnce() ? Unmatched.explained(added, wanted, rows -> message(rows, "This step changed nothing.")) : added);
        } else if (!context.ledger().has(Ledger.made(found.get().name()))) {
            actions.add(Action.Note.ofAdopted("The foreign key " + found.get().name() + " of " + context.name()));
        }
        if (found.isPresent() ? !found.get().validated() : !atOnce()) {
            actions.add(validate(found.orElse(wanted)));
        }
        return actions;
    }

    private boolean rowSecurity() {
        return context.partitioned() || Stream.of(context.name(), organizations.table())
                .anyMatch(table -> context.catalog().find(table).map(Table::rowSecurity).orElse(true));
    }

    /** Whether the rows are so few that they are checked under the lock that adds the key. */
    private boolean atOnce() {
        return !context.script() && context.table().orElseThrow().small()
                && context.catalog().find(organizations.table()).map(table -> table.heapBytes() <= MOST_ORGANIZATION_BYTES).orElse(false);
    }

    /** Since the rows were filled, somebody may have deleted their organization. */
    private Action validate(ForeignKey key) {
        return Unmatched.validated(key, rows -> message(rows, Unmatched.enforced(key)));
    }

    private String message(String rows, String state) {
        return context.name() + ": " + rows + " hold an organization that is not in " + organizations.table() + ", so the foreign key does not hold. It was probably deleted"
                + " since the rows got it. " + state + " Insert the organization again, or set " + context.scope().column() + " of these rows to another one;"
                + " then run update again.";
    }

    /** The actions for what a partition lacks. */
    private List<Action> addTo(Table partition) {
        ForeignKey own = wanted.of(partition.name());
        // PostgreSQL refuses the key of the whole table while a partition has such a key.
        partition.foreignKeys().stream().filter(this::fits).forEach(Enforced::require);
        Optional<ForeignKey> found = partition.foreignKeys().stream().filter(this::fits).filter(this::canBeAdopted).findFirst();
        List<Action> actions = new ArrayList<>();
        if (found.isEmpty()) {
            actions.add(new Action.Brief(partition.name(), organizations.table(), List.of(own.add())));
        }
        if (!found.map(ForeignKey::validated).orElse(false)) {
            actions.add(validate(found.orElse(own)));
        }
        return actions;
    }

    private boolean fits(ForeignKey key) {
        return organizations.keyOf(context.scope().column(), key);
    }

    /** Whether the key of the whole table can adopt that of a partition. It has to be the same in everything but its name. */
    private boolean canBeAdopted(ForeignKey key) {
        ForeignKey.Options options = key.options();
        return key.onDelete() == onDelete.code() && options.onDeleteColumns().isEmpty() && options.onUpdate() == 'a' && !options.matchFull()
                && !options.deferrable();
    }

    private void requireKey() {
        Optional<Table> table = context.catalog().find(organizations.table());
        if (table.isPresent() && !table.get().uniqueBy(List.of(organizations.key()))) {
            throw new OrgScopeException(notUnique(organizations, table.get()));
        }
    }

    /** The message if no foreign key can reference the organizations' key. */
    public static String notUnique(Organizations organizations, Table table) {
        if (table.virtual(organizations.key())) {
            return organizations.table().column(organizations.key()) + " is a virtual generated column, which can have no unique index, so no foreign key can"
                    + " reference it. Name another key (organizations: { key: … }).";
        }
        return organizations.table().column(organizations.key()) + " has no unique index, so no foreign key can reference it."
                + " Make it the primary key, or name another key (organizations: { key: … }).";
    }

    /** The foreign key from the column to the organizations, whatever its name. */
    private Optional<ForeignKey> fitting() {
        List<ForeignKey> all = context.table().map(Table::foreignKeys).orElse(List.of());
        Optional<ForeignKey> found = all.stream().filter(this::fits).findFirst();
        found.ifPresent(Enforced::require);
        found.filter(key -> key.onDelete() != onDelete.code()).ifPresent(key -> {
            throw new OrgScopeException("The foreign key " + key.name() + " of " + context.name() + " is there already, as "
                    + key.definition() + ", but ON DELETE " + onDelete.word() + " is declared. Declare what it has (onDelete: …), or"
                    + " drop it; then run update again.");
        });
        if (found.isEmpty()) {
            taken().ifPresent(definition -> {
                throw new OrgScopeException("The name " + name + " is taken: " + context.name() + " has a constraint of that name, "
                        + definition + ". Give the foreign key another name (foreignKey: …).");
            });
        }
        return found;
    }

    /** The definition of another constraint that has our name. */
    private Optional<String> taken() {
        return context.table().stream().flatMap(table -> Stream.of(
                        table.foreignKeys().stream().filter(key -> key.name().equals(name)).map(ForeignKey::definition),
                        table.checks().stream().filter(check -> check.name().equals(name)).map(Check::definition),
                        table.indexes().stream().filter(index -> name.equals(index.constraint())).map(Index::constraintDefinition)))
                .flatMap(definitions -> definitions).findFirst();
    }

    /**
     * Drops the key with this name that a stopped step has left, of the table and of its partitions. Liquibase does not know of the step.
     *
     * @return nothing if there is no such key
     */
    public static List<Action> dropBegun(StepContext context, String name) throws SQLException {
        Organizations organizations = context.scope().organizations();
        Collection<Table> tables = context.partitioned() ? Catalog.ofTree(context.connection(), context.name()).tables()
                : context.table().stream().toList();
        List<TableName> on = tables.stream().filter(table -> table.foreignKeys().stream().anyMatch(key -> key.name().equals(name)
                && organizations.keyOf(context.scope().column(), key))).map(Table::name).toList();
        if (on.isEmpty()) {
            return List.of();
        }
        // First of the whole table, which drops what partitions have inherited.
        List<String> statements = new ArrayList<>(Stream.concat(Stream.of(context.name()), on.stream()).distinct().map(table -> table.dropConstraint(name)).toList());
        statements.add(context.ledger().forget(Ledger.made(name)));
        return List.of(new Action.Brief(context.name(), organizations.table(), statements));
    }

    List<Action> drop() {
        boolean exists = context.table().stream().flatMap(table -> table.foreignKeys().stream()).anyMatch(key -> key.name().equals(name));
        if (!context.ours(Ledger.made(name), exists) || !context.script() && context.column().isEmpty()) {
            return List.of();
        }
        return List.of(new Action.Brief(context.name(), organizations.table(), List.of(context.name().dropConstraint(name),
                context.ledger().forget(Ledger.made(name)))));
    }
}
