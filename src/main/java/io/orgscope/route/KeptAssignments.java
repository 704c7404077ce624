package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
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

    /** Set before the names of the table's own columns, so that none of them meets ours. */
    private static final String KEY = "key_";
    private static final String INPUT = "via_";
    private static final String ORGANIZATION = "organization";

    private final ScopedTable scope;
    private final Table table;
    private final List<String> identity;
    private final List<String> inputs;
    private final boolean present;

    private KeptAssignments(ScopedTable scope, Table table, List<String> identity, List<String> inputs, boolean present) {
        this.scope = scope;
        this.table = table;
        this.identity = identity;
        this.inputs = inputs;
        this.present = present;
    }

    static KeptAssignments of(ScopedTable scope, Catalog catalog, Set<String> inputs) {
        Table table = catalog.find(scope.table()).orElse(null);
        List<String> identity = table == null ? List.of() : table.identity().stream()
                .filter(name -> !name.equals(scope.column())).toList();
        List<String> others = inputs.stream().filter(name -> !identity.contains(name))
                .filter(name -> table != null && table.column(name).isPresent()).toList();
        List<String> names = columns(identity, others);
        boolean fits = catalog.find(scope.kept()).map(kept -> !identity.isEmpty()
                && kept.columns().stream().map(Column::name).toList().equals(names)).orElse(false);
        return new KeptAssignments(scope, table, identity, others, fits);
    }

    /** Whether rows of the table can be told apart, so that what is kept for one is found again. */
    public boolean possible() {
        return !identity.isEmpty();
    }

    /** Whether the side table is there, of the shape that this declaration needs. */
    public boolean present() {
        return present;
    }

    public TableName name() {
        return scope.kept();
    }

    /** What was kept for the row {@code t}, as SQL. */
    public Optional<String> lookup() {
        if (!present) {
            return Optional.empty();
        }
        Organizations organizations = scope.organizations();
        return Optional.of("(SELECT k." + ORGANIZATION + " FROM " + name().sql() + " k WHERE " + matchesRow("k", "t")
                + " AND EXISTS (SELECT FROM " + organizations.table().sql() + " o WHERE o."
                + Identifier.quote(organizations.key()) + " = k." + ORGANIZATION + "))");
    }

    /**
     * Creates the side table, empty.
     *
     * @param type of the organizations' key
     */
    public List<String> create(String type) {
        List<String> columns = new ArrayList<>();
        identity.forEach(name -> columns.add(definition(KEY, name)));
        inputs.forEach(name -> columns.add(definition(INPUT, name)));
        columns.add(ORGANIZATION + " " + type + " NOT NULL");
        return List.of("DROP TABLE IF EXISTS " + name().sql(),
                "CREATE TABLE " + name().sql() + " (" + String.join(", ", columns) + ", PRIMARY KEY ("
                        + Identifier.list("", prefixed(KEY, identity)) + "))");
    }

    /** Keeps what the rows {@code source} (an alias {@code t} with its table) hold, over what was kept before. */
    public String copy(String source, String condition, boolean overwrite) {
        List<String> names = columns(identity, inputs);
        List<String> own = new ArrayList<>(identity);
        own.addAll(inputs);
        own.add(scope.column());
        return "INSERT INTO " + name().sql() + " (" + Identifier.list("", names) + ") SELECT "
                + Identifier.list("t.", own) + " FROM " + source + " WHERE t." + Identifier.quote(scope.column())
                + " IS NOT NULL" + condition + " ON CONFLICT (" + Identifier.list("", prefixed(KEY, identity)) + ") DO "
                + (overwrite ? "UPDATE SET " + names.stream().map(name -> Identifier.quote(name) + " = excluded."
                        + Identifier.quote(name)).collect(Collectors.joining(", ")) : "NOTHING");
    }

    /** Whether a kept row {@code k} is the one of the row {@code t} and still says something of it. */
    private String matchesRow(String k, String t) {
        List<String> all = new ArrayList<>();
        identity.forEach(name -> all.add(k + "." + Identifier.quote(Identifier.fitting(KEY + name)) + " = " + t + "." + Identifier.quote(name)));
        inputs.forEach(name -> all.add(k + "." + Identifier.quote(Identifier.fitting(INPUT + name)) + " IS NOT DISTINCT FROM " + t + "."
                + Identifier.quote(name)));
        return String.join(" AND ", all);
    }

    private String definition(String prefix, String name) {
        return Identifier.quote(Identifier.fitting(prefix + name)) + " " + table.column(name).orElseThrow().definition();
    }

    private static List<String> columns(List<String> identity, List<String> inputs) {
        List<String> names = new ArrayList<>(prefixed(KEY, identity));
        names.addAll(prefixed(INPUT, inputs));
        names.add(ORGANIZATION);
        return names;
    }

    private static List<String> prefixed(String prefix, Collection<String> names) {
        return names.stream().map(name -> Identifier.fitting(prefix + name)).toList();
    }
}
