package io.orgscope.isolation;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.route.Organizations;
import io.orgscope.spec.Isolation;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * The organization of a session: the value of a setting, as SQL of the type of the organization column.
 *
 * <p>The subquery makes it an InitPlan: PostgreSQL evaluates it once for each statement and can look up the result in
 * the index of the organization. If the setting was never set, its value is NULL. If it was set in an earlier
 * transaction, it is empty. In both cases it equals the organization of no row.
 *
 * @param setting name of a custom setting, for example {@code app.organization_id}
 * @param type    what the column stores, as SQL
 * @param schema  where that type is
 */
record SessionOrganization(String setting, String type, String schema) {

    /**
     * The base type of a domain, without a length: a cast to varchar(5) shortens 'org-12' to 'org-1', which may be
     * another organization.
     */
    private static final String STORED = """
            WITH RECURSIVE chain AS (
              SELECT a.atttypid AS type FROM pg_catalog.pg_attribute a WHERE a.attrelid = ?::oid AND a.attname = ?
              UNION ALL
              SELECT t.typbasetype FROM chain c JOIN pg_catalog.pg_type t ON t.oid = c.type WHERE t.typtype = 'd')
            SELECT CASE WHEN n.nspname = 'pg_catalog' THEN pg_catalog.format_type(t.oid, -1)
                        ELSE pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(t.typname) END AS type, n.nspname AS schema
              FROM chain c
              JOIN pg_catalog.pg_type t ON t.oid = c.type AND t.typtype <> 'd'
              JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            """;

    /**
     * Reads the type from the catalog. In a script for a column that does not exist yet it is the type of the organizations'
     * key.
     *
     * @throws OrgScopeException if the name of the setting is not valid
     */
    static SessionOrganization of(StepContext context, String setting) throws SQLException {
        requireName(setting);
        Organizations organizations = context.scope().organizations();
        if (context.column().isPresent()) {
            return stored(context.connection(), setting, context.table().orElseThrow(), context.scope().column());
        }
        Optional<Table> keys = context.catalog().find(organizations.table()).filter(table -> table.column(organizations.key()).isPresent());
        return keys.isPresent() ? stored(context.connection(), setting, keys.get(), organizations.key())
                : new SessionOrganization(setting, unlimited(context.resolved().keyType()), organizations.table().schema());
    }

    private static SessionOrganization stored(Connection connection, String setting, Table table, String column) throws SQLException {
        return Sql.list(connection, STORED, row -> new SessionOrganization(setting, row.getString("type"), row.getString("schema")), table.oid(), column).get(0);
    }

    /** A declared type without its length. Without a length, character means character(1), and bit means bit(1). */
    private static String unlimited(String type) {
        String bare = type.replaceFirst(" COLLATE .*", "").replaceFirst("\\s*\\(.*\\)", "").strip();
        return switch (bare.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")) {
            case "character", "char", "national character", "national char", "nchar" -> "pg_catalog.bpchar";
            case "bit" -> "pg_catalog.\"bit\"";
            default -> bare;
        };
    }

    /** Throws if PostgreSQL would not accept the name for a custom setting. */
    static void requireName(String setting) {
        if (!Isolation.SETTING.matcher(setting).matches()) {
            throw new OrgScopeException("'" + setting + "' cannot be the setting that says which organization a session works for:"
                    + " a custom setting has two names with a dot between them, for example " + Isolation.Rows.DEFAULT_SETTING + ".");
        }
    }

    /** The organization, or NULL, as an uncorrelated subquery. */
    String sql() {
        return "(SELECT " + plain() + ")";
    }

    /** The same without a subquery. */
    String plain() {
        return "nullif(pg_catalog.current_setting(" + Literal.of(setting) + ", true), '')::" + type;
    }

    /** PostgreSQL resolves operators when a policy is made. The path has only its own schema and that of the type. */
    String searchPath() {
        return "SET LOCAL search_path = pg_catalog, " + (schema.equals("pg_catalog") ? "" : Identifier.quote(schema) + ", ") + "pg_temp";
    }
}
