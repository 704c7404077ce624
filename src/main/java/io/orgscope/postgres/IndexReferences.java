package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The foreign keys that reference an index. They are not read with a few tables, because a table that many others reference
 * would make each reading of the catalog slow.
 */
public final class IndexReferences {

    /** It uses pg_depend, because pg_constraint has no database index for this. */
    private static final PreparedQuery COUNT = PreparedQuery.of("index_references", "oid", """
            SELECT pg_catalog.count(*)
              FROM pg_catalog.pg_depend d
              JOIN pg_catalog.pg_constraint f ON f.oid = d.objid AND f.contype = 'f'
             WHERE d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = $1
               AND d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
            """);

    private IndexReferences() {
    }

    /** Their number. */
    public static int count(Connection connection, Index index) throws SQLException {
        return COUNT.first(connection, 0, row -> row.getInt(1), index.oid());
    }
}
