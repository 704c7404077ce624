package io.orgscope.bench;

import io.orgscope.testing.Login;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * What isolation costs: the same statements on two databases, one without and one with steps 11 and 12, in turns; and how
 * long an application waits while the steps run. {@code mvn -q -Pbench -Dbench.main=io.orgscope.bench.IsolationCosts}.
 *
 * <p>Several clients send at once and keep the processors busy. One client leaves a processor idle while the server answers,
 * and what it takes to wake it up is many times what a policy costs.
 */
public final class IsolationCosts {

    private static final int CLIENTS = 4;
    private static final int TURNS = 3;
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("bench.turn", 10));
    private static final Duration BLOCK = Duration.ofMillis(250);

    private final IsolationTables tables;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    private IsolationCosts(int rows) {
        this.tables = new IsolationTables(rows);
    }

    /** @param arguments none; {@code bench.rows} says how many rows, {@code bench.turn} how many seconds a turn takes */
    public static void main(String[] arguments) throws Exception {
        IsolationCosts costs = new IsolationCosts(Integer.getInteger("bench.rows", 100_000));
        try {
            costs.run();
        } finally {
            costs.threads.shutdown();
        }
    }

    private void run() throws Exception {
        try (TestDatabase without = TestDatabase.create(); TestDatabase with = TestDatabase.create()) {
            Login plain = tables.load(without);
            Login isolated = tables.load(with);
            say(String.format(Locale.ROOT, "%,d rows, %d organizations, %d clients; each statement is a transaction that says its organization first",
                    tables.rows(), IsolationTables.ORGANIZATIONS, CLIENTS));
            say(new IsolationStall(tables, with, isolated).measure(TURN));
            with.execute("VACUUM ANALYZE");
            without.execute("VACUUM ANALYZE");
            for (IsolationTables.Statement statement : IsolationTables.Statement.values()) {
                say(costs(plain, isolated, statement));
            }
        }
    }

    private String costs(Login plain, Login isolated, IsolationTables.Statement statement) throws Exception {
        List<Double> ratios = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            turn(plain, isolated, statement, ratios, rates);
        }
        return String.format(Locale.ROOT, "%-10s %,.0f/s with isolation, %.2f of the rate without (target %.2f): %s; the %d turns: %s", statement,
                median(rates), median(ratios), statement.target, median(ratios) >= statement.target ? "met" : "MISSED", TURNS,
                ratios.stream().map(ratio -> String.format(Locale.ROOT, "%.3f", ratio)).collect(Collectors.joining(", ")));
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    /** The two in short blocks one after the other, so that whatever else the machine does slows both. */
    private void turn(Login plain, Login isolated, IsolationTables.Statement statement, List<Double> ratios, List<Double> rates) throws Exception {
        try (Clients without = new Clients(plain, statement); Clients with = new Clients(isolated, statement)) {
            long end = System.nanoTime() + TURN.toNanos();
            for (boolean first = true; System.nanoTime() < end; first = !first) {
                (first ? without : with).block();
                (first ? with : without).block();
            }
            ratios.add(with.rate() / without.rate());
            rates.add(with.rate());
        }
    }

    /** Several connections that each send one statement after the other. */
    private final class Clients implements AutoCloseable {

        private final List<IsolationTables.Session> sessions = new ArrayList<>();
        private final List<Double> blocks = new ArrayList<>();
        private int sent;

        Clients(Login login, IsolationTables.Statement statement) throws SQLException {
            for (int i = 0; i < CLIENTS; i++) {
                sessions.add(tables.new Session(login, statement));
            }
        }

        void block() throws InterruptedException, ExecutionException {
            long start = System.nanoTime();
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int first = sent + i;
                IsolationTables.Session session = sessions.get(i);
                counts.add(threads.submit(() -> sendUntil(session, first, start + BLOCK.toNanos())));
            }
            int all = 0;
            for (Future<Integer> count : counts) {
                all += count.get();
            }
            sent += all;
            blocks.add(all * 1e9 / (System.nanoTime() - start));
        }

        private int sendUntil(IsolationTables.Session session, int first, long end) throws SQLException {
            int count = 0;
            for (; System.nanoTime() < end; count++) {
                session.send(first + count * CLIENTS);
            }
            return count;
        }

        /** Statements a second in the median block. */
        double rate() {
            return median(blocks);
        }

        @Override
        public void close() throws SQLException {
            for (IsolationTables.Session session : sessions) {
                session.close();
            }
        }
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
