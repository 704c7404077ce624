package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.ScriptProcedure;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Objects that use the organization column and are not ours. DROP COLUMN would drop indexes, constraints and statistics
 * without a message. A view, a policy or a trigger would make it fail after everything else is gone.
 */
public final class Dependents {

    /**
     * Left out are: its own default and NOT NULL, which belong to the column; what we made, which the column's comment lists;
     * and our triggers, which have our name. A generated column is not left out. Its expression depends on the column as a
     * default does, or, up to PostgreSQL 14, the column itself does. Objects of a partition are left out if they belong to an object of the
     * whole table. An index of a partition that a stopped build has left is recognized by the definition of the whole.
     * A composite foreign key is not left out: it replaces a single one, which would be lost with it. A policy is not left
     * out either. What of these is ours is left of a step that was stopped.
     */
    private static final String QUERY = """
            WITH RECURSIVE tree AS (
              SELECT %1$s::pg_catalog.regclass::oid AS oid
              UNION ALL
              SELECT i.inhrelid FROM tree JOIN pg_catalog.pg_inherits i ON i.inhparent = tree.oid)
            SELECT DISTINCT pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what,
                   pg_catalog.strpos(noted.lines, %5$s) > 0 AS ours
              FROM tree
              JOIN pg_catalog.pg_attribute a ON a.attrelid = tree.oid
              JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid
               AND d.refobjsubid = a.attnum
              LEFT JOIN pg_catalog.pg_class c ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = d.objid
              LEFT JOIN pg_catalog.pg_constraint k ON d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND k.oid = d.objid
              LEFT JOIN pg_catalog.pg_trigger t ON d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND t.oid = d.objid
              LEFT JOIN pg_catalog.pg_policy p ON d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND p.oid = d.objid
              LEFT JOIN pg_catalog.pg_attribute whole ON whole.attrelid = %1$s::pg_catalog.regclass AND whole.attname = a.attname
              LEFT JOIN LATERAL (SELECT coalesce(pg_catalog.col_description(whole.attrelid, whole.attnum), '') AS lines) noted ON true
             WHERE a.attname = %2$s
               AND NOT (d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = a.attrelid AND d.objsubid = a.attnum)
               AND NOT (d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND EXISTS (
                     SELECT FROM pg_catalog.pg_attrdef f WHERE f.oid = d.objid AND f.adrelid = a.attrelid AND f.adnum = a.attnum))
               AND coalesce(k.contype <> 'n' AND k.conname <> %3$s AND k.conparentid = 0, true)
               AND NOT pg_catalog.starts_with(coalesce(t.tgname, ''), %4$s)
               AND (k.contype = 'f' AND pg_catalog.cardinality(k.conkey) > 1 OR pg_catalog.strpos(noted.lines, %6$s) = 0)
               AND NOT coalesce(c.relispartition, false)
               AND NOT EXISTS (
                     SELECT FROM pg_catalog.pg_index w
                       JOIN pg_catalog.pg_class n ON n.oid = w.indexrelid
                       JOIN pg_catalog.pg_index p ON p.indexrelid = c.oid AND p.indisunique = w.indisunique
                      WHERE w.indrelid = whole.attrelid AND a.attrelid <> whole.attrelid AND NOT w.indisvalid
                        AND pg_catalog.strpos(noted.lines, %7$s) > 0
                        AND pg_catalog.split_part(pg_catalog.pg_get_indexdef(p.indexrelid), ' USING ', 2)
                            = pg_catalog.split_part(pg_catalog.pg_get_indexdef(w.indexrelid), ' USING ', 2))
             ORDER BY 1
            """;

    private static final PreparedQuery PREPARED = PreparedQuery.of("dependents", "regclass, text, text", query("$1", "$2", "$3"));

    private static final String WOULD = " would also drop objects that this library did not make: ";
    private static final String ADVICE = ". Drop by hand what is not needed, then run rollback again. Nothing was dropped by this step.";
    private static final String LEFT = " would also drop objects that are left of a step that was stopped: ";
    private static final String FINISH = ". Run update to the end, then rollback again. Nothing was dropped by this step.";

    static final ScriptProcedure PROCEDURE = ScriptProcedure.procedure("orgscope_refuse_dependents",
            "in_table text, in_column text, not_null_check text, name text", """
            DECLARE
              others text;
              own text;
            BEGIN
              SELECT pg_catalog.string_agg(o.what, ', ') FILTER (WHERE NOT o.ours), pg_catalog.string_agg(o.what, ', ') INTO others, own FROM (
            %s) o;
              IF others IS NOT NULL THEN
                RAISE EXCEPTION USING MESSAGE = 'Dropping ' || name || %s || others || %s;
              ELSIF own IS NOT NULL THEN
                RAISE EXCEPTION USING MESSAGE = 'Dropping ' || name || %s || own || %s;
              END IF;
            END
            """.formatted(query("in_table", "in_column", "not_null_check"), Literal.of(WOULD), Literal.of(ADVICE), Literal.of(LEFT), Literal.of(FINISH)));

    private final String table;
    private final String column;
    private final String check;
    private final String name;

    Dependents(StepContext context) {
        table = context.name().sql();
        column = context.scope().column();
        check = Naming.notNullCheck(context.name().name());
        name = context.name().column(column);
    }

    /**
     * The check before a rollback takes back anything of the expansion. Step 01 would refuse too late: without the triggers of step 02, rows that are inserted get no
     * organization. Live, what is left of a step that was stopped does not count. The rollbacks that follow may remove it, and step 01 checks again.
     */
    public static List<Action> refuseOthers(StepContext context) {
        boolean exists = context.column().isPresent();
        if (!context.ours(Ledger.madeColumn(), exists) || !context.script() && !exists) {
            return List.of();
        }
        Dependents dependents = new Dependents(context);
        return List.of(new Action.Work(connection -> dependents.refuseOthers(dependents.find(connection)), dependents.script(), List.of(PROCEDURE)));
    }

    private static String query(String table, String column, String check) {
        return QUERY.formatted(table, column, check, Literal.of(Naming.TRIGGERS),
                Ledger.madeSql("coalesce(" + Literal.of(Ledger.POLICY) + " || p.polname, k.conname, ' ')"),
                Ledger.madeSql("coalesce(c.relname, k.conname, ' ')"), Ledger.madeSql("n.relname"));
    }

    void refuse(Connection connection) throws SQLException {
        Map<Boolean, List<String>> found = find(connection);
        refuseOthers(found);
        if (found.containsKey(true)) {
            throw new OrgScopeException("Dropping " + name + LEFT + String.join(", ", found.get(true)) + FINISH);
        }
    }

    private void refuseOthers(Map<Boolean, List<String>> found) {
        if (found.containsKey(false)) {
            throw new OrgScopeException("Dropping " + name + WOULD + String.join(", ", found.get(false)) + ADVICE);
        }
    }

    /** The descriptions of the objects, by whether they are ours. */
    private Map<Boolean, List<String>> find(Connection connection) throws SQLException {
        return PREPARED.list(connection, row -> Map.entry(row.getBoolean("ours"), row.getString("what")), table, column, check)
                .stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    List<String> script() {
        return List.of(PROCEDURE.call(Literal.of(table), Literal.of(column), Literal.of(check), Literal.of(name)));
    }
}
