package io.orgscope.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutePathTest {

    /** Characters that a name may well have and that a parser may stumble over. */
    private static final List<String> PIECES = List.of("a", "Z", "_", "$", "7", "é", "ß", "名", "²", "½", "𝒜", "𐐷", "😀", " ", ".", ",", "(",
            ")", "->", "-", ">", "\"", "'", "\\", "\n", "\t", "\u00a0", "\u0085", "\u2028", "${", "}", "#", ":", "{");

    @Test
    void readsOneHop() {
        assertThat(RoutePath.parse("user_id -> users.default_organization_id"))
                .isEqualTo(new RoutePath(List.of("user_id"), List.of(hop(null, "users", List.of(), "default_organization_id"))));
    }

    @Test
    void readsHopsKeysSchemasAndQuotes() {
        assertThat(RoutePath.parse("(a,b)->\"Tenant \"\"Data\"\"\".\"Order\" ( x , \"Y y\" ) . (c, d) -> t(c, d).org"))
                .isEqualTo(new RoutePath(List.of("a", "b"), List.of(
                        new RoutePath.Hop("Tenant \"Data\"", "Order", List.of("x", "Y y"), List.of("c", "d")),
                        hop(null, "t", List.of("c", "d"), "org"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``|1|a name was expected",
        "a|2|no table follows the column",
        "a ->|5|a name was expected",
        "a -> b|7|names a table, but no column",
        "a -> b.|8|a name was expected",
        "a > b.c|3|'->' was expected",
        "a - b.c|4|'->' was expected",
        "a -> b.c d|10|'->' was expected",
        "a -> (b).c|6|a name was expected",
        "a -> s.t.u.c|13|at most schema.table",
        "a -> b(k)|10|a dot and a column",
        "a -> b(k.c|9|a parenthesis is not closed",
        "a -> \"b.c|10|a double quote is not closed",
        "a -> \"\".c|8|must not be empty",
        "a -> b.(c, d)|14|it has to end in one column",
        "a,b -> t.c|2|'->' was expected"})
    void saysWhereAndWhatIsWrong(String text, int character, String what) {
        assertThatThrownBy(() -> RoutePath.parse(text)).isInstanceOf(RouteSyntaxException.class)
                .hasMessageContaining("at character " + character + ": ").hasMessageContaining(what)
                .hasMessageContaining("A route is written  column -> table.column");
    }

    @Test
    void readsBackWhateverItWrites() {
        Random random = new Random(20261122);
        for (int i = 0; i < 5_000; i++) {
            RoutePath path = path(random);
            assertThat(RoutePath.parse(path.toString())).as(path.toString()).isEqualTo(path);
        }
    }

    @Test
    void writesPlainNamesPlainly() {
        String text = "a -> b(c).d -> s.e.organization_id";
        assertThat(RoutePath.parse(text)).hasToString(text);
    }

    static RoutePath path(Random random) {
        List<RoutePath.Hop> hops = Stream.generate(() -> new RoutePath.Hop(random.nextBoolean() ? null : name(random), name(random),
                random.nextBoolean() ? List.of() : names(random), names(random))).limit(random.nextInt(3)).toList();
        return new RoutePath(names(random), Stream.concat(hops.stream(),
                Stream.of(hop(random.nextBoolean() ? null : name(random), name(random), random.nextBoolean() ? List.of() : names(random), name(random))))
                .toList());
    }

    private static List<String> names(Random random) {
        return Stream.generate(() -> name(random)).limit(1 + random.nextInt(2)).toList();
    }

    static String name(Random random) {
        return IntStream.range(0, 1 + random.nextInt(6)).mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .reduce("", String::concat);
    }

    private static RoutePath.Hop hop(String schema, String table, List<String> key, String reads) {
        return new RoutePath.Hop(schema, table, key, List.of(reads));
    }
}
