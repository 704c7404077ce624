package io.orgscope.step;

import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.LockRetry;
import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the actions of a step on a live connection that is in autocommit mode. */
public final class StepRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    private final Connection connection;
    private final LockRetry retry;

    public StepRunner(Connection connection, LockPolicy locks) {
        this.connection = connection;
        this.retry = new LockRetry(connection, locks);
    }

    /**
     * Does one action after the other.
     *
     * @throws SQLException from the first that fails; what came before it stays, and the next run goes on from there
     */
    public void run(List<Action> actions) throws SQLException {
        for (Action action : actions) {
            if (action instanceof Action.Brief brief) {
                brief.statements().forEach(statement -> LOG.debug("{}", statement));
                retry.run(brief.table(), brief.statements());
            } else if (action instanceof Action.Concurrent concurrent) {
                LOG.debug("{}", concurrent.statement());
                concurrently(concurrent.statement());
            } else if (action instanceof Action.Work work) {
                work.live().run(connection);
            } else if (action instanceof Action.Note note) {
                LOG.info("{}", note.text());
            }
        }
    }

    /** A lock_timeout or statement_timeout of the role or the database would leave an INVALID index. */
    private void concurrently(String statement) throws SQLException {
        String locks = setting("lock_timeout");
        String statements = setting("statement_timeout");
        Sql.execute(connection, "SET lock_timeout = 0");
        Sql.execute(connection, "SET statement_timeout = 0");
        try {
            Sql.execute(connection, statement);
        } finally {
            if (!connection.isClosed()) {
                restore("lock_timeout", locks);
                restore("statement_timeout", statements);
            }
        }
    }

    private String setting(String name) throws SQLException {
        return Sql.first(connection, "0", "SELECT pg_catalog.current_setting(?)", row -> row.getString(1), name);
    }

    private void restore(String name, String value) throws SQLException {
        Sql.list(connection, "SELECT pg_catalog.set_config(?, ?, false)", row -> row.getString(1), name, value);
    }
}
