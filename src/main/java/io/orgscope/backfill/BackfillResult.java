package io.orgscope.backfill;

import java.util.List;

/**
 * The result of a backfill.
 *
 * @param filled   rows that got a value
 * @param empty    rows that are still empty at the end. There is no value for them, or they were inserted faster than
 *                 they could be filled
 * @param batches  statements that filled rows
 * @param walBytes WAL that the whole server wrote meanwhile
 * @param notices  what was reported meanwhile: throttle conditions that cannot be read, snapshots that made it slower,
 *                 workers that failed
 */
public record BackfillResult(long filled, long empty, long batches, long walBytes, List<String> notices) {
}
