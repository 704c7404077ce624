package io.orgscope.plan.decision;

import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Conventions;
import io.orgscope.plan.name.Role;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tables that say which organization had a row of another table, and when: assignments of meters, registrations of
 * horses. If something happened to the row before it was handed over, this may belong to the organization that had the
 * row then.
 */
final class Handovers {

    private static final Pattern PERIOD = Pattern.compile("(^|_)(from|since|start|starts|started|begin|begins|began|valid|effective|until|till|end|ends|ended|to"
            + "|period|during|validity)(_|$)");
    private static final Set<String> TIMES = Set.of("date", "timestamp", "timestamptz", "daterange", "tsrange", "tstzrange");

    private final Survey survey;
    private final Map<TableName, List<Reference>> incoming;
    private final Map<TableName, List<TableName>> known = new HashMap<>();

    Handovers(Survey survey) {
        this.survey = survey;
        this.incoming = survey.graph().incoming();
    }

    /** The tables that say for a period to which organization a row of {@code table} belongs. */
    List<TableName> of(TableName table) {
        return known.computeIfAbsent(table, name -> survey.roles().people(name) || survey.status(name) == ScopingStatus.ORGANIZATIONS ? List.of()
                : incoming.getOrDefault(name, List.of()).stream().filter(reference -> reference.origin() != Reference.Origin.MEMBERSHIP
                        && reference.origin() != Reference.Origin.PAIR && reference.notNull() && !reference.from().equals(name)
                        && survey.roles().byName(reference) == Role.BELONGS).map(Reference::from).distinct().filter(this::dated).filter(this::names).toList());
    }

    private boolean dated(TableName table) {
        return survey.catalog().find(table).orElseThrow().columns().stream().anyMatch(Handovers::period);
    }

    private static boolean period(Column column) {
        return TIMES.contains(column.baseType()) && PERIOD.matcher(Conventions.snake(column.name())).find();
    }

    private boolean names(TableName table) {
        return survey.has(table) || survey.graph().from(table).stream().anyMatch(reference -> survey.status(reference.to()) == ScopingStatus.ORGANIZATIONS);
    }

    /** The question for a table whose rows follow one that may have been handed over. */
    static String question(Candidate first, TableName table) {
        return "a row of " + first.reference().to() + " may have belonged to another organization before, as " + table + " may say. Does the row belong to"
                + " the one that " + first.named() + " leads to today?";
    }
}
