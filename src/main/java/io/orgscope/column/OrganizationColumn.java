package io.orgscope.column;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.Sql;
import io.orgscope.route.NamedOrganization;
import io.orgscope.route.Organizations;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.Route;
import io.orgscope.route.Types;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Step 01: adds the column, nullable. For one named organization it is NOT NULL with a constant default, which changes
 * no row.
 */
public final class OrganizationColumn {

    static final String DEFAULT = Ledger.DEFAULT;

    /** The system columns that every table of PostgreSQL has. */
    private static final Set<String> SYSTEM = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private final StepContext context;
    private final ResolvedScope resolved;
    private final String column;

    public OrganizationColumn(StepContext context) {
        this.context = context;
        this.resolved = context.resolved();
        this.column = Identifier.quote(context.scope().column());
    }

    /** The actions of the update. Throws if something prevents them. */
    public List<Action> add() throws SQLException {
        context.sound();
        if (SYSTEM.contains(context.scope().column())) {
            throw new OrgScopeException(context.scope().column() + " is a system column of PostgreSQL. Choose another name (column: …). Nothing was"
                    + " changed.");
        }
        requireFollowed();
        new ChosenOrganizations(context).requireFitting();
        List<Action> actions = new ArrayList<>(makeNamedOrganizations());
        if (context.column().isPresent()) {
            adopt(context.column().get(), actions);
        } else if (context.defaultSuffices()) {
            actions.add(new NamedDefault(context).of(addColumn() + " NOT NULL DEFAULT ", context.ledger().note(Ledger.madeColumn()),
                    context.ledger().note(Ledger.made(DEFAULT))));
        } else {
            actions.add(new Action.Brief(context.name(), List.of(addColumn(), context.ledger().begin(Ledger.madeColumn()))));
        }
        return actions;
    }

    /**
     * What the triggers of step 02 cannot handle of a route. Nothing after the contract, when there are no triggers any
     * more.
     */
    public List<String> notFollowed(Route route) {
        return FilledColumn.retired(context) ? List.of() : resolved.notFollowed(route);
    }

    /** Throws if there is a route that the triggers of step 02 cannot handle. */
    void requireFollowed() {
        context.requireNone(context.scope().routes().stream().flatMap(route -> notFollowed(route).stream()).distinct().toList());
    }

    /** Whether the table has the trigger of step 02, which fills a row whose organization is set to NULL. */
    public static boolean keptFilled(StepContext context) {
        return context.table().filter(table -> table.triggers().contains(FillTrigger.ON_UPDATE)).isPresent();
    }

    private void adopt(Column found, List<Action> actions) throws SQLException {
        if (!context.ledger().has(Ledger.madeColumn())) {
            refuseUnfit(found);
            if (!FilledColumn.retired(context)) {
                new ConstantDefault(context).refuseToAdopt(found);
            }
            actions.add(Action.Note.ofAdopted(context.name().column(found.name())));
            if (!context.ledger().has(Ledger.adoptedColumn())) {
                actions.add(new Action.Brief(context.name(), context.ledger().note(Ledger.adoptedColumn())));
            }
        }
    }

    private void refuseUnfit(Column found) {
        Column key = resolved.key().orElse(null);
        if (found.generated()) {
            throw new OrgScopeException(context.name().column(found.name()) + " is a generated column; it cannot be filled. Drop it, or choose another"
                    + " name (column: …).");
        }
        refuseOtherMeaning(found);
        if (key != null && !found.baseType().equals(key.baseType())) {
            refuseType(found, key);
        }
        if (key != null && found.typeModifier() != key.typeModifier() && found.typeModifier() >= 0
                && (key.typeModifier() < 0 || found.typeModifier() < key.typeModifier())) {
            throw new OrgScopeException(context.name().column(found.name()) + " is there already, as " + found.type()
                    + ", which is narrower than " + key.type() + ", the key of " + context.scope().organizations().table()
                    + ". Widen it (ALTER COLUMN … TYPE " + key.type() + "), then run update again. Nothing was changed.");
        }
    }

    private void refuseType(Column found, Column key) {
        Organizations organizations = context.scope().organizations();
        String remedy = !Types.comparable(found, key) ? ": no foreign key can join them. Rename the column, or drop it if it is not needed"
                : ", and the steps need the same type. Give it that type: ALTER TABLE " + context.name().sql() + " ALTER COLUMN " + Identifier.quote(found.name()) + " TYPE "
                        + key.definition() + (Types.isText(found.baseType()) && key.typeModifier() < 0 ? ""
                        : "; PostgreSQL may rewrite the table for it, and nobody reads or writes it meanwhile");
        throw new OrgScopeException(context.name().column(found.name()) + " is there already, as " + found.type() + ", but "
                + organizations.table().column(organizations.key()) + " is " + key.type() + remedy + ". Then run update again. Nothing was changed.");
    }

    /** A column that is used for something else cannot hold the organization too. */
    private void refuseOtherMeaning(Column found) {
        Table table = context.table().orElseThrow();
        Organizations organizations = context.scope().organizations();
        String means = table.primaryKey().filter(key -> key.columns().equals(List.of(found.name()))).isPresent() ? "is its primary key"
                : resolved.inputs().contains(found.name()) && !saysItself(found) ? "is where its route starts"
                : table.partitionedBy(found.name()) && !found.notNull()
                        ? "is the partition key of the table, and may be NULL"
                : table.foreignKeysOf(List.of(found.name())).stream().filter(key -> !organizations.keyOf(found.name(), key)).findFirst()
                        .map(key -> "references " + (key.targetColumns().size() == 1 ? key.target().column(key.targetColumns().get(0)) : key.target())
                                + " (" + key.name() + ")").orElse(null);
        if (means != null) {
            throw new OrgScopeException(context.name().column(found.name()) + " is there already and " + means + ": it cannot hold the organization"
                    + " too. Choose another name (column: …). Nothing was changed.");
        }
    }

    /**
     * Whether a route reads the column itself: {@code column -> organizations.key}. This is for an application that
     * already writes the column.
     */
    private boolean saysItself(Column found) {
        Organizations organizations = context.scope().organizations();
        return context.scope().routes().stream().anyMatch(route -> route instanceof Route.Path path
                && path.path().from().equals(List.of(found.name())) && path.path().hops().size() == 1
                && context.scope().target(path.path().hops().get(0)).equals(organizations.table())
                && path.path().answer().equals(organizations.key()));
    }

    private String addColumn() {
        return "ALTER TABLE " + context.name().sql() + " ADD COLUMN " + column + " " + resolved.keyType();
    }

    private List<Action> makeNamedOrganizations() {
        List<Action> actions = new ArrayList<>();
        for (Route route : context.scope().routes()) {
            if (route instanceof Route.Named named && named.create() != null) {
                String insert = NamedOrganization.insertIfMissing(named, context.scope().organizations());
                actions.add(new Action.Work(connection -> Sql.execute(connection, insert), List.of(insert)));
            }
        }
        return actions;
    }
}
