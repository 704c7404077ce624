package io.orgscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows is what the tests run, and what it points to is there. */
class PagesTest {

    private static final Set<String> CODE = Set.of("yaml", "sql", "console", "sh", "xml", "java", "properties");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern ANCHOR = Pattern.compile("\\]\\(([\\w./-]*\\.md|)#([^)]*)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    /** GitHub divides a row at each bar that has no backslash, in code too. */
    private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern PROFILE = Pattern.compile("-P(\\w+)");

    static Stream<Page> pages() throws IOException {
        return Page.all().stream();
    }

    /** Each block names the file that it is a part of; tests run those files. Maven's commands are looked at below. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockIsPartOfAFile(Page page) throws IOException {
        for (Page.Block block : page.blocks()) {
            if (block.source() != null) {
                assertThat(flat(Files.readString(Path.of(block.source())))).as(page + " shows " + block.source()).contains(flat(block.code()));
            } else if (CODE.contains(block.language())) {
                assertThat(block.code().lines()).as(page + " has a block of its own").allMatch(line -> line.startsWith("mvn "));
            }
        }
    }

    /** Whoever copies the files from the page has the project that every build runs. What Spring's own page makes is not shown. */
    @Test
    void gettingStartedShowsItsProjectWhole() throws IOException {
        Path sources = Path.of("examples", "getting-started", "src");
        List<Page.Block> blocks = Page.of(Path.of("docs", "getting-started.md")).blocks();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("DemoApplication.java")).toList()) {
                assertThat(blocks).as(file.toString()).anySatisfy(block -> {
                    assertThat(block.source()).isEqualTo(file.toString());
                    assertThat(block.code()).isEqualTo(Files.readString(file));
                });
            }
        }
    }

    /** A cell too many is not shown. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyRowHasAsManyCellsAsItsHeader(Page page) {
        int header = 0;
        for (String line : page.text().lines().toList()) {
            int cells = line.startsWith("|") ? CELL.split(line, -1).length : 0;
            header = header == 0 || cells == 0 ? cells : header;
            assertThat(cells).as(page + ": " + line).isEqualTo(header);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyProfileIsThere(Page page) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Matcher profile = PROFILE.matcher(page.blocks().stream().map(Page.Block::code).filter(code -> code.startsWith("mvn ")).collect(Collectors.joining()));
        while (profile.find()) {
            assertThat(pom).contains("<id>" + profile.group(1) + "</id>");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Page page) {
        Path folder = page.file().toAbsolutePath().getParent();
        List<String> dead = LINK.matcher(page.text()).results().map(link -> link.group(1)).filter(link -> !Files.exists(folder.resolve(link))).toList();
        assertThat(dead).as(page.toString()).isEmpty();
    }

    /** A heading of the page itself or of another one. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyAnchorIsAHeading(Page page) {
        Path folder = page.file().toAbsolutePath().getParent();
        List<String> dead = ANCHOR.matcher(page.text()).results()
                .filter(link -> !anchors(link.group(1).isEmpty() ? page : Page.of(folder.resolve(link.group(1)))).contains(link.group(2)))
                .map(MatchResult::group).toList();
        assertThat(dead).as(page.toString()).isEmpty();
    }

    /** As code hosts make them: lower case, without punctuation, a hyphen for each space. */
    private static Set<String> anchors(Page page) {
        return HEADING.matcher(page.text()).results().map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** Lines without their indentation, for a page shows a part of a file. */
    private static String flat(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
    }
}
