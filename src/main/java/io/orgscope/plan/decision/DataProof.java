package io.orgscope.plan.decision;

import io.orgscope.plan.survey.PolymorphicPairs;
import io.orgscope.plan.survey.ReadOnly;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SearchPath;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.route.Route;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Evaluates the candidates on the rows of a table. One query counts, and another one returns some keys of rows on which
 * they differ or that get no organization. Rows with the same values in the columns where the candidates start are
 * evaluated once.
 */
public final class DataProof {

    /** More candidates than this are not compared with each other. */
    public static final int MOST_CANDIDATES = 6;

    /**
     * The first count of the candidates. Before it are the counts of the rows, of those without an organization, and of
     * the organizations, and whether the table has a row at all.
     */
    private static final int SHARES = 4;

    private final Survey survey;
    private final RowAnswers answers;
    private final PolymorphicPairs pairs;
    private final ReadOnly reader;

    public DataProof(Survey survey, RowAnswers answers, PolymorphicPairs pairs, ReadOnly reader) {
        this.survey = survey;
        this.answers = answers;
        this.pairs = pairs;
        this.reader = reader;
    }

    /** The results of the candidates on the rows of the table. At most {@link #MOST_CANDIDATES} are evaluated. */
    public CandidateCoverage of(Table table, List<Candidate> candidates) throws SQLException {
        return of(table, candidates, open(table));
    }

    /** The same for all rows, also those that have their organization already. */
    CandidateCoverage ofAllRows(Table table, List<Candidate> candidates) throws SQLException {
        return of(table, candidates, "");
    }

    private CandidateCoverage of(Table table, List<Candidate> candidates, String rows) throws SQLException {
        List<Candidate> asked = candidates.stream().limit(MOST_CANDIDATES).toList();
        try {
            List<String> expressions = asked.stream().map(candidate -> expression(table, candidate)).toList();
            Set<String> operatorSchemas = answers.operatorSchemas(table.name(), expressions);
            return reader.run(connection -> {
                SearchPath.add(connection, operatorSchemas, true);
                return count(connection, table, asked, expressions, rows);
            });
        } catch (ReadOnly.Refused | RowAnswers.TooLarge failure) {
            return CandidateCoverage.failed(failure.getMessage());
        }
    }

    private String expression(Table table, Candidate candidate) {
        List<Route> routes = candidate.statements().stream().map(path -> (Route) path.route(table.name().schema())).toList();
        return answers.of(table.name(), routes, "t", 0);
    }

    private CandidateCoverage count(Connection connection, Table table, List<Candidate> asked, List<String> expressions, String condition)
            throws SQLException {
        List<String> wanted = new ArrayList<>(List.of("coalesce(pg_catalog.sum(x.n), 0)", "coalesce(pg_catalog.sum(x.n) FILTER (WHERE "
                + noneOf(asked.size()) + "), 0)", "pg_catalog.count(DISTINCT coalesce(" + IntStream.range(0, asked.size()).mapToObj(i -> "x.a" + i)
                .collect(Collectors.joining(", ")) + "))", "CASE WHEN EXISTS (SELECT FROM " + table.name().sql() + ") THEN 1 ELSE 0 END"));
        for (int i = 0; i < asked.size(); i++) {
            String answered = "x.a" + i + " IS NOT NULL";
            wanted.add("coalesce(pg_catalog.sum(x.n) FILTER (WHERE " + answered + "), 0)");
            wanted.add("coalesce(pg_catalog.sum(x.n) FILTER (WHERE " + answered + (i == 0 ? "" : " AND " + noneOf(i)) + "), 0)");
        }
        for (int i = 0; i < asked.size(); i++) {
            for (int j = i + 1; j < asked.size(); j++) {
                String both = " FILTER (WHERE x.a" + i + " IS NOT NULL AND x.a" + j + " IS NOT NULL)";
                wanted.add("coalesce(pg_catalog.sum(x.n) FILTER (WHERE x.a" + i + " <> x.a" + j + "), 0)");
                wanted.add("coalesce(pg_catalog.sum(x.n)" + both + ", 0)");
                wanted.add("pg_catalog.count(DISTINCT x.a" + i + ")" + both);
            }
        }
        String inputs = Identifier.list("t.", inputs(table, asked));
        String rows = "(SELECT " + inputs + ", pg_catalog.count(*) AS n FROM " + table.name().sql() + " t" + condition
                + " GROUP BY " + inputs + ") t";
        List<Long> counts = Sql.list(connection, "SELECT pg_catalog.unnest(ARRAY[" + String.join(", ", wanted) + "]::bigint[]) FROM (SELECT t.n"
                + columns(expressions) + " FROM " + rows + " OFFSET 0) x", row -> row.getLong(1));
        return evidence(connection, table, asked, expressions, counts, condition);
    }

    private CandidateCoverage evidence(Connection connection, Table table, List<Candidate> asked, List<String> expressions,
                              List<Long> counts, String condition) throws SQLException {
        List<CandidateCoverage.Share> shares = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            shares.add(new CandidateCoverage.Share(asked.get(i), counts.get(SHARES + 2 * i), counts.get(SHARES + 1 + 2 * i)));
        }
        List<CandidateCoverage.Comparison> comparisons = new ArrayList<>();
        int at = SHARES + 2 * asked.size();
        for (int i = 0; i < asked.size(); i++) {
            for (int j = i + 1; j < asked.size(); j++, at += 3) {
                List<String> keys = counts.get(at) == 0 ? List.of()
                        : keys(connection, table, List.of(expressions.get(i), expressions.get(j)), "x.a0 <> x.a1", condition);
                comparisons.add(new CandidateCoverage.Comparison(asked.get(i), asked.get(j), counts.get(at), counts.get(at + 1), counts.get(at + 2), keys));
            }
        }
        List<String> unanswered = counts.get(1) == 0 ? List.of()
                : keys(connection, table, expressions, noneOf(expressions.size()), condition);
        return new CandidateCoverage(counts.get(0), counts.get(3) == 0, counts.get(2), List.copyOf(shares), List.copyOf(comparisons), counts.get(1), unanswered, null);
    }

    private List<String> keys(Connection connection, Table table, List<String> expressions, String wanted, String condition)
            throws SQLException {
        String order = table.identity().isEmpty() ? "" : ", " + Identifier.list("t.", table.identity());
        String rank = "pg_catalog.row_number() OVER (ORDER BY " + (order.isEmpty() ? "t.ctid" : order.substring(2)) + ") AS rank";
        return Sql.list(connection, "SELECT x.key FROM (SELECT " + RowKeys.key(table, "t") + " AS key, " + rank
                + columns(expressions) + " FROM " + table.name().sql() + " t" + condition + " OFFSET 0) x WHERE " + wanted
                + " ORDER BY x.rank LIMIT " + RowKeys.HANDFUL, row -> row.getString(1));
    }

    /** Rows that have their organization already need no path to it. */
    private String open(Table table) {
        return survey.has(table.name())
                ? " WHERE t." + Identifier.quote(survey.columnOf(table.name())) + " IS NULL" : "";
    }

    private Set<String> inputs(Table table, List<Candidate> asked) {
        Set<String> inputs = new LinkedHashSet<>();
        asked.forEach(candidate -> {
            candidate.paths().forEach(path -> inputs.addAll(path.from()));
            pairs.typeOf(table.name(), candidate.columns()).ifPresent(inputs::add);
        });
        return inputs;
    }

    private static String columns(List<String> expressions) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < expressions.size(); i++) {
            columns.append(", ").append(expressions.get(i)).append(" AS a").append(i);
        }
        return columns.toString();
    }

    private static String noneOf(int count) {
        return IntStream.range(0, count).mapToObj(i -> "x.a" + i + " IS NULL")
                .collect(Collectors.joining(" AND "));
    }
}
