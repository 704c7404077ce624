package io.orgscope.plan;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.postgres.TableName;
import io.orgscope.testing.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Plans of test databases, by table. */
final class Plans {

    private Plans() {
    }

    static Plan of(Login database) throws SQLException {
        return of(database, UnaryOperator.identity());
    }

    static Plan checked(Login database) throws SQLException {
        return of(database, Plans::checkingData);
    }

    static Plan of(Login database, UnaryOperator<PlanOptions> options) throws SQLException {
        try (Connection connection = database.connection()) {
            return new Planner(connection, options.apply(PlanOptions.of("public"))).plan();
        }
    }

    /** The options with the candidates compared on the rows. */
    static PlanOptions checkingData(PlanOptions options) {
        return new PlanOptions(options.defaultSchema(), options.organizationSchema(), options.organizationTable(), options.organizationKey(), options.column(), options.schemas(),
                options.specSource(), options.specText(), true, options.statementTimeout(), options.calibrate());
    }

    /** The options with another table of organizations, key and column; null for the default of each. */
    static PlanOptions withOrganizations(PlanOptions options, String table, String key, String column) {
        return new PlanOptions(options.defaultSchema(), options.organizationSchema(), table, key, column, options.schemas(), options.specSource(), options.specText(),
                options.checkData(), options.statementTimeout(), options.calibrate());
    }

    /** The options with the schema of the organizations alone. */
    static PlanOptions withOrganizationsIn(PlanOptions options, String schema) {
        return new PlanOptions(options.defaultSchema(), schema, options.organizationTable(), options.organizationKey(), options.column(), options.schemas(),
                options.specSource(), options.specText(), options.checkData(), options.statementTimeout(), options.calibrate());
    }

    static PlanOptions withSchemas(PlanOptions options, Set<String> schemas) {
        return new PlanOptions(options.defaultSchema(), options.organizationSchema(), options.organizationTable(), options.organizationKey(), options.column(), schemas,
                options.specSource(), options.specText(), options.checkData(), options.statementTimeout(), options.calibrate());
    }

    static PlanOptions withTimeout(PlanOptions options, Duration timeout) {
        return new PlanOptions(options.defaultSchema(), options.organizationSchema(), options.organizationTable(), options.organizationKey(), options.column(), options.schemas(),
                options.specSource(), options.specText(), options.checkData(), timeout, options.calibrate());
    }

    static Map<TableName, PlannedTable> byName(Plan plan) {
        Map<TableName, PlannedTable> byName = new TreeMap<>();
        plan.tables().forEach(table -> byName.put(table.table().name(), table));
        return byName;
    }

    /** What the plan says of each table: its routes if it has an entry, its question behind a '?', else its status. */
    static Map<String, String> summary(Plan plan) {
        Map<String, String> summary = new LinkedHashMap<>();
        plan.tables().forEach(table -> summary.put(table.table().name().toString(), summary(table)));
        return summary;
    }

    private static String summary(PlannedTable table) {
        if (!table.entry()) {
            return table.status().toString();
        }
        return (table.question() == null ? "" : "? ") + (table.own() != null ? "own; " : "") + String.join("; ", routes(table));
    }

    static List<String> routes(PlannedTable table) {
        return table.chosen().stream().flatMap(candidate -> candidate.paths().stream())
                .map(way -> way.route(table.table().name().schema()))
                .map(route -> route.path() + (route.when() == null ? "" : " when " + route.when())).toList();
    }

    static PlannedTable table(Plan plan, String name) {
        return plan.tables().stream().filter(table -> table.table().name().toString().equals(name)).findFirst().orElseThrow();
    }
}
