package io.orgscope.scan.rule;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.report.Listing;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Findings about the references of a table. The rules make one finding for each reference, so that the baseline can
 * accept each. The others are reported as one finding for each table, with the list of its references.
 */
public final class References {

    /** A message names at most so many; the list has all. */
    private static final int NAMED = 5;

    private References() {
    }

    /** A finding about one reference. */
    public static Finding finding(Rule rule, ScannedTable table, ForeignKey key, String message, Remedy remedy) {
        return Finding.of(rule, table.name(), object(table, key), message, remedy).with(facts(key));
    }

    /** The name of a reference in the baseline. Partitions may have foreign keys of one name. */
    static String object(ScannedTable table, ForeignKey key) {
        return key.table().equals(table.name()) ? key.name() : key.table() + "." + key.name();
    }

    /** The partition that alone has the foreign key, behind its columns; empty if the whole table has it. */
    static String partition(ScannedTable table, ForeignKey key) {
        return key.table().equals(table.name()) ? "" : " of the partition " + key.table();
    }

    /** The facts about a reference, for programs. */
    public static Map<String, Object> facts(ForeignKey key) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("columns", key.columns());
        facts.put("target", key.target().toString());
        return facts;
    }

    /** The findings. Those of one rule about references of one table become one finding. */
    public static List<Finding> byTable(List<Finding> findings) {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        findings.forEach(finding -> groups.computeIfAbsent(finding.rule().perReference()
                ? finding.rule().id() + "|" + finding.tableName() : finding.key(), key -> new ArrayList<>()).add(finding));
        return groups.values().stream().flatMap(group -> group.get(0).rule().perReference()
                ? List.of(together(group)).stream() : group.stream()).toList();
    }

    private static Finding together(List<Finding> parts) {
        Finding first = parts.get(0);
        String message = parts.size() == 1 ? first.message() : parts.size() + " " + first.rule().several() + ": "
                + Listing.separated(parts.stream().map(References::brief).toList(), NAMED, "; ") + ".";
        int weight = parts.stream().mapToInt(Finding::weight).max().orElse(0);
        return new Finding(first.rule(), first.table(), null, message, remedy(parts), weight, facts(parts), List.copyOf(parts));
    }

    private static Map<String, Object> facts(List<Finding> parts) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("references", parts.size());
        if (parts.stream().allMatch(part -> part.details().containsKey("rows"))) {
            facts.put("rows", parts.stream().mapToLong(part -> (long) part.details().get("rows")).sum());
        }
        return facts;
    }

    /** As {@code (author_id) to users}, with the number of rows if rows were counted. */
    public static String brief(Finding part) {
        @SuppressWarnings("unchecked")
        List<String> columns = (List<String>) part.details().get("columns");
        Object rows = part.details().get("rows");
        return Remedies.columns(columns) + " to " + part.details().get("target")
                + (rows == null ? "" : ", " + rows + (rows.equals(1L) ? " row" : " rows"));
    }

    private static Remedy remedy(List<Finding> parts) {
        Remedy first = parts.stream().map(Finding::remedy).filter(remedy -> !remedy.lines().isEmpty()).findFirst().orElse(parts.get(0).remedy());
        LinkedHashSet<String> lines = new LinkedHashSet<>(parts.stream().map(Finding::remedy).filter(remedy -> remedy.file() == first.file())
                .map(Remedy::lines).toList());
        return new Remedy(first.advice(), first.file(), Remedy.merged(first.file(), lines));
    }
}
