package io.orgscope.preflight;

import io.orgscope.postgres.Names;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;

/** Guesses the right table for a misspelt one. */
final class Suggestions {

    private static final String SAME_SCHEMA = """
            SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND n.nspname = ?
            """;

    private static final String OTHER_SCHEMA = """
            SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND c.relname = ? AND n.nspname !~ '^pg_' ORDER BY n.nspname
            """;

    private final Connection connection;

    Suggestions(Connection connection) {
        this.connection = connection;
    }

    /** A sentence that follows the message that there is no such table; empty if no name is similar. */
    String table(TableName missing) throws SQLException {
        String elsewhere = Sql.first(connection, null, OTHER_SCHEMA, row -> row.getString(1), missing.name());
        return elsewhere != null ? " There is one in the schema " + elsewhere + "."
                : Names.didYouMean(missing.name(), Sql.list(connection, SAME_SCHEMA, row -> row.getString(1), missing.schema()));
    }
}
