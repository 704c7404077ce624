package io.orgscope.distribute;

import java.sql.SQLException;
import java.util.List;

/** Counts the rows of organizations. In which transaction, and how long it may take, is the caller's decision. */
@FunctionalInterface
public interface RowReader {

    /**
     * An organization's rows.
     *
     * @param hash by which Citus finds the shard; null when that is not known
     */
    record Count(String organization, Integer hash, double rows) {
    }

    /**
     * The answer.
     *
     * @param refused why there is none; null when there is one
     */
    record Counted(List<Count> counts, String refused) {
    }

    /**
     * Runs a query with the columns organization, hash and rows.
     *
     * @throws SQLException when the connection is lost
     */
    Counted count(String sql) throws SQLException;
}
