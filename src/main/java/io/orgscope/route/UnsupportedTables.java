package io.orgscope.route;

import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables that this library cannot handle because of their kind, and why. */
public final class UnsupportedTables {

    private UnsupportedTables() {
    }

    /** Why the table cannot get an organization column; empty if it can. */
    static Optional<String> problem(Table table) {
        return Optional.ofNullable(switch (table.kind()) {
            case 'f' -> "a foreign table; it has no column of its own to fill";
            case 'v', 'm' -> "a view; it has no column of its own to fill";
            default -> table.partition() ? "a partition of " + table.partitionOf() + "; a partition gets its organization with the whole."
                            + " Declare " + table.partitionOf() + " in its place"
                    : table.partitioned() ? foreignPartitions(table)
                    : table.inherited() ? "inherited by other tables; a column added to it would be added to them all" : null;
        }).map(what -> table.name() + " is " + what + ". Nothing was changed.");
    }

    /** Why the triggers cannot follow its rows if it is on a route; empty if they can. */
    public static Optional<String> problemOnRoute(Table table) {
        return Optional.ofNullable(switch (table.kind()) {
            case 'f' -> "a foreign table: no trigger here sees what changes on the other server. Lead the route through tables of this server";
            case 'v' -> "a view: no trigger on it sees what changes below it. Lead the route through the tables that it reads";
            case 'm' -> "a materialized view: it changes without a trigger. Lead the route through the tables that it reads";
            default -> table.partitioned() ? foreignPartitions(table)
                    : table.kind() == 'r' && table.inherited() ? "inherited by other tables: the route would read their rows, but no trigger of "
                            + table.name() + " sees their changes. Lead the route through another table, or end the inheritance (ALTER TABLE … NO INHERIT …)"
                    : null;
        });
    }

    private static String foreignPartitions(Table table) {
        List<TableName> foreign = table.partitioning().foreign();
        return foreign.isEmpty() ? null : "partitioned, and some of its partitions are foreign tables (" + foreign.stream().limit(RowKeys.HANDFUL)
                .map(TableName::toString).collect(Collectors.joining(", ")) + (foreign.size() > RowKeys.HANDFUL ? ", …" : "")
                + "): no constraint holds there, and their rows are another server's. Detach them (ALTER TABLE … DETACH PARTITION …)";
    }
}
