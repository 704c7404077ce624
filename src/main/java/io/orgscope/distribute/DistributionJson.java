package io.orgscope.distribute;

import io.orgscope.distribute.DistributionReport.Entry;
import io.orgscope.report.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report as maps and lists, for other programs. */
public final class DistributionJson {

    private DistributionJson() {
    }

    /** The whole report. */
    public static Map<String, Object> of(DistributionReport report) {
        return Json.object("target", "citus", "organizations", report.organizations().table() + "." + report.organizations().key(),
                "rowsCounted", report.counted(), "tables", report.tables().stream().map(DistributionJson::table).toList(),
                "shards", shards(report.shards()));
    }

    private static Map<String, Object> table(Entry entry) {
        Map<String, Object> map = Json.object("schema", entry.subject().name().schema(), "table", entry.subject().name().name(),
                "kind", entry.kind().toString(), "reason", entry.reason(), "rows", entry.subject().rows() < 0 ? null : entry.subject().rows(),
                "bytes", entry.subject().table().bytes());
        if (entry.spread() != null) {
            map.put("largestShare", entry.spread().largest().orElse(null));
        }
        map.put("obstacles", entry.blocking().stream().map(DistributionJson::obstacle).toList());
        map.put("differences", entry.differences().stream().map(DistributionJson::obstacle).toList());
        return map;
    }

    private static Map<String, Object> obstacle(Obstacle obstacle) {
        return Json.object("cause", obstacle.cause().toString(), "what", obstacle.what(), "remedy", obstacle.remedy());
    }

    private static Map<String, Object> shards(Shards shards) {
        Map<String, Object> left = new LinkedHashMap<>();
        shards.left().forEach((table, why) -> left.put(table.toString(), why));
        return Json.object("count", shards.count(), "rows", Math.round(shards.rows()), "bytes", Math.round(shards.bytes()),
                "evenlySpreadRows", Math.round(shards.even().rows()), "evenlySpreadBytes", Math.round(shards.even().bytes()),
                "largest", shards.largest() == null ? null : largest(shards),
                "shards", shards.shards().stream().map(shard -> part(shard.number(), shard.organizations(), shard.part())).toList(), "leftOut", left);
    }

    private static Map<String, Object> largest(Shards shards) {
        Map<String, Object> map = Json.object("organization", shards.largest().organization(),
                "share", shards.bytes() == 0 ? null : shards.largest().part().bytes() / shards.bytes());
        map.putAll(part(shards.largest().shard(), 1, shards.largest().part()));
        return map;
    }

    private static Map<String, Object> part(int number, int organizations, Shards.Part part) {
        return Json.object("shard", number < 0 ? null : number, "organizations", organizations, "rows", Math.round(part.rows()),
                "bytes", Math.round(part.bytes()));
    }
}
