/**
 * Fills an empty column of a live table (03). It is faster than one UPDATE, and it does not block writers.
 *
 * <p>Most of the cost of an UPDATE is index maintenance. PostgreSQL avoids it when the new version of a row fits on the page of
 * the old one (HOT). So the {@link io.orgscope.backfill.Filler} visits each window of pages several times. Each pass updates one
 * {@link io.orgscope.backfill.Stripes stripe} of each page's rows. The first pass moves a few rows to other pages. The next pass uses
 * their space. The {@link io.orgscope.backfill.Sweep} then fills rows that were locked or moved.
 * {@code docs/backfill-lab.md} has the measurements.
 *
 * <p>No row is read into the JVM. All state is in the table itself, so a run that was killed is finished by running it again.
 * {@link io.orgscope.backfill.throttle} decides when to wait. {@link io.orgscope.backfill.progress} reports.
 */
package io.orgscope.backfill;
