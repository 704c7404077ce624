package io.orgscope.interleaving;

import io.orgscope.interleaving.Operations.Operation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Runs orders in a database and says what must not have happened: a wrong row after a commit; at READ COMMITTED an error
 * that the same order does not give without our triggers; above it any error but those that ask for another attempt.
 */
final class OrderChecker implements AutoCloseable {

    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");

    /** A batch that met a lock gives up; one that met a row without an answer says so by a division by zero. */
    private static final Set<String> OF_A_BATCH = Set.of("55P03", "22012");

    private static final String NO_ANSWER = "23502 at INSERT ";

    private final Tester ours;
    private final Tester without;
    private final Map<String, Failure> firstFailures = new LinkedHashMap<>();
    private long orders;
    private long wrong;
    private long refused;

    OrderChecker(InterleavingDatabase database, InterleavingDatabase untouched) throws SQLException {
        this.ours = new Tester(database);
        this.without = new Tester(untouched);
    }

    /** Runs one order of a combination's statements. */
    void run(Combination combination, int[] order) throws SQLException, InterruptedException {
        Tester.Outcome outcome = ours.run(combination.scripts(), order, true);
        orders++;
        List<String> complaints = new ArrayList<>(outcome.wrong());
        wrong += outcome.wrong().isEmpty() ? 0 : 1;
        List<String> errors = errors(combination, order, outcome);
        refused += errors.isEmpty() ? 0 : 1;
        complaints.addAll(errors);
        if (!complaints.isEmpty()) {
            firstFailures.putIfAbsent(combination.name(), new Failure(Orders.text(order),
                    describe(combination.scripts(), order) + "\n    -> " + String.join("\n    -> ", complaints)));
        }
    }

    private List<String> errors(Combination combination, int[] order, Tester.Outcome outcome) throws SQLException, InterruptedException {
        List<Operation> operations = combination.operations();
        List<String> errors = new ArrayList<>();
        for (int session = 0; session < operations.size(); session++) {
            Operation operation = operations.get(session);
            outcome.errors().get(session).stream()
                    .filter(error -> !(operation.isBatch() && OF_A_BATCH.contains(error.substring(0, 5))))
                    .filter(error -> !(error.startsWith(NO_ANSWER) && operations.stream().anyMatch(Operation::takesAnswers)))
                    .filter(error -> combination.isolation() == Isolation.READ_COMMITTED || !TRY_AGAIN.contains(error.substring(0, 5)))
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            List<String> anyway = without.run(combination.scriptsWithoutUs(), order, false).errors().stream().flatMap(List::stream).toList();
            // Where the parent is gone the INSERT fails anyway, by the foreign key.
            errors.removeIf(error -> anyway.stream().anyMatch(other -> other.startsWith(error.substring(0, 5)) || statement(other).equals(statement(error))));
        }
        return errors;
    }

    private static String statement(String error) {
        return error.substring(error.indexOf(" at "), error.indexOf(": ", error.indexOf(" at ")));
    }

    private static String describe(List<List<Step>> scripts, int[] order) {
        int[] next = new int[scripts.size()];
        StringBuilder text = new StringBuilder();
        for (int session : order) {
            text.append("\n    ").append(session + 1).append(": ").append(scripts.get(session).get(next[session]++).label());
        }
        return text.toString();
    }

    long orders() {
        return orders;
    }

    /**
     * An order that went wrong.
     *
     * @param order       as {@link Orders#text} gives it
     * @param description its statements and what was wrong
     */
    record Failure(String order, String description) {
    }

    /** What went wrong: the first failing order of each combination, by its name; empty when nothing did. */
    Map<String, Failure> failures() {
        return firstFailures;
    }

    String summary() {
        return String.format(Locale.ROOT, "%,d orders, %,d with a wrong row, %,d with an error of ours", orders, wrong, refused);
    }

    @Override
    public void close() throws SQLException {
        ours.close();
        without.close();
    }
}
