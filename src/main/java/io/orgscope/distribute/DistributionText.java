package io.orgscope.distribute;

import io.orgscope.distribute.DistributionReport.Entry;
import io.orgscope.postgres.TableName;
import io.orgscope.report.LineWidth;
import io.orgscope.report.Listing;
import io.orgscope.report.Quantity;
import io.orgscope.report.ReportTable;
import io.orgscope.report.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The report for people. Obstacles with the same remedy are listed together. */
public final class DistributionText {

    /** From this share on, the report says that the largest organization is much larger than the others. */
    private static final double SKEW = 0.2;
    private static final int MOST_NAMES = 5;

    private final DistributionReport report;
    private final String heading;
    private final StringBuilder out = new StringBuilder();

    /** @param heading the beginning of a heading in Markdown; null for a terminal */
    private DistributionText(DistributionReport report, String heading) {
        this.report = report;
        this.heading = heading;
    }

    /** For a terminal. */
    public static String text(DistributionReport report) {
        return new DistributionText(report, null).write();
    }

    /**
     * In Markdown.
     *
     * @param heading the beginning of the first heading, {@code #} or {@code ##}
     */
    public static String markdown(DistributionReport report, String heading) {
        return new DistributionText(report, heading).write();
    }

    private String write() {
        heading("", "Citus: what to distribute, and the obstacles");
        sentence(summary());
        table(tables());
        obstacles("Obstacles", Obstacle::blocking);
        obstacles("What is different afterwards", obstacle -> !obstacle.blocking());
        heading("#", "Shards");
        shardSentences().forEach(this::sentence);
        if (!report.shards().shards().isEmpty()) {
            table(shards());
        }
        return out.toString().stripTrailing() + "\n";
    }

    private void heading(String deeper, String title) {
        out.append(heading == null ? title + "\n" + "\n" : heading + deeper + " " + title + "\n\n");
    }

    private void sentence(String text) {
        out.append(heading == null ? String.join("\n", LineWidth.wrap(Text.line(text), LineWidth.COLUMNS)) : Text.markdown(text)).append("\n\n");
    }

    private void table(ReportTable table) {
        out.append(heading == null ? table.toText(false) : table.toMarkdown()).append('\n');
    }

    /** In one or two sentences. */
    private String summary() {
        long ready = report.tables().stream().filter(entry -> entry.kind() != TableKind.LOCAL && entry.blocking().isEmpty()).count();
        long blocking = report.tables().stream().mapToLong(entry -> entry.blocking().size()).sum();
        return Quantity.count(report.ofKind(TableKind.DISTRIBUTED).size(), "distributed table") + ", "
                + Quantity.count(report.ofKind(TableKind.REFERENCE).size(), "reference table") + ", "
                + Quantity.count(report.ofKind(TableKind.LOCAL).size(), "local table") + ". " + (blocking == 0 ? "There are no obstacles."
                : Quantity.count(blocking, "obstacle") + " to remove first. Of the tables that are to leave the coordinator, " + ready
                        + (ready == 1 ? " has" : " have") + " none.");
    }

    private ReportTable tables() {
        ReportTable table = new ReportTable("Table", "Kind", "Rows", "Size", "Largest share", "Obstacles", "Why").code(0).right(2, 3, 4, 5);
        for (TableKind kind : TableKind.values()) {
            for (Entry entry : report.ofKind(kind)) {
                table.row(entry.subject().name(), entry.kind(), rows(entry), Quantity.bytes(entry.subject().table().bytes()), largest(entry),
                        entry.blocking().size(), entry.reason());
            }
        }
        return table;
    }

    private static String rows(Entry entry) {
        boolean counted = entry.spread() != null && entry.spread().counted();
        double rows = counted ? entry.spread().rows() : entry.subject().rows();
        return rows < 0 ? "" : number(rows);
    }

    private static String largest(Entry entry) {
        return Optional.ofNullable(entry.spread()).flatMap(Spread::largest).map(DistributionText::percent).orElse("");
    }

    private void obstacles(String title, Predicate<Obstacle> wanted) {
        Map<String, ReportTable> byRemedy = new LinkedHashMap<>();
        for (Obstacle.Cause cause : Obstacle.Cause.values()) {
            report.tables().forEach(entry -> entry.obstacles().stream().filter(obstacle -> obstacle.cause() == cause && wanted.test(obstacle))
                    .forEach(obstacle -> byRemedy.computeIfAbsent(obstacle.remedy(), remedy -> new ReportTable("Table", "What").code(0))
                            .row(entry.subject().name(), obstacle.what())));
        }
        if (!byRemedy.isEmpty()) {
            heading("#", title);
            byRemedy.forEach((remedy, rows) -> {
                sentence(remedy);
                table(rows);
            });
        }
    }

    private List<String> shardSentences() {
        Shards shards = report.shards();
        List<String> sentences = new ArrayList<>();
        sentences.add("With " + shards.count() + " shards for each table (citus.shard_count). " + (report.counted() ? "The rows were counted."
                : "By PostgreSQL's statistics; orgscope-plan --target=citus --check-data=true counts the rows.") + " A size contains the indexes.");
        if (shards.even().rows() >= 1) {
            sentences.add(number(shards.even().rows()) + " rows (" + Quantity.bytes((long) shards.even().bytes()) + ") are of organizations that the"
                    + " statistics do not name. They are spread over all shards, and the table below does not have them.");
        }
        Map<String, List<TableName>> left = new TreeMap<>();
        shards.left().forEach((table, why) -> left.computeIfAbsent(why, key -> new ArrayList<>()).add(table));
        left.forEach((why, names) -> sentences.add("Left out, because " + why + ": " + Listing.commas(names.stream().map(TableName::toString).toList(), MOST_NAMES)
                + "."));
        if (shards.largest() != null && shards.bytes() > 0) {
            sentences.add(skew(shards));
        }
        return sentences;
    }

    private static String skew(Shards shards) {
        Shards.Largest largest = shards.largest();
        double share = share(largest.part(), shards);
        String where = largest.shard() < 0 ? "" : ". It would be on shard " + largest.shard();
        return "The largest organization, " + largest.organization() + ", has " + percent(share) + " of the bytes" + where + "." + (share < SKEW ? ""
                : " This is skew: an organization stays on one shard, and a shard on one node, so more nodes take no load from it."
                        + " isolate_tenant_to_new_shard() gives it a shard of its own, which can have a node of its own.");
    }

    private ReportTable shards() {
        ReportTable table = new ReportTable("Shard", "Organizations", "Rows", "Size", "Share").right(0, 1, 2, 3, 4);
        for (Shards.Shard shard : report.shards().shards()) {
            table.row(shard.number() < 0 ? "not known" : shard.number(), shard.organizations(), number(shard.part().rows()),
                    Quantity.bytes((long) shard.part().bytes()), percent(share(shard.part(), report.shards())));
        }
        return table;
    }

    private static double share(Shards.Part part, Shards shards) {
        return shards.bytes() == 0 ? 0 : part.bytes() / shards.bytes();
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
