package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.ScopedTable;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way back of step 01: every row's organization goes to the side table, then the column goes. While rows are
 * copied, a trigger follows what the application still writes, so that the column goes with nothing left to keep.
 */
final class DroppedColumn {

    private static final Logger LOG = LoggerFactory.getLogger(DroppedColumn.class);
    private static final String TRIGGER = "zz_orgscope_keep";

    /** Pages a statement copies: some ten thousand rows, so that no snapshot is held for long. */
    private static final long WINDOW = 1024;

    private final StepContext context;
    private final ScopedTable scope;
    private final KeptAssignments kept;
    private final TableName function;

    DroppedColumn(StepContext context) {
        this.context = context;
        this.scope = context.scope();
        this.kept = context.resolved().kept();
        this.function = new TableName(ScopedTable.KEPT_SCHEMA, Identifier.fitting("keep_" + kept.name().name()));
    }

    List<Action> drop() {
        if (!context.script() && context.column().isEmpty()) {
            return List.of();
        }
        if (!context.ours(Ledger.madeColumn(), context.column().isPresent())) {
            return List.of(new Action.Note(context.name().column(scope.column()) + " was there before us; it stays."));
        }
        refuseOthers();
        if (!kept.possible()) {
            return dropWithoutKey();
        }
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Work(this::requireSchema, List.of("CREATE SCHEMA IF NOT EXISTS " + Identifier.quote(ScopedTable.KEPT_SCHEMA))));
        if (!capturing()) {
            actions.add(new Action.Brief(context.name(), startCapturing()));
        }
        String all = kept.copy(context.name().sql() + " t", "", false);
        actions.add(new Action.Work(this::copy, List.of(all)));
        actions.add(new Action.Brief(context.name(), "DROP TRIGGER IF EXISTS " + TRIGGER + " ON " + context.name().sql(),
                "DROP FUNCTION IF EXISTS " + function.sql() + "()", dropColumn()));
        return actions;
    }

    private boolean capturing() {
        return context.table().map(table -> table.triggers().stream().anyMatch(trigger -> trigger.name().equals(TRIGGER))).orElse(false);
    }

    /** Indexes and constraints that stand on the column and are not ours would vanish with it, silently. */
    private void refuseOthers() {
        List<String> others = context.table().stream().flatMap(table -> table.indexes().stream())
                .filter(index -> index.columns().contains(scope.column()) && !context.ledger().has(Ledger.made(index.name())))
                .map(Index::name).toList();
        if (!context.script() && !others.isEmpty()) {
            throw new OrgScopeException("Dropping " + context.name().column(scope.column()) + " would take with it " + others
                    + ", which this library did not make. Drop what may go by hand, then run rollback again. Nothing was dropped.");
        }
    }

    private void requireSchema(Connection connection) throws SQLException {
        String schema = Identifier.quote(ScopedTable.KEPT_SCHEMA);
        boolean present = Sql.first(connection, false, "SELECT true FROM pg_catalog.pg_namespace WHERE nspname = ?",
                row -> row.getBoolean(1), ScopedTable.KEPT_SCHEMA);
        if (present) {
            return;
        }
        try {
            Sql.execute(connection, "CREATE SCHEMA IF NOT EXISTS " + schema);
        } catch (SQLException refused) {
            throw new OrgScopeException("The downgrade keeps each row's organization in the schema " + schema
                    + ", and this role may not create it (SQLSTATE " + refused.getSQLState() + "). Have it created: CREATE SCHEMA "
                    + schema + " AUTHORIZATION <this role>; then run rollback again. Nothing was dropped.", refused);
        }
    }

    private List<String> startCapturing() {
        List<String> statements = new ArrayList<>(kept.create(context.resolved().keyType()));
        String body = "\nBEGIN\n  " + kept.copy("(SELECT NEW.*) AS t", "", true) + ";\n  RETURN NULL;\nEND\n";
        statements.add("CREATE OR REPLACE FUNCTION " + function.sql() + "() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
                + " SET search_path = pg_catalog, pg_temp AS " + Literal.dollar(body));
        statements.add("REVOKE ALL ON FUNCTION " + function.sql() + "() FROM PUBLIC");
        statements.add("CREATE TRIGGER " + TRIGGER + " AFTER INSERT OR UPDATE ON " + context.name().sql()
                + " FOR EACH ROW WHEN (NEW." + Identifier.quote(scope.column()) + " IS NOT NULL) EXECUTE FUNCTION " + function.sql() + "()");
        return statements;
    }

    private void copy(Connection connection) throws SQLException {
        long pages = Sql.first(connection, 0L, "SELECT pg_catalog.pg_relation_size(?::regclass)"
                + " / pg_catalog.current_setting('block_size')::bigint", row -> row.getLong(1), context.name().sql());
        for (long page = 0; page <= pages; page += WINDOW) {
            String to = page + WINDOW > pages ? "" : " AND t.ctid < '(" + (page + WINDOW) + ",0)'";
            Sql.execute(connection, kept.copy(context.name().sql() + " t", " AND t.ctid >= '(" + page + ",0)'" + to, false));
        }
        LOG.info("{}: every row's organization is kept in {}", context.name(), kept.name());
    }

    private String dropColumn() {
        return "ALTER TABLE " + context.name().sql() + " DROP COLUMN IF EXISTS " + Identifier.quote(scope.column());
    }

    /** Without a key nothing can be kept for a row; the column may go when the routes give every row the same again. */
    private List<Action> dropWithoutKey() {
        if (context.script()) {
            throw new OrgScopeException("A script that drops " + context.name().column(scope.column()) + " has to keep each row's"
                    + " organization by its key, and no key of the table is known here. Write the script from the database itself,"
                    + " or give the table a primary key.");
        }
        context.sound();
        return List.of(new Action.Work(this::dropWithoutKey, List.of()));
    }

    private void dropWithoutKey(Connection connection) throws SQLException {
        String stored = context.resolved().stored();
        long different = Sql.first(connection, 0L, "SELECT pg_catalog.count(*) FROM " + context.name().sql() + " t WHERE " + stored
                + " IS NOT NULL AND " + stored + " IS DISTINCT FROM " + context.resolved().routed(), row -> row.getLong(1));
        if (different > 0) {
            throw new OrgScopeException(context.name() + " has no primary key and no unique key by which its rows could be found again,"
                    + " and the organization of " + different + " of them would be lost: the routes no longer give it. Give the table a"
                    + " primary key, then run rollback again. Nothing was dropped.");
        }
        new StepRunner(connection, context.locks()).run(List.of(new Action.Brief(context.name(), dropColumn())));
    }
}
