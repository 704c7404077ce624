package io.orgscope.scan;

import io.orgscope.command.Argument;
import io.orgscope.command.ReportCommandStep;
import java.util.Map;
import liquibase.command.CommandArgumentDefinition;

/** {@code liquibase orgscope-scan}, and {@code new CommandScope("orgscopeScan")}. */
public final class OrgScopeScanCommandStep extends ReportCommandStep {

    public static final String[] COMMAND_NAME = {"orgscopeScan"};

    private static final ScanCommand COMMAND = new ScanCommand();

    private static final Map<Argument<?>, CommandArgumentDefinition<?>> ARGUMENTS = define(COMMAND_NAME, COMMAND);

    public OrgScopeScanCommandStep() {
        super(COMMAND_NAME, "report", COMMAND, ARGUMENTS);
    }
}
