package io.orgscope.distribute;

import io.orgscope.postgres.Sql;
import io.orgscope.spec.Naming;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Facts of the catalog about tables beyond their own structure, as far as Citus checks them. Everything is found by the
 * oid of the table.
 */
final class DistributionFacts {

    /**
     * The type by which the rows of a table would be distributed.
     *
     * @param name      of the type, without a modifier; of the base type if it is a domain
     * @param domain    the name of the domain; null if there is none
     * @param collation null for types without one
     * @param hash      the function with which Citus would find the shard; null if the type has none
     */
    record ColumnType(String name, String domain, String collation, boolean deterministic, String hash) {

        ColumnType withoutDomain() {
            return new ColumnType(name, null, collation, deterministic, hash);
        }
    }

    /**
     * A column with a default from a sequence.
     *
     * @param types the number of types of the columns that the sequence fills
     */
    record Numbers(String column, String type, String sequence, boolean identity, int types) {
    }

    /** A view that reads a table, maybe through other views. */
    record Reader(String name, boolean materialized) {
    }

    /** A policy with a subquery, and the setting that it reads; null if it reads none. */
    record SubqueryPolicy(String name, String setting) {
    }

    /** Tables that inherit from others or from which others inherit, without partitions. */
    final Set<Long> inheriting = new HashSet<>();

    /** Tables whose replica identity is the whole row. */
    final Set<Long> wholeRows = new HashSet<>();

    /** Tables that are UNLOGGED, or have such a partition. */
    final Set<Long> unlogged = new HashSet<>();

    /** Owners of a table or its partitions that may not log in. */
    final Map<Long, List<String>> nologin = new HashMap<>();

    /** What depends on a table or its partitions and Citus drops when it converts it. */
    final Map<Long, List<String>> lost = new HashMap<>();

    /** Roles with privileges on single columns of a table or its partitions. */
    final Map<Long, List<String>> privileges = new HashMap<>();

    /** CHECK constraints of a table or its partitions that are NOT VALID or NO INHERIT. */
    final Map<Long, List<String>> checks = new HashMap<>();

    /** The tablespaces of a table, its partitions and their indexes, without the default one. */
    final Map<Long, List<String>> spaces = new HashMap<>();

    /** The types of the organization columns. */
    final Map<Long, ColumnType> columns = new HashMap<>();

    /** Exclusion constraints that compare the organization. */
    final Map<Long, List<String>> scopedExclusions = new HashMap<>();

    final Map<Long, List<SubqueryPolicy>> policies = new HashMap<>();
    final Map<Long, List<Numbers>> numbers = new HashMap<>();
    final Map<Long, List<Reader>> views = new HashMap<>();

    /** Functions that name a table. */
    final Map<Long, List<String>> functions = new HashMap<>();

    final Map<Long, List<PartitionObject>> partitionObjects = new HashMap<>();

    private DistributionFacts() {
    }

    /** Reads it for some tables in one round trip. */
    static DistributionFacts of(Connection connection, Collection<Subject> subjects) throws SQLException {
        DistributionFacts all = new DistributionFacts();
        List<String> tables = subjects.stream().map(subject -> String.valueOf(subject.table().oid())).toList();
        List<String> columns = subjects.stream().map(Subject::column).toList();
        Sql.together(connection, List.of(
                new Sql.Query(DistributionSql.TABLES, all::table, tables),
                new Sql.Query(DistributionSql.STORED, all::stored, tables),
                new Sql.Query(PartitionObject.OF_TABLES, row -> add(all.partitionObjects, row, PartitionObject.of(row)), tables, columns),
                new Sql.Query(DistributionSql.LOST, row -> add(all.lost, row, row.getString("name")), tables),
                new Sql.Query(DistributionSql.PRIVILEGES, row -> add(all.privileges, row, row.getString("name")), tables),
                new Sql.Query(DistributionSql.CHECKS, row -> add(all.checks, row, row.getString("name")), tables),
                new Sql.Query(DistributionSql.SPACES, row -> add(all.spaces, row, row.getString("name")), tables),
                new Sql.Query(DistributionSql.COLUMNS, row -> all.columns.put(row.getLong("root"), columnType(row)), tables, columns),
                new Sql.Query(DistributionSql.EXCLUSIONS, row -> add(all.scopedExclusions, row, row.getString("name")), tables, columns),
                new Sql.Query(DistributionSql.POLICIES, row -> add(all.policies, row, new SubqueryPolicy(row.getString("name"), row.getString("setting"))), tables),
                new Sql.Query(DistributionSql.SEQUENCES, row -> add(all.numbers, row, new Numbers(row.getString("name"), row.getString("type"),
                        row.getString("sequence"), row.getBoolean("identity"), row.getInt("types"))), tables),
                new Sql.Query(DistributionSql.VIEWS, row -> add(all.views, row, new Reader(row.getString("name"), row.getBoolean("materialized"))), tables),
                new Sql.Query(DistributionSql.FUNCTIONS, row -> add(all.functions, row, row.getString("name")), tables, Naming.TRIGGERS)));
        return all;
    }

    private void table(ResultSet row) throws SQLException {
        long oid = row.getLong("root");
        if (row.getBoolean("whole")) {
            wholeRows.add(oid);
        }
        if (row.getBoolean("inherits")) {
            inheriting.add(oid);
        }
    }

    private void stored(ResultSet row) throws SQLException {
        if (row.getBoolean("unlogged")) {
            unlogged.add(row.getLong("root"));
        }
        if (!row.getBoolean("rolcanlogin")) {
            add(nologin, row, row.getString("rolname"));
        }
    }

    private static ColumnType columnType(ResultSet row) throws SQLException {
        return new ColumnType(row.getString("name"), row.getString("domain"), row.getString("collation"), row.getBoolean("deterministic"),
                row.getString("hash"));
    }

    private static <T> void add(Map<Long, List<T>> all, ResultSet row, T value) throws SQLException {
        all.computeIfAbsent(row.getLong("root"), oid -> new ArrayList<>()).add(value);
    }

    /** The value for a table that has one. */
    static <T> List<T> of(Map<Long, List<T>> all, Subject subject) {
        return all.getOrDefault(subject.table().oid(), List.of());
    }
}
