package io.orgscope.plan.entry;

import io.orgscope.plan.advice.Rates;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole of what was found: each table with its standing, and those that are to be migrated in an order in which each
 * comes after what it waits for.
 *
 * @param defaultSchema where names without a schema are
 * @param column        what the organization column is called
 * @param naming        a unique column by which one organization can be named
 * @param checked       whether the rows were asked
 * @param tables        entries first, in their order; then the others by name
 * @param partitions    how many partitions of other tables were left out
 * @param explored      how many references and ways the search looked at
 */
public record Plan(Organizations organizations, String defaultSchema, String column, String naming, boolean checked, List<PlannedTable> tables,
            int partitions, long explored, Rates rates) {

    public List<PlannedTable> entries() {
        return tables.stream().filter(PlannedTable::entry).toList();
    }

    public List<PlannedTable> of(ScopingStatus standing) {
        return tables.stream().filter(table -> table.standing() == standing).toList();
    }

    public Map<TableName, PlannedTable> byName() {
        Map<TableName, PlannedTable> byName = new TreeMap<>();
        tables.forEach(table -> byName.put(table.table().name(), table));
        return byName;
    }
}
