package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Table;
import io.orgscope.spec.Moves;
import io.orgscope.spec.Naming;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The triggers of the user on a scoped table that fire when rows follow a parent. They fire inside a function of ours, so they run with its search_path and
 * as its owner. That path also has the schema of the table and the schemas of their functions, so that they find their names.
 *
 * <p>Whoever may create objects in such a schema can change what they call, and they run as the migrating role. So a schema in which roles other than the
 * owners may create objects is not in the path. A function that needs it is refused, or one that needs another schema of the session's path: instead of the
 * table that it names it could find a temporary one of the session.
 */
public final class UserTriggers {

    /**
     * The functions of the enabled triggers that an UPDATE of the organization fires, with each schema that they may need. A function with a search_path of
     * its own needs none. tgtype has 16 for UPDATE.
     */
    private static final PreparedQuery FIND = PreparedQuery.of("user_triggers", "oid, text, text, text", InheritanceTree.BY_OID + """
            , called AS (
              SELECT DISTINCT p.oid
                FROM tree
                JOIN pg_catalog.pg_trigger t ON t.tgrelid = tree.oid AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgtype & 16 = 16
                 AND NOT pg_catalog.starts_with(t.tgname::text, $3)
                 AND (t.tgattr::text = '' OR EXISTS (SELECT FROM pg_catalog.pg_attribute a
                      WHERE a.attrelid = t.tgrelid AND a.attname = $2 AND a.attnum = ANY (t.tgattr::int2[])))
                JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
                JOIN pg_catalog.pg_language l ON l.oid = p.prolang AND l.lanname NOT IN ('c', 'internal')
               WHERE NOT EXISTS (SELECT FROM pg_catalog.unnest(p.proconfig) AS s(setting) WHERE pg_catalog.starts_with(s.setting, 'search_path=')))
            SELECT pg_catalog.quote_ident(f.nspname) || '.' || pg_catalog.quote_ident(p.proname) || '()' AS function, p.prosrc AS source,
                   pg_catalog.strpos(coalesce(pg_catalog.obj_description(p.oid, 'pg_proc'), ''), $4) > 0 AS accepted, n.nspname AS schema,
                   n.oid IN (c.relnamespace, p.pronamespace) AS near,
                   (SELECT pg_catalog.string_agg(DISTINCT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, ', ')
                      FROM pg_catalog.aclexplode(coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) a
                     WHERE a.privilege_type = 'CREATE' AND a.grantee NOT IN (n.nspowner, c.relowner)
                       AND NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.oid = a.grantee AND (r.rolsuper OR r.rolname = current_user))) AS others
              FROM called
              JOIN pg_catalog.pg_proc p ON p.oid = called.oid
              JOIN pg_catalog.pg_namespace f ON f.oid = p.pronamespace
              JOIN pg_catalog.pg_class c ON c.oid = $1
              JOIN pg_catalog.pg_namespace n ON n.nspname <> 'pg_catalog'
               AND (n.oid IN (c.relnamespace, p.pronamespace) OR n.nspname = ANY (pg_catalog.current_schemas(false)))
             ORDER BY n.oid <> c.relnamespace, n.oid <> p.pronamespace, n.nspname, function
            """);

    /** What a function can name in a schema, if it does not find the name in one of the others. */
    private static final PreparedQuery NAMES = PreparedQuery.of("names_of_schema", "text, text[]", """
            SELECT c.relname::text AS name, false AS called
              FROM pg_catalog.pg_class c
             WHERE c.relnamespace = pg_catalog.to_regnamespace(pg_catalog.quote_ident($1)) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_class b JOIN pg_catalog.pg_namespace n ON n.oid = b.relnamespace AND n.nspname = ANY ($2) WHERE b.relname = c.relname)
             UNION
            SELECT t.typname::text, false
              FROM pg_catalog.pg_type t
             WHERE t.typnamespace = pg_catalog.to_regnamespace(pg_catalog.quote_ident($1)) AND t.typtype IN ('b', 'd', 'e', 'r') AND t.typcategory <> 'A'
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_type b JOIN pg_catalog.pg_namespace n ON n.oid = b.typnamespace AND n.nspname = ANY ($2) WHERE b.typname = t.typname)
             UNION
            SELECT p.proname::text, true
              FROM pg_catalog.pg_proc p
             WHERE p.pronamespace = pg_catalog.to_regnamespace(pg_catalog.quote_ident($1))
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_proc b JOIN pg_catalog.pg_namespace n ON n.oid = b.pronamespace AND n.nspname = ANY ($2) WHERE b.proname = p.proname)
             ORDER BY name
            """);

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CONSTANT = Pattern.compile("'[^']*+(?:''[^']*+)*+'");
    /** SQL that is put together is in constants. */
    private static final Pattern DYNAMIC = Pattern.compile("\\bexecute\\b", Pattern.CASE_INSENSITIVE);

    private static final int MOST_NAMES = 5;

    /**
     * A function and one schema that it may need.
     *
     * @param near   whether it is the schema of the function or of the table
     * @param others the roles, besides the owners, that may create objects in it; null if there are none
     */
    private record Need(String function, String source, boolean accepted, String schema, boolean near, String others) {

        boolean inPath() {
            return near && others == null;
        }
    }

    private final StepContext context;
    private final List<Need> needs;

    private UserTriggers(StepContext context, List<Need> needs) {
        this.context = context;
        this.needs = needs;
    }

    /** The triggers of a table. */
    static UserTriggers of(StepContext context, Moves moves) throws SQLException {
        Table table = context.connection() == null || !rowsFollow(context, moves) ? null : context.table().orElse(null);
        if (table == null || !table.partitioned() && table.triggers().stream().allMatch(name -> name.startsWith(Naming.TRIGGERS))) {
            return new UserTriggers(context, List.of());
        }
        return new UserTriggers(context, FIND.list(context.connection(), row -> new Need(row.getString("function"), row.getString("source"),
                row.getBoolean("accepted"), row.getString("schema"), row.getBoolean("near"), row.getString("others")),
                table.oid(), context.scope().column(), Naming.TRIGGERS, Naming.ACCEPTED));
    }

    /**
     * Even if moves are refused, rows below a row of the same table follow when it gets its first organization, and a row follows a parent that the same
     * statement writes after it.
     */
    private static boolean rowsFollow(StepContext context, Moves moves) {
        return !context.resolved().parents().isEmpty() && (moves == Moves.FOLLOW || context.resolved().selfReference().isPresent())
                || new LateParents(context.resolved().inTriggers()).possible();
    }

    /** The schemas for the end of the path. */
    List<String> schemas() {
        return needs.stream().filter(Need::inPath).map(Need::schema).distinct().toList();
    }

    /**
     * Refuses functions that would not find their names. A script may change them, so it is not checked.
     *
     * @throws OrgScopeException with every such function
     */
    void check() throws SQLException {
        List<String> problems = context.script() ? List.of() : problems();
        if (!problems.isEmpty()) {
            throw new OrgScopeException(String.join("\n", problems));
        }
    }

    /** What {@link #check} would refuse. The triggers of the table may be there already, or may still have to be made. */
    public static List<String> problemsAhead(StepContext context, Moves moves) throws SQLException {
        return FilledColumn.needsNoTriggers(context) ? List.of() : of(context, moves).problems();
    }

    private List<String> problems() throws SQLException {
        List<String> problems = new ArrayList<>();
        for (Need need : needs) {
            if (!need.inPath() && !need.accepted()) {
                List<String> named = named(need);
                if (!named.isEmpty()) {
                    problems.add(problem(need, named));
                }
            }
        }
        return problems;
    }

    private List<String> named(Need need) throws SQLException {
        String code = COMMENT.matcher(need.source()).replaceAll(" ");
        String text = DYNAMIC.matcher(code).find() ? code : CONSTANT.matcher(code).replaceAll("''");
        List<String> found = new ArrayList<>(context.operatorSchemasOfTriggers());
        found.add("pg_catalog");
        found.addAll(schemas());
        TreeSet<String> named = new TreeSet<>();
        NAMES.list(context.connection(), row -> without(row.getString("name"), row.getBoolean("called"), text) && named.add(row.getString("name")),
                need.schema(), found);
        return List.copyOf(named);
    }

    /** Whether the name is in the text without a schema before it, and as a function if it is one. */
    private static boolean without(String name, boolean called, String text) {
        return Pattern.compile("(?i)(?<![\\p{L}\\p{N}_.$])(?<!\\.\")" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_$])"
                + (called ? "\"?\\s*\\(" : "")).matcher(text).find();
    }

    private String problem(Need need, List<String> named) {
        String schema = Identifier.quote(need.schema());
        String path = needs.stream().filter(other -> other.function().equals(need.function()) && (other.near() || other.equals(need)))
                .map(other -> Identifier.quote(other.schema()) + ", ").collect(Collectors.joining());
        return "When rows of " + context.name() + " follow a parent that moves, or that a statement writes after them, its trigger function " + need.function()
                + " does not find these names without a schema: " + String.join(", ", named.subList(0, Math.min(named.size(), MOST_NAMES)))
                + ". It would run with the search_path of the triggers of step 02. The schema " + schema + " is not in it"
                + (need.near() ? ", because these roles may create objects there and change what the function calls: " + need.others() : "")
                + ". The application's statement would fail. Run ALTER FUNCTION " + need.function() + " SET search_path = pg_catalog, " + path
                + "pg_temp." + (need.near() ? " Or run REVOKE CREATE ON SCHEMA " + schema + " FROM " + need.others() + "." : "")
                + " If the function works without that, put " + Naming.ACCEPTED + " and the reason in its comment. Then run update again. Nothing was changed.";
    }
}
