package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The side table in which a rollback keeps each row's organization. It also has the row's key and the columns that the
 * row's routes start from. A kept organization is used only while these columns have the same values and the
 * organization exists. A row that was moved or replaced meanwhile gets its organization from its routes.
 */
public final class KeptAssignments {

    private final ScopedTable scope;
    private final Table table;
    private final List<String> identity;
    private final List<String> inputs;
    private final Table side;
    private final Column organizationsKey;
    private final SideTable kept;
    private final SideTable former;

    private KeptAssignments(ScopedTable scope, Table table, List<String> identity, List<String> inputs, Table side, Column organizationsKey, SideTable kept,
                            SideTable former) {
        this.scope = scope;
        this.table = table;
        this.identity = identity;
        this.inputs = inputs;
        this.side = side;
        this.organizationsKey = organizationsKey;
        this.kept = kept;
        this.former = former;
    }

    static KeptAssignments of(ScopedTable scope, Catalog catalog, Expected expected, Set<String> inputs) {
        Table table = catalog.find(scope.table()).orElse(null);
        List<String> key = RowIdentity.of(scope, table, catalog, expected);
        List<String> others = inputs.stream().filter(name -> !key.contains(name))
                .filter(name -> table != null && table.column(name).isPresent()).toList();
        return new KeptAssignments(scope, table, key, others, catalog.find(scope.kept()).orElse(null),
                scope.organizations().keyIn(catalog).orElse(null), SideTable.of(scope.kept(), table, key, scope.organizations(), catalog),
                SideTable.of(scope.keptBefore(), table, key, scope.organizations(), catalog));
    }

    /** Whether the table has a key. Without one, a kept row cannot be found again. */
    public boolean possible() {
        return !identity.isEmpty();
    }

    /**
     * Whether the only key is the scoped one without its organization. The script of a rollback uses it as the old key,
     * because an earlier line of the script restores that key. The script has to check it.
     */
    public boolean presumed() {
        return possible() && kept == null && table.enteredIdentityWithout(scope.column()).isEmpty();
    }

    /** Whether a choice of the application can be noted for a row: the row has a key without its organization. */
    public boolean canNote() {
        return possible() && !presumed();
    }

    /** The columns of the key. */
    public List<String> key() {
        return identity;
    }

    /** The columns besides the key that a noted choice compares. The routes may start from others today. */
    public List<String> compared() {
        return canNote() ? noted().inputs() : List.of();
    }

    /** A query for rows that have the same values in the presumed key. */
    public String alike() {
        return KeptSql.ALIKE.fill(Map.of("table", scope.table().sql(), "key", Identifier.list("", identity)));
    }

    /** Whether the side table exists and fits. */
    public boolean present() {
        return kept != null && kept.inputs() != null;
    }

    /** Whether there is no side table, not even one that does not fit. */
    public boolean absent() {
        return side == null;
    }

    /** Why the side table does not fit the table any more and what to do, as sentences; empty if it fits or does not exist. */
    public Optional<String> misfit() {
        return kept == null || kept.inputs() != null || table == null ? Optional.empty()
                : Optional.of(unfit().sentences());
    }

    /** What to do if the side table fits, but has no room for some values of the table's columns or for some organizations, as sentences; empty if it has. */
    public Optional<String> narrow() {
        return !present() ? Optional.empty() : Optional.of(unfit().narrow()).filter(found -> !found.isEmpty());
    }

    private UnfitSideTable unfit() {
        return new UnfitSideTable(side, table, identity, scope.organizations().table(), organizationsKey);
    }

    /** The side table, whether it exists or not. */
    public TableName name() {
        return scope.kept();
    }

    /** How a new side table replaces this one. */
    public SideTableReplacement replacement() {
        return new SideTableReplacement(this, scope, table, inputs, kept, former);
    }

    /** The organization that was kept for the row {@code t}, as SQL. */
    public Optional<String> lookup() {
        return lookup("");
    }

    /** {@link #lookup()} if the application chose it, else NULL. It takes precedence over the routes. */
    public Optional<String> lookupChosen() {
        return lookup(" AND k.chosen");
    }

    private Optional<String> lookup(String condition) {
        return present() ? Optional.of(lookup(kept, condition)) : Optional.empty();
    }

    private String lookup(SideTable side, String condition) {
        Organizations organizations = scope.organizations();
        return KeptSql.LOOKUP.fill(Map.of("side", name().sql(), "matches", side.matches(identity), "condition", condition,
                "organizations", organizations.table().sql(), "organizationsKey", Identifier.quote(organizations.key())));
    }

    /**
     * The same for a parent {@code t} in the same table, which may have no organization yet.
     *
     * @param notes whether the side table will be there when the SQL runs
     */
    Optional<String> lookupChosen(Expected.Notes notes) {
        boolean there = switch (notes) {
            case AS_FOUND -> present();
            case MADE -> present() || canNote();
            case REPLACED -> false;
        };
        return there ? Optional.of(lookup(noted(), " AND k.chosen")) : Optional.empty();
    }

    /** Whether the application chose the organization that the row {@code t} has, as SQL. False if no choice can be noted. */
    public String holds() {
        return !canNote() ? "false" : chosen(name(), noted());
    }

    /** {@link #holds}, if the side table may not exist. */
    public String held() {
        return present() ? holds() : "false";
    }

    /**
     * Whether a choice is noted for the row {@code t}, which has no organization yet, as SQL. False if no choice can be
     * noted.
     */
    public String waits() {
        return !canNote() ? "false" : KeptSql.NOTED.fill(Map.of("side", name().sql(), "matches", noted().matches(identity),
                "organizations", scope.organizations().table().sql(), "organizationsKey", Identifier.quote(scope.organizations().key())));
    }

    /** {@link #holds} in a new side table that a rollback fills, as SQL. */
    public String copiedAsChosen() {
        return chosen(name(), new SideTable(name(), inputs, table));
    }

    String chosen(TableName side, SideTable columns) {
        return KeptSql.CHOSEN.fill(Map.of("side", side.sql(), "matches", columns.matches(identity), "column", column()));
    }

    /** Notes that the application chose the organization of the rows {@code source} (a table with the alias {@code t}). */
    public String note(String source, String condition) {
        return copy(noted(), source, condition, replacing(noted()), "true");
    }

    /** Deletes the kept organization of the rows {@code source} if they have another one, or if it is {@code orgscope_routed}, what their routes give. */
    public String forget(String source) {
        return forget(source, " AND (k.organization <> t." + column() + " OR k.organization = t.orgscope_routed)");
    }

    /** Deletes the kept organization of the rows {@code source}, under a condition that begins with AND. */
    public String forget(String source, String condition) {
        return KeptSql.FORGET.fill(Map.of("side", name().sql(), "rows", source, "matches", sameKey(), "condition", condition));
    }

    private String sameKey() {
        return new SideTable(name(), List.of()).matches(identity);
    }

    /** The SQL for triggers, if choices can be noted. */
    public KeptTemplates templates() {
        List<String> names = SideTable.columns(identity, noted().inputs());
        return new KeptTemplates(Map.of("side", name().sql(), "noted", Identifier.list("", names), "values", values(noted()), "notedKey", keyColumns(),
                "replaced", replaced(names), "matches", noted().matches(identity), "sameKey", sameKey(),
                "sameRow", "(" + Identifier.list("n.", identity) + ") = (" + Identifier.list("t.", identity) + ")",
                "organizations", scope.organizations().table().sql(), "organizationsKey", Identifier.quote(scope.organizations().key())));
    }

    /** The side table in which choices are noted: the existing one, or the one that will be made. */
    SideTable noted() {
        return present() ? kept : new SideTable(name(), inputs, table);
    }

    /** The last of the columns is {@code chosen}. */
    String replacing(SideTable side) {
        return "UPDATE SET " + replaced(SideTable.columns(identity, side.inputs()));
    }

    String copy(SideTable side, String source, String condition, String conflict, String chosen) {
        List<String> names = SideTable.columns(identity, side.inputs());
        return KeptSql.COPY.fill(Map.of("side", name().sql(), "columns", Identifier.list("", names), "values", values(side), "chosen", chosen,
                "rows", source, "column", column(), "condition", condition, "key", keyColumns(),
                "conflict", conflict));
    }

    private String values(SideTable side) {
        List<String> own = new ArrayList<>(identity);
        own.addAll(side.inputs());
        own.add(scope.column());
        return Identifier.list("t.", own);
    }

    private static String replaced(List<String> names) {
        return names.stream().map(name -> Identifier.quote(name) + " = excluded." + Identifier.quote(name)).collect(Collectors.joining(", "));
    }

    String keyColumns() {
        return Identifier.list("", SideTable.prefixed(SideTable.KEY, identity));
    }

    String column() {
        return Identifier.quote(scope.column());
    }
}
