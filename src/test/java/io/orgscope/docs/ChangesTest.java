package io.orgscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.OrganizationScopePrecondition;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.precondition.Precondition;
import org.junit.jupiter.api.Test;

/** docs/changes.md has every change and every precondition, with its properties, and none that there is not. */
class ChangesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|([^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @Test
    void hasEveryChange() {
        assertThat(section("## Changes")).isEqualTo(ours(Change.class, type -> type.getAnnotation(DatabaseChange.class).name(),
                OrganizationScopeChange.class));
    }

    @Test
    void hasEveryPrecondition() {
        Map<String, String> names = ServiceLoader.load(Precondition.class).stream().filter(provider -> ours(provider.type()))
                .collect(Collectors.toMap(provider -> provider.type().getName(), provider -> provider.get().getName()));
        assertThat(section("## Preconditions")).isEqualTo(ours(Precondition.class, type -> names.get(type.getName()),
                OrganizationScopePrecondition.class));
    }

    /** Names, and the properties beyond those that all have. */
    private static <T> Map<String, Set<String>> ours(Class<T> service, Function<Class<? extends T>, String> name, Class<?> common) {
        Map<String, Set<String>> all = new TreeMap<>();
        ServiceLoader.load(service).stream().map(ServiceLoader.Provider::type).filter(ChangesTest::ours)
                .forEach(type -> all.put(name.apply(type), properties(type, common)));
        return all;
    }

    private static boolean ours(Class<?> type) {
        return type.getName().startsWith("io.orgscope.");
    }

    private static Set<String> properties(Class<?> type, Class<?> common) {
        Set<String> names = setters(type);
        names.removeAll(setters(common));
        return names;
    }

    private static Set<String> setters(Class<?> type) {
        return Stream.of(type.getMethods()).filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
                .map(Method::getName).map(setter -> Introspector.decapitalize(setter.substring("set".length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> section(String heading) {
        String text = Page.of(Path.of("docs", "changes.md")).text();
        String from = text.substring(text.indexOf(heading) + heading.length());
        String section = from.contains("\n## ") ? from.substring(0, from.indexOf("\n## ")) : from;
        Map<String, Set<String>> rows = new TreeMap<>();
        ROW.matcher(section).results().forEach(row -> rows.put(row.group(1),
                NAME.matcher(row.group(2)).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new))));
        return rows;
    }
}
