package io.orgscope.route;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.Optional;

/**
 * The row that stands for rows which are not there yet. Where a route reads several rows, such as the memberships of a
 * user, one more can come, and there is nothing to lock before it does. Both sides lock the row that both reference, the
 * user: whoever reads the memberships FOR KEY SHARE, which the foreign key's own check takes anyway, and whoever changes
 * them FOR UPDATE.
 *
 * @param table   the table that both reference
 * @param columns its columns, one for each of the key
 */
record RouteAnchor(TableName table, List<String> columns) {

    /** The anchor of a place on a path, where a foreign key on either side says what the values reference. */
    static Optional<RouteAnchor> of(ResolvedPath path, int place, ScopedTable scope, Catalog catalog) {
        List<String> key = path.hops().get(place).key();
        List<String> before = place == 0 ? path.from() : path.hops().get(place - 1).reads();
        Optional<Table> source = catalog.find(place == 0 ? scope.table() : path.hops().get(place - 1).table());
        Optional<Table> target = catalog.find(path.hops().get(place).table());
        return target.flatMap(table -> of(table, key, path.hops().get(place).table()))
                .or(() -> source.flatMap(table -> of(table, before, path.hops().get(place).table())));
    }

    private static Optional<RouteAnchor> of(Table table, List<String> columns, TableName read) {
        return table.foreignKeysOf(columns).stream().filter(key -> !key.target().equals(read)).findFirst()
                .map(key -> new RouteAnchor(key.target(), inOrder(key, columns)));
    }

    private static List<String> inOrder(ForeignKey key, List<String> columns) {
        return columns.stream().map(column -> key.targetColumns().get(key.columns().indexOf(column))).toList();
    }

    /** What a change of the row takes; two at once come one after the other. */
    String lockOfMove(List<String> key) {
        return "SELECT FROM " + table.sql() + " AS a WHERE " + equal("OLD", key) + " OR " + equal("NEW", key) + " ORDER BY "
                + Identifier.list("a.", columns) + " FOR UPDATE";
    }

    /** The numbers of the transactions that locked it last. */
    String traces(List<String> key) {
        return "SELECT a.xmax FROM " + table.sql() + " AS a WHERE " + equal("OLD", key) + " OR " + equal("NEW", key);
    }

    /** The condition under which a row {@code a} is the anchor of the values of {@code alias}. */
    String equal(String alias, List<String> values) {
        return "(" + RouteSql.equal("a", columns, alias, values) + ")";
    }
}
