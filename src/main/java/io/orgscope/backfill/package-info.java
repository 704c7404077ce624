/**
 * Fills an empty column of a live table (03). It is faster than one UPDATE, and it does not block writers.
 *
 * <p>Most of the cost of an UPDATE is index maintenance. PostgreSQL avoids it when the new version of a row fits on the page of
 * the old one (HOT). So the {@link io.orgscope.backfill.Filler} visits each window of pages several times. Each pass updates one
 * {@link io.orgscope.backfill.Stripes stripe} of each page's rows. The first pass moves a few rows to other pages. Their space is
 * room for the next pass. The {@link io.orgscope.backfill.Sweep} then fills rows that were locked or moved.
 * {@code docs/backfill.md} has the measurements.
 *
 * <p>No row is read into the JVM. All state is in the table itself, so a run that was killed is finished by running it again.
 * When to wait is in {@link io.orgscope.backfill.throttle}, what is reported in {@link io.orgscope.backfill.progress}.
 */
package io.orgscope.backfill;
