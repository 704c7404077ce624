package io.orgscope.isolation;

import io.orgscope.postgres.Sql;
import io.orgscope.spec.Naming;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A default of the setting. Sessions that never set it would work for the organization in the default. A function can have such a default too.
 */
final class SettingDefault {

    /** Defaults of a role, of a database, or of all. */
    private static final String DEFAULTS = """
            SELECT pg_catalog.concat_ws(' in ', CASE s.setrole WHEN 0 THEN 'every role' ELSE 'role ' || pg_catalog.pg_get_userbyid(s.setrole) END,
                     (SELECT 'database ' || d.datname FROM pg_catalog.pg_database d WHERE d.oid = s.setdatabase)) AS place
              FROM pg_catalog.pg_db_role_setting s
              CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS c(entry)
             WHERE pg_catalog.lower(pg_catalog.split_part(c.entry, '=', 1)) = pg_catalog.lower(?)
               AND s.setdatabase IN (0, (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))
             LIMIT 1
            """;

    /** Outside a transaction it was not set by us: its value came with the connection. */
    private static final String HERE = "SELECT true WHERE pg_catalog.current_setting(?, true) <> ''";

    /** Functions that a bound role may call and that have the setting as a parameter of their own. */
    private static final String FUNCTIONS = """
            SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(p.proname) || '('
                   || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' AS function
              FROM pg_catalog.pg_proc p
              JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
              CROSS JOIN LATERAL pg_catalog.unnest(p.proconfig) AS c(entry)
             WHERE pg_catalog.lower(pg_catalog.split_part(c.entry, '=', 1)) = pg_catalog.lower(?) AND pg_catalog.split_part(c.entry, '=', 2) <> ''
               AND EXISTS (SELECT FROM pg_catalog.pg_roles b WHERE b.rolname = ANY (?) AND pg_catalog.has_function_privilege(b.oid, p.oid, 'EXECUTE'))
               AND pg_catalog.strpos(coalesce(pg_catalog.obj_description(p.oid, 'pg_proc'), ''), ?) = 0
             ORDER BY 1
            """;

    private SettingDefault() {
    }

    /** The functions that work for an organization of their own, each with what to do, as a sentence without its end. */
    static List<String> functions(Connection connection, String setting, List<String> bound) throws SQLException {
        return Sql.list(connection, FUNCTIONS, row -> "the function " + row.getString("function") + " has a value of its own for " + setting
                + ": whoever calls it works for that organization in it. Next: ALTER ROUTINE " + row.getString("function") + " RESET " + setting
                + "; if it has to work for that organization, put " + Naming.ACCEPTED + " and the reason in its comment", setting, bound, Naming.ACCEPTED);
    }

    /** What is wrong and what to do, as a sentence without its end; empty if nothing is wrong. */
    static Optional<String> problem(Connection connection, String setting) throws SQLException {
        String place = Sql.first(connection, null, DEFAULTS, row -> row.getString("place"), setting);
        if (place != null) {
            return Optional.of("The setting " + setting + " has a default for " + place + ": a session that does not set its organization would work"
                    + " for that one. Remove the default (ALTER ROLE or ALTER"
                    + " DATABASE … RESET " + setting + ")");
        }
        return Sql.first(connection, false, HERE, row -> row.getBoolean(1), setting) ? Optional.of("The setting " + setting + " has a value in this"
                + " session already, and it was not set for a role or a database: a session that does not set its organization would work for that one."
                + " Remove it from the server's configuration (ALTER SYSTEM RESET " + setting
                + "), or from this connection's options") : Optional.empty();
    }
}
