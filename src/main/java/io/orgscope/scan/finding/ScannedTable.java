package io.orgscope.scan.finding;

import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;

/**
 * A table with its state.
 *
 * @param column the name that its organization column has or should have
 * @param reason why it has this state, in half a sentence
 * @param way    the best way of its rows to their organization besides the column itself; null when there is none
 */
public record ScannedTable(Table table, TableState state, String column, String reason, ProposedRoute way) {

    public TableName name() {
        return table.name();
    }

    /** Whether its rows belong to one organization each, with a column for it or without one yet. */
    public boolean belongs() {
        return state == TableState.SCOPED || state == TableState.SHOULD_BE_SCOPED;
    }
}
