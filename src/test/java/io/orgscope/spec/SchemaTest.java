package io.orgscope.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The JSON Schema says what the reader knows: the keys, by the reader's own messages, and the words. */
class SchemaTest {

    private static final Map<String, Object> SCHEMA = load();

    /** A file with an unknown key in each place: the reader's message lists all that it knows there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "declaration|orgscope: { no: 1 }",
        "organizations|orgscope: { version: 1, organizations: { no: 1 }, tables: [] }",
        "table|orgscope: { version: 1, tables: [ { no: 1 } ] }",
        "unique|orgscope: { version: 1, tables: [ { table: t, route: a -> b.c, unique: { no: 1 } } ] }",
        "conditionalPath|orgscope: { version: 1, tables: [ { table: t, route: { no: 1 } } ] }",
        "isolation|orgscope: { version: 1, isolation: { no: 1 }, tables: [] }",
        "rows|orgscope: { version: 1, isolation: { rows: { no: 1 } }, tables: [] }",
        "tableIsolation|orgscope: { version: 1, tables: [ { table: t, route: a -> b.c, isolation: { no: 1 } } ] }",
        "named|orgscope: { version: 1, tables: [ { table: t, route: { organization: { a: b }, no: 1 } } ] }"})
    void hasTheKeysOfTheReader(String definition, String file) {
        assertThatThrownBy(() -> OrgScopeFile.parse("file", file)).message().satisfies(message -> {
            String known = message.substring(message.indexOf("Known: ") + "Known: ".length(), message.length() - 1);
            assertThat(new TreeSet<>(properties(definition).keySet())).containsExactlyElementsOf(List.of(known.split(", ")));
        });
        assertThat(definition(definition)).containsEntry("additionalProperties", false);
    }

    @Test
    void hasTheRoot() {
        assertThat(((Map<?, ?>) SCHEMA.get("properties")).keySet()).hasToString("[orgscope]");
        assertThat(SCHEMA).containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void hasTheWords() {
        assertThat(Set.copyOf((List<?>) property("table", "onDelete").get("enum"))).isEqualTo(OnDelete.words());
        assertThat(property("declaration", "version")).containsEntry("const", 1);
    }

    /** What the schema's bounds let pass the reader takes, and what they forbid it refuses. */
    @Test
    void hasTheBounds() {
        for (String key : List.of("workers", "pace")) {
            int least = (Integer) property("table", key).get("minimum");
            int most = (Integer) property("table", key).get("maximum");
            assertThat(Stream.of(least - 1, least, most, most + 1).map(value -> taken(key, String.valueOf(value))).toList())
                    .as(key).containsExactly(false, true, true, false);
        }
        for (String key : List.of("batch", "lockTimeout", "lockDeadline")) {
            String pattern = (String) property("table", key).get("pattern");
            for (String value : List.of("50ms", "2s", " 1 min", "50", "ms", "1h", "-1s", "2 ms", "0ms", "51ms", "100ms")) {
                if (!value.matches(pattern)) {
                    assertThat(taken(key, value)).as(key + " " + value).isFalse();
                }
            }
            assertThat(key.equals("batch") ? List.of("1ms", "9 ms", "020ms", "50ms") : List.of("50ms", "2s"))
                    .allMatch(value -> value.matches(pattern) && taken(key, value));
        }
    }

    @Test
    void tuningIsTheSameForAllAndForOneButForTheDefault() {
        for (String key : List.of("workers", "batch", "pace", "lockTimeout", "lockDeadline")) {
            Map<String, Object> forAll = new HashMap<>(property("declaration", key));
            assertThat(forAll.remove("default")).as(key).isNotNull();
            forAll.compute("description", (name, text) -> text + " Default: that of the declaration.");
            assertThat(property("table", key)).isEqualTo(forAll);
        }
    }

    @Test
    void describesEverything() {
        for (String definition : definitions().keySet()) {
            assertThat(definition(definition)).as(definition).containsKey("description");
            properties(definition).forEach((key, property) -> assertThat(((Map<?, ?>) property).keySet().toString())
                    .as(definition + "." + key).containsAnyOf("description", "$ref"));
        }
    }

    private static boolean taken(String key, String value) {
        try {
            OrgScopeFile.parse("file", "orgscope: { version: 1, tables: [ { table: t, route: a -> b.c, " + key + ": '" + value + "' } ] }");
            return true;
        } catch (SpecException refused) {
            return false;
        }
    }

    private static Map<String, Object> load() {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/orgscope.schema.json")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> definitions() {
        return (Map<String, Object>) SCHEMA.get("$defs");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> definition(String name) {
        return (Map<String, Object>) definitions().get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(String definition) {
        return (Map<String, Object>) definition(definition).getOrDefault("properties", Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> property(String definition, String key) {
        return (Map<String, Object>) properties(definition).get(key);
    }
}
