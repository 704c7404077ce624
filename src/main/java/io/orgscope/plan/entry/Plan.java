package io.orgscope.plan.entry;

import io.orgscope.plan.advice.Rates;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.route.Organizations;
import java.util.List;

/**
 * The result: each table with its status. Tables to be migrated are in an order in which each comes after those it
 * waits for.
 *
 * @param defaultSchema the schema for names without one: that of the user's file, if there is one and it says it
 * @param column        the name of the organization column
 * @param naming        a unique column by which an organization can be named
 * @param checked       whether the rows were read
 * @param tables        entries first, in their order; then the others by name
 * @param partitions    the number of partitions that were left out
 * @param explored      the number of references and routes that the search followed
 */
public record Plan(Organizations organizations, String defaultSchema, String column, String naming, boolean checked, List<PlannedTable> tables,
            int partitions, long explored, Rates rates) {

    /** The new entries of the declaration, in their order. Some may be comments. */
    public List<PlannedTable> entries() {
        return tables.stream().filter(PlannedTable::entry).toList();
    }

    /** The tables with this status, whether they have an entry or not. */
    public List<PlannedTable> withStatus(ScopingStatus status) {
        return tables.stream().filter(table -> table.status() == status).toList();
    }
}
