package io.orgscope.step;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles each partition that holds rows, and then the partitioned table itself. Partitions may be created, attached,
 * detached and dropped meanwhile. The last statements lock the whole tree. They run only if the tree has exactly the
 * partitions that were handled; otherwise the new ones are handled first.
 */
public final class EachPartition {

    private static final Logger LOG = LoggerFactory.getLogger(EachPartition.class);

    /** Our own SQLSTATE: the table has other partitions than before, or they are no longer as they were handled. */
    public static final String CHANGED = "OS001";

    /** Partitions do not change so often. The loop must not run for ever. */
    private static final int MOST_ROUNDS = 1000;

    private static final String FINGERPRINT = """
            SELECT pg_catalog.md5(coalesce(pg_catalog.string_agg(p.name, ',' ORDER BY p.name COLLATE "C"), ''))
              FROM pg_catalog.unnest(?::text[]) p(name)
            """;

    private static final String GUARD = """

            BEGIN
              IF (WITH RECURSIVE tree AS (
                    SELECT %1$s::pg_catalog.regclass::oid AS oid
                    UNION ALL
                    SELECT i.inhrelid FROM tree JOIN pg_catalog.pg_inherits i ON i.inhparent = tree.oid AND NOT i.inhdetachpending)
                  SELECT pg_catalog.md5(coalesce(pg_catalog.string_agg(p.name, ',' ORDER BY p.name COLLATE "C"), ''))
                    FROM (SELECT pg_catalog.concat(n.nspname, E'\\x01', c.relname) AS name
                            FROM tree JOIN pg_catalog.pg_class c ON c.oid = tree.oid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                           WHERE c.oid <> %1$s::pg_catalog.regclass) p) <> %2$s THEN
                RAISE EXCEPTION USING ERRCODE = '%3$s', MESSAGE = %4$s;
              END IF;
            END
            """;

    private final StepContext context;
    private final TableName also;
    private final Function<Table, List<Action>> each;
    private final List<String> last;

    private EachPartition(StepContext context, TableName also, Function<Table, List<Action>> each, List<String> last) {
        this.context = context;
        this.also = also;
        this.each = each;
        this.last = last;
    }

    /**
     * The actions for a partitioned table.
     *
     * @param also another table that the last statements lock; null for none
     * @param each the actions for a partition that holds rows, given the partition as it is
     * @param last statements of one transaction about the partitioned table
     */
    public static List<Action> then(StepContext context, TableName also, Function<Table, List<Action>> each, List<String> last)
            throws SQLException {
        EachPartition work = new EachPartition(context, also, each, last);
        if (!context.script()) {
            return List.of(new Action.Work(work::run, List.of()));
        }
        Catalog tree = Catalog.ofTree(context.connection(), context.name());
        List<Action> actions = new ArrayList<>();
        work.leaves(tree).forEach(leaf -> actions.addAll(each.apply(leaf)));
        actions.add(work.whole(context.connection(), tree));
        return actions;
    }

    /** The actions for each partition alone, if it does not matter whether partitions are attached or detached meanwhile. */
    public static List<Action> of(StepContext context, Function<Table, List<Action>> each) throws SQLException {
        EachPartition work = new EachPartition(context, null, each, List.of());
        if (!context.script()) {
            return List.of(new Action.Work(connection -> work.round(connection, Catalog.ofTree(connection, context.name())), List.of()));
        }
        List<Action> actions = new ArrayList<>();
        work.leaves(Catalog.ofTree(context.connection(), context.name())).forEach(leaf -> actions.addAll(each.apply(leaf)));
        return actions;
    }

    private void run(Connection connection) throws SQLException {
        for (int round = 1; ; round++) {
            Catalog tree = Catalog.ofTree(connection, context.name());
            if (round(connection, tree)) {
                try {
                    new StepRunner(connection, context.locks()).run(List.of(whole(connection, tree)));
                    return;
                } catch (SQLException failed) {
                    if (!CHANGED.equals(failed.getSQLState()) || round > MOST_ROUNDS) {
                        throw failed;
                    }
                }
            }
            LOG.info("{}: its partitions have changed; reading them again", context.name());
        }
    }

    /** @return false if a partition was dropped or detached before all its actions were done */
    private boolean round(Connection connection, Catalog tree) throws SQLException {
        StepRunner runner = new StepRunner(connection, context.locks());
        for (Table leaf : leaves(tree)) {
            try {
                runner.run(each.apply(leaf));
            } catch (SQLException failed) {
                if (connection.isClosed() || !gone(connection, leaf)) {
                    throw failed;
                }
                return false;
            }
        }
        return true;
    }

    /** Whether a table is no longer a partition: it was dropped, detached or renamed. */
    private boolean gone(Connection connection, Table leaf) throws SQLException {
        return Catalog.ofTree(connection, context.name()).find(leaf.name()).filter(found -> found.oid() == leaf.oid()).isEmpty();
    }

    private List<Table> leaves(Catalog tree) {
        return tree.tables().stream().filter(table -> table.kind() == 'r').toList();
    }

    private Action whole(Connection connection, Catalog tree) throws SQLException {
        List<String> statements = new ArrayList<>(List.of(guard(connection, context.name(), tree)));
        statements.addAll(last);
        return new Action.Brief(context.name(), also, statements);
    }

    /**
     * A statement that fails if a partitioned table has other partitions than now when it runs. It is for a transaction that locks the table.
     *
     * @param tree the table with its partitions
     */
    public static String guard(Connection connection, TableName table, Catalog tree) throws SQLException {
        List<String> names = tree.tables().stream().map(Table::name).filter(name -> !name.equals(table))
                .map(name -> name.schema() + '\u0001' + name.name()).toList();
        String fingerprint = Sql.first(connection, null, FINGERPRINT, row -> row.getString(1), names);
        return "DO " + Literal.dollar(GUARD.formatted(Literal.of(table.sql()), Literal.of(fingerprint), CHANGED,
                Literal.of(table + " has other partitions than when this script was written. Nothing was changed by this statement."
                        + " Write the script again from this step on.")));
    }
}
