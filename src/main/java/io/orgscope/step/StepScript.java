package io.orgscope.step;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.LockRetry;
import java.util.ArrayList;
import java.util.List;

/**
 * The actions of a step as plain SQL, to read and to run with {@code psql}, one statement in each transaction. Lock
 * requests are as short as live ones. The script repeats them.
 */
public final class StepScript {

    private static final int ATTEMPTS_A_SECOND = 1;

    private StepScript() {
    }

    public static List<String> of(List<Action> actions, LockPolicy locks) {
        List<String> statements = new ArrayList<>();
        for (Action action : actions) {
            if (action instanceof Action.Brief brief) {
                statements.add(retried(brief, locks));
            } else if (action instanceof Action.Concurrent concurrent) {
                statements.add(concurrent.statement());
            } else if (action instanceof Action.Work work) {
                statements.addAll(work.script());
            } else if (action instanceof Action.Note note) {
                statements.add("-- " + note.text().replace("\n", "\n-- "));
            }
        }
        return inSession(statements);
    }

    /** A statement that raises when the query has a row. */
    public static String raiseIfAny(String query, String message) {
        return "DO " + Literal.dollar("\nBEGIN\n  IF EXISTS (" + query + ") THEN\n    RAISE EXCEPTION USING MESSAGE = "
                + Literal.of(message) + ";\n  END IF;\nEND\n");
    }

    /**
     * Timeouts of whoever runs the script would cut a backfill short, and leave an INVALID index of a concurrent build. Rows
     * that row security hides from this role are an error, not rows that are not there.
     */
    private static List<String> inSession(List<String> statements) {
        if (statements.stream().allMatch(statement -> statement.startsWith("--") && statement.lines().allMatch(l -> l.startsWith("--")))) {
            return statements;
        }
        List<String> all = new ArrayList<>(List.of("SET statement_timeout = 0; SET lock_timeout = 0; SET row_security = off"));
        all.addAll(statements);
        all.add("RESET statement_timeout; RESET lock_timeout; RESET row_security");
        return all;
    }

    private static String retried(Action.Brief brief, LockPolicy locks) {
        StringBuilder body = new StringBuilder("""

                BEGIN
                  FOR attempt IN 1..%d LOOP
                    BEGIN
                      PERFORM pg_catalog.set_config('lock_timeout', '%d', true);
                      %s;
                      PERFORM pg_catalog.set_config('lock_timeout', '%d', true);
                """.formatted(Math.max(1, locks.deadline().toSeconds() * ATTEMPTS_A_SECOND), LockRetry.PATIENT.toMillis(),
                LockRetry.makeAutovacuumGo(brief.table()), locks.timeout().toMillis()));
        for (String statement : brief.statements()) {
            body.append("      EXECUTE ").append(Literal.dollar(statement)).append(";\n");
        }
        return "DO " + Literal.dollar(body.append("""
                      RETURN;
                    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
                      PERFORM pg_catalog.pg_sleep(%s);
                    END;
                  END LOOP;
                  RAISE lock_not_available USING MESSAGE = 'The lock was not to be had; run the script again from here.';
                END
                """.formatted("1.0 / " + ATTEMPTS_A_SECOND)).toString());
    }
}
