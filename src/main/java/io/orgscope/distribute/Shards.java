package io.orgscope.distribute;

import io.orgscope.distribute.RowReader.Count;
import io.orgscope.postgres.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The expected content of the shards, for all colocated tables together. Citus cuts the range of the hash into equal
 * parts, so the shard of an organization is known before there are shards.
 *
 * @param count   the number of shards
 * @param shards  those with an organization that is known by name
 * @param rows    of all tables whose rows are known
 * @param bytes   the same
 * @param even    the rows of organizations that are not known by name. The report assumes that they are distributed
 *                evenly
 * @param largest the organization with the most bytes; null if none is known by name
 * @param left    tables about which nothing is known, with the reason
 */
public record Shards(int count, List<Shard> shards, double rows, double bytes, Part even, Largest largest, Map<TableName, String> left) {

    /** Rows, and the bytes that they take with their indexes. */
    public record Part(double rows, double bytes) {

        private Part plus(double moreRows, double moreBytes) {
            return new Part(rows + moreRows, bytes + moreBytes);
        }
    }

    /**
     * One shard of each table.
     *
     * @param number from 0, in the order of the hash
     */
    public record Shard(int number, int organizations, Part part) {
    }

    /**
     * The largest organization.
     *
     * @param shard its shard; -1 if it is not known
     */
    public record Largest(String organization, int shard, Part part) {
    }

    private static final Part NOTHING = new Part(0, 0);
    private static final long HASHES = 1L << 32;

    static Shards of(int count, Map<TableName, Spread> spreads, Map<TableName, Long> bytes) {
        Map<String, Part> organizations = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        Map<Integer, Part> parts = new TreeMap<>();
        Map<Integer, Set<String>> members = new HashMap<>();
        Map<TableName, String> left = new TreeMap<>();
        Part all = NOTHING;
        Part even = NOTHING;
        for (Map.Entry<TableName, Spread> entry : spreads.entrySet()) {
            Spread spread = entry.getValue();
            if (spread.unknown() != null) {
                left.put(entry.getKey(), spread.unknown());
                continue;
            }
            double size = bytes.get(entry.getKey());
            double each = spread.rows() == 0 ? 0 : size / spread.rows();
            all = all.plus(spread.rows(), size);
            even = even.plus(spread.rest(), spread.rest() * each);
            for (Count one : spread.counts()) {
                int number = one.hash() == null ? -1 : number(one.hash(), count);
                numbers.put(one.organization(), number);
                organizations.merge(one.organization(), new Part(one.rows(), one.rows() * each), (a, b) -> a.plus(b.rows(), b.bytes()));
                parts.merge(number, new Part(one.rows(), one.rows() * each), (a, b) -> a.plus(b.rows(), b.bytes()));
                members.computeIfAbsent(number, key -> new HashSet<>()).add(one.organization());
            }
        }
        List<Shard> shards = new ArrayList<>();
        parts.forEach((number, part) -> shards.add(new Shard(number, members.get(number).size(), part)));
        Largest largest = organizations.entrySet().stream().max(Comparator.comparingDouble(entry -> entry.getValue().bytes()))
                .map(entry -> new Largest(entry.getKey(), numbers.get(entry.getKey()), entry.getValue())).orElse(null);
        return new Shards(count, List.copyOf(shards), all.rows(), all.bytes(), even, largest, left);
    }

    /** The part of the range of 32-bit hashes to which this one belongs. The last part takes the rest. */
    static int number(int hash, int count) {
        return (int) Math.min(count - 1L, ((long) hash - Integer.MIN_VALUE) / (HASHES / count));
    }
}
