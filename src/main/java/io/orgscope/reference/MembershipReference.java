package io.orgscope.reference;

import io.orgscope.index.ReferencedKey;
import io.orgscope.postgres.Column;
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
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Step 11 if users belong to several organizations: the organization and the user of a row have to be a membership. The
 * foreign key to the users stays, with its ON DELETE. The new key prevents that a membership is deleted while rows
 * reference it.
 */
final class MembershipReference {

    private static final SqlTemplate STRANGERS = new SqlTemplate("""
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
        this.wanted = new ForeignKey(Naming.membership(context.name().name(), column), context.name(), List.of(context.scope().column(), column),
                context.scope().target(hop), List.of(path.answer(), hop.key().get(0)), 'a', new ForeignKey.Options('a', List.of(), false, false,
                false), false, "", null);
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

    List<Action> add() {
        context.sound();
        requireColumns();
        Optional<ForeignKey> found = found();
        found.ifPresent(Enforced::require);
        List<Action> actions = new ArrayList<>();
        if (!found.map(ForeignKey::validated).orElse(false)) {
            actions.add(HiddenRows.refuse(wanted));
            actions.add(new Action.Work(this::refuseStrangers, List.of(StepScript.refuseIfAny(strangers(context.table().orElse(null)), message("rows")))));
        }
        if (found.isEmpty()) {
            actions.add(new Action.Brief(context.name(), also(wanted), List.of(wanted.add(), context.ledger().note(Ledger.made(wanted.name())))));
        } else if (!context.ledger().has(Ledger.made(found.get().name()))) {
            actions.add(Action.Note.ofAdopted("The foreign key " + found.get().name() + " of " + context.name()));
        }
        if (!found.map(ForeignKey::validated).orElse(false)) {
            actions.add(new Action.Brief(context.name(), found.orElse(wanted).validate()));
        }
        return actions;
    }

    List<Action> drop() {
        boolean exists = context.table().stream().flatMap(table -> table.foreignKeys().stream()).anyMatch(key -> key.name().equals(wanted.name()));
        if (!context.ours(Ledger.made(wanted.name()), exists)) {
            return List.of();
        }
        return List.of(drop(context, wanted));
    }

    static Action drop(StepContext context, ForeignKey key) {
        return new Action.Brief(context.name(), also(key), List.of("ALTER TABLE " + context.name().sql() + " DROP CONSTRAINT IF EXISTS "
                + Identifier.quote(key.name()), context.ledger().forget(Ledger.made(key.name()))));
    }

    /** The line of the ledger for the key. */
    static String line(String table, RoutePath path) {
        return Ledger.made(Naming.membership(table, path.from().get(0)));
    }

    private static TableName also(ForeignKey key) {
        return key.target().equals(key.table()) ? null : key.target();
    }

    private void requireColumns() {
        Optional<Table> memberships = context.catalog().find(wanted.target());
        if (memberships.isPresent() && ReferencedKey.keyIndex(memberships.get(), wanted.targetColumns()).isEmpty()) {
            throw new OrgScopeException("No unique index of " + wanted.target() + " is over " + String.join(", ", wanted.targetColumns())
                    + " alone, so no foreign key can reference a membership. If a user is a member of an organization only once, create one: CREATE"
                    + " UNIQUE INDEX CONCURRENTLY ON " + wanted.target().sql() + " (" + Identifier.list("", wanted.targetColumns())
                    + "). Otherwise take 'memberships:' out. This step changed nothing.");
        }
        if (!context.script() && !context.column().map(Column::notNull).orElse(false)) {
            throw new OrgScopeException(context.name().column(context.scope().column()) + " may be NULL, and a foreign key is not checked for a"
                    + " row with a NULL in it. Run step 04 first. This step changed nothing.");
        }
    }

    private Optional<ForeignKey> found() {
        return context.table().stream().flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.target().equals(wanted.target()) && key.pairs().equals(wanted.pairs())).findFirst();
    }

    private String strangers(Table table) {
        return STRANGERS.fill(Map.of("key", table == null ? "NULL" : RowKeys.key(table, "t"), "table", context.name().sql(),
                "user", Identifier.quote(wanted.columns().get(1)), "memberships", wanted.target().sql(), "join", Crossing.join(wanted, "t", "p")));
    }

    private void refuseStrangers(Connection connection) throws SQLException {
        RowKeys rows = RowKeys.ofQuery(connection, strangers(context.table().orElseThrow()));
        if (rows.count() > 0) {
            throw new OrgScopeException(message(rows.toString()));
        }
    }

    private String message(String rows) {
        return context.name() + ": " + rows + " with a " + wanted.columns().get(1) + " that is no member of the row's organization in " + wanted.target()
                + ". This step changed nothing. Make these users members, or name other users; then run update again.";
    }
}
