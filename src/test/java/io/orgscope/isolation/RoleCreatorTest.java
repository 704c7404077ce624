package io.orgscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgscope.postgres.LockPolicy;
import io.orgscope.spec.Isolation;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepRunner;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The migrating role has CREATEROLE and makes the roles. From PostgreSQL 16 on it is a member of each with ADMIN OPTION, without SET and
 * without INHERIT.
 */
@PostgresTest
class RoleCreatorTest {

    private Tenants tenants;
    private String group;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        tenants = new Tenants(database);
        group = "group_" + database.name();
        database.execute("ALTER ROLE " + tenants.owner.user() + " CREATEROLE");
        tenants.owner.execute("CREATE ROLE " + group, "GRANT SELECT ON notes TO " + group);
    }

    @AfterEach
    void drop() throws SQLException {
        tenants.database.execute("DROP OWNED BY " + group, "DROP ROLE " + group);
    }

    /** PostgreSQL adds to a membership that is there only what the GRANT names. */
    private void grant(String role, String option) throws SQLException {
        tenants.database.execute("GRANT " + role + " TO " + tenants.owner.user() + (Postgres.major() < 16 ? "" : " WITH " + option + " TRUE"));
    }

    private IsolationProof.Findings prove() throws SQLException {
        Isolation.Rows rows = new Isolation.Rows(Tenants.SETTING, List.of(), false);
        try (Connection connection = tenants.owner.connection()) {
            StepContext context = StepContext.of(connection, tenants.notes(), LockPolicy.DEFAULT, false);
            new StepRunner(connection, LockPolicy.DEFAULT).run(new RowSecurity(context, rows).enable());
            return new IsolationProof(ProofTarget.of(StepContext.of(connection, tenants.notes(), LockPolicy.DEFAULT, false), rows, List.of(), false,
                    Duration.ofSeconds(5))).run();
        }
    }

    /** No session runs as the group: nobody who logs in may become it. */
    @Test
    void aGroupThatOnlyItsCreatorIsAMemberOfIsNotTried() throws SQLException {
        grant(Tenants.role(tenants.app), "SET");
        IsolationProof.Findings findings = prove();
        assertThat(findings.breaches()).isEmpty();
        assertThat(findings.open()).isEmpty();
        assertThat(findings.tried()).isPositive();
    }

    /** What the message says is enough, also for a role that this role has made. */
    @Test
    void theCreatorIsToldHowToBecomeIt() throws SQLException {
        tenants.owner.execute("REVOKE ALL ON notes FROM " + Tenants.role(tenants.app));
        tenants.database.execute("ALTER ROLE " + group + " LOGIN");
        String said = catchThrowable(this::prove).getMessage();
        assertThat(said).contains("To check what role " + group + " can reach, this role has to become it");
        tenants.database.execute(said.substring(said.indexOf("GRANT "), said.indexOf(';')));
        assertThat(prove().breaches()).isEmpty();
    }

    /** With SET, and without INHERIT, a login becomes the group. */
    @Test
    void aGroupThatALoginMayBecomeIsTried() throws SQLException {
        tenants.owner.execute("REVOKE ALL ON notes FROM " + Tenants.role(tenants.app));
        tenants.database.execute("ALTER ROLE " + tenants.owner.user() + " NOINHERIT");
        grant(group, "SET");
        IsolationProof.Findings findings = prove();
        assertThat(findings.breaches()).isEmpty();
        assertThat(findings.tried()).isPositive();
    }

    @Test
    void theCreatorIsNoMemberThatThePoliciesDoNotBind() throws SQLException {
        assertThat(tenants.hazards(false, group)).noneMatch(said -> said.contains("role " + tenants.owner.user() + " is a member of " + group));
        grant(group, "INHERIT");
        assertThat(tenants.hazards(false, group)).anyMatch(said -> said.contains("role " + tenants.owner.user() + " is a member of " + group));
    }

    @Test
    void thePoliciesOfTheCreatorAreNotThoseOfTheGroup() throws SQLException {
        try (Connection connection = tenants.owner.connection()) {
            assertThat(Gaps.policyRoles(connection, Set.of(group)).get(group)).containsExactly(group);
            grant(group, "SET");
            assertThat(Gaps.policyRoles(connection, Set.of(group)).get(group)).contains(group, tenants.owner.user());
        }
    }

    /** With ADMIN OPTION a role can grant itself the rest. Without it, and without SET, it cannot become the other. */
    @Test
    void aMembershipIsAHazardIfTheRoleMayBecomeTheOther() throws SQLException {
        String way = "bypass_" + tenants.database.name();
        tenants.database.asRole(way);
        String app = Tenants.role(tenants.app);
        tenants.database.execute("ALTER ROLE " + way + " BYPASSRLS", "ALTER ROLE " + app + " NOINHERIT", "GRANT " + way + " TO " + app
                + (Postgres.major() < 16 ? "" : " WITH SET FALSE"));
        assertThat(tenants.hazards(false, tenants.app.user()).stream().filter(said -> said.contains("may become ")))
                .hasSize(Postgres.major() < 16 ? 1 : 0);
        tenants.database.execute("GRANT " + way + " TO " + app + " WITH ADMIN OPTION");
        assertThat(tenants.hazards(false, tenants.app.user())).anyMatch(said -> said.contains("may become " + way));
    }
}
