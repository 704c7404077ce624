package io.orgscope.plan.decision;

import io.orgscope.plan.graph.JoinPath;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Role;
import io.orgscope.plan.survey.ReadOnly;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Checks on the rows whether a reference will cross organizations after the plan is carried out. The last step of an
 * update refuses that, so it is better to know it before the first step.
 *
 * <p>References on which the candidates of a table were compared are not checked again. What is left are mostly
 * references of rows with their own organization, and references of a table to itself.
 */
public final class CrossOrganizationReferences {

    private final Survey survey;
    private final RowAnswers answers;
    private final Function<TableName, List<Route>> routes;
    private final Predicate<Reference> compared;
    private final ReadOnly reader;

    public CrossOrganizationReferences(Survey survey, Function<TableName, List<Route>> routes, Predicate<Reference> compared, ReadOnly reader) {
        this.survey = survey;
        this.compared = compared;
        this.routes = routes;
        this.answers = new RowAnswers(survey, routes);
        this.reader = reader;
    }

    /**
     * The questions, by the table that cannot be migrated before they are answered.
     *
     * @param planned which tables would be migrated
     */
    public Map<TableName, String> questions(Predicate<TableName> planned) throws SQLException {
        Map<TableName, String> questions = new LinkedHashMap<>();
        for (TableName name : survey.tables()) {
            Table table = survey.catalog().find(name).orElseThrow();
            for (Reference reference : references(name)) {
                boolean concerns = planned.test(name) || planned.test(reference.to()) && (reference.declared() || survey.of(name) == ScopingStatus.SCOPED);
                if (concerns && !compared.test(reference) && carries(name, planned) && carries(reference.to(), planned)) {
                    String question = question(table, reference);
                    if (question != null) {
                        questions.putIfAbsent(planned.test(name) ? name : reference.to(), question);
                    }
                }
            }
        }
        return questions;
    }

    /** The foreign keys, what leads to a row by its name alone, and columns without a key that name another row of their own table. */
    private List<Reference> references(TableName name) {
        List<Reference> all = new ArrayList<>();
        for (Reference reference : survey.graph().from(name)) {
            if (reference.origin() == Reference.Origin.FOREIGN_KEY || reference.origin() == Reference.Origin.CONVENTION
                    && survey.roles().of(reference) == Role.BELONGS) {
                all.add(reference);
            }
        }
        all.addAll(survey.graph().toItself(name));
        return all;
    }

    private boolean carries(TableName table, Predicate<TableName> planned) {
        return planned.test(table) || survey.has(table) || survey.declared().containsKey(table);
    }

    private String question(Table table, Reference reference) throws SQLException {
        JoinPath way = new JoinPath(reference.columns(), List.of(new JoinPath.Step(reference.to(), reference.key(),
                List.of(survey.columnOf(reference.to())))), null);
        try {
            String here = own(table.name());
            String there = answers.of(table.name(), List.of(way.route(table.name().schema())), "t", 0);
            RowKeys rows = reader.run(connection -> RowKeys.ofQuery(connection, "SELECT x.key FROM (SELECT "
                    + RowKeys.key(table, "t") + " AS key, " + here + " AS here, " + there + " AS there FROM " + table.name().sql()
                    + " t OFFSET 0) x WHERE x.here <> x.there"));
            return rows.count() == 0 ? null : message(table, reference, rows);
        } catch (ReadOnly.Refused | RowAnswers.TooLarge notAsked) {
            return null;
        }
    }

    private static String message(Table table, Reference reference, RowKeys rows) {
        Optional<ForeignKey> key = table.foreignKeys().stream().filter(found -> found.columns().equals(reference.columns())
                && found.target().equals(reference.to())).findFirst();
        return key.map(found -> "by " + found.name() + " rows of " + table.name() + " would reference rows of another organization, which the last step"
                + " of an update refuses: " + rows + ". Correct these rows, or what gives them their organization")
                .orElseGet(() -> "by " + String.join(", ", reference.columns()) + ", which has no foreign key, rows of " + table.name()
                        + " would reference rows of another organization: " + rows + ". Whose are they?");
    }

    /** The organization that the row has, else the one that it will get. */
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
