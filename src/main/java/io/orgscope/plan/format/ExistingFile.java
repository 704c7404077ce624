package io.orgscope.plan.format;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.report.Text;
import io.orgscope.spec.OrgScopeFile;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Adds what is new to the user's file, after its last entry. Nothing in the file changes: choices, comments and order
 * are the user's. An entry in a comment counts as known.
 */
public final class ExistingFile {

    private static final Pattern COMMENTED = Pattern.compile(
            "(?m)^\\s*#[#\\s]*-\\s+table:\\s*(.+?)\\s*(?:\\R\\s*#[#\\s]*schema:\\s*(.+?)\\s*)?$");

    private ExistingFile() {
    }

    /** The file with an entry for each table of the plan that it does not have. */
    public static String extend(String text, Plan plan) {
        Set<String> seen = commented(text);
        EntryYaml entries = new EntryYaml(plan, OrgScopeFile.parse("the file", text).column());
        List<PlannedTable> fresh = plan.entries().stream()
                .filter(table -> !seen.contains(key(schema(table, plan), Text.yaml(table.table().name().name())))).toList();
        List<String> keys = plan.tables().stream().filter(PlannedTable::kept)
                .flatMap(table -> newKeys(table, text)).toList();
        if (fresh.isEmpty() && keys.isEmpty()) {
            return text;
        }
        Place place = place(text);
        StringBuilder added = new StringBuilder("\n" + place.indent + "# New since this file was written.\n");
        keys.forEach(key -> added.append(OrgScopeYaml.comment(place.indent, "# ", key)));
        fresh.forEach(table -> added.append('\n').append(entries.write(table, place.indent)));
        String before = text.substring(0, place.offset);
        return before + (before.endsWith("\n") ? "" : "\n") + added + text.substring(place.offset);
    }

    /** Unique keys of tables in the file that the file does not mention. */
    private static Stream<String> newKeys(PlannedTable table, String text) {
        return table.unique().stream().filter(advice -> advice.swap() && !text.contains(advice.index().name()))
                .map(advice -> table.table().name() + " has the unique key " + advice.index().name()
                        + ", of which nothing is said here: " + advice.why() + " (unique: - replaces: "
                        + Text.yaml(advice.index().name()) + ").");
    }

    private static String schema(PlannedTable table, Plan plan) {
        return OrgScopeYaml.schema(table.table().name(), plan.defaultSchema());
    }

    private static Set<String> commented(String text) {
        Set<String> seen = new HashSet<>();
        Matcher matcher = COMMENTED.matcher(text);
        while (matcher.find()) {
            seen.add(key(matcher.group(2), matcher.group(1)));
        }
        return seen;
    }

    private static String key(String schema, String table) {
        return (schema == null ? "" : schema) + "\n" + table;
    }

    private record Place(int offset, String indent) {
    }

    /** The place after the last entry of the list of tables and the comments in it, with the list's own indentation. */
    private static Place place(String text) {
        SequenceNode tables = (SequenceNode) value(value(new Yaml().compose(new StringReader(text)), "orgscope"), "tables");
        if (tables.getFlowStyle() == DumperOptions.FlowStyle.FLOW) {
            throw new OrgScopeException("The list of tables is in brackets, so nothing can be added after its last entry without a change of your text."
                    + " Write it as a list of lines that begin with '- table:'; then run orgscope-plan again.");
        }
        int column = tables.getStartMark().getColumn();
        int end = text.offsetByCodePoints(0, end(text, tables));
        int offset = text.charAt(end - 1) == '\n' ? end : lineEnd(text, end);
        while (offset < text.length()) {
            int next = lineEnd(text, offset);
            String line = text.substring(offset, next);
            if (!line.strip().startsWith("#") || line.indexOf('#') <= column) {
                break;
            }
            offset = next;
        }
        return new Place(offset, " ".repeat(column));
    }

    /**
     * The end of the last text in a block. The end of the block itself is the beginning of what follows it. An alias is an event of its own, but as a
     * node it is where its anchor is.
     */
    private static int end(String text, Node block) {
        int end = block.getStartMark().getIndex();
        for (Event event : new Yaml().parse(new StringReader(text))) {
            boolean within = event.getStartMark().getIndex() >= end && event.getEndMark().getIndex() <= block.getEndMark().getIndex();
            boolean written = event.getEndMark().getIndex() > event.getStartMark().getIndex();
            end = within && written ? event.getEndMark().getIndex() : end;
        }
        return end;
    }

    /** The place after the next line break. */
    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private static Node value(Node node, String key) {
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
                return tuple.getValueNode();
            }
        }
        throw new IllegalArgumentException("no " + key);
    }
}
