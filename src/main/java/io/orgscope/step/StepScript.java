package io.orgscope.step;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.LockPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The actions of a step as plain SQL, to read and to run with {@code psql}, one statement in each transaction. Lock
 * requests are as short as live ones. The script repeats them. SQL that is the same for all tables is a {@link
 * ScriptProcedure}, and the script has it once.
 */
public final class StepScript {

    /**
     * A timeout of the session would end a backfill early, or leave an INVALID index of a concurrent build. If row
     * security hides rows from this role, the statement has to fail.
     */
    private static final String SET = "SET statement_timeout = 0; SET lock_timeout = 0; SET row_security = off;";
    private static final String RESET = "RESET statement_timeout; RESET lock_timeout; RESET row_security";

    private StepScript() {
    }

    /**
     * The actions as one block of the script. Each statement in it ends a line, and the last one has no semicolon yet.
     * The definitions of procedures have empty lines around them.
     *
     * @param procedures those of the script; what it gets is added
     * @return empty if there is nothing to write
     */
    static Optional<String> of(List<Action> actions, LockPolicy locks, ScriptProcedures procedures) {
        List<String> lines = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        for (Action action : actions) {
            if (action instanceof Action.Work work) {
                work.procedures().forEach(procedures::know);
            }
            List<String> statements = statements(action, locks, procedures);
            definitions.addAll(procedures.missing(statements));
            statements.forEach(statement -> lines.add(isComment(statement) ? statement : statement + ";"));
        }
        if (lines.stream().allMatch(StepScript::isComment)) {
            return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
        }
        String defined = definitions.stream().map(definition -> "\n" + definition + ";\n").collect(Collectors.joining());
        return Optional.of(SET + "\n" + (defined.isEmpty() ? "" : defined + "\n") + String.join("\n", lines) + "\n" + RESET);
    }

    private static boolean isComment(String statement) {
        return statement.lines().allMatch(line -> line.startsWith("--"));
    }

    private static List<String> statements(Action action, LockPolicy locks, ScriptProcedures procedures) {
        if (action instanceof Action.Brief brief) {
            return List.of(withLock(brief, locks, procedures));
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

    /** A single statement stands on the line of the call. */
    private static String withLock(Action.Brief brief, LockPolicy locks, ScriptProcedures procedures) {
        List<String> statements = brief.script().stream().map(statement -> Literal.dollar(statement.sql(procedures))).toList();
        String before = statements.size() == 1 ? "" : "\n  ";
        return ScriptProcedure.WITH_LOCK.call(Literal.of(brief.table().sql()), "'" + locks.timeout().toMillis() + "ms'",
                Long.toString(Math.max(1, locks.deadline().toSeconds())),
                statements.stream().map(statement -> before + statement).collect(Collectors.joining(",")));
    }
}
