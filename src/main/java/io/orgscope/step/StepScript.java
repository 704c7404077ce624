package io.orgscope.step;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SearchPath;
import io.orgscope.postgres.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The actions of a step as plain SQL, to read and to run with {@code psql}, one statement in each transaction. Lock
 * requests are as short as live ones. The script repeats them. SQL that is the same for all tables is a {@link
 * ScriptProcedure}, and the script has it once.
 */
public final class StepScript {

    private static final String PATH_BEFORE = "orgscope.search_path";

    private StepScript() {
    }

    /**
     * The actions as one block of the script. Each statement in it ends a line. The definitions of procedures have empty
     * lines around them.
     *
     * @param goesOn whether the script goes on with a change set of ours, which has the same settings of the session
     * @return empty if there is nothing to write
     */
    static Optional<String> of(List<Action> actions, LockPolicy locks, ScriptCommand command, boolean goesOn) {
        List<String> lines = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        for (Action action : actions) {
            if (action instanceof Action.Work work) {
                work.procedures().forEach(command.procedures()::know);
            }
            List<String> statements = statements(action, locks, command.procedures()).stream().filter(command::firstTime).toList();
            definitions.addAll(command.procedures().missing(statements));
            statements.forEach(statement -> lines.add(isComment(statement) ? statement : statement + ";"));
        }
        if (!lines.stream().allMatch(StepScript::isComment)) {
            if (!definitions.isEmpty()) {
                lines.add(0, definitions.stream().map(definition -> "\n" + definition + ";\n").collect(Collectors.joining()));
            }
            command.settings().begin(goesOn).ifPresent(set -> lines.add(0, set));
        }
        command.settings().end(goesOn).ifPresent(lines::add);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    /**
     * The actions with the search_path that the triggers have. Live, the session has it.
     *
     * <p>The lines are around each change set, because Liquibase may set the path between two of them.
     *
     * @param contexts of all tables that the actions are about
     */
    public static List<Action> withPath(Collection<StepContext> contexts, List<Action> actions) throws SQLException {
        Set<String> schemas = new TreeSet<>();
        for (StepContext context : contexts) {
            schemas.addAll(context.script() ? context.operatorSchemas() : Set.of());
        }
        if (schemas.isEmpty() || actions.stream().allMatch(Action.Note.class::isInstance)) {
            return actions;
        }
        String before = "pg_catalog.set_config('" + PATH_BEFORE + "', pg_catalog.current_setting('search_path'), false)";
        String with = "pg_catalog.set_config('search_path', " + SearchPath.with(schemas) + ", false)";
        String back = "pg_catalog.set_config('search_path', pg_catalog.current_setting('" + PATH_BEFORE + "'), false)";
        List<Action> all = new ArrayList<>(actions);
        all.add(0, new Action.Work(connection -> { }, List.of("-- The operators of the columns' types are in " + String.join(", ", schemas)
                + ". In another session, run this line again first.\nSELECT " + before + ", " + with)));
        all.add(new Action.Work(connection -> { }, List.of("SELECT " + back)));
        return all;
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

    /**
     * Refuses if the query returns rows. Live, the message lists them. In a script it is SQL that raises an error.
     *
     * @param query   the keys of the rows, in the column {@code key}
     * @param message from the text that lists the rows
     */
    public static Action refuseRows(String query, UnaryOperator<String> message) {
        return new Action.Work(connection -> RowKeys.requireNone(connection, query, message), List.of(refuseIfAny(query, message.apply("rows"))));
    }

    /**
     * Fails in a script if a step of the table was stopped before Liquibase's record of it. Earlier lines of the script roll back the steps that Liquibase
     * knows of. So a line of the ledger that is still there is of another one. Live it does nothing.
     */
    public static Action refuseIfStopped(TableName table, Ledger ledger, List<String> lines) {
        return new Action.Work(connection -> { }, List.of(ledger.refuse(lines, table)));
    }

    /** {@link #refuseIfAny} for a transaction that also runs live, where there is no procedure. */
    public static String raiseIfAny(String query, String message) {
        return "DO " + Literal.dollar("\nBEGIN\n  IF EXISTS (" + query + ") THEN\n    RAISE EXCEPTION USING MESSAGE = "
                + Literal.of(message) + ";\n  END IF;\nEND\n");
    }

    /** The deadline as a number of SQL. */
    public static String seconds(LockPolicy locks) {
        return Long.toString(Math.max(1, locks.deadline().toSeconds()));
    }

    /** A single statement stands on the line of the call. */
    private static String withLock(Action.Brief brief, LockPolicy locks, ScriptProcedures procedures) {
        List<String> statements = brief.script().stream().map(statement -> Literal.dollar(statement.sql(procedures))).toList();
        String before = statements.size() == 1 ? "" : "\n  ";
        return ScriptProcedure.WITH_LOCK.call(Literal.of(TableName.sqlOf(brief.tables())), "'" + locks.timeout().toMillis() + "ms'",
                seconds(locks),
                statements.stream().map(statement -> before + statement).collect(Collectors.joining(",")));
    }
}
