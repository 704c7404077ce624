package io.orgscope.distribute;

import io.orgscope.distribute.DistributionReport.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report as maps and lists, for other programs. */
public final class DistributionJson {

    private DistributionJson() {
    }

    public static Map<String, Object> of(DistributionReport report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("target", "citus");
        map.put("organizations", report.organizations().table() + "." + report.organizations().key());
        map.put("rowsCounted", report.counted());
        map.put("tables", report.tables().stream().map(DistributionJson::table).toList());
        map.put("shards", shards(report.shards()));
        return map;
    }

    private static Map<String, Object> table(Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("schema", entry.subject().name().schema());
        map.put("table", entry.subject().name().name());
        map.put("kind", entry.kind().toString());
        map.put("reason", entry.reason());
        map.put("rows", entry.subject().rows() < 0 ? null : entry.subject().rows());
        map.put("bytes", entry.subject().table().bytes());
        if (entry.spread() != null) {
            map.put("largestShare", entry.spread().largest().orElse(null));
        }
        map.put("obstacles", entry.blocking().stream().map(DistributionJson::obstacle).toList());
        map.put("differences", entry.differences().stream().map(DistributionJson::obstacle).toList());
        return map;
    }

    private static Map<String, Object> obstacle(Obstacle obstacle) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cause", obstacle.cause().toString());
        map.put("what", obstacle.what());
        map.put("remedy", obstacle.remedy());
        return map;
    }

    private static Map<String, Object> shards(Shards shards) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("count", shards.count());
        map.put("rows", Math.round(shards.rows()));
        map.put("bytes", Math.round(shards.bytes()));
        map.put("evenlySpreadRows", Math.round(shards.even().rows()));
        map.put("evenlySpreadBytes", Math.round(shards.even().bytes()));
        map.put("largest", shards.largest() == null ? null : largest(shards));
        map.put("shards", shards.shards().stream().map(shard -> part(shard.number(), shard.organizations(), shard.part())).toList());
        Map<String, Object> left = new LinkedHashMap<>();
        shards.left().forEach((table, why) -> left.put(table.toString(), why));
        map.put("leftOut", left);
        return map;
    }

    private static Map<String, Object> largest(Shards shards) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("organization", shards.largest().organization());
        map.put("share", shards.bytes() == 0 ? null : shards.largest().part().bytes() / shards.bytes());
        map.putAll(part(shards.largest().shard(), 1, shards.largest().part()));
        return map;
    }

    private static Map<String, Object> part(int number, int organizations, Shards.Part part) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("shard", number < 0 ? null : number);
        map.put("organizations", organizations);
        map.put("rows", Math.round(part.rows()));
        map.put("bytes", Math.round(part.bytes()));
        return map;
    }
}
