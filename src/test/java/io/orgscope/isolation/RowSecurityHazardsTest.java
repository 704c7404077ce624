package io.orgscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.postgres.LockPolicy;
import io.orgscope.spec.Isolation;
import io.orgscope.step.StepContext;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What would make the policies void is refused or said, each with what to do. */
@PostgresTest
class RowSecurityHazardsTest {

    private Tenants tenants;
    private String app;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        tenants = new Tenants(database);
        app = Tenants.role(tenants.app);
    }

    private List<String> check(boolean force, String... roles) throws SQLException {
        return tenants.hazards(force, roles);
    }

    private List<String> check() throws SQLException {
        return check(false, tenants.app.user());
    }

    private void refused(boolean force, String role, String... said) {
        assertThatThrownBy(() -> check(force, role)).hasMessageContaining("notes").hasMessageContaining("Nothing was changed.")
                .hasMessageContainingAll(said);
    }

    @Test
    void nothingIsSaidOfAnApplicationWithARoleOfItsOwn() throws SQLException {
        assertThat(check()).isEmpty();
        assertThat(check(true, tenants.app.user(), tenants.owner.user())).as("the owner, forced").singleElement().asString()
                .contains("may switch row security off");
    }

    @Test
    void aRoleThatIsNotBoundIsRefused(TestDatabase database) throws SQLException {
        refused(false, "nobody_at_all", "There is no role nobody_at_all");
        refused(false, tenants.owner.user(), "it owns it", "force: true");
        refused(true, "postgres", "is a superuser");
        database.execute("ALTER ROLE " + app + " BYPASSRLS");
        refused(true, tenants.app.user(), "has BYPASSRLS");
        database.execute("ALTER ROLE " + app + " NOBYPASSRLS", "GRANT " + tenants.owner.user() + " TO " + app);
        refused(false, tenants.app.user(), "a member of its owner");
        database.execute("REVOKE " + tenants.owner.user() + " FROM " + app, "REVOKE ALL ON notes FROM " + app);
        assertThatThrownBy(this::checkEverybody).hasMessageContaining("would bind nobody").hasMessageContaining("owner: " + tenants.owner.user());
    }

    private List<String> checkEverybody() throws SQLException {
        return check(false);
    }

    @Test
    void aPermissivePolicyThatWidensIsRefused() throws SQLException {
        tenants.owner.execute("CREATE POLICY published ON notes FOR SELECT USING (body = 'published')");
        refused(false, tenants.app.user(), "the permissive policy published (FOR SELECT TO public USING (body = 'published'::text))", "AS RESTRICTIVE");
        tenants.owner.execute("ALTER POLICY published ON notes TO " + tenants.owner.user());
        assertThat(check()).as("of another role").isEmpty();
        assertThatThrownBy(this::checkEverybody).hasMessageContaining("the permissive policy published");
        tenants.owner.execute("DROP POLICY published ON notes", "CREATE POLICY narrow ON notes AS RESTRICTIVE USING (id > 0)");
        assertThat(check()).as("restrictive").isEmpty();
        tenants.owner.execute("CREATE POLICY orgscope_isolation_update ON notes AS RESTRICTIVE USING (id > 0)");
        refused(false, tenants.app.user(), "a policy orgscope_isolation_update that is not ours", "RENAME TO");
    }

    /** With force: true the policies bind the owner too. */
    @Test
    void aPermissivePolicyOfAForcedOwnerIsRefused() throws SQLException {
        tenants.owner.execute("CREATE POLICY maintenance ON notes TO " + tenants.owner.user() + " USING (true)");
        assertThat(check()).as("it is not bound").isEmpty();
        refused(true, tenants.app.user(), "the permissive policy maintenance", "declare force: false");
        tenants.database.execute("ALTER TABLE notes OWNER TO postgres");
        assertThat(tenants.hazards(tenants.database, true, tenants.app.user())).as("no policy and no FORCE applies to it").isEmpty();
    }

    @Test
    void aPermissivePolicyThatAForcedOwnerInheritsIsRefused(TestDatabase database) throws SQLException {
        String reporting = "reporting_" + database.name();
        String group = "group_" + database.name();
        database.execute("CREATE ROLE " + reporting, "CREATE ROLE " + group + " IN ROLE " + reporting, "GRANT " + group + " TO " + tenants.owner.user());
        try {
            tenants.owner.execute("CREATE POLICY maintenance ON notes TO " + reporting + " USING (true)");
            String revoke = "REVOKE " + group + " FROM " + tenants.owner.user();
            refused(true, tenants.app.user(), "the permissive policy maintenance", "or run " + revoke, Postgres.major() < 16 ? revoke + ", if the owner"
                    : "(or GRANT " + group + " TO " + tenants.owner.user() + " WITH INHERIT FALSE)");
            database.execute(Postgres.major() < 16 ? revoke : "GRANT " + group + " TO " + tenants.owner.user() + " WITH INHERIT FALSE");
            assertThat(check(true, tenants.app.user())).isEmpty();
        } finally {
            database.execute("DROP OWNED BY " + reporting, "DROP ROLE " + group + ", " + reporting);
        }
    }

    @Test
    void aRoleWithAPolicyOfItsOwnThatItMayBecomeIsSaid(TestDatabase database) throws SQLException {
        String reporting = "reporting_" + database.name();
        database.asRole(reporting);
        database.execute("ALTER ROLE " + app + " NOINHERIT", "GRANT " + reporting + " TO " + app);
        tenants.owner.execute("GRANT SELECT ON notes TO " + reporting, "CREATE POLICY everything ON notes FOR SELECT TO " + reporting + " USING (true)");
        assertThat(check()).singleElement().asString().contains("role " + tenants.app.user() + " may become " + reporting
                + " (SET ROLE). The permissive policy everything is for that role. Take the membership away.");
        tenants.owner.execute("DROP POLICY everything ON notes", "CREATE POLICY everything ON notes AS RESTRICTIVE FOR SELECT TO " + reporting + " USING (true)");
        assertThat(check()).noneMatch(said -> said.contains("may become"));
        tenants.owner.execute("DROP POLICY everything ON notes", "CREATE POLICY own ON notes TO " + reporting
                + " USING (organization_id = (SELECT current_setting('" + Tenants.SETTING + "')::integer))");
        assertThat(check()).as("of the session's organization").noneMatch(said -> said.contains("may become"));
    }

    /** What is left of an earlier try: DISABLE does not remove it. */
    @Test
    void aForceThatWouldBecomeEffectiveIsRefused() throws SQLException {
        tenants.owner.execute("ALTER TABLE notes FORCE ROW LEVEL SECURITY");
        refused(false, tenants.app.user(), "FORCE ROW LEVEL SECURITY is set on notes", "Declare force: true", "\"notes\" NO FORCE ROW LEVEL SECURITY");
        assertThat(check(true, tenants.app.user())).as("declared").isEmpty();
        tenants.owner.execute("COMMENT ON COLUMN notes.organization_id IS '[orgscope made forced row security]'");
        assertThat(check()).as("ours, which the step removes").isEmpty();
        tenants.owner.execute("COMMENT ON COLUMN notes.organization_id IS NULL", "ALTER TABLE notes ENABLE ROW LEVEL SECURITY");
        assertThat(check()).as("in effect before").isEmpty();
    }

    /** Row security and one policy, both made by step 12, and FORCE, which it has not made. */
    private void forcedByHand(String roles) throws SQLException {
        tenants.owner.execute("DROP POLICY IF EXISTS orgscope_isolation_select ON notes", "CREATE POLICY orgscope_isolation_select ON notes FOR SELECT TO " + roles
                        + " USING (organization_id = 1)", "ALTER TABLE notes ENABLE ROW LEVEL SECURITY", "ALTER TABLE notes FORCE ROW LEVEL SECURITY",
                "COMMENT ON COLUMN notes.organization_id IS '[orgscope made row security]\n[orgscope made policy orgscope_isolation_select]'");
    }

    /** Somebody has set FORCE after step 12. The owner had no policy of ours before this run, or keeps the one that it has. */
    @Test
    void aForceThatChangesNothingForTheOwnerIsNotRefused(TestDatabase database) throws SQLException {
        forcedByHand(app);
        assertThat(check()).as("no policy is for the owner").isEmpty();
        forcedByHand("PUBLIC");
        assertThat(checkEverybody()).as("the policies stay for everybody").isEmpty();
        database.execute("GRANT " + app + " TO " + tenants.owner.user());
        assertThat(check()).as("the owner has the policies of the role that it inherits").isEmpty();
    }

    /** FORCE was there, and step 12 has switched row security on with force: true. Without force the policies would not be for the owner. */
    @Test
    void aForceThatStaysWithoutAPolicyForTheOwnerIsRefused() throws SQLException {
        forcedByHand("PUBLIC");
        refused(false, tenants.app.user(), "FORCE ROW LEVEL SECURITY is set on notes, and step 12 has not set it");
        forcedByHand(app + ", " + tenants.owner.user());
        assertThat(check(true, tenants.app.user())).as("declared").isEmpty();
        refused(false, tenants.app.user(), "FORCE ROW LEVEL SECURITY is set on notes, and step 12 has not set it",
                "Declare force: true", "\"notes\" NO FORCE ROW LEVEL SECURITY");
        tenants.owner.execute("COMMENT ON COLUMN notes.organization_id IS '[orgscope made row security]\n[orgscope made forced row security]\n"
                + "[orgscope made policy orgscope_isolation_select]'");
        assertThat(check()).as("ours, which the step removes").isEmpty();
    }

    @Test
    void aDefaultOfTheSettingIsRefused(TestDatabase database) throws SQLException {
        database.execute("ALTER ROLE " + app + " SET " + Tenants.SETTING + " = '1'");
        assertThatThrownBy(this::check).hasMessageContaining("has a default for role " + tenants.app.user()).hasMessageContaining("RESET");
        database.execute("ALTER ROLE " + app + " RESET ALL", "ALTER DATABASE " + database.name() + " SET " + Tenants.SETTING + " = '1'");
        assertThatThrownBy(this::check).hasMessageContaining("every role in database " + database.name());
    }

    /** PostgreSQL lets only a superuser make one, or a role with a privilege on the setting. */
    @Test
    void aFunctionWithAValueOfItsOwnIsSaid(TestDatabase database) throws SQLException {
        database.execute("CREATE FUNCTION first_one() RETURNS SETOF notes LANGUAGE sql SET \"App.Organization_id\" = '1' AS 'SELECT * FROM public.notes'",
                "CREATE FUNCTION cleared() RETURNS integer LANGUAGE sql SET " + Tenants.SETTING + " = '' AS 'SELECT 1'",
                "CREATE FUNCTION hidden() RETURNS integer LANGUAGE sql SET " + Tenants.SETTING + " = '1' AS 'SELECT 1'", "REVOKE EXECUTE ON FUNCTION hidden() FROM PUBLIC");
        assertThat(check()).singleElement().asString().contains("the function public.first_one() has a value of its own for " + Tenants.SETTING,
                "ALTER ROUTINE public.first_one() RESET " + Tenants.SETTING);
        database.execute("COMMENT ON FUNCTION first_one() IS '[orgscope accepted] the demo'");
        assertThat(check()).isEmpty();
        database.execute("COMMENT ON FUNCTION first_one() IS NULL", "ALTER ROUTINE public.first_one() RESET " + Tenants.SETTING);
        assertThat(check()).isEmpty();
    }

    /** The role does not inherit from the owner, and the group does. */
    @Test
    void aGroupThatInheritsFromTheOwnerAndThatARoleMayBecomeIsSaid(TestDatabase database) throws SQLException {
        assumeTrue(Postgres.major() >= 16);
        String group = "group_" + database.name();
        database.execute("CREATE ROLE " + group, "GRANT " + group + " TO " + app + " WITH INHERIT FALSE, SET TRUE",
                "GRANT " + tenants.owner.user() + " TO " + group + " WITH INHERIT TRUE, SET FALSE");
        try {
            assertThat(check()).singleElement().asString().contains("role " + tenants.app.user() + " may become " + group + " (SET ROLE). The policies do not bind that role");
            assertThat(check(true, tenants.app.user())).as("forced").isEmpty();
        } finally {
            database.execute("DROP ROLE " + group);
        }
    }

    /** By postgresql.conf, ALTER SYSTEM or the connection's options: every session has it, and the catalog does not know of it. */
    @Test
    void aValueThatCameWithTheConnectionIsRefused() throws SQLException {
        try (Connection connection = DriverManager.getConnection(tenants.owner.url() + "&options=-c%20" + Tenants.SETTING + "=1")) {
            RowSecurityHazards hazards = new RowSecurityHazards(StepContext.of(connection, tenants.notes(), LockPolicy.DEFAULT, false),
                    new Isolation.Rows(Tenants.SETTING, List.of(tenants.app.user()), false));
            assertThatThrownBy(hazards::check).hasMessageContaining("has a value in this session already").hasMessageContaining("ALTER SYSTEM RESET");
        }
    }

    /** The policies bind the group; its member that logs in has BYPASSRLS of its own. */
    @Test
    void aMemberOfAGroupThatIsNotBoundIsSaid(TestDatabase database) throws SQLException {
        String group = "group_" + database.name();
        database.execute("CREATE ROLE " + group, "GRANT " + group + " TO " + app);
        tenants.owner.execute("GRANT SELECT ON notes TO " + group, "REVOKE ALL ON notes FROM " + app);
        assertThat(check(false, group)).isEmpty();
        database.execute("ALTER ROLE " + app + " BYPASSRLS");
        try {
            assertThat(check(false, group)).singleElement().asString().contains("role " + tenants.app.user() + " is a member of " + group + " and has BYPASSRLS");
        } finally {
            database.execute("DROP OWNED BY " + group, "DROP ROLE " + group);
        }
    }

    /** The policies bind the group; a member that logs in owns the table, or inherits from its owner. */
    @Test
    void aMemberOfAGroupThatOwnsTheTableIsSaid(TestDatabase database) throws SQLException {
        String group = "group_" + database.name();
        database.execute("CREATE ROLE " + group, "GRANT " + group + " TO " + tenants.owner.user());
        tenants.owner.execute("GRANT SELECT ON notes TO " + group, "REVOKE ALL ON notes FROM " + app);
        try {
            assertThat(check(false, group)).singleElement().asString().contains("role " + tenants.owner.user() + " is a member of " + group
                    + " and owns the table, or is a member of its owner: the policies do not bind whoever logs in as it");
            assertThat(check(true, group)).as("forced").isEmpty();
            database.execute("REVOKE " + group + " FROM " + tenants.owner.user(), "GRANT " + group + ", " + tenants.owner.user() + " TO " + app);
            assertThat(check(false, group)).singleElement().asString().contains("role " + tenants.app.user() + " is a member of " + group + " and owns");
        } finally {
            database.execute("REVOKE " + tenants.owner.user() + " FROM " + app, "DROP OWNED BY " + group, "DROP ROLE " + group);
        }
    }

    /** The policies bind the group; another policy is for a member that logs in. */
    @Test
    void aPolicyOfAMemberOfAGroupIsSaid(TestDatabase database) throws SQLException {
        String group = "group_" + database.name();
        database.execute("CREATE ROLE " + group, "GRANT " + group + " TO " + app);
        tenants.owner.execute("GRANT SELECT ON notes TO " + group, "REVOKE ALL ON notes FROM " + app,
                "CREATE POLICY \"For \"\"one\"\"\" ON notes TO " + app + " USING (true)");
        try {
            assertThat(check(false, group)).singleElement().asString().contains("role " + tenants.app.user() + " is a member of " + group
                    + " and the permissive policy For \"one\" is for it: whoever logs in as it reaches the rows that this policy lets through", "AS RESTRICTIVE");
            tenants.owner.execute("DROP POLICY \"For \"\"one\"\"\" ON notes", "CREATE POLICY narrow ON notes AS RESTRICTIVE TO " + app + " USING (true)");
            assertThat(check(false, group)).as("restrictive").isEmpty();
            tenants.owner.execute("CREATE POLICY orgscope_isolation_select ON notes TO " + app + " USING (true)",
                    "COMMENT ON COLUMN notes.organization_id IS '[orgscope made policy orgscope_isolation_select]'");
            assertThat(check(false, group)).as("ours, which the step makes again").isEmpty();
        } finally {
            database.execute("DROP OWNED BY " + group, "DROP ROLE " + group);
        }
    }

    /** As with PostgREST: the login has no privilege of its own, and becomes the role of each request. */
    @Test
    void aRoleThatOnlySetRoleReachesIsBound(TestDatabase database) throws SQLException {
        String web = "web_" + database.name();
        database.execute("CREATE ROLE " + web, "ALTER ROLE " + app + " NOINHERIT", "GRANT " + web + " TO " + app);
        tenants.owner.execute("REVOKE ALL ON notes FROM " + app);
        try {
            assertThatThrownBy(this::checkEverybody).hasMessageContaining("would bind nobody").hasMessageContaining("name its roles in roles:");
            tenants.owner.execute("GRANT SELECT, TRUNCATE ON notes TO " + web);
            assertThat(checkEverybody()).singleElement().asString().contains("role " + web + " has TRUNCATE");
        } finally {
            database.execute("DROP OWNED BY " + web, "DROP ROLE " + web);
        }
    }

    @Test
    void whoMayMakeRolesMayBecomeOne(TestDatabase database) throws SQLException {
        database.execute("ALTER ROLE " + app + " CREATEROLE");
        assertThat(check()).hasSize(Postgres.major() < 16 ? 1 : 0).allMatch(said -> said.contains("may become "));
    }

    @Test
    void whatRowSecurityHasNoSayInIsSaid(TestDatabase database) throws SQLException {
        tenants.owner.execute("GRANT TRUNCATE, TRIGGER ON notes TO " + app);
        String other = "reports_" + database.name();
        database.asRole(other);
        tenants.owner.execute("GRANT SELECT ON notes TO " + other);
        String way = "bypass_" + database.name();
        database.asRole(way);
        database.execute("ALTER ROLE " + way + " BYPASSRLS", "ALTER ROLE " + app + " NOINHERIT", "GRANT " + way + " TO " + app);
        assertThat(check()).hasSize(3).anyMatch(said -> said.contains("has TRIGGER, TRUNCATE, which row security does not check"))
                .anyMatch(said -> said.contains("no policy is for " + other) && said.contains("BYPASSRLS"))
                .anyMatch(said -> said.contains("may become " + way + " (SET ROLE)"));
    }

    /** The application's role owns the large objects of every organization, and no policy applies to them. */
    @Test
    void aColumnForLargeObjectsIsSaid() throws SQLException {
        tenants.owner.execute("CREATE DOMAIN lo AS oid", "ALTER TABLE notes ADD scan oid, ADD photo lo, ADD kind regtype");
        assertThat(check()).hasSize(2).anyMatch(said -> said.contains("the column scan has the type oid. If it refers to large objects"))
                .anyMatch(said -> said.contains("the column photo has the type lo. If it refers to large objects"));
        tenants.owner.execute("COMMENT ON COLUMN notes.scan IS '[orgscope accepted] a role'", "ALTER TABLE notes DROP photo");
        assertThat(check()).isEmpty();
    }

    /** No roles are declared, and the only role has privileges on columns alone. */
    @Test
    void aRoleWithPrivilegesOnColumnsIsBound() throws SQLException {
        tenants.owner.execute("REVOKE ALL ON notes FROM " + app, "GRANT SELECT (id, body) ON notes TO " + app);
        assertThat(checkEverybody()).isEmpty();
        tenants.owner.execute("GRANT REFERENCES (id) ON notes TO " + app);
        assertThat(checkEverybody()).singleElement().asString().contains(tenants.app.user() + " has REFERENCES, which row security does not check");
    }

    @Test
    void aRoleWithPrivilegesOnColumnsThatWouldSeeNoRowIsSaid(TestDatabase database) throws SQLException {
        String other = "reports_" + database.name();
        database.asRole(other);
        tenants.owner.execute("GRANT SELECT (id) ON notes TO " + other);
        assertThat(check()).singleElement().asString().contains("no policy is for " + other);
    }

    /** REVOKE from the role itself would change nothing: it has the privileges through PUBLIC and through a group of its group. */
    @Test
    void fromWhomToRevokeIsSaid(TestDatabase database) throws SQLException {
        String group = "group_" + database.name();
        String above = "above_" + database.name();
        database.execute("CREATE ROLE " + above, "CREATE ROLE " + group + " IN ROLE " + above, "GRANT " + group + " TO " + app);
        try {
            tenants.owner.execute("GRANT TRUNCATE ON notes TO PUBLIC", "GRANT REFERENCES (id) ON notes TO " + above);
            String said = check().get(0);
            assertThat(said).contains("has REFERENCES, TRUNCATE", "REVOKE REFERENCES, TRUNCATE ON public.notes FROM ", "PUBLIC", above);
            tenants.owner.execute(said.substring(said.indexOf("REVOKE ")));
            assertThat(check()).isEmpty();
        } finally {
            database.execute("DROP OWNED BY " + above, "DROP ROLE " + group + ", " + above);
        }
    }
}
