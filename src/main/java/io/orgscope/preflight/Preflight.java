package io.orgscope.preflight;

import io.orgscope.column.OrganizationColumn;
import io.orgscope.column.RenamedTable;
import io.orgscope.distribute.CitusTables;
import io.orgscope.index.OrganizationIndex;
import io.orgscope.index.UniqueSwap;
import io.orgscope.invariant.Invariant;
import io.orgscope.invariant.Invariants;
import io.orgscope.invariant.Violations;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Names;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RequiredPrivileges;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.reference.OrganizationReference;
import io.orgscope.route.Expected;
import io.orgscope.route.Organizations;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepPrivileges;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks a declaration against the catalog. It resolves every table and plans every step, and runs none. Columns that
 * the declaration itself will add count as existing.
 */
final class Preflight {

    private final OrgScopeFile file;
    private final String schema;
    private final Organizations organizations;
    private final Problems problems;
    /** The rules about what is around tables. They are found when the first table needs them. */
    private List<Invariant> around;
    private final MadeIndexes indexes;
    private final RecordedSteps recorded;

    /**
     * @param schema   the schema for names without one
     * @param recorded the ids of the packaged change sets of which Liquibase has a record
     */
    Preflight(OrgScopeFile file, String schema, Set<String> recorded) {
        this.file = file;
        this.schema = schema;
        this.organizations = file.organizations(schema);
        this.problems = new Problems(file.source());
        this.recorded = new RecordedSteps(recorded, schema);
        this.indexes = new MadeIndexes(problems, file.tables().stream().filter(table -> table.isolation().composite()).map(table -> table.name(schema)).toList());
    }

    /**
     * Checks everything.
     *
     * @throws OrgScopeException with every problem, each with its line
     */
    void check(Connection connection) throws SQLException {
        tellApart();
        Set<TableName> names = new LinkedHashSet<>();
        Set<Expected.ExpectedColumn> columns = new LinkedHashSet<>();
        for (TableDeclaration table : file.tables()) {
            names.addAll(table.scoped(organizations, schema).tables());
            columns.add(new Expected.ExpectedColumn(table.name(schema), table.column()));
        }
        Catalog catalog = Catalog.of(connection, names);
        Suggestions suggestions = new Suggestions(connection);
        organizations(catalog, suggestions);
        shards(connection, catalog);
        problems.stopIfAny();
        privileges(connection, catalog);
        Expected expected = new Expected(false, columns);
        for (TableDeclaration table : file.ordered()) {
            check(connection, table, catalog, expected, suggestions);
        }
        problems.stopIfAny();
        // The preconditions of a table's first step check the rows of a single table. They do not check a new key.
        if (file.tables().size() > 1 || file.tables().get(0).unique().stream().anyMatch(unique -> unique.replaces() == null)) {
            RowCheck rows = new RowCheck(connection, catalog, columns, problems);
            for (TableDeclaration table : file.ordered()) {
                rows.check(table, table.scoped(organizations, schema));
            }
        }
        problems.stopIfAny();
    }

    /** For all tables at once, so that all privileges can be granted together. */
    private void privileges(Connection connection, Catalog catalog) throws SQLException {
        RequiredPrivileges privileges = StepPrivileges.of(file.scopes(schema), catalog);
        file.tables().forEach(table -> tablespaces(table, catalog).forEach(privileges::needTablespace));
        file.tables().forEach(table -> table.isolation().memberships().forEach(path -> privileges.needAll(
                StepPrivileges.ofReferenced(table.scoped(organizations, schema).target(path.hops().get(0))))));
        List<String> grants = privileges.grants(connection, false);
        if (!grants.isEmpty()) {
            throw new OrgScopeException("This role lacks privileges that the steps need. Let an administrator run: " + String.join("; ", grants)
                    + "; then run update again. Nothing was changed.");
        }
    }

    /** The tablespaces of indexes that steps 06 and 14 build new ones beside, and that a rollback builds again. */
    private List<String> tablespaces(TableDeclaration table, Catalog catalog) {
        Set<String> replaced = table.unique().stream().map(TableDeclaration.UniqueIndex::replaces).filter(Objects::nonNull).collect(Collectors.toSet());
        return catalog.find(table.name(schema)).stream().flatMap(found -> found.indexes().stream())
                .filter(index -> replaced.contains(index.name()) || index.primary() && table.distributed())
                .map(Index::tablespace).filter(Objects::nonNull).toList();
    }

    /** The file alone does not show that a table without a schema is the same as one in the default schema. */
    private void tellApart() {
        Map<TableName, Integer> seen = new HashMap<>();
        for (TableDeclaration table : file.tables()) {
            Integer first = seen.put(table.name(schema), table.line());
            if (first != null) {
                problems.add(table.line(), "The table " + table.name(schema) + " is listed twice, first in line " + first
                        + ". Put everything about it into one entry.");
            }
            if (table.name(schema).equals(organizations.table())) {
                problems.add(table.line(), "The organizations themselves have no organization. Take " + table.table() + " out of tables.");
            }
        }
        inOrder();
        problems.stopIfAny();
    }

    /** The order was made from the names in the file. If one table is written in two ways, its order would be wrong. */
    private void inOrder() {
        Set<Expected.ExpectedColumn> earlier = new HashSet<>();
        Map<TableName, TableDeclaration> all = new HashMap<>();
        file.tables().forEach(table -> all.put(table.name(schema), table));
        for (TableDeclaration table : file.ordered()) {
            ScopedTable scope = table.scoped(organizations, schema);
            for (int i = 0; i < table.routes().size(); i++) {
                if (table.routes().get(i) instanceof Route.Path route) {
                    int line = table.lines().routes().get(i);
                    for (RoutePath.Hop hop : route.path().hops()) {
                        TableDeclaration other = all.get(scope.target(hop));
                        if (other != null && other != table && hop.reads().contains(other.column())
                                && !earlier.contains(new Expected.ExpectedColumn(scope.target(hop), other.column()))) {
                            problems.add(line, "The route '" + route.path() + "' reads the organization of " + other.table() + ", which is written in"
                                    + " another way in line " + other.line() + ". Write the schema in both places, or in none.");
                        }
                    }
                }
            }
            earlier.add(new Expected.ExpectedColumn(scope.table(), table.column()));
        }
    }

    private void organizations(Catalog catalog, Suggestions suggestions) throws SQLException {
        Optional<Table> found = catalog.find(organizations.table());
        if (found.isEmpty()) {
            problems.add(file.organizationsLine(), "There is no organizations table " + organizations.table() + "."
                    + suggestions.table(organizations.table()) + " Name it: organizations: { table: …, key: … }.");
        } else if (found.get().column(organizations.key()).isEmpty()) {
            problems.add(file.organizationsLine(), "The organizations table " + organizations.table() + " has no column "
                    + organizations.key() + "." + Names.didYouMean(organizations.key(), found.get().columns().stream().map(Column::name).toList())
                    + " Name its key: organizations: { key: … }.");
        } else if (!found.get().uniqueBy(List.of(organizations.key()))) {
            problems.add(file.organizationsLine(), OrganizationReference.notUnique(organizations, found.get()));
        }
    }

    /** A table whose organization is complete may be a table of Citus: no step fills it any more. */
    private void shards(Connection connection, Catalog catalog) throws SQLException {
        Set<TableName> managed = CitusTables.of(connection);
        for (TableDeclaration table : file.tables()) {
            TableName name = table.name(schema);
            boolean complete = catalog.find(name).flatMap(found -> found.column(table.column())).map(Column::notNull).orElse(false);
            if (managed.contains(name) && !complete) {
                problems.add(table.lines().of("table"), "Citus manages the table " + name + ", and its rows are in shards. The steps fill the rows of an"
                        + " ordinary table only. Run SELECT undistribute_table(" + Literal.of(name.sql()) + "), then update, and distribute it again.");
            }
        }
    }

    private void check(Connection connection, TableDeclaration table, Catalog catalog, Expected expected, Suggestions suggestions)
            throws SQLException {
        ScopedTable scope = table.scoped(organizations, schema);
        List<String> found = new ArrayList<>();
        ResolvedScope resolved = ResolvedScope.of(scope, catalog, expected, found);
        if (catalog.find(scope.table()).isEmpty()) {
            problems.add(table.lines().of("table"), "There is no table " + scope.table() + "." + suggestions.table(scope.table()));
            return;
        }
        StepContext context = StepContext.forCheck(connection, catalog, resolved);
        if (found.isEmpty()) {
            context.usePath();
        }
        if (new RouteCheck(connection, problems, suggestions).check(table, context, expected)) {
            return;
        }
        if (!found.isEmpty()) {
            found.forEach(problem -> problems.add(table.lines().of("table"), problem));
            return;
        }
        recorded.check(table, context, problems);
        plan(table.lines().of("table"), () -> RenamedTable.refuse(context));
        new TriggerCheck(connection, catalog, expected.columns(), problems).check(table, scope, resolved.keyType());
        plan(table, context);
        around(table, context);
    }

    /** What is around all tables is listed in one run. A table whose organization is complete needs nothing more of it. */
    private void around(TableDeclaration table, StepContext context) throws SQLException {
        if (context.columnNotNull()) {
            return;
        }
        if (around == null) {
            around = Invariants.aroundBeforehand(context.connection());
        }
        for (Invariant rule : around) {
            Violations violations = rule.violations(context);
            if (!violations.none()) {
                problems.add(table.lines().of("table"), rule.message(context, violations));
            }
        }
    }

    private void plan(TableDeclaration table, StepContext context) throws SQLException {
        TableDeclaration.Lines lines = table.lines();
        plan(lines.of("column"), () -> new OrganizationColumn(context).add());
        plan(lines.keys().containsKey("foreignKey") ? lines.of("foreignKey") : lines.of("onDelete"), () ->
                new OrganizationReference(context, table.foreignKeyName(), table.onDelete()).add());
        for (TableDeclaration.UniqueIndex unique : table.unique()) {
            String name = table.indexName(unique);
            plan(unique.line(), () -> new UniqueSwap(context, name, unique.replaces(), unique.columns()).build());
        }
        if (table.needsIndex()) {
            plan(lines.of("index"), () -> new OrganizationIndex(context, table.indexName()).build());
        }
        indexes.check(table, context.table().orElseThrow());
    }

    /** The plan of a step. It is not run. */
    @FunctionalInterface
    private interface Plan {
        void make() throws SQLException;
    }

    private void plan(int line, Plan step) throws SQLException {
        try {
            step.make();
        } catch (OrgScopeException wrong) {
            problems.add(line, wrong.getMessage());
        }
    }
}
