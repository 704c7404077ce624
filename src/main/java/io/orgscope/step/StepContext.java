package io.orgscope.step;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.SearchPath;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Expected;
import io.orgscope.route.OperatorSchemas;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.ScopedTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The input of a step: the declaration, resolved against the catalog as it is now.
 *
 * @param connection null if a script is written without a database
 * @param script     whether a script is written. The catalog does not show what earlier lines of it make, so what is
 *                   missing counts as ours
 * @param problems   what is wrong with the declaration
 */
public record StepContext(Connection connection, Catalog catalog, ResolvedScope resolved, LockPolicy locks,
                          boolean script, List<String> problems) {

    /** What to do if something is not there although its step counts as done. */
    public static final String FINISH_ROLLBACK = "If a rollback was stopped half way, finish it first: run rollback again, then update. If nothing was rolled"
            + " back, create what is missing by hand.";

    /**
     * Reads the catalog.
     *
     * @param connection null to write a script without a database
     */
    public static StepContext of(Connection connection, ScopedTable scope, LockPolicy locks, boolean script)
            throws SQLException {
        return of(connection, connection == null ? Catalog.unknown() : Catalog.of(connection, scope.tables()), scope, locks, script);
    }

    /** {@link #of(Connection, ScopedTable, LockPolicy, boolean)} with a catalog that was read already. */
    public static StepContext of(Connection connection, Catalog catalog, ScopedTable scope, LockPolicy locks, boolean script) throws SQLException {
        List<String> problems = new ArrayList<>();
        ResolvedScope resolved = ResolvedScope.of(scope, catalog, script ? Expected.SCRIPT : Expected.NOTHING, problems);
        StepContext context = new StepContext(connection, catalog, resolved, locks, script, List.copyOf(problems));
        if (!script && problems.isEmpty()) {
            context.usePath();
        }
        return context;
    }

    /** For a check that runs no step: live, and with the default lock policy. */
    public static StepContext forCheck(Connection connection, Catalog catalog, ResolvedScope resolved) {
        return new StepContext(connection, catalog, resolved, LockPolicy.DEFAULT, false, List.of());
    }

    /** Whether the organization column is there and NOT NULL, so that no step updates a row. */
    public boolean columnNotNull() {
        return column().filter(Column::notNull).isPresent();
    }

    /** The schemas whose operators the SQL about the table and its references needs. */
    public Set<String> operatorSchemas() throws SQLException {
        return OperatorSchemas.of(connection, catalog, resolved, true);
    }

    /** The schemas whose operators the triggers of the table need. */
    public Set<String> operatorSchemasOfTriggers() throws SQLException {
        return OperatorSchemas.of(connection, catalog, resolved, false);
    }

    /** Lets the session find the operators that the triggers find, until the end of its {@link io.orgscope.postgres.MigrationSession}. */
    public void usePath() throws SQLException {
        if (connection != null) {
            SearchPath.add(connection, operatorSchemas(), false);
        }
    }

    public ScopedTable scope() {
        return resolved.scope();
    }

    /** The scoped table. */
    public TableName name() {
        return scope().table();
    }

    /** Empty only in a script. */
    public Optional<Table> table() {
        return resolved.table();
    }

    /** Whether the table is partitioned. */
    public boolean partitioned() {
        return table().map(Table::partitioned).orElse(false);
    }

    /** Throws if the organization column is not there. In a script an earlier line may add it. */
    public void requireColumn() {
        if (!script && column().isEmpty()) {
            throw new OrgScopeException("There is no organization column " + name().column(scope().column()) + ". Step 01 adds it, and it may count as done. "
                    + FINISH_ROLLBACK);
        }
    }

    /** The organization column as it is now. */
    public Optional<Column> column() {
        return resolved.column();
    }

    /** Whether a constant default gives each row its organization: one is named for every row, and no earlier rollback has kept another one. */
    public boolean defaultSuffices() {
        return scope().onlyNamed() != null && !resolved.kept().present();
    }

    /** Whether step 01 adds the column with such a default, so that no step updates a row. */
    public boolean addedWithDefault() {
        return column().isEmpty() && defaultSuffices();
    }

    /** Whether a script is written in which step 01 adds the column with such a default. */
    public boolean scriptAddsDefault() {
        return script && addedWithDefault();
    }

    /** What we made of the table, from the comment of its organization column. */
    public Ledger ledger() {
        return Ledger.of(this);
    }

    /** The objects that are ours by the ledger, with the names of {@link Ledger#made}, and that the table does not have. */
    public List<String> gone() {
        Set<String> there = new HashSet<>(Set.of(Ledger.NOT_NULL, Ledger.DEFAULT));
        table().stream().flatMap(table -> table.indexes().stream()).map(Index::name).forEach(there::add);
        table().stream().flatMap(table -> table.foreignKeys().stream()).map(ForeignKey::name).forEach(there::add);
        table().stream().flatMap(table -> table.policies().stream()).map(policy -> Ledger.POLICY + policy.name()).forEach(there::add);
        table().filter(Table::rowSecurity).ifPresent(table -> there.add(Ledger.ROW_SECURITY));
        table().filter(Table::forceRowSecurity).ifPresent(table -> there.add(Ledger.FORCED_ROW_SECURITY));
        return ledger().things().stream().filter(thing -> !there.contains(thing)).toList();
    }

    /**
     * Whether a rollback should drop something: it is ours, or will be when the script runs.
     *
     * @param line   its line in the ledger
     * @param exists whether it is in the catalog
     */
    public boolean ours(String line, boolean exists) {
        return ledger().has(line) || script && !exists;
    }

    /**
     * The context, if nothing is wrong with the declaration.
     *
     * @throws OrgScopeException with every problem that was found
     */
    public StepContext sound() {
        requireNone(problems);
        return this;
    }

    /**
     * Refuses what only some steps cannot handle.
     *
     * @throws OrgScopeException with every problem that was found
     */
    public void requireNone(List<String> found) {
        if (!found.isEmpty()) {
            throw new OrgScopeException(found.size() == 1 ? found.get(0)
                    : name() + ": " + found.size() + " problems:\n- " + String.join("\n- ", found));
        }
    }
}
