package io.orgscope.index;

import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.RowKeys;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Foreign keys that reference an index which step 09 or a rollback drops. PostgreSQL would refuse that (2BP01), in a rollback after the contract is rolled back.
 * Somebody may add such a key at any time: it needs any unique index over its columns.
 */
final class ReferencingKeys {

    /** Without ours (step 11), which the rollback drops before, also if they are left of a step that was stopped. The comment of their table's column lists them. */
    private static final PreparedQuery OTHERS = PreparedQuery.of("referencing_keys", "text[]", """
            SELECT DISTINCT f.conname || ' of ' || f.conrelid::pg_catalog.regclass AS name
              FROM pg_catalog.pg_depend d
              JOIN pg_catalog.pg_constraint f ON f.oid = d.objid AND f.contype = 'f' AND f.conparentid = 0
             WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = ANY ($1::oid[])
               AND d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
               AND NOT EXISTS (
                     SELECT FROM pg_catalog.pg_description m
                      WHERE m.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND m.objoid = f.conrelid AND m.objsubid > 0
                        AND pg_catalog.strpos(m.description, %s) > 0)
             ORDER BY 1
            """.formatted(Ledger.madeSql("f.conname")));

    private ReferencingKeys() {
    }

    /**
     * Throws if there is one.
     *
     * @param name    the name of the index
     * @param parts   the index and its parts
     * @param command what runs, and has to run again
     */
    static void refuse(StepContext context, String name, Collection<Index> parts, String command) throws SQLException {
        List<String> oids = parts.stream().map(index -> Long.toString(index.oid())).toList();
        List<String> keys = OTHERS.list(context.connection(), row -> row.getString("name"), oids);
        if (!keys.isEmpty()) {
            throw new OrgScopeException("The index " + name + " of " + context.name() + " is what foreign keys reference, so PostgreSQL does not drop it. They are: "
                    + keys.stream().limit(RowKeys.HANDFUL).collect(Collectors.joining(", ")) + (keys.size() > RowKeys.HANDFUL ? ", …" : "")
                    + ". Drop them (ALTER TABLE … DROP CONSTRAINT), or let them reference another key. Then run " + command + " again. Nothing was dropped by this step.");
        }
    }
}
