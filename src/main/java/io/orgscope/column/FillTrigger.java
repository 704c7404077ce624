package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.KeptTemplates;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.RouteLocks;
import io.orgscope.spec.Naming;
import io.orgscope.step.FillingSetting;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The triggers on the scoped table itself. They fill the organization if the application leaves it out, change it if a
 * row goes to another parent, and note what the application chose.
 *
 * <p>They run last among the table's BEFORE triggers, so they see the row as the others have changed it. The rows that
 * a route reads are locked FOR KEY SHARE before they are read, so a parent cannot be moved in between. The function
 * runs with the privileges of its owner, because the application may not have the privilege to read the tables of the routes.
 */
final class FillTrigger {

    static final String ON_INSERT = "zz_orgscope_fill_on_insert";
    static final String ON_UPDATE = "zz_orgscope_fill_on_update";

    private static final SqlTemplate BODY = new SqlTemplate("""

            #variable_conflict use_column
            DECLARE
              orgscope_answer {type};
            {declarations}BEGIN
            {after}  IF TG_WHEN = 'BEFORE' AND TG_OP = 'UPDATE' AND NEW.{column} IS NOT NULL AND NEW.{column} IS DISTINCT FROM OLD.{column}{notOurs} THEN
                -- The application chose the organization. Its row is locked, and a move of a parent may wait for it. So no parent is locked here.
                IF NEW.{column} IS DISTINCT FROM (SELECT {routed}
                    FROM (SELECT NEW.*) AS t) THEN
                  {note};
            {judge}      RETURN NEW;
                END IF;
              END IF;
            {find}{organization}{again}  IF TG_OP = 'INSERT' THEN
            {choice}    IF NEW.{column} IS NULL AND orgscope_answer IS NOT NULL THEN
                  NEW.{column} := orgscope_answer;
                  PERFORM pg_catalog.nextval({'filled'});
                END IF;
              ELSIF {ours}NEW.{column} IS NOT DISTINCT FROM OLD.{column} AND ({free}) THEN
                NEW.{column} := coalesce(orgscope_answer, {kept}.{column});
            {carry}  ELSE
                NEW.{column} := coalesce(NEW.{column}, orgscope_answer);
                IF {known}NEW.{column} IS NOT DISTINCT FROM orgscope_answer THEN
                  {forget};
                ELSIF NEW.{column} IS DISTINCT FROM OLD.{column} OR {chosen} THEN
                  {note};
            {unmark}    END IF;
              END IF;
              RETURN NEW;
            END
            """, Set.of("type", "declarations", "after", "column", "routed", "note", "forget", "find", "organization", "choice", "free", "carry",
                    "filled", "chosen", "judge", "again", "known", "unmark", "notOurs", "ours", "kept"));

    /** Whether a choice is noted of the organization that the row had before. */
    private static final String CHOSEN = "(SELECT %s FROM (SELECT OLD.*) AS t)";

    /** Whether the application did not choose that organization. What it keeps because of the mark of {@link UnnotedChoices} is not noted as a choice. */
    private static final String NOT_CHOSEN = "OLD.{column} IS NULL OR NOT " + CHOSEN + " AND (" + UnnotedChoices.none("{'unnoted'}") + " OR %s)";

    /** The same if choices cannot be noted: the row had the organization that its routes gave, or they gave none. */
    private static final String AS_ROUTED = "coalesce(OLD.{column} = (SELECT {routed}\n      FROM (SELECT OLD.*) AS t), true)";

    private static final SqlTemplate FIND = new SqlTemplate("""
              IF orgscope_answer IS NULL THEN
            {locks}    orgscope_answer := {answer};
            {early}  END IF;
            """, Set.of("locks", "answer", "early"));

    /**
     * A transaction that moves a parent finds the row by its unchanged columns and waits for it. If this statement also
     * waited for the parent, it would be a deadlock. So it does not wait for the parent.
     */
    private static final SqlTemplate FIND_UNLESS_UNCHANGED = new SqlTemplate("""
              IF orgscope_answer IS NULL THEN
                IF TG_OP = 'UPDATE' AND NEW.{column} IS NOT DISTINCT FROM OLD.{column} AND NOT ({changed}) THEN
                  -- A move of this parent waits for the row, which is locked, and then sees its new organization.
                  orgscope_answer := {read};
                ELSE
              {locks}      orgscope_answer := {answer};
            {early}    END IF;
              END IF;
            """, Set.of("column", "changed", "read", "locks", "answer", "early"));

    /**
     * The lock that the foreign key of step 05 takes. It leaves the transaction's number for moves with an older
     * snapshot ({@link SnapshotCheck}).
     */
    private static final String LOCK = """
              PERFORM 1 FROM {organizations} AS o WHERE o.{organizationsKey} = orgscope_answer FOR KEY SHARE;
            """;

    private static final List<String> DROP_TRIGGERS = Stream.concat(Stream.of(ON_INSERT, ON_UPDATE, LateParents.TRIGGER), NewRowNotes.NAMES.stream())
            .map(name -> "DROP TRIGGER IF EXISTS " + name + " ON {table}").toList();

    private final StepContext context;
    private final ResolvedScope resolved;
    private final KeptAssignments kept;
    private final LateParents late;
    private final String table;
    private final String column;
    private final TableName function;
    /** The sequence that counts the rows of an application that does not know the column: docs/rolling-deployment.md. */
    private final TableName filled;

    FillTrigger(StepContext context) {
        this.context = context;
        this.resolved = context.resolved().inTriggers();
        this.kept = resolved.kept();
        this.late = new LateParents(resolved);
        this.table = context.name().sql();
        this.column = Identifier.quote(context.scope().column());
        this.function = new TableName(context.name().schema(), Naming.fill(context.name().name()));
        this.filled = new TableName(context.name().schema(), Naming.filled(context.name().name()));
    }

    TableName function() {
        return function;
    }

    /** How its source has the organization that the routes give. */
    static String routed(String sql) {
        return "IS DISTINCT FROM (SELECT " + sql + "\n";
    }

    /** Whether its function updates rows, so that triggers of the user fire in it. */
    boolean updatesRows() {
        return late.possible();
    }

    /** The names of the triggers that have to exist. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(ON_INSERT, ON_UPDATE));
        if (kept.canNote()) {
            names.addAll(NewRowNotes.NAMES);
        }
        if (late.possible()) {
            names.add(LateParents.TRIGGER);
        }
        return names;
    }

    /** The function with its triggers and its sequence. */
    SharedStatements create(String searchPath) throws SQLException {
        Words words = words();
        words.common("column", column);
        words.common("type", resolved.keyType());
        words.common("searchPath", searchPath);
        words.organizations(resolved.scope().organizations());
        EarlierTriggers users = EarlierTriggers.of(context);
        String source = source(users, words);
        List<String> statements = new ArrayList<>(List.of("CREATE SEQUENCE IF NOT EXISTS {filled}"));
        statements.addAll(TriggerFunction.create("{searchPath}"));
        statements.addAll(DROP_TRIGGERS);
        statements.add("CREATE TRIGGER " + ON_INSERT + " BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {function}()");
        statements.add("CREATE TRIGGER " + ON_UPDATE + " BEFORE UPDATE ON {table} FOR EACH ROW WHEN (" + written(users, words) + ") EXECUTE FUNCTION {function}()");
        if (kept.canNote()) {
            statements.addAll(NewRowNotes.TRIGGERS);
        }
        if (late.possible()) {
            statements.add(late.trigger(users, words));
        }
        return words.statements("orgscope_fill_trigger", statements, source);
    }

    private Words words() {
        Words words = new Words();
        words.word("table", table);
        words.word("function", function.sql());
        words.word("filled", filled.sql());
        words.word("unnoted", new UnnotedChoices(kept).mark());
        return words;
    }

    /**
     * The condition under which an UPDATE calls the function: it changes the organization, and we do not write it, or
     * it changes a {@link #watched} column. The backfill evaluates it for every row, so it evaluates nothing twice.
     */
    private String written(EarlierTriggers users, Words words) {
        String chosen = "NEW.{column} IS DISTINCT FROM OLD.{column}";
        words.word("moving", FillingSetting.moving(resolved.scope().table()));
        String notOurs = FillingSetting.notOurs("{'table'}", "{'moving'}");
        return watched().isEmpty() ? chosen + " AND " + notOurs
                : users.written(chosen, notOurs, words.word("changed", ChangedColumns.of(watched(), resolved.table().orElse(null))));
    }

    /** The columns that the routes start from, and those by which a noted choice is found again. */
    private Set<String> watched() {
        Set<String> columns = new TreeSet<>(resolved.inputs());
        columns.addAll(kept.compared());
        columns.addAll(partitionKey());
        return columns;
    }

    /** The columns whose change makes an UPDATE an INSERT in another partition, if choices can be noted for the rows. */
    private List<String> partitionKey() {
        return kept.canNote() ? partitionKey(resolved) : List.of();
    }

    /** The columns whose change can make an UPDATE an INSERT in another partition. */
    static List<String> partitionKey(ResolvedScope resolved) {
        return resolved.table().filter(Table::partitioned).map(found -> found.partitioning().key()).orElse(Set.of()).stream()
                .filter(name -> !name.isEmpty()).sorted().toList();
    }

    private String source(EarlierTriggers users, Words words) throws SQLException {
        // This comes before any route locks a row. A lock of ours would overwrite the number of the one before it.
        List<String> writerXids = resolved.locked().stream().flatMap(route -> route.writerXids().stream()).distinct().toList();
        Map<String, String> parts = new HashMap<>();
        words.word("routed", resolved.routed());
        parts.put("declarations", (writerXids.isEmpty() ? "" : SnapshotCheck.DECLARATIONS) + (late.possible() ? LateParents.DECLARATIONS : ""));
        parts.put("find", SnapshotCheck.collect(writerXids, words) + earlier(words) + find(words) + (writerXids.isEmpty() ? "" : SnapshotCheck.check()));
        parts.put("organization", resolved.parents().isEmpty() ? "" : LOCK);
        parts.put("again", late.possible() ? late.again(words) : "");
        parts.putAll(Map.of("notOurs", users.notOurs(), "ours", users.ours(kept, words), "kept", users.kept()));
        boolean judged = late.possible() && kept.canNote();
        parts.putAll(Map.of("judge", judged ? late.judge(words) : "", "known", judged ? "NOT orgscope_early AND " : "", "unmark", judged ? late.unmark() : ""));
        if (kept.canNote()) {
            String note = words.in(KeptTemplates.NOTE, kept.templates().words());
            String noteInserted = words.in(KeptTemplates.NOTE_INSERTED, kept.templates().words());
            String holds = words.in(KeptTemplates.HOLDS, kept.templates().words());
            boolean goes = !partitionKey().isEmpty();
            if (goes) {
                words.word("key", Identifier.list("NEW.", kept.key()));
                words.word("goes", ChangedColumns.of(partitionKey(), resolved.table().orElse(null)));
            }
            String forget = words.in(KeptTemplates.FORGET_NEW, kept.templates().words());
            String earlier = words.in(KeptTemplates.FORGET_EARLIER, kept.templates().words());
            parts.putAll(Map.of("after", NewRowNotes.after(noteInserted, earlier),
                    "choice", NewRowNotes.before(goes, late.possible(), words.in(KeptTemplates.LEFT, kept.templates().words())), "note", note,
                    "forget", forget, "carry", goes ? NewRowNotes.CARRY : "",
                    "free", NOT_CHOSEN.formatted(holds, AS_ROUTED), "chosen", CHOSEN.formatted(holds)));
        } else {
            parts.putAll(Map.of("after", "", "choice", "", "note", "NULL", "forget", "NULL", "carry", "", "free", AS_ROUTED, "chosen", "false"));
        }
        return BODY.partly(parts);
    }

    private String earlier(Words words) throws SQLException {
        List<String> locks = EarlierReferences.of(context).locks();
        return locks.isEmpty() ? "" : "  IF TG_OP = 'INSERT' THEN\n    " + words.word("earlier", String.join("\n    ", locks)) + "\n  END IF;\n";
    }

    /** A route is evaluated only if those before it give no organization. */
    private String find(Words words) {
        StringBuilder find = new StringBuilder();
        Set<String> inputs = new TreeSet<>();
        for (RouteLocks route : resolved.locked()) {
            inputs.addAll(route.inputs());
            StringBuilder locks = new StringBuilder();
            route.locks().forEach(lock -> locks.append("    ").append(FollowTrigger.perform(lock, words)).append('\n'));
            Map<String, String> parts = new HashMap<>(Map.of("locks", locks.toString(), "answer", words.word("answer", route.answer())));
            // The trigger's WHEN makes sure that at least one of the watched columns has changed. Without a database the columns
            // in conditions are not known.
            boolean maybeUnchanged = !inputs.isEmpty() && !inputs.containsAll(watched()) && resolved.table().isPresent();
            parts.put("early", late.find(route, maybeUnchanged ? "      " : "    ", words));
            if (maybeUnchanged) {
                parts.put("changed", words.word("changed", ChangedColumns.of(inputs, resolved.table().orElse(null))));
                parts.put("read", words.word("read", route.read()));
            }
            find.append((maybeUnchanged ? FIND_UNLESS_UNCHANGED : FIND).partly(parts));
        }
        return find.toString();
    }

    SharedStatements drop() {
        List<String> statements = new ArrayList<>(DROP_TRIGGERS);
        statements.add("DROP FUNCTION IF EXISTS {function}()");
        statements.add("DROP SEQUENCE IF EXISTS {filled}");
        if (kept.canNote()) {
            // Without choices there is no mark, and this role may not have the privilege to use the schema.
            statements.add("DROP TABLE IF EXISTS {unnoted}");
        }
        return words().statements("orgscope_drop_fill_trigger", statements, null);
    }
}
