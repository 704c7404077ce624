package io.orgscope.isolation;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import io.orgscope.reference.Crossing;
import io.orgscope.spec.IsolatedTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The attempts of a role on one table: for an organization with rows, for some without rows, and without an organization. */
final class RoleAttempts {

    private final ProofTarget proof;
    private final Table table;
    private final String name;
    private final BoundRoles.Role role;
    private final ProofRows rows;
    private final List<Attempt> all = new ArrayList<>();

    RoleAttempts(ProofTarget proof, BoundRoles.Role role, ProofRows rows) {
        this.proof = proof;
        this.table = proof.table();
        this.name = table.name().sql();
        this.role = role;
        this.rows = rows;
    }

    List<Attempt> all() throws SQLException {
        Privileges privileges = Privileges.of(proof.connection(), table, role.name());
        List<String> nobody = new ArrayList<>(rows.organizationsWithoutRows());
        nobody.add(0, null);
        nobody.add(1, "");
        for (String organization : nobody) {
            add(PolicyCommand.SELECT, organization, Attempt.Kind.READ, "SELECT 1 FROM " + name + " LIMIT 1");
            reach(privileges, organization, "");
        }
        if (rows.own() != null) {
            ownOrganization(privileges);
        }
        if (rows.other() != null && !privileges.inserts().isEmpty()) {
            ProofRows.Row row = rows.other();
            String none = rows.own() == null ? "" : rows.own().organization();
            // A role that may not write the organization gets it from a default or a trigger: maybe its own, and rightly so.
            if (privileges.inserts().contains(proof.scopeColumn())) {
                write(PolicyCommand.INSERT, none, insert(privileges, null), row);
            }
            write(PolicyCommand.INSERT, "", insert(privileges, null), row);
        }
        return all;
    }

    private void ownOrganization(Privileges privileges) {
        String own = rows.own().organization();
        String others = " WHERE " + proof.column() + " IS DISTINCT FROM " + proof.key(own);
        reads(privileges, own, others);
        reach(privileges, own, rows.other().key() + " AND ");
        reach(privileges, own, proof.column() + " IS DISTINCT FROM " + proof.key(own) + " AND ");
        joins(own);
        if (privileges.updates().contains(proof.scopeColumn())) {
            String move = "UPDATE " + name + " SET " + proof.column() + " = " + proof.key(rows.other().organization()) + " WHERE ";
            add(PolicyCommand.UPDATE, own, Attempt.Kind.WRITE, move + rows.own().key());
            add(PolicyCommand.UPDATE, own, Attempt.Kind.WRITE, move + Attempt.FIRST);
        }
        takeOver(privileges, own);
    }

    /**
     * A role that may not read the organization column cannot ask for it. Then the session has to see some row, and not
     * the one with the key of another organization's row. A role that may read no column sees no row of its own either.
     */
    private void reads(Privileges privileges, String own, String others) {
        String select = "SELECT 1 FROM " + name;
        if (privileges.selects().contains(proof.scopeColumn())) {
            String of = " WHERE " + proof.column() + " = ";
            add(PolicyCommand.SELECT, own, Attempt.Kind.OWN, select + of + proof.key(own) + " LIMIT 1");
            add(PolicyCommand.SELECT, own, Attempt.Kind.READ, select + of + proof.key(rows.other().organization()) + " LIMIT 1");
            add(PolicyCommand.SELECT, own, Attempt.Kind.READ, select + others + " LIMIT 1");
        } else {
            if (!privileges.selects().isEmpty()) {
                add(PolicyCommand.SELECT, own, Attempt.Kind.OWN, select + " LIMIT 1");
            }
            add(PolicyCommand.SELECT, own, Attempt.Kind.READ, select + " WHERE " + rows.other().key() + " LIMIT 1");
        }
    }

    /** An UPDATE and a DELETE that stop at the first row that the policies let through. */
    private void reach(Privileges privileges, String organization, String condition) {
        if (!privileges.updates().isEmpty()) {
            add(PolicyCommand.UPDATE, organization, Attempt.Kind.REACH, "UPDATE " + name + " SET " + Identifier.quote(privileges.updates().get(0))
                    + " = DEFAULT WHERE " + condition + Attempt.REACHED);
        }
        if (privileges.delete()) {
            add(PolicyCommand.DELETE, organization, Attempt.Kind.REACH, "DELETE FROM " + name + " WHERE " + condition + Attempt.REACHED);
        }
    }

    /** Reads rows of other tables with row security that the session's own rows reference. */
    private void joins(String own) {
        for (ForeignKey key : table.foreignKeys()) {
            IsolatedTable isolated = proof.isolated().get(key.target());
            Optional<Table> target = proof.catalog().find(key.target());
            if (isolated != null && isolated.rows() && target.isPresent()) {
                all.add(new Attempt(role.name(), own, Attempt.Kind.READ, "SELECT 1 FROM " + name + " t JOIN " + key.target().sql() + " p ON " + Crossing.join(key, "t", "p")
                        + " WHERE p." + Identifier.quote(isolated.column()) + " IS DISTINCT FROM " + proof.key(own) + " LIMIT 1", List.of(),
                        Cause.of(target.get(), PolicyCommand.SELECT, role, proof.rows().force())));
            }
        }
    }

    /** Writes a row with the key of another organization's row, so that this row would belong to the session's organization. */
    private void takeOver(Privileges privileges, String own) {
        List<String> key = table.identityWithout(proof.scopeColumn());
        if (!key.isEmpty() && privileges.inserts().containsAll(key) && privileges.inserts().contains(proof.scopeColumn())
                && privileges.updates().contains(proof.scopeColumn())) {
            write(PolicyCommand.UPDATE, own, insert(privileges, own) + " ON CONFLICT (" + Identifier.list("", key) + ") DO UPDATE SET " + proof.column()
                    + " = " + proof.key(own), rows.other());
        }
    }

    /** Inserts a copy of a row, with its own organization unless another is given. */
    private String insert(Privileges privileges, String organization) {
        String values = privileges.inserts().stream().map(column -> organization != null && column.equals(proof.scopeColumn())
                ? proof.key(organization) : "(s.r)." + Identifier.quote(column)).collect(Collectors.joining(", "));
        return "INSERT INTO " + name + " (" + Identifier.list("", privileges.inserts()) + ") OVERRIDING SYSTEM VALUE SELECT " + values
                + " FROM (SELECT ?::" + name + " AS r) AS s";
    }

    private void write(PolicyCommand command, String organization, String sql, ProofRows.Row row) {
        all.add(new Attempt(role.name(), organization, Attempt.Kind.WRITE, sql, List.of(row.whole()), cause(command)));
    }

    private void add(PolicyCommand command, String organization, Attempt.Kind kind, String sql) {
        all.add(new Attempt(role.name(), organization, kind, sql, List.of(), kind == Attempt.Kind.OWN
                ? "the session does not see rows of its own organization either, so this attempt proves nothing. Is "
                + proof.rows().setting() + " the setting that the policies compare with?" : cause(command)));
    }

    private String cause(PolicyCommand command) {
        return Cause.of(table, command, role, proof.rows().force());
    }
}
