package io.orgscope.column;

import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.Map;

/**
 * A function of ours that triggers call. It runs with the privileges of its owner, because the application may not have the
 * privilege to read or write what the function does. So nobody else may call it, and its search_path is fixed. If row
 * security is forced on the owner, its queries fail (42501), because a policy could hide rows from them.
 */
final class TriggerFunction {

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
                + " SET row_security = off" + settings + " AS {" + SharedStatements.SOURCE + "}", "REVOKE ALL ON FUNCTION {function}() FROM PUBLIC");
    }

    /** The statements for a function that has nothing in common with those of other tables. */
    static List<String> create(TableName name, FixedSearchPath path, String body) {
        return new SharedStatements("", create(path.sql()), "{body}", Map.of("function", name.sql(), "body", body)).live();
    }
}
