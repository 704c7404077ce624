package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function of ours that triggers call. It runs with the privileges of its owner, because the application may not have the
 * privilege to read or write what the function does. So nobody else may put it on a table, whatever the default privileges
 * are, except the owner of a partitioned table that has it. Its search_path is fixed. If row security is forced on the owner, its
 * queries fail (42501), because a policy could hide rows from them.
 */
final class TriggerFunction {

    private static final PreparedQuery FIND = PreparedQuery.of("function_sources", "text, text[]", """
            SELECT coalesce((SELECT pg_catalog.replace(pg_catalog.substr(s.setting, 13), '"', '') FROM pg_catalog.unnest(p.proconfig) AS s(setting)
                              WHERE pg_catalog.starts_with(s.setting, 'search_path=')), '') AS path, p.prosrc AS source
              FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
             WHERE n.nspname = $1 AND p.proname = ANY ($2) AND NOT EXISTS (
                   SELECT FROM pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) AS a
                    WHERE a.grantee <> p.proowner AND NOT EXISTS (
                          SELECT FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid AND c.relkind = 'p' AND c.relowner = a.grantee
                           WHERE t.tgfoid = p.oid))
            """);

    private static final String NAME = "SELECT pg_catalog.set_config('orgscope.function', {'function'} || '()', true)";

    /** The text is the same for all functions, so the name comes from a setting. Roles that got a privilege from one of these lose it too. */
    private static final String REVOKE = """
            DO $orgscope_revoke$ BEGIN
              EXECUTE coalesce((
                SELECT pg_catalog.string_agg(pg_catalog.format('REVOKE ALL ON FUNCTION %s FROM %s CASCADE', pg_catalog.current_setting('orgscope.function'),
                       CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END), '; ')
                  FROM pg_catalog.pg_proc p
                  CROSS JOIN LATERAL pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) AS a
                 WHERE p.oid = pg_catalog.current_setting('orgscope.function')::pg_catalog.regprocedure AND a.grantee <> p.proowner), 'SELECT');
            END $orgscope_revoke$""";

    private static final String GRANT = """
            DO $orgscope_grant$ BEGIN
              EXECUTE coalesce((
                SELECT pg_catalog.string_agg(DISTINCT pg_catalog.format('GRANT EXECUTE ON FUNCTION %%s TO %%I', f.name, pg_catalog.pg_get_userbyid(c.relowner)), '; ')
                  FROM pg_catalog.unnest(ARRAY[%s]) AS f(name)
                  JOIN pg_catalog.pg_proc p ON p.oid = f.name::pg_catalog.regprocedure
                  JOIN pg_catalog.pg_trigger t ON t.tgfoid = p.oid
                  JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid AND c.relkind = 'p' AND c.relowner <> p.proowner), 'SELECT');
            END $orgscope_grant$""";

    private TriggerFunction() {
    }

    /** Templates of the statements that create or replace the function {@code {function}} with its {@code {source}}. */
    static List<String> create(String searchPath) {
        return create(searchPath, "");
    }

    /**
     * The same for a function with long queries that read few rows. PostgreSQL would plan such a query for each call if
     * its general plan has higher costs, and the planning takes longer than the query.
     */
    static List<String> createPlannedOnce(String searchPath) {
        return create(searchPath, " SET plan_cache_mode = force_generic_plan");
    }

    private static List<String> create(String searchPath, String settings) {
        return List.of("CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = " + searchPath
                + " SET row_security = off" + settings + " AS {" + SharedStatements.SOURCE + "}", NAME, REVOKE);
    }

    /**
     * A statement after which the owners of the partitioned tables that have triggers with these functions may execute them. PostgreSQL requires that of the role
     * that creates or attaches a partition, because it copies the triggers to it (CloneRowTriggersToPartition in its source).
     */
    static String grantToOwners(Stream<TableName> functions) {
        return GRANT.formatted(functions.map(function -> Literal.of(function.sql() + "()")).collect(Collectors.joining(", ")));
    }

    /**
     * Of each function with one of these names that only its owner may put on a table, or the owner of a partitioned table that has it: its search_path without
     * quotes, and its source.
     */
    static List<List<String>> found(Connection connection, String schema, List<String> names) throws SQLException {
        return FIND.list(connection, row -> List.of(row.getString("path"), row.getString("source")), schema, names);
    }

    /** The statements for a function that has nothing in common with those of other tables. */
    static List<String> create(TableName name, FixedSearchPath path, String body) {
        return new SharedStatements("", create(path.sql()), "{body}", Map.of("function", name.sql(), "body", body)).live();
    }
}
