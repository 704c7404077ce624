package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.RouteParent;
import io.orgscope.spec.Naming;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses BEFORE triggers of the user that run after those of step 02, on a scoped table, on a table that its routes read, or on their partitions. PostgreSQL runs
 * triggers in the order of the bytes of their names. If a later one changes a column from which a route starts, the row keeps the organization of the former value.
 * If it changes a column that a route reads, our trigger before it sees no move and locks nothing.
 */
public final class LateTriggers {

    /**
     * Of a trigger that a partition has from its table, the one on the table is found, if both have the same name. PostgreSQL 14 marks those of partitions as
     * internal, and renames only the one on the table. tgtype has 1 for ROW, 2 for BEFORE, 4 for INSERT and 16 for UPDATE.
     */
    private static final PreparedQuery FIND = PreparedQuery.of("late_triggers", "oid, name, name, text, text, int", InheritanceTree.BY_OID + """
            SELECT t.tgname, n.nspname, c.relname,
                   pg_catalog.quote_ident(f.nspname) || '.' || pg_catalog.quote_ident(p.proname) || '()' AS function
              FROM tree
              JOIN pg_catalog.pg_trigger t ON t.tgrelid = tree.oid AND t.tgenabled IN ('O', 'A') AND t.tgtype & 3 = 3
               AND (t.tgtype & 4 = 4 AND $2 <> '' AND t.tgname > $2 OR t.tgtype & 16 = 16 AND t.tgname > $3) AND NOT pg_catalog.starts_with(t.tgname::text, $4)
              JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
              JOIN pg_catalog.pg_namespace f ON f.oid = p.pronamespace
              JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE pg_catalog.strpos(coalesce(pg_catalog.obj_description(p.oid, 'pg_proc'), ''), $5) = 0
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger a WHERE a.oid = t.tgparentid AND a.tgname = t.tgname)
             ORDER BY n.nspname, c.relname, t.tgname
             LIMIT $6
            """);

    /** Triggers with this beginning run after nearly all others of the user, and keep their order among each other. */
    private static final String EARLIER = "zz_0_";

    private static final int MOST = 5;

    private static final String NONE = "";

    private static final String OF_ROW = "from which a route starts, the row keeps the organization of the former value.";
    private static final String OF_PARENT = "that the routes of %s read, rows that other transactions write at that moment keep the former organization.";

    private final StepContext context;

    /** The triggers of a table. */
    public LateTriggers(StepContext context) {
        this.context = context;
    }

    /**
     * Refuses them. A script may change them, so it is not checked.
     *
     * @throws io.orgscope.postgres.OrgScopeException with at most five of each table
     */
    void check() throws SQLException {
        context.requireNone(context.script() || context.connection() == null ? List.of() : problems());
    }

    /** What {@link #check} would refuse. The triggers of the table may be there already, or may still have to be made. */
    public List<String> problemsAhead() throws SQLException {
        return FilledColumn.needsNoTriggers(context) ? List.of() : problems();
    }

    private List<String> problems() throws SQLException {
        List<String> problems = new ArrayList<>(problems(context.name(), FillTrigger.ON_INSERT, FillTrigger.ON_UPDATE, OF_ROW));
        for (RouteParent parent : context.resolved().inTriggers().parents()) {
            if (parent.locks() && !parent.table().equals(context.name())) {
                problems.addAll(problems(parent.table(), parent.locksRows() ? Naming.lockRowsTrigger(context.name()) : NONE, Naming.lockTrigger(context.name()),
                        OF_PARENT.formatted(context.name())));
            }
        }
        return problems;
    }

    /**
     * @param onInsert the trigger of ours that must not run before others of an INSERT; {@link #NONE} if there is none
     * @param onUpdate the same for an UPDATE
     */
    private List<String> problems(TableName name, String onInsert, String onUpdate, String hazard) throws SQLException {
        Table table = context.catalog().find(name).orElse(null);
        if (table == null || !table.partitioned() && table.triggers().stream().noneMatch(LateTriggers::late)) {
            return List.of();
        }
        return FIND.list(context.connection(), row -> problem(row.getString("tgname"), new TableName(row.getString("nspname"), row.getString("relname")),
                row.getString("function"), table, hazard), table.oid(), onInsert, onUpdate, Naming.TRIGGERS, Naming.ACCEPTED, MOST);
    }

    private static boolean late(String name) {
        return name.compareTo(Naming.TRIGGERS) > 0 && !name.startsWith(Naming.TRIGGERS);
    }

    private static String problem(String trigger, TableName on, String function, Table table, String hazard) {
        return "The trigger " + trigger + " of " + on + " runs after those of step 02, because PostgreSQL runs triggers in the order of their names. If it"
                + " changes a column " + hazard + " Run ALTER TRIGGER " + Identifier.quote(trigger)
                + " ON " + on.sql() + " RENAME TO " + Identifier.quote(Identifier.free(EARLIER + trigger, table.triggers()::contains)) + ". If "
                + function + " changes no such column, put " + Naming.ACCEPTED + " and the reason in its comment. Then run update again. Nothing was changed.";
    }
}
