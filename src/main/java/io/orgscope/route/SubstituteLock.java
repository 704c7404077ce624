package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A row that is locked in place of rows that do not exist yet. Some routes read several rows, such as the memberships
 * of a user. Another membership can be inserted, and it cannot be locked before. So both sides lock the row that the
 * memberships reference, the user. A reader of the memberships locks it FOR KEY SHARE, as the check of the foreign key
 * does. A writer of memberships locks it FOR UPDATE.
 *
 * @param table   the table that both reference
 * @param columns its columns, one for each column of the key
 */
record SubstituteLock(TableName table, List<String> columns) {

    private static final Set<String> WORDS = Set.of("table", "old", "new", "columns");

    private static final SqlTemplate LOCK = new SqlTemplate("SELECT FROM {table} AS a WHERE {old} OR {new} ORDER BY {columns} FOR UPDATE", WORDS);

    private static final SqlTemplate WRITER_XIDS = new SqlTemplate("SELECT a.xmax FROM {table} AS a WHERE {old} OR {new}", WORDS);

    /** The row to lock for a place on a path. A foreign key on either side of the place says what its values reference. */
    static Optional<SubstituteLock> of(ResolvedPath path, int place, ScopedTable scope, Catalog catalog) {
        ResolvedPath.Hop hop = path.hops().get(place);
        return catalog.find(hop.table()).flatMap(table -> of(table, hop.key(), hop.table()))
                .or(() -> catalog.find(path.source(place, scope)).flatMap(table -> of(table, path.columnsTo(place), hop.table())));
    }

    /** The tables of all such rows for some paths. Only a place that is not unique has one. */
    static Set<TableName> tables(List<ResolvedPath> paths, ScopedTable scope, Catalog catalog) {
        Set<TableName> tables = new LinkedHashSet<>();
        for (ResolvedPath path : paths) {
            IntStream.range(0, path.hops().size()).filter(place -> !path.hops().get(place).unique())
                    .forEach(place -> of(path, place, scope, catalog).map(SubstituteLock::table).ifPresent(tables::add));
        }
        return tables;
    }

    private static Optional<SubstituteLock> of(Table table, List<String> columns, TableName read) {
        return table.foreignKeysOf(columns).stream().filter(key -> !key.target().equals(read)).findFirst()
                .map(key -> new SubstituteLock(key.target(), key.targetsOf(columns)));
    }

    /** The lock that a change of the row takes. Of two changes at the same time, one waits for the other. */
    String lockOfMove(List<String> key) {
        return fill(LOCK, key);
    }

    /** The numbers of the transactions that locked the row last. */
    String writerXids(List<String> key) {
        return fill(WRITER_XIDS, key);
    }

    private String fill(SqlTemplate template, List<String> key) {
        return template.fill(Map.of("table", table.sql(), "old", equal("OLD", key), "new", equal("NEW", key), "columns", Identifier.list("a.", columns)));
    }

    /** The condition under which the values of {@code alias} reference a row {@code a}. */
    String equal(String alias, List<String> values) {
        return "(" + RouteSql.equal("a", columns, alias, values) + ")";
    }
}
