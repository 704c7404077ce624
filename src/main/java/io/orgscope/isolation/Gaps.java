package io.orgscope.isolation;

import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.Table;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.IsolatedTable;
import io.orgscope.spec.Isolation;
import io.orgscope.step.StepContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What gets past the policies of a table: for whoever asks outside of a migration. */
public final class Gaps {

    /**
     * One of them.
     *
     * @param object what it is: a view, a function, a role
     * @param hazard a sentence without its end
     * @param remedy the next step, a sentence without its end
     */
    public record Gap(String object, String hazard, String remedy) {
    }

    private Gaps() {
    }

    /** Views, materialized views and functions that read as a role that is not bound. */
    public static List<Gap> objects(Connection connection, Table table, Isolation.Rows rows) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        return Bypasses.of(connection, table, BoundRoles.concerned(connection, table, rows), rows.force()).stream()
                .map(bypass -> new Gap(bypass.name(), bypass.hazard(table.name().toString()), bypass.remedy(version))).toList();
    }

    /** Roles that the policies should bind, and do not. */
    public static List<Gap> roles(Connection connection, Table table, Isolation.Rows rows) throws SQLException {
        boolean force = table.forceRowSecurity();
        List<Gap> gaps = new ArrayList<>();
        for (BoundRoles.Role role : BoundRoles.named(connection, table, rows.roles(), force)) {
            String next = "Let the application connect as a role of its own, NOSUPERUSER NOBYPASSRLS, that was granted what it needs";
            if (role.free(force) != null) {
                gaps.add(new Gap(role.name(), "the policies do not bind role " + role.name() + ": it " + role.free(force), next));
            } else if (role.escapes() != null) {
                gaps.add(new Gap(role.name(), "role " + role.name() + " may become " + role.escapes() + " (SET ROLE), whom the policies do not bind",
                        "Take the membership away"));
            }
        }
        return gaps;
    }

    /** Step 13, of a table that need not be declared. */
    public static Proven prove(Connection connection, ScopedTable table, Isolation.Rows rows, List<IsolatedTable> isolated, boolean composite,
                               Duration timeout) throws SQLException {
        Proof proof = Proof.of(StepContext.of(connection, table, LockPolicy.DEFAULT, false), rows, isolated, composite, timeout);
        IsolationProof.Findings findings = new IsolationProof(proof).run();
        return new Proven(findings.breaches(), findings.open(), findings.tried());
    }

    /**
     * What a proof has shown.
     *
     * @param breaches what got through, a sentence each
     * @param open     what could not be tried to its end, a sentence each
     * @param tried    how many statements
     */
    public record Proven(List<String> breaches, List<String> open, int tried) {
    }
}
