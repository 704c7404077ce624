package io.orgscope.reference;

import io.orgscope.index.ReferencedKey;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.RoutePath;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.EachPartition;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Step 11 if users belong to several organizations: the organization and the user of a row have to be a membership. The
 * foreign key to the users stays, with its ON DELETE. The new key prevents that a membership is deleted while rows
 * reference it.
 */
final class MembershipReference {

    private static final SqlTemplate NON_MEMBERS = new SqlTemplate("""
            SELECT {key} AS key
              FROM {table} t
             WHERE t.{user} IS NOT NULL
               AND NOT EXISTS (SELECT FROM {memberships} p WHERE {join})""", Set.of("key", "table", "user", "memberships", "join"));

    private final StepContext context;
    private final ForeignKey wanted;

    MembershipReference(StepContext context, RoutePath path) {
        this.context = context;
        RoutePath.Hop hop = path.hops().get(0);
        String column = path.from().get(0);
        this.wanted = ForeignKey.planned(Naming.membership(context.name().name(), column), context.name(), List.of(context.scope().column(), column),
                context.scope().target(hop), List.of(path.answer(), hop.key().get(0)), 'a');
    }

    /**
     * Reads {@code column -> memberships(user).organization}.
     *
     * @throws OrgScopeException if it is something else
     */
    static RoutePath path(String text) {
        RoutePath path = RoutePath.parse(text);
        if (!path.namesOneKey()) {
            throw new OrgScopeException("A membership is written column -> memberships(user).organization, not '" + text + "'.");
        }
        return path;
    }

    List<Action> add() throws SQLException {
        context.sound();
        requireColumns();
        Optional<ForeignKey> found = context.table().flatMap(table -> fitting(table).findFirst());
        found.ifPresent(Enforced::require);
        List<Action> actions = new ArrayList<>();
        if (!found.map(ForeignKey::validated).orElse(false)) {
            actions.add(HiddenRows.refuse(wanted));
            String state = found.map(Unmatched::enforced).orElse("This step changed nothing.");
            actions.add(StepScript.refuseRows(nonMembers(), rows -> message(rows, state)));
        }
        if (found.isEmpty() && context.partitioned()) {
            actions.add(new Action.Brief(context.name(), context.ledger().note(Ledger.made(wanted.name()))));
            actions.addAll(EachPartition.then(context, also(), this::addTo, List.of(wanted.addValid())));
            return actions;
        }
        if (found.isEmpty()) {
            actions.add(new Action.Brief(context.name(), also(), List.of(wanted.add(), context.ledger().note(Ledger.made(wanted.name())))));
        } else if (!context.ledger().has(Ledger.made(found.get().name()))) {
            actions.add(Action.Note.ofAdopted("The foreign key " + found.get().name() + " of " + context.name()));
        }
        if (!found.map(ForeignKey::validated).orElse(false)) {
            actions.add(validate(found.orElse(wanted)));
        }
        return actions;
    }

    /** The actions for what a partition lacks. PostgreSQL 14 to 17 have no NOT VALID for the whole table. */
    private List<Action> addTo(Table partition) {
        ForeignKey own = wanted.of(partition.name());
        fitting(partition).forEach(Enforced::require);
        Optional<ForeignKey> found = fitting(partition).filter(this::canBeAdopted).findFirst();
        List<Action> actions = new ArrayList<>();
        if (found.isEmpty()) {
            actions.add(new Action.Brief(partition.name(), also(), List.of(own.add())));
        }
        if (!found.map(ForeignKey::validated).orElse(false)) {
            actions.add(validate(found.orElse(own)));
        }
        return actions;
    }

    /** Between the check of the rows and the new key, the application may have written rows of users that are no members. */
    private Action validate(ForeignKey key) {
        return Unmatched.validated(key, rows -> message(rows, Unmatched.enforced(key)));
    }

    /** Whether the key of the whole table can adopt that of a partition. It has to be the same in everything but its name. */
    private boolean canBeAdopted(ForeignKey key) {
        return key.columns().equals(wanted.columns()) && key.targetColumns().equals(wanted.targetColumns()) && key.onDelete() == wanted.onDelete()
                && key.options().equals(wanted.options());
    }

    List<Action> drop() throws SQLException {
        boolean exists = context.table().flatMap(table -> named(table, wanted.name())).isPresent();
        return context.ours(Ledger.made(wanted.name()), exists) ? List.of(drop(context, wanted.name(), also())) : List.of();
    }

    /**
     * Drops a key of the table. If a step was stopped before it made that key, it drops the keys that the partitions have.
     *
     * @param also the memberships; null if they are not known
     */
    static Action drop(StepContext context, String name, TableName also) throws SQLException {
        List<TableName> tables = new ArrayList<>(List.of(context.name()));
        if (!context.script() && context.partitioned() && named(context.table().orElseThrow(), name).isEmpty()) {
            Catalog.ofTree(context.connection(), context.name()).tables().stream().filter(table -> named(table, name).isPresent()).map(Table::name)
                    .forEach(tables::add);
        }
        List<String> statements = new ArrayList<>(tables.stream().map(table -> table.dropConstraint(name)).toList());
        statements.add(context.ledger().forget(Ledger.made(name)));
        return new Action.Brief(context.name(), also, statements);
    }

    /** The foreign key of a table that has this name. */
    static Optional<ForeignKey> named(Table table, String name) {
        return table.foreignKeys().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** The line of the ledger for the key. */
    static String line(String table, RoutePath path) {
        return Ledger.made(Naming.membership(table, path.from().get(0)));
    }

    private TableName also() {
        return wanted.target().equals(context.name()) ? null : wanted.target();
    }

    private void requireColumns() {
        Optional<Table> memberships = context.catalog().find(wanted.target());
        if (memberships.isPresent() && ReferencedKey.keyIndex(memberships.get(), wanted.targetColumns()).isEmpty()) {
            throw new OrgScopeException("No unique index of " + wanted.target() + " is over " + String.join(", ", wanted.targetColumns())
                    + " alone, so no foreign key can reference a membership. If a user is a member of an organization only once, create one: CREATE"
                    + " UNIQUE INDEX " + (memberships.get().kind() == 'p' ? "" : "CONCURRENTLY ") + "ON " + wanted.target().sql()
                    + " (" + Identifier.list("", wanted.targetColumns()) + "). Otherwise take 'memberships:' out. This step changed nothing.");
        }
        if (!context.script() && !context.columnNotNull()) {
            throw new OrgScopeException(context.name().column(context.scope().column()) + " may be NULL, and a foreign key is not checked for a"
                    + " row with a NULL in it. Run step 04 first. This step changed nothing.");
        }
    }

    private Stream<ForeignKey> fitting(Table table) {
        return table.foreignKeys().stream().filter(key -> key.target().equals(wanted.target()) && key.pairs().equals(wanted.pairs()));
    }

    /** The keys of these rows. A script for a table that is not there yet needs none. */
    private String nonMembers() {
        return NON_MEMBERS.fill(Map.of("key", context.table().map(table -> RowKeys.key(table, "t")).orElse("NULL"), "table", context.name().sql(),
                "user", Identifier.quote(wanted.columns().get(1)), "memberships", wanted.target().sql(), "join", Crossing.join(wanted, "t", "p")));
    }

    private String message(String rows, String state) {
        return context.name() + ": " + rows + " with a " + wanted.columns().get(1) + " that is no member of the row's organization in " + wanted.target()
                + ". " + state + " Make these users members, or name other users; then run update again.";
    }
}
