package io.orgscope.backfill;

import io.orgscope.column.OrganizationColumn;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a heap of a few pages, in fast batches of a few pages each. A batch is one message to the server, because
 * settings and round trips would take longer than the rows. A batch that meets a row that somebody holds, or that has no
 * value, changes nothing. The {@link Sweep} fills its rows.
 */
final class FewPages {

    /** At 200 rows a page and 10 µs a row, a batch takes about 16 ms. */
    private static final int BATCH = 8;

    private static final String WAL = "pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::bigint";

    /** Settings until the end of the transaction, with the meaning that they have in a {@link Session}. */
    private static final String BEGIN = """
            BEGIN ISOLATION LEVEL READ COMMITTED;
            SET LOCAL synchronous_commit = off;
            SET LOCAL lock_timeout = %d;
            SET LOCAL statement_timeout = %d;
            SET LOCAL row_security = off;
            SET LOCAL jit = off;
            SET LOCAL enable_tidscan = on;
            SELECT %s, pg_catalog.length(pg_catalog.set_config(%s, %s, true));
            """;

    /** It is a statement of its own after the commit, so it sees rows that others have inserted meanwhile. */
    private static final String LEFT = "SELECT count(*), %s FROM ONLY %s AS t WHERE t.%s IS NULL";

    private final HeapBackfill backfill;
    private final Connection connection;
    private final int timeoutMillis;
    private long walBytes;

    FewPages(HeapBackfill backfill, Connection connection) {
        this.backfill = backfill;
        this.connection = connection;
        this.timeoutMillis = Session.timeoutMillis(backfill.task());
    }

    /** Returns whether no row is left without a value. */
    boolean fill() throws SQLException {
        boolean full = backfill.heap().pages() == 0 && left() == 0;
        for (long from = 0; from < backfill.heap().pages(); from += BATCH) {
            backfill.throttle().await();
            long start = System.nanoTime();
            full = batch(from, start);
            backfill.throttle().rest(System.nanoTime() - start);
        }
        return full;
    }

    /** The WAL that the server has written during the batches, for all sessions. */
    long walBytes() {
        return walBytes;
    }

    private boolean batch(long from, long start) throws SQLException {
        String begin = BEGIN.formatted(Session.LOCK_TIMEOUT_MILLIS, timeoutMillis, WAL, Literal.of(OrganizationColumn.FILLING),
                Literal.of(backfill.task().table().sql()));
        try {
            List<long[]> results = send(begin + Statements.fast(backfill, from, from + BATCH) + ";\nCOMMIT;\n" + count());
            int last = results.size() - 1;
            walBytes += results.get(last)[1] - results.get(last - 3)[0];
            backfill.statistics().committed(results.get(last - 2)[0], System.nanoTime() - start);
            return results.get(last)[0] == 0;
        } catch (SQLException failure) {
            if (connection.isClosed()) {
                throw failure;
            }
            Sql.execute(connection, "ROLLBACK");
            if (!Failures.busy(failure) && !Failures.unanswered(failure)
                    && !Failures.timedOut(failure, System.nanoTime() - start, timeoutMillis)) {
                throw failure;
            }
            backfill.statistics().retried();
            return false;
        }
    }

    private long left() throws SQLException {
        return Sql.first(connection, 0L, count(), row -> row.getLong(1));
    }

    private String count() {
        return LEFT.formatted(WAL, backfill.heap().name().sql(), Identifier.quote(backfill.task().column()));
    }

    /** Sends the statements in one message. Returns two numbers of each query, and the number of changed rows of each other statement. */
    private List<long[]> send(String statements) throws SQLException {
        List<long[]> results = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean query = statement.execute(statements);
            while (query || statement.getUpdateCount() != -1) {
                results.add(query ? firstRow(statement.getResultSet()) : new long[] {statement.getUpdateCount()});
                query = statement.getMoreResults();
            }
        }
        return results;
    }

    private static long[] firstRow(ResultSet row) throws SQLException {
        row.next();
        return new long[] {row.getLong(1), row.getLong(2)};
    }
}
