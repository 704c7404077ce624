package io.orgscope.backfill;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Placeholders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a backfill over one heap, prepared on one connection. Each visits a range of pages. A TID range
 * scan prunes the pages it reads, which makes space for HOT updates. Fetching rows by their ctid does not.
 */
final class Statements implements AutoCloseable {

    /** Leaves out locked rows and rows without a value. */
    private static final String CAREFUL = """
            WITH pick AS MATERIALIZED (
              SELECT t.ctid, %3$s AS value
                FROM ONLY %1$s AS t
               WHERE t.%2$s IS NULL
                 AND t.ctid >= ? AND t.ctid < ?
            """;

    private static final String LOCKED = "     FOR NO KEY UPDATE OF t SKIP LOCKED)";

    private static final String CAREFUL_UPDATE = """

            UPDATE ONLY %1$s AS t
               SET %2$s = pick.value
              FROM pick
             WHERE t.ctid = pick.ctid AND pick.value IS NOT NULL
            """;

    private static final String LIMIT = "   AND (%3$s) IS NOT NULL\n LIMIT ?\n";

    /** A trigger may have put the old value back, or prevented the UPDATE of a row that this statement holds. */
    private static final String COUNTED = """
             RETURNING t.%2$s IS NOT NULL AS done)
            SELECT count(*) FILTER (WHERE done), count(*) FILTER (WHERE NOT done), (SELECT count(*) FROM pick) - count(*) FROM filled
            """;

    private static final String ANY_EMPTY = """
            SELECT EXISTS (SELECT FROM ONLY %1$s AS t WHERE t.%2$s IS NULL AND t.ctid >= ? AND t.ctid < ?)
            """;

    /** Reads no column, so no row is decoded. */
    private static final String READ = "SELECT count(*) FROM ONLY %1$s AS t WHERE t.ctid >= ? AND t.ctid < ?";

    private static final String EMPTY = """
            (SELECT t.ctid, %3$s AS value
               FROM ONLY %1$s AS t
              WHERE t.%2$s IS NULL%5$s) AS empty
            """;

    private static final String COUNT_FILLABLE = "SELECT count(value) FROM " + EMPTY;

    /** Finds the page of an empty row from its ctid as text. That is slow, but there are few such rows. */
    private static final String EMPTY_ROWS = """
            SELECT (ctid::text::point)[0]::bigint / %6$s AS place, count(value) AS fillable, count(*) AS empty
              FROM\s""" + EMPTY + " GROUP BY place ORDER BY place";

    private static final String RANGE = " AND t.ctid >= ? AND t.ctid < ?";

    /** The pages that count as one place when the whole heap is read. */
    private static final int PAGES_PER_PLACE = 128;

    private final PreparedStatement fast;
    private final PreparedStatement careful;
    private final PreparedStatement left;
    private final PreparedStatement anyEmpty;
    private final PreparedStatement read;
    private final PreparedStatement countFillable;
    private final PreparedStatement emptyRows;
    private final int stripes;

    Statements(Connection connection, HeapBackfill backfill) throws SQLException {
        this.stripes = backfill.stripes().count();
        Object[] parts = {backfill.heap().name().sql(), Identifier.quote(backfill.task().column()),
            Placeholders.escape(backfill.task().value()),
            backfill.heap().columnType(), RANGE};
        fast = connection.prepareStatement(batch(backfill).withParameters());
        careful = connection.prepareStatement(CAREFUL.formatted(parts) + FastBatch.STRIPE_PARAMETERS + LOCKED + CAREFUL_UPDATE.formatted(parts));
        left = connection.prepareStatement(
                CAREFUL.formatted(parts) + LIMIT.formatted(parts) + LOCKED + ", filled AS (" + CAREFUL_UPDATE.formatted(parts) + COUNTED.formatted(parts));
        anyEmpty = connection.prepareStatement(ANY_EMPTY.formatted(parts));
        read = connection.prepareStatement(READ.formatted(parts));
        countFillable = connection.prepareStatement(COUNT_FILLABLE.formatted(parts));
        emptyRows = connection.prepareStatement(EMPTY_ROWS.formatted(parts[0], parts[1], parts[2], parts[3], "", PAGES_PER_PLACE));
    }

    /** The statement of {@link #fillFast}. */
    static FastBatch batch(HeapBackfill backfill) {
        return new FastBatch(backfill.heap().name().sql(), Identifier.quote(backfill.task().column()), backfill.task().value(),
                backfill.heap().columnType());
    }

    /** Fills one stripe of the pages. Fails if one of its rows stays locked or has no value. */
    int fillFast(long from, long to, int stripe) throws SQLException {
        return fillStripe(fast, from, to, stripe);
    }

    /** Fills the rows of one stripe of the pages that are not locked and have a value. */
    int fillCarefully(long from, long to, int stripe) throws SQLException {
        return fillStripe(careful, from, to, stripe);
    }

    private int fillStripe(PreparedStatement statement, long from, long to, int stripe) throws SQLException {
        range(statement, from, to);
        statement.setInt(3, stripes);
        statement.setInt(4, stripe);
        return statement.executeUpdate();
    }

    /** Fills at most {@code rows} of the rows in these pages that have a value and are not locked. */
    Left fillLeft(long from, long to, int rows) throws SQLException {
        range(left, from, to);
        left.setInt(3, rows);
        try (ResultSet row = left.executeQuery()) {
            row.next();
            return new Left(row.getInt(1), row.getInt(2), row.getInt(3));
        }
    }

    /** Whether there is an empty row in these pages. */
    boolean anyEmpty(long from, long to) throws SQLException {
        range(anyEmpty, from, to);
        try (ResultSet row = anyEmpty.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Reads these pages, which prunes them, and returns the number of their rows. */
    long read(long from, long to) throws SQLException {
        return number(read, from, to);
    }

    /** The number of rows in these pages that are empty and have a value. */
    long countFillable(long from, long to) throws SQLException {
        return number(countFillable, from, to);
    }

    private static long number(PreparedStatement statement, long from, long to) throws SQLException {
        range(statement, from, to);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The empty rows of the whole heap in one snapshot. No row is missed because it moves meanwhile. */
    EmptyRows emptyRows() throws SQLException {
        long fillable = 0;
        long empty = 0;
        List<Windows.Window> windows = new ArrayList<>();
        try (ResultSet row = emptyRows.executeQuery()) {
            while (row.next()) {
                fillable += row.getLong("fillable");
                empty += row.getLong("empty");
                if (row.getLong("fillable") > 0) {
                    long from = row.getLong("place") * PAGES_PER_PLACE;
                    windows.add(new Windows.Window(from, from + PAGES_PER_PLACE));
                }
            }
        }
        return new EmptyRows(fillable, empty - fillable, windows);
    }

    private static void range(PreparedStatement statement, long from, long to) throws SQLException {
        statement.setObject(1, "(" + from + ",0)", Types.OTHER);
        statement.setObject(2, "(" + to + ",0)", Types.OTHER);
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : new PreparedStatement[] {fast, careful, left, anyEmpty, read, countFillable, emptyRows}) {
            statement.close();
        }
    }

    /**
     * Rows that were to be updated.
     *
     * @param undone    the number of those that are as before, because a trigger wants it
     * @param prevented the number of those that were locked and not updated. Either a trigger prevented it, or the row was changed at that moment
     */
    record Left(int filled, int undone, int prevented) {
    }

    /**
     * Empty rows.
     *
     * @param fillable   the number of those that have a value
     * @param unanswered the number of those that have none
     * @param windows    the pages of those that have a value
     */
    record EmptyRows(long fillable, long unanswered, List<Windows.Window> windows) {
    }
}
