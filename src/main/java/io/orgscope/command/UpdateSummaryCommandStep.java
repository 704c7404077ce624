package io.orgscope.command;

import io.orgscope.step.OrganizationScopeChange;
import io.orgscope.step.UpdateSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.command.AbstractCommandStep;
import liquibase.command.CleanUpCommandStep;
import liquibase.command.CommandResultsBuilder;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;

/**
 * Says at the end of Liquibase's update commands what the steps did. It says nothing when none of our steps ran. There is a class
 * for each command: Liquibase gives a command the arguments of all commands that a step is part of.
 */
public abstract class UpdateSummaryCommandStep extends AbstractCommandStep implements CleanUpCommandStep {

    private static final String CONTRACT = "orgscope-contract";

    private final String command;

    private UpdateSummaryCommandStep(String command) {
        this.command = command;
    }

    /** At the end of {@code update}, which {@code update-testing-rollback} runs twice. */
    public static final class OfUpdate extends UpdateSummaryCommandStep {
        public OfUpdate() {
            super("update");
        }
    }

    /** At the end of {@code update-count}. */
    public static final class OfUpdateCount extends UpdateSummaryCommandStep {
        public OfUpdateCount() {
            super("updateCount");
        }
    }

    /** At the end of {@code update-to-tag}. */
    public static final class OfUpdateToTag extends UpdateSummaryCommandStep {
        public OfUpdateToTag() {
            super("updateToTag");
        }
    }

    @Override
    public String[][] defineCommandNames() {
        return new String[][] {{command}};
    }

    @Override
    public List<Class<?>> requiredDependencies() {
        return List.of(Database.class, DatabaseChangeLog.class);
    }

    /** Nothing: whether this comes before the update or after it is not defined. */
    @Override
    public void run(CommandResultsBuilder results) {
        // See cleanUp.
    }

    @Override
    public void cleanUp(CommandResultsBuilder results) {
        UpdateSummary.take().ifPresent(summary -> summary.lines(waiting(results.getCommandScope()))
                .forEach(Scope.getCurrentScope().getUI()::sendMessage));
    }

    /** Tables whose contract has not run. */
    private static long waiting(CommandScope command) {
        Database database = (Database) command.getDependency(Database.class);
        DatabaseChangeLog changeLog = (DatabaseChangeLog) command.getDependency(DatabaseChangeLog.class);
        try {
            Set<String> ran = new HashSet<>();
            database.getRanChangeSetList().forEach(done -> ran.add(done.getId() + "\n" + done.getAuthor() + "\n" + done.getChangeLog()));
            return changeLog.getChangeSets().stream().filter(changeSet -> changeSet.getLabels().getLabels().contains(CONTRACT))
                    .filter(changeSet -> !ran.contains(changeSet.getId() + "\n" + changeSet.getAuthor() + "\n" + changeSet.getFilePath()))
                    .flatMap(UpdateSummaryCommandStep::tables).distinct().count();
        } catch (DatabaseException unavailable) {
            return 0;
        }
    }

    private static Stream<String> tables(ChangeSet changeSet) {
        return changeSet.getChanges().stream().filter(OrganizationScopeChange.class::isInstance).map(OrganizationScopeChange.class::cast)
                .map(change -> change.getSchemaName() + "." + change.getTableName());
    }
}
