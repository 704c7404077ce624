package io.orgscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof finds each way in which isolation can be broken, and nothing where it is whole. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationProofTest {

    private static final String OWN = "organization_id = (SELECT nullif(current_setting('app.organization_id', true), '')::integer)";
    private static final String OPEN = "organization_id = coalesce(nullif(current_setting('app.organization_id', true), '')::integer, organization_id)";

    private ProvenNotes notes;
    private Tenants tenants;
    private RowSnapshot rows;

    @BeforeAll
    void load(TestDatabase database) throws SQLException {
        notes = new ProvenNotes(database);
        tenants = notes.tenants();
        rows = RowSnapshot.of(database);
    }

    private void enable(String table) throws SQLException {
        notes.enable(table);
    }

    private IsolationProof.Findings prove(String table) throws SQLException {
        return notes.prove(table);
    }

    private String filled(String sql) {
        return notes.filled(sql);
    }

    /**
     * A way to break it.
     *
     * @param sql  breaks it, as superuser; {@code APP} and {@code OWNER} stand for the roles
     * @param undo mends it; the policies themselves are made anew by step 12
     * @param said what the finding says
     */
    record Break(String table, String sql, String undo, String said) {

        @Override
        public String toString() {
            return sql;
        }
    }

    private static Break policy(String command, String clause) {
        return new Break("notes", "ALTER POLICY orgscope_isolation_" + command + " ON notes " + clause, null, "orgscope_isolation_" + command);
    }

    private static Break further(String policy) {
        return new Break("notes", "CREATE POLICY further ON notes " + policy, "DROP POLICY further ON notes", "further");
    }

    private static Break notes(String sql, String undo, String said) {
        return new Break("notes", sql, undo, said);
    }

    static Stream<Break> breaks() {
        return Stream.of(
                policy("select", "USING (true)"),
                policy("select", "USING (" + OWN + " OR body = 'note 3')"),
                policy("select", "USING (" + OPEN + ")"),
                policy("select", "USING (" + OWN.replace(" = (", " <= (") + ")"),
                policy("select", "USING (" + OWN.replace(" = (", " >= (") + ")"),
                policy("update", "USING (true)"),
                policy("update", "USING (" + OPEN + ") WITH CHECK (" + OWN + ")"),
                policy("update", "USING (" + OWN + " OR id = 12) WITH CHECK (" + OWN + ")"),
                policy("update", "WITH CHECK (true)"),
                policy("update", "WITH CHECK (organization_id > 0)"),
                policy("insert", "WITH CHECK (true)"),
                policy("insert", "WITH CHECK (" + OPEN + ")"),
                notes("ALTER POLICY orgscope_isolation_insert ON notes WITH CHECK (true); ALTER ROLE OWNER SET log_parameter_max_length_on_error = -1",
                        "ALTER ROLE OWNER RESET ALL", "orgscope_isolation_insert"),
                policy("insert", "WITH CHECK (body LIKE 'note%')"),
                policy("delete", "USING (true)"),
                policy("delete", "USING (" + OPEN + ")"),
                policy("delete", "USING (" + OWN + " OR id = 12)"),
                further("FOR SELECT USING (body = 'note 2')"),
                further("FOR ALL TO PUBLIC USING (true)"),
                further("FOR UPDATE TO APP USING (id = 2)"),
                further("FOR INSERT TO APP WITH CHECK (id > 0)"),
                further("FOR DELETE TO APP USING (id % 2 = 0)"),
                new Break("notes", "ALTER TABLE notes DISABLE ROW LEVEL SECURITY", "ALTER TABLE notes ENABLE ROW LEVEL SECURITY", "row security is off"),
                notes("ALTER ROLE APP BYPASSRLS", "ALTER ROLE APP NOBYPASSRLS", "has BYPASSRLS"),
                notes("ALTER ROLE APP SUPERUSER", "ALTER ROLE APP NOSUPERUSER", "is a superuser"),
                notes("REVOKE APP FROM OWNER; GRANT OWNER TO APP", "REVOKE OWNER FROM APP; GRANT APP TO OWNER", "a member of its owner"),
                notes("GRANT TRUNCATE ON notes TO APP", "REVOKE TRUNCATE ON notes FROM APP", "has TRUNCATE"),
                notes("GRANT TRUNCATE ON notes TO PUBLIC", "REVOKE TRUNCATE ON notes FROM PUBLIC", "REVOKE TRUNCATE ON public.notes FROM PUBLIC"),
                notes("ALTER ROLE APP SET app.organization_id = '2'", "ALTER ROLE APP RESET ALL", "has a default for role"),
                notes("CREATE VIEW v AS SELECT body FROM notes; ALTER VIEW v OWNER TO OWNER; GRANT SELECT ON v TO APP", "DROP VIEW v", "the view public.v"),
                notes("CREATE VIEW v AS SELECT * FROM notes; GRANT DELETE ON v TO APP", "DROP VIEW v", "DELETE FROM public.v"),
                notes("CREATE VIEW v AS SELECT * FROM notes; GRANT SELECT (id, body) ON v TO APP", "DROP VIEW v", "the view public.v"),
                notes("CREATE MATERIALIZED VIEW m AS SELECT count(*) FROM notes; GRANT SELECT ON m TO APP", "DROP MATERIALIZED VIEW m",
                        "the materialized view public.m"),
                notes("CREATE FUNCTION f() RETURNS bigint STABLE SECURITY DEFINER LANGUAGE sql AS 'SELECT count(*) FROM public.notes'", "DROP FUNCTION f()",
                        "the SECURITY DEFINER function public.f()"),
                notes("REVOKE UPDATE ON notes FROM APP; GRANT UPDATE (body) ON notes TO APP; ALTER POLICY orgscope_isolation_update ON notes USING (true)",
                        "GRANT UPDATE ON notes TO APP", "SET \"body\" = DEFAULT"),
                new Break("comments", "ALTER TABLE comments DROP CONSTRAINT comments_note; UPDATE comments SET note = 2 WHERE id = 10;"
                        + " ALTER TABLE comments ADD CONSTRAINT comments_note FOREIGN KEY (note) REFERENCES notes; ALTER TABLE notes DISABLE ROW LEVEL SECURITY",
                        "ALTER TABLE notes ENABLE ROW LEVEL SECURITY; UPDATE comments SET note = 1 WHERE id = 10; ALTER TABLE comments DROP CONSTRAINT"
                        + " comments_note, ADD CONSTRAINT comments_note FOREIGN KEY (organization_id, note) REFERENCES notes (organization_id, id)", "JOIN"),
                new Break("comments", "ALTER TABLE comments DROP CONSTRAINT comments_note, ADD CONSTRAINT comments_note FOREIGN KEY (note) REFERENCES notes",
                        "ALTER TABLE comments DROP CONSTRAINT comments_note, ADD CONSTRAINT comments_note FOREIGN KEY (organization_id, note)"
                                + " REFERENCES notes (organization_id, id)", "does not include the organization"),
                new Break("comments", "ALTER TABLE comments DROP CONSTRAINT comments_note, ADD CONSTRAINT comments_note FOREIGN KEY (organization_id, note)"
                        + " REFERENCES notes (organization_id, id) NOT VALID", "ALTER TABLE comments VALIDATE CONSTRAINT comments_note", "is NOT VALID"),
                notes("ALTER POLICY orgscope_isolation_select ON notes USING (" + OWN.replace("app.", "other.") + ")", null, "the setting that the policies compare"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void everyBreakIsFound(Break broken) throws SQLException {
        tenants.database.execute(filled(broken.sql()));
        try {
            assertThat(prove(broken.table()).breaches()).isNotEmpty().anyMatch(breach -> breach.contains(broken.said()));
        } finally {
            if (broken.undo() != null) {
                tenants.database.execute(filled(broken.undo()));
            }
            enable("notes");
        }
    }

    /** After every break: each was mended, and no attempt has left anything. */
    @AfterAll
    void allIsAsItWas() throws SQLException {
        nothingIsFoundWhereItIsWhole();
        RowSnapshot.assertSame(rows, RowSnapshot.of(tenants.database));
    }

    @Test
    void nothingIsFoundWhereItIsWhole() throws SQLException {
        for (String table : List.of("notes", "comments")) {
            IsolationProof.Findings findings = prove(table);
            assertThat(findings.breaches()).isEmpty();
            assertThat(findings.open()).isEmpty();
            assertThat(findings.tried()).isGreaterThan(20);
        }
    }

    /** Such a policy costs more than the condition of an attempt. It is evaluated first, but only if the condition is not leakproof. */
    @Test
    void policiesWithoutASubqueryAreWhole() throws SQLException {
        String own = "(organization_id = nullif(current_setting('app.organization_id', true), '')::integer)";
        tenants.owner.execute("ALTER POLICY orgscope_isolation_select ON notes USING " + own, "ALTER POLICY orgscope_isolation_insert ON notes WITH CHECK " + own,
                "ALTER POLICY orgscope_isolation_update ON notes USING " + own + " WITH CHECK " + own, "ALTER POLICY orgscope_isolation_delete ON notes USING " + own);
        try {
            assertThat(prove("notes").breaches()).isEmpty();
            assertThat(prove("notes").open()).isEmpty();
        } finally {
            enable("notes");
        }
    }

    /** By its own name, and through a view that depends on the partition alone. */
    @Test
    void aPartitionIsFound() throws SQLException {
        tenants.owner.execute(filled("CREATE TABLE logs (id integer, organization_id integer REFERENCES organizations, body text) PARTITION BY RANGE (id);"
                + " CREATE TABLE logs_2024 PARTITION OF logs DEFAULT; INSERT INTO logs SELECT id, organization_id, body FROM notes;"
                + " GRANT SELECT ON logs TO APP; CREATE VIEW recent AS SELECT * FROM logs_2024"));
        try {
            enable("logs");
            assertThat(prove("logs").breaches()).isEmpty();
            tenants.owner.execute(filled("GRANT SELECT (id, body) ON logs_2024 TO APP"));
            assertThat(prove("logs").breaches()).singleElement().asString().contains("SELECT 1 FROM public.logs_2024 LIMIT 1");
            tenants.owner.execute("ALTER TABLE logs_2024 ENABLE ROW LEVEL SECURITY");
            assertThat(prove("logs").breaches()).as("it has no policy").isEmpty();
            tenants.owner.execute("CREATE POLICY own ON logs_2024 FOR SELECT USING (" + OWN + ")");
            assertThat(prove("logs").breaches()).as("of the organization").isEmpty();
            tenants.owner.execute("CREATE POLICY everything ON logs_2024 FOR SELECT USING (true)");
            assertThat(prove("logs").breaches()).anyMatch(breach -> breach.contains("SELECT 1 FROM public.logs_2024 LIMIT 1")
                    && breach.contains("Its permissive policy everything lets rows through"));
            tenants.owner.execute(filled("DROP POLICY everything ON logs_2024; ALTER TABLE logs_2024 DISABLE ROW LEVEL SECURITY;"
                    + " REVOKE ALL ON logs_2024 FROM APP; GRANT SELECT ON recent TO APP"));
            assertThat(prove("logs").breaches()).singleElement().asString().contains("the view public.recent reads a partition of logs");
        } finally {
            tenants.owner.execute("DROP TABLE logs CASCADE");
        }
    }

    /** Rows of several partitions have the same ctid. */
    @Test
    void aRowWithoutAKeyIsFoundInItsPartition() throws SQLException {
        tenants.owner.execute(filled("CREATE TABLE logs (organization_id integer REFERENCES organizations, body text) PARTITION BY LIST (organization_id);"
                + " CREATE TABLE logs_1 PARTITION OF logs FOR VALUES IN (1); CREATE TABLE logs_of_others PARTITION OF logs DEFAULT;"
                + " INSERT INTO logs SELECT organization_id, body FROM notes; GRANT SELECT, INSERT, UPDATE, DELETE ON logs TO APP"));
        try {
            enable("logs");
            IsolationProof.Findings findings = prove("logs");
            assertThat(findings.breaches()).isEmpty();
            assertThat(findings.open()).isEmpty();
        } finally {
            tenants.owner.execute("DROP TABLE logs");
        }
    }

    /** Only what the role reads of this table counts, and not the parent's own rows. */
    @Test
    void aParentIsFound() throws SQLException {
        tenants.owner.execute(filled("CREATE TABLE base (id integer, organization_id integer, body text); INSERT INTO base VALUES (99, 1, 'own');"
                + " ALTER TABLE notes ALTER id SET NOT NULL, INHERIT base"));
        try {
            assertThat(prove("notes").breaches()).isEmpty();
            tenants.owner.execute(filled("GRANT SELECT, DELETE ON base TO APP"));
            assertThat(prove("notes").breaches()).hasSize(2).allMatch(breach -> breach.contains("may use public.base, from which notes inherits"))
                    .anyMatch(breach -> breach.contains("SELECT 1 FROM public.base WHERE tableoid = ")).anyMatch(breach -> breach.contains("DELETE FROM public.base"));
            tenants.owner.execute(filled("REVOKE ALL ON base FROM APP; GRANT SELECT (body) ON base TO APP"));
            assertThat(prove("notes").breaches()).isEmpty();
            assertThat(prove("notes").open()).singleElement().asString().contains("may not read its column tableoid");
            tenants.owner.execute(filled("REVOKE SELECT (body) ON base FROM APP; CREATE VIEW old AS SELECT * FROM ONLY base; GRANT SELECT ON old TO APP"));
            assertThat(prove("notes").breaches()).isEmpty();
            assertThat(prove("notes").open()).singleElement().asString().contains("the view public.old reads a parent of notes");
        } finally {
            tenants.owner.execute("ALTER TABLE notes NO INHERIT base; DROP TABLE base CASCADE");
        }
    }

    /** The action of a foreign key runs as the owner of the table. */
    @Test
    void aForeignKeyThatDeletesRowsOfEveryOrganizationIsFound() throws SQLException {
        tenants.owner.execute(filled("CREATE TABLE topics (id integer PRIMARY KEY, organization_id integer NOT NULL REFERENCES organizations ON DELETE CASCADE, body text);"
                + " INSERT INTO topics SELECT id, organization_id, body FROM notes; CREATE INDEX ON topics (organization_id);"
                + " GRANT SELECT, INSERT, UPDATE, DELETE ON topics TO APP"));
        try {
            enable("topics");
            assertThat(prove("topics").open()).isEmpty();
            tenants.owner.execute(filled("GRANT DELETE ON organizations TO APP"));
            assertThat(prove("topics").open()).singleElement().asString().contains("may delete rows of organizations, which has no row security",
                    "ON DELETE CASCADE", "REVOKE DELETE ON public.organizations FROM " + Tenants.role(tenants.app));
            tenants.owner.execute("ALTER TABLE notes DROP CONSTRAINT notes_organization_id_fkey; ALTER TABLE comments DROP CONSTRAINT comments_organization_id_fkey");
            assertThat(prove("topics").breaches()).as("the application may have to delete organizations").isEmpty();
            assertThat(prove("topics").open()).singleElement().asString().contains("may delete rows of organizations", "Next: if the role has to delete these rows, put"
                    + " [orgscope accepted] and the reason in the comment of organizations");
            assertThat(tenants.writes(null, "DELETE FROM organizations WHERE id = 2")).as("so it is").isEqualTo(1);
            tenants.owner.execute("COMMENT ON TABLE organizations IS '[orgscope accepted] the operators delete them'");
            assertThat(prove("topics").open()).isEmpty();
            tenants.owner.execute("COMMENT ON TABLE organizations IS NULL; ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;"
                    + " CREATE POLICY own ON organizations USING (id = nullif(current_setting('app.organization_id', true), '')::integer)");
            assertThat(prove("topics").open()).as("it has row security").isEmpty();
            tenants.owner.execute("DROP POLICY own ON organizations; ALTER TABLE organizations DISABLE ROW LEVEL SECURITY;"
                    + " ALTER TABLE topics DROP CONSTRAINT topics_organization_id_fkey, ADD CONSTRAINT topics_organization_id_fkey FOREIGN KEY (organization_id)"
                    + " REFERENCES organizations ON DELETE RESTRICT");
            assertThat(prove("topics").open()).as("it refuses").isEmpty();
        } finally {
            tenants.owner.execute(filled("REVOKE DELETE ON organizations FROM APP; DROP TABLE topics; ALTER TABLE organizations DISABLE ROW LEVEL SECURITY;"
                    + " DROP POLICY IF EXISTS own ON organizations; COMMENT ON TABLE organizations IS NULL;"
                    + " ALTER TABLE notes DROP CONSTRAINT IF EXISTS notes_organization_id_fkey, ADD CONSTRAINT notes_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations;"
                    + " ALTER TABLE comments DROP CONSTRAINT IF EXISTS comments_organization_id_fkey, ADD CONSTRAINT comments_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organizations"));
        }
    }

    /** A statement that is refused for a column is no breach, and what the role may do with the other columns is still tried. */
    @Test
    void aRoleWithPrivilegesOnColumnsIsTried() throws SQLException {
        tenants.owner.execute(filled("REVOKE ALL ON notes FROM APP; GRANT SELECT (id, body), INSERT (id, body), UPDATE (body) ON notes TO APP;"
                + " ALTER TABLE notes ALTER organization_id SET DEFAULT nullif(current_setting('app.organization_id', true), '')::integer"));
        try {
            IsolationProof.Findings findings = prove("notes");
            assertThat(findings.breaches()).isEmpty();
            assertThat(findings.open()).isEmpty();
            String select = "ALTER POLICY orgscope_isolation_select ON notes USING (";
            tenants.owner.execute(select + OWN + " OR id = 2 AND current_setting('app.organization_id', true) = '1')");
            assertThat(prove("notes").breaches()).singleElement().asString().contains("WHERE \"id\" = '2' LIMIT 1");
            tenants.owner.execute(select + OWN.replace("app.", "other.") + ")");
            assertThat(prove("notes").breaches()).singleElement().asString().contains("the setting that the policies compare");
        } finally {
            tenants.owner.execute(filled("REVOKE ALL ON notes FROM APP; GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO APP;"
                    + " ALTER TABLE notes ALTER organization_id DROP DEFAULT"));
            enable("notes");
        }
    }

    /** The role of this command has to be a member of the bound role, which logs in here no more, and it owns the table. */
    @Test
    void aMemberOfTheBoundRoleThatOwnsTheTableIsFound() throws SQLException {
        String web = "web_" + tenants.database.name();
        tenants.database.execute(filled("ALTER ROLE APP NOLOGIN; CREATE ROLE " + web + " LOGIN IN ROLE APP, OWNER"));
        try {
            IsolationProof.Findings findings = prove("notes");
            assertThat(findings.breaches()).singleElement().asString().contains("role " + web + " is a member of " + tenants.app.user() + " and owns the table");
            assertThat(findings.open()).singleElement().asString().contains("whether the application logs in as the role of this command: role " + tenants.owner.user());
        } finally {
            tenants.database.execute(filled("DROP ROLE " + web + "; ALTER ROLE APP LOGIN"));
        }
    }

    /** No statement of the bound role shows it: the policy is for a member that logs in. */
    @Test
    void aPolicyOfAMemberOfTheBoundRoleIsFound() throws SQLException {
        String web = "web_" + tenants.database.name();
        tenants.database.execute(filled("ALTER ROLE APP NOLOGIN; CREATE ROLE " + web + " LOGIN IN ROLE APP; CREATE POLICY further ON notes TO " + web + " USING (true)"));
        try {
            assertThat(prove("notes").breaches()).singleElement().asString().contains("role " + web + " is a member of " + tenants.app.user()
                    + " and the permissive policy further is for it");
        } finally {
            tenants.database.execute(filled("DROP POLICY further ON notes; DROP ROLE " + web + "; ALTER ROLE APP LOGIN"));
        }
    }

    /** The function runs as a role that is bound, and the view that it reads runs as the owner. */
    @Test
    void aFunctionThatReadsAViewOfTheOwnerIsFound() throws SQLException {
        String reports = "reports_" + tenants.database.name();
        tenants.database.asRole(reports);
        tenants.owner.execute("CREATE VIEW v AS SELECT * FROM notes", "GRANT SELECT ON v TO " + reports);
        tenants.database.execute("CREATE FUNCTION f() RETURNS bigint STABLE SECURITY DEFINER LANGUAGE sql AS 'SELECT count(*) FROM public.v'",
                "ALTER FUNCTION f() OWNER TO " + reports);
        try {
            assertThat(prove("notes").breaches()).singleElement().asString().contains("SELECT 1 FROM public.f()",
                    "mentions public.v, through which it reads rows of notes that the policies do not filter", "let it read the table in place of public.v");
        } finally {
            tenants.database.execute("DROP FUNCTION f(); DROP VIEW v");
        }
    }

    /** A role that the declaration does not name has a policy of its own. What the policy lets through decides, and not that it is there. */
    @Test
    void whatReadsAsARoleWithAPolicyOfItsOwnIsFound() throws SQLException {
        String reporting = "reporting_" + tenants.database.name();
        tenants.database.asRole(reporting);
        tenants.owner.execute("GRANT SELECT ON notes TO " + reporting, "CREATE POLICY everything ON notes FOR SELECT TO " + reporting + " USING (true)");
        tenants.database.execute(filled("CREATE VIEW v AS SELECT * FROM notes; GRANT SELECT ON v TO APP"), "ALTER VIEW v OWNER TO " + reporting,
                "CREATE FUNCTION f() RETURNS bigint STABLE SECURITY DEFINER LANGUAGE sql AS 'SELECT nullif(count(*), 0) FROM public.notes'",
                "ALTER FUNCTION f() OWNER TO " + reporting);
        try {
            assertThat(prove("notes").breaches()).hasSize(2).anyMatch(breach -> breach.contains("SELECT 1 FROM public.f()"))
                    .anyMatch(breach -> breach.contains("the view public.v reads notes as " + reporting + ", for which the permissive policy everything lets rows through"));
            tenants.owner.execute("ALTER POLICY everything ON notes USING (" + OWN + ")");
            assertThat(prove("notes").breaches()).as("its policy compares the organization").isEmpty();
            tenants.database.execute("DROP VIEW v; DROP FUNCTION f()", filled("ALTER ROLE APP NOINHERIT; GRANT " + reporting + " TO APP"));
            assertThat(prove("notes").open()).singleElement().asString().contains("may become " + reporting + " (SET ROLE). The permissive policy everything is for that role");
        } finally {
            tenants.database.execute(filled("DROP VIEW IF EXISTS v; DROP FUNCTION IF EXISTS f(); DROP POLICY everything ON notes; DROP OWNED BY " + reporting + ";"
                    + " DROP ROLE " + reporting + "; ALTER ROLE APP INHERIT"));
        }
    }

    /** With force: true the owner is bound too, also if FORCE was switched off by hand, and if it has a policy of its own. */
    @Test
    void anOwnerThatIsNotBoundIsFound() throws SQLException {
        tenants.owner.execute(filled("CREATE VIEW v AS SELECT * FROM notes; GRANT SELECT ON v TO APP"));
        try {
            notes.enable("notes", true);
            IsolationProof.Findings whole = notes.prove("notes", true);
            assertThat(whole.breaches()).isEmpty();
            assertThat(whole.open()).isEmpty();
            tenants.database.execute("CREATE POLICY maintenance ON notes TO " + tenants.owner.user() + " USING (true)");
            assertThat(notes.prove("notes", true).breaches()).anyMatch(breach -> breach.startsWith("role " + tenants.owner.user() + ",") && breach.contains("maintenance"))
                    .anyMatch(breach -> breach.contains("the view public.v") && breach.contains("the permissive policy maintenance"));
            tenants.database.execute("DROP POLICY maintenance ON notes", "ALTER TABLE notes NO FORCE ROW LEVEL SECURITY");
            assertThat(notes.prove("notes", true).breaches()).hasSize(2)
                    .anyMatch(breach -> breach.contains("force: true is declared, and FORCE is off on notes"))
                    .anyMatch(breach -> breach.contains("the view public.v reads notes as " + tenants.owner.user()));
        } finally {
            tenants.database.execute("DROP POLICY IF EXISTS maintenance ON notes; ALTER TABLE notes NO FORCE ROW LEVEL SECURITY; DROP VIEW v");
            enable("notes");
        }
    }

    /** What somebody looked at and accepted in the object's comment. */
    @Test
    void whatIsAcceptedIsNotFound() throws SQLException {
        tenants.database.execute(filled("CREATE VIEW totals AS SELECT count(*) FROM notes; GRANT SELECT ON totals TO APP"));
        assertThat(prove("notes").breaches()).hasSize(1);
        tenants.database.execute("COMMENT ON VIEW totals IS '[orgscope accepted] a number that everybody may know'");
        assertThat(prove("notes").breaches()).isEmpty();
        tenants.database.execute("DROP VIEW totals");
    }
}
