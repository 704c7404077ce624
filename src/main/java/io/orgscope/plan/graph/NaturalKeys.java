package io.orgscope.plan.graph;

import io.orgscope.plan.name.Conventions;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.route.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns with the name of another table's key that is not a generated number: {@code barcode} or {@code
 * sample_barcode} for {@code samples.barcode}.
 */
public final class NaturalKeys {

    /** Names that mean nothing alone. Many tables have such a column, and none means another table's column. */
    private static final Set<String> GENERIC = Set.of("id", "uuid", "guid", "key", "code", "name", "no", "nr", "num", "number", "slug", "token", "hash",
            "email", "title", "label", "type", "kind", "value", "date", "day", "month", "year", "version", "position", "status", "url", "path",
            "username", "login", "phone", "seq", "sequence", "ordinal", "line", "line_no", "row", "row_no", "rank", "locale", "language", "currency", "country");

    private record Target(Table table, Column key, boolean primary) {
    }

    private final Map<String, List<Target>> targets = new HashMap<>();

    public NaturalKeys(Collection<Table> tables) {
        tables.forEach(table -> table.indexes().stream().filter(index -> index.provesUnique() && index.columns().size() == 1)
                .forEach(index -> table.column(index.columns().get(0)).ifPresent(key -> add(table, index, key))));
    }

    private void add(Table table, Index index, Column key) {
        String name = Conventions.snake(key.name());
        boolean reference = Conventions.stem(name) != null && !name.endsWith("_ref") || table.foreignKeys().stream().anyMatch(other -> other.columns().contains(key.name()));
        if (reference || name.equals("id")) {
            return;
        }
        Target target = new Target(table, key, index.primary());
        if (!GENERIC.contains(name)) {
            targets.computeIfAbsent(name, other -> new ArrayList<>()).add(target);
        }
        Conventions.forms(table.name().name()).forEach(form -> targets.computeIfAbsent(form + "_" + name, other -> new ArrayList<>()).add(target));
    }

    /** The reference, if exactly one table has such a key. */
    public Optional<Reference> of(Table table, Column column) {
        List<Target> found = targets.getOrDefault(Conventions.snake(column.name()), List.of()).stream()
                .filter(target -> !target.table.name().equals(table.name()) && Types.comparable(column, target.key))
                .filter(target -> target.primary || !table.uniqueBy(List.of(column.name()))).toList();
        return found.size() != 1 ? Optional.empty() : Optional.of(Reference.guessed(table, column, found.get(0).table, found.get(0).key,
                Reference.Origin.CONVENTION));
    }

    /** Whether a column of this name may stand in any table and means no other's. */
    public static boolean generic(String column) {
        return GENERIC.contains(Conventions.snake(column));
    }

    /** Whether a column has the name of the key that it leads to, alone or after the table's name. */
    public static boolean called(String column, String key, Set<String> forms) {
        String name = Conventions.snake(column);
        String own = Conventions.snake(key);
        return !own.equals("id") && (name.equals(own) || forms.stream().anyMatch(form -> name.equals(form + "_" + own)));
    }
}
