package io.orgscope.distribute;

import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.Set;

/**
 * A table, and what is known of its organization.
 *
 * @param column       what its organization column is called, whether it is there or not; the key of the organizations' own table
 * @param question     what has to be decided before it is known whose its rows are; null when nothing is open
 * @param reason       why it belongs where it does; null where that says it all
 * @param worldwide    the unique indexes that the plan leaves without the organization
 * @param rows         how many rows it has, by estimate or counted; negative when nothing is known
 * @param organization SQL that gives the organization of its row {@code t}; null when no row is to be asked
 */
public record Subject(Table table, Belonging belonging, String column, String question, String reason, Set<String> worldwide, long rows,
                      String organization) {

    public TableName name() {
        return table.name();
    }
}
