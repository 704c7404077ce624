package io.orgscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Step 12 says which views, functions and partitions get past the policies, each with what to do. */
@PostgresTest
class BypassesTest {

    private Tenants tenants;
    private String app;

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        tenants = new Tenants(database);
        app = Tenants.role(tenants.app);
    }

    private List<String> check() throws SQLException {
        return check(false, tenants.app.user());
    }

    private List<String> check(boolean force, String role) throws SQLException {
        return tenants.hazards(force, role);
    }

    @Test
    void viewsAndFunctionsThatReadAsTheOwnerAreSaid() throws SQLException {
        tenants.owner.execute("CREATE VIEW \"All\" AS SELECT * FROM notes", "CREATE VIEW counted AS SELECT count(*) FROM \"All\"",
                "CREATE MATERIALIZED VIEW stored AS SELECT * FROM notes", "CREATE VIEW secret AS SELECT * FROM notes",
                "CREATE FUNCTION bodies() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER AS 'SELECT body FROM public.notes'",
                "CREATE FUNCTION invoked() RETURNS SETOF text LANGUAGE sql AS 'SELECT body FROM public.notes'",
                "CREATE FUNCTION elsewhere() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
                "GRANT SELECT ON \"All\", counted, stored TO " + app);
        assertThat(check()).hasSize(4).anyMatch(said -> said.contains("the view public.\"All\" reads notes as " + tenants.owner.user())
                        && said.contains(Postgres.major() >= 15 ? "SET (security_invoker = true)" : "no security_invoker"))
                .anyMatch(said -> said.contains("the view public.counted") && said.contains("ALTER VIEW public.\"All\" "))
                .anyMatch(said -> said.contains("the materialized view public.stored stores rows of notes"))
                .anyMatch(said -> said.contains("the SECURITY DEFINER function public.bodies()"));
        assertThat(check(true, tenants.app.user())).as("forced, the owner reads as anybody, but what is stored is stored").singleElement().asString()
                .contains("the materialized view public.stored");
    }

    /** The name is a word in the text. A quote in it is doubled there. */
    @Test
    void aFunctionIsSaidIfItHasTheWholeName() throws SQLException {
        tenants.owner.execute("CREATE TABLE blog_notes (id integer)", "CREATE VIEW \"N\"\"1\" AS SELECT * FROM notes",
                "CREATE FUNCTION total() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM public.blog_notes'",
                "CREATE FUNCTION quoted() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM public.\"N\"\"1\"'",
                "CREATE FUNCTION upper_case() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM public.NOTES'");
        assertThat(check()).hasSize(2).anyMatch(said -> said.contains("public.quoted()")).anyMatch(said -> said.contains("public.upper_case()"));
    }

    /** Functions of a role that is bound, through a view and a materialized view of the owner. It has no privilege on the third. */
    @Test
    void functionsThatReadThroughAViewAreSaid(TestDatabase database) throws SQLException {
        String other = "reports_" + database.name();
        database.asRole(other);
        tenants.owner.execute("CREATE VIEW live AS SELECT * FROM notes", "CREATE MATERIALIZED VIEW kept AS SELECT * FROM notes",
                "CREATE VIEW secret AS SELECT * FROM notes", "GRANT SELECT (id) ON live TO " + other, "GRANT SELECT ON kept TO " + other);
        for (String view : List.of("live", "kept", "secret")) {
            database.execute("CREATE FUNCTION \"from " + view + "\"() RETURNS SETOF integer LANGUAGE sql SECURITY DEFINER AS 'SELECT id FROM public." + view + "'",
                    "ALTER FUNCTION \"from " + view + "\"() OWNER TO " + other);
        }
        assertThat(check()).hasSize(2).allMatch(said -> said.contains("that the policies do not filter; " + tenants.app.user() + " may call it"))
                .anyMatch(said -> said.contains("public.\"from live\"() mentions public.live,"))
                .anyMatch(said -> said.contains("public.\"from kept\"() mentions public.kept,"));
        assertThat(check(true, tenants.app.user())).as("forced, the owner of the view is bound too").singleElement().asString().contains("mentions public.kept,");
    }

    /** The policies of the table do not hold for whoever names a table from which it inherits. */
    @Test
    void aParentIsSaid() throws SQLException {
        tenants.owner.execute("CREATE TABLE base (body text)", "CREATE TABLE middle () INHERITS (base)", "ALTER TABLE notes INHERIT middle");
        assertThat(check()).isEmpty();
        tenants.owner.execute("GRANT SELECT ON base TO " + app, "CREATE VIEW v AS SELECT * FROM middle", "GRANT SELECT ON v TO " + app);
        assertThat(check()).hasSize(2).anyMatch(said -> said.contains("may use public.base, from which notes inherits") && said.contains("REVOKE ALL ON public.base FROM " + app))
                .anyMatch(said -> said.contains("the view public.v reads a parent of notes as " + tenants.owner.user()) && said.contains("in place of its parent"));
        tenants.owner.execute("COMMENT ON TABLE base IS '[orgscope accepted] old'", "ALTER TABLE middle ENABLE ROW LEVEL SECURITY");
        assertThat(check()).as("the view's owner owns the parent too").singleElement().asString().contains("the view public.v reads public.middle, a parent of"
                + " notes, as " + tenants.owner.user() + ", which the policies do not bind");
    }

    /** A shared table without row security: its foreign keys act as the owner of the notes. */
    @Test
    void aForeignKeyThatActsOnRowsOfEveryOrganizationIsSaid() throws SQLException {
        tenants.owner.execute("CREATE TABLE regions (id integer PRIMARY KEY)", "CREATE TABLE users (id integer PRIMARY KEY, region integer REFERENCES regions ON DELETE CASCADE)",
                "ALTER TABLE notes ADD author integer CONSTRAINT by_author REFERENCES users ON DELETE SET NULL", "CREATE TABLE tags (id integer PRIMARY KEY, organization_id integer)",
                "ALTER TABLE notes ADD tag integer REFERENCES tags ON DELETE CASCADE", "GRANT SELECT, UPDATE ON users, regions TO " + app, "GRANT ALL ON tags TO " + app);
        assertThat(check()).as("tags gets row security after it").isEmpty();
        tenants.owner.execute("GRANT DELETE ON regions TO " + app);
        assertThat(check()).singleElement().asString().contains("role " + tenants.app.user() + " may delete rows of regions, which has no row security. Then foreign keys"
                + " lead on to notes: the foreign key by_author (FOREIGN KEY (author) REFERENCES users(id) ON DELETE SET NULL)");
        tenants.owner.execute("REVOKE DELETE ON regions FROM " + app, "ALTER TABLE notes DROP CONSTRAINT by_author",
                "ALTER TABLE notes ADD CONSTRAINT by_author FOREIGN KEY (author) REFERENCES users ON UPDATE CASCADE");
        assertThat(check()).singleElement().asString().contains("may update rows of users", "REVOKE UPDATE ON public.users FROM " + app);
        tenants.owner.execute("REVOKE UPDATE ON users FROM " + app, "GRANT UPDATE (id) ON users TO PUBLIC");
        assertThat(check()).singleElement().asString().contains("may update rows of users", "REVOKE UPDATE ON public.users FROM PUBLIC, or");
    }

    /** It may switch row security off, so its privileges on other tables add nothing. */
    @Test
    void whatAForcedOwnerMayDoIsNotSaid() throws SQLException {
        tenants.owner.execute("CREATE TABLE users (id integer PRIMARY KEY)", "ALTER TABLE notes ADD author integer REFERENCES users ON DELETE CASCADE",
                "CREATE TABLE base (body text)", "ALTER TABLE notes INHERIT base");
        assertThat(tenants.hazards(true)).singleElement().asString().contains("role " + tenants.owner.user() + " owns it");
    }

    /** Each partition of the referenced table has a key of its own in the catalog, and nobody can change it alone. */
    @Test
    void aForeignKeyToAPartitionedTableIsSaidOnce() throws SQLException {
        tenants.owner.execute("CREATE TABLE users (id integer PRIMARY KEY) PARTITION BY LIST (id)", "CREATE TABLE users_1 PARTITION OF users FOR VALUES IN (1)",
                "CREATE TABLE users_of_all PARTITION OF users DEFAULT", "ALTER TABLE notes ADD author integer CONSTRAINT by_author REFERENCES users ON DELETE CASCADE",
                "GRANT DELETE ON users, users_1, users_of_all TO " + app);
        assertThat(check()).singleElement().asString().contains("may delete rows of users, which", "foreign key by_author (");
    }

    /** The partition inherits the key that goes on. */
    @Test
    void foreignKeysThatLeadThroughAPartitionAreSaid() throws SQLException {
        tenants.owner.execute("CREATE TABLE devices (id integer PRIMARY KEY)",
                "CREATE TABLE logs (id integer PRIMARY KEY, device integer REFERENCES devices ON DELETE CASCADE) PARTITION BY LIST (id)",
                "CREATE TABLE logs_1 PARTITION OF logs DEFAULT", "ALTER TABLE notes ADD log integer CONSTRAINT by_log REFERENCES logs_1 ON DELETE CASCADE",
                "GRANT DELETE ON devices TO " + app);
        assertThat(check()).singleElement().asString().contains("may delete rows of devices, which has no row security. Then foreign keys lead on to notes:"
                + " the foreign key by_log (");
    }

    /** The whole table does not have the key. */
    @Test
    void aForeignKeyThatOnlyAPartitionHasIsSaid() throws SQLException {
        partition();
        tenants.owner.execute("CREATE TABLE users (id integer PRIMARY KEY)", "ALTER TABLE notes ADD author integer",
                "ALTER TABLE others ADD CONSTRAINT by_author FOREIGN KEY (author) REFERENCES users ON DELETE CASCADE", "GRANT DELETE ON users TO " + app);
        assertThat(check()).singleElement().asString().contains("may delete rows of users, which has no row security. Then the foreign key by_author (");
    }

    /** The owner of the database is its only member, and nobody can revoke that. */
    @Test
    void whatTheOwnerOfTheDatabaseMayDoIsSaid(TestDatabase database) throws SQLException {
        tenants.owner.execute("CREATE TABLE users (id integer PRIMARY KEY)", "ALTER TABLE notes ADD author integer REFERENCES users ON DELETE CASCADE");
        database.execute("ALTER TABLE users OWNER TO pg_database_owner", "ALTER DATABASE " + database.name() + " OWNER TO " + app);
        try {
            assertThat(check()).singleElement().asString().contains("may delete rows of users", "else ALTER TABLE public.users OWNER TO …, or ");
        } finally {
            database.execute("ALTER DATABASE " + database.name() + " OWNER TO postgres");
        }
    }

    /** No policy of step 12 is for it, and it has one of its own. */
    @Test
    void whatReadsAsARoleWithAPolicyOfItsOwnIsSaid(TestDatabase database) throws SQLException {
        String reporting = "reporting_" + database.name();
        database.asRole(reporting);
        tenants.owner.execute("GRANT SELECT ON notes TO " + reporting);
        database.execute("CREATE VIEW v AS SELECT * FROM notes", "ALTER VIEW v OWNER TO " + reporting, "GRANT SELECT ON v TO " + app,
                "CREATE FUNCTION f() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER AS 'SELECT body FROM public.notes'", "ALTER FUNCTION f() OWNER TO " + reporting);
        assertThat(check()).singleElement().asString().contains("no policy is for " + reporting);
        tenants.owner.execute("CREATE POLICY everything ON notes FOR SELECT TO " + reporting + " USING (true)");
        assertThat(check()).hasSize(2).allMatch(said -> said.contains(reporting + ", for which the permissive policy everything lets rows through"))
                .anyMatch(said -> said.contains("the view public.v")).anyMatch(said -> said.contains("the SECURITY DEFINER function public.f()"));
    }

    /** PostgreSQL runs a rule as the owner of its table. The role may insert into the lookup, and change notes of every organization. */
    @Test
    void aRuleIsSaid() throws SQLException {
        tenants.owner.execute("CREATE TABLE lookup (body text)", "CREATE TABLE log (id integer)", "GRANT SELECT ON lookup TO " + app,
                "CREATE RULE \"On insert\" AS ON INSERT TO lookup DO ALSO UPDATE notes SET body = NEW.body",
                "CREATE RULE logged AS ON UPDATE TO notes DO ALSO INSERT INTO log VALUES (NEW.id)");
        assertThat(check()).as("it may not insert").isEmpty();
        tenants.owner.execute("GRANT INSERT (body) ON lookup TO " + app);
        assertThat(check()).singleElement().asString().contains("the rule \"On insert\" ON public.lookup mentions notes and runs as " + tenants.owner.user(),
                "a statement of " + tenants.app.user() + " may run it. Next: DROP RULE \"On insert\" ON public.lookup,");
        tenants.owner.execute("ALTER TABLE notes ENABLE ROW LEVEL SECURITY", "CREATE POLICY first ON notes USING (organization_id = 1)");
        tenants.app.execute("INSERT INTO lookup VALUES ('changed')");
        assertThat(tenants.database.number("SELECT count(*) FROM notes WHERE body = 'changed'")).as("so it is").isEqualTo(12);
        tenants.owner.execute("DROP POLICY first ON notes", "COMMENT ON RULE \"On insert\" ON lookup IS '[orgscope accepted] all of them'");
        assertThat(check()).isEmpty();
        tenants.owner.execute("COMMENT ON RULE \"On insert\" ON lookup IS NULL", "ALTER TABLE lookup DISABLE RULE \"On insert\"");
        assertThat(check()).isEmpty();
        tenants.owner.execute("CREATE RULE kept AS ON DELETE TO notes DO INSTEAD UPDATE notes SET body = NULL WHERE body = OLD.body");
        assertThat(check()).as("its own table").singleElement().asString().contains("the rule kept ON public.notes mentions notes");
        assertThat(check(true, tenants.app.user())).as("forced, the policies bind the owner").isEmpty();
    }

    /** The view is read as the role that asks. A rule on it still runs as its owner. */
    @Test
    void aRuleOfASecurityInvokerViewIsSaid() throws SQLException {
        assumeTrue(Postgres.major() >= 15);
        tenants.owner.execute("CREATE VIEW mine WITH (security_invoker) AS SELECT * FROM notes", "GRANT SELECT, INSERT ON mine TO " + app,
                "CREATE RULE added AS ON INSERT TO mine DO INSTEAD INSERT INTO notes (id, organization_id) VALUES (NEW.id, NEW.organization_id)");
        assertThat(check()).singleElement().asString().contains("the rule added ON public.mine mentions notes and runs as " + tenants.owner.user());
        tenants.owner.execute("DROP RULE added ON mine", "CREATE TABLE log (body text)", "GRANT INSERT ON log TO " + app,
                "CREATE RULE looked AS ON INSERT TO log DO ALSO UPDATE log SET body = mine.body FROM mine");
        assertThat(check()).as("it reads the view as the role that asks").isEmpty();
    }

    /** pg_get_ruledef would open the table of the rule, and wait for the lock. */
    @Test
    void aRuleOfAnotherTableIsNotRead(TestDatabase database) throws SQLException {
        tenants.owner.execute("CREATE TABLE elsewhere (id integer)", "CREATE RULE ignored AS ON INSERT TO elsewhere DO INSTEAD NOTHING");
        database.execute("ALTER ROLE " + tenants.owner.user() + " SET lock_timeout = '100ms'");
        try (Connection holder = database.connection(); Statement lock = holder.createStatement()) {
            lock.execute("BEGIN; LOCK TABLE elsewhere");
            assertThat(check()).isEmpty();
        }
    }

    private void partition() throws SQLException {
        tenants.owner.execute("ALTER TABLE notes RENAME TO old; CREATE TABLE notes (LIKE old) PARTITION BY LIST (organization_id)",
                "CREATE TABLE \"Notes of \"\"1\"\"\" PARTITION OF notes FOR VALUES IN (1)", "CREATE TABLE others PARTITION OF notes DEFAULT",
                "GRANT SELECT, INSERT ON notes TO " + app);
        assertThat(check()).isEmpty();
    }

    /** The policies of the whole do not hold for whoever names a partition. */
    @Test
    void aPartitionThatMayBeNamedIsSaid() throws SQLException {
        partition();
        tenants.owner.execute("GRANT SELECT ON \"Notes of \"\"1\"\"\" TO " + app);
        assertThat(check()).singleElement().asString().contains("may use the partition public.\"Notes of \"\"1\"\"\" of notes",
                "REVOKE ALL ON public.\"Notes of \"\"1\"\"\" FROM " + app);
    }

    /** Its row security is of its own: each policy that does not read the organization lets rows through, and without FORCE its owner is free. */
    @Test
    void aPartitionWithRowSecurityOfItsOwnIsSaid() throws SQLException {
        partition();
        tenants.owner.execute("ALTER TABLE others ENABLE ROW LEVEL SECURITY", "GRANT SELECT, INSERT ON others TO " + app);
        assertThat(check()).as("no policy lets anything through").isEmpty();
        tenants.owner.execute("CREATE POLICY own ON others FOR SELECT USING (organization_id = current_setting('" + Tenants.SETTING + "')::integer)",
                "CREATE POLICY narrow ON others AS RESTRICTIVE USING (true)");
        assertThat(check()).as("of the session's organization").isEmpty();
        tenants.owner.execute("CREATE POLICY everything ON others FOR SELECT TO " + app + " USING (true)", "CREATE POLICY added ON others FOR INSERT WITH CHECK (true)");
        assertThat(check()).hasSize(2).allMatch(said -> said.contains("may use the partition public.others of notes") && said.contains("REVOKE ALL ON public.others FROM " + app))
                .anyMatch(said -> said.contains("Its permissive policy everything lets rows through") && said.contains("or drop the policy everything"))
                .anyMatch(said -> said.contains("Its permissive policy added lets rows through"));
        tenants.owner.execute("REVOKE ALL ON others FROM " + app);
        tenants.database.execute("ALTER TABLE others OWNER TO " + app);
        assertThat(check()).singleElement().asString().contains("may use the partition public.others of notes", "Its own policies do not bind its owner",
                "ALTER TABLE public.others FORCE ROW LEVEL SECURITY");
        tenants.database.execute("DROP POLICY everything ON others", "DROP POLICY added ON others", "ALTER TABLE others FORCE ROW LEVEL SECURITY");
        assertThat(check()).isEmpty();
    }

    /** The view's owner is not the bound role, and the policy of the partition is for everybody. */
    @Test
    void aViewOfAPartitionWithAPolicyForEverybodyIsSaid(TestDatabase database) throws SQLException {
        partition();
        String other = "reports_" + database.name();
        database.asRole(other);
        tenants.owner.execute("ALTER TABLE others ENABLE ROW LEVEL SECURITY", "GRANT SELECT ON others TO " + other, "CREATE VIEW v AS SELECT * FROM others",
                "GRANT SELECT ON v TO " + app);
        database.execute("ALTER VIEW v OWNER TO " + other);
        assertThat(check()).isEmpty();
        tenants.owner.execute("CREATE POLICY everything ON others USING (true)");
        assertThat(check()).singleElement().asString().contains("the view public.v reads public.others, a partition of notes, as " + other
                + ", for which the permissive policy everything lets rows through", "or drop the policy everything of public.others, or let it compare the organization");
    }

    /** REVOKE from the role itself would change nothing. */
    @Test
    void fromWhomToRevokeAPartitionIsSaid(TestDatabase database) throws SQLException {
        partition();
        String group = "group_" + database.name();
        database.execute("CREATE ROLE " + group, "GRANT " + group + " TO " + app, "GRANT pg_read_all_data TO " + group);
        try {
            tenants.owner.execute("GRANT SELECT (id) ON others TO PUBLIC", "GRANT DELETE ON others TO " + group);
            assertThat(check()).hasSize(2).anyMatch(said -> said.contains("Next: REVOKE ALL ON public.others FROM ")
                    && said.contains("; REVOKE pg_read_all_data FROM " + group + ": "));
            tenants.owner.execute("REVOKE ALL ON others FROM PUBLIC, " + group);
            database.execute("REVOKE pg_read_all_data FROM " + group);
            assertThat(check()).isEmpty();
        } finally {
            database.execute("DROP OWNED BY " + group, "DROP ROLE " + group);
        }
    }

    /** They are for partitions that do not exist yet. */
    @Test
    void defaultPrivilegesOfAPartitionAreSaid(TestDatabase database) throws SQLException {
        tenants.owner.execute("CREATE SCHEMA other", "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, TRUNCATE ON TABLES TO " + app);
        assertThat(check()).as("the table is not partitioned").isEmpty();
        tenants.owner.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM " + app);
        partition();
        String owner = tenants.owner.user();
        tenants.owner.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA other GRANT SELECT ON TABLES TO " + app);
        database.execute("ALTER DEFAULT PRIVILEGES FOR ROLE " + app + " GRANT SELECT ON TABLES TO PUBLIC");
        assertThat(check()).as("of another schema, and of a role that cannot make a partition").isEmpty();
        tenants.owner.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, TRUNCATE ON TABLES TO " + app,
                "ALTER DEFAULT PRIVILEGES GRANT DELETE ON TABLES TO PUBLIC");
        assertThat(check()).hasSize(2).anyMatch(said -> said.contains("give PUBLIC DELETE on each new partition that " + owner + " makes, and")
                        && said.contains("ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " REVOKE DELETE ON TABLES FROM PUBLIC, and"))
                .anyMatch(said -> said.contains("give " + app + " INSERT, SELECT on each new partition that " + owner + " makes in schema public, and")
                        && said.contains("ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " IN SCHEMA public REVOKE INSERT, SELECT ON TABLES FROM " + app + ", and"));
        tenants.owner.execute("CREATE TABLE late PARTITION OF notes FOR VALUES IN (3)");
        assertThat(check()).as("so it is").anyMatch(said -> said.contains("may use the partition public.late of notes"));
        database.execute("ALTER DEFAULT PRIVILEGES FOR ROLE " + app + " REVOKE SELECT ON TABLES FROM PUBLIC");
    }

    /** has_table_privilege does not see a privilege on columns. */
    @Test
    void aViewOfWhichOnlyColumnsAreGrantedIsSaid() throws SQLException {
        tenants.owner.execute("CREATE VIEW v AS SELECT * FROM notes", "GRANT SELECT (id, body) ON v TO " + app);
        assertThat(check()).singleElement().asString().contains("the view public.v reads notes as " + tenants.owner.user());
    }

    @Test
    void aPartitionOfWhichOnlyColumnsAreGrantedIsSaid() throws SQLException {
        partition();
        tenants.owner.execute("GRANT SELECT (id, body) ON others TO " + app);
        assertThat(check()).singleElement().asString().contains("may use the partition public.others of notes");
    }

    /** What reads a partition depends on the partition alone. Its owner is free of the policies, forced or not. */
    @Test
    void whatReadsAPartitionIsSaid() throws SQLException {
        partition();
        tenants.owner.execute("CREATE VIEW recent AS SELECT * FROM others", "CREATE VIEW outer_view AS SELECT count(*) FROM recent",
                "CREATE FUNCTION bodies() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER AS 'SELECT body FROM public.others'",
                "GRANT SELECT ON recent, outer_view TO " + app);
        for (boolean force : new boolean[] {false, true}) {
            assertThat(check(force, tenants.app.user())).hasSize(3).allMatch(said -> said.contains("let it read the whole table in place of the partition"))
                    .anyMatch(said -> said.contains("the view public.recent reads a partition of notes as " + tenants.owner.user()
                            + ", which the policies of the whole table do not bind on a partition"))
                    .anyMatch(said -> said.contains("the view public.outer_view"))
                    .anyMatch(said -> said.contains("the SECURITY DEFINER function public.bodies() mentions a partition of notes"));
        }
        tenants.owner.execute("ALTER TABLE others ENABLE ROW LEVEL SECURITY", "ALTER TABLE others FORCE ROW LEVEL SECURITY");
        assertThat(check()).as("the policies of the partition bind its owner").isEmpty();
    }

    /** The policies bind the owner of the view, but not on the partition. */
    @Test
    void whatReadsAPartitionAsABoundRoleIsSaid(TestDatabase database) throws SQLException {
        partition();
        String other = "reports_" + database.name();
        database.asRole(other);
        tenants.owner.execute("GRANT SELECT (id) ON others TO " + other);
        database.execute("CREATE VIEW ids AS SELECT id FROM others", "ALTER VIEW ids OWNER TO " + other, "GRANT SELECT ON ids TO " + app);
        assertThat(check()).singleElement().asString().contains("the view public.ids reads a partition of notes as " + other);
    }

    /** The view nearest to the table decides as whom it is read, whatever views are over it. */
    @Test
    void aViewThatReadsAsWhoeverAsksIsNotSaid() throws SQLException {
        assumeTrue(Postgres.major() >= 15);
        tenants.owner.execute("CREATE VIEW mine WITH (security_invoker) AS SELECT * FROM notes", "CREATE VIEW outer_view AS SELECT * FROM mine",
                "GRANT SELECT ON mine, outer_view TO " + app);
        assertThat(check()).isEmpty();
        tenants.owner.execute("CREATE MATERIALIZED VIEW stored AS SELECT * FROM mine", "GRANT SELECT ON stored TO " + app);
        assertThat(check()).singleElement().asString().contains("the materialized view public.stored stores rows of notes that " + tenants.owner.user());

        tenants.owner.execute("ALTER TABLE notes ENABLE ROW LEVEL SECURITY", "CREATE POLICY first ON notes USING (organization_id = 1)");
        assertThat(tenants.app.number("SELECT count(*) FROM outer_view")).isEqualTo(4);
        assertThat(tenants.app.number("SELECT count(*) FROM stored")).isEqualTo(12);
    }

    /** A plain view calls it as the role that asks. A materialized view stores what it has read. */
    @Test
    void whatAFunctionReadForAMaterializedViewIsSaid() throws SQLException {
        tenants.owner.execute("CREATE FUNCTION bodies() RETURNS SETOF text LANGUAGE sql AS 'SELECT body FROM public.notes'",
                "CREATE FUNCTION atomic() RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT body FROM public.notes; END",
                "CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1'", "CREATE VIEW v AS SELECT * FROM bodies()",
                "CREATE MATERIALIZED VIEW of_text AS SELECT * FROM bodies()", "CREATE MATERIALIZED VIEW of_sql AS SELECT * FROM atomic()",
                "CREATE MATERIALIZED VIEW of_one AS SELECT one()", "GRANT SELECT ON v, of_text, of_sql, of_one TO " + app);
        assertThat(check()).hasSize(2).anyMatch(said -> said.contains("the materialized view public.of_text stores rows of notes"))
                .anyMatch(said -> said.contains("the materialized view public.of_sql stores rows of notes"));
    }

    /** ALTER FUNCTION does not find a procedure. */
    @Test
    void aProcedureIsSaid() throws SQLException {
        tenants.owner.execute("CREATE PROCEDURE clean() LANGUAGE sql SECURITY DEFINER AS 'DELETE FROM public.notes'");
        assertThat(check()).singleElement().asString().contains("public.clean()", "ALTER ROUTINE public.clean() OWNER TO");
    }
}
