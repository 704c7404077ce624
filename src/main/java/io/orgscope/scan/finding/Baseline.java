package io.orgscope.scan.finding;

import io.orgscope.postgres.TableName;
import io.orgscope.spec.YamlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the team has checked and accepted, each with a reason: tables that belong to no organization, and findings that
 * are right as they are.
 *
 * @param source the file, for messages
 */
public record Baseline(String source, List<Entry> globals, List<Entry> accepted) {

    /** Nothing is accepted. */
    public static final Baseline NONE = new Baseline(null, List.of(), List.of());

    /** In {@code object:} it accepts every reference of the table, those that are added later too. */
    public static final String ANY = "*";

    /**
     * One entry.
     *
     * @param rule    null under {@code global:}
     * @param table   null for every table
     * @param objects empty for every object
     */
    public record Entry(int line, Rule rule, TableName table, Set<String> objects, String reason) {

        /** Whether the entry accepts the finding. */
        public boolean matches(Finding finding) {
            return about(finding) && !incomplete() && (objects.isEmpty() || objects.contains(ANY) || objects.contains(finding.object()));
        }

        /** Whether it is for the rule and the table of the finding, whatever its objects. */
        public boolean about(Finding finding) {
            return finding.rule() == rule && (table == null || table.equals(finding.table()));
        }

        /** Whether the check could find what it accepts. */
        public boolean about(DataCheck check) {
            return check.rule() == rule && (table == null || table.equals(check.table()))
                    && (objects.isEmpty() || check.object() == null || objects.contains(ANY) || objects.contains(check.object()));
        }

        /** Whether it would also accept references that the table gets later. */
        public boolean incomplete() {
            return rule != null && rule.perReference() && table != null && objects.isEmpty();
        }
    }

    /**
     * Reads a baseline.
     *
     * @throws io.orgscope.spec.SpecException with the file, the line and what is wrong
     */
    public static Baseline parse(String source, String text, String defaultSchema) {
        YamlElement document = YamlElement.read(source, text);
        Map<String, YamlElement> root = document.fields("the file", Set.of("baseline"));
        if (root.isEmpty()) {
            throw document.error("The file has to begin with 'baseline:'.");
        }
        Map<String, YamlElement> top = root.get("baseline").fields("baseline", Set.of("version", "global", "accepted"));
        if (top.containsKey("version")) {
            top.get("version").oneOf("version", Set.of("1"));
        }
        return new Baseline(source, entries(top.get("global"), "global", defaultSchema),
                entries(top.get("accepted"), "accepted", defaultSchema));
    }

    private static List<Entry> entries(YamlElement list, String what, String defaultSchema) {
        if (list == null || list.isNull()) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (YamlElement item : list.items(what)) {
            entries.add(what.equals("global") ? global(item, defaultSchema) : accepted(item, defaultSchema));
        }
        return List.copyOf(entries);
    }

    private static Entry global(YamlElement item, String defaultSchema) {
        Map<String, YamlElement> fields = item.fields("an entry of global", Set.of("table", "schema", "reason"));
        TableName table = table(item, fields, defaultSchema);
        if (table == null) {
            throw item.error("'" + ANY + "' is not allowed under global: decide for each table.");
        }
        return new Entry(item.line(), null, table, Set.of(), reason(item, fields));
    }

    private static Entry accepted(YamlElement item, String defaultSchema) {
        Map<String, YamlElement> fields = item.fields("an entry of accepted",
                Set.of("rule", "table", "schema", "object", "reason"));
        if (!fields.containsKey("rule")) {
            throw item.error("An entry of accepted needs 'rule:', the id that the report shows.");
        }
        Set<String> ids = new TreeSet<>(Arrays.stream(Rule.values()).map(Rule::id).toList());
        Rule rule = Rule.find(fields.get("rule").oneOf("rule", ids)).orElseThrow();
        if (rule == Rule.BASELINE_UNNEEDED) {
            throw item.error("This rule cannot be accepted: delete the entry that is no longer needed.");
        }
        return new Entry(item.line(), rule, table(item, fields, defaultSchema),
                objects(fields.get("object")), reason(item, fields));
    }

    private static Set<String> objects(YamlElement object) {
        return object == null ? Set.of()
                : object.oneOrMore("object").stream().map(item -> item.verbatim("object")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static TableName table(YamlElement item, Map<String, YamlElement> fields, String defaultSchema) {
        if (!fields.containsKey("table")) {
            throw item.error("The entry needs 'table:', or table: \"*\" for all tables.");
        }
        String name = fields.get("table").verbatim("table");
        if (name.equals(ANY) && fields.containsKey("schema")) {
            throw fields.get("schema").error("'schema:' cannot stand beside table: \"*\": the entry would accept the rule in every schema. Name the tables.");
        }
        return name.equals(ANY) ? null
                : new TableName(fields.containsKey("schema") ? fields.get("schema").verbatim("schema") : defaultSchema, name);
    }

    private static String reason(YamlElement item, Map<String, YamlElement> fields) {
        if (!fields.containsKey("reason")) {
            throw item.error("The entry needs 'reason:'. Later readers need to know why it was accepted.");
        }
        return fields.get("reason").verbatim("reason");
    }

    /** The entry that says that the rows of the table belong to no organization. */
    public Optional<Entry> global(TableName table) {
        return globals.stream().filter(entry -> entry.table().equals(table)).findFirst();
    }

    /** The first entry under {@code accepted:} that matches. */
    public Optional<Entry> accepts(Finding finding) {
        return accepted.stream().filter(entry -> entry.matches(finding)).findFirst();
    }
}
