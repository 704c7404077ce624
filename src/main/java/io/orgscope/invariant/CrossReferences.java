package io.orgscope.invariant;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.reference.Crossing;
import io.orgscope.route.Organizations;
import io.orgscope.route.Types;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepPrivileges;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that a foreign key between two tables with the organization column joins with rows of another organization. As long as the
 * scoped table has no column, or an empty one, the check uses the organizations that its rows will get.
 */
final class CrossReferences {

    /** Of a table without partitions: each foreign key, and the relation at its other end. */
    private static final PreparedQuery NEIGHBOURS = PreparedQuery.of("neighbours", "oid, text, text, text", neighbours("", """
            (SELECT k.confrelid AS oid
               FROM pg_catalog.pg_constraint k WHERE k.conrelid = $1 AND k.contype = 'f' AND k.conparentid = 0
              UNION ALL
             SELECT k.conrelid
               FROM pg_catalog.pg_depend d
               JOIN pg_catalog.pg_constraint k ON k.oid = d.objid AND k.contype = 'f' AND k.confrelid = $1 AND k.conparentid = 0
              WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = $1
                AND d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass)"""));

    /** Of a partitioned table: the same, and its own partitions that have a key of their own or are referenced. */
    private static final PreparedQuery NEIGHBOURS_OF_TREE = PreparedQuery.of("neighbours_of_tree", "oid, text, text, text",
            neighbours(InheritanceTree.BY_OID, """
            (SELECT pg_catalog.unnest(ARRAY[k.conrelid, k.confrelid]) AS oid
               FROM tree
               JOIN pg_catalog.pg_constraint k ON k.conrelid = tree.oid AND k.contype = 'f' AND k.conparentid = 0
              UNION ALL
             SELECT pg_catalog.unnest(ARRAY[k.conrelid, k.confrelid])
               FROM tree
               JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = tree.oid
                AND d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
               JOIN pg_catalog.pg_constraint k ON k.oid = d.objid AND k.contype = 'f' AND k.confrelid = tree.oid AND k.conparentid = 0)"""));

    /**
     * The other table is p. Conditions of the routes are evaluated in a subquery, because the other table may have
     * columns of the same name.
     */
    private static final SqlTemplate BEFORE_IT_IS_FULL = new SqlTemplate("""
            SELECT {key} AS key
              FROM (SELECT t.tableoid, t.ctid, t.*, {organization} AS orgscope_organization FROM {rows}) t
              JOIN {other} p ON {join}
             WHERE p.{column} <> t.orgscope_organization{partition}
            """.strip(), Set.of("key", "organization", "rows", "other", "join", "column", "partition"));

    private CrossReferences() {
    }

    /**
     * The relations with their organization column: one with our record in its comment, else the one of the same name, which may be about something else. A
     * partition has the column of the whole table. A key that a partition inherits is not asked for: it holds what the key of the whole table holds. pg_depend
     * shows what references a table, because pg_constraint has no database index for that.
     */
    private static String neighbours(String before, String ends) {
        return before + """
            SELECT DISTINCT n.nspname, c.relname, wn.nspname, w.relname, scope.attname
              FROM %s other
              JOIN pg_catalog.pg_class c ON c.oid = other.oid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_class w ON w.oid = CASE WHEN c.relispartition THEN pg_catalog.pg_partition_root(c.oid)::pg_catalog.oid ELSE c.oid END
              JOIN pg_catalog.pg_namespace wn ON wn.oid = w.relnamespace
              CROSS JOIN LATERAL (SELECT coalesce(
                %s,
                (SELECT a.attname FROM pg_catalog.pg_attribute a WHERE a.attrelid = w.oid AND a.attname = $2 AND NOT a.attisdropped)) AS attname) scope
             WHERE scope.attname IS NOT NULL OR w.oid = $1
            """.formatted(ends, Ledger.recordedColumn("w.oid", "$3", "$4", "$2"));
    }

    /**
     * The table and those at the other end of its foreign keys, with the partitions that have such a key or are referenced by one.
     *
     * @param columns the organization column of each
     */
    private record Neighbours(Catalog catalog, Map<TableName, String> columns) {

        /** A column that references something else than the organizations' key is another one. */
        Optional<Column> column(TableName table, Organizations organizations) {
            String name = columns.get(table);
            return catalog.find(table).filter(found -> {
                List<ForeignKey> keys = found.foreignKeysOf(List.of(name));
                return keys.isEmpty() || keys.stream().anyMatch(key -> organizations.keyOf(name, key));
            }).flatMap(found -> found.column(name));
        }

        boolean knows(TableName table) {
            return columns.containsKey(table);
        }
    }

    static Violations violations(StepContext context) throws SQLException {
        context.sound();
        long count = 0;
        List<String> samples = new ArrayList<>();
        Neighbours neighbours = neighbours(context);
        for (ForeignKey key : suspects(context, neighbours)) {
            RowKeys rows = keys(context, List.of(key), neighbours);
            count += rows.count();
            rows.keys().stream().limit(RowKeys.HANDFUL - samples.size())
                    .forEach(row -> samples.add(key.table() + " " + row + " by " + key.name()));
        }
        return new Violations(count, samples);
    }

    /**
     * The keys whose rows have to be looked at one key after the other. As long as the table is not full, each query reads the whole table. So the keys
     * of all partitions that join the same are tried at once, and only if rows cross are they asked which ones.
     */
    private static List<ForeignKey> suspects(StepContext context, Neighbours neighbours) throws SQLException {
        List<ForeignKey> keys = keys(context, neighbours);
        if (full(context)) {
            return keys;
        }
        Map<List<Object>, List<ForeignKey>> groups = new LinkedHashMap<>();
        for (ForeignKey key : keys) {
            Ends ends = Ends.of(context, key, neighbours);
            groups.computeIfAbsent(List.of(key.pairs(), key.options().period(), ends.other, ends.referencing, ends.own.equals(context.name())),
                    first -> new ArrayList<>()).add(key);
        }
        List<ForeignKey> suspects = new ArrayList<>();
        for (List<ForeignKey> group : groups.values()) {
            if (group.size() == 1 || keys(context, group, neighbours).count() > 0) {
                suspects.addAll(group);
            }
        }
        return suspects;
    }

    /** The rows that cross. The other tables are not on the routes, so no step has asked whether this role may read them. */
    private static RowKeys keys(StepContext context, List<ForeignKey> keys, Neighbours neighbours) throws SQLException {
        try {
            return RowInvariant.keys(NoReferenceCrossesOrganizationsPrecondition.RULE.id(), context, query(context, keys, neighbours));
        } catch (OrgScopeException failed) {
            throw StepPrivileges.ofReading(context.connection(), keys(context, neighbours).stream().flatMap(key -> Stream.of(key.table(), key.target())).toList(),
                    failed);
        }
    }

    private static Neighbours neighbours(StepContext context) throws SQLException {
        Table table = context.table().orElseThrow();
        Map<TableName, String> columns = new LinkedHashMap<>();
        (table.partitioned() ? NEIGHBOURS_OF_TREE : NEIGHBOURS).list(context.connection(), row -> {
            TableName whole = new TableName(row.getString(3), row.getString(4));
            String column = whole.equals(table.name()) ? context.scope().column() : row.getString(5);
            columns.put(new TableName(row.getString(1), row.getString(2)), column);
            return columns.put(whole, column);
        }, table.oid(), context.scope().column(), Ledger.madeColumn(), Ledger.adoptedColumn());
        if (columns.isEmpty()) {
            return new Neighbours(Catalog.unknown(), columns);
        }
        columns.put(table.name(), context.scope().column());
        // Most tables reference only tables that their routes read, and those are in the catalog already.
        boolean known = columns.keySet().stream().allMatch(name -> context.catalog().find(name).isPresent());
        return new Neighbours(known ? context.catalog().only(columns.keySet()) : Catalog.of(context.connection(), columns.keySet()), columns);
    }

    private static List<ForeignKey> keys(StepContext context, Neighbours neighbours) {
        Catalog catalog = neighbours.catalog();
        return catalog.tables().stream().filter(table -> !table.partition()).flatMap(table -> catalog.foreignKeysOf(table).stream())
                .filter(key -> neighbours.knows(key.table()) && neighbours.knows(key.target()))
                .filter(key -> catalog.whole(key.table()).equals(context.name()) || catalog.whole(key.target()).equals(context.name()))
                .filter(key -> !catalog.whole(key.target()).equals(context.scope().organizations().table()))
                .filter(key -> has(context, neighbours, catalog.whole(key.table())) && has(context, neighbours, catalog.whole(key.target())))
                .filter(key -> full(context) || !catalog.whole(key.table()).equals(catalog.whole(key.target())))
                .toList();
    }

    /** Whether the table has the column, or is the one that gets it, in a type that can be compared. */
    private static boolean has(StepContext context, Neighbours neighbours, TableName table) {
        Optional<Column> column = neighbours.column(table, context.scope().organizations());
        return table.equals(context.name()) && (column.isPresent() || !context.scope().routes().isEmpty())
                || column.isPresent() && context.resolved().key().map(key -> Types.comparable(key, column.get())).orElse(true);
    }

    /** Whether every row has its organization in the column. */
    private static boolean full(StepContext context) {
        return context.columnNotNull() || context.column().isPresent() && context.scope().routes().isEmpty();
    }

    /**
     * The two ends of a key of the table that is checked.
     *
     * @param own         the table or its partition
     * @param referencing whether {@code own} has the key; else {@code other} has it
     */
    private record Ends(TableName own, TableName other, boolean referencing) {

        static Ends of(StepContext context, ForeignKey key, Neighbours neighbours) {
            boolean referencing = neighbours.catalog().whole(key.table()).equals(context.name());
            return referencing ? new Ends(key.table(), key.target(), true) : new Ends(key.target(), key.table(), false);
        }
    }

    /** The keys join the same. There are several only as long as the table is not full. */
    private static String query(StepContext context, List<ForeignKey> keys, Neighbours neighbours) {
        ForeignKey key = keys.get(0);
        if (full(context)) {
            return Crossing.query(key, neighbours.catalog(), neighbours.columns().get(key.table()), neighbours.columns().get(key.target()));
        }
        Ends ends = Ends.of(context, key, neighbours);
        return BEFORE_IT_IS_FULL.fill(word -> switch (word) {
            case "key" -> Crossing.referencing(key, neighbours.catalog(), ends.referencing ? "t" : "p");
            case "organization" -> context.resolved().organizationInRows();
            case "rows" -> context.resolved().rows();
            case "other" -> ends.other.sql();
            case "partition" -> ends.own.equals(context.name()) ? "" : within(keys.stream()
                    .map(each -> neighbours.catalog().find(Ends.of(context, each, neighbours).own).orElseThrow()).toList());
            case "join" -> ends.referencing ? Crossing.join(key, "t", "p") : Crossing.join(key, "p", "t");
            default -> Identifier.quote(neighbours.columns().get(ends.other));
        });
    }

    /** Only the rows of these partitions: a key of their own, or one that references them, says nothing about other rows. */
    private static String within(List<Table> partitions) {
        String oids = partitions.stream().map(partition -> String.valueOf(partition.oid())).collect(Collectors.joining(", ", "ARRAY[", "]::pg_catalog.oid[]"));
        return "\n   AND t.tableoid IN (" + InheritanceTree.below("pg_catalog.unnest(" + oids + ")") + "SELECT oid FROM tree)";
    }
}
