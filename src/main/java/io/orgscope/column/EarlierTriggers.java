package io.orgscope.column;

import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Table;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.KeptTemplates;
import io.orgscope.spec.Naming;
import io.orgscope.step.FillingSetting;
import io.orgscope.step.StepContext;
import java.sql.SQLException;

/**
 * What {@link FillTrigger} does more on a table whose UPDATE fires a BEFORE trigger of the user, which may change where a route starts. Other tables do not
 * pay for it.
 *
 * <p>If that happens in an UPDATE of ours, the organization that we write may be wrong, and is no choice of the application. If it happens in an UPDATE that
 * names other columns, a trigger with a list of columns does not fire.
 */
final class EarlierTriggers {

    /** tgtype has 1 for ROW, 2 for BEFORE and 16 for UPDATE. */
    private static final PreparedQuery FIND = PreparedQuery.of("earlier_triggers", "oid, text", InheritanceTree.BY_OID + """
            SELECT FROM tree
              JOIN pg_catalog.pg_trigger t ON t.tgrelid = tree.oid AND t.tgenabled IN ('O', 'A') AND t.tgtype & 19 = 19
             WHERE NOT pg_catalog.starts_with(t.tgname::text, $2)
             LIMIT 1
            """);

    private static final String OURS = "NOT (" + FillingSetting.notOurs("{'table'}", "{'moving'}") + ")";

    private final boolean present;

    private EarlierTriggers(boolean present) {
        this.present = present;
    }

    /** Those of the table and its partitions. Without a database nothing is known of them. */
    static EarlierTriggers of(StepContext context) throws SQLException {
        Table table = context.connection() == null ? null : context.table().orElse(null);
        boolean possible = table != null && (table.partitioned() || table.triggers().stream().anyMatch(name -> !name.startsWith(Naming.TRIGGERS)));
        return new EarlierTriggers(possible && !FIND.list(context.connection(), row -> true, table.oid(), Naming.TRIGGERS).isEmpty());
    }

    /** Whether there are any. */
    boolean present() {
        return present;
    }

    /** The condition that an UPDATE calls the function, in place of {@code CASE WHEN chosen THEN notOurs ELSE changed END}. */
    String written(String chosen, String notOurs, String changed) {
        return present ? "CASE WHEN " + chosen + " AND " + notOurs + " THEN true ELSE " + changed + " END"
                : "CASE WHEN " + chosen + " THEN " + notOurs + " ELSE " + changed + " END";
    }

    /** A further condition that the application chose the organization. */
    String notOurs() {
        return present ? " AND " + FillingSetting.notOurs("{'table'}", "{'moving'}") : "";
    }

    /**
     * A condition that the row takes what its routes give, although the UPDATE writes its organization. A choice that was noted before a rollback, and is
     * written now, stays.
     */
    String ours(KeptAssignments kept, Words words) {
        return !present ? "" : "NEW.{column} IS DISTINCT FROM OLD.{column} AND " + OURS + (kept.canNote() ? " AND (OLD.{column} IS NOT NULL OR NOT (SELECT "
                + words.in(KeptTemplates.WAITS, kept.templates().words()) + " FROM (SELECT OLD.*) AS t))" : "") + "\n         OR ";
    }

    /** The row whose organization stays if its routes give none. */
    String kept() {
        return present ? "NEW" : "OLD";
    }
}
