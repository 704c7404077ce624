package io.orgscope.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.postgres.TableName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamingTest {

    /** Names of every length, with characters of one to four bytes before and after the cut. */
    private static final List<String> NAMES = IntStream.rangeClosed(1, 63).boxed()
            .flatMap(length -> List.of("t".repeat(length), "ü".repeat(length / 2) + "t", "𝄞".repeat(length / 4) + "_", "~".repeat(length)).stream())
            .distinct().toList();

    @Test
    void everyFollowFunctionOfATableIsInTheRangeOfItsNames() {
        for (String table : NAMES) {
            for (String parent : NAMES) {
                String function = Naming.follow(table, new TableName("public", parent));
                assertThat(order(Naming.firstFollow(table), function)).as(function).isLessThanOrEqualTo(0);
                assertThat(order(function, Naming.afterLastFollow(table))).as(function).isNegative();
            }
        }
    }

    /** Both may be on one table of the routes. */
    @Test
    void theTriggersOfTwoTablesHaveDifferentNames() {
        TableName table = new TableName("public", "imports");
        TableName other = new TableName("public", "rows_imports");
        assertThat(Naming.lockRowsTrigger(table)).isNotEqualTo(Naming.lockTrigger(other));
        assertThat(Naming.followRowsTrigger(table)).isNotEqualTo(Naming.followTrigger(other));
    }

    @Test
    void theRangeOfAShortNameHasNoFunctionOfAnotherTable() {
        String first = Naming.firstFollow("order");
        String last = Naming.afterLastFollow("order");
        for (String table : List.of("orde", "orders", "order2", "Order", "ordex", "order_item")) {
            String function = Naming.follow(table, new TableName("public", "users"));
            assertThat(order(first, function) <= 0 && order(function, last) < 0).as(function).isFalse();
        }
    }

    @Test
    void twoPairsThatReadAlikeHaveTwoNames() {
        assertThat(Naming.follow("order", new TableName("public", "item_groups"))).isNotEqualTo(Naming.follow("order_item", new TableName("public", "groups")));
    }

    /** As PostgreSQL compares names: byte by byte, without a sign. */
    private static int order(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
