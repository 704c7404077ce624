package io.orgscope.step;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A ledger that is not in the comment of its column any more, because somebody has replaced the comment. Whatever a step
 * does without it is wrong: a rollback would take nothing back, and still succeed.
 */
final class LostLedger {

    /** The tables whose column exists without the first line of its ledger. */
    private static final PreparedQuery LOST = PreparedQuery.of("lost_ledgers", "text[], text[], text[]", """
            SELECT w.place
              FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2)) WITH ORDINALITY AS w(table_name, column_name, place)
              JOIN pg_catalog.pg_attribute a ON a.attrelid = pg_catalog.to_regclass(w.table_name) AND a.attname = w.column_name AND NOT a.attisdropped
             WHERE NOT coalesce(pg_catalog.string_to_array(pg_catalog.col_description(a.attrelid, a.attnum), E'\\n') && $3, false)
             ORDER BY w.place
            """);

    /** One rollback asks once for all tables of an update. */
    private static final JustDone<String> NONE_LOST = new JustDone<>();
    private static final TableName ALL = new TableName("pg_catalog", "pg_description");

    private LostLedger() {
    }

    /**
     * Throws before a rollback takes back anything of an update, if one of the ledgers is lost.
     *
     * @param update the update that ran what is rolled back; empty if that is not known. Then each step looks at the ledger of its own table
     * @param begun  the tables of the update whose ledgers have begun. It is asked once in a rollback
     */
    static void refuse(Connection connection, Optional<String> update, Supplier<List<ScopedTable>> begun) throws SQLException {
        if (connection == null || update.isEmpty() || NONE_LOST.noted(connection, ALL, update.get())) {
            return;
        }
        List<ScopedTable> tables = begun.get();
        List<String> names = tables.stream().map(table -> table.table().sql()).toList();
        List<String> columns = tables.stream().map(ScopedTable::column).toList();
        List<ScopedTable> lost = LOST.list(connection, row -> tables.get(row.getInt(1) - 1), names, columns, Ledger.FIRST_LINES);
        if (!lost.isEmpty()) {
            throw new OrgScopeException(message(lost));
        }
        NONE_LOST.note(connection, ALL, update.get());
    }

    /**
     * Throws if the ledger of the table is lost.
     *
     * @param begun whether it has begun. It is asked only if the ledger is not there
     * @return the same context
     */
    static StepContext refuse(StepContext context, BooleanSupplier begun) {
        if (context.connection() != null && context.column().isPresent() && !context.ledger().begun() && begun.getAsBoolean()) {
            throw new OrgScopeException(message(List.of(context.scope())));
        }
        return context;
    }

    private static String message(List<ScopedTable> lost) {
        return "The record of what this library made of a table was in the comment of its organization column, and it is lost. The columns are: "
                + String.join(", ", lost.stream().limit(RowKeys.HANDFUL).map(table -> table.table().column(table.column())).toList())
                + (lost.size() > RowKeys.HANDFUL ? ", …" : "")
                + ". COMMENT ON COLUMN, setColumnRemarks of Liquibase and @Comment of Hibernate replace a whole comment. Without the record, a rollback would"
                + " leave NOT NULL, keys, indexes and row security as they are, and would not build the old ones again. This step changed nothing. Find the"
                + " lines that begin with [orgscope in the comment of the same column, in a backup or in another environment with the same change sets. Add them"
                + " to the comment that the column has now, unchanged, each as a line of its own. Then run the command again."
                + " If a rollback was stopped before, run rollback again, then update.";
    }
}
