package io.orgscope.interleaving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The orders in which the statements of several sessions can come: each session's own stay in their order. */
final class Orders {

    private Orders() {
    }

    /**
     * All of them.
     *
     * @param lengths how many statements each session has
     * @return the sessions' numbers, one a statement
     */
    static List<int[]> all(int... lengths) {
        List<int[]> orders = new ArrayList<>();
        extend(new int[Arrays.stream(lengths).sum()], 0, lengths.clone(), orders);
        return orders;
    }

    /** The sessions' numbers, from 1, one a statement. */
    static String text(int... order) {
        return Arrays.stream(order).mapToObj(session -> String.valueOf(session + 1)).collect(Collectors.joining());
    }

    /** The order that a text gives. */
    static int[] parse(String text) {
        return text.chars().map(digit -> digit - '1').toArray();
    }

    private static void extend(int[] order, int length, int[] left, List<int[]> orders) {
        if (length == order.length) {
            orders.add(order.clone());
            return;
        }
        for (int session = 0; session < left.length; session++) {
            if (left[session] > 0) {
                left[session]--;
                order[length] = session;
                extend(order, length + 1, left, orders);
                left[session]++;
            }
        }
    }
}
