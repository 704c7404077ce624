package io.orgscope.isolation;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.RowSecurityRefusal;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The organizations of a proof: two that have rows in the table, and some that have none.
 *
 * @param own   a row of the organization of the session; null if only one organization has rows
 * @param other a row of another organization; null if the table is empty
 * @param organizationsWithoutRows organizations that have no row. Every row that such a session reaches belongs to
 *              another organization
 */
record ProofRows(Row own, Row other, List<String> organizationsWithoutRows) {

    /**
     * A row.
     *
     * @param organization the key of its organization as text
     * @param key          a condition that finds the row
     * @param whole        the row as text
     */
    record Row(String organization, String key, String whole) {
    }

    /** The smallest and the largest values of a type, so that a policy with a wrong comparison lets one of them through. */
    private static final Map<String, List<String>> ENDS = Map.of(
            "smallint", List.of("-32768", "32767"),
            "integer", List.of("-2147483648", "2147483647"),
            "bigint", List.of("-9223372036854775808", "9223372036854775807"),
            "uuid", List.of("00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"),
            "text", List.of("!", "~~~~"), "character varying", List.of("!", "~~~~"));

    private static final String CANDIDATES = "SELECT o.%s::text FROM %s o LIMIT 500";

    /** Finds them as the migrating role. If row security binds that role too, it searches organization by organization. */
    static ProofRows of(ProofTarget proof, Attempts attempts) throws SQLException {
        Table table = proof.table();
        Connection connection = proof.connection();
        boolean bound = RowSecurityRefusal.binds(connection, table);
        Row first;
        Row second = null;
        if (bound) {
            List<Row> rows = oneByOne(proof, attempts);
            first = rows.isEmpty() ? null : rows.get(0);
            second = rows.size() < 2 ? null : rows.get(1);
        } else {
            first = attempts.session(null, null, () -> row(proof, "true").orElse(null));
            if (first != null) {
                Row found = first;
                second = attempts.session(null, null, () -> row(proof, "t." + proof.column() + " > " + proof.key(found.organization())).orElse(null));
            }
        }
        List<String> without = new ArrayList<>();
        for (String end : ENDS.getOrDefault(proof.organization().type(), List.of())) {
            boolean has = attempts.session(null, end, () -> row(proof, "t." + proof.column() + " = " + proof.key(end)).isPresent());
            if (!has) {
                without.add(end);
            }
        }
        return second == null ? new ProofRows(null, first, without) : new ProofRows(first, second, without);
    }

    private static List<Row> oneByOne(ProofTarget proof, Attempts attempts) throws SQLException {
        List<String> candidates = Sql.list(proof.connection(), CANDIDATES.formatted(Identifier.quote(proof.organizations().key()),
                proof.organizations().table().sql()), row -> row.getString(1));
        List<Row> rows = new ArrayList<>();
        for (String candidate : candidates) {
            attempts.session(null, candidate, () -> row(proof, "true")).ifPresent(rows::add);
            if (rows.size() == 2) {
                break;
            }
        }
        return rows;
    }

    /** The first row by organization that meets the condition. The index of the organization finds it. */
    static Optional<Row> row(ProofTarget proof, String condition) throws SQLException {
        Table table = proof.table();
        // Rows of several partitions have the same ctid.
        List<String> identity = table.identity().isEmpty() ? List.of("tableoid", "ctid") : table.identity();
        String key = IntStream.range(0, identity.size()).mapToObj(i -> "t." + Identifier.quote(identity.get(i)) + "::text AS k" + i).collect(Collectors.joining(", "));
        List<Row> rows = Sql.list(proof.connection(), "SELECT t." + proof.column() + "::text AS organization, t::text AS whole, " + key + " FROM "
                + table.name().sql() + " t WHERE " + condition + " ORDER BY t." + proof.column() + " LIMIT 1", row -> {
                    StringBuilder found = new StringBuilder();
                    for (int i = 0; i < identity.size(); i++) {
                        found.append(i == 0 ? "" : " AND ").append(Identifier.quote(identity.get(i))).append(" = ").append(Literal.of(row.getString("k" + i)));
                    }
                    return new Row(row.getString("organization"), found.toString(), row.getString("whole"));
                });
        return rows.stream().findFirst();
    }
}
