package io.orgscope.isolation;

import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.IsolatedTable;
import io.orgscope.step.Ledger;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables with an organization that a table may reference. */
final class ReferenceTargets {

    /**
     * The referenced tables that have an organization column, with that column: one with our record in its comment, else the
     * one of the same name, unless it references something else than the organizations.
     */
    private static final String REFERENCED = """
            SELECT DISTINCT n.nspname, c.relname, scope.attname
              FROM pg_catalog.pg_constraint k
              JOIN pg_catalog.pg_class c ON c.oid = k.confrelid AND c.oid IS DISTINCT FROM pg_catalog.to_regclass(?)
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              CROSS JOIN LATERAL (SELECT coalesce(
                %s,
                (SELECT a.attname FROM pg_catalog.pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attname = ?::name AND (
                        SELECT coalesce(pg_catalog.bool_or(f.confrelid = pg_catalog.to_regclass(?)), true) FROM pg_catalog.pg_constraint f
                         WHERE f.conrelid = a.attrelid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum]))) AS attname) AS scope
             WHERE k.conrelid = ?::oid AND k.contype = 'f' AND scope.attname IS NOT NULL
            """.formatted(Ledger.recordedColumn("c.oid", "?", "?", "?::name"));

    private ReferenceTargets() {
    }

    /** The declared tables, and those that are declared in another file or not at all. Nothing is known about the isolation of the latter. */
    static Map<TableName, IsolatedTable> of(ProofTarget proof) throws SQLException {
        return of(proof, proof.table().oid());
    }

    /** The same of a partition of the table. */
    static Map<TableName, IsolatedTable> of(ProofTarget proof, long relation) throws SQLException {
        Map<TableName, IsolatedTable> targets = new LinkedHashMap<>(proof.isolated());
        String organizations = proof.organizations().table().sql();
        Sql.list(proof.connection(), REFERENCED, row -> new IsolatedTable(row.getString("nspname"), row.getString("relname"), row.getString("attname"), false, false),
                organizations, Ledger.madeColumn(), Ledger.adoptedColumn(), proof.scopeColumn(), proof.scopeColumn(), organizations, relation)
                .forEach(table -> targets.putIfAbsent(new TableName(table.schema(), table.table()), table));
        return targets;
    }
}
