package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.Transaction;
import io.orgscope.route.ResolvedScope;
import io.orgscope.route.Route;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The search_path of the trigger functions. It is fixed, so that nobody can change what they call. All else runs with the
 * search_path of the session and, at its end, the same schemas of operators. PL/pgSQL looks a name up at the first call. So a
 * condition of the user could be valid in every step, and then fail in the application's statements. That is refused before
 * there is a trigger.
 */
public final class FixedSearchPath {

    private final StepContext context;
    private final ResolvedScope resolved;
    /** The schemas beside pg_catalog and pg_temp. */
    private final Set<String> others;

    private FixedSearchPath(StepContext context, Set<String> others) {
        this.context = context;
        this.resolved = context.resolved();
        this.others = others;
    }

    /** The path for a table. */
    public static FixedSearchPath of(StepContext context) throws SQLException {
        return new FixedSearchPath(context, context.operatorSchemasOfTriggers());
    }

    /** The path as SQL. */
    String sql() {
        return with(others);
    }

    /** The path of the functions that update rows, and so fire triggers of the user, as SQL. What the path finds without them, it still finds. */
    String sql(UserTriggers triggers) {
        Set<String> schemas = new LinkedHashSet<>(others);
        schemas.addAll(triggers.schemas());
        return with(schemas);
    }

    private static String with(Set<String> schemas) {
        return "pg_catalog, " + schemas.stream().map(schema -> Identifier.quote(schema) + ", ").collect(Collectors.joining()) + "pg_temp";
    }

    /**
     * Sets it in the session of a step that only reads, also references, until the end of its {@link io.orgscope.postgres.MigrationSession}. Where it changes
     * nothing the session keeps its own, because PostgreSQL plans each prepared query again after a change.
     */
    public void use() throws SQLException {
        Set<String> schemas = context.operatorSchemas();
        if (matters() || !schemas.isEmpty()) {
            Sql.execute(context.connection(), "SET search_path = " + with(schemas));
        }
    }

    /**
     * Refuses routes that the triggers cannot evaluate. A script may make what it names, so it is not checked.
     *
     * @throws OrgScopeException with every such route
     */
    void check() throws SQLException {
        Map<Integer, String> problems = context.script() ? Map.of() : problems();
        if (!problems.isEmpty()) {
            throw new OrgScopeException(String.join("\n", problems.values()));
        }
    }

    /** What {@link #check} would refuse, by the place of the route. The triggers of the table may be there already, or may still have to be made. */
    public Map<Integer, String> problemsAhead() throws SQLException {
        return FilledColumn.needsNoTriggers(context) ? Map.of() : problems();
    }

    private Map<Integer, String> problems() throws SQLException {
        List<String> routes = resolved.eachRoute();
        Map<Integer, String> problems = new TreeMap<>();
        if (matters() && !routes.isEmpty() && failure(String.join(", ", routes), true).isPresent()) {
            for (int i = 0; i < routes.size(); i++) {
                Optional<SQLException> failure = failure(routes.get(i), true);
                if (failure.isPresent()) {
                    boolean always = failure(routes.get(i), false).isPresent();
                    problems.put(i, problem(context.scope().routes().get(i), failure.get(), always));
                }
            }
        }
        return problems;
    }

    /** Names that we write have their schemas, and all else of a route without conditions is in pg_catalog. So most tables need no query here. */
    private boolean matters() {
        return !others.isEmpty() || context.scope().routes().stream()
                .anyMatch(route -> !(route instanceof Route.Path way) || way.when() != null || way.where() != null);
    }

    /** Evaluates expressions over the row {@code t} for no row. Names are looked up all the same. */
    private Optional<SQLException> failure(String expressions, boolean fixed) throws SQLException {
        try {
            Transaction.run(context.connection(), () -> {
                if (fixed) {
                    Sql.execute(context.connection(), "SET LOCAL search_path = " + sql());
                }
                return Sql.list(context.connection(), "SELECT " + expressions + " FROM " + context.name().sql() + " AS t LIMIT 0", row -> null);
            });
            return Optional.empty();
        } catch (SQLException failed) {
            if (!isOfExpression(failed)) {
                throw failed;
            }
            return Optional.of(failed);
        }
    }

    /** Whether the SQL is wrong, or a value in it. A lost connection and a missing privilege (42501) say nothing about names. */
    static boolean isOfExpression(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        return state.startsWith("42") && !state.equals(SqlState.INSUFFICIENT_PRIVILEGE) || state.startsWith("22");
    }

    /** @param always whether it fails with the search_path of the session too */
    private String problem(Route route, SQLException failed, boolean always) {
        String what = route instanceof Route.Path way ? "the route '" + way.path() + "'" : "the organization " + ((Route.Named) route).match();
        String next = always ? "Correct the route." : "They run with the fixed search_path " + sql() + ", so that nobody can change what they call."
                + " Write each name with its schema, for example public.name, and an operator as OPERATOR(public.=).";
        return "The triggers of " + context.name() + " cannot evaluate " + what + ": "
                + SqlState.firstLine(failed) + ". " + next
                + " Nothing was changed.";
    }
}
