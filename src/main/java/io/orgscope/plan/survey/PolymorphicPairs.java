package io.orgscope.plan.survey;

import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.graph.ReferenceGraph;
import io.orgscope.plan.graph.TypeColumns;
import io.orgscope.plan.name.Conventions;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Types;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pairs of columns such as {@code payable_type} and {@code payable_id}: one says to which table the other leads. The
 * types are read from the rows, and from what the catalog allows.
 */
public final class PolymorphicPairs {

    private static final int MOST_TYPES = 50;

    /** The number of rows that are read if the user did not ask to read the data. */
    public static final int SAMPLE = 100_000;

    /** A pair and what is wrong with it; null if nothing is. */
    public record Pair(TableName table, String type, String key, String problem) {
    }

    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    /** Keys beside which stands a text whose values are no tables' names. */
    private final Set<String> plain = new HashSet<>();

    /** Returns the types of a pair, and adds what is not known. */
    @FunctionalInterface
    private interface Known {
        List<String> types(Table table, Column type, Column key, List<String> problems) throws SQLException;
    }

    /** Finds the pairs and adds their targets to the survey's graph, by their rows, or by the catalog if there are no rows. */
    public static PolymorphicPairs read(Survey survey, ReadOnly reader, boolean allRows) throws SQLException {
        PolymorphicPairs pairs = new PolymorphicPairs();
        pairs.find(survey, (table, type, key, problems) -> pairs.byRows(table, type, key, reader, allRows, problems));
        return pairs;
    }

    /** {@link #read} by the catalog alone. It shows where a pair leads only if it allows no other types. */
    public static PolymorphicPairs byCatalog(Survey survey) {
        PolymorphicPairs pairs = new PolymorphicPairs();
        try {
            pairs.find(survey, (table, type, key, problems) -> {
                List<String> types = PairTypes.allowed(table, type);
                if (types.isEmpty()) {
                    problems.add("only its rows say where " + key.name() + " leads, which orgscope-plan asks");
                }
                return types;
            });
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        return pairs;
    }

    private void find(Survey survey, Known known) throws SQLException {
        for (TableName name : survey.tables()) {
            Table table = survey.catalog().find(name).orElseThrow();
            if (survey.status(name) != ScopingStatus.OPEN && survey.status(name) != ScopingStatus.PARTIAL) {
                continue;
            }
            for (Column key : table.columns()) {
                Optional<Column> type = TypeColumns.of(table, key).filter(found -> isType(table, found, key));
                if (type.isPresent()) {
                    List<String> problems = new ArrayList<>();
                    List<String> types = known.types(table, type.get(), key, problems);
                    boolean tables = types.stream().anyMatch(value -> target(survey, table, value).isPresent());
                    if (TypeColumns.typed(table, key) || tables && !explained(survey, table, key)) {
                        add(survey, table, type.get(), key, types, problems);
                    } else if (!tables && !types.isEmpty()) {
                        plain.add(table.name() + " " + key.name());
                    }
                }
            }
        }
    }

    /** Whether the key's name already says where it leads, so that a class or a model beside it means something else. */
    private static boolean explained(Survey survey, Table table, Column key) {
        return survey.graph().from(table.name()).stream().anyMatch(reference -> reference.columns().contains(key.name()));
    }

    private List<String> byRows(Table table, Column type, Column key, ReadOnly reader, boolean allRows, List<String> problems)
            throws SQLException {
        try {
            Set<String> types = new TreeSet<>(PairTypes.allowed(table, type));
            types.addAll(reader.run(connection -> PairTypes.labels(connection, type)));
            types.addAll(reader.run(connection -> types(connection, table.name(), type.name(), allRows)));
            if (types.isEmpty()) {
                types.addAll(PairTypes.byDefault(type));
            }
            if (types.isEmpty()) {
                problems.add("no row has a " + type.name() + " yet, so where " + key.name() + " leads is not known");
            } else if (types.size() > MOST_TYPES) {
                problems.add(type.name() + " has more than " + MOST_TYPES + " values: it does not name tables");
                return TypeColumns.typed(table, key) ? List.of() : List.copyOf(types);
            }
            return List.copyOf(types);
        } catch (ReadOnly.Refused refused) {
            problems.add(type.name() + " could not be read: " + refused.getMessage());
            return List.of();
        }
    }

    private static boolean isType(Table table, Column type, Column key) {
        return (Types.isText(type.baseType()) || type.type().contains("."))
                && table.foreignKeys().stream().noneMatch(reference -> reference.columns().contains(key.name()));
    }

    private void add(Survey survey, Table table, Column type, Column key, List<String> types, List<String> problems) {
        if (!types.isEmpty() && PairTypes.closed(table, type) && types.stream().noneMatch(value -> target(survey, table, value)
                .flatMap(ReferenceGraph::keyColumn).filter(other -> Types.comparable(key, other)).isPresent())) {
            return;
        }
        for (String value : types) {
            Optional<Table> target = target(survey, table, value);
            if (target.isEmpty()) {
                problems.add("no table is called like the " + type.name() + " '" + value + "'");
            } else if (ReferenceGraph.keyColumn(target.get()).filter(other -> Types.comparable(key, other)).isEmpty()) {
                problems.add(key.name() + " is " + key.type() + ", which never equals the key of " + target.get().name());
            } else {
                survey.graph().add(new Reference(table.name(), List.of(key.name()), target.get().name(),
                        List.of(ReferenceGraph.keyColumn(target.get()).orElseThrow().name()), Reference.Origin.PAIR,
                        key.notNull() && type.notNull(), true, ' ', condition(type.name(), value)));
            }
        }
        pairs.put(table.name() + " " + key.name(), new Pair(table.name(), type.name(), key.name(),
                problems.isEmpty() ? null : String.join("; ", problems)));
    }

    private static Optional<Table> target(Survey survey, Table table, String value) {
        return survey.graph().named(table.name().schema(), Conventions.snake(lastSegment(value)));
    }

    private static List<String> types(Connection connection, TableName table, String type, boolean allRows) throws SQLException {
        String column = Identifier.quote(type);
        String rows = "SELECT t." + column + "::text AS type FROM " + table.sql() + " t WHERE t." + column + " IS NOT NULL"
                + (allRows ? "" : " LIMIT " + SAMPLE);
        return Sql.list(connection, "SELECT DISTINCT s.type FROM (" + rows + ") s ORDER BY 1 LIMIT " + (MOST_TYPES + 1),
                row -> row.getString(1));
    }

    /** Class names have a package or a namespace. */
    private static String lastSegment(String type) {
        String[] segments = type.split("[\\\\./:]+");
        return segments.length == 0 ? type : segments[segments.length - 1];
    }

    /** No keyword of PostgreSQL has such an ending. A bare keyword would be a syntax error, or, as {@code user}, something else than the column. */
    private static String condition(String column, String value) {
        String name = column.matches("[a-z_][a-z0-9_]*_(type|kind|name)") ? column : Identifier.quote(column);
        return name + " = " + Literal.of(value).strip();
    }

    /** Why a candidate that starts from a pair cannot be used as it is; null if it can. */
    public String obstacle(Reference reference, List<String> astray) {
        Pair pair = pairs.get(reference.from() + " " + reference.columns().get(0));
        if (reference.origin() != Reference.Origin.PAIR || pair == null) {
            return null;
        }
        List<String> problems = new ArrayList<>();
        if (pair.problem() != null) {
            problems.add(pair.problem());
        }
        astray.forEach(table -> problems.add("rows that lead to " + table + " find no organization there"));
        return problems.isEmpty() ? null : String.join("; ", problems);
    }

    /** The column that says where the pair with this key leads. */
    public Optional<String> typeOf(TableName table, List<String> key) {
        return Optional.ofNullable(pairs.get(table + " " + key.get(0))).map(Pair::type);
    }

    /** Whether a text beside the key may say where it leads, by all that is known. */
    boolean mayBeTyped(Table table, Column key) {
        return !plain.contains(table.name() + " " + key.name()) && TypeColumns.of(table, key).filter(type -> isType(table, type, key)).isPresent();
    }

    /** The pairs of a table that lead nowhere as they are. */
    public List<Pair> unsolved(TableName table) {
        return pairs.values().stream().filter(pair -> pair.table().equals(table) && pair.problem() != null).toList();
    }
}
