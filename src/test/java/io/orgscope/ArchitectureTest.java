package io.orgscope;

import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the packages may know of each other and of Liquibase. {@code io/orgscope/package-info.java} is the map. */
class ArchitectureTest {

    /** Liquibase's own kinds of element, shown by their suffix. */
    private static final List<String> LIQUIBASE = List.of("Change", "Precondition", "CommandStep", "Statement", "Generator", "Parser");

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "orgscope");

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.orgscope");
    }

    private static boolean isOfLiquibase(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        String name = outermost.getSimpleName();
        return LIQUIBASE.stream().anyMatch(name::endsWith);
    }

    @Test
    void onlyWhatLiquibaseLoadsKnowsLiquibase() {
        classes().that(DescribedPredicate.describe("are no element of Liquibase", type -> !isOfLiquibase(type)))
                .should(not(dependOnClassesThat(JavaClass.Predicates.resideInAPackage("liquibase..")))).check(ours);
    }

    @Test
    void postgresKnowsNoOtherPackageOfOurs() {
        noClasses().that().resideInAPackage("io.orgscope.postgres..").should().dependOnClassesThat(
                JavaClass.Predicates.resideInAPackage("io.orgscope..").and(
                        DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.orgscope.postgres..")))).check(ours);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("io.orgscope.(*)..").should().beFreeOfCycles().check(ours);
    }

    /** In a locale such as fa_IR, %d gives digits that PostgreSQL and readers of JSON do not know. SQL takes numbers as %s. */
    @Test
    void numbersAreWrittenInNoLocale() throws IOException {
        Pattern localized = Pattern.compile("%(\\d+\\$)?[,.\\d+-]*[defg]\\b");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file)).as("%s", file).noneMatch(line -> localized.matcher(line).find() && !line.contains("Locale.ROOT"));
            }
        }
    }

    @Test
    void noInnerPackagesDependOnEachOtherInACircle() {
        slices().matching("io.orgscope.(**)").should().beFreeOfCycles().check(ours);
    }

    /** The compiler copies constants, so classes do not show whose constants they use. The imports of the sources do. */
    @Test
    void packagesImportOnlyWhatIsAboveThemInTheMap() throws IOException {
        Matcher map = Pattern.compile("\\{@link io\\.orgscope\\.(\\w+)}").matcher(Files.readString(SOURCES.resolve("package-info.java")));
        List<String> order = map.results().map(found -> found.group(1)).toList();
        Set<String> wrong = new TreeSet<>();
        imports().forEach((from, all) -> all.stream().filter(to -> !outer(to).equals(outer(from)) && order.indexOf(outer(to)) >= order.indexOf(outer(from)))
                .forEach(to -> wrong.add(from + " imports " + to)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void noInnerPackagesImportEachOtherInACircle() throws IOException {
        Map<String, Set<String>> left = imports();
        while (left.values().removeIf(all -> all.stream().noneMatch(left::containsKey))) {
            // Those that import none of the others are in no circle. Without them, the next ones import none of the others.
        }
        assertThat(left).isEmpty();
    }

    /** The packages below ours, such as {@code backfill.progress}, each with those that it imports. */
    private static Map<String, Set<String>> imports() throws IOException {
        Pattern imported = Pattern.compile("(?m)^import (?:static )?io\\.orgscope\\.([a-z]+(?:\\.[a-z]+)*)\\.[A-Z*]");
        Map<String, Set<String>> imports = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java") && !path.getParent().equals(SOURCES)).toList()) {
                String from = SOURCES.relativize(file.getParent()).toString().replace(File.separatorChar, '.');
                Set<String> all = imports.computeIfAbsent(from, any -> new TreeSet<>());
                imported.matcher(Files.readString(file)).results().map(found -> found.group(1)).filter(to -> !to.equals(from)).forEach(all::add);
            }
        }
        return imports;
    }

    private static String outer(String name) {
        return name.replaceFirst("\\..*", "");
    }
}
