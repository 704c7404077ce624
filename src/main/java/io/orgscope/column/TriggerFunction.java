package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.TableName;
import java.util.List;

/**
 * A function of ours that triggers call. It runs with the rights of its owner, as the application may not be allowed to read
 * or write what it does. So nobody else may call it, and names without a schema are looked for nowhere else than in its own
 * search_path. Where row security is forced on the owner, its queries fail (42501): they would leave out rows that a policy hides.
 */
final class TriggerFunction {

    private TriggerFunction() {
    }

    /** The statements that make it, or make it anew where it is there. */
    static List<String> create(TableName name, String searchPath, String body) {
        return create(name, searchPath, "", body);
    }

    /**
     * The same for a function whose queries are long and read few rows. PostgreSQL plans such a query anew for each call when
     * its general plan looks dearer, and the planning takes longer than the query.
     */
    static List<String> createPlannedOnce(TableName name, String searchPath, String body) {
        return create(name, searchPath, " SET plan_cache_mode = force_generic_plan", body);
    }

    private static List<String> create(TableName name, String searchPath, String settings, String body) {
        return List.of("CREATE OR REPLACE FUNCTION " + name.sql() + "() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = " + searchPath
                + " SET row_security = off" + settings + " AS " + Literal.dollar(body), "REVOKE ALL ON FUNCTION " + name.sql() + "() FROM PUBLIC");
    }
}
