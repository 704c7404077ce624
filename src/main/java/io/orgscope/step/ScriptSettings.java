package io.orgscope.step;

import io.orgscope.postgres.MigrationSession;
import java.util.Optional;

/**
 * The settings of the session that runs a script. A timeout of the session would end a backfill early, or leave an
 * INVALID index of a concurrent build. If row security hides rows from this role, a statement has to fail. Batches meet the
 * writes of the application, so a transaction has to be READ COMMITTED. A query
 * and CREATE INDEX use one process.
 *
 * <p>Change sets of ours that follow one another share them. They are reset before a change set of somebody else.
 */
final class ScriptSettings {

    /** It came with PostgreSQL 17. Before that it is no setting, so SET would fail. */
    private static final String LATER = " SELECT pg_catalog.set_config(s.name, %s, false) FROM pg_catalog.pg_settings s WHERE s.name = 'transaction_timeout';";

    /** Without them a procedure of the script refuses to run. */
    static final String SETTINGS = "SET statement_timeout = 0; SET lock_timeout = 0; SET row_security = off; SET default_transaction_isolation = 'read committed';"
            + LATER.formatted("'0'");

    /** The script gives the same result without it, but its queries and index builds read the disk with several processes. */
    private static final String ONE_PROCESS = " SET " + MigrationSession.PARALLEL + " = 0; SET " + MigrationSession.PARALLEL_BUILD + " = 0;";

    private static final String UNTIL = "-- For this change set and those that follow, until the line with RESET.\n";
    private static final String RESET = "RESET statement_timeout; RESET lock_timeout; RESET row_security; RESET default_transaction_isolation; RESET " + MigrationSession.PARALLEL
            + "; RESET " + MigrationSession.PARALLEL_BUILD + ";" + LATER.formatted("s.reset_val");

    private boolean set;

    /**
     * What stands before the statements of a change set.
     *
     * @param goesOn whether the next change of the script is ours
     */
    Optional<String> begin(boolean goesOn) {
        boolean again = set;
        set = true;
        return again ? Optional.empty() : Optional.of((goesOn ? UNTIL : "") + SETTINGS + ONE_PROCESS);
    }

    /**
     * What stands after the statements of a change set, or in place of them.
     *
     * @param goesOn whether the next change of the script is ours
     */
    Optional<String> end(boolean goesOn) {
        boolean reset = set && !goesOn;
        set = goesOn && set;
        return reset ? Optional.of(RESET) : Optional.empty();
    }
}
