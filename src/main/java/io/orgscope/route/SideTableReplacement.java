package io.orgscope.route;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the side table of {@link KeptAssignments}. One that is there is renamed before, because it may have the organizations of rows that are
 * not filled yet. The new one takes them over, and then the former one is dropped.
 */
public final class SideTableReplacement {

    private final KeptAssignments kept;
    private final ScopedTable scope;
    private final Table table;
    private final List<String> inputs;
    private final SideTable present;
    private final SideTable former;

    /**
     * @param inputs  the columns that a new side table compares besides the key
     * @param present the side table that is there; null for none
     * @param former  the one that {@link #create} has set aside; null for none
     */
    SideTableReplacement(KeptAssignments kept, ScopedTable scope, Table table, List<String> inputs, SideTable present, SideTable former) {
        this.kept = kept;
        this.scope = scope;
        this.table = table;
        this.inputs = inputs;
        this.present = present;
        this.former = former;
    }

    /**
     * Creates an empty side table. An existing one is renamed, because it has the organizations of rows that are not
     * filled yet.
     *
     * @param type  of the kept organizations
     * @param blind whether a script is written: it finds out only when it runs whether there is a side table
     */
    public List<String> create(String type, boolean blind) {
        List<String> statements = new ArrayList<>();
        String rename = KeptSql.RENAME.fill(Map.of("side", kept.name().sql(), "name", Identifier.quote(scope.keptBefore().name())));
        if (blind) {
            statements.add("DO " + Literal.dollar(KeptSql.RENAME_IF_THERE.fill(Map.of("name", Literal.of(kept.name().sql()), "former", scope.keptBefore().sql(),
                    "rename", rename))));
        } else if (present != null) {
            statements.add(dropFormer());
            statements.add(rename);
        }
        statements.add(KeptSql.CREATE.fill(Map.of("name", kept.name().sql(), "columns", definitions(), "type", type, "key", kept.keyColumns())));
        return statements;
    }

    /** The statement that creates the side table in another database, if it is not there: a subscriber needs it. */
    public String createElsewhere(String type) {
        return KeptSql.CREATE.fill(Map.of("name", "IF NOT EXISTS " + kept.name().sql(), "columns", definitions(), "type", type, "key", kept.keyColumns()));
    }

    /**
     * Copies rows from a former side table, for rows that have no organization yet. Empty if there is no former side
     * table that fits.
     *
     * @param setAside whether {@link #create} renames the present side table before
     */
    public Optional<String> takeOver(boolean setAside) {
        SideTable from = setAside ? present : former;
        if (from == null || from.inputs() == null) {
            return Optional.empty();
        }
        List<String> own = new ArrayList<>(kept.key());
        own.addAll(inputs);
        return Optional.of(KeptSql.TAKE_OVER.fill(Map.of("side", kept.name().sql(), "columns", Identifier.list("", SideTable.columns(kept.key(), inputs)),
                "values", Identifier.list("t.", own), "former", scope.keptBefore().sql(), "table", scope.table().sql(),
                "matches", from.matches(kept.key()), "column", kept.column(), "key", kept.keyColumns())));
    }

    /** Drops a side table that {@link #create} has set aside. */
    public String dropFormer() {
        return "DROP TABLE IF EXISTS " + scope.keptBefore().sql();
    }

    /**
     * Creates the side table if there is none that fits, so that choices of the application can be noted in it. Unlike
     * {@link #create}, it does not change a side table that fits.
     */
    public List<String> createIfMissing(String type, boolean blind) {
        if (kept.present()) {
            return List.of();
        }
        List<String> statements = new ArrayList<>(create(type, false));
        if (blind) {
            statements.replaceAll(statement -> statement.replaceFirst("^CREATE TABLE ", "CREATE TABLE IF NOT EXISTS "));
        }
        return statements;
    }

    /**
     * Whether the application chose the organization that the row {@code t} has, as SQL to use while a new side table
     * is filled. The triggers of step 02 noted the choice in the former side table. If the triggers never existed,
     * every row that differs from its routes counts as chosen.
     *
     * @param setAside whether {@link #create} renamed the present side table
     * @param blind    whether a script is written: then the former side table will exist
     * @param routed   the organization that the routes give the row, as SQL
     */
    public String wasChosen(boolean setAside, boolean blind, String routed) {
        SideTable from = setAside ? present : former;
        boolean noted = from != null && from.inputs() != null;
        if (!noted && (!blind || scope.onlyNamed() != null)) {
            return "t." + kept.column() + " IS DISTINCT FROM " + routed;
        }
        return kept.chosen(scope.keptBefore(), noted ? from : kept.noted());
    }

    /**
     * Keeps the organization of the rows {@code source} (a table with the alias {@code t}).
     *
     * @param overwrite whether to replace what was kept before. It stays a choice while the organization is the same
     * @param chosen    whether the application chose it, as SQL over the row {@code t}
     */
    public String copy(String source, String condition, boolean overwrite, String chosen) {
        SideTable side = new SideTable(kept.name(), inputs);
        String stays = " OR %1$s.chosen AND %1$s.organization = excluded.organization".formatted(kept.name().sql());
        return kept.copy(side, source, condition, overwrite ? kept.replacing(side) + stays : "NOTHING", chosen);
    }

    private String definitions() {
        List<String> columns = new ArrayList<>();
        kept.key().forEach(name -> columns.add(definition(SideTable.KEY, name)));
        inputs.forEach(name -> columns.add(definition(SideTable.INPUT, name)));
        return String.join(", ", columns);
    }

    /** The table's column may get a wider type. The side table must not make the application's statements fail then. */
    private String definition(String prefix, String name) {
        return Identifier.quote(Identifier.fitting(prefix + name)) + " " + table.column(name).orElseThrow().wideDefinition();
    }
}
