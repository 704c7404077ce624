package io.orgscope.step;

import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.LockRetry;
import io.orgscope.postgres.MigrationSession;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowContents;
import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the actions of a step on a live connection, in autocommit mode and in a {@link
 * io.orgscope.postgres.MigrationSession}.
 */
public final class StepRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    private final Connection connection;
    private final LockRetry retry;

    public StepRunner(Connection connection, LockPolicy locks) {
        this.connection = connection;
        this.retry = new LockRetry(connection, locks);
    }

    /**
     * Runs one action after the other.
     *
     * @throws SQLException from the first action that fails. The actions before it stay done, and the next run
     * continues there
     */
    public void run(List<Action> actions) throws SQLException {
        run(actions, null);
    }

    /**
     * The same. If a brief action is the last one, the settings are restored in its round trip.
     *
     * @param session the session of the step; null for none
     */
    void run(List<Action> actions, MigrationSession session) throws SQLException {
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            if (action instanceof Action.Brief brief) {
                brief.statements().forEach(statement -> LOG.debug("{}", statement));
                boolean last = session != null && i == actions.size() - 1;
                run(brief, last ? session.restoring() : "");
                if (last) {
                    session.restored();
                }
            } else if (action instanceof Action.Concurrent concurrent) {
                LOG.debug("{}", concurrent.statement());
                Sql.execute(connection, concurrent.statement());
            } else if (action instanceof Action.Work work) {
                work.live().run(connection);
            } else if (action instanceof Action.Note note) {
                LOG.info("{}", note.text());
                if (note.adopted() != null) {
                    UpdateSummary.current().adopted(note.adopted());
                }
            }
        }
    }

    private void run(Action.Brief brief, String then) throws SQLException {
        try {
            retry.run(brief.tables(), brief.also(), brief.statements(), then);
        } catch (SQLException failed) {
            Optional<String> message = brief.broken() == null ? Optional.empty() : message(brief.broken(), failed);
            if (message.isEmpty()) {
                throw failed;
            }
            throw new OrgScopeException(message.get(), RowContents.removed(failed));
        }
    }

    /** If the query for the rows fails, the first failure is reported. */
    private Optional<String> message(Action.Broken broken, SQLException failed) {
        try {
            return broken.message(connection, failed);
        } catch (SQLException unanswered) {
            failed.addSuppressed(unanswered);
            return Optional.empty();
        }
    }
}
