package io.orgscope.plan.advice;

/**
 * How fast a server runs the steps of a migration.
 *
 * @param rowsFilled  rows a second that the backfill fills
 * @param walPerRow   bytes of WAL that it writes for each row
 * @param rowsScanned rows a second that a validation reads
 * @param rowsJoined  rows a second that the validation of a foreign key joins
 * @param rowsIndexed rows a second of a concurrent index build
 * @param stepSeconds seconds that a step takes besides its rows: it reads the catalog, commits a few times, and
 *                    Liquibase records it
 * @param measured    whether the rates are of this server
 */
public record Rates(double rowsFilled, double walPerRow, double rowsScanned, double rowsJoined, double rowsIndexed,
             double stepSeconds, boolean measured) {

    /**
     * Measured with 1,000,000 rows of 390 bytes and six indexes, PostgreSQL 15, two shared cores, under 200 transactions
     * a second: one worker, sixteen stripes. The time of a step was measured with 100 tables of 1,000 rows.
     */
    public static final Rates DEFAULT = new Rates(40_000, 756, 2_000_000, 1_300_000, 600_000, 0.016, false);
}
