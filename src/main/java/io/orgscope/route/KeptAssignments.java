package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The side table in which a downgrade keeps each row's organization, beside the row's key and the columns that its
 * routes start from. A kept organization counts only while those columns still say the same and the organization still
 * exists: a row that was moved or replaced meanwhile is asked for anew.
 */
public final class KeptAssignments {

    private final ScopedTable scope;
    private final Table table;
    private final List<String> identity;
    private final List<String> inputs;
    private final SideTable kept;
    private final SideTable former;

    private KeptAssignments(ScopedTable scope, Table table, List<String> identity, List<String> inputs, SideTable kept, SideTable former) {
        this.scope = scope;
        this.table = table;
        this.identity = identity;
        this.inputs = inputs;
        this.kept = kept;
        this.former = former;
    }

    static KeptAssignments of(ScopedTable scope, Catalog catalog, Expected expected, Set<String> inputs) {
        Table table = catalog.find(scope.table()).orElse(null);
        List<String> identity = table == null ? List.of() : table.identityWithout(scope.column());
        if (identity.isEmpty() && table != null && expected.blind()) {
            identity = table.identity().stream().filter(name -> !name.equals(scope.column())).toList();
        }
        if (identity.isEmpty() && table != null) {
            identity = formerIdentity(table, catalog.find(scope.kept()).orElse(null));
        }
        List<String> key = identity;
        List<String> others = inputs.stream().filter(name -> !key.contains(name))
                .filter(name -> table != null && table.column(name).isPresent()).toList();
        return new KeptAssignments(scope, table, identity, others, SideTable.of(scope.kept(), table, identity, catalog),
                SideTable.of(scope.keptBefore(), table, identity, catalog));
    }

    /** The key that a side table was made with: between steps 09 and its way back the table's own is not there. */
    private static List<String> formerIdentity(Table table, Table side) {
        return side == null ? List.of() : table.columns().stream().map(Column::name)
                .filter(name -> side.column(Identifier.fitting(SideTable.KEY + name)).isPresent()).toList();
    }

    /** Whether rows of the table can be told apart, so that what is kept for one is found again. */
    public boolean possible() {
        return !identity.isEmpty();
    }

    /**
     * Whether the key is only the scoped one without its organization: a script that goes back takes it for the old key,
     * which an earlier line brings back, and has to make sure.
     */
    public boolean presumed() {
        return possible() && kept == null && table.identityWithout(scope.column()).isEmpty();
    }

    /** Whether a choice of the application can be noted for a row: it has a key without its organization. */
    public boolean canNote() {
        return possible() && !presumed();
    }

    /** The rows that the presumed key does not tell apart, as a query. */
    public String alike() {
        return "SELECT FROM " + scope.table().sql() + " GROUP BY " + Identifier.list("", identity) + " HAVING pg_catalog.count(*) > 1";
    }

    /** Whether the side table is there and fits. */
    public boolean present() {
        return kept != null && kept.inputs() != null;
    }

    public TableName name() {
        return scope.kept();
    }

    /** What was kept for the row {@code t}, as SQL. */
    public Optional<String> lookup() {
        return lookup("");
    }

    /** The same, where the application chose it: it wins over the routes. */
    public Optional<String> lookupChosen() {
        return lookup(" AND k." + SideTable.CHOSEN);
    }

    private Optional<String> lookup(String condition) {
        if (!present()) {
            return Optional.empty();
        }
        Organizations organizations = scope.organizations();
        return Optional.of("(SELECT k." + SideTable.ORGANIZATION + " FROM " + name().sql() + " k WHERE " + kept.matches(identity) + condition
                + " AND EXISTS (SELECT FROM " + organizations.table().sql() + " o WHERE o."
                + Identifier.quote(organizations.key()) + " = k." + SideTable.ORGANIZATION + "))");
    }

    /**
     * Creates the side table, empty. One that is there is set aside: rows that hold no organization yet have theirs
     * there.
     *
     * @param type  of the organizations' key
     * @param blind in a script: whether there is one is known only when it runs
     */
    public List<String> create(String type, boolean blind) {
        List<String> columns = new ArrayList<>();
        identity.forEach(name -> columns.add(definition(SideTable.KEY, name)));
        inputs.forEach(name -> columns.add(definition(SideTable.INPUT, name)));
        columns.add(SideTable.ORGANIZATION + " " + type + " NOT NULL");
        columns.add(SideTable.CHOSEN + " boolean NOT NULL");
        List<String> statements = new ArrayList<>();
        String rename = "ALTER TABLE " + name().sql() + " RENAME TO " + Identifier.quote(scope.keptBefore().name());
        if (blind) {
            statements.add("DO " + Literal.dollar("\nBEGIN\n  IF pg_catalog.to_regclass(" + Literal.of(name().sql()) + ") IS NOT NULL THEN\n    "
                    + dropFormer() + ";\n    " + rename + ";\n  END IF;\nEND\n"));
        } else if (kept != null) {
            statements.add(dropFormer());
            statements.add(rename);
        }
        statements.add("CREATE TABLE " + name().sql() + " (" + String.join(", ", columns) + ", PRIMARY KEY ("
                + Identifier.list("", SideTable.prefixed(SideTable.KEY, identity)) + "))");
        return statements;
    }

    /**
     * Takes over what a former side table says of rows that hold nothing yet; empty where there is none that fits.
     *
     * @param setAside whether {@link #create} sets the present side table aside before
     */
    public Optional<String> takeOver(boolean setAside) {
        SideTable from = setAside ? kept : former;
        if (from == null || from.inputs() == null) {
            return Optional.empty();
        }
        List<String> own = new ArrayList<>(identity);
        own.addAll(inputs);
        return Optional.of("INSERT INTO " + name().sql() + " (" + Identifier.list("", SideTable.columns(identity, inputs)) + ") SELECT "
                + Identifier.list("t.", own) + ", k." + SideTable.ORGANIZATION + ", k." + SideTable.CHOSEN + " FROM " + scope.keptBefore().sql() + " k JOIN "
                + scope.table().sql() + " t ON " + from.matches(identity) + " WHERE t." + Identifier.quote(scope.column())
                + " IS NULL ON CONFLICT (" + Identifier.list("", SideTable.prefixed(SideTable.KEY, identity)) + ") DO NOTHING");
    }

    public String dropFormer() {
        return "DROP TABLE IF EXISTS " + scope.keptBefore().sql();
    }

    /**
     * Creates the side table where there is none that fits, so that choices of the application can be noted in it. Unlike
     * {@link #create} it leaves one that fits as it is.
     */
    public List<String> createIfMissing(String type, boolean blind) {
        if (present()) {
            return List.of();
        }
        List<String> statements = new ArrayList<>(create(type, false));
        if (blind) {
            statements.replaceAll(statement -> statement.replaceFirst("^CREATE TABLE ", "CREATE TABLE IF NOT EXISTS "));
        }
        return statements;
    }

    /** Whether the application chose the organization that the row {@code t} holds, as SQL; false where no choice can be noted. */
    public String holds() {
        return !canNote() ? "false" : "EXISTS (SELECT FROM " + name().sql() + " k WHERE " + noted().matches(identity) + " AND k." + SideTable.ORGANIZATION + " = t."
                + Identifier.quote(scope.column()) + " AND k." + SideTable.CHOSEN + ")";
    }

    /** The same, where the side table may not be there. */
    public String held() {
        return present() ? holds() : "false";
    }

    /** Whether a choice waits for the row {@code t}, which holds nothing yet, as SQL; false where no choice can be noted. */
    public String waits() {
        return !canNote() ? "false" : "EXISTS (SELECT FROM " + name().sql() + " k WHERE " + noted().matches(identity) + " AND k." + SideTable.CHOSEN + ")";
    }

    /**
     * Whether the application chose what the row {@code t} holds, as SQL for the time in which a new side table is filled.
     * The triggers of step 02 noted it in the former one; where there never were any, what differs was chosen.
     *
     * @param setAside whether {@link #create} set the present side table aside
     * @param blind    in a script: the former side table will be there
     * @param routed   what the routes say of the row
     */
    public String wasChosen(boolean setAside, boolean blind, String routed) {
        SideTable from = setAside ? kept : former;
        boolean noted = from != null && from.inputs() != null;
        if (!noted && (!blind || scope.onlyNamed() != null)) {
            return "t." + Identifier.quote(scope.column()) + " IS DISTINCT FROM " + routed;
        }
        return "EXISTS (SELECT FROM " + scope.keptBefore().sql() + " k WHERE " + (noted ? from : noted()).matches(identity) + " AND k." + SideTable.ORGANIZATION
                + " = t." + Identifier.quote(scope.column()) + " AND k." + SideTable.CHOSEN + ")";
    }

    /** Notes that the rows {@code source} (an alias {@code t} with its table) hold their organization by choice. */
    public String note(String source, String condition) {
        return copy(noted(), source, condition, true, "true");
    }

    /** Takes away what is kept for the rows {@code source} and is not what they hold. */
    public String forget(String source, String condition) {
        return "DELETE FROM " + name().sql() + " k USING " + source + " WHERE " + identity.stream().map(name -> "k."
                + Identifier.quote(Identifier.fitting(SideTable.KEY + name)) + " = t." + Identifier.quote(name)).collect(Collectors.joining(" AND "))
                + " AND k." + SideTable.ORGANIZATION + " <> t." + Identifier.quote(scope.column()) + condition;
    }

    /** The side table as choices are noted in it: the one that is there, or the one that will be made. */
    private SideTable noted() {
        return present() ? kept : new SideTable(name(), inputs);
    }

    /**
     * Keeps what the rows {@code source} (an alias {@code t} with its table) hold.
     *
     * @param overwrite whether over what was kept before
     * @param chosen    whether the application chose it, as SQL over the row {@code t}
     */
    public String copy(String source, String condition, boolean overwrite, String chosen) {
        return copy(new SideTable(name(), inputs), source, condition, overwrite, chosen);
    }

    private String copy(SideTable side, String source, String condition, boolean overwrite, String chosen) {
        List<String> names = SideTable.columns(identity, side.inputs());
        List<String> own = new ArrayList<>(identity);
        own.addAll(side.inputs());
        own.add(scope.column());
        return "INSERT INTO " + name().sql() + " (" + Identifier.list("", names) + ") SELECT "
                + Identifier.list("t.", own) + ", " + chosen + " FROM " + source + " WHERE t." + Identifier.quote(scope.column())
                + " IS NOT NULL" + condition + " ON CONFLICT (" + Identifier.list("", SideTable.prefixed(SideTable.KEY, identity)) + ") DO "
                + (overwrite ? "UPDATE SET " + names.stream().map(name -> Identifier.quote(name) + " = excluded."
                        + Identifier.quote(name)).collect(Collectors.joining(", ")) : "NOTHING");
    }

    private String definition(String prefix, String name) {
        return Identifier.quote(Identifier.fitting(prefix + name)) + " " + table.column(name).orElseThrow().definition();
    }
}
