package io.orgscope.plan.decision;

import io.orgscope.plan.graph.JoinPath;
import io.orgscope.plan.survey.ReadOnly;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Asks the rows whether any reference will join two organizations once the plan was carried out: the last step of an
 * update refuses that, and it is better known before the first.
 *
 * <p>What the candidates of a table were compared on is not asked again. What is left, mostly: references of rows that
 * say themselves whose they are, and references of a table to itself.
 */
public final class CrossOrganizationReferences {

    private final Survey survey;
    private final RowAnswers answers;
    private final Function<TableName, List<Route>> routes;
    private final Predicate<ForeignKey> compared;
    private final ReadOnly reader;

    public CrossOrganizationReferences(Survey survey, Function<TableName, List<Route>> routes, Predicate<ForeignKey> compared, ReadOnly reader) {
        this.survey = survey;
        this.compared = compared;
        this.routes = routes;
        this.answers = new RowAnswers(survey, routes);
        this.reader = reader;
    }

    /**
     * The questions that follow, by the table that cannot be migrated before.
     *
     * @param planned which tables would be migrated
     */
    public Map<TableName, String> questions(Predicate<TableName> planned) throws SQLException {
        Map<TableName, String> questions = new LinkedHashMap<>();
        for (TableName name : survey.tables()) {
            Table table = survey.catalog().find(name).orElseThrow();
            for (ForeignKey key : table.foreignKeys()) {
                boolean concerns = planned.test(name) || planned.test(key.target());
                if (concerns && !compared.test(key) && carries(name, planned) && carries(key.target(), planned)) {
                    String question = question(table, key);
                    if (question != null) {
                        questions.putIfAbsent(planned.test(name) ? name : key.target(), question);
                    }
                }
            }
        }
        return questions;
    }

    private boolean carries(TableName table, Predicate<TableName> planned) {
        return planned.test(table) || survey.has(table) || survey.declared().containsKey(table);
    }

    private String question(Table table, ForeignKey key) throws SQLException {
        JoinPath way = new JoinPath(key.columns(), List.of(new JoinPath.Step(key.target(), List.of(), List.of(survey.columnOf(key.target())))), null);
        try {
            String here = own(table.name());
            String there = answers.of(table.name(), List.of(way.route(table.name().schema())), "t", 0);
            RowKeys rows = reader.run(connection -> RowKeys.ofQuery(connection, "SELECT x.key FROM (SELECT "
                    + RowKeys.key(table, "t") + " AS key, " + here + " AS here, " + there + " AS there FROM " + table.name().sql()
                    + " t OFFSET 0) x WHERE x.here <> x.there"));
            return rows.count() == 0 ? null : "by " + key.name() + " rows of " + table.name() + " would reference rows of another"
                    + " organization, which the last step of an update refuses: " + rows + ". Correct these rows, or what gives them"
                    + " their organization";
        } catch (ReadOnly.Refused | RowAnswers.TooLarge notAsked) {
            return null;
        }
    }

    /** What the row holds, else what it will be given. */
    private String own(TableName table) {
        String stored = "t." + Identifier.quote(survey.columnOf(table));
        List<Route> asked = routes.apply(table);
        if (asked.isEmpty()) {
            return stored;
        }
        String routed = answers.of(table, asked, "t", 0);
        return survey.has(table) ? "coalesce(" + stored + ", " + routed + ")" : routed;
    }
}
