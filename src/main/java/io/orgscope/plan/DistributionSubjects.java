package io.orgscope.plan;

import io.orgscope.distribute.Belonging;
import io.orgscope.distribute.Subject;
import io.orgscope.plan.advice.UniqueAdvice;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** Tells {@link io.orgscope.distribute} what was found about a table, in the same way for the plan and for the scan. */
final class DistributionSubjects {

    private DistributionSubjects() {
    }

    /**
     * One table.
     *
     * @param question     what has to be decided first; null if nothing is open
     * @param rows         the number of its rows, counted or estimated
     * @param organization SQL for the organization of its row {@code t}; null if no row is to be read
     */
    static Subject of(Survey survey, Table table, String question, List<UniqueAdvice> unique, long rows, String organization) {
        TableName name = table.name();
        String column = survey.status(name) == ScopingStatus.ORGANIZATIONS ? survey.organizations().key() : survey.columnOf(name);
        return new Subject(table, belonging(survey, name), column, question, survey.reason(name), unique.stream().filter(advice -> !advice.swap())
                .map(UniqueAdvice::index).map(Index::name).collect(Collectors.toSet()), rows, organization);
    }

    /** A table that the user has declared belongs to one organization, whatever was found. */
    private static Belonging belonging(Survey survey, TableName table) {
        return survey.declared().containsKey(table) ? Belonging.ONE_ORGANIZATION : switch (survey.status(table)) {
            case ORGANIZATIONS -> Belonging.ORGANIZATIONS;
            case SCOPED, PARTIAL, OPEN -> Belonging.ONE_ORGANIZATION;
            case SHARED -> Belonging.SEVERAL_ORGANIZATIONS;
            case GLOBAL -> Belonging.NO_ORGANIZATION;
            case UNKNOWN -> Belonging.UNKNOWN;
            case UNSUPPORTED, TOOLING -> Belonging.LEFT_OUT;
        };
    }
}
