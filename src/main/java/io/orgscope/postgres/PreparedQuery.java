package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query that a session prepares once (PREPARE), because its planning takes longer than its execution. The driver's own
 * prepared statements would not do. It forgets them after each CREATE and ALTER, and steps consist of these.
 *
 * @param name  the name of the prepared statement. Another query has another name
 * @param types the types of its parameters, as SQL
 * @param sql   the query, with the parameters {@code $1}, {@code $2} and so on
 */
public record PreparedQuery(String name, String types, String sql) {

    /**
     * Settings until the end of the transaction. PostgreSQL has few statistics about its own catalog, so it expects
     * these queries to be long and compiles them. That takes a second for a query that takes a tenth of it. For the
     * same reason it would plan the queries for a few tables again for each read.
     *
     * <p>SQL text from the catalog is compared with other such text, and may be noted and run by another session. So it does not depend on settings of the role.
     */
    static final String SETTINGS = "pg_catalog.set_config('jit', 'off', true), pg_catalog.set_config('plan_cache_mode', 'force_generic_plan', true),"
            + " pg_catalog.set_config('quote_all_identifiers', 'off', true), pg_catalog.set_config('intervalstyle', 'postgres', true),"
            + " pg_catalog.set_config('bytea_output', 'hex', true)";

    private static final Sql.Query SET = new Sql.Query("SELECT " + SETTINGS, row -> { });

    private static final String PREFIX = "orgscope_";

    private static final String PREPARED = "SELECT s.name FROM pg_catalog.pg_prepared_statements AS s WHERE pg_catalog.starts_with(s.name, '" + PREFIX + "')";

    /** The statements that the session of each connection had prepared when it was last asked. */
    private static final Map<Connection, Set<String>> PREPARED_ON = Collections.synchronizedMap(new WeakHashMap<>());

    /** A query with its values, and what reads its rows. */
    public record Asked(PreparedQuery query, Sql.Reader reader, Object... values) {
    }

    /** A query whose prepared statement is called {@code orgscope_NAME}. */
    public static PreparedQuery of(String name, String types, String sql) {
        return new PreparedQuery(PREFIX + name, types, sql);
    }

    /** The query, what reads its rows, and its values. */
    public Asked with(Sql.Reader reader, Object... values) {
        return new Asked(this, reader, values);
    }

    /** All rows. A value is a text, a list of texts, a number or a boolean. */
    public <T> List<T> list(Connection connection, Sql.Row<T> mapper, Object... values) throws SQLException {
        List<T> all = new ArrayList<>();
        ask(connection, List.of(with(row -> all.add(mapper.read(row)), values)));
        return all;
    }

    /** The first row, or {@code fallback} if there is none. */
    public <T> T first(Connection connection, T fallback, Sql.Row<T> mapper, Object... values) throws SQLException {
        List<T> all = list(connection, mapper, values);
        return all.isEmpty() ? fallback : all.get(0);
    }

    /** Sends several queries in one round trip. */
    public static void ask(Connection connection, List<Asked> all) throws SQLException {
        ask(connection, all, List.of(SET));
    }

    /** The same. The first query itself sets {@link #SETTINGS}. */
    static void askWithOwnSettings(Connection connection, List<Asked> all) throws SQLException {
        ask(connection, all, List.of());
    }

    private static void ask(Connection connection, List<Asked> all, List<Sql.Query> before) throws SQLException {
        Set<String> believed = PREPARED_ON.computeIfAbsent(connection, any -> ConcurrentHashMap.newKeySet());
        List<String> names = all.stream().map(asked -> asked.query().name()).toList();
        if (!connection.getAutoCommit() || !believed.containsAll(names)) {
            prepare(connection, all);
            believed.addAll(names);
        }
        try {
            execute(connection, before, all);
        } catch (SQLException failed) {
            if (!SqlState.INVALID_SQL_STATEMENT_NAME.equals(failed.getSQLState()) || !connection.getAutoCommit()) {
                throw failed;
            }
            prepare(connection, all);
            execute(connection, before, all);
        }
    }

    /**
     * Asks the session which statements it has, and prepares the others. The statements stay until the session ends, or
     * until a pooler removes them or uses another session for the same connection. A failed EXECUTE shows that, but it
     * would also end a transaction. So in a transaction the session is asked each time.
     */
    private static void prepare(Connection connection, List<Asked> all) throws SQLException {
        List<String> prepared = Sql.list(connection, PREPARED, row -> row.getString(1));
        String missing = all.stream().map(Asked::query).distinct().filter(query -> !prepared.contains(query.name()))
                .map(query -> "PREPARE " + query.name() + inParentheses(query.types()) + " AS " + query.sql()).collect(Collectors.joining(";\n"));
        if (!missing.isEmpty()) {
            Sql.execute(connection, missing);
        }
    }

    private static void execute(Connection connection, List<Sql.Query> before, List<Asked> all) throws SQLException {
        Sql.together(connection, Stream.concat(before.stream(),
                all.stream().map(asked -> new Sql.Query(asked.query().execute(asked.values()), asked.reader()))).toList());
    }

    /** Sends queries without parameters in one round trip. They are not prepared. */
    static void askOnce(Connection connection, List<Asked> all) throws SQLException {
        Sql.together(connection, Stream.concat(Stream.of(SET), all.stream().map(asked -> new Sql.Query(asked.query().sql(), asked.reader()))).toList());
    }

    /** EXECUTE does not accept bound values. */
    private String execute(Object... values) {
        return "EXECUTE " + name + inParentheses(Arrays.stream(values).map(PreparedQuery::literal).collect(Collectors.joining(", ")));
    }

    /** PostgreSQL does not accept empty parentheses. */
    private static String inParentheses(String list) {
        return list.isEmpty() ? "" : " (" + list + ")";
    }

    private static String literal(Object value) {
        if (value instanceof Collection<?> texts) {
            return texts.stream().map(text -> Literal.of((String) text)).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : Literal.of((String) value);
    }
}
