package io.orgscope.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.route.Route;
import io.orgscope.route.RoutePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final List<String> PIECES = List.of("a", "Z", "é", "名", "😀", " ", "'", "\"", "\\", "\n", "\r", "\t", "\u0001", "\u007f",
            "\u0085", "\u00a0", "\u2028", "\u2029", "\ufeff", "#", ": ", "- ", "{", "}", "[", "%", "&", "*", "!", "|", ">", "@", "`", "$ ", "?", ",", "\\x");

    @Test
    void readsBackWhateverItWrites() {
        Random random = new Random(20261122);
        for (int i = 0; i < 5_000; i++) {
            List<Route> routes = Stream.generate(() -> route(random)).limit(1 + random.nextInt(3)).toList();
            assertThat(Routes.parse(Routes.format(routes))).as(Routes.format(routes)).isEqualTo(routes);
        }
    }

    @Test
    void readsOneRouteAListAndEachKindOfMapping() {
        assertThat(Routes.parse("user_id -> users.organization_id")).containsExactly(path("user_id -> users.organization_id", null, null));
        assertThat(Routes.parse("""
                - user_id -> users.organization_id
                - path: owner_id -> users.organization_id
                  when: "kind = 'x'"
                  where: is_active
                - organization: { slug: acme, region: eu }
                  create: { name: Acme, seats: 5 }
                """)).containsExactly(path("user_id -> users.organization_id", null, null),
                path("owner_id -> users.organization_id", "kind = 'x'", "is_active"),
                new Route.Named(Map.of("slug", "acme", "region", "eu"), Map.of("name", "Acme", "seats", "5"), null));
        assertThat(Routes.parse(null)).isEmpty();
    }

    /** Checksums rest on it: the same route written in another way is the same text. */
    @Test
    void writesOneFormOfManySpellings() {
        String one = Routes.format(Routes.parse("{ where: b, path: 'a->t.c', when: d }"));
        String other = Routes.format(Routes.parse("- when: d\n  path: a  ->  t . c\n  where: b\n"));
        assertThat(one).isEqualTo(other).isEqualTo("{path: \"a -> t.c\", where: \"b\", when: \"d\"}");
    }

    /** Checksums rest on these escapes too. */
    @Test
    void escapesWhatYamlForbidsOrFolds() {
        assertThat(Routes.quoted("\"\\\n\r\t\u0001\u007f\u0085\u00a0é/<'\u2028\u2029\ufeff\ufffe😀"))
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0001\\u007f\\u0085\u00a0é/<'\\u2028\\u2029\\ufeff\\ufffe😀\"");
    }

    private static Route path(String path, String when, String where) {
        return new Route.Path(RoutePath.parse(path), when, where);
    }

    private static Route route(Random random) {
        if (random.nextInt(3) == 0) {
            return new Route.Named(values(random, 1), random.nextBoolean() ? null : values(random, 0), condition(random));
        }
        return new Route.Path(new RoutePath(List.of(text(random)), List.of(new RoutePath.Hop(null, text(random), List.of(), List.of(text(random))))),
                condition(random), condition(random));
    }

    private static Map<String, String> values(Random random, int least) {
        Map<String, String> values = new LinkedHashMap<>();
        IntStream.range(0, least + random.nextInt(3)).forEach(i -> values.put(text(random), text(random)));
        return values;
    }

    private static String condition(Random random) {
        return random.nextBoolean() ? null : text(random);
    }

    private static String text(Random random) {
        return "x" + IntStream.range(0, random.nextInt(6)).mapToObj(i -> PIECES.get(random.nextInt(PIECES.size()))).reduce("", String::concat);
    }
}
