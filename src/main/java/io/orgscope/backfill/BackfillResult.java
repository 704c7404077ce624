package io.orgscope.backfill;

import java.time.Duration;
import java.util.List;

/**
 * The result of a backfill.
 *
 * @param filled   rows that got a value
 * @param empty    rows that are still empty at the end. There is no value for them, or they were inserted faster than
 *                 they could be filled
 * @param batches  statements that filled rows
 * @param retries  the number of these that had to be repeated, because of a locked row, a deadlock, or a timeout
 * @param longest  the longest batch that was committed
 * @param elapsed  from start to end
 * @param walBytes WAL that the whole server wrote meanwhile
 * @param notices  what was reported meanwhile: throttle conditions that cannot be read, snapshots that made it slower,
 *                 workers that failed
 */
public record BackfillResult(long filled, long empty, long batches, long retries, Duration longest,
        Duration elapsed, long walBytes, List<String> notices) {
}
