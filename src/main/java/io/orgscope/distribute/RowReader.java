package io.orgscope.distribute;

import java.sql.SQLException;
import java.util.List;

/** Counts the rows of organizations. The caller decides about the transaction and the timeout. */
@FunctionalInterface
public interface RowReader {

    /**
     * The rows of an organization.
     *
     * @param hash the hash by which Citus finds the shard; null if it is not known
     */
    record Count(String organization, Integer hash, double rows) {
    }

    /**
     * The result.
     *
     * @param refused why there is none; null if there is one
     */
    record Counted(List<Count> counts, String refused) {
    }

    /**
     * Runs a query with the columns organization, hash and rows.
     *
     * @throws SQLException if the connection is lost
     */
    Counted count(String sql) throws SQLException;
}
