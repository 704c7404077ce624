package io.orgscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.StatementListener;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the proof could not try, or what proves nothing: it is no breach, and it is said. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationNotProvenTest {

    private ProvenNotes notes;

    @BeforeAll
    void load(TestDatabase database) throws SQLException {
        notes = new ProvenNotes(database);
    }

    /** The policy reads a setting that the session does not have, so every statement fails. That is no sign of isolation. */
    @Test
    void aSessionThatCannotReadItsOwnRowsIsNotProven() throws SQLException {
        notes.tenants().owner.execute(notes.filled("REVOKE ALL ON notes FROM APP; GRANT SELECT ON notes TO APP;"
                + " ALTER POLICY orgscope_isolation_select ON notes USING (organization_id = current_setting('app.tenant')::integer)"));
        try {
            IsolationProof.Findings findings = notes.prove("notes");
            assertThat(findings.breaches()).isEmpty();
            assertThat(findings.open()).singleElement().asString().contains("SQLSTATE 42704", "the setting that the policies compare");
            notes.tenants().owner.execute(notes.filled("REVOKE SELECT ON notes FROM APP; GRANT INSERT ON notes TO APP"));
            findings = notes.prove("notes");
            assertThat(findings.breaches()).isEmpty();
            assertThat(findings.open()).as("it may not read at all").isEmpty();
        } finally {
            notes.tenants().owner.execute(notes.filled("REVOKE ALL ON notes FROM APP; GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO APP"));
            notes.enable("notes");
        }
    }

    /** The trigger fires before the policies are checked, so its error says nothing about them. */
    @Test
    void anErrorOfATriggerIsNotProven() throws SQLException {
        notes.tenants().database.execute("""
                CREATE TABLE slugs (slug text PRIMARY KEY);
                INSERT INTO slugs SELECT body FROM notes;
                CREATE FUNCTION slug() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN INSERT INTO public.slugs VALUES (NEW.body); RETURN NEW; END';
                CREATE TRIGGER slug BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION slug();
                """);
        try {
            IsolationProof.Findings findings = notes.prove("notes");
            assertThat(findings.breaches()).isEmpty();
            assertThat(findings.open()).isNotEmpty().allMatch(said -> said.contains("INSERT INTO") && said.contains("SQLSTATE 23505 in a function"));
        } finally {
            notes.tenants().database.execute("DROP FUNCTION slug() CASCADE; DROP TABLE slugs");
        }
    }

    /** Step 11 changes no key that only a partition has. */
    @Test
    void aKeyThatOnlyAPartitionHasIsNotProven() throws SQLException {
        notes.tenants().owner.execute(notes.filled("""
                CREATE TABLE events (id integer PRIMARY KEY, organization_id integer NOT NULL REFERENCES organizations, note integer) PARTITION BY RANGE (id);
                CREATE TABLE events_1 PARTITION OF events DEFAULT;
                ALTER TABLE events_1 ADD CONSTRAINT of_part FOREIGN KEY (note) REFERENCES notes;
                CREATE INDEX ON events (organization_id);
                INSERT INTO events SELECT id, organization_id, id FROM notes;
                GRANT SELECT, INSERT, UPDATE, DELETE ON events TO APP"""));
        try {
            notes.enable("events");
            assertThat(notes.prove("events").open()).anySatisfy(said -> assertThat(said).startsWith("the foreign key of_part (FOREIGN KEY (note) REFERENCES ")
                    .endsWith(" stays single: only the partition events_1 has it"));
            notes.tenants().owner.execute("ALTER TABLE notes ADD CONSTRAINT pair UNIQUE (organization_id, id)", "ALTER TABLE events_1 DROP CONSTRAINT of_part,"
                    + " ADD CONSTRAINT of_part FOREIGN KEY (organization_id, note) REFERENCES notes (organization_id, id)");
            assertThat(notes.prove("events").open()).as("it includes the organization").noneMatch(said -> said.contains("of_part"));
        } finally {
            notes.tenants().owner.execute("DROP TABLE events", "ALTER TABLE notes DROP CONSTRAINT IF EXISTS pair");
        }
    }

    /** One call with its defaults would prove nothing: the application may give it any organization. */
    @Test
    void aFunctionWithDefaultsIsNotProven() throws SQLException {
        notes.tenants().database.execute("CREATE FUNCTION report(org integer DEFAULT nullif(current_setting('app.organization_id', true), '')::integer)"
                + " RETURNS SETOF notes STABLE SECURITY DEFINER LANGUAGE sql AS 'SELECT * FROM public.notes WHERE organization_id = org'");
        try {
            assertThat(notes.prove("notes").open()).singleElement().asString()
                    .contains("it was not called, because it takes arguments or may write: the SECURITY DEFINER function public.report(org integer)");
        } finally {
            notes.tenants().database.execute("DROP FUNCTION report(integer)");
        }
    }

    /** It would write. */
    @Test
    void aRuleIsNotProven() throws SQLException {
        notes.tenants().owner.execute(notes.filled("CREATE TABLE lookup (body text); GRANT INSERT ON lookup TO APP;"
                + " CREATE RULE changed AS ON INSERT TO lookup DO ALSO UPDATE notes SET body = NEW.body"));
        try {
            IsolationProof.Findings findings = notes.prove("notes");
            assertThat(findings.breaches()).isEmpty();
            assertThat(findings.open()).singleElement().asString()
                    .contains("it was not tried, because it may write: the rule changed ON public.lookup mentions notes");
        } finally {
            notes.tenants().owner.execute("DROP TABLE lookup");
        }
    }

    /** Without rows there is nothing to try with. The table is locked when the proof looks for them, for one try or for all. */
    @Test
    void aTableThatIsLockedIsReadAgain() throws SQLException {
        try (Connection holder = notes.tenants().owner.connection(); Connection connection = notes.tenants().owner.connection();
                Statement lock = holder.createStatement()) {
            AtomicInteger reads = new AtomicInteger();
            IsolationProof.Findings findings = notes.prove(StatementListener.on(connection, sql -> {
                if (sql.contains(" AS whole, ")) {
                    execute(lock, reads.incrementAndGet() == 1 ? "BEGIN; LOCK TABLE notes" : "ROLLBACK");
                }
            }), "notes", false);
            assertThat(findings.breaches()).isEmpty();
            assertThat(findings.open()).isEmpty();
            assertThatThrownBy(() -> notes.prove(StatementListener.on(connection, sql -> {
                if (sql.contains(" AS whole, ")) {
                    execute(lock, "BEGIN; LOCK TABLE notes");
                }
            }), "notes", false)).isInstanceOf(OrgScopeException.class).hasMessageContainingAll("could not read the rows", "on notes", "(SQLSTATE 55P03)", "run the command again");
            lock.execute("ROLLBACK");
            assertThatThrownBy(() -> notes.prove(StatementListener.on(connection, sql -> {
                if (sql.contains(" AS whole, ")) {
                    execute(lock, "BEGIN; LOCK TABLE notes");
                }
            }), "notes", false, Duration.ofMillis(10))).isInstanceOf(OrgScopeException.class).hasMessageContainingAll("could not read the rows", "on notes",
                    "(SQLSTATE 57014)", "an index begins with organization_id", "of your own (docs/changes.md)");
            lock.execute("ROLLBACK");
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A setting that only the application makes, and a cast of the empty one. */
    @Test
    void anErrorOfAnotherKindIsNoRefusal() throws SQLException {
        notes.tenants().database.execute("CREATE FUNCTION f() RETURNS bigint STABLE SECURITY DEFINER LANGUAGE sql AS"
                + " $$ SELECT count(*) FROM public.notes WHERE current_setting('app.user_id') <> '' $$",
                notes.filled("CREATE VIEW v AS SELECT * FROM notes WHERE current_setting('app.organization_id', true)::integer > 0; GRANT SELECT ON v TO APP"));
        try {
            IsolationProof.Findings findings = notes.prove("notes");
            assertThat(findings.breaches()).isEmpty();
            assertThat(findings.open()).hasSize(2).anyMatch(said -> said.contains("SQLSTATE 42704: the SECURITY DEFINER function public.f()"))
                    .anyMatch(said -> said.contains("SQLSTATE 22P02: the view public.v"));
        } finally {
            notes.tenants().database.execute("DROP FUNCTION f(); DROP VIEW v");
        }
    }

    /** It is tried. If that proves nothing, its text has shown enough. */
    @Test
    void aPolicyOfAPartitionThatReadsTheOrganizationLeavesNothingOpen() throws SQLException {
        String own = "organization_id = current_setting('app.organization_id')::integer";
        notes.tenants().owner.execute(notes.filled("CREATE TABLE events (id integer, organization_id integer REFERENCES organizations, body text)"
                + " PARTITION BY RANGE (id); CREATE TABLE events_1 PARTITION OF events DEFAULT; CREATE INDEX ON events (organization_id);"
                + " INSERT INTO events SELECT id, organization_id, body FROM notes; GRANT SELECT, INSERT ON events, events_1 TO APP;"
                + " ALTER TABLE events_1 ENABLE ROW LEVEL SECURITY; ALTER TABLE events_1 FORCE ROW LEVEL SECURITY;"
                + " CREATE POLICY r ON events_1 FOR SELECT USING (" + own + "); CREATE POLICY w ON events_1 FOR INSERT WITH CHECK (" + own + ");"
                + " CREATE FUNCTION f(integer) RETURNS SETOF text LANGUAGE sql SECURITY DEFINER AS 'SELECT body FROM public.events_1'"));
        try {
            notes.enable("events");
            IsolationProof.Findings findings = notes.prove("events");
            assertThat(findings.breaches()).isEmpty();
            assertThat(findings.open()).isEmpty();
            notes.tenants().owner.execute(notes.filled("CREATE POLICY z ON events_1 FOR SELECT TO OWNER USING (true);"
                    + " CREATE POLICY zz ON events_1 FOR INSERT WITH CHECK (true)"));
            findings = notes.prove("events");
            assertThat(findings.breaches()).isEmpty();
            assertThat(findings.open()).hasSize(2).anyMatch(said -> said.contains("may only insert or update") && said.contains("Its permissive policy zz"))
                    .anyMatch(said -> said.contains("it was not called") && said.contains("for which the permissive policy z lets rows through"));
            notes.tenants().owner.execute("ALTER POLICY r ON events_1 USING (organization_id IS NOT NULL)");
            assertThat(notes.prove("events").breaches()).singleElement().asString().contains("SELECT 1 FROM public.events_1 LIMIT 1");
        } finally {
            notes.tenants().owner.execute("DROP FUNCTION f(integer); DROP TABLE events");
        }
    }

    @Test
    void whatMayOnlyBeWrittenIsNotProven() throws SQLException {
        notes.tenants().database.execute(notes.filled("CREATE VIEW v AS SELECT * FROM notes; GRANT UPDATE (body) ON v TO APP"));
        try {
            assertThat(notes.prove("notes").open()).singleElement().asString().contains("the role may only insert or update: the view public.v");
        } finally {
            notes.tenants().database.execute("DROP VIEW v");
        }
    }
}
