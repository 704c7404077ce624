package io.orgscope.scan.format;

import io.orgscope.report.Listing;
import io.orgscope.report.ReportTable;
import io.orgscope.report.Text;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.Severity;
import io.orgscope.scan.rule.References;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings in Markdown: one issue for each rule. Its meaning and what to do are visible. Its tables and the lines
 * to paste are folded.
 */
final class MarkdownIssues {

    private static final int NAMED = 5;

    private final Map<Rule, List<Finding>> byRule = new LinkedHashMap<>();
    private final Map<Rule, Integer> numbers = new LinkedHashMap<>();
    /** The lines that are shown already, with their issue. */
    private final Map<String, Integer> shown = new LinkedHashMap<>();
    /** The first issue with a declaration of isolation; null before it. */
    private Integer isolation;

    MarkdownIssues(List<Finding> findings) {
        findings.forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding));
        byRule.keySet().forEach(rule -> numbers.put(rule, numbers.size() + 1));
    }

    /** One line for each issue. */
    ReportTable overview() {
        ReportTable table = new ReportTable("Issue", "Severity", "What", "Rule", "Found").code(3).right(0, 4);
        byRule.forEach((rule, findings) -> table.row("#" + numbers.get(rule), icon(rule.severity()) + " " + rule.severity(), rule.title(),
                rule.id(), findings.size()));
        return table;
    }

    String of(Severity severity) {
        return byRule.keySet().stream().filter(rule -> rule.severity() == severity).map(rule -> issue(rule, byRule.get(rule)))
                .collect(Collectors.joining());
    }

    private String issue(Rule rule, List<Finding> findings) {
        StringBuilder out = new StringBuilder("### Issue #" + numbers.get(rule) + ": " + rule.title() + where(findings) + "\n\n");
        out.append("**Severity:** ").append(icon(rule.severity())).append(' ').append(rule.severity()).append("  \n**Rule:** ")
                .append(Text.markdownCode(rule.id())).append("\n\n");
        if (findings.size() == 1) {
            out.append("**Description:** ").append(Text.markdown(found(findings.get(0)))).append("\n\n");
        }
        out.append("**Impact:** ").append(Text.markdown(rule.why())).append("\n\n").append(advice(findings));
        if (findings.size() > 1) {
            out.append(folded(findings.size() + " findings", places(findings).toMarkdown()));
        }
        for (Remedy.Target target : Remedy.Target.values()) {
            paste(out, rule, target, findings.stream().map(Finding::remedy)
                    .filter(remedy -> remedy.file() == target && !remedy.lines().isEmpty()).map(Remedy::lines).collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        return out.toString();
    }

    private static String where(List<Finding> findings) {
        List<String> tables = findings.stream().filter(finding -> finding.table() != null).map(Finding::tableName).distinct().toList();
        return tables.isEmpty() ? "" : tables.size() == 1 ? " in " + Text.markdownCode(tables.get(0)) : " in " + tables.size() + " tables";
    }

    /** The message, and every reference with its name, which the baseline needs. */
    private static String found(Finding finding) {
        String object = finding.object() == null ? "" : finding.object() + ": ";
        return finding.parts().isEmpty() ? object + finding.message() : finding.parts().size() + " "
                + (finding.parts().size() == 1 ? "reference: " : "references: ")
                + finding.parts().stream().map(part -> part.object() + " " + References.brief(part)).collect(Collectors.joining("; ")) + ".";
    }

    private static ReportTable places(List<Finding> findings) {
        ReportTable table = new ReportTable("Table", "Found").code(0);
        findings.forEach(finding -> table.row(finding.tableName(), found(finding)));
        return table;
    }

    /** What to do: one sentence if it is the same for all, else a list. */
    private static String advice(List<Finding> findings) {
        Map<String, List<String>> tables = findings.stream().collect(Collectors.groupingBy(finding -> finding.remedy().advice(),
                LinkedHashMap::new, Collectors.mapping(Finding::tableName, Collectors.toList())));
        if (tables.size() == 1) {
            return "**Remedy:** " + Text.markdown(findings.get(0).remedy().advice()) + "\n\n";
        }
        List<String> items = new ArrayList<>();
        tables.forEach((advice, names) -> items.add("- " + Listing.commas(names.stream().map(Text::markdownCode).toList(), NAMED) + ": " + Text.markdown(advice) + "\n"));
        int inSight = Math.min(NAMED, items.size());
        return "**Remedy:**\n\n" + String.join("", items.subList(0, inSight)) + "\n" + (items.size() == inSight ? ""
                : folded((items.size() - inSight) + " more", String.join("", items.subList(inSight, items.size()))));
    }

    private void paste(StringBuilder out, Rule rule, Remedy.Target target, Set<String> blocks) {
        Set<Integer> earlier = new LinkedHashSet<>();
        Set<String> fresh = new LinkedHashSet<>();
        for (String block : blocks) {
            Integer issue = shown.putIfAbsent(block, numbers.get(rule));
            if (issue == null) {
                fresh.add(block);
            } else {
                earlier.add(issue);
            }
        }
        if (!earlier.isEmpty()) {
            out.append(fresh.isEmpty() ? "The lines are those of " : "Some lines are those of ").append(earlier.size() == 1 ? "issue " : "issues ")
                    .append(earlier.stream().map(issue -> "#" + issue).collect(Collectors.joining(", "))).append(".\n\n");
        }
        if (!fresh.isEmpty()) {
            String beside = target != Remedy.Target.ISOLATION || isolation == null ? "" : ", within the isolation: of issue #" + isolation + ", with one rows:";
            isolation = target != Remedy.Target.ISOLATION || isolation != null ? isolation : numbers.get(rule);
            out.append(folded("Paste " + target.place() + beside, Text.markdownBlock(target.language(), Remedy.merged(target, fresh))));
        }
    }

    /** The text behind a line that opens it. The summary must not contain characters with a meaning in Markdown or HTML. */
    static String folded(String summary, String text) {
        return "<details><summary>" + summary + "</summary>\n\n" + text.stripTrailing() + "\n\n</details>\n\n";
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "🔴";
            case WARNING -> "🟡";
            case INFO -> "🔵";
        };
    }
}
