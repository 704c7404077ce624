package io.orgscope.column;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Moves;
import io.orgscope.spec.Naming;
import io.orgscope.step.StepContext;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table that got another name or another schema while it has the triggers of step 02. The names of their functions, of the sequence and of the side
 * table, and the texts of the functions, have its former name. So the choices of the application would not be found, and the functions on the tables of
 * the routes would never be dropped.
 *
 * <p>ALTER SCHEMA … RENAME also renames the schema of the functions. Their texts and the side table still have the former one.
 */
public final class RenamedTable {

    private static final String PREFIX = Naming.fill("");

    /** Names of this length may be cut, and then do not show the name of the table. */
    private static final int MAYBE_CUT = 60;

    private static final PreparedQuery FUNCTION = PreparedQuery.of("fill_function", "text, name", """
            SELECT n.nspname AS schema_name, p.proname AS function_name, p.prosrc AS source
              FROM pg_catalog.pg_trigger t
              JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
              JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
             WHERE t.tgrelid = pg_catalog.to_regclass($1) AND t.tgname = $2
            """);

    /** Triggers of ours on the table, and those with these names on tables of its schema whose namesake in the other schema has one too. */
    private static final PreparedQuery COPIES = PreparedQuery.of("copied_triggers", "text, text, name, text[], name", """
            SELECT pg_catalog.format('DROP TRIGGER %I ON %I.%I', t.tgname, n.nspname, c.relname)
              FROM pg_catalog.pg_trigger t
              JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE t.tgparentid = 0 AND (t.tgrelid = pg_catalog.to_regclass($1) AND pg_catalog.starts_with(t.tgname::text, $2)
                   OR n.nspname = $3 AND t.tgname = ANY ($4) AND EXISTS (
                      SELECT FROM pg_catalog.pg_trigger f
                        JOIN pg_catalog.pg_class o ON o.oid = f.tgrelid AND o.relname = c.relname
                        JOIN pg_catalog.pg_namespace s ON s.oid = o.relnamespace AND s.nspname = $5
                       WHERE f.tgname = ANY ($4)))
             ORDER BY 1
            """);

    /** The schema of the sequence in the text of the function, as it is in a literal. */
    private static final Pattern SEQUENCE = Pattern.compile("pg_catalog\\.nextval\\( ?(E?)'\"((?:[^\"]|\"\")+)\"\\.\"" + Naming.filled(""));

    /** The function of {@link FillTrigger} that the table has. */
    private record Fill(TableName function, String source) {

        /** The schema of the table when the function was made. */
        String formerSchema() {
            Matcher found = SEQUENCE.matcher(source);
            if (!found.find()) {
                return function.schema();
            }
            String name = found.group(2).replace("\"\"", "\"").replace("''", "'");
            return found.group(1).isEmpty() ? name : name.replace("\\\\", "\\");
        }
    }

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
            Fill fill = FUNCTION.first(context.connection(), null, row -> new Fill(new TableName(row.getString("schema_name"), row.getString("function_name")),
                    row.getString("source")), table.present.sql(), FillTrigger.ON_INSERT);
            if (fill != null && (!fill.function().equals(table.function()) || table.schemaRenamed(fill))) {
                throw new OrgScopeException(table.message(fill));
            }
        }
    }

    private TableName function() {
        return new TableName(present.schema(), Naming.fill(present.name()));
    }

    /** Whether the schema has another name than in the function, and something has the former name still. Without that, step 02 only makes the function again. */
    private boolean schemaRenamed(Fill fill) throws SQLException {
        if (fill.formerSchema().equals(fill.function().schema())) {
            return false;
        }
        TableName former = new TableName(fill.formerSchema(), present.name());
        return Catalog.of(context.connection(), List.of(side(former))).find(side(former)).isPresent()
                || !FollowFunction.of(former, fill.function().schema(), context.connection()).isEmpty();
    }

    private TableName side(TableName former) {
        return new ScopedTable(former, context.scope().column(), context.scope().organizations(), List.of()).kept();
    }

    /** As far as the catalog shows that was read already. Of a table that was not renamed, what has its name is there. */
    private boolean maybe() {
        return context.table().filter(table -> table.triggers().contains(FillTrigger.ON_INSERT)).isPresent()
                && (context.resolved().kept().canNote() && !context.resolved().kept().present() || !new RouteTriggers(context, Moves.FOLLOW).there());
    }

    private String message(Fill fill) throws SQLException {
        TableName function = fill.function();
        Optional<TableName> former = formerName(function).map(name -> new TableName(fill.formerSchema(), name));
        Optional<Table> other = former.isEmpty() ? Optional.empty() : Catalog.of(context.connection(), List.of(former.get())).find(former.get());
        if (other.filter(table -> table.triggers().contains(FillTrigger.ON_INSERT)).isPresent()) {
            return copied(former.get());
        }
        return "The table " + present + " got another name or schema since step 02 made its triggers. Their functions and the side table have its former name"
                + former.map(name -> ", " + name).orElse("") + ". So choices of the application are not found, and a move of a row that the routes read fails with"
                + " 42P01. A table has to keep its name from step 02 to step 10. "
                + (former.isEmpty() ? "Its function is still " + function.sql() + ". Give the table its former name back, and run the command again. "
                        : (other.isPresent() ? "Another table has that name now. " : "Give it back: " + String.join("; ", back(function.schema(), former.get()))
                        + ". Then declare it with that name, and run the command again. ") + "If it has to keep the new name, run these statements as one transaction,"
                        + " and update at once. Until then INSERTs into the table fail, and its rows do not follow moves. BEGIN; " + String.join("; ", takeOver(function, former.get()))
                        + "; COMMIT. ") + "Nothing was changed.";
    }

    /** The functions and the side table may be those of the other table, so only triggers are dropped. */
    private String copied(TableName other) throws SQLException {
        // A clone is in another schema. In the same schema, the triggers with the names of the other table are its own.
        Stream<TableName> tables = other.schema().equals(present.schema()) ? Stream.of(present) : Stream.of(present, other);
        List<String> names = tables.flatMap(table -> FollowTrigger.allNames(table).stream()).toList();
        List<String> drops = COPIES.list(context.connection(), row -> row.getString(1), present.sql(), Naming.TRIGGERS, present.schema(), names, other.schema());
        return "The triggers of " + present + " are copies of those of " + other + ", as a schema that was cloned has them. They use the sequence and the side table of that table."
                + " Run " + String.join("; ", drops) + ", and update at once: step 02 makes them for this table. Until then rows that are inserted get no organization. Nothing was"
                + " changed.";
    }

    private Optional<String> formerName(TableName function) {
        if (function.name().equals(function().name())) {
            return Optional.of(present.name());
        }
        boolean shown = function.name().startsWith(PREFIX) && function.name().length() > PREFIX.length()
                && function.name().getBytes(StandardCharsets.UTF_8).length < MAYBE_CUT;
        return shown ? Optional.of(function.name().substring(PREFIX.length())) : Optional.empty();
    }

    /** @param schema the present name of the schema that the table was in */
    private List<String> back(String schema, TableName former) {
        List<String> statements = new ArrayList<>(moved("TABLE", present, new TableName(schema, former.name()), ""));
        if (!schema.equals(former.schema())) {
            statements.add("ALTER SCHEMA " + Identifier.quote(schema) + " RENAME TO " + Identifier.quote(former.schema()));
        }
        return statements;
    }

    /** Statements after which step 02 makes everything again with the new name. */
    private List<String> takeOver(TableName function, TableName former) throws SQLException {
        ScopedTable scope = context.scope();
        TableName side = side(former);
        List<String> statements = new ArrayList<>();
        statements.addAll(moved("TABLE IF EXISTS", side, scope.kept(), ""));
        statements.addAll(moved("TABLE IF EXISTS", UnnotedChoices.of(side), UnnotedChoices.of(scope.kept()), ""));
        statements.addAll(moved("FUNCTION", function, function(), "()"));
        statements.addAll(moved("SEQUENCE IF EXISTS", new TableName(function.schema(), Naming.filled(former.name())),
                new TableName(present.schema(), Naming.filled(present.name())), ""));
        statements.addAll(FollowFunction.of(former, function.schema(), context.connection()).stream().map(found -> FollowFunction.drop(found.name())).toList());
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
