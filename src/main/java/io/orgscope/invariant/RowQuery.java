package io.orgscope.invariant;

import static java.util.Map.entry;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.step.StepContext;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The query of a row invariant, as a template: each {@code {word}} stands for SQL about one scoped table. The row is
 * always {@code t}.
 *
 * <table>
 * <caption>The words</caption>
 * <tr><td>table</td><td>the table as {@code t}</td></tr>
 * <tr><td>rows</td><td>the table as {@code t}, with what {@code organization} and {@code routed} need beside it</td></tr>
 * <tr><td>key</td><td>the key of the row as a text, such as {@code id=7}</td></tr>
 * <tr><td>stored</td><td>the organization column</td></tr>
 * <tr><td>nullable</td><td>whether the column may hold NULL</td></tr>
 * <tr><td>routed</td><td>what the routes say</td></tr>
 * <tr><td>organization</td><td>what the row holds, or will hold</td></tr>
 * <tr><td>ambiguous</td><td>whether a route reaches several organizations</td></tr>
 * <tr><td>organizationIsCreated</td><td>whether the row's organization is one that step 01 makes</td></tr>
 * <tr><td>chosen</td><td>whether the application chose what the row holds</td></tr>
 * <tr><td>answers</td><td>a row of VALUES for each route</td></tr>
 * <tr><td>organizations, organizationsKey</td><td>the table of the organizations, and its key</td></tr>
 * <tr><td>guarded</td><td>whether foreign keys, or checks of other tables, make sure that every organization exists</td></tr>
 * </table>
 */
final class RowQuery {

    private static final Map<String, Function<StepContext, String>> WORDS = Map.ofEntries(
            entry("table", context -> context.name().sql() + " t"),
            entry("rows", context -> context.resolved().rows()),
            entry("key", context -> context.table().map(table -> RowKeys.key(table, "t")).orElse("'ctid=' || t.ctid::text")),
            entry("stored", context -> context.resolved().stored()),
            entry("nullable", context -> String.valueOf(!context.columnNotNull())),
            entry("routed", context -> context.resolved().routedInRows()),
            entry("organization", context -> context.resolved().organizationInRows()),
            entry("ambiguous", context -> context.resolved().ambiguous()),
            entry("organizationIsCreated", context -> context.resolved().organizationIsCreated()),
            entry("chosen", context -> context.resolved().kept().held()),
            entry("answers", context -> context.resolved().eachRoute().stream().map(route -> "(" + route + ")").collect(Collectors.joining(", "))),
            entry("organizations", context -> context.scope().organizations().table().sql()),
            entry("organizationsKey", context -> Identifier.quote(context.scope().organizations().key())),
            entry("guarded", context -> String.valueOf(context.resolved().organizationsGuarded())));

    private static final Set<String> OF_ROUTES = Set.of("rows", "routed", "organization", "ambiguous", "organizationIsCreated", "answers");

    private final SqlTemplate template;

    RowQuery(String text) {
        this.template = new SqlTemplate(text.strip(), WORDS.keySet());
    }

    boolean needsRoute() {
        return template.words().stream().anyMatch(OF_ROUTES::contains);
    }

    /**
     * Whether it looks for rows without an organization in a column that is NOT NULL, or for organizations that do not exist where
     * foreign keys, or checks of other tables, make sure that they do.
     */
    boolean cannotReturnRows(StepContext context) {
        return template.words().contains("nullable") && context.columnNotNull()
                || template.words().contains("guarded") && context.resolved().organizationsGuarded();
    }

    String about(StepContext context) {
        return template.fill(word -> WORDS.get(word).apply(context));
    }
}
