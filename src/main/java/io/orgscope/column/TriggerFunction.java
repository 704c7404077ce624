package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.TableName;
import java.util.List;

/**
 * A function of ours that triggers call. It runs with the rights of its owner, because the application may not have the
 * right to read or write what the function does. So nobody else may call it, and its search_path is fixed. If row
 * security is forced on the owner, its queries fail (42501), because a policy could hide rows from them.
 */
final class TriggerFunction {

    private TriggerFunction() {
    }

    /** The statements that create or replace the function. */
    static List<String> create(TableName name, String searchPath, String body) {
        return create(name, searchPath, "", body);
    }

    /**
     * The same for a function with long queries that read few rows. PostgreSQL would plan such a query for each call if
     * its general plan has higher costs, and the planning takes longer than the query.
     */
    static List<String> createPlannedOnce(TableName name, String searchPath, String body) {
        return create(name, searchPath, " SET plan_cache_mode = force_generic_plan", body);
    }

    private static List<String> create(TableName name, String searchPath, String settings, String body) {
        return List.of("CREATE OR REPLACE FUNCTION " + name.sql() + "() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = " + searchPath
                + " SET row_security = off" + settings + " AS " + Literal.dollar(body), "REVOKE ALL ON FUNCTION " + name.sql() + "() FROM PUBLIC");
    }
}
