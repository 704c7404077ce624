package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.entry.PlannedTable;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.testing.StatementListener;
import io.orgscope.testing.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** References whose names say little: a text, a bare word, or a key of which another column says where it leads. */
@PostgresTest
class BareNamesPlanTest extends HardSchema {

    private static final String DEPOTS = """
            CREATE TABLE depots (code text PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
            CREATE TABLE vans (id int PRIMARY KEY, depot_code text NOT NULL REFERENCES depots);
            INSERT INTO depots VALUES ('NORTH', 1), ('SOUTH', 2), ('WEST', 3);
            INSERT INTO vans VALUES (1, 'NORTH'), (2, 'SOUTH');
            """;

    private PlannedTable table(String name) throws SQLException {
        return Plans.table(Plans.of(database), name);
    }

    private PlannedTable checked(String name) throws SQLException {
        return Plans.table(Plans.checked(database), name);
    }

    /** A key may stand beside the name of its table, whatever both columns are called. */
    @Test
    void pairsAreSeenByWhatTheyHold() throws SQLException {
        database.execute(DIAMOND, """
                CREATE TABLE remarks (id int PRIMARY KEY, about text NOT NULL, about_no int NOT NULL);
                CREATE TABLE changes (id int PRIMARY KEY, tbl text NOT NULL, row_pk int NOT NULL);
                CREATE TABLE trail (id int PRIMARY KEY, table_name text NOT NULL, record_id int NOT NULL, project_id int NOT NULL REFERENCES projects);
                CREATE TABLE houses (id int PRIMARY KEY, project_id int NOT NULL REFERENCES projects, street text NOT NULL, street_no int NOT NULL);
                INSERT INTO houses VALUES (1, 1, 'High Street', 1), (2, 2, 'Low Street', 1);
                """);
        assertThat(table("remarks").status()).isEqualTo(ScopingStatus.UNKNOWN);
        assertThat(table("changes").status()).isEqualTo(ScopingStatus.UNKNOWN);
        assertThat(table("trail").question()).startsWith("table_name and record_id say whose the row is, but no row has a table_name yet");
        database.execute("INSERT INTO remarks VALUES (1, 'project', 1), (2, 'board', 2)", "INSERT INTO changes VALUES (1, 'projects', 1), (2, 'boards', 2)",
                "INSERT INTO trail VALUES (1, 'boards', 1, 1), (2, 'boards', 2, 2)");
        assertThat(Plans.summary(Plans.checked(database)))
                .containsEntry("remarks", "about_no -> boards.organization_id when \"about\" = 'board'; about_no -> projects.organization_id when \"about\" = 'project'")
                .containsEntry("changes", "row_pk -> boards.organization_id when \"tbl\" = 'boards'; row_pk -> projects.organization_id when \"tbl\" = 'projects'");
        assertThat(checked("trail").question()).isNull();
        assertThat(checked("houses").question()).as("a street is no table").isNull();
        database.execute("UPDATE trail SET record_id = 1");
        assertThat(checked("trail").question()).contains("name different organizations for 1 of the 2 rows");
    }

    /** Without quotes, {@code table} is a syntax error, and {@code user} is the role of the session. */
    @Test
    void aTypeMayBeCalledLikeAKeyword() throws SQLException {
        database.execute(DIAMOND, """
                CREATE TABLE notes (id int PRIMARY KEY, "table" text NOT NULL, record_id int NOT NULL);
                CREATE TABLE remarks (id int PRIMARY KEY, "user" text NOT NULL, user_no int NOT NULL);
                INSERT INTO notes VALUES (1, 'boards', 1), (2, 'boards', 2);
                INSERT INTO remarks VALUES (1, 'board', 1), (2, 'board', 2);
                """);
        assertThat(byData()).containsEntry("notes", "record_id -> boards.organization_id when \"table\" = 'boards'")
                .containsEntry("remarks", "user_no -> boards.organization_id when \"user\" = 'board'");
        assertThat(database.strings("SELECT organization_id FROM notes UNION ALL SELECT organization_id FROM remarks")).containsExactly("1", "2", "1", "2");
        assertThat(database.strings("SELECT word FROM pg_get_keywords() WHERE word ~ '_(type|kind|name)$'")).as("written without quotes").isEmpty();
    }

    /** Who raised it: a login of the one table of people, or the code of another table. The name does not say which. */
    @Test
    void aTextThatIsNamedAfterWhoDidSomethingIsNoPerson() throws SQLException {
        database.execute(DEPOTS, """
                CREATE TABLE users (login text PRIMARY KEY);
                CREATE TABLE seats (login text NOT NULL REFERENCES users, organization_id bigint NOT NULL REFERENCES organizations, PRIMARY KEY (login, organization_id));
                CREATE TABLE objections (id int PRIMARY KEY, van_id int NOT NULL REFERENCES vans, raised_by text NOT NULL);
                INSERT INTO users VALUES ('ann'); INSERT INTO seats VALUES ('ann', 1), ('ann', 2);
                INSERT INTO objections VALUES (1, 1, 'SOUTH'), (2, 2, 'WEST');
                """);
        assertThat(table("objections").question()).startsWith("raised_by looks like a key, and nothing says where it leads");
        assertThat(checked("objections").question()).contains("van_id -> vans.organization_id and raised_by -> depots.organization_id name different organizations");
    }

    /** A column that may be a key makes the table unknown, or its entry a question: a number, a code, a bare word. */
    @Test
    void whatMayBeAKeyIsNotGlobal() throws SQLException {
        database.execute(DEPOTS, """
                CREATE TABLE refills (id int PRIMARY KEY, station_code text NOT NULL);
                CREATE TABLE stays (id int PRIMARY KEY, depot text NOT NULL);
                CREATE TABLE club_members (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE fines (id int PRIMARY KEY, van_id int NOT NULL REFERENCES vans, member int);
                CREATE TABLE rates (id int PRIMARY KEY, currency_code text NOT NULL, country_code text NOT NULL);
                INSERT INTO stays VALUES (1, 'NORTH'), (2, 'WEST');
                """);
        assertThat(table("refills").status()).isEqualTo(ScopingStatus.UNKNOWN);
        assertThat(table("refills").reasons()).containsExactly("No foreign key and no name says where its column station_code leads.");
        assertThat(table("stays").status()).isEqualTo(ScopingStatus.UNKNOWN);
        assertThat(table("fines").question()).startsWith("member looks like a key");
        assertThat(table("rates").status()).isEqualTo(ScopingStatus.GLOBAL);
        assertThat(checked("stays").question()).startsWith("no foreign key and no name says where depot leads; all its values are keys of depots");
    }

    /** A text that looks like no key at all may hold the keys of another table. Only its values tell. */
    @Test
    void aTextThatHoldsKeysIsFoundByItsValues() throws SQLException {
        database.execute(DEPOTS, """
                CREATE TABLE trips (id int PRIMARY KEY, van_id int NOT NULL REFERENCES vans, beginning text NOT NULL, tenure text, mood text);
                INSERT INTO trips VALUES (1, 1, 'NORTH', 'org-1', 'good'), (2, 2, 'SOUTH', 'org-2', 'bad');
                """);
        assertThat(table("trips").question()).isNull();
        assertThat(checked("trips").question()).isNull();
        database.execute("UPDATE trips SET beginning = 'WEST' WHERE id = 2");
        assertThat(checked("trips").question()).contains("beginning -> depots.organization_id name different organizations for 1 of the 2 rows");
        database.execute("UPDATE trips SET beginning = 'there', tenure = 'org-3' WHERE id = 1");
        assertThat(checked("trips").question()).contains("tenure -> organizations(slug).id");
        database.execute("CREATE TABLE handles (slug text PRIMARY KEY)", "INSERT INTO handles SELECT slug FROM organizations");
        assertThat(checked("trips").question()).as("another table has the same keys").contains("tenure -> organizations(slug).id");
        database.execute("CREATE TABLE marks (id int PRIMARY KEY, badge text NOT NULL)", "INSERT INTO marks VALUES (1, 'org-1'), (2, 'org-2')");
        assertThat(checked("marks").question()).isEqualTo("no foreign key and no name says where badge leads; all its values are keys of organizations and"
                + " also of handles, and each may be chance. Does it lead to organizations?");
    }

    /** A number that with others is the key of another table names a row of it, though the others are missing here. */
    @Test
    void aPartOfAnotherKeyMayBeAKey() throws SQLException {
        database.execute(DEPOTS, """
                CREATE TABLE jobs (organization_id bigint NOT NULL REFERENCES organizations, docket int NOT NULL, PRIMARY KEY (organization_id, docket));
                CREATE TABLE stamps (id int PRIMARY KEY, docket int);
                CREATE TABLE tolls (id int PRIMARY KEY, van_id int NOT NULL REFERENCES vans, docket int);
                INSERT INTO jobs VALUES (1, 501), (2, 502); INSERT INTO stamps VALUES (1, 501); INSERT INTO tolls VALUES (1, 1, 502);
                """);
        assertThat(table("stamps").status()).isEqualTo(ScopingStatus.UNKNOWN);
        assertThat(table("tolls").question()).startsWith("docket looks like a key");
        assertThat(checked("tolls").question()).startsWith("docket looks like a key");
    }

    /** A query locks all its tables until it ends, and the locks of all sessions together have one limit. */
    @Test
    void noQueryReadsTheKeysOfTooManyTables() throws SQLException {
        database.execute(DIAMOND, """
                DO $$ BEGIN
                  FOR i IN 1..120 LOOP
                    EXECUTE format('CREATE TABLE z%s (id uuid PRIMARY KEY, project_id int NOT NULL REFERENCES projects)', i);
                  END LOOP;
                END $$;
                CREATE TABLE weighings (id int PRIMARY KEY, thing uuid NOT NULL);
                INSERT INTO z99 SELECT gen_random_uuid(), n FROM generate_series(1, 2) n;
                INSERT INTO weighings SELECT project_id, id FROM z99;
                """);
        List<String> asked = new ArrayList<>();
        Plan plan;
        try (Connection connection = StatementListener.on(database.connection(), asked::add)) {
            plan = new Planner(connection, Plans.checkingData(PlanOptions.of("public"))).plan();
        }
        assertThat(Plans.routes(Plans.table(plan, "weighings"))).containsExactly("thing -> z99.organization_id");
        assertThat(asked).anyMatch(sql -> sql.contains("FROM \"public\".\"z99\" k")).allSatisfy(sql -> assertThat(sql.split("EXISTS \\(SELECT FROM")).hasSizeLessThanOrEqualTo(51));
    }
}
