package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The search_path of a session, with further schemas at its end. What the session found without them, it still finds: triggers of the user, which our
 * statements fire, run with the same path.
 */
public final class SearchPath {

    static final String NAME = "search_path";

    private SearchPath() {
    }

    /**
     * Adds the schemas that the path does not have. In a {@link MigrationSession} this is until its end.
     *
     * @param local whether it is until the end of the transaction
     */
    public static void add(Connection connection, Collection<String> schemas, boolean local) throws SQLException {
        if (!schemas.isEmpty()) {
            Sql.list(connection, "SELECT pg_catalog.set_config('search_path', " + with(schemas) + ", " + local + ")", row -> row.getString(1));
        }
    }

    /** The path of the session with the schemas, as SQL. */
    public static String with(Collection<String> schemas) {
        return "pg_catalog.concat_ws(', ', nullif(pg_catalog.current_setting('search_path'), '')" + schemas.stream()
                .map(schema -> ", CASE WHEN " + Literal.of(schema) + " <> ALL (pg_catalog.current_schemas(true)::text[]) THEN "
                        + Literal.of(Identifier.quote(schema)) + " END").collect(Collectors.joining()) + ")";
    }
}
