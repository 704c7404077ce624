package io.orgscope.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs one contender on a fresh copy, with the application beside it. */
final class Runner {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private static final String HEAP = "SELECT pg_relation_size('social_platform_connections')";

    /** The indexes that were there before and still are: new ones are the purpose, not a cost. */
    private static final String INDEXES = """
            SELECT coalesce(sum(pg_relation_size(i.indexrelid)), 0) FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
             WHERE i.indrelid = 'social_platform_connections'::regclass
               AND c.relname NOT IN ('idx_social_platform_conn_org_id', 'idx_social_platform_conn_org_user_platform',
                                     'idx_social_conn_user_platform')
            """;

    private static final String WRONG = """
            SELECT count(*) FROM social_platform_connections AS c JOIN users AS u ON u.id = c.user_id
             WHERE c.organization_id IS DISTINCT FROM u.default_organization_id
            """;

    private final BenchServer server;
    private final int clients;
    private final Shape shape;

    Runner(BenchServer server, int clients, Shape shape) {
        this.server = server;
        this.clients = clients;
        this.shape = shape;
    }

    Outcome run(int rows, Contender contender, int run) throws SQLException, InterruptedException {
        String url = server.copy(rows, contender instanceof LoadAlone);
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        Map<String, Double> steps = new LinkedHashMap<>();
        prepare(url, contender);
        try (Load load = contender.underLoad() ? Load.start(url, rows, shape.hotOf(rows), clients, shape.perSecond()) : null;
                Stage stage = new Stage(url, load)) {
            if (load != null) {
                Thread.sleep(WARM_UP.toMillis());
            }
            Span forward = span(measures, stage, contender, rows);
            Span back = forward.failure.isEmpty() ? back(measures, stage, contender) : null;
            double[] stalls = new double[0];
            if (load != null) {
                load.stopAt(System.nanoTime());
                stalls = stalls(load.recording(forward.start, forward.end + AFTERWARDS.toNanos()), measures);
                if (back != null) {
                    Recording recording = load.recording(back.start, back.end + AFTERWARDS.toNanos() / 2);
                    measures.put(Measure.ROLLBACK_STALL, recording.longestMillis());
                    measures.put(Measure.ROLLBACK_FAILED, (double) recording.failed());
                }
            }
            stage.steps().forEach((name, nanos) -> steps.put(name, nanos / 1e6));
            return new Outcome(rows, contender.name(), run, measures, steps, stalls,
                    back == null ? forward.failure : forward.failure + back.failure);
        }
    }

    private void prepare(String url, Contender contender) throws SQLException {
        try (Stage stage = new Stage(url, null)) {
            stage.execute(shape.statements());
            contender.prepare(stage);
        }
    }

    private Span span(Map<Measure, Double> measures, Stage stage, Contender contender, int rows) throws SQLException {
        long heap = stage.number(HEAP);
        long indexes = stage.number(INDEXES);
        long wal = stage.wal();
        long start = System.nanoTime();
        String failure = attempt(() -> contender.migrate(stage));
        long end = System.nanoTime();
        measures.put(Measure.TOTAL_MILLIS, (end - start) / 1e6);
        measures.put(Measure.TOTAL_WAL, (double) (stage.wal() - wal));
        if (stage.backfillNanos() > 0) {
            measures.put(Measure.BACKFILL_MILLIS, stage.backfillNanos() / 1e6);
            measures.put(Measure.BACKFILL_ROWS, (double) rows);
            measures.put(Measure.BACKFILL_WAL, (double) stage.backfillWal());
        }
        stage.pause((int) AFTERWARDS.toMillis());
        measures.put(Measure.HEAP_GROWTH, 100.0 * stage.number(HEAP) / heap - 100);
        if (indexes > 0) {
            measures.put(Measure.INDEX_GROWTH, 100.0 * stage.number(INDEXES) / indexes - 100);
        }
        if (contender.complete() && failure.isEmpty()) {
            measures.put(Measure.WRONG_ROWS, (double) stage.number(WRONG));
        }
        return new Span(start, end, failure);
    }

    private static Span back(Map<Measure, Double> measures, Stage stage, Contender contender) {
        long start = System.nanoTime();
        boolean[] hasOne = new boolean[1];
        String failure = attempt(() -> hasOne[0] = contender.rollBack(stage));
        long end = System.nanoTime();
        if (!hasOne[0] && failure.isEmpty()) {
            return null;
        }
        measures.put(Measure.ROLLBACK_MILLIS, (end - start) / 1e6);
        stage.pause((int) AFTERWARDS.toMillis() / 2);
        return new Span(start, end, failure);
    }

    private static String attempt(Stage.Work work) {
        try {
            work.run();
            return "";
        } catch (SQLException | RuntimeException failure) {
            Throwable root = failure;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return String.valueOf(root.getMessage());
        }
    }

    private static double[] stalls(Recording recording, Map<Measure, Double> measures) {
        measures.put(Measure.STATEMENTS, (double) recording.statements());
        measures.put(Measure.LONGEST_STALL, recording.longestMillis());
        measures.put(Measure.P99, recording.percentileMillis(99));
        measures.put(Measure.SLOW, (double) recording.slow());
        measures.put(Measure.FAILED, (double) recording.failed());
        return recording.stalls();
    }

    private record Span(long start, long end, String failure) {
    }
}
