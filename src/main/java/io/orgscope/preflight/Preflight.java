package io.orgscope.preflight;

import io.orgscope.column.OrganizationColumn;
import io.orgscope.index.OrganizationIndex;
import io.orgscope.index.UniqueSwap;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.reference.OrganizationReference;
import io.orgscope.route.Expected;
import io.orgscope.route.Organizations;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Naming;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a declaration against the catalog: every table is resolved and every step planned, nothing is done. Columns
 * that the declaration itself will add count as there.
 */
public final class Preflight {

    private static final String TABLES = """
            SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND n.nspname = ?
            """;

    private final OrgScopeFile file;
    private final String schema;
    private final Organizations organizations;
    private final List<String> problems = new ArrayList<>();

    /** @param schema where names without a schema are */
    public Preflight(OrgScopeFile file, String schema) {
        this.file = file;
        this.schema = schema;
        this.organizations = file.organizations(schema);
    }

    /**
     * Checks everything.
     *
     * @throws OrgScopeException with every problem, each with its line
     */
    public void check(Connection connection) throws SQLException {
        Set<TableName> names = new LinkedHashSet<>();
        Set<Expected.ExpectedColumn> columns = new LinkedHashSet<>();
        for (TableDeclaration table : file.tables()) {
            names.addAll(table.scoped(organizations, schema).tables());
            columns.add(new Expected.ExpectedColumn(table.name(schema), table.column()));
        }
        Catalog catalog = Catalog.of(connection, names);
        for (TableDeclaration table : file.ordered()) {
            check(connection, table, catalog, new Expected(false, columns));
        }
        if (!problems.isEmpty()) {
            throw new OrgScopeException(problems.stream().distinct().collect(Collectors.joining("\n")) + "\nNothing was changed.");
        }
    }

    private void check(Connection connection, TableDeclaration table, Catalog catalog, Expected expected) throws SQLException {
        ScopedTable scope = table.scoped(organizations, schema);
        List<String> found = new ArrayList<>();
        ResolvedScope resolved = ResolvedScope.of(scope, catalog, expected, found);
        for (String problem : found) {
            problem(table.line(), problem + suggestion(connection, problem, scope));
        }
        if (!found.isEmpty()) {
            return;
        }
        conditions(connection, table, scope);
        StepContext context = new StepContext(connection, catalog, resolved, LockPolicy.DEFAULT, false, List.of());
        plan(table.line(), () -> new OrganizationColumn(context).add());
        plan(table.line(), () -> new OrganizationReference(context, table.foreignKey() != null ? table.foreignKey()
                : Naming.foreignKey(table.table(), table.column()), table.onDelete()).add());
        for (TableDeclaration.UniqueIndex unique : table.unique()) {
            plan(unique.line(), () -> new UniqueSwap(context, unique.name() != null ? unique.name() : Naming.uniqueIndex(table.table(),
                    table.column(), unique.replaces(), unique.columns()), unique.replaces(), unique.columns()).build());
        }
        if (table.indexed() && (table.index() != null || table.unique().isEmpty())) {
            plan(table.line(), () -> new OrganizationIndex(context, table.index() != null ? table.index()
                    : Naming.index(table.table(), table.column())).build());
        }
    }

    private void plan(int line, Runnable step) {
        try {
            step.run();
        } catch (OrgScopeException wrong) {
            problem(line, wrong.getMessage());
        }
    }

    /** Conditions are the user's SQL: each has to make sense over its own table alone, or a name would be found outside. */
    private void conditions(Connection connection, TableDeclaration table, ScopedTable scope) {
        for (Route route : table.routes()) {
            condition(connection, table.line(), "when", route.when(), scope.table());
            if (route instanceof Route.Path path && path.where() != null) {
                List<RoutePath.Hop> hops = path.path().hops();
                condition(connection, table.line(), "where", path.where(), scope.target(hops.get(hops.size() - 1)));
            }
        }
    }

    private void condition(Connection connection, int line, String kind, String condition, TableName table) {
        if (condition == null) {
            return;
        }
        try {
            Sql.list(connection, "SELECT 1 FROM " + table.sql() + " WHERE (" + condition + "\n) LIMIT 0", row -> null);
        } catch (SQLException wrong) {
            problem(line, "The condition " + kind + ": \"" + condition + "\" does not make sense over " + table + ": "
                    + String.valueOf(wrong.getMessage()).lines().findFirst().orElse("") + " (SQLSTATE " + wrong.getSQLState() + ").");
        }
    }

    private static String suggestion(Connection connection, String problem, ScopedTable scope) throws SQLException {
        for (TableName name : scope.tables()) {
            if (problem.contains("table " + name + ".") || problem.contains("to " + name + ", and there is no such table")) {
                return Names.didYouMean(name.name(), Sql.list(connection, TABLES, row -> row.getString(1), name.schema()));
            }
        }
        return "";
    }

    private void problem(int line, String message) {
        problems.add(file.source() + ":" + line + ": " + message);
    }
}
