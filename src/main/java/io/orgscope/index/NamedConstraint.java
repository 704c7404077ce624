package io.orgscope.index;

import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.RowKeys;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Functions and rules that name a unique constraint which step 09 drops: {@code ON CONFLICT ON CONSTRAINT} in a rule, or in a function whose body is SQL that
 * PostgreSQL has parsed ({@code BEGIN ATOMIC}). PostgreSQL would refuse to drop it (2BP01). It does not know what the text of other functions names.
 */
final class NamedConstraint {

    private static final PreparedQuery NAMING = PreparedQuery.of("naming_constraint", "text[]", """
            SELECT DISTINCT pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS name
              FROM pg_catalog.pg_constraint k
              JOIN pg_catalog.pg_depend d
                ON d.refclassid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.refobjid = k.oid AND d.deptype = 'n'
             WHERE k.contype = 'u' AND k.conindid = ANY ($1::pg_catalog.oid[])
             ORDER BY 1
            """);

    private NamedConstraint() {
    }

    /**
     * Throws if there is one.
     *
     * @param parts the index and its parts on partitions. Each part has a constraint of its own, which is dropped too
     */
    static void refuse(StepContext context, Index old, Collection<Index> parts) throws SQLException {
        List<String> oids = parts.stream().map(part -> Long.toString(part.oid())).toList();
        List<String> names = old.constraint() == null ? List.of() : NAMING.list(context.connection(), row -> row.getString("name"), oids);
        if (!names.isEmpty()) {
            throw new OrgScopeException("The unique constraint " + old.constraint() + " of " + context.name() + " is named by functions or rules, with ON CONFLICT ON CONSTRAINT."
                    + " So PostgreSQL does not drop it. They are: " + names.stream().limit(RowKeys.HANDFUL).collect(Collectors.joining(", "))
                    + (names.size() > RowKeys.HANDFUL ? ", …" : "") + ". Let them name the columns of the scoped index, or drop them."
                    + " Then run update again. Nothing was dropped by this step.");
        }
    }
}
