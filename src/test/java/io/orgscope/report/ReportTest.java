package io.orgscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ReportTest {

    private static final String NASTY = "Order \"x\"; DROP\\ | `a` <b>&\n\t\u001b[31m\u2028\u0000 é 🐘 \ud800 </script>";

    private final Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));

    @Test
    void aListingSaysHowManyMoreThereAre() {
        List<String> three = List.of("a", "b", "c");
        assertThat(Listing.commas(three, 3)).isEqualTo("a, b, c");
        assertThat(Listing.commas(three, 2)).isEqualTo("a, b and 1 more");
        assertThat(Listing.separated(three, 3, "; ")).isEqualTo("a; b; c");
        assertThat(Listing.separated(three, 1, "; ")).isEqualTo("a; and 2 more");
        assertThat(Listing.commas(List.of(), 3)).isEmpty();
    }

    /** As pg_size_pretty. The progress of a backfill and the summary of an update name the same amount. */
    @Test
    void bytesAreCountedAsPostgresDoes() {
        assertThat(Stream.of(0L, 1023L, 1024L, 1536L, 180L << 20, 1L << 30).map(Quantity::bytes).toList())
                .containsExactly("0 B", "1023 B", "1.0 kB", "1.5 kB", "180 MB", "1.0 GB");
    }

    @Test
    void jsonReadsBackAsWhatWasWritten() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put(NASTY, NASTY);
        value.put("list", List.of(1, 2.5, true, List.of(), Map.of(), -7L));
        value.put("nothing", null);

        Map<String, Object> read = yaml.load(Json.write(value));

        Map<String, Object> expected = new LinkedHashMap<>(value);
        expected.put("list", List.of(1, 2.5, true, List.of(), Map.of(), -7));
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void jsonOnOneLineReadsBackTheSame() {
        Map<String, Object> value = Map.of(NASTY, List.of(1, NASTY, List.of(), Map.of("a", true)));
        assertThat(Json.compact(value)).doesNotContain("\n", ": 1");
        assertThat((Object) yaml.load(Json.compact(value).replace("\":", "\": "))).isEqualTo(value);
    }

    @Test
    void jsonHasNoFormForOtherObjects() {
        assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void yamlScalarsReadBackAsTheSameText() {
        for (String text : List.of("plain", "two words", "true", "No", "12", "1e3", "a: b", "a #b", "- x", "null", "~", "",
                " lead", "trail ", NASTY, "2026-01-01", "a, b", "[a]", "0x1f", "=", "user_id -> users.id")) {
            assertThat((Object) yaml.load("key: " + Text.yaml(text) + "\n")).isEqualTo(Map.of("key", text));
            assertThat((Object) yaml.load("{ key: " + Text.yaml(text) + " }\n")).isEqualTo(Map.of("key", text));
        }
        assertThat(Text.yaml("social_posts")).isEqualTo("social_posts");
    }

    @Test
    void aTerminalGetsColumnsAndNoEscapeSequencesOfOthers() {
        ReportTable table = new ReportTable("Table", "Rows").right(1)
                .row("users", 12).row(NASTY, 3).row(new ReportTable.Cell("x", Colour.RED), 4);

        String[] lines = table.toText(false).split("\n");

        assertThat(lines).hasSize(5);
        assertThat(lines[2]).startsWith("users ").endsWith(" 12");
        assertThat(table.toText(false)).doesNotContain("\u001b");
        assertThat(table.toText(true)).contains("\u001b[31;1mx\u001b[0m").doesNotContain("\u001b[31m\u2028");
        assertThat(lines[2].length()).isEqualTo(lines[4].length());
    }

    @Test
    void markdownKeepsACellACell() {
        ReportTable table = new ReportTable("Table", "Note").code(0).row(NASTY, NASTY);

        assertThat(table.toMarkdown().lines()).hasSize(3);
        assertThat(table.toMarkdown().lines().skip(2).findFirst().orElseThrow().replace("\\|", "").chars()
                .filter(c -> c == '|').count()).isEqualTo(3);
    }

    @Test
    void markdownCodeHoldsBackQuotes() {
        assertThat(Text.markdownCode("a")).isEqualTo("`a`");
        assertThat(Text.markdownCode("`a`")).isEqualTo("`` `a` ``");
        assertThat(Text.markdownBlock("yaml", "```\n")).isEqualTo("````yaml\n```\n````\n");
    }

    @Test
    void textIsWrappedAtSpaces() {
        assertThat(LineWidth.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(LineWidth.wrap("incomprehensibilities", 7)).containsExactly("incompr", "ehensib", "ilities");
        assertThat(LineWidth.wrap("a social_platform_connections b", 20)).containsExactly("a", "social_platform_", "connections b");
        assertThat(LineWidth.wrap("表表表 x", 4)).as("two columns each").containsExactly("表表", "表 x");
    }

    /** An apostrophe in a quoted name, and a quotation mark in a text, are no quotes. */
    @Test
    void sqlIsNotBrokenWithinQuotes() {
        String name = "ALTER TABLE \"public\".\"the owner's own list of things\" ADD \"a b\" text DEFAULT 'two \"big words'";
        List<String> lines = LineWidth.sql(name, 30);
        assertThat(lines).anyMatch(line -> line.contains("\"the owner's own list of things\"")).anyMatch(line -> line.contains("'two \"big words'"))
                .anyMatch(line -> line.contains("\"a b\""));
        assertThat(LineWidth.sql("SELECT \"a\"\"b c\" FROM t WHERE x = 'it''s so'", 10)).contains("    \"a\"\"b c\"", "    'it''s so'");
    }

    @Test
    void anUnknownFormatIsNamedWithWhatThereIs() {
        assertThat(Format.parse("Json", Format.TEXT, Format.JSON)).isEqualTo(Format.JSON);
        assertThatThrownBy(() -> Format.parse("xml", Format.TEXT, Format.JSON))
                .hasMessage("There is no format 'xml'. Use one of text, json.");
    }
}
