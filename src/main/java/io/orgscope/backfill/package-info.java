/**
 * Fills an empty column of a live table: faster than one UPDATE, and nobody waits.
 *
 * <p>Most of what an UPDATE costs is index maintenance, which PostgreSQL spares a row whose new version fits on the
 * page of the old one (HOT). So the {@link io.orgscope.backfill.Filler} passes over a window of pages several times and
 * takes a {@link io.orgscope.backfill.Stripes stripe} of each page's rows each time: the first pass moves a few rows
 * away, and what they leave behind is room for the next pass on the same page. The {@link io.orgscope.backfill.Sweep}
 * then looks for what was locked or moved meanwhile. The measurements are in {@code docs/backfill.md}.
 *
 * <p>No row is read into the JVM, and nothing is remembered but in the table itself: a run that was killed is finished
 * by running it again.
 */
package io.orgscope.backfill;
