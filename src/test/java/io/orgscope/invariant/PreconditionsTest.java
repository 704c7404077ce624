package io.orgscope.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.orgscope.citus.CitusHasWorkersPrecondition;
import io.orgscope.isolation.VerifyOrganizationIsolationPrecondition;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Seed;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.precondition.Precondition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule as a precondition, by its name and by its class. */
@PostgresTest
class PreconditionsTest {

    private static final String USER = "user_id -> users.default_organization_id";

    private static TestDatabase database;

    @TempDir
    Path directory;

    @BeforeAll
    static void load(TestDatabase shared) throws SQLException {
        database = shared;
        database.fixture(KeyType.INTEGER);
        Seed.of(KeyType.INTEGER).into(database);
        database.execute(Rule.OBJECTS);
    }

    static List<Rule> rules() {
        return Rule.all();
    }

    @Test
    void allOfThemAreHere() {
        assertThat(ServiceLoader.load(Precondition.class).stream().map(ServiceLoader.Provider::type)
                .filter(type -> type.getName().startsWith("io.orgscope.")).map(Class::getName).toList())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Rule.all().stream().map(rule -> rule.precondition().getClass().getName()),
                        Stream.of(MigratingRoleHasPrivilegesPrecondition.class, MigratingRoleSeesAllRowsPrecondition.class,
                                WhatWasMadeIsTherePrecondition.class, OrganizationScopeReadyPrecondition.class, SideTableCanBeReplicatedPrecondition.class,
                                VerifyOrganizationIsolationPrecondition.class, CitusHasWorkersPrecondition.class).map(Class::getName)).toList());
    }

    @Test
    void areCheckedInTheOrderOfTheServiceFile() {
        assertThat(Invariants.beforehand()).extracting(Invariant::id).containsExactly("migratingRoleHasPrivileges", "migratingRoleSeesAllRows",
                "organizationTableReady", "updatesCanBeReplicated", "sideTableCanBeReplicated", "functionsKeepWorking", "rowsPassTheirChecks",
                "everyRowHasOneOrganization", "resolvedOrganizationExists", "storedEqualsRouted", "noReferenceCrossesOrganizations");
        assertThat(Invariants.afterwards()).extracting(Invariant::id).containsExactly("whatWasMadeIsThere", "organizationColumnRequired",
                "organizationReferenceValid", "noRowWithoutOrganization", "storedEqualsRouted", "noReferenceCrossesOrganizations");
    }

    @Test
    void holdWhereTheyShould() {
        run(Rule.all().stream().flatMap(rule -> Stream.of(rule.plain(rule.holds()), rule.custom(rule.holds()))).toList()).update();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isBrokenWithCountKeysAndRemedy(Rule rule) {
        assertThatThrownBy(run(List.of(rule.plain(rule.broken())))::update).hasMessageContaining(rule.name() + ": " + rule.broken().get("tableName") + ": ")
                .hasMessageContainingAll(rule.messages().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isBrokenByItsClassToo(Rule rule) {
        assertThatThrownBy(run(List.of(rule.custom(rule.broken())))::update).hasMessageContaining(rule.name() + ": " + rule.broken().get("tableName") + ": ")
                .hasMessageContainingAll(rule.messages().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rejectsWhatItDoesNotKnowAndMissesWhatItNeeds(Rule rule) {
        Map<String, String> more = Stream.concat(rule.holds().entrySet().stream(), Stream.of(Map.entry("tablName", "x")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Liquibases mistaken = run(List.of(rule.plain(more)));
        assertThatThrownBy(mistaken::status).hasMessageContaining(rule.name() + " has no property 'tablName'. Did you mean 'tableName'?");
        assertThatThrownBy(mistaken::update).hasMessageContaining("'tablName'");
        for (String property : rule.holds().keySet()) {
            Map<String, String> less = rule.holds().entrySet().stream().filter(entry -> !entry.getKey().equals(property))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            assertThatThrownBy(run(List.of(rule.plain(less)))::status).hasMessageContaining(rule.name() + " needs ").hasMessageContaining(property);
            assertThatThrownBy(run(List.of(rule.custom(less)))::update).hasMessageContaining(rule.name() + " needs ").hasMessageContaining(property);
        }
        assertThatThrownBy(run(List.of(rule.custom(more)))::update).hasMessageContaining("tablName");
    }

    @Test
    void readyIsWhatKeepsEveryRuleOfBefore() {
        broken("homeless", USER, "everyRowHasOneOrganization: homeless: ", "7 violations");
        broken("dangling", "hint -> hints.organization", "resolvedOrganizationExists: dangling: ", "6 violations");
        broken("elsewhere", USER, "storedEqualsRouted: elsewhere: ", "6 violations");
        broken("coming", USER, "noReferenceCrossesOrganizations: coming: ", "2 violations: coming id=1 by coming_elsewhere_fkey; coming id=2 by");
        broken("followed", USER, "noReferenceCrossesOrganizations: followed: ", "1 violation: following id=12 by following_followed_fkey.");
        broken("coming", "[ { path: " + USER + ", when: \"id < 9\" } ]", "noReferenceCrossesOrganizations: coming: ", "2 violations");
        assertThatThrownBy(run(List.of("{ organizationScopeReady: { tableName: good } }"))::status)
                .hasMessageContaining("organizationScopeReady needs the property route");
        run(List.of(ready("ready", USER))).update();
    }

    private void broken(String table, String route, String... messages) {
        assertThatThrownBy(run(List.of(ready(table, route)))::update).hasMessageContainingAll(messages);
    }

    private static String ready(String table, String route) {
        return "{ organizationScopeReady: { tableName: " + table + ", route: '" + route + "' } }";
    }

    /** The comment of a column says that it has the organization, whatever its name is. */
    @Test
    void aReferenceBetweenColumnsOfOtherNamesIsChecked() throws SQLException {
        database.execute("""
                CREATE TABLE theirs (id int PRIMARY KEY, tenant_id int);
                INSERT INTO theirs VALUES (1, 1), (2, 2);
                CREATE TABLE ours (id int PRIMARY KEY, theirs int REFERENCES theirs, organization_id int);
                INSERT INTO ours VALUES (1, 1, 1), (2, 1, 2), (3, 2, NULL);
                COMMENT ON COLUMN theirs.tenant_id IS E'whose\\n[orgscope did adopt the column]';
                COMMENT ON COLUMN ours.organization_id IS '[orgscope made the column]';
                """);
        for (Map<String, String> table : List.of(Map.of("tableName", "ours"), Map.of("tableName", "theirs", "columnName", "tenant_id"))) {
            assertThatThrownBy(run(List.of("{ noReferenceCrossesOrganizations: " + Rule.flow(table) + " }"))::update)
                    .hasMessageContaining("1 violation: ours id=2 by ours_theirs_fkey.");
        }
    }

    /** PostgreSQL checks a key that only a partition has, or that references a partition, for the rows of that partition only. */
    @Test
    void aKeyOfAPartitionIsChecked() throws SQLException {
        database.execute("""
                CREATE TABLE devices (id int PRIMARY KEY, organization_id int);
                INSERT INTO devices VALUES (1, 1), (2, 2);
                CREATE TABLE makers (id int PRIMARY KEY, user_id int);
                INSERT INTO makers VALUES (1, 1), (2, 2);
                CREATE TABLE events (id int PRIMARY KEY, user_id int, device int, maker int) PARTITION BY RANGE (id);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
                CREATE TABLE events_1_a PARTITION OF events_1 DEFAULT;
                CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20);
                ALTER TABLE events_1 ADD CONSTRAINT by_device FOREIGN KEY (device) REFERENCES devices;
                ALTER TABLE events_1_a ADD CONSTRAINT by_maker FOREIGN KEY (maker) REFERENCES makers;
                INSERT INTO events VALUES (1, 1, 1, 1), (2, 1, 2, 2), (11, 1, 2, 2);
                CREATE TABLE audits (id int PRIMARY KEY, event int CONSTRAINT by_event REFERENCES events_1, organization_id int);
                INSERT INTO audits VALUES (5, 1, 1), (6, 2, 3);
                CREATE TABLE notes (id int PRIMARY KEY, event int CONSTRAINT by_noted REFERENCES events_1, user_id int);
                INSERT INTO notes VALUES (7, 1, 1), (8, 2, 3);
                """);
        broken("events", USER, "noReferenceCrossesOrganizations: events: ", "2 violations: audits id=6 by by_event; events_1 id=2 by by_device.");
        database.execute("ALTER TABLE events_2 ADD CONSTRAINT by_other FOREIGN KEY (device) REFERENCES devices");
        broken("events", USER, "noReferenceCrossesOrganizations: events: ",
                "3 violations: audits id=6 by by_event; events_1 id=2 by by_device; events_2 id=11 by by_other.");
        database.execute("UPDATE events SET device = 1");
        broken("events", USER, "noReferenceCrossesOrganizations: events: ", "1 violation: audits id=6 by by_event.");
        database.execute("UPDATE events SET device = 2 WHERE id > 1; ALTER TABLE events_2 DROP CONSTRAINT by_other");
        database.execute("ALTER TABLE events ADD organization_id int; UPDATE events SET organization_id = 1");
        broken("makers", USER, "noReferenceCrossesOrganizations: makers: ", "1 violation: events_1_a id=2 by by_maker.");
        broken("notes", USER, "noReferenceCrossesOrganizations: notes: ", "1 violation: notes id=8 by by_noted.");
        Map.of("events", "2 violations: audits id=6 by by_event; events_1 id=2 by by_device.", "devices", "1 violation: events_1 id=2 by by_device.",
                "audits", "1 violation: audits id=6 by by_event.").forEach((table, message) ->
                assertThatThrownBy(run(List.of("{ noReferenceCrossesOrganizations: " + Rule.flow(Map.of("tableName", table)) + " }"))::update)
                        .as(table).hasMessageContaining(message));
    }

    /** The referenced rows have to cover the period. They are not equal to it. */
    @Test
    void aKeyWithAPeriodIsChecked() throws SQLException {
        assumeThat(Postgres.major()).as("keys with PERIOD").isGreaterThanOrEqualTo(18);
        database.execute("""
                CREATE EXTENSION btree_gist;
                CREATE TABLE rooms (id int, valid daterange, organization_id int, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
                INSERT INTO rooms VALUES (1, '[2020-01-01,2021-01-01)', 1), (1, '[2021-01-01,2022-01-01)', 1),
                  (2, '[2020-01-01,2021-01-01)', 2), (2, '[2021-01-01,2022-01-01)', 2), (3, '[2020-01-01,2021-01-01)', 2), (3, '[2021-01-01,2022-01-01)', 1);
                CREATE TABLE bookings (id int PRIMARY KEY, user_id int, room int, during daterange,
                  CONSTRAINT by_room FOREIGN KEY (room, PERIOD during) REFERENCES rooms (id, PERIOD valid));
                INSERT INTO bookings VALUES (1, 1, 1, '[2020-06-01,2021-06-01)'), (2, 1, 2, '[2020-06-01,2021-06-01)'), (3, 1, 3, '[2021-02-01,2021-03-01)');
                """);
        assertThatThrownBy(run(List.of(ready("bookings", "(room, during) -> rooms.organization_id")))::update)
                .hasMessageContaining("the foreign key by_room, which has a PERIOD").hasMessageContaining("in parentheses: room -> rooms(id).");
        String crossing = "1 violation: bookings id=2 by by_room.";
        broken("bookings", USER, "noReferenceCrossesOrganizations: bookings: ", crossing);
        database.execute("ALTER TABLE bookings ADD organization_id int; UPDATE bookings SET organization_id = 1");
        for (String table : List.of("bookings", "rooms")) {
            assertThatThrownBy(run(List.of("{ noReferenceCrossesOrganizations: " + Rule.flow(Map.of("tableName", table)) + " }"))::update)
                    .as(table).hasMessageContaining(crossing);
        }
    }

    /** A column of the same name may be about something else. The record in the comment says which one has the organization. */
    @Test
    void theRecordedColumnCountsBeforeTheOneOfTheSameName() throws SQLException {
        database.execute("""
                CREATE TABLE partners (id int PRIMARY KEY, organization_id int, tenant_id int);
                INSERT INTO partners VALUES (1, 2, 1), (2, 2, 2);
                CREATE TABLE deals (id int PRIMARY KEY, partner int REFERENCES partners, organization_id int, tenant_id int);
                INSERT INTO deals VALUES (1, 1, 1, 1), (2, 1, 2, 1), (3, 2, NULL, NULL);
                COMMENT ON COLUMN partners.tenant_id IS '[orgscope made the column]';
                COMMENT ON COLUMN deals.tenant_id IS '[orgscope made the column]';
                COMMENT ON COLUMN deals.organization_id IS '[orgscope made the column]';
                """);
        String rule = "{ noReferenceCrossesOrganizations: " + Rule.flow(Map.of("tableName", "deals")) + " }";
        assertThatThrownBy(run(List.of(rule))::update).hasMessageContaining("1 violation: deals id=2 by deals_partner_fkey.");
        database.execute("COMMENT ON COLUMN partners.organization_id IS '[orgscope made the column]'");
        assertThatThrownBy(run(List.of(rule))::update).as("both are recorded: the one of the same name")
                .hasMessageContaining("1 violation: deals id=1 by deals_partner_fkey.");
        run(List.of("{ noReferenceCrossesOrganizations: " + Rule.flow(Map.of("tableName", "deals", "columnName", "tenant_id")) + " }")).update();
    }

    @Test
    void saysWhatIsWrongWithARoute() {
        Rule rule = Rule.named("everyRowHasOneOrganization");
        assertThatThrownBy(run(List.of(rule.plain(Map.of("tableName", "good", "route", "user_id -> users"))))::status)
                .hasMessageContaining("everyRowHasOneOrganization").hasMessageContaining("names a table, but no column");
        assertThatThrownBy(run(List.of(rule.plain(Map.of("tableName", "god", "route", "user_id -> users.default_organization_id"))))::update)
                .hasMessageContaining("There is no table god.");
        assertThatThrownBy(run(List.of(Rule.named("oldUniqueKeyHolds").plain(Map.of("tableName", "good", "indexName", "good_scopd"))))::update)
                .hasMessageContaining("good has none of the named indexes");
    }

    /** A rule that holds where there is nothing to look at would let the change set run. */
    @ParameterizedTest
    @MethodSource("rules")
    void doesNotHoldForATableThatIsNotThere(Rule rule) {
        Map<String, String> missing = new HashMap<>(rule.holds());
        missing.put("tableName", "god");
        assertThatThrownBy(run(List.of(rule.plain(missing)))::update).hasMessageContaining("There is no table god.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"everyRowHasOneOrganization", "resolvedOrganizationExists", "storedEqualsRouted", "routesAgree", "noReferenceCrossesOrganizations"})
    void doesNotHoldForARouteThatLeadsNowhere(String rule) {
        assertThatThrownBy(run(List.of(Rule.named(rule).plain(Map.of("tableName", "ready", "route", "user_id -> userz.default_organization_id"))))::update)
                .hasMessageContaining("leads to userz, but there is no such table.");
    }

    /** A query that was cancelled says nothing about the rule. {@code onFail} must not count the change set as done. */
    @Test
    void aDatabaseThatDoesNotAnswerIsAnErrorAndNotABrokenRule() throws SQLException {
        database.execute("CREATE FUNCTION cancelled() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_cancel_backend(pg_backend_pid());"
                + " PERFORM pg_sleep(60); RETURN true; END $$");
        Map<String, String> asked = Map.of("tableName", "homeless", "route", "[ { path: " + USER + ", when: public.cancelled() } ]");
        Rule rule = Rule.named("everyRowHasOneOrganization");
        for (String precondition : List.of(rule.plain(asked), rule.custom(asked))) {
            for (String onFail : List.of("MARK_RAN", "CONTINUE")) {
                assertThatThrownBy(run("onFail: " + onFail, List.of(precondition))::update)
                        .hasMessageContaining("everyRowHasOneOrganization: the rows of homeless could not be checked: ")
                        .hasMessageContaining("canceling statement due to user request").hasMessageContaining("(SQLSTATE 57014)");
            }
            run("onError: CONTINUE", List.of(precondition)).update();
            assertThat(database.strings("SELECT id FROM databasechangelog WHERE id = '" + directory.getFileName() + "'")).isEmpty();
        }
    }

    private Liquibases run(List<String> preconditions) {
        return run("onFail: HALT", preconditions);
    }

    private Liquibases run(String outcome, List<String> preconditions) {
        return Liquibases.on(database).in(directory).changelog("rules.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: %s
                      author: test
                      preConditions:
                        - %s
                %s      changes: [ { sql: { sql: SELECT 1 } } ]
                """.formatted(directory.getFileName(), outcome, preconditions.stream().map(each -> "        - " + each + "\n").collect(Collectors.joining())));
    }
}
