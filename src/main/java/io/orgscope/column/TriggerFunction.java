package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.TableName;
import java.util.List;

/**
 * A function of ours that triggers call. It runs with the rights of its owner, as the application may not be allowed to read
 * or write what it does. So nobody else may call it, and names without a schema are looked for nowhere else than in its own
 * search_path.
 */
final class TriggerFunction {

    private TriggerFunction() {
    }

    /** The statements that make it, or make it anew where it is there. */
    static List<String> create(TableName name, String searchPath, String body) {
        return List.of("CREATE OR REPLACE FUNCTION " + name.sql() + "() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = " + searchPath
                + " AS " + Literal.dollar(body), "REVOKE ALL ON FUNCTION " + name.sql() + "() FROM PUBLIC");
    }
}
