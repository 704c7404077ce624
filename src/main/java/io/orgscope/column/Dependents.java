package io.orgscope.column;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.spec.Naming;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What stands on the organization column and is not ours: indexes, constraints and statistics would vanish with it,
 * silently; a view, a policy or a trigger would stop the DROP after all else is gone.
 */
final class Dependents {

    /** A default and NOT NULL belong to the column itself; what we made is in its comment, and our triggers have our name. */
    private static final String QUERY = """
            SELECT DISTINCT pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
              FROM pg_catalog.pg_attribute a
              JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid
               AND d.refobjsubid = a.attnum
              LEFT JOIN pg_catalog.pg_class c ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND c.oid = d.objid
              LEFT JOIN pg_catalog.pg_constraint k ON d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND k.oid = d.objid
              LEFT JOIN pg_catalog.pg_trigger t ON d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND t.oid = d.objid
             WHERE a.attrelid = %s::pg_catalog.regclass AND a.attname = %s
               AND NOT (d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = a.attrelid AND d.objsubid = a.attnum)
               AND d.classid <> 'pg_catalog.pg_attrdef'::pg_catalog.regclass
               AND coalesce(k.contype <> 'n' AND k.conname <> %s, true)
               AND NOT pg_catalog.starts_with(coalesce(t.tgname, ''), 'zz_orgscope_')
               AND pg_catalog.strpos(coalesce(pg_catalog.col_description(a.attrelid, a.attnum), ''), '[orgscope made '
                     || pg_catalog.replace(coalesce(c.relname, k.conname, ' '), E'\\\\', E'\\\\\\\\') || ']') = 0
             ORDER BY 1
            """;

    private final String query;
    private final String message;

    Dependents(StepContext context) {
        query = QUERY.formatted(Literal.of(context.name().sql()), Literal.of(context.scope().column()),
                Literal.of(Naming.notNullCheck(context.name().name())));
        message = "Dropping " + context.name().column(context.scope().column()) + " would take with it what this library did not make: %s."
                + " Drop what may go by hand, then run rollback again. Nothing was dropped by this step.";
    }

    void refuse(Connection connection) throws SQLException {
        List<String> others = Sql.list(connection, query, row -> row.getString(1));
        if (!others.isEmpty()) {
            throw new OrgScopeException(message.formatted(String.join(", ", others)));
        }
    }

    List<String> script() {
        return List.of("DO " + Literal.dollar("\nDECLARE\n  others text := (SELECT pg_catalog.string_agg(o.what, ', ') FROM (" + query
                + ") o);\nBEGIN\n  IF others IS NOT NULL THEN\n    RAISE EXCEPTION USING MESSAGE = pg_catalog.format("
                + Literal.of(message) + ", others);\n  END IF;\nEND\n"));
    }
}
