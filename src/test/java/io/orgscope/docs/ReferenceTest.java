package io.orgscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The second half of docs/reference.md is the JSON Schema as a page. */
class ReferenceTest {

    private static final Path PAGE = Path.of("docs", "reference.md");
    private static final Path MADE = Path.of("target", "reference.md");
    private static final String MARK = "<!-- From here on made from orgscope.schema.json; ReferenceTest compares. -->\n";

    @Test
    void saysWhatTheSchemaSays() throws IOException {
        String page = Files.readString(PAGE);
        String made = page.substring(0, page.indexOf(MARK) + MARK.length()) + generated();
        Files.writeString(MADE, made);
        assertThat(page).as("the schema has changed: copy %s to %s", MADE, PAGE).isEqualTo(made);
    }

    private static String generated() throws IOException {
        JsonNode definitions = new ObjectMapper().readTree(Path.of("src/main/resources/orgscope.schema.json").toFile()).get("$defs");
        StringBuilder page = new StringBuilder();
        definitions.properties().forEach(definition -> page.append(section(definition.getKey(), definition.getValue())));
        return page.toString();
    }

    private static String section(String name, JsonNode definition) {
        StringBuilder section = new StringBuilder("\n## " + name + "\n\n" + definition.path("description").asText() + "\n");
        if (definition.has("properties")) {
            Set<String> required = StreamSupport.stream(definition.path("required").spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
            section.append("\n| key | value | |\n|---|---|---|\n");
            definition.get("properties").properties().forEach(property -> section.append("| `").append(property.getKey()).append('`')
                    .append(required.contains(property.getKey()) ? " (required)" : "").append(" | ").append(type(property.getValue())).append(" | ")
                    .append(describe(property.getValue())).append(" |\n"));
        } else {
            section.append("\n").append(type(definition)).append("\n");
        }
        for (JsonNode example : definition.path("examples")) {
            section.append("\nFor example: `").append(example.asText()).append("`\n");
        }
        return section.toString();
    }

    /** The description, and the default if it is a value. A default that depends on something else is a sentence of the description. */
    private static String describe(JsonNode property) {
        String text = property.path("description").asText();
        return property.has("default") ? text + " Default: `" + property.get("default").asText() + "`." : text;
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String target = schema.get("$ref").asText().replaceAll(".*/", "");
            return "[" + target + "](#" + target.toLowerCase(java.util.Locale.ROOT) + ")";
        }
        if (schema.has("const")) {
            return "`" + schema.get("const").asText() + "`";
        }
        if (schema.has("enum")) {
            return texts(schema.get("enum"));
        }
        for (String several : List.of("oneOf", "anyOf")) {
            if (schema.has(several) && !schema.has("properties")) {
                List<String> types = new ArrayList<>();
                schema.get(several).forEach(one -> types.add(type(one)));
                return String.join(" or ", types);
            }
        }
        return switch (schema.path("type").asText()) {
            case "array" -> "list of " + type(schema.path("items"));
            case "object" -> "keys and values";
            case "integer" -> "number, " + schema.path("minimum").asText() + " to " + schema.path("maximum").asText();
            case "boolean" -> "true or false";
            case "string" -> schema.path("pattern").asText().contains("ms") ? "duration" : "text";
            default -> "";
        };
    }

    private static String texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).map(value -> "`" + value.asText() + "`").collect(Collectors.joining(", "));
    }
}
