package io.orgscope.column;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns from which stored generated columns are computed. A BEFORE trigger runs before that, and PostgreSQL refuses a WHEN on a generated column
 * there.
 */
final class GeneratedColumns {

    /** A partition may have another expression. On PostgreSQL 14 the column depends on the others, later its expression does. */
    private static final PreparedQuery BASE = PreparedQuery.of("generated_from", "oid, text[]", InheritanceTree.BY_OID + """
            SELECT DISTINCT b.attname
              FROM tree
              JOIN pg_catalog.pg_attribute g ON g.attrelid = tree.oid AND g.attname = ANY ($2)
              JOIN pg_catalog.pg_attrdef e ON e.adrelid = g.attrelid AND e.adnum = g.attnum
              JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = g.attrelid AND d.refobjsubid > 0
               AND d.refobjsubid <> g.attnum
               AND (d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND d.objid = e.oid
                    OR d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = g.attrelid AND d.objsubid = g.attnum)
              JOIN pg_catalog.pg_attribute b ON b.attrelid = g.attrelid AND b.attnum = d.refobjsubid
            """);

    private GeneratedColumns() {
    }

    /**
     * The same columns, with those from which a generated one is computed in its place.
     *
     * @param table null if there is no catalog. Then nothing is known to be generated
     */
    static Collection<String> replaced(Connection connection, Table table, Collection<String> columns) throws SQLException {
        Set<String> entered = new TreeSet<>(columns);
        if (table == null || !entered.removeIf(name -> table.column(name).map(Column::generated).orElse(false))) {
            return columns;
        }
        List<String> generated = columns.stream().filter(name -> !entered.contains(name)).toList();
        entered.addAll(BASE.list(connection, row -> row.getString("attname"), table.oid(), generated));
        return entered;
    }
}
