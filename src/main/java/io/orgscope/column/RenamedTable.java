package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Naming;
import io.orgscope.step.StepContext;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that got another name or another schema while it has the triggers of step 02. The names of their functions, of the sequence and of the side
 * table, and the texts of the functions, have its former name. So the choices of the application would not be found, and the functions on the tables of
 * the routes would never be dropped.
 */
public final class RenamedTable {

    private static final String PREFIX = Naming.fill("");

    /** Names of this length may be cut, and then do not show the name of the table. */
    private static final int MAYBE_CUT = 60;

    private static final PreparedQuery FUNCTION = PreparedQuery.of("fill_function", "text, name", """
            SELECT n.nspname AS schema_name, p.proname AS function_name
              FROM pg_catalog.pg_trigger t
              JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
              JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
             WHERE t.tgrelid = pg_catalog.to_regclass($1) AND t.tgname = $2
            """);

    private final StepContext context;
    private final TableName present;

    private RenamedTable(StepContext context) {
        this.context = context;
        this.present = context.name();
    }

    /**
     * Throws if the table was renamed since its triggers were made.
     *
     * @throws SQLException if the catalog cannot be read
     */
    public static void refuse(StepContext context) throws SQLException {
        RenamedTable table = new RenamedTable(context);
        if (context.connection() != null && table.maybe()) {
            TableName function = FUNCTION.first(context.connection(), null,
                    row -> new TableName(row.getString("schema_name"), row.getString("function_name")), table.present.sql(), FillTrigger.ON_INSERT);
            if (function != null && !function.equals(new TableName(table.present.schema(), Naming.fill(table.present.name())))) {
                throw new OrgScopeException(table.message(function));
            }
        }
    }

    /** As far as the catalog shows that was read already. Of a table that was not renamed, what has its name is there. */
    private boolean maybe() {
        return context.table().filter(table -> table.triggers().contains(FillTrigger.ON_INSERT)).isPresent()
                && (context.resolved().kept().canNote() && !context.resolved().kept().present() || !new FilledColumn(context).there());
    }

    private String message(TableName function) throws SQLException {
        Optional<TableName> former = former(function);
        return "The table " + present + " got another name or schema since step 02 made its triggers. Their functions and the side table have its former name"
                + former.map(name -> ", " + name).orElse("") + ". So choices of the application are not found, and a move of a row that the routes read fails with"
                + " 42P01. A table has to keep its name from step 02 to step 10. "
                + (former.isEmpty() ? "Its function is still " + function.sql() + ". Give the table its former name back, and run the command again. "
                        : "Give it back: " + String.join("; ", moved("TABLE", present, former.get(), "")) + ". Then declare it with that name, and run the command again. "
                        + "If it has to keep the new name, run these statements as one transaction, and update at once. Until then INSERTs into the table fail, and its rows do"
                        + " not follow moves. BEGIN; "
                        + String.join("; ", takeOver(function, former.get())) + "; COMMIT. ") + "Nothing was changed.";
    }

    private static Optional<TableName> former(TableName function) {
        boolean shown = function.name().startsWith(PREFIX) && function.name().length() > PREFIX.length()
                && function.name().getBytes(StandardCharsets.UTF_8).length < MAYBE_CUT;
        return shown ? Optional.of(new TableName(function.schema(), function.name().substring(PREFIX.length()))) : Optional.empty();
    }

    /** Statements after which step 02 makes everything again with the new name. */
    private List<String> takeOver(TableName function, TableName former) throws SQLException {
        ScopedTable scope = context.scope();
        TableName side = new ScopedTable(former, scope.column(), scope.organizations(), List.of()).kept();
        List<String> statements = new ArrayList<>();
        statements.addAll(moved("TABLE IF EXISTS", side, scope.kept(), ""));
        statements.addAll(moved("TABLE IF EXISTS", UnnotedChoices.of(side), UnnotedChoices.of(scope.kept()), ""));
        statements.addAll(moved("FUNCTION", function, new TableName(present.schema(), Naming.fill(present.name())), "()"));
        statements.addAll(moved("SEQUENCE IF EXISTS", new TableName(former.schema(), Naming.filled(former.name())),
                new TableName(present.schema(), Naming.filled(present.name())), ""));
        statements.addAll(FollowFunction.of(former, context.connection()).stream().map(found -> FollowFunction.drop(found.name())).toList());
        return statements;
    }

    /** @param call the parentheses after the name of a function */
    private static List<String> moved(String kind, TableName from, TableName to, String call) {
        List<String> statements = new ArrayList<>();
        if (!from.name().equals(to.name())) {
            statements.add("ALTER " + kind + " " + from.sql() + call + " RENAME TO " + Identifier.quote(to.name()));
        }
        if (!from.schema().equals(to.schema())) {
            statements.add("ALTER " + kind + " " + new TableName(from.schema(), to.name()).sql() + call + " SET SCHEMA " + Identifier.quote(to.schema()));
        }
        return statements;
    }
}
