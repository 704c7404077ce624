package io.orgscope.scan.format;

import io.orgscope.report.Text;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.Severity;
import io.orgscope.scan.finding.TableState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report as one HTML file without other files: the tables as a graph around the organizations or in groups, and all
 * findings. The browser builds the page from {@link HtmlData}.
 */
public final class HtmlReport {

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");
    private static final List<String> SCRIPTS = List.of("model.js", "radial.js", "boxes.js", "lists.js", "page.js");

    private final ScanReport report;

    private HtmlReport(ScanReport report) {
        this.report = report;
    }

    public static String of(ScanReport report) {
        HtmlReport html = new HtmlReport(report);
        HtmlData data = new HtmlData(report);
        String d3 = resource("/io/orgscope/scan/d3/d3.min.js");
        Map<String, String> slots = Map.of("title", Text.html("orgscope-scan: " + report.server().database()), "meta", html.meta(),
                "cards", html.cards(), "index", data.index(), "parts", parts(data), "css", resource("html/report.css"),
                "js", String.join("", SCRIPTS.stream().map(name -> resource("html/" + name)).toList()),
                "d3", d3.replace("</script", "<\\/script"), "licence", resource("/io/orgscope/scan/d3/LICENSE"), "d3version", version(d3));
        return SLOT.matcher(resource("html/report.html")).replaceAll(slot -> Matcher.quoteReplacement(slots.get(slot.group(1))));
    }

    private static String version(String d3) {
        Matcher first = Pattern.compile("https://d3js.org v([0-9.]+)").matcher(d3);
        return first.find() ? first.group(1) : "";
    }

    private static String parts(HtmlData data) {
        StringBuilder out = new StringBuilder();
        List<String> parts = data.parts();
        for (int i = 0; i < parts.size(); i++) {
            out.append("<script type=\"text/plain\" id=\"part-").append(i).append("\">").append(parts.get(i)).append("</script>\n");
        }
        return out.toString();
    }

    private String meta() {
        return Text.html(report.at() + " · PostgreSQL " + report.server().version() + " · organizations in "
                + report.organizations().table().column(report.organizations().key()) + ", by the column " + report.column() + " · "
                + (report.checks() == null ? "catalog only" : "catalog and data"));
    }

    private String cards() {
        StringBuilder cards = new StringBuilder();
        card(cards, "", report.tables().size(), "tables");
        for (Severity severity : Severity.values()) {
            String name = severity.name().toLowerCase(Locale.ROOT);
            card(cards, report.count(severity) > 0 ? name : "", report.count(severity), name);
        }
        for (TableState state : TableState.values()) {
            if (state != TableState.ORGANIZATIONS && report.count(state) > 0) {
                card(cards, "", report.count(state), state.label());
            }
        }
        if (report.models() != null) {
            card(cards, "", report.models().size(), "models");
        }
        card(cards, "", report.accepted().size(), "accepted");
        card(cards, "", report.compliance() + " %", "compliance");
        return cards.toString();
    }

    private static void card(StringBuilder out, String style, Object number, String label) {
        out.append("<div class=\"card ").append(style).append("\"><b>").append(number).append("</b>").append(label).append("</div>\n");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
