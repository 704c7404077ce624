package io.orgscope.step;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.LockPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The actions of a step as plain SQL, to read and to run with {@code psql}, one statement in each transaction. Lock
 * requests are as short as live ones. The script repeats them. SQL that is the same for all tables is a {@link
 * ScriptProcedure}, and the script has it once.
 */
public final class StepScript {

    private static final List<ScriptProcedure> PROCEDURES = List.of(ScriptProcedure.WITH_LOCK, ScriptProcedure.REFUSE_IF_ANY,
            ScriptProcedure.NOTE, ScriptProcedure.FORGET, ScriptProcedure.FORGET_RETIRED);

    private StepScript() {
    }

    /**
     * The statements.
     *
     * @param created names of the procedures that the script has already; those that it gets are added
     */
    static List<String> of(List<Action> actions, LockPolicy locks, Set<String> created) {
        List<String> statements = new ArrayList<>();
        for (Action action : actions) {
            List<String> more = statements(action, locks);
            Stream.concat(PROCEDURES.stream(), action instanceof Action.Work work ? work.procedures().stream() : Stream.of())
                    .filter(procedure -> more.stream().anyMatch(procedure::isCalledIn) && created.add(procedure.name()))
                    .forEach(procedure -> statements.add(procedure.definition()));
            statements.addAll(more);
        }
        return inSession(statements);
    }

    private static List<String> statements(Action action, LockPolicy locks) {
        if (action instanceof Action.Brief brief) {
            return List.of(withLock(brief, locks));
        } else if (action instanceof Action.Concurrent concurrent) {
            return List.of(concurrent.statement());
        } else if (action instanceof Action.Work work) {
            return work.script();
        }
        return List.of("-- " + ((Action.Note) action).text().replace("\n", "\n-- "));
    }

    /** A statement that fails with the message if the query returns a row. */
    public static String refuseIfAny(String query, String message) {
        return ScriptProcedure.REFUSE_IF_ANY.call(Literal.dollar(query), Literal.of(message));
    }

    /** The same for a transaction that also runs live, where there is no procedure. */
    public static String raiseIfAny(String query, String message) {
        return "DO " + Literal.dollar("\nBEGIN\n  IF EXISTS (" + query + ") THEN\n    RAISE EXCEPTION USING MESSAGE = "
                + Literal.of(message) + ";\n  END IF;\nEND\n");
    }

    /**
     * A timeout of the session would end a backfill early, or leave an INVALID index of a concurrent build. If row
     * security hides rows from this role, the statement has to fail.
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

    private static String withLock(Action.Brief brief, LockPolicy locks) {
        return ScriptProcedure.WITH_LOCK.call(Literal.of(brief.table().sql()), "'" + locks.timeout().toMillis() + "ms'",
                Long.toString(Math.max(1, locks.deadline().toSeconds())),
                brief.statements().stream().map(statement -> "\n  " + Literal.dollar(statement)).collect(Collectors.joining(",")));
    }
}
