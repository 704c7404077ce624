package io.orgscope.plan.survey;

import io.orgscope.plan.graph.NaturalKeys;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.graph.ReferenceGraph;
import io.orgscope.plan.graph.TypeColumns;
import io.orgscope.plan.name.Conventions;
import io.orgscope.plan.name.RoleNames;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Columns that look like keys of another table and that neither a foreign key nor a name explains. If one may be the
 * way to an organization, it would be a guess that the table reaches none. So the table is unknown, and so are the
 * tables that depend on it.
 */
public final class Unexplained {

    /** First words of columns with keys of other systems. */
    private static final Set<String> FOREIGN = Set.of("external", "ext", "remote", "provider", "stripe", "paypal", "google", "github",
            "gitlab", "facebook", "twitter", "slack", "aws", "platform", "vector", "correlation", "request", "trace", "span", "tracking",
            "transaction", "public", "client", "message", "session", "device", "vendor", "legacy", "third");


    /** Names of numbers and texts that are also names of tables. */
    private static final Set<String> MEASURES = Set.of("order", "page", "line", "position", "level", "year", "month", "day", "week", "hour", "number", "count",
            "size", "version", "step", "rank", "score", "rating", "price", "amount", "total", "floor", "unit", "note", "comment", "message", "address",
            "description", "event", "action", "log", "name", "title", "label", "tag");

    private static final Pattern CODE = Pattern.compile("_(no|nr|num|number|code|key)$");

    /** First words of codes and numbers that no table of a schema gives. */
    private static final Set<String> WORLD = Set.of("currency", "country", "language", "lang", "locale", "postal", "post", "zip", "phone", "mobile", "fax",
            "tax", "vat", "iban", "bic", "swift", "color", "colour", "error", "status", "dial", "tracking", "serial", "line", "page", "room", "house",
            "building", "flat", "street", "promo", "coupon", "barcode", "secret", "idempotency", "cache", "sort", "passport", "plate", "hs", "iata", "reason",
            "exit", "response", "http", "verification", "access", "pin");

    private final Survey survey;
    private final PolymorphicPairs pairs;
    private final UnseenKeys unseen;
    private final Set<String> keyTypes = new HashSet<>();

    /** By name, the columns that are the key of a table only together with others. */
    private final Map<String, List<Part>> parts = new HashMap<>();

    private record Part(TableName table, int columns, String kind) {
    }

    public Unexplained(Survey survey, PolymorphicPairs pairs) {
        this.survey = survey;
        this.pairs = pairs;
        this.unseen = new UnseenKeys(survey);
        survey.tables().forEach(table -> survey.catalog().find(table).flatMap(ReferenceGraph::keyColumn)
                .ifPresent(key -> keyTypes.add(kind(key))));
        survey.tables().forEach(this::addParts);
        namesOf(survey).stream().filter(key -> CODE.matcher("_" + Conventions.snake(key.name())).find()).forEach(key -> keyTypes.add(kind(key)));
    }

    private void addParts(TableName name) {
        Table table = survey.catalog().find(name).orElseThrow();
        List<String> key = table.primaryKey().map(Index::columns).orElse(List.of());
        key.stream().filter(column -> key.size() > 1 && !NaturalKeys.generic(column) && !column.equals(survey.columnOf(name))
                && table.foreignKeys().stream().noneMatch(foreign -> foreign.columns().contains(column)))
                .flatMap(column -> table.column(column).stream()).filter(column -> Set.of("integer", "text", "uuid").contains(kind(column)))
                .forEach(column -> parts.computeIfAbsent(Conventions.snake(column.name()), other -> new ArrayList<>())
                        .add(new Part(name, key.size(), kind(column))));
    }

    /** Whether another table has such a column in its key, together with others. */
    private boolean part(Table table, Column column) {
        List<String> key = table.primaryKey().map(Index::columns).orElse(List.of());
        return parts.getOrDefault(Conventions.snake(column.name()), List.of()).stream().anyMatch(part -> !part.table.equals(table.name())
                && part.kind.equals(kind(column)) && !(key.contains(column.name()) && key.size() <= part.columns));
    }

    /** Marks tables that reach no organization as global or unknown. */
    public void mark(Predicate<TableName> reaches) {
        List<TableName> rest = survey.tables().stream().filter(table -> survey.status(table) == ScopingStatus.OPEN && !reaches.test(table)).toList();
        Map<TableName, String> unknown = new LinkedHashMap<>();
        rest.forEach(table -> reason(table, rest, unknown));
        boolean more = !unknown.isEmpty();
        while (more) {
            more = false;
            for (TableName table : rest) {
                more |= !unknown.containsKey(table) && hangsOn(table, unknown);
            }
        }
        rest.forEach(table -> {
            if (unknown.containsKey(table)) {
                survey.unknown(table, unknown.get(table));
            } else {
                survey.set(table, ScopingStatus.GLOBAL);
            }
        });
    }

    private void reason(TableName table, List<TableName> rest, Map<TableName, String> unknown) {
        List<String> columns = of(table);
        List<String> reasons = new ArrayList<>();
        if (!columns.isEmpty()) {
            reasons.add((columns.size() == 1 ? "No foreign key and no name says where its column " : "No foreign key and no name says where its"
                    + " columns ") + String.join(", ", columns) + (columns.size() == 1 ? " leads." : " lead."));
        }
        pairs.unsolved(table).forEach(pair -> reasons.add(pair.type() + ", " + pair.key() + ": " + pair.problem() + "."));
        unseen.of(table).stream().filter(key -> !rest.contains(key.to()) && unseen.mayTell(key)).map(key -> key.says() + ".").distinct().forEach(reasons::add);
        if (!reasons.isEmpty()) {
            unknown.put(table, String.join(" ", reasons));
        }
    }

    private boolean hangsOn(TableName table, Map<TableName, String> unknown) {
        String on = Stream.concat(survey.graph().from(table).stream().map(Reference::to), unseen.of(table).stream().map(UnseenKeys.Unseen::to))
                .filter(unknown::containsKey).map(TableName::toString).distinct()
                .collect(Collectors.joining(", "));
        if (on.isEmpty()) {
            return false;
        }
        unknown.put(table, "It refers to " + on + ", of which it is not known.");
        return true;
    }

    /** The unexplained columns of a table. */
    public List<String> of(TableName name) {
        Table table = survey.catalog().find(name).orElseThrow();
        Set<String> explained = explained(name, table);
        return table.columns().stream().filter(column -> !explained.contains(column.name()) && looksLikeKey(table, column))
                .map(Column::name).toList();
    }

    private Set<String> explained(TableName name, Table table) {
        Set<String> explained = new HashSet<>(Set.of(survey.columnOf(name)));
        table.foreignKeys().forEach(key -> explained.addAll(key.columns()));
        survey.graph().from(name).forEach(reference -> explained.addAll(reference.columns()));
        List<String> primary = table.primaryKey().map(Index::columns).orElse(List.of());
        if (primary.size() == 1) {
            explained.addAll(primary);
        }
        return explained;
    }

    /**
     * Those that may say to whom a row belongs. Keys of other systems, by their values, and keys of a pair with a type
     * are left out.
     */
    public List<String> open(TableName name) {
        Table table = survey.catalog().find(name).orElseThrow();
        return of(name).stream().filter(column -> (!survey.isExternal(name, column) || part(table, table.column(column).orElseThrow()))
                && table.column(column).filter(found -> TypeColumns.typed(table, found)).isEmpty()).toList();
    }

    private boolean looksLikeKey(Table table, Column column) {
        String stem = Conventions.stem(column.name());
        if (stem == null && (names(column) || part(table, column) || calledAfter(table, column) || keyByType(table, column)
                || keyTypes.contains(kind(column)) && pairs.mayBeTyped(table, column) && pairs.typeOf(table.name(), List.of(column.name())).isEmpty())) {
            return true;
        }
        if (stem == null || !keyTypes.contains(kind(column)) || Conventions.forms(table.name().name()).contains(stem)
                || stem.equals("parent") || pairs.typeOf(table.name(), List.of(column.name())).isPresent()
                || column.name().toLowerCase(java.util.Locale.ROOT).matches(".*(uuid|guid)") && table.uniqueBy(List.of(column.name()))) {
            return false;
        }
        return !kind(column).equals("text") || !FOREIGN.contains(RoleNames.words(column.name()).get(0));
    }

    /** Whether it has the type of a key and a name for a role of another row. A uuid needs no such name. */
    private boolean keyByType(Table table, Column column) {
        String kind = kind(column);
        if (!keyTypes.contains(kind) || column.defaultExpression() != null || table.uniqueBy(List.of(column.name()))) {
            return false;
        }
        return kind.equals("uuid") || RoleNames.endsInPart(column.name()) && (kind.equals("text") || kind.equals("integer"))
                || kind.equals("integer") && RoleNames.somebody(column.name()) || likeATable(table, column) || kind.equals("text") && code(table, column);
    }

    /** Whether it has the name of another table whose key has its type. */
    private boolean likeATable(Table table, Column column) {
        String name = Conventions.snake(column.name());
        return !MEASURES.contains(name) && survey.graph().called(table.name().schema(), name).filter(other -> !other.name().equals(table.name()))
                .flatMap(ReferenceGraph::keyColumn).filter(key -> kind(key).equals(kind(column))).isPresent();
    }

    /** Whether its name is that of a code or a number, and not of one of the whole world or of the table itself. */
    private boolean code(Table table, Column column) {
        List<String> words = RoleNames.words(column.name());
        return CODE.matcher(Conventions.snake(column.name())).find() && words.stream().noneMatch(WORLD::contains)
                && Conventions.formsWithin(table.name().name()).stream().noneMatch(form -> form.equals(String.join("_", words)));
    }

    /** Whether it is a number or a code of a row of another table, such as {@code patient_no}. */
    private boolean calledAfter(Table table, Column column) {
        String words = String.join("_", RoleNames.words(column.name()));
        return !words.equals(Conventions.snake(column.name())) && survey.graph().called(table.name().schema(), words)
                .filter(other -> !other.name().equals(table.name())).isPresent();
    }

    /** Texts that nothing explains and that do not look like keys. Only their values show that they are. */
    List<String> texts(TableName name) {
        Table table = survey.catalog().find(name).orElseThrow();
        Set<String> explained = explained(name, table);
        return table.columns().stream().filter(column -> kind(column).equals("text") && !explained.contains(column.name()) && !looksLikeKey(table, column)
                && !table.uniqueBy(List.of(column.name()))).map(Column::name).toList();
    }

    /** Whether it names an organization by something else than its key, such as {@code organization_slug}. */
    private boolean names(Column column) {
        String name = Conventions.snake(column.name());
        TableName organizations = survey.organizations().table();
        Set<String> unique = new HashSet<>(Set.of("name", "code"));
        survey.catalog().find(organizations).ifPresent(table -> table.indexes().stream().filter(index -> index.provesUnique()
                && index.columns().size() == 1).forEach(index -> unique.add(Conventions.snake(index.columns().get(0)))));
        return kind(column).equals("text") && Conventions.forms(organizations.name()).stream()
                .anyMatch(form -> name.equals(form) || unique.stream().anyMatch(last -> name.equals(form + "_" + last)));
    }

    /** Texts that name an organization, besides its key. */
    static List<Column> namesOf(Survey survey) {
        return survey.catalog().find(survey.organizations().table()).map(table -> table.columns().stream()
                .filter(column -> kind(column).equals("text") && table.uniqueBy(List.of(column.name()))).toList()).orElse(List.of());
    }

    static String kind(Column column) {
        String type = column.baseType();
        return Types.isInteger(type) ? "integer" : Types.isText(type) ? "text" : type;
    }
}
