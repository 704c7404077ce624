package io.orgscope.scan.format;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.TableName;
import io.orgscope.report.Json;
import io.orgscope.report.Text;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The data of the HTML page, small enough for thousands of tables: JSON by columns, deflated and in base 64. The index
 * has the tables, and which rule found something where. The texts of the findings are in separate parts, which the page
 * reads when they are shown.
 */
public final class HtmlData {

    /** The number of findings in a part. */
    public static final int PART = 500;

    private final ScanReport report;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> textIndex = new HashMap<>();
    private final Map<TableName, Integer> tableIndex = new HashMap<>();

    public HtmlData(ScanReport report) {
        this.report = report;
        report.tables().forEach(table -> tableIndex.put(table.name(), tableIndex.size()));
    }

    /** The data that the page needs at once, as JSON. It has no text of a finding. */
    public String index() {
        return packed(Json.object("states", Arrays.stream(TableState.values()).map(TableState::label).toList(),
                "rules", Arrays.stream(Rule.values()).map(rule -> Json.object("id", rule.id(), "severity", rule.severity(),
                        "title", rule.title(), "why", rule.why())).toList(),
                "tables", tables(),
                "findings", Json.object("rule", report.findings().stream().map(finding -> finding.rule().ordinal()).toList(),
                        "table", report.findings().stream().map(finding -> tableIndex.getOrDefault(finding.table(), -1)).toList()),
                "partSize", PART, "sections", new HtmlSections(report).all(), "texts", texts));
    }

    private Map<String, Object> tables() {
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        for (ScannedTable table : report.tables()) {
            List<Object> references = new ArrayList<>();
            for (ForeignKey key : table.table().foreignKeys()) {
                if (tableIndex.containsKey(key.target())) {
                    references.add(tableIndex.get(key.target()));
                    references.add(text(String.join(", ", key.columns())));
                }
            }
            Map<String, Object> values = Json.object("name", Text.line(table.name().toString()), "schema", text(table.name().schema()),
                    "state", table.state().ordinal(), "reason", text(table.reason()),
                    "rows", table.table().rows() < 0 ? null : table.table().rows(), "parent", parent(table),
                    "routes", table.proposedRoute() == null ? List.of()
                            : table.proposedRoute().routes().stream().map(route -> text(route.path().toString())).toList(),
                    "references", references);
            values.forEach((name, value) -> columns.computeIfAbsent(name, first -> new ArrayList<>()).add(value));
        }
        return new LinkedHashMap<>(columns);
    }

    /**
     * The parent of the table in the graph: the first table of its route, or the organizations if it references them;
     * -1 if there is none.
     */
    private int parent(ScannedTable table) {
        if (table.state() == TableState.SHOULD_BE_SCOPED && table.proposedRoute() != null) {
            return tableIndex.getOrDefault(table.proposedRoute().to(), -1);
        }
        TableName organizations = report.organizations().table();
        boolean names = table.state() == TableState.SCOPED || table.table().foreignKeys().stream()
                .anyMatch(key -> key.target().equals(organizations));
        return names && !table.name().equals(organizations) ? tableIndex.getOrDefault(organizations, -1) : -1;
    }

    private int text(String text) {
        return textIndex.computeIfAbsent(text, added -> {
            texts.add(Text.line(added));
            return texts.size() - 1;
        });
    }

    /** The texts of the findings, in order. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < report.findings().size(); from += PART) {
            parts.add(packed(report.findings().subList(from, Math.min(from + PART, report.findings().size())).stream()
                    .map(HtmlData::detail).toList()));
        }
        return parts;
    }

    private static List<Object> detail(Finding finding) {
        boolean lines = !finding.remedy().lines().isEmpty();
        return Arrays.asList(Text.line(finding.message()), finding.object() == null ? null : Text.line(finding.object()),
                Text.line(finding.remedy().advice()), lines ? finding.remedy().file().place() : null, lines ? finding.remedy().lines() : null,
                finding.parts().isEmpty() ? null : finding.parts().stream()
                        .map(part -> List.of(Text.line(part.object()), Text.line(part.message()))).toList());
    }

    private static String packed(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(6);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(Json.compact(value).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
