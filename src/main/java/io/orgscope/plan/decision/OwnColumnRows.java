package io.orgscope.plan.decision;

import io.orgscope.plan.survey.ReadOnly;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is open about the column that a table has already, by the catalog and, if the user asks for that, by the rows:
 * whether another reference gives another organization, and to whom the rows without a value belong.
 */
public final class OwnColumnRows {

    private final Survey survey;
    private final Inference inference;
    private final DataProof proof;
    private final ReadOnly reader;
    private final Function<TableName, List<Candidate>> usable;
    private final Map<TableName, String> doubts = new HashMap<>();

    /**
     * @param proof  reads the rows; null if they are not read
     * @param usable the candidates of a table that can be used
     */
    public OwnColumnRows(Survey survey, Inference inference, DataProof proof, ReadOnly reader, Function<TableName, List<Candidate>> usable) {
        this.survey = survey;
        this.inference = inference;
        this.proof = proof;
        this.reader = reader;
        this.usable = usable;
    }

    /** What contradicts the column; null if nothing does. */
    public String contradiction(Table table) throws SQLException {
        List<Candidate> all = inference.search().candidates(table.name());
        OwnColumn own = inference.own();
        Candidate column = proof == null ? null : own.candidate(table).orElse(null);
        if (column == null || own.onlyJoins(table)) {
            return own.question(table, all);
        }
        List<Candidate> asked = usable.apply(table.name());
        List<Candidate> beside = own.beside(asked);
        List<Candidate> compared = Stream.of(List.of(column), beside, own.perhapsBeside(asked)).flatMap(List::stream).distinct().toList();
        return compared.size() == 1 && own.beside(all).isEmpty() ? null : own.question(table, all, proof.ofAllRows(table, compared));
    }

    /** The open question of tables that need no entry and whose column a decision reads. */
    public String inDoubt(Decision decision) throws SQLException {
        for (TableName scoped : inference.own().readBy(decision.chosen())) {
            if (decision.question() == null && doubt(scoped) != null) {
                return OwnColumn.inDoubt(doubt(scoped));
            }
        }
        return null;
    }

    /** What contradicts the column of a table that needs no entry; null if nothing does. */
    public String doubt(TableName scoped) throws SQLException {
        if (!doubts.containsKey(scoped)) {
            doubts.put(scoped, contradiction(survey.catalog().find(scoped).orElseThrow()));
        }
        return doubts.get(scoped);
    }

    /** The organization that a row has already comes first. If there is no other route, no row may be without one. */
    public Decision first(Table table, Decision decision) throws SQLException {
        if (survey.status(table.name()) != ScopingStatus.PARTIAL) {
            return decision;
        }
        String column = survey.columnOf(table.name());
        if (survey.always(table.name())) {
            return decision.because(column + " is there already, and NOT NULL.");
        }
        Decision result = decision.because(column + " is there already and is asked first" + (decision.chosen().isEmpty() ? "."
                : "; the other routes are for rows where it is NULL."));
        if (proof == null || !decision.chosen().isEmpty()) {
            return result;
        }
        try {
            RowKeys without = reader.run(connection -> RowKeys.ofQuery(connection, "SELECT " + RowKeys.key(table, "t") + " AS key FROM "
                    + table.name().sql() + " t WHERE t." + Identifier.quote(column) + " IS NULL"));
            Decision known = result.open() == Decision.Open.NULLABLE && hasRows(table) ? result.withoutQuestion() : result;
            return without.count() == 0 ? known : known.asking("rows without " + column + " find no organization: " + without
                    + ". Give them one, or add a route for them");
        } catch (ReadOnly.Refused refused) {
            return result;
        }
    }

    /** Without any row, that none is without a value says nothing. */
    private boolean hasRows(Table table) throws SQLException, ReadOnly.Refused {
        return reader.run(connection -> Sql.first(connection, false, "SELECT EXISTS (SELECT FROM " + table.name().sql() + ")", row -> row.getBoolean(1)));
    }
}
