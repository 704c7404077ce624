package io.orgscope.plan.graph;

import io.orgscope.plan.name.Conventions;
import io.orgscope.plan.name.RoleNames;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Table;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which column may say to which table the key beside it leads: {@code owner_type} for {@code owner_id}, {@code about}
 * for {@code about_no}, or {@code table_name} for {@code record_id}. Only its values show whether it does.
 */
public final class TypeColumns {

    private static final Set<String> TYPE = Set.of("_type");
    private static final Set<String> KINDS = Set.of("_kind", "_class", "_model", "_entity", "_table", "_object", "_resource");

    /** Endings that say less: a name or nothing. */
    private static final Set<String> OTHERS = Set.of("", "_name", "_tbl", "_category");

    private static final Pattern NUMBER = Pattern.compile("_(no|nr|num|number|code|key)$");

    /** Names of columns that hold the name of a table, and of others that may. */
    private static final Set<String> TABLES = Set.of("table_name", "tablename", "tbl", "tbl_name", "table", "tab", "in_table", "of_table");
    private static final Set<String> MODELS = Set.of("entity", "entity_name", "entity_type", "entity_kind", "model", "model_name", "model_type", "class", "class_name",
            "object_name", "object_type", "object_kind", "record_type", "record_kind", "resource_type", "resource", "relation", "kind", "type");

    /** Names of a key that may belong to a row of any table. */
    private static final Set<String> ROWS = Set.of("row", "record", "entity", "object", "item", "resource", "model", "pk", "ref", "key", "rec", "target", "subject");

    private TypeColumns() {
    }

    /** The column, whatever its name. */
    public static Optional<Column> of(Table table, Column key) {
        return named(table, key).or(() -> find(table, stem(key), OTHERS)).or(() -> beside(table, key, TABLES)).or(() -> beside(table, key, MODELS));
    }

    /** The column, if its name consists of the key's name and a word for a type. */
    public static Optional<Column> named(Table table, Column key) {
        return find(table, Conventions.stem(key.name()), TYPE).or(() -> find(table, Conventions.stem(key.name()), KINDS));
    }

    /** Whether its name leaves little doubt. */
    public static boolean typed(Table table, Column key) {
        return find(table, Conventions.stem(key.name()), TYPE).isPresent() || beside(table, key, TABLES).isPresent();
    }

    private static String stem(Column key) {
        String stem = Conventions.stem(key.name());
        String name = Conventions.snake(key.name());
        String number = NUMBER.matcher(name).replaceFirst("");
        return stem != null || number.equals(name) ? stem : number;
    }

    private static Optional<Column> find(Table table, String stem, Set<String> endings) {
        return stem == null ? Optional.empty() : table.columns().stream()
                .filter(column -> endings.stream().anyMatch(ending -> Conventions.snake(column.name()).equals(stem + ending))).findFirst();
    }

    private static Optional<Column> beside(Table table, Column key, Set<String> names) {
        return !ROWS.containsAll(RoleNames.words(key.name())) ? Optional.empty() : table.columns().stream()
                .filter(column -> !column.name().equals(key.name()) && names.contains(Conventions.snake(column.name()))).findFirst();
    }
}
