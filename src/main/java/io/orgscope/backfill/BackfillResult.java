package io.orgscope.backfill;

import java.time.Duration;
import java.util.List;

/**
 * What a backfill did.
 *
 * @param filled     rows that got a value
 * @param empty      rows still empty at the end: their value is null, or they came in faster than they could be filled
 * @param batches    statements that filled
 * @param retries    of these, the ones that had to be tried again: a locked row, a deadlock, too slow
 * @param longest    the longest batch that was committed
 * @param elapsed    from start to end
 * @param walBytes   WAL that the whole server wrote meanwhile
 * @param notices    what was said on the way: throttle conditions that cannot be read, snapshots that cost speed, workers that failed
 */
public record BackfillResult(long filled, long empty, long batches, long retries, Duration longest,
        Duration elapsed, long walBytes, List<String> notices) {
}
