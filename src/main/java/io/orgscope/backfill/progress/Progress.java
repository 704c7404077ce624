package io.orgscope.backfill.progress;

import io.orgscope.postgres.TableName;
import java.time.Duration;

/**
 * The progress of a backfill.
 *
 * @param table         the table; its partitions are counted together
 * @param rowsDone      rows filled by this run
 * @param rowsTotal     rows of the table, estimated
 * @param share         the share of the table that was visited, 0 to 1. Rows of an earlier run count as visited
 * @param rowsPerSecond since the start
 * @param left          the time left at the speed so far
 * @param walBytes      WAL that the server wrote since the start
 * @param waitingFor    what the backfill waits for now, or null
 * @param finished      whether this is the last report
 */
public record Progress(TableName table, long rowsDone, long rowsTotal, double share, double rowsPerSecond,
        Duration left, long walBytes, String waitingFor, boolean finished) {
}
