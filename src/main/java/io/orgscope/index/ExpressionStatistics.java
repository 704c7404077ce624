package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The planner's statistics about the expressions of an index. PostgreSQL drops them with the index. A new index has none before ANALYZE, so queries could get
 * other plans. ANALYZE reads a sample of the rows and blocks no reader and no writer.
 */
final class ExpressionStatistics {

    private static final Logger LOG = LoggerFactory.getLogger(ExpressionStatistics.class);

    /** The tables of an index and of its parts, if the index has no statistics there. */
    private static final String WITHOUT = InheritanceTree.below("pg_catalog.to_regclass(?)::oid") + """
            SELECT tn.nspname, t.relname
              FROM tree
              JOIN pg_catalog.pg_class c ON c.oid = tree.oid AND c.relkind = 'i'
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_index x ON x.indexrelid = c.oid
              JOIN pg_catalog.pg_class t ON t.oid = x.indrelid
              JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
             WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_stats s WHERE s.schemaname = n.nspname AND s.tablename = c.relname)
             ORDER BY 1, 2
            """;

    private final StepContext context;

    ExpressionStatistics(StepContext context) {
        this.context = context;
    }

    /**
     * The actions before an index is dropped for which another one with the same expressions stays. They do nothing if there are no expressions.
     *
     * @param staying the name of the other one
     */
    List<Action> gather(Index going, String staying) {
        if (!going.columns().contains("")) {
            return List.of();
        }
        String index = new TableName(context.name().schema(), staying).sql();
        return List.of(new Action.Work(connection -> analyze(connection, index), List.of(analyze(context.name()))));
    }

    private static void analyze(Connection connection, String index) throws SQLException {
        for (TableName table : Sql.list(connection, WITHOUT, row -> new TableName(row.getString(1), row.getString(2)), index)) {
            LOG.info("{}: ANALYZE, because the index {} has no statistics yet", table, index);
            Sql.execute(connection, analyze(table));
        }
    }

    private static String analyze(TableName table) {
        return "ANALYZE " + table.sql();
    }

    /**
     * The actions that give the scoped index the statistics targets of the old one. An index that somebody else made keeps its own.
     *
     * @param tree   the table, with its partitions if it has any
     * @param scoped the name of the scoped index
     * @param built  whether the step builds it
     */
    List<Action> targets(Index old, Catalog tree, String scoped, boolean built) {
        if (tree.parts(context.table().orElseThrow(), old).values().stream().allMatch(part -> part.statistics().isEmpty())) {
            return List.of();
        }
        // A script does not know the names of the parts.
        List<String> script = built && !context.partitioned() ? targets(old, context.name(), scoped, Map.of()) : List.of();
        return List.of(new Action.Work(connection -> setTargets(connection, old, scoped), script));
    }

    private void setTargets(Connection connection, Index old, String scoped) throws SQLException {
        Catalog now = context.partitioned() ? Catalog.ofTree(connection, context.name()) : Catalog.of(connection, List.of(context.name()));
        Table table = now.find(context.name()).orElseThrow();
        String comment = table.column(context.scope().column()).orElseThrow().comment();
        Optional<Index> ours = table.index(scoped).filter(index -> Ledger.of(context.name(), context.scope().column(), comment).has(Ledger.made(scoped)));
        Map<TableName, Index> parts = ours.map(index -> now.parts(table, index)).orElse(Map.of());
        for (Map.Entry<TableName, Index> part : now.parts(table, old).entrySet()) {
            Index to = parts.get(part.getKey());
            for (String statement : to == null ? List.<String>of() : targets(part.getValue(), part.getKey(), to.name(), to.statistics())) {
                Sql.execute(connection, statement);
            }
        }
    }

    /** The scoped index has the organization in front, so each expression is one place further. */
    private static List<String> targets(Index old, TableName table, String scoped, Map<Integer, Integer> there) {
        return old.statistics().entrySet().stream().filter(target -> !there.containsKey(target.getKey() + 1))
                .map(target -> OldIndex.statistics(table, scoped, target.getKey() + 1, target.getValue())).toList();
    }
}
