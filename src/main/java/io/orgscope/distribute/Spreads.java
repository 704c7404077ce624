package io.orgscope.distribute;

import io.orgscope.distribute.RowReader.Count;
import io.orgscope.distribute.RowReader.Counted;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds how many rows of the distributed tables each organization has: by counting, or from PostgreSQL's statistics. */
final class Spreads {

    private static final SqlTemplate COUNT = new SqlTemplate("""
            SELECT x.o::text AS organization, {hash} AS hash, x.n AS rows
              FROM (SELECT ({organization})::{type} AS o, pg_catalog.count(*) AS n FROM {table} t GROUP BY 1) x
             WHERE x.o IS NOT NULL
            """, Set.of("hash", "organization", "type", "table"));

    /** The statistics of a column have its most common values and the number of different values. */
    private static final SqlTemplate STATISTICS = new SqlTemplate("""
            SELECT x.*, {hash} AS hash
              FROM (SELECT w.root::bigint AS root, s.null_frac, s.n_distinct, u.frequency, u.value::{type} AS o
                      FROM ROWS FROM (pg_catalog.unnest(?::oid[]), pg_catalog.unnest(?::name[])) AS w(root, name)
                      JOIN pg_catalog.pg_class c ON c.oid = w.root
                      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                      JOIN pg_catalog.pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = w.name
                       AND s.inherited = (c.relkind = 'p')
                      LEFT JOIN LATERAL ROWS FROM (pg_catalog.unnest(s.most_common_vals::text::text[]), pg_catalog.unnest(s.most_common_freqs)) AS u(value, frequency) ON true) x
            """, Set.of("hash", "type"));

    private final Connection connection;
    private final DistributionTables tables;
    private final RowReader reader;

    /** @param reader null to use only statistics */
    Spreads(Connection connection, DistributionTables tables, RowReader reader) {
        this.connection = connection;
        this.tables = tables;
        this.reader = reader;
    }

    Map<TableName, Spread> find(List<Subject> distributed) throws SQLException {
        Map<TableName, Spread> spreads = new TreeMap<>();
        List<Subject> estimated = new ArrayList<>();
        for (Subject subject : distributed) {
            if (tables.type() == null || tables.type(subject) != null && !tables.colocated(subject)) {
                spreads.put(subject.name(), Spread.unknown("its column has another type"));
            } else if (reader != null && subject.organization() != null) {
                spreads.put(subject.name(), count(subject));
            } else if (tables.type(subject) == null) {
                spreads.put(subject.name(), Spread.unknown("it has no organization column yet"));
            } else {
                estimated.add(subject);
            }
        }
        spreads.putAll(estimate(estimated));
        return spreads;
    }

    private Spread count(Subject subject) throws SQLException {
        Counted counted = reader.count(COUNT.fill(Map.of("hash", hash(), "organization", subject.organization(), "type", tables.type().name(),
                "table", subject.name().sql())));
        return counted.refused() == null ? Spread.counted(counted.counts()) : Spread.unknown(counted.refused());
    }

    private String hash() {
        String function = tables.type().hash();
        return function == null ? "NULL::int4" : "pg_catalog." + function + "(x.o)";
    }

    private Map<TableName, Spread> estimate(List<Subject> subjects) throws SQLException {
        Map<Long, Statistics> found = new HashMap<>();
        if (!subjects.isEmpty()) {
            Sql.list(connection, STATISTICS.fill(Map.of("hash", hash(), "type", tables.type().name())), row -> {
                Statistics statistics = found.computeIfAbsent(row.getLong("root"), oid -> new Statistics(new ArrayList<>()));
                statistics.nulls = row.getDouble("null_frac");
                statistics.distinct = row.getDouble("n_distinct");
                if (row.getString("o") != null) {
                    statistics.frequencies.add(new Count(row.getString("o"), (Integer) row.getObject("hash"), row.getDouble("frequency")));
                }
                return null;
            }, subjects.stream().map(subject -> String.valueOf(subject.table().oid())).toList(),
                    subjects.stream().map(Subject::column).toList());
        }
        Map<TableName, Spread> spreads = new HashMap<>();
        for (Subject subject : subjects) {
            Statistics statistics = found.get(subject.table().oid());
            spreads.put(subject.name(), subject.rows() == 0 ? Spread.estimated(0, List.of(), 0)
                    : statistics == null || subject.rows() < 0 ? Spread.unknown("it has no statistics") : statistics.spread(subject.rows()));
        }
        return spreads;
    }

    /** The row of pg_stats for one column. */
    private static final class Statistics {

        private final List<Count> frequencies;
        private double nulls;
        private double distinct;

        Statistics(List<Count> frequencies) {
            this.frequencies = frequencies;
        }

        /** A negative number of different values is a share of the rows. */
        Spread spread(long rows) {
            double all = distinct < 0 ? -distinct * rows : distinct;
            return Spread.estimated(rows * (1 - nulls), frequencies.stream().map(count -> new Count(count.organization(), count.hash(),
                    count.rows() * rows)).toList(), Math.max(0, all - frequencies.size()));
        }
    }
}
