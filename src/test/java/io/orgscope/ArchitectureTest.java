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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the packages may know of each other and of Liquibase. {@code io/orgscope/package-info.java} is the map. */
class ArchitectureTest {

    /** Liquibase's own kinds of element, shown by their suffix. */
    private static final List<String> LIQUIBASE = List.of("Change", "Precondition", "CommandStep", "Statement", "Generator", "Parser");

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
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file)).as("%s", file).noneMatch(line -> localized.matcher(line).find() && !line.contains("Locale.ROOT"));
            }
        }
    }

    @Test
    void noInnerPackagesDependOnEachOtherInACircle() {
        slices().matching("io.orgscope.(**)").should().beFreeOfCycles().check(ours);
    }
}
