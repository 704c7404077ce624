package io.orgscope.index;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowContents;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Builds a unique index concurrently. If rows have the same key, PostgreSQL leaves the index INVALID, and it may refuse rows that the application writes. So it is
 * dropped before the rows are listed.
 *
 * @param table   the table, or its partition that has the rows
 * @param create  the statement that builds the index
 * @param refusal the message if rows have the same key, from the text that lists them
 */
record UniqueBuild(StepContext context, TableName table, String name, String create, UnaryOperator<String> refusal) {

    /** A name that two sessions give at the same time has the same SQLSTATE. The index of that name is the other session's. */
    private static final String SAME_NAME = "pg_class_relname_nsp_index";

    /** The build as an action. A script has only the statement. */
    Action action() {
        return action(null);
    }

    /**
     * The same.
     *
     * @param dropWhole the statement that drops the index with all its parts if this part of it cannot be built; null to drop only what was built
     */
    Action action(String dropWhole) {
        return new Action.Work(connection -> build(connection, dropWhole), List.of(create));
    }

    private void build(Connection connection, String dropWhole) throws SQLException {
        try {
            new StepRunner(connection, context.locks()).run(List.of(new Action.Concurrent(create)));
        } catch (SQLException failed) {
            if (!ofRows(failed)) {
                throw failed;
            }
            throw refused(connection, dropWhole, RowContents.removed(failed));
        }
    }

    /** Whether a build failed because rows have the same key. */
    static boolean ofRows(SQLException failed) {
        return SqlState.UNIQUE_VIOLATION.equals(failed.getSQLState()) && !failed.getMessage().contains(SAME_NAME);
    }

    private OrgScopeException refused(Connection connection, String dropWhole, SQLException failed) throws SQLException {
        Optional<Table> found = Catalog.of(connection, List.of(table)).find(table);
        Optional<Index> broken = found.flatMap(rows -> rows.index(name)).filter(index -> !index.valid());
        List<String> left = broken.isEmpty() ? List.of() : drop(connection, dropWhole, failed);
        if (!left.isEmpty()) {
            return new OrgScopeException("The unique index " + name + " of " + table + " could not be built, because rows have the same key, and what was built could"
                    + " not be dropped. It may refuse rows of the application. Run " + String.join("; ", left) + ". Then run the command again: it lists the rows.", failed);
        }
        RowKeys rows = broken.isEmpty() ? new RowKeys(0, List.of())
                : RowKeys.ofQuery(connection, OldIndex.duplicates(broken.get(), found.orElseThrow(), null));
        return new OrgScopeException(rows.count() > 0 ? refusal.apply(rows.toString()) : noneNow(name, table), failed);
    }

    /** The message if no rows have the same key any more. */
    static String noneNow(String name, TableName table) {
        return "The unique index " + name + " of " + table
                + " could not be built: rows had the same key at that time, and none have it now. What was built was dropped. Run the command again.";
    }

    /** Drops what was built. Returns the statements that are still to be run, if one of them fails. */
    private List<String> drop(Connection connection, String dropWhole, SQLException failed) {
        StepRunner runner = new StepRunner(connection, context.locks());
        List<String> left = new ArrayList<>(List.of("DROP INDEX CONCURRENTLY IF EXISTS " + new TableName(table.schema(), name).sql()));
        Optional.ofNullable(dropWhole).ifPresent(left::add);
        try {
            runner.run(List.of(new Action.Concurrent(left.get(0))));
            left.remove(0);
            if (dropWhole != null) {
                runner.run(List.of(new Action.Brief(context.name(), dropWhole)));
                left.remove(0);
            }
        } catch (SQLException | OrgScopeException stays) {
            failed.addSuppressed(stays);
        }
        return left;
    }
}
