package io.orgscope.isolation;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Policy;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Isolation;
import io.orgscope.spec.Naming;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what would bypass the policies of step 12, before anything is changed. A role that they would not bind, and a
 * policy that shows more rows, are refused. Objects that bypass them with the privileges of another role lead to a warning.
 */
final class RowSecurityHazards {

    /** Privileges that row security does not check. Of these, only REFERENCES can be granted on a column. */
    private static final String PRIVILEGES = """
            SELECT found.rolname, found.privileges, %s AS next
              FROM (
                SELECT r.oid, r.rolname, c.oid AS relation, pg_catalog.string_agg(p.privilege, ', ' ORDER BY p.privilege) AS privileges
                  FROM pg_catalog.pg_roles r
                  CROSS JOIN (VALUES ('TRUNCATE'), ('REFERENCES'), ('TRIGGER')) AS p(privilege)
                  JOIN pg_catalog.pg_class c ON c.oid = ?::oid
                 WHERE r.rolname = ANY (?) AND NOT pg_catalog.pg_has_role(r.oid, c.relowner, 'USAGE')
                   AND CASE p.privilege WHEN 'REFERENCES' THEN pg_catalog.has_any_column_privilege(r.oid, c.oid, p.privilege)
                       ELSE pg_catalog.has_table_privilege(r.oid, c.oid, p.privilege) END
                 GROUP BY r.oid, r.rolname, c.oid) AS found
             ORDER BY found.rolname
            """.formatted(Revocation.sql("found.oid", "found.relation", "found.privileges", "found.privileges"));

    /**
     * Triggers of step 02 that run as a role that forced row security binds. They are on the table, or on others and read
     * or lock its rows. Our functions have its name quoted.
     */
    private static final String BOUND_TRIGGERS = """
            SELECT n.nspname, c.relname, r.rolname
              FROM pg_catalog.pg_trigger t
              JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
              JOIN pg_catalog.pg_roles r ON r.oid = p.proowner AND NOT r.rolsuper AND NOT r.rolbypassrls
              JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE pg_catalog.starts_with(t.tgname, ?) AND (c.oid = ?::oid OR pg_catalog.strpos(p.prosrc, ?) > 0)
            """;

    /** Columns of type oid, or of a domain over it, such as lo of the extension lo. */
    private static final String LARGE_OBJECTS = """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, NULL) AS type
              FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
             WHERE a.attrelid = ?::oid AND a.attnum > 0 AND NOT a.attisdropped AND 'pg_catalog.oid'::pg_catalog.regtype IN (t.oid, t.typbasetype)
               AND pg_catalog.strpos(coalesce(pg_catalog.col_description(a.attrelid, a.attnum), ''), ?) = 0
             ORDER BY a.attnum
            """;

    private record BoundTrigger(String table, String runsAs) {
    }

    private final StepContext context;
    private final Isolation.Rows options;
    private final Connection connection;

    RowSecurityHazards(StepContext context, Isolation.Rows options) {
        this.context = context;
        this.options = options;
        this.connection = context.connection();
    }

    /**
     * Checks everything.
     *
     * @return the warnings
     * @throws OrgScopeException for what is refused
     */
    List<String> check() throws SQLException {
        Optional<Table> found = context.table();
        if (found.isEmpty()) {
            return List.of();
        }
        Table table = found.get();
        List<String> bound = BoundRoles.concerned(connection, table, options);
        roles(table, bound);
        forced(table);
        names(table);
        permissive(table);
        triggers(table);
        defaults();
        return warnings(table, bound);
    }

    private void roles(Table table, List<String> bound) throws SQLException {
        List<BoundRoles.Role> roles = BoundRoles.named(connection, table, bound, options.force());
        for (String name : options.roles()) {
            BoundRoles.Role role = roles.stream().filter(candidate -> candidate.name().equals(name)).findFirst().orElseThrow(() ->
                    new OrgScopeException("There is no role " + name + ", but the row security of " + table.name() + " is declared for it. Create it,"
                            + " or correct roles: (write names as in the catalog, in the same case); then run update again. Nothing was changed."));
            String free = role.free(options.force());
            if (free != null) {
                throw new OrgScopeException("Row security on " + table.name() + " would not bind role " + name + ": it " + free + ". Let the"
                        + " application connect as a role of its own, NOSUPERUSER NOBYPASSRLS, with the privileges that it needs"
                        + (role.owns() && !role.superuser() && !role.bypass() ? ", or declare force: true, which binds the owner too" : "")
                        + "; then run update again. Nothing was changed.");
            }
        }
        if (bound.isEmpty()) {
            throw new OrgScopeException("Row security on " + table.name() + " would bind nobody: every role that may log in and use the table is a"
                    + " superuser, has BYPASSRLS, or owns it (owner: " + table.owner() + "). Let the application connect as a role of its own"
                    + " with the privileges that it needs, name its roles in roles:, or declare force: true, which binds the owner too; then run update"
                    + " again. Nothing was changed.");
        }
    }

    /**
     * DISABLE leaves FORCE as it is. So ENABLE would make a FORCE of former times effective. If step 12 has switched row security on, FORCE
     * counts only if this run would take a policy from the owner: from force: true to force: false, or from everybody to roles. If
     * somebody has set FORCE later, and the owner has none, the run changes nothing for the owner.
     */
    private void forced(Table table) throws SQLException {
        if (table.forceRowSecurity() && !options.force() && !context.ledger().has(Ledger.made(Ledger.FORCED_ROW_SECURITY))
                && (!table.rowSecurity() || context.ledger().has(Ledger.made(Ledger.ROW_SECURITY)) && takesFromOwner(table))) {
            throw new OrgScopeException("FORCE ROW LEVEL SECURITY is set on " + table.name() + ", and step 12 has not set it. The policies would bind the"
                    + " owner too: its jobs and views would see no row, without an error. Declare force: true, or run ALTER TABLE " + table.name().sql()
                    + " NO FORCE ROW LEVEL SECURITY; then run update again. Nothing was changed.");
        }
    }

    private boolean takesFromOwner(Table table) throws SQLException {
        List<String> owner = List.of(table.owner());
        if (options.roles().isEmpty() || FurtherPolicy.concerns(connection, options.roles(), owner)) {
            return false;
        }
        for (Policy policy : table.policies()) {
            if (ours(policy) && FurtherPolicy.concerns(connection, policy.roles().contains(Policy.EVERYBODY) ? owner : policy.roles(), owner)) {
                return true;
            }
        }
        return false;
    }

    private void names(Table table) {
        for (PolicyCommand command : PolicyCommand.values()) {
            boolean taken = table.policies().stream().anyMatch(policy -> policy.name().equals(command.policy()))
                    && !context.ledger().has(Ledger.policy(command.policy()));
            if (taken) {
                throw new OrgScopeException(table.name() + " has a policy " + command.policy() + " that is not ours. Rename it (ALTER POLICY … ON "
                        + table.name().sql() + " RENAME TO …) or drop it; then run update again. Nothing was changed.");
            }
        }
    }

    /**
     * PostgreSQL lets a row through if any permissive policy does. So another permissive policy can only let more rows
     * through.
     */
    private void permissive(Table table) throws SQLException {
        for (Policy policy : table.policies()) {
            if (policy.permissive() && !ours(policy) && concerns(policy, table)) {
                throw new OrgScopeException(table.name() + " has the permissive policy " + policy.name() + " ("
                        + policy.definition() + "). PostgreSQL combines permissive policies with OR: a session of any organization would reach the rows"
                        + " that this one lets through. Drop it, or make it restrictive (DROP POLICY, CREATE POLICY … AS RESTRICTIVE)"
                        + (concerns(policy, options.roles()) ? "" : ofOwner(policy, table)) + "; then run update again. Nothing was changed.");
            }
        }
    }

    /** What else helps if it is for the owner alone. */
    private String ofOwner(Policy policy, Table table) throws SQLException {
        String statements = FurtherPolicy.withoutMembership(connection, policy, table.owner());
        return (statements.isEmpty() ? "" : ", or run " + statements + ", if the owner does not have to reach these rows")
                + ", or declare force: false, if the owner has to reach these rows";
    }

    private boolean ours(Policy policy) {
        return context.ledger().has(Ledger.policy(policy.name()));
    }

    /** Whether it is for a role that the policies should bind. With force: true the owner is one. */
    private boolean concerns(Policy policy, Table table) throws SQLException {
        return concerns(policy, options.roles()) || options.force() && concerns(policy, List.of(table.owner()));
    }

    private boolean concerns(Policy policy, List<String> roles) throws SQLException {
        return roles.isEmpty() || policy.roles().contains(Policy.EVERYBODY) || FurtherPolicy.concerns(connection, policy, roles);
    }

    /** A trigger that sees only one organization would not move the rows of the others, without an error. */
    private void triggers(Table table) throws SQLException {
        List<BoundTrigger> found = options.force() ? Sql.list(connection, BOUND_TRIGGERS, row -> new BoundTrigger(
                new TableName(row.getString("nspname"), row.getString("relname")).toString(), row.getString("rolname")),
                Naming.TRIGGERS, table.oid(), table.name().sql()) : List.of();
        if (!found.isEmpty()) {
            throw new OrgScopeException(table.name() + " is used by triggers of step 02 on " + joined(found, BoundTrigger::table)
                    + ". They run as " + joined(found, BoundTrigger::runsAs) + ", which the policies would bind with force: true. If a row went to another"
                    + " organization, the triggers would not see all rows that have to follow it. Run step 10 first (label orgscope-contract), or declare"
                    + " force: false until then; then run update again. Nothing was changed.");
        }
    }

    private static String joined(List<BoundTrigger> triggers, Function<BoundTrigger, String> part) {
        return triggers.stream().map(part).distinct().sorted().collect(Collectors.joining(", "));
    }

    private void defaults() throws SQLException {
        Optional<String> problem = SettingDefault.problem(connection, options.setting());
        if (problem.isPresent()) {
            throw new OrgScopeException(problem.get() + "; then run update again. Nothing was changed.");
        }
    }

    private List<String> warnings(Table table, List<String> bound) throws SQLException {
        List<String> warnings = new ArrayList<>();
        BoundRoles.Asked asked = new BoundRoles.Asked(table, bound, options.force(), context.scope().column());
        for (BoundRoles.Role role : BoundRoles.named(connection, List.of(asked)).getOrDefault(table.oid(), List.of())) {
            if (role.owns()) {
                warnings.add(warning(table, "role " + role.name() + " owns it, or is a member of its owner: it is bound, but it may switch row security"
                        + " off. Let the application connect as a role of its own."));
            }
            role.escape().ifPresent(escape -> warnings.add(warning(table, escape + ". Take the membership away.")));
        }
        BoundRoles.freeMembers(connection, table, bound, options.force()).forEach(member -> warnings.add(warning(table, member.hazard() + ".")));
        if (!options.roles().isEmpty()) {
            List<String> shutOut = BoundRoles.shutOut(connection, table, options.roles());
            if (!shutOut.isEmpty()) {
                warnings.add(warning(table, "no policy is for " + String.join(", ", shutOut) + ", which have privileges on the table: they will see"
                        + " no row. Name them in roles:. Give a role that has to see all organizations BYPASSRLS or a policy of its own."));
            }
        }
        Sql.list(connection, PRIVILEGES, row -> warnings.add(warning(table, "role " + row.getString("rolname") + " has " + row.getString("privileges")
                + ", which row security does not check. Revoke what it does not need: " + row.getString("next"))), table.oid(), bound);
        Sql.list(connection, LARGE_OBJECTS, row -> warnings.add(warning(table, "the column " + row.getString("attname") + " has the type " + row.getString("type")
                + ". If it refers to large objects: row security does not apply to them, and a role reaches those of every organization if it owns them."
                + " Keep the contents in the table (bytea or text). If it refers to none, put " + Naming.ACCEPTED + " and the reason in the comment of the"
                + " column.")), table.oid(), Naming.ACCEPTED);
        int version = connection.getMetaData().getDatabaseMajorVersion();
        for (Bypass bypass : Bypasses.of(connection, asked)) {
            warnings.add(warning(table, bypass.hazard(table.name().toString()) + ". Next: " + bypass.remedy(version) + "."));
        }
        SettingDefault.functions(connection, options.setting(), bound).forEach(function -> warnings.add(warning(table, function + ".")));
        NewPartitions.hazards(connection, table, bound).forEach(hazard -> warnings.add(warning(table, hazard)));
        // This step may not have run yet for the other tables with an organization.
        Cascade.of(connection, List.of(asked), context.scope().column()).getOrDefault(table.oid(), List.of())
                .forEach(cascade -> warnings.add(warning(table, cascade.hazard(table.name()) + ". Next: " + cascade.remedy() + ".")));
        return warnings;
    }

    private static String warning(Table table, String text) {
        return "12 row security: " + table.name() + ": " + text;
    }
}
