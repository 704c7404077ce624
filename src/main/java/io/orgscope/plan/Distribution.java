package io.orgscope.plan;

import io.orgscope.distribute.Belonging;
import io.orgscope.distribute.DistributionReport;
import io.orgscope.distribute.RowReader;
import io.orgscope.distribute.RowReader.Count;
import io.orgscope.distribute.RowReader.Counted;
import io.orgscope.distribute.Subject;
import io.orgscope.plan.advice.Estimator;
import io.orgscope.plan.advice.UniqueAdvice;
import io.orgscope.plan.decision.RowAnswers;
import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.survey.ReadOnly;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Route;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks {@link io.orgscope.distribute} about the tables of a plan: what the plan says of a table is what decides its kind. */
final class Distribution {

    private static final long MOST_SHARDS = 64_000;

    private final Planner planner;
    private final Plan plan;

    private Distribution(Planner planner, Plan plan) {
        this.planner = planner;
        this.plan = plan;
    }

    /** The report. It asks the rows only if the plan does. */
    static DistributionReport of(Connection connection, PlanOptions options, int shardCount) throws SQLException {
        Planner planner = new Planner(connection, options);
        Distribution distribution = new Distribution(planner, planner.plan());
        List<Subject> subjects = distribution.plan.tables().stream().map(distribution::subject).toList();
        return DistributionReport.of(connection, distribution.plan.organizations(), subjects, shardCount,
                options.checkData() ? counting(new ReadOnly(connection, options.statementTimeout())) : null);
    }

    static void requireCitus(String target) {
        if (!"citus".equalsIgnoreCase(target.strip())) {
            throw new OrgScopeException("target has to be citus, not '" + target + "'. Correct it, or leave it out.");
        }
    }

    static int shardCount(long given) {
        if (given < 0 || given > MOST_SHARDS) {
            throw new OrgScopeException("shardCount has to be from 1 to " + MOST_SHARDS + ", or 0 for " + DistributionReport.SHARDS + ".");
        }
        return given == 0 ? DistributionReport.SHARDS : (int) given;
    }

    private static RowReader counting(ReadOnly reader) {
        return sql -> {
            try {
                return new Counted(reader.run(connection -> Sql.list(connection, sql, row -> new Count(row.getString("organization"),
                        (Integer) row.getObject("hash"), row.getDouble("rows")))), null);
            } catch (ReadOnly.Refused refused) {
                return new Counted(List.of(), refused.getMessage());
            }
        };
    }

    private Subject subject(PlannedTable planned) {
        TableName name = planned.table().name();
        Survey survey = planner.survey();
        boolean organizations = planned.standing() == ScopingStatus.ORGANIZATIONS;
        Set<String> worldwide = planned.unique().stream().filter(advice -> !advice.swap()).map(UniqueAdvice::index).map(index -> index.name())
                .collect(Collectors.toSet());
        return new Subject(planned.table(), belonging(planned), organizations ? plan.organizations().key() : survey.columnOf(name), planned.question(),
                survey.reason(name), worldwide, planned.estimate() == null ? Estimator.rows(planned.table()) : planned.estimate().rows(), organization(name));
    }

    private static Belonging belonging(PlannedTable planned) {
        return planned.kept() ? Belonging.ONE_ORGANIZATION : switch (planned.standing()) {
            case ORGANIZATIONS -> Belonging.ORGANIZATIONS;
            case SCOPED, PARTIAL, OPEN -> Belonging.ONE_ORGANIZATION;
            case SHARED -> Belonging.SEVERAL_ORGANIZATIONS;
            case GLOBAL -> Belonging.NO_ORGANIZATION;
            case UNKNOWN -> Belonging.UNKNOWN;
            case UNSUPPORTED, TOOLING -> Belonging.LEFT_OUT;
        };
    }

    /** SQL for the organization of a row {@code t}: what it says itself, else what its routes give; null when there is neither. */
    private String organization(TableName table) {
        Survey survey = planner.survey();
        String own = survey.has(table) ? "t." + Identifier.quote(survey.columnOf(table)) : null;
        List<Route> routes = survey.of(table) == ScopingStatus.SCOPED ? List.of() : planner.routes(table);
        try {
            String routed = routes.isEmpty() ? null : new RowAnswers(survey, planner::routes).of(table, routes, "t", 0);
            return own == null ? routed : routed == null ? own : "coalesce(" + own + ", " + routed + ")";
        } catch (RowAnswers.TooLarge tooLarge) {
            return own;
        }
    }
}
