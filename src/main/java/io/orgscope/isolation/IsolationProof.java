package io.orgscope.isolation;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Policy;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.IsolatedTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Step 13. It tries on the database what a session of one organization can read, write, move, take over, delete and
 * reach of another organization. Every statement is rolled back. A statement stops at the first row that it reaches.
 */
final class IsolationProof {

    /**
     * The result.
     *
     * @param table    the table
     * @param breaches what reached rows of another organization, a sentence each
     * @param open     what could not be tried or proves nothing, a sentence each
     * @param tried    the number of statements
     */
    record Findings(TableName table, List<String> breaches, List<String> open, int tried) {

        private static final int SHOWN = 10;

        /** The message if a statement reached rows of another organization. */
        Optional<String> failure() {
            return breaches.isEmpty() ? Optional.empty() : Optional.of("verifyOrganizationIsolation: " + table + ": a session reaches, or may reach,"
                    + " rows of an organization that it does not work for. Found: " + breaches.size() + "; statements tried: " + tried
                    + ":\n- " + breaches.stream().limit(SHOWN).collect(Collectors.joining("\n- "))
                    + (breaches.size() > SHOWN ? "\n- …" : "") + "\nEverything was rolled back. Correct the causes, then run the command again.");
        }

        /** What was tried, and what that does not prove. */
        String said() {
            return "13 verify isolation: " + table + ": " + tried + " statements, none reached another organization"
                    + open.stream().limit(SHOWN).map(each -> "\n  not proven: " + each).collect(Collectors.joining());
        }
    }

    private final ProofTarget proof;
    private final Table table;
    private final Attempts attempts;
    private final boolean force;
    private final List<String> breaches = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    /** Those of them whose statement a lock or a timeout ended. */
    private final Set<String> cutShort = new HashSet<>();
    private int tried;

    IsolationProof(ProofTarget proof) {
        this.proof = proof;
        this.table = proof.table();
        this.force = proof.rows().force() && table.forceRowSecurity();
        this.attempts = new Attempts(proof.connection(), proof.rows().setting(), proof.lockTimeout(), proof.statementTimeout());
    }

    Findings run() throws SQLException {
        List<String> names = BoundRoles.concerned(proof.connection(), table, proof.rows());
        List<BoundRoles.Role> roles = BoundRoles.named(proof.connection(), table, names, force);
        names.stream().filter(name -> roles.stream().noneMatch(role -> role.name().equals(name)))
                .forEach(name -> breaches.add("there is no role " + name));
        if (names.isEmpty()) {
            breaches.add("no role is bound: every role that may log in and use " + table.name() + " is a superuser, has BYPASSRLS or owns it");
        }
        ProofRows rows = ProofRows.of(proof, attempts);
        if (rows.other() == null) {
            open.add("the table has no row that this role can see, so nothing shows that a policy hides rows. Verify again when it has rows");
        }
        for (BoundRoles.Role role : roles) {
            role(role, rows);
        }
        if (proof.rows().force()) {
            owner(names, rows);
        }
        if (proof.composite()) {
            references(rows);
        }
        bypasses(names);
        cascades(names);
        members(names);
        SettingDefault.problem(proof.connection(), proof.rows().setting()).ifPresent(breaches::add);
        SettingDefault.functions(proof.connection(), proof.rows().setting(), names).forEach(function -> open.add("it was not called: " + function));
        return new Findings(table.name(), List.copyOf(breaches), List.copyOf(open), tried);
    }

    /** With force: true the owner is bound too. It is tried if there is a policy for it that step 12 has not made. */
    private void owner(List<String> triedRoles, ProofRows rows) throws SQLException {
        if (!force) {
            breaches.add("force: true is declared, and FORCE is off on " + table.name() + ", so the policies do not bind its owner " + table.owner()
                    + ": run update again, or ALTER TABLE " + table.name().sql() + " FORCE ROW LEVEL SECURITY");
        } else if (!triedRoles.contains(table.owner())) {
            Optional<Policy> further = FurtherPolicy.of(proof.connection(), table, table.owner());
            if (further.isPresent()) {
                try {
                    role(BoundRoles.named(proof.connection(), table, List.of(table.owner()), true).get(0), rows);
                } catch (OrgScopeException refused) {
                    String statements = FurtherPolicy.withoutMembership(proof.connection(), further.get(), table.owner());
                    open.add("the owner was not tried, for which the permissive policy " + further.get().name() + " lets rows through: "
                            + refused.getMessage()
                            + (statements.isEmpty() ? "" : " If the owner does not have to reach these rows: " + statements));
                }
            }
        }
    }

    private void role(BoundRoles.Role role, ProofRows rows) throws SQLException {
        String free = role.free(force);
        if (free != null) {
            breaches.add("the policies do not bind role " + role.name() + ": it " + free);
            return;
        }
        role.escape().ifPresent(escape -> open.add("what the other role reaches was not tried: " + escape + ". Take the membership away"));
        for (Attempt attempt : new RoleAttempts(proof, role, rows).all()) {
            make(attempt);
        }
        if (!role.owns() && Privileges.of(proof.connection(), table, role.name()).truncate()) {
            breaches.add("role " + role.name() + " has TRUNCATE, which row security does not check: "
                    + Revocation.of(proof.connection(), table, role.name(), "TRUNCATE"));
        }
    }

    /** The role of this command has to be a member of the bound roles. Whether the application logs in as it too is not in the catalog. */
    private void members(List<String> names) throws SQLException {
        for (BoundRoles.FreeMember member : BoundRoles.freeMembers(proof.connection(), table, names, force)) {
            if (member.own()) {
                open.add("whether the application logs in as the role of this command: " + member.hazard());
            } else {
                breaches.add(member.hazard());
            }
        }
    }

    private void make(Attempt attempt) throws SQLException {
        tried++;
        Attempts.Result result = attempts.make(attempt);
        switch (result.outcome()) {
            case THROUGH -> breaches.add(attempt.told() + " -- " + attempt.cause());
            case UNKNOWN -> {
                String said = attempt.told() + " -- " + result.reason() + (attempt.kind() == Attempt.Kind.BYPASS || attempt.kind() == Attempt.Kind.OWN
                        ? ": " + attempt.cause() : "");
                open.add(said);
                if (result.cutShort()) {
                    cutShort.add(said);
                }
            }
            default -> { }
        }
    }

    private void references(ProofRows rows) throws SQLException {
        Map<TableName, IsolatedTable> targets = ReferenceTargets.of(proof);
        for (ForeignKey key : table.foreignKeys()) {
            IsolatedTable target = targets.get(key.target());
            if (target != null) {
                reference(new ReferenceAttempt(proof, key, target), rows);
            }
        }
        referencesOfPartitions();
    }

    /** The keys that only partitions have. Step 11 changes none of them. */
    private void referencesOfPartitions() throws SQLException {
        Catalog tree = table.partitioned() ? Catalog.ofTree(proof.connection(), table.name()) : Catalog.unknown();
        for (ForeignKey key : tree.foreignKeysOfPartitions(table)) {
            IsolatedTable target = ReferenceTargets.of(proof, tree.find(key.table()).orElseThrow().oid()).get(key.target());
            if (target != null && !(key.validated() && key.pairs().contains(List.of(proof.scopeColumn(), target.column())))) {
                open.add("the foreign key " + key.name() + " (" + key.definition() + ") stays single: only the partition " + key.table() + " has it");
            }
        }
    }

    private void reference(ReferenceAttempt reference, ProofRows rows) throws SQLException {
        Optional<String> single = reference.staysSingle();
        if (single.isPresent()) {
            open.add(single.get());
            return;
        }
        Optional<Attempt> attempt = rows.own() == null ? Optional.empty() : reference.of(rows, attempts);
        int before = breaches.size();
        if (attempt.isPresent()) {
            make(attempt.get());
        }
        if (!reference.carriesOrganization() && breaches.size() == before) {
            breaches.add(table.name() + ": " + reference.cause());
        }
    }

    private void bypasses(List<String> roles) throws SQLException {
        int version = proof.connection().getMetaData().getDatabaseMajorVersion();
        for (Bypass bypass : Bypasses.toTry(proof.connection(), new BoundRoles.Asked(table, roles, force, proof.scopeColumn()))) {
            int before = open.size();
            bypass(bypass, bypass.hazard(table.name().toString()) + ". Next: " + bypass.remedy(version));
            if (bypass.comparing()) {
                // It is tried, because it may compare in a wrong way. Without a breach it counts as correct, unless a lock or a timeout ended a statement.
                open.subList(before, open.size()).removeIf(said -> !cutShort.contains(said));
            }
        }
    }

    private void bypass(Bypass bypass, String cause) throws SQLException {
        if (bypass.above() && bypass.kind() != Bypass.Kind.PARENT) {
            open.add("it was not tried, because it may read the parent's own rows only: " + cause);
        } else if (bypass.kind() == Bypass.Kind.RULE) {
            open.add("it was not tried, because it may write: " + cause);
        } else if (bypass.kind() != Bypass.Kind.FUNCTION) {
            object(bypass, cause);
        } else if (bypass.call() != null) {
            make(new Attempt(bypass.role(), "", Attempt.Kind.BYPASS, "SELECT 1 FROM " + bypass.call() + " AS r WHERE NOT r IS NULL LIMIT 1",
                    List.of(), cause));
        } else {
            open.add("it was not called, because it takes arguments or may write: " + cause);
        }
    }

    /**
     * No row is deleted to try it, because the action would lock and delete rows too. It is no breach: an application may have to delete
     * organizations, and rows of another table may be shared by organizations, or be the session's own.
     */
    private void cascades(List<String> roles) throws SQLException {
        List<BoundRoles.Asked> asked = List.of(new BoundRoles.Asked(table, roles, force));
        for (Cascade cascade : Cascade.of(proof.connection(), asked, null).getOrDefault(table.oid(), List.of())) {
            String cause = cascade.hazard(table.name()) + ". Next: " + cascade.remedy();
            open.add("it was not tried, because it depends on the rows: " + cause);
        }
    }

    /**
     * A role that may only insert or update is refused a read. That is no sign of a policy, so nothing is proven. Of a parent only
     * the rows of the table count.
     */
    private void object(Bypass bypass, String cause) throws SQLException {
        boolean parent = bypass.kind() == Bypass.Kind.PARENT;
        String of = "tableoid = " + table.oid();
        if (bypass.reads()) {
            make(new Attempt(bypass.role(), "", Attempt.Kind.BYPASS, "SELECT 1 FROM " + bypass.name() + (parent ? " WHERE " + of : "") + " LIMIT 1",
                    List.of(), cause));
        }
        if (bypass.deletes()) {
            make(new Attempt(bypass.role(), "", Attempt.Kind.REACH, "DELETE FROM " + bypass.name() + " WHERE " + (parent ? of + " AND " : "")
                    + Attempt.REACHED, List.of(), cause));
        }
        if (!bypass.reads() && !bypass.deletes()) {
            open.add("it was not tried, because the role may " + (parent ? "not read its column tableoid: " : "only insert or update: ") + cause);
        }
    }
}
