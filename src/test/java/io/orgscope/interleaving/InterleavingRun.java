package io.orgscope.interleaving;

import io.orgscope.interleaving.Operations.Operation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The orders of all databases. Each operation alone, each two that have to do with the same tables, and chosen threes; in
 * the middle of a table's backfill the same with its batches.
 */
final class InterleavingRun {

    /** The subject of each table whose backfill is stopped in the middle, and what moves its rows meanwhile. */
    private static final Map<String, List<String>> WHILE_FILLING = new TreeMap<>(Map.of(
            "connections", List.of("user ", "two users ", "membership", "connection"),
            "posts", List.of("user ", "two users ", "connection", "post"),
            "comments", List.of("user ", "two users ", "connection", "post", "comment"),
            "notes", List.of("user ", "two users ", "note"),
            "payments", List.of("user ", "two users ", "payment", "invoice", "request")));

    private static final int PARTS_AT_A_TIME = 2;

    private final Path directory;
    private final int pairs;
    private final int triples;
    private final long seed;
    private final Predicate<String> only;
    private final Map<String, String> known;
    private final Map<String, OrderChecker.Failure> failures = Collections.synchronizedMap(new TreeMap<>());
    private final List<String> summaries = Collections.synchronizedList(new ArrayList<>());
    private long orders;

    /**
     * @param pairs   how many orders of each two sessions, by chance; all where there are no more
     * @param triples the same of each three
     * @param only    which combinations, by their names
     * @param known   the one order to run of a combination with this name
     */
    InterleavingRun(Path directory, int pairs, int triples, long seed, Predicate<String> only, Map<String, String> known) {
        this.directory = directory;
        this.pairs = pairs;
        this.triples = triples;
        this.seed = seed;
        this.only = only;
        this.known = known;
    }

    /** The databases' names, each a part that can run beside the others. */
    private static List<String> parts() {
        return Stream.concat(Operations.subjects().stream().sorted(Comparator.reverseOrder())
                .flatMap(subject -> Stream.of(Isolation.values()).map(isolation -> "expanded, " + isolation + ", " + subject)),
                WHILE_FILLING.keySet().stream().map(table -> "filling " + table)).toList();
    }

    /** Runs the parts, two at a time: the sessions wait for one another most of the time. */
    void run() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PARTS_AT_A_TIME);
        try {
            List<Future<Void>> running = threads.invokeAll(parts().stream().<Callable<Void>>map(part -> () -> {
                run(part);
                return null;
            }).toList());
            for (Future<Void> part : running) {
                part.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void run(String part) throws SQLException, InterruptedException {
        boolean expanded = part.startsWith("expanded");
        String about = part.substring(part.lastIndexOf(' ') + 1);
        List<Combination> combinations = Stream.of(Isolation.values()).filter(isolation -> !expanded || part.contains(isolation.toString()))
                .flatMap(isolation -> (expanded ? expanded(isolation, about) : filling(isolation, about)).stream())
                .filter(combination -> only.test(combination.name())).toList();
        if (combinations.isEmpty()) {
            return;
        }
        try (InterleavingDatabase database = expanded ? InterleavingDatabase.expanded(directory) : InterleavingDatabase.filling(about, directory); InterleavingDatabase untouched = InterleavingDatabase.untouched();
                OrderChecker checker = new OrderChecker(database, untouched)) {
            for (Combination combination : combinations) {
                for (int[] order : orders(combination)) {
                    checker.run(combination, order);
                }
            }
            failures.putAll(checker.failures());
            summaries.add(part + ": " + checker.summary());
            count(checker.orders());
        }
    }

    private List<int[]> orders(Combination combination) {
        String order = known.get(combination.name());
        return order == null ? combination.orders(combination.operations().size() > 2 ? triples : pairs, seed) : List.of(Orders.parse(order));
    }

    private synchronized void count(long more) {
        orders += more;
    }

    private static List<Combination> expanded(Isolation isolation, String about) {
        String state = "expanded";
        List<Operation> operations = Operations.about(about);
        List<Combination> all = new ArrayList<>(operations.stream().map(one -> new Combination(state, isolation, List.of(one))).toList());
        for (int a = 0; a < operations.size(); a++) {
            for (int b = a; b < operations.size(); b++) {
                all.add(new Combination(state, isolation, List.of(operations.get(a), operations.get(b))));
            }
        }
        Operations.triples(about).forEach(three -> all.add(new Combination(state, isolation, three)));
        return all;
    }

    private static List<Combination> filling(Isolation isolation, String table) {
        String state = "filling " + table;
        List<String> prefixes = WHILE_FILLING.get(table);
        String subject = Operations.subjects().contains(table) ? table : "tree";
        List<Operation> operations = Operations.about(subject).stream()
                .filter(operation -> prefixes.stream().anyMatch(operation.name()::startsWith)).filter(operation -> !operation.chooses()).toList();
        List<Operation> batches = Operations.batches(table, InterleavingDatabase.route(table));
        List<Combination> all = new ArrayList<>();
        for (Operation batch : batches) {
            operations.forEach(operation -> all.add(new Combination(state, isolation, List.of(batch, operation))));
        }
        Operations.triples(subject).stream().filter(operations::containsAll).forEach(three -> {
            all.add(new Combination(state, isolation, List.of(batches.get(0), three.get(0), three.get(1))));
            all.add(new Combination(state, isolation, List.of(batches.get(0), three.get(1), three.get(2))));
        });
        return all;
    }

    /** The first failing order of each combination. */
    Map<String, OrderChecker.Failure> failures() {
        return failures;
    }

    /** How many orders ran, and where. */
    String report() {
        return String.format(Locale.ROOT, "%,d orders ran (seed %d)%n%s", orders, seed, String.join("\n", summaries));
    }
}
