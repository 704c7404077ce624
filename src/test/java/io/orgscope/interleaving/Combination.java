package io.orgscope.interleaving;

import io.orgscope.interleaving.Operations.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Transactions that run beside one another in a database, at an isolation level. */
record Combination(String state, Isolation isolation, List<Operation> operations) {

    String name() {
        return state + ", " + isolation + ", " + operations;
    }

    /**
     * Orders of the sessions' statements: all, or so many of them, the same ones for the same seed whatever else runs.
     * A single session has one order.
     */
    List<int[]> orders(int most, long seed) {
        List<int[]> all = new ArrayList<>(Orders.all(operations.stream().mapToInt(operation -> operation.steps().size() + 2).toArray()));
        if (all.size() <= most) {
            return all;
        }
        Collections.shuffle(all, new Random(seed * 31 + name().hashCode()));
        return all.subList(0, most);
    }

    /** The statements of each session. A batch runs at READ COMMITTED, as step 03 does. */
    List<List<Step>> scripts() {
        return operations.stream().map(operation -> operation.script(operation.isBatch() ? Isolation.READ_COMMITTED : isolation)).toList();
    }

    /** The same where there is nothing to fill. */
    List<List<Step>> scriptsWithoutUs() {
        return operations.stream().map(operation -> operation.withoutUs().script(isolation)).toList();
    }
}
