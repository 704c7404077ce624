package io.orgscope.plan;

import io.orgscope.distribute.Belonging;
import io.orgscope.distribute.DistributionReport;
import io.orgscope.distribute.RowReader;
import io.orgscope.distribute.RowReader.Count;
import io.orgscope.distribute.RowReader.Counted;
import io.orgscope.distribute.Subject;
import io.orgscope.plan.advice.Estimator;
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
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.TableDeclaration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks {@link io.orgscope.distribute} about the tables of a plan. The plan's status of a table decides on its kind. */
public final class Distribution {

    private static final long MOST_SHARDS = 64_000;

    private final Planner planner;
    private final Plan plan;

    private Distribution(Planner planner, Plan plan) {
        this.planner = planner;
        this.plan = plan;
    }

    /** The report. It reads rows only if the plan does. */
    static DistributionReport of(Connection connection, PlanOptions options, int shardCount) throws SQLException {
        Planner planner = new Planner(connection, options);
        Distribution distribution = new Distribution(planner, planner.plan());
        List<Subject> subjects = distribution.plan.tables().stream().map(distribution::subject).toList();
        return DistributionReport.of(connection, distribution.plan.organizations(), subjects, shardCount,
                options.checkData() ? counting(new ReadOnly(connection, options.statementTimeout())) : null);
    }

    /**
     * The report about what step 15 makes of a declaration. It reads no rows. Only tables with {@code distribute: citus} are distributed.
     */
    public static DistributionReport declared(Connection connection, String schema, OrgScopeFile file) throws SQLException {
        Planner planner = new Planner(connection, PlanOptions.of(schema), file);
        Distribution distribution = new Distribution(planner, planner.plan());
        Set<TableName> wanted = file.tables().stream().filter(TableDeclaration::distributed).map(table -> table.name(schema))
                .collect(Collectors.toSet());
        List<Subject> subjects = distribution.plan.tables().stream().map(distribution::subject)
                .map(subject -> wanted.contains(subject.name()) || subject.belonging() != Belonging.ONE_ORGANIZATION ? subject
                        : subject.leftOut("It is not declared with distribute: citus.")).toList();
        return DistributionReport.of(connection, distribution.plan.organizations(), subjects, DistributionReport.SHARDS, null);
    }

    /** @throws OrgScopeException for another target */
    public static void requireCitus(String target) {
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
        return DistributionSubjects.of(planner.survey(), planned.table(), planned.question(), planned.unique(),
                planned.estimate() == null ? Estimator.rows(planned.table()) : planned.estimate().rows(), organization(planned.table().name()));
    }

    /** SQL for the organization of a row {@code t}: its own column, else what its routes give; null if there is neither. */
    private String organization(TableName table) {
        Survey survey = planner.survey();
        String own = survey.has(table) ? "t." + Identifier.quote(survey.columnOf(table)) : null;
        List<Route> routes = survey.status(table) == ScopingStatus.SCOPED ? List.of() : planner.routes(table);
        try {
            String routed = routes.isEmpty() ? null : new RowAnswers(survey, planner::routes).of(table, routes, "t", 0);
            return own == null ? routed : routed == null ? own : "coalesce(" + own + ", " + routed + ")";
        } catch (RowAnswers.TooLarge tooLarge) {
            return own;
        }
    }
}
