package io.orgscope.invariant;

import io.orgscope.index.OldUniqueKeyHoldsPrecondition;
import io.orgscope.index.ScopedUniqueKeyHoldsPrecondition;
import io.orgscope.step.OrganizationScopePrecondition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A rule as a precondition, once where it holds and once where it does not.
 *
 * @param messages what has to be said where it does not
 */
record Rule(OrganizationScopePrecondition precondition, Map<String, String> holds, Map<String, String> broken, List<String> messages) {

    private static final String USER = "user_id -> users.default_organization_id";

    static List<Rule> all() {
        return List.of(
                new Rule(new OrganizationTableReadyPrecondition(), on("good"), Map.of("tableName", "good", "organizationsKey", "max_users"),
                        List.of("The organizations cannot be referenced.", "2 violations: organizations.max_users has no unique index", "organizations.max_users may be NULL", "Correct 'organizations:'")),
                new Rule(new EveryRowHasOneOrganizationPrecondition(), routed("good", USER), routed("homeless", USER),
                        List.of("7 violations: id=1 (no organization); id=2 (no organization)", "id=5 (no organization); …", "add a route to the table")),
                new Rule(new ResolvedOrganizationExistsPrecondition(), routed("good", USER), routed("dangling", "hint -> hints.organization"),
                        List.of("6 violations: id=1; id=2; id=3; id=4; id=5; …", "Correct the value in that column")),
                new Rule(new NoRowWithoutOrganizationPrecondition(), on("good"), on("empty"),
                        List.of("Rows have no organization.", "1 violation: id=3.", "Run update again")),
                new Rule(new StoredEqualsRoutedPrecondition(), routed("good", USER), routed("elsewhere", USER),
                        List.of("Rows hold another organization", "6 violations: id=1; id=2; id=4; id=5; id=7; …", "Compare both")),
                new Rule(new RoutesAgreePrecondition(), routed("good", USER), routed("good", "- " + USER + "\n- {organization: {slug: org-1}}"),
                        List.of("contradict each other", "6 violations: id=2; id=3; id=5; id=6; id=8; …", "Put the right route first")),
                new Rule(new NoReferenceCrossesOrganizationsPrecondition(), on("inside"), on("crossing"),
                        List.of("Rows of one organization reference rows of another.", "10 violations: crossing id=1 by crossing_good_fkey; ", "Correct them")),
                new Rule(new OrganizationColumnRequiredPrecondition(), on("good"), on("empty"),
                        List.of("1 violation: empty.organization_id may be NULL.", "Run update again")),
                new Rule(new OrganizationReferenceValidPrecondition(), on("good"), on("dangling"),
                        List.of("1 violation: the foreign key dangling_organization_id_fkey is NOT VALID", "Run update again")),
                new Rule(new OrganizationIndexedPrecondition(), on("good"), on("empty"),
                        List.of("no valid index of empty begins with organization_id", "declare an index")),
                new Rule(new ScopedUniqueKeyHoldsPrecondition(), Map.of("tableName", "good", "columns", "code"),
                        Map.of("tableName", "crossing", "columns", "code"),
                        List.of("10 rows (id=", "; …)", "of the same organization", "Merge or delete")),
                new Rule(new OldUniqueKeyHoldsPrecondition(), Map.of("tableName", "good", "indexName", "good_scoped"),
                        Map.of("tableName", "elsewhere", "indexName", "elsewhere_scoped"),
                        List.of("9 rows (id=1; ", "of another organization", "Merge or delete")),
                new Rule(new UpdatesCanBeReplicatedPrecondition(), on("good"), on("published"),
                        List.of("1 violation: feed publishes updates of published: ALTER TABLE \"public\".\"published\" REPLICA IDENTITY FULL. Run the statement")),
                new Rule(new FunctionsKeepWorkingPrecondition(), on("good"), on("copied"),
                        List.of("1 violation: public.copy() inserts NEW.* or OLD.* into copies.", "Name the columns")),
                new Rule(new RowsPassTheirChecksPrecondition(), on("good"), on("unchecked"),
                        List.of("2 violations: id=8 by low; id=9 by low.", "Correct the rows, or drop the constraint")));
    }

    static Rule named(String name) {
        return all().stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
    }

    private static Map<String, String> on(String table) {
        return Map.of("tableName", table);
    }

    private static Map<String, String> routed(String table, String route) {
        return Map.of("tableName", table, "route", route);
    }

    /** Tables that keep the rules, and tables that break one each. Row n of each is of organization (n - 1) mod 3 + 1. */
    static final String OBJECTS = """
            CREATE TABLE good (id int PRIMARY KEY, user_id int REFERENCES users, code int UNIQUE,
              organization_id int NOT NULL REFERENCES organizations ON DELETE CASCADE);
            CREATE UNIQUE INDEX good_scoped ON good (organization_id, code);
            INSERT INTO good SELECT n, n, n, (n - 1) % 3 + 1 FROM generate_series(1, 9) n;
            CREATE TABLE homeless (id int PRIMARY KEY, user_id int);
            INSERT INTO homeless SELECT n, NULL FROM generate_series(1, 7) n;
            CREATE TABLE hints (id int PRIMARY KEY, organization int);
            INSERT INTO hints SELECT n, 900 + n FROM generate_series(1, 6) n;
            CREATE TABLE dangling (id int PRIMARY KEY, hint int, organization_id int);
            INSERT INTO dangling SELECT n, n, NULL FROM generate_series(1, 6) n;
            ALTER TABLE dangling ADD FOREIGN KEY (organization_id) REFERENCES organizations NOT VALID;
            CREATE TABLE empty (id int PRIMARY KEY, organization_id int);
            INSERT INTO empty SELECT n, nullif(n, 3) FROM generate_series(1, 3) n;
            CREATE TABLE elsewhere (id int PRIMARY KEY, user_id int, code int, organization_id int);
            INSERT INTO elsewhere SELECT n, n, 1, 3 FROM generate_series(1, 9) n;
            UPDATE elsewhere SET organization_id = (id - 1) % 3 + 1, code = 1 WHERE id IN (3, 6, 9);
            CREATE INDEX elsewhere_scoped ON elsewhere (organization_id, code);
            CREATE TABLE inside (id int PRIMARY KEY, elsewhere int REFERENCES elsewhere, organization_id int);
            INSERT INTO inside SELECT id, id, organization_id FROM elsewhere;
            CREATE TABLE crossing (id int PRIMARY KEY, good int REFERENCES good, code int, organization_id int);
            INSERT INTO crossing SELECT n, n % 9 + 1, 1, (n - 1) % 3 + 1 FROM generate_series(1, 10) n;
            CREATE TABLE ready (id int PRIMARY KEY, user_id int, inside int REFERENCES good);
            INSERT INTO ready SELECT n, n, n FROM generate_series(1, 9) n;
            CREATE TABLE coming (id int PRIMARY KEY, user_id int, elsewhere int REFERENCES elsewhere);
            INSERT INTO coming VALUES (1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 1, NULL);
            CREATE TABLE followed (id int PRIMARY KEY, user_id int);
            INSERT INTO followed SELECT n, n FROM generate_series(1, 3) n;
            CREATE TABLE following (id int PRIMARY KEY, followed int REFERENCES followed, organization_id int);
            INSERT INTO following VALUES (11, 1, 1), (12, 2, 1), (13, 3, NULL);
            CREATE TABLE published (id int);
            CREATE PUBLICATION feed FOR TABLE published;
            CREATE TABLE copied (id int PRIMARY KEY, code int);
            CREATE TABLE copies (id int, code int);
            CREATE FUNCTION copy() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO copies SELECT NEW.*; RETURN NEW; END';
            CREATE TRIGGER copy BEFORE UPDATE ON copied FOR EACH ROW EXECUTE FUNCTION copy();
            CREATE TABLE unchecked (id int PRIMARY KEY, code int);
            INSERT INTO unchecked SELECT n, n FROM generate_series(1, 9) n;
            ALTER TABLE unchecked ADD CONSTRAINT low CHECK (code < 8) NOT VALID;
            """;

    String name() {
        return precondition.getName();
    }

    /** As a line of YAML under its own name. */
    String plain(Map<String, String> properties) {
        return "{ " + name() + ": " + flow(properties) + " }";
    }

    /** The same by its class. */
    String custom(Map<String, String> properties) {
        return "{ customPrecondition: { className: " + precondition.getClass().getName() + ", params: [ "
                + properties.entrySet().stream().map(entry -> "{ param: { name: " + entry.getKey() + ", value: " + quoted(entry.getValue()) + " } }")
                        .collect(Collectors.joining(", ")) + " ] } }";
    }

    static String flow(Map<String, String> properties) {
        return properties.entrySet().stream().map(entry -> entry.getKey() + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\n", "\\n") + '"';
    }

    @Override
    public String toString() {
        return name();
    }
}
