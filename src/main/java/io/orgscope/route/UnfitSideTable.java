package io.orgscope.route;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a side table does not fit its table any more, or is too narrow for it, and what to do: sentences for a message. */
final class UnfitSideTable {

    private static final List<String> PREFIXES = List.of(SideTable.KEY, SideTable.INPUT);

    private final Table side;
    private final Table table;
    private final List<String> identity;
    private final TableName organizations;
    private final Column key;

    /**
     * @param identity the columns that identify a row of the table now; empty if there are none
     * @param key      the key of the organizations; null if it is not in the catalog
     */
    UnfitSideTable(Table side, Table table, List<String> identity, TableName organizations, Column key) {
        this.side = side;
        this.table = table;
        this.identity = identity;
        this.organizations = organizations;
        this.key = key;
    }

    String sentences() {
        List<String> sentences = new ArrayList<>();
        for (Column column : side.columns()) {
            prefix(column).map(prefix -> sentence(column, prefix)).ifPresent(sentences::add);
        }
        organization().filter(column -> !Types.comparable(column, key)).ifPresent(column -> sentences.add(differ(column, organizations, key)
                + " USING …, an expression that gives the new key of the organization for the former one."));
        return sentences.isEmpty() ? byKey() : String.join(" ", sentences);
    }

    private static Optional<String> prefix(Column column) {
        return PREFIXES.stream().filter(prefix -> column.name().startsWith(prefix)).findFirst();
    }

    /** Null if nothing is wrong with the column. */
    private String sentence(Column column, String prefix) {
        Optional<Column> own = own(column, prefix);
        if (own.isEmpty()) {
            String name = column.name().substring(prefix.length());
            return table.name() + " has no column " + name + ". If it was renamed, run " + rename(column, prefix) + "."
                    + (prefix.equals(SideTable.INPUT) ? " If it was dropped, run " + alter() + "DROP COLUMN " + Identifier.quote(column.name()) + "." : "");
        }
        return Types.comparable(column, own.get()) ? null : differ(column, table.name(), own.get()) + " USING " + Identifier.quote(column.name()) + "::"
                + own.get().wideType() + ".";
    }

    private Optional<Column> organization() {
        return side.column(SideTable.ORGANIZATION).filter(column -> key != null);
    }

    private String differ(Column column, TableName of, Column own) {
        return of.column(own.name()) + " is " + own.type() + " now, and " + column.name() + " is " + column.type() + ". Run " + alter()
                + "ALTER COLUMN " + Identifier.quote(column.name()) + " TYPE " + own.wideDefinition();
    }

    /** Of a side table that fits: each column that has no room for some values of the table's column, or for some organizations. Empty if there is none. */
    String narrow() {
        Stream<String> own = side.columns().stream().flatMap(column -> prefix(column).flatMap(prefix -> own(column, prefix))
                .filter(found -> Types.narrower(column, found)).map(found -> differ(column, table.name(), found) + ".").stream());
        Stream<String> organization = organization().filter(column -> Types.narrower(column, key)).map(column -> differ(column, organizations, key) + ".").stream();
        return Stream.concat(own, organization).collect(Collectors.joining(" "));
    }

    private Optional<Column> own(Column column, String prefix) {
        return table.columns().stream().filter(found -> Identifier.fitting(prefix + found.name()).equals(column.name())).findFirst();
    }

    private String rename(Column column, String prefix) {
        List<String> known = PREFIXES.stream().flatMap(each -> table.columns().stream().filter(own -> side.column(Identifier.fitting(each + own.name())).isPresent())
                .map(Column::name)).toList();
        List<Column> renamed = table.columns().stream().filter(own -> !known.contains(own.name()) && Types.comparable(own, column)
                && (prefix.equals(SideTable.INPUT) || inKey(own))).toList();
        return alter() + "RENAME COLUMN " + Identifier.quote(column.name()) + " TO "
                + (renamed.size() == 1 ? Identifier.quote(Identifier.fitting(prefix + renamed.get(0).name())) : prefix + "… (its new name)");
    }

    private boolean inKey(Column column) {
        return table.indexes().stream().anyMatch(index -> index.provesUnique() && index.columns().contains(column.name()));
    }

    private String alter() {
        return "ALTER TABLE " + side.name().sql() + " ";
    }

    private String byKey() {
        String key = String.join(", ", side.columns().stream().map(Column::name).filter(name -> name.startsWith(SideTable.KEY))
                .map(name -> name.substring(SideTable.KEY.length())).toList());
        return "It finds rows by (" + key + "), and " + (identity.isEmpty() ? "nothing identifies a row now"
                : "now a row is identified by (" + String.join(", ", identity) + ")") + ". Make (" + key + ") NOT NULL and unique again.";
    }
}
