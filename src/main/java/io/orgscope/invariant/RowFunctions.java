package io.orgscope.invariant;

import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Table;
import io.orgscope.spec.Naming;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The functions of the application that a new column of a table breaks. Those with the mark of acceptance in their comment are left out. */
final class RowFunctions {

    /** From here on it is the same for both: what to read of a function {@code p}. */
    private static final String FUNCTION = """
            SELECT DISTINCT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(p.proname) || '('
                   || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' AS name, l.lanname AS language,
                   coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc) AS source
            """;

    private static final String NOT_ACCEPTED = """
              JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
              JOIN pg_catalog.pg_language l ON l.oid = p.prolang AND l.lanname IN ('sql', 'plpgsql')
             WHERE pg_catalog.strpos(coalesce(pg_catalog.obj_description(p.oid, 'pg_proc'), ''), $2) = 0
             ORDER BY name
            """;

    /** The functions of the enabled row triggers of the table and of its partitions, without the triggers of the steps. */
    private static final PreparedQuery TRIGGERS = PreparedQuery.of("row_triggers", "oid, text, text", InheritanceTree.BY_OID + FUNCTION + """
              FROM tree
              JOIN pg_catalog.pg_trigger t ON t.tgrelid = tree.oid AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 1 = 1
               AND NOT pg_catalog.starts_with(t.tgname::text, $3)
              JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
            """ + NOT_ACCEPTED);

    /** The functions that return rows of the table. pg_depend has a database index for that, and pg_proc has none. */
    private static final PreparedQuery RETURNING = PreparedQuery.of("row_functions", "oid, text", FUNCTION + """
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.refobjid = c.reltype
               AND d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND c.oid = $1
              JOIN pg_catalog.pg_proc p ON p.oid = d.objid AND p.prorettype = c.reltype
            """ + NOT_ACCEPTED);

    /**
     * Whether a table has a column, or is the one that gets it, or a partition of that one. The name may have no schema: then a table of any schema
     * counts.
     */
    private static final PreparedQuery HAS_COLUMN = PreparedQuery.of("copies_column", "oid, text, text", InheritanceTree.BY_OID + """
            SELECT true
              FROM pg_catalog.parse_ident($2) AS target(parts)
              JOIN pg_catalog.pg_class c ON c.relname = target.parts[pg_catalog.cardinality(target.parts)]
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND (pg_catalog.cardinality(target.parts) = 1 OR n.nspname = target.parts[1])
             WHERE c.oid IN (SELECT oid FROM tree)
                OR EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attname = $3 AND NOT a.attisdropped)
             LIMIT 1
            """);

    private record Function(String name, String language, FunctionText text) {

        boolean returnsNamed(int columns) {
            return language.equals("sql") ? text.returnsNamed(columns) : text.returnsNamedByQuery(columns);
        }
    }

    private RowFunctions() {
    }

    /** One sentence for each statement that will fail. None if the column is there already. */
    static List<String> broken(StepContext context) throws SQLException {
        List<String> all = new ArrayList<>();
        Table table = context.table().orElse(null);
        if (table == null || context.column().isPresent()) {
            return all;
        }
        List<Function> triggers = new ArrayList<>();
        List<Function> returning = new ArrayList<>();
        PreparedQuery.ask(context.connection(), List.of(TRIGGERS.with(row -> triggers.add(function(row)), table.oid(), Naming.ACCEPTED, Naming.TRIGGERS),
                RETURNING.with(row -> returning.add(function(row)), table.oid(), Naming.ACCEPTED)));
        for (Function function : triggers) {
            for (FunctionText.Copy copy : function.text().copies()) {
                if (runs(copy, table) && !takes(context.connection(), copy, context.scope().column(), table)) {
                    all.add(function.name() + " inserts NEW.* or OLD.* into " + copy.target());
                }
            }
        }
        int columns = table.columns().size();
        // A single column may be the row itself.
        returning.stream().filter(function -> columns > 1).filter(function -> function.returnsNamed(columns))
                .forEach(function -> all.add(function.name() + " returns rows of " + table.name() + " and lists their " + columns + " columns"));
        return all.stream().distinct().toList();
    }

    private static Function function(ResultSet row) throws SQLException {
        return new Function(row.getString("name"), row.getString("language"), new FunctionText(row.getString("source")));
    }

    /** One function may serve many tables, with a branch for each. The triggers of a partition have the name of the partition. */
    private static boolean runs(FunctionText.Copy copy, Table table) {
        return copy.only() == null || table.partitioned() || copy.only().equals(table.name().name());
    }

    private static boolean takes(Connection connection, FunctionText.Copy copy, String column, Table table) throws SQLException {
        return copy.columns() == null ? HAS_COLUMN.first(connection, false, row -> row.getBoolean(1), table.oid(), copy.target(), column)
                : copy.columns().matches("(?is).*[\\s(,\"]" + Pattern.quote(column) + "[\\s),\"].*");
    }
}
