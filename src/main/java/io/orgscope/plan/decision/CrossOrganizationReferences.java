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
import io.orgscope.postgres.SearchPath;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** Asks the tables that cannot be migrated before the rows are corrected, and notes what could not be checked. */
    public void ask(Map<TableName, Decision> decisions) throws SQLException {
        Set<TableName> planned = decisions.entrySet().stream().filter(decision -> decision.getValue().question() == null).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (TableName name : survey.tables()) {
            Table table = survey.catalog().find(name).orElseThrow();
            for (Reference reference : references(name)) {
                TableName asked = planned.contains(name) ? name : reference.to();
                boolean concerns = planned.contains(name) || planned.contains(asked) && (reference.declared() || survey.status(name) == ScopingStatus.SCOPED);
                if (concerns && !compared.test(reference) && !follows(decisions.get(name), reference) && carries(name, planned) && carries(reference.to(), planned)) {
                    decisions.put(asked, checked(decisions.get(asked), table, reference));
                }
            }
        }
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

    /** Whether the first route follows the reference, so that each row gets the organization of the other row. */
    private boolean follows(Decision decision, Reference reference) {
        return decision != null && !survey.has(reference.from()) && !decision.chosen().isEmpty() && decision.chosen().get(0).reference().equals(reference);
    }

    private boolean carries(TableName table, Set<TableName> planned) {
        return planned.contains(table) || survey.has(table) || survey.declared().containsKey(table);
    }

    private Decision checked(Decision decision, Table table, Reference reference) throws SQLException {
        JoinPath path = new JoinPath(reference.columns(), List.of(new JoinPath.Step(reference.to(), reference.key(),
                List.of(survey.columnOf(reference.to())))), null);
        try {
            String here = own(table.name());
            String there = answers.of(table.name(), List.of(path.route(table.name().schema())), "t", 0);
            Set<String> operatorSchemas = answers.operatorSchemas(table.name(), List.of(here, there));
            RowKeys rows = reader.run(connection -> {
                SearchPath.add(connection, operatorSchemas, true);
                return RowKeys.ofQuery(connection, "SELECT x.key FROM (SELECT " + RowKeys.key(table, "t") + " AS key, " + here + " AS here, " + there
                        + " AS there FROM " + table.name().sql() + " t OFFSET 0) x WHERE x.here <> x.there");
            });
            return rows.count() == 0 ? decision : decision.asking(message(table, reference, rows));
        } catch (ReadOnly.Refused | RowAnswers.TooLarge notAsked) {
            String columns = String.join(", ", reference.columns());
            String may = " rows of " + table.name() + " may reference rows of another organization";
            String why = ". This could not be checked: " + notAsked.getMessage() + ".";
            return reference.declared() ? decision.because("By " + columns + may + ", which the last step of an update refuses" + why)
                    : decision.asking("by " + columns + ", which has no foreign key," + may + why + " Do they?");
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
