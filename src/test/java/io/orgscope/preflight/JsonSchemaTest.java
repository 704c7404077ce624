package io.orgscope.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.orgscope.docs.Messages;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.OrgScopeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What an editor says of a declaration, by the JSON Schema, and what the parser says of it. */
class JsonSchemaTest {

    private static final Path FILE = Path.of("src/main/resources/orgscope.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();
    private static final String LINE = "# yaml-language-server: $schema=";

    /** What no JSON Schema can say: it would have to count bytes, compare places in the file, or know the changelog's parameters. */
    private static final Set<String> BEYOND = Set.of("a key that stands twice", "the organizations as a table", "two entries",
            "too long in bytes", "replaced twice", "a parameter that is not set", "too short a lockDeadline", "a lockDeadline too short for all tables",
            "a lockTimeout too long for the file", "a circle", "a parent in the same table alone");

    /** Refusals that do not depend on what is declared: of the file's bytes and size, and of the changes that stand in a changelog. */
    private static final List<String> ELSEWHERE = List.of("… does not exist.", "The file is not in UTF-8", "The file has more than",
            "An entry of oldKeys needs", "An entry of … needs", "The commands do not read");

    static Stream<Path> declarations() throws IOException {
        try (Stream<Path> files = Stream.of("changelogs", "docs", "examples", "src").map(Path::of).flatMap(JsonSchemaTest::walk)) {
            return files.filter(file -> file.toString().endsWith(".orgscope.yaml") && !file.toString().contains("target")).toList().stream();
        }
    }

    static Stream<WrongCase> wrong() {
        // What holds itself cannot be written as JSON. The reader of this test has no limit of size, and reads 10 MB for minutes.
        return WrongDeclarations.all().filter(wrong -> !Set.of("a value that is itself", "10 MB").contains(wrong.name()));
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void acceptsEveryDeclarationOfOurs(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(problems(document(text).orElseThrow())).isEmpty();
        assertThatCode(() -> OrgScopeFile.parse(file.toString(), text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void everyDeclarationOfOursTellsEditorsWhereItIs(Path file) throws IOException {
        if (!file.startsWith("src/test")) {
            String first = Files.readAllLines(file).get(0);
            assertThat(first).startsWith(LINE);
            String named = first.substring(LINE.length());
            assertThat(named.equals(SCHEMA.getId()) || Files.isSameFile(file.resolveSibling(named), FILE)).as(named).isTrue();
        }
    }

    /** A case that the schema cannot reject is named above; one that it can is not. */
    @ParameterizedTest
    @MethodSource("wrong")
    void rejectsWhatTheParserRejects(WrongCase wrong) {
        Optional<JsonNode> document = document(new String(wrong.yaml(), StandardCharsets.UTF_8));
        if (document.isPresent()) {
            assertThat(problems(document.get()).isEmpty()).as("accepted").isEqualTo(BEYOND.contains(wrong.name()));
        }
    }

    /** A refusal that is new needs a case. */
    @Test
    void everyRefusalOfTheReaderHasACase() throws IOException {
        List<String> said = wrong().map(JsonSchemaTest::refusal).toList();
        assertThat(Messages.of("spec").stream().filter(message -> ELSEWHERE.stream().noneMatch(message::startsWith))
                .filter(message -> said.stream().noneMatch(refusal -> instance(message, refusal)))).as("without a case in WrongDeclarations").isEmpty();
    }

    private static String refusal(WrongCase wrong) {
        try {
            return OrgScopeFile.parse("f", new String(wrong.yaml(), StandardCharsets.UTF_8), UnaryOperator.identity()).toString();
        } catch (OrgScopeException refused) {
            return refused.getMessage();
        }
    }

    private static boolean instance(String message, String refusal) {
        String pattern = Stream.of(message.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(refusal).find();
    }

    @Test
    void knowsOnlyCasesThatThereAre() {
        assertThat(wrong().map(WrongCase::name).collect(Collectors.toSet())).containsAll(BEYOND);
    }

    private static Set<ValidationMessage> problems(JsonNode document) {
        return SCHEMA.validate(document);
    }

    /** Empty for what is no YAML, or not to be written as JSON: no editor asks a schema about it. */
    private static Optional<JsonNode> document(String yaml) {
        try {
            return Optional.of(JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml)));
        } catch (YAMLException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(JSON.readTree(Files.readString(FILE)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> walk(Path directory) {
        try {
            return List.copyOf(Files.walk(directory).toList()).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
