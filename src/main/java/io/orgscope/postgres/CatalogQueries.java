package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The queries behind {@link Catalog}. Each returns one kind of object for all wanted tables. */
final class CatalogQueries {

    private static final String NAMES = "text[], text[]";

    private final List<TableName> wanted;
    private final CatalogRows rows;
    private final List<PreparedQuery.Asked> next = new ArrayList<>();
    private boolean settingsFirst;

    /** @param wanted null for all tables */
    CatalogQueries(Collection<TableName> wanted) {
        this.wanted = wanted == null ? null : wanted.stream().distinct().toList();
        this.rows = new CatalogRows(wanted == null ? 0 : Table.NOT_READ);
    }

    /** Sends another query with the first ones, and before them. It sets {@link PreparedQuery#SETTINGS}. */
    CatalogQueries after(PreparedQuery.Asked first) {
        next.add(first);
        settingsFirst = true;
        return this;
    }

    /** Sends the queries together, and then other ones for what few tables have. */
    List<Table> tables(Connection connection) throws SQLException {
        add("columns", CatalogSql.COLUMNS, rows::column);
        add("indexes", CatalogSql.INDEXES, rows::index);
        add("constraints", CatalogSql.CONSTRAINTS, rows::constraint);
        add("tables", CatalogSql.TABLES, rows::table);
        ask(connection);
        if (rows.hasUnusualColumns()) {
            add("unusual_columns", CatalogSql.UNUSUAL_COLUMNS, rows::unusualColumn);
        }
        if (rows.hasExpressions()) {
            add("expressions", CatalogSql.EXPRESSIONS, rows::expression);
        }
        if (rows.hasPolicies()) {
            add("policies", CatalogSql.POLICIES, rows::policy);
        }
        if (wanted == null) {
            add("sizes", CatalogSql.SIZES, rows::size);
            add("references", CatalogSql.REFERENCES, rows::references);
        }
        if (rows.hasPartitioned()) {
            add("partition_keys", CatalogSql.PARTITION_KEYS, rows::partitionKey);
            add("partitions", CatalogSql.PARTITIONS, rows::partition);
            add("partition_sizes", CatalogSql.PARTITION_SIZES, rows::size);
        }
        ask(connection);
        return rows.tables();
    }

    private void add(String name, String sql, Sql.Reader reader) {
        next.add(wanted == null ? new PreparedQuery.Asked(new PreparedQuery(name, "", CatalogSql.ALL + sql), reader)
                : PreparedQuery.of(name, NAMES, CatalogSql.NAMED + sql).with(reader, list(TableName::schema), list(TableName::name)));
    }

    private void ask(Connection connection) throws SQLException {
        if (wanted == null) {
            PreparedQuery.askOnce(connection, next);
        } else if (settingsFirst) {
            PreparedQuery.askWithOwnSettings(connection, next);
            settingsFirst = false;
        } else if (!next.isEmpty()) {
            PreparedQuery.ask(connection, next);
        }
        next.clear();
    }

    private List<String> list(Function<TableName, String> part) {
        return wanted.stream().map(part).toList();
    }
}
