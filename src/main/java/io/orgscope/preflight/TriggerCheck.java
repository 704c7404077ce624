package io.orgscope.preflight;

import io.orgscope.column.FixedSearchPath;
import io.orgscope.column.FollowedConditions;
import io.orgscope.column.LateTriggers;
import io.orgscope.column.UserTriggers;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Expected;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Checks that the triggers of step 02 will be able to evaluate the routes, that they see what changes the result of a condition, that they run last, and that
 * triggers of the user find their names when rows follow. Organization columns that are not there yet hold NULL here.
 */
final class TriggerCheck {

    private final Connection connection;
    private final Catalog catalog;
    private final Set<Expected.ExpectedColumn> columns;
    private final Problems problems;

    TriggerCheck(Connection connection, Catalog catalog, Set<Expected.ExpectedColumn> columns, Problems problems) {
        this.connection = connection;
        this.catalog = catalog;
        this.columns = columns;
        this.problems = problems;
    }

    /** @param keyType the type of the organizations' key */
    void check(TableDeclaration table, ScopedTable scope, String keyType) throws SQLException {
        ResolvedScope resolved = ResolvedScope.of(scope, catalog, new Expected(false, columns, sources(scope, keyType)), new ArrayList<>());
        StepContext context = StepContext.forCheck(connection, catalog, resolved);
        FixedSearchPath.of(context).problemsAhead().forEach((place, problem) -> problems.add(table.lines().routes().get(place), problem));
        new FollowedConditions(context).problemsAhead().forEach((place, problem) -> problems.add(table.lines().routes().get(place), problem));
        new LateTriggers(context).problemsAhead().forEach(problem -> problems.add(table.lines().of("table"), problem));
        UserTriggers.problemsAhead(context, table.moves()).forEach(problem -> problems.add(table.lines().of("table"), problem));
    }

    private Map<TableName, String> sources(ScopedTable scope, String keyType) {
        Map<TableName, String> sources = new HashMap<>();
        Set<TableName> read = scope.tables();
        for (Expected.ExpectedColumn expected : columns) {
            Table table = read.contains(expected.table()) ? catalog.find(expected.table()).orElse(null) : null;
            if (table != null && table.column(expected.column()).isEmpty()) {
                sources.put(expected.table(), "(SELECT t.*, NULL::" + keyType + " AS " + Identifier.quote(expected.column()) + " FROM "
                        + expected.table().sql() + " t)");
            }
        }
        return sources;
    }
}
