package io.orgscope.column;

import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ResolvedScope;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The function of {@link FillTrigger} as the database has it.
 *
 * @param owner the role with whose privileges it runs
 * @param own   whether that is the role of this session
 */
record FoundFunction(String source, String owner, boolean own) {

    private static final PreparedQuery FIND = PreparedQuery.of("fill_source", "text, text", """
            SELECT p.prosrc, r.rolname, r.rolname = current_user AS own
              FROM pg_catalog.pg_proc p
              JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
              JOIN pg_catalog.pg_roles r ON r.oid = p.proowner
             WHERE n.nspname = $1 AND p.proname = $2 AND p.pronargs = 0
            """);

    /** Empty if there is none with the name of the table. */
    static Optional<FoundFunction> of(StepContext context) throws SQLException {
        if (context.connection() == null) {
            return Optional.empty();
        }
        TableName name = new FillTrigger(context).function();
        return Optional.ofNullable(FIND.first(context.connection(), null,
                row -> new FoundFunction(row.getString("prosrc"), row.getString("rolname"), row.getBoolean("own")), name.schema(), name.name()));
    }

    /** Whether it follows these routes. The rest of it can differ: it also depends on the privileges of its owner. */
    boolean follows(ResolvedScope resolved) {
        return source.contains(FillTrigger.routed(resolved.inTriggers().routed()));
    }
}
