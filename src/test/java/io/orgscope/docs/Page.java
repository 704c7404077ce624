package io.orgscope.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, and its blocks of code. */
record Page(Path file, String text) {

    private static final Pattern BLOCK = Pattern.compile("(?:<!-- (\\S+) -->\\n *)?```(\\w*)\\n(.*?)```", Pattern.DOTALL);

    /**
     * A block of code.
     *
     * @param source   the file that it is taken from, or null
     * @param language what stands behind the backticks
     */
    record Block(String source, String language, String code) {
    }

    static List<Page> all() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), docs.filter(file -> file.toString().endsWith(".md")))
                    .sorted().map(Page::of).toList();
        }
    }

    static Page of(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2), block.group(3)));
        }
        return blocks;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
