package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.TableName;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.Organizations;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.RouteLocks;
import io.orgscope.spec.Naming;
import io.orgscope.step.StepContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The triggers on the scoped table itself. They fill what the application leaves out, follow a row that goes to another
 * parent, and note what the application chose.
 *
 * <p>They come last among the table's BEFORE triggers, to see what the others made of the row. What an answer rests on is
 * locked FOR KEY SHARE before it is read, so that a parent cannot move between the two. The function runs with the rights
 * of its owner, as the application may not be allowed to read the tables on the way.
 */
final class FillTrigger {

    static final String ON_INSERT = "zz_orgscope_fill_on_insert";
    static final String ON_UPDATE = "zz_orgscope_fill_on_update";
    static final String ON_CHOICE = "zz_orgscope_note_choice";

    private static final String BODY = """

            #variable_conflict use_column
            DECLARE
              orgscope_answer %2$s;
              orgscope_former %2$s;
            %10$sBEGIN
            %7$s  IF TG_OP = 'UPDATE' AND NEW.%1$s IS NOT NULL AND NEW.%1$s IS DISTINCT FROM OLD.%1$s THEN
                -- The application chose. Its row is locked already; who moves a parent may wait for it, so no parent is locked here.
                IF NEW.%1$s IS DISTINCT FROM (SELECT %3$s
                    FROM (SELECT NEW.*) AS t) THEN
                  %5$s
                  RETURN NEW;
                END IF;
              END IF;
            %4$s%9$s  IF TG_OP = 'INSERT' THEN
            %8$s    NEW.%1$s := coalesce(NEW.%1$s, orgscope_answer);
              ELSIF NEW.%1$s IS DISTINCT FROM OLD.%1$s THEN
                NEW.%1$s := coalesce(NEW.%1$s, orgscope_answer);
                IF NEW.%1$s IS DISTINCT FROM orgscope_answer THEN
                  %5$s
                END IF;
              ELSE
                orgscope_former := (SELECT %3$s
                  FROM (SELECT OLD.*) AS t);
                IF OLD.%1$s IS NULL OR OLD.%1$s = orgscope_former OR orgscope_former IS NULL AND NOT %6$s THEN
                  NEW.%1$s := coalesce(orgscope_answer, OLD.%1$s);
                ELSIF %6$s THEN
                  %5$s
                END IF;
              END IF;
              RETURN NEW;
            END
            """;

    private static final String FIND = """
              IF orgscope_answer IS NULL THEN
            %s    orgscope_answer := %s;
              END IF;
            """;

    /** The lock of the reference that step 05 makes. It leaves a trace for movers with an older snapshot ({@link SnapshotCheck}). */
    private static final String LOCK = """
              PERFORM 1 FROM %s AS o WHERE o.%s = orgscope_answer FOR KEY SHARE;
            """;

    private static final String AFTER = """
              IF TG_WHEN = 'AFTER' THEN
                %s
                RETURN NULL;
              END IF;
            """;

    private static final String CHOICE = """
                IF NEW.%1$s IS NOT NULL AND NEW.%1$s IS DISTINCT FROM orgscope_answer THEN
                  PERFORM pg_catalog.set_config('orgscope.chosen', 'true', true);
                ELSIF pg_catalog.current_setting('orgscope.chosen', true) = 'true' THEN
                  PERFORM pg_catalog.set_config('orgscope.chosen', '', true);
                END IF;
            """;

    private final ResolvedScope resolved;
    private final KeptAssignments kept;
    private final String table;
    private final String column;
    private final TableName function;
    private final String searchPath;

    FillTrigger(StepContext context, String searchPath) {
        this.resolved = context.resolved();
        this.kept = resolved.kept();
        this.table = context.name().sql();
        this.column = Identifier.quote(context.scope().column());
        this.function = new TableName(context.name().schema(), Naming.fill(context.name().name()));
        this.searchPath = searchPath;
    }

    TableName function() {
        return function;
    }

    /** The triggers that have to be there. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(ON_INSERT, ON_UPDATE));
        if (kept.canNote()) {
            names.add(ON_CHOICE);
        }
        return names;
    }

    List<String> create() {
        List<String> statements = new ArrayList<>(TriggerFunction.create(function, searchPath, body()));
        statements.addAll(dropTriggers());
        statements.add("CREATE TRIGGER " + ON_INSERT + " BEFORE INSERT ON " + table + " FOR EACH ROW EXECUTE FUNCTION " + function.sql() + "()");
        statements.add("CREATE TRIGGER " + ON_UPDATE + " BEFORE UPDATE ON " + table + " FOR EACH ROW WHEN (" + written() + ") EXECUTE FUNCTION "
                + function.sql() + "()");
        if (kept.canNote()) {
            statements.add("CREATE TRIGGER " + ON_CHOICE + " AFTER INSERT ON " + table
                    + " FOR EACH ROW WHEN (pg_catalog.current_setting('orgscope.chosen', true) = 'true') EXECUTE FUNCTION " + function.sql() + "()");
        }
        return statements;
    }

    /** What an UPDATE has to change for the function to be called: the organization, unless we write it, or what its routes start from. */
    private String written() {
        String chosen = "NEW." + column + " IS DISTINCT FROM OLD." + column + " AND " + OrganizationColumn.notOurs(resolved.scope().table());
        return resolved.inputs().isEmpty() ? chosen : chosen + " OR NEW." + column + " IS NOT DISTINCT FROM OLD." + column + " AND ("
                + ChangedColumns.of(resolved.inputs(), resolved.table().orElse(null)) + ")";
    }

    String body() {
        // Before any of the routes locks a row: its own lock would overwrite the number of the one before it.
        List<String> traces = resolved.locked().stream().flatMap(route -> route.traces().stream()).distinct().toList();
        StringBuilder find = new StringBuilder(SnapshotCheck.of(traces));
        for (RouteLocks route : resolved.locked()) {
            StringBuilder locks = new StringBuilder();
            route.locks().forEach(lock -> locks.append("    ").append(FollowTrigger.perform(lock)).append('\n'));
            find.append(FIND.formatted(locks, route.answer()));
        }
        String note = kept.canNote() ? kept.note("(SELECT NEW.*) AS t", "") + ";" : "NULL;";
        String holds = kept.canNote() ? "(SELECT " + kept.holds() + " FROM (SELECT OLD.*) AS t)" : "false";
        return BODY.formatted(column, resolved.keyType(), resolved.routed(), find, note, holds, kept.canNote() ? AFTER.formatted(note) : "",
                kept.canNote() ? CHOICE.formatted(column) : "", lock(),
                traces.isEmpty() ? "" : SnapshotCheck.DECLARATIONS);
    }

    private String lock() {
        Organizations organizations = resolved.scope().organizations();
        return resolved.parents().isEmpty() ? "" : LOCK.formatted(organizations.table().sql(), Identifier.quote(organizations.key()));
    }

    List<String> drop() {
        List<String> statements = new ArrayList<>(dropTriggers());
        statements.add("DROP FUNCTION IF EXISTS " + function.sql() + "()");
        return statements;
    }

    private List<String> dropTriggers() {
        return List.of(ON_INSERT, ON_UPDATE, ON_CHOICE).stream().map(name -> "DROP TRIGGER IF EXISTS " + name + " ON " + table).toList();
    }
}
