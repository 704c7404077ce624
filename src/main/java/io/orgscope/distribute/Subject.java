package io.orgscope.distribute;

import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.Set;

/**
 * A table, and what is known about its organization.
 *
 * @param column       the name of its organization column, whether it exists or not; the key of the organizations' own
 *                     table
 * @param question     what has to be decided before it is known to whom its rows belong; null if nothing is open
 * @param reason       the reason for its status; null if the status says everything
 * @param worldwide    the unique indexes that the plan leaves without the organization
 * @param rows         the number of its rows, estimated or counted; negative if nothing is known
 * @param organization SQL for the organization of its row {@code t}; null if no row is to be read
 */
public record Subject(Table table, Belonging belonging, String column, String question, String reason, Set<String> worldwide, long rows,
                      String organization) {

    public TableName name() {
        return table.name();
    }

    /** This table, but it takes no part. */
    public Subject leftOut(String why) {
        return new Subject(table, Belonging.LEFT_OUT, column, question, why, worldwide, rows, organization);
    }
}
