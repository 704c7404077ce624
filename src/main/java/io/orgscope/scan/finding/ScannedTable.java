package io.orgscope.scan.finding;

import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;

/**
 * A table with its state.
 *
 * @param column        the name that its organization column has or should have
 * @param reason        why it has this state, in half a sentence
 * @param proposedRoute the best route of its rows to their organization besides the column itself; null if there is none
 */
public record ScannedTable(Table table, TableState state, String column, String reason, ProposedRoute proposedRoute) {

    public TableName name() {
        return table.name();
    }

    /** Whether each of its rows belongs to one organization, with or without a column for it. */
    public boolean belongs() {
        return state == TableState.SCOPED || state == TableState.SHOULD_BE_SCOPED;
    }
}
