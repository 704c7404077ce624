package io.orgscope.invariant;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** No foreign key between two tables that have the organization column joins rows of two organizations. */
final class CrossReferences implements Invariant {

    private static final String REFERENCING = """
            SELECT DISTINCT n.nspname, c.relname
              FROM pg_catalog.pg_constraint k
              JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE k.contype = 'f' AND k.confrelid = ?::oid
            """;

    @Override
    public String id() {
        return "noReferenceCrossesOrganizations";
    }

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public String broken() {
        return "Rows of one organization reference rows of another.";
    }

    @Override
    public String remedy() {
        return "Each of these rows, or the row it references, is in the wrong organization, or should not reference it."
                + " Correct them, then run update again.";
    }

    @Override
    public Violations violations(StepContext context) throws SQLException {
        long count = 0;
        List<String> samples = new ArrayList<>();
        Catalog neighbours = neighbours(context);
        for (ForeignKey key : keys(context, neighbours)) {
            RowKeys rows = RowKeys.ofQuery(context.connection(), crossing(key, neighbours, context.scope().column(), context.scope().column()));
            count += rows.count();
            rows.keys().stream().limit(RowKeys.HANDFUL - samples.size())
                    .forEach(row -> samples.add(key.table() + " " + row + " by " + key.name()));
        }
        return new Violations(count, samples);
    }

    private static Catalog neighbours(StepContext context) throws SQLException {
        Table table = context.table().orElseThrow();
        Set<TableName> names = new LinkedHashSet<>(Sql.list(context.connection(), REFERENCING,
                row -> new TableName(row.getString(1), row.getString(2)), table.oid()));
        table.foreignKeys().forEach(key -> names.add(key.target()));
        names.add(table.name());
        return Catalog.of(context.connection(), names);
    }

    private static List<ForeignKey> keys(StepContext context, Catalog neighbours) {
        String column = context.scope().column();
        return neighbours.tables().stream().flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.table().equals(context.name()) || key.target().equals(context.name()))
                .filter(key -> !key.target().equals(context.scope().organizations().table()))
                .filter(key -> neighbours.find(key.table()).flatMap(table -> table.column(column)).isPresent()
                        && neighbours.find(key.target()).flatMap(table -> table.column(column)).isPresent())
                .toList();
    }

    /** The rows whose organization differs from that of the row they reference; where either has none, nothing differs. */
    static String crossing(ForeignKey key, Catalog catalog, String from, String to) {
        String join = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "p." + Identifier.quote(key.targetColumns().get(i)) + " = t." + Identifier.quote(key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        return "SELECT " + RowKeys.key(catalog.find(key.table()).orElseThrow(), "t") + " AS key FROM " + key.table().sql() + " t JOIN "
                + key.target().sql() + " p ON " + join + " WHERE p." + Identifier.quote(to) + " <> t." + Identifier.quote(from);
    }
}
