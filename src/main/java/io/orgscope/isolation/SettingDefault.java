package io.orgscope.isolation;

import io.orgscope.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A default of the setting. Sessions that never set it would work for the organization in the default. */
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

    private SettingDefault() {
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
