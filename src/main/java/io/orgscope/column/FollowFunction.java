package io.orgscope.column;

import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Naming;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A function of {@link FollowTrigger} as it is in the catalog. Its name has the name that the table of its triggers had when it was made. Somebody may
 * have renamed that table since.
 *
 * @param table the table that has its triggers now
 */
record FollowFunction(TableName name, TableName table) {

    /** pg_trigger has no database index for names. So the functions are found first, by the range of their names. */
    private static final PreparedQuery FOUND = PreparedQuery.of("triggers_found", "text, name, name, text[]", """
            SELECT DISTINCT pn.nspname AS function_schema, p.proname AS function_name, n.nspname AS schema_name, c.relname AS table_name
              FROM pg_catalog.pg_proc p
              JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace AND pn.nspname = $1
              JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.refobjid = p.oid
               AND d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
              JOIN pg_catalog.pg_trigger t ON t.oid = d.objid AND t.tgname = ANY ($4) AND NOT t.tgisinternal AND t.tgparentid = 0
              JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE p.proname >= $2 AND p.proname < $3
             ORDER BY 3, 4, 2
            """);

    /** Those of a scoped table. Routes that were declared before may have read other tables. */
    static List<FollowFunction> of(TableName scoped, Connection connection) throws SQLException {
        return of(scoped, scoped.schema(), connection);
    }

    /**
     * The same for a table whose schema may have been renamed.
     *
     * @param scoped the table with the name that it had when they were made
     * @param schema the present name of the schema of the functions
     */
    static List<FollowFunction> of(TableName scoped, String schema, Connection connection) throws SQLException {
        return FOUND.list(connection, row -> new FollowFunction(new TableName(row.getString("function_schema"), row.getString("function_name")),
                        new TableName(row.getString("schema_name"), row.getString("table_name"))),
                schema, Naming.firstFollow(scoped.name()), Naming.afterLastFollow(scoped.name()), FollowTrigger.allNames(scoped));
    }

    /**
     * Drops the function together with its triggers. The table may have another owner, and only that owner could drop
     * the triggers one by one.
     */
    static String drop(TableName function) {
        return "DROP FUNCTION IF EXISTS " + function.sql() + "() CASCADE";
    }
}
