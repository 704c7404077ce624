package io.orgscope.plan;

import io.orgscope.command.Argument;
import io.orgscope.command.ReportCommandStep;
import java.util.Map;
import liquibase.command.CommandArgumentDefinition;

/** {@code liquibase orgscope-plan}, and {@code new CommandScope("orgscopePlan")}. */
public final class OrgScopePlanCommandStep extends ReportCommandStep {

    public static final String[] COMMAND_NAME = {"orgscopePlan"};

    private static final PlanCommand COMMAND = new PlanCommand();

    private static final Map<Argument<?>, CommandArgumentDefinition<?>> ARGUMENTS = define(COMMAND_NAME, COMMAND);

    public OrgScopePlanCommandStep() {
        super(COMMAND_NAME, "plan", COMMAND, ARGUMENTS);
    }
}
