package io.orgscope.interleaving;

import io.orgscope.backfill.FillingBatch;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What sessions do to a {@link InterleavingDatabase}: the application's transactions, and a batch of the backfill. */
final class Operations {

    private static final String BATCH = " batch";
    private static final String MEMBER_INSERTED = "connection of a member inserted";

    /** One transaction. */
    record Operation(String name, List<Step> steps) {

        static Operation of(String name, String... statements) {
            return new Operation(name, Stream.of(statements).map(Step::sql).toList());
        }

        /** With its BEGIN and COMMIT as statements of their own. */
        List<Step> script(Isolation isolation) {
            List<Step> script = new ArrayList<>(List.of(isolation.begin()));
            script.addAll(steps);
            script.add(Step.commit());
            return script;
        }

        boolean isBatch() {
            return name.endsWith(BATCH);
        }

        /** Whether it writes the organization itself. */
        boolean chooses() {
            return name.endsWith(" chosen");
        }

        /** Whether rows lose the one answer that they have: where the column is NOT NULL, an INSERT then fails, as it must. */
        boolean takesAnswers() {
            return name.startsWith("membership") || name.equals("user loses the default");
        }

        /** The same where there is nothing to fill. */
        Operation withoutUs() {
            return isBatch() ? new Operation(name, List.of(Step.sql("SELECT 1"))) : this;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** What the applications do, and with what it has to do: with {@code tree}, {@code notes} or {@code payments}. */
    private static final Map<Operation, Set<String>> ALL = new LinkedHashMap<>();

    static {
        add("tree notes payments", "user moves", "UPDATE users SET default_organization_id = 2 WHERE id = 1");
        add("tree notes payments", "user moves elsewhere", "UPDATE users SET default_organization_id = 4 WHERE id = 1");
        add("tree notes payments", "user loses the default", "UPDATE users SET default_organization_id = NULL WHERE id = 1");
        add("tree notes payments", "two users move", "UPDATE users SET default_organization_id = 4 WHERE id = 2",
                "UPDATE users SET default_organization_id = 4 WHERE id = 1");
        add("tree", "user gets a default", "UPDATE users SET default_organization_id = 2 WHERE id = 3");
        add("tree", "membership added", "INSERT INTO memberships VALUES (9, 3, 2, true)");
        add("tree", "membership moves", "UPDATE memberships SET organization_id = 2 WHERE id = 1");
        add("tree", "membership off", "UPDATE memberships SET is_active = false WHERE id = 1");
        add("tree", "membership removed", "DELETE FROM memberships WHERE id = 1");
        add("tree", "memberships exchanged", "UPDATE memberships SET is_active = NOT is_active WHERE user_id = 4");
        add("tree", "membership exchanged in two steps", "INSERT INTO memberships VALUES (8, 3, 2, true)", "DELETE FROM memberships WHERE id = 1");
        add("tree", "connection inserted", "INSERT INTO connections (id, user_id) VALUES (16, 1)");
        add("tree", MEMBER_INSERTED, "INSERT INTO connections (id, user_id) VALUES (17, 3)");
        add("tree", "connection re-parented", "UPDATE connections SET user_id = 2 WHERE id = 11");
        add("tree", "connection deleted", "DELETE FROM connections WHERE id = 11");
        add("tree", "connection chosen", "UPDATE connections SET organization_id = 3, chosen = 3 WHERE id = 11");
        add("tree", "post inserted", "INSERT INTO posts (id, connection_id) VALUES (26, 11)");
        add("tree", "post inserted under a savepoint", "SAVEPOINT s", "INSERT INTO posts (id, connection_id) VALUES (24, 11)");
        add("tree", "post inserted chosen", "INSERT INTO posts (id, connection_id, organization_id, chosen) VALUES (28, 11, 3, 3)");
        add("tree", "post touched, another inserted", "UPDATE posts SET note = 'touched' WHERE id = 21",
                "INSERT INTO posts (id, connection_id) VALUES (29, 11)");
        add("tree", "post re-parented", "UPDATE posts SET connection_id = 12 WHERE id = 21");
        add("tree", "post chosen", "UPDATE posts SET organization_id = 3, chosen = 3 WHERE id = 21");
        add("tree", "post deleted", "DELETE FROM posts WHERE id = 21");
        add("tree", "comment inserted", "INSERT INTO comments (id, post_id) VALUES (36, 21)");
        add("tree", "comment re-parented", "UPDATE comments SET post_id = 22 WHERE id = 31");
        add("notes", "note inserted", "INSERT INTO notes (id, parent_id) VALUES (46, 42)");
        add("notes", "note becomes a root", "UPDATE notes SET parent_id = NULL WHERE id = 42");
        add("notes", "note re-parented", "UPDATE notes SET parent_id = 41 WHERE id = 43");
        add("notes", "note's user changes", "UPDATE notes SET user_id = 2 WHERE id = 47");
        add("notes", "note chosen", "UPDATE notes SET organization_id = 3, chosen = 3 WHERE id = 42");
        add("notes", "note deleted", "DELETE FROM notes WHERE id = 42");
        add("payments", "payment inserted", "INSERT INTO payments (id, payable_type, payable_id) VALUES (76, 'Invoice', 51)");
        add("payments", "payment of a request inserted", "INSERT INTO payments (id, payable_type, payable_id) VALUES (78, 'Request', 61)");
        add("payments", "payment re-parented", "UPDATE payments SET payable_type = 'Request', payable_id = 62 WHERE id = 71");
        add("payments", "payment's condition ends", "UPDATE payments SET payable_type = 'Other' WHERE id = 71");
        add("payments", "invoice moves", "UPDATE invoices SET organization_id = 2 WHERE id = 51");
        add("payments", "request re-parented", "UPDATE requests SET user_id = 2 WHERE id = 61");
    }

    /** What is there for one order only. */
    private static final List<Operation> BESIDE = List.of(
            Operation.of("note held", "SELECT FROM notes WHERE id = 42 FOR NO KEY UPDATE"),
            Operation.of("another user's default", "UPDATE users SET default_organization_id = 4 WHERE id = 4"));

    /** Three sessions at a time: all combinations of three would be millions of orders. */
    private static final Map<String, List<List<String>>> TRIPLES = Map.of(
            "tree", List.of(
                    List.of("post inserted", "connection re-parented", "user moves"),
                    List.of("post inserted", "user moves", "user moves elsewhere"),
                    List.of("post inserted", "connection chosen", "user moves"),
                    List.of("comment inserted", "post re-parented", "user moves"),
                    List.of("comment inserted", "connection re-parented", "user moves elsewhere"),
                    List.of("comment inserted", "post deleted", "user moves"),
                    List.of("post re-parented", "connection re-parented", "user moves elsewhere"),
                    List.of(MEMBER_INSERTED, "membership moves", "membership added"),
                    List.of(MEMBER_INSERTED, "membership moves", "user gets a default")),
            "notes", List.of(
                    List.of("note inserted", "note re-parented", "user moves"),
                    List.of("note inserted", "note becomes a root", "user moves")),
            "payments", List.of(
                    List.of("payment inserted", "payment re-parented", "invoice moves"),
                    List.of("payment of a request inserted", "request re-parented", "user moves")));

    private Operations() {
    }

    private static void add(String about, String name, String... statements) {
        ALL.put(Operation.of(name, statements), Set.of(about.split(" ")));
    }

    static Set<String> subjects() {
        return TRIPLES.keySet();
    }

    /** Everything that has to do with it. */
    static List<Operation> about(String subject) {
        return ALL.entrySet().stream().filter(entry -> entry.getValue().contains(subject)).map(Map.Entry::getKey).toList();
    }

    static List<List<Operation>> triples(String subject) {
        return TRIPLES.get(subject).stream().map(names -> names.stream().map(Operations::named).toList()).toList();
    }

    /** One of all, or one that only directed orders have. */
    static Operation named(String name) {
        return Stream.concat(ALL.keySet().stream(), BESIDE.stream()).filter(operation -> operation.name().equals(name)).findFirst().orElseThrow();
    }

    /** Batches of step 03 over the database's last table, as it runs them: one that waits for a moment, and one that does not. */
    static List<Operation> batches(String table, String route) {
        ScopedTable scope = new ScopedTable(new TableName("public", table), ScopedTable.DEFAULT_COLUMN,
                new Organizations(new TableName("public", Organizations.DEFAULT_TABLE), Organizations.DEFAULT_KEY, null), Routes.parse(route));
        return Stream.of(false, true).map(careful -> {
            String name = (careful ? "careful" : "fast") + BATCH;
            return new Operation(name, List.of(new Step(name, connection -> {
                // Longer than the 10 ms of step 03, so that one that waits is not in vain; shorter than deadlock_timeout.
                Step.execute(connection, "SET LOCAL lock_timeout = '150ms'");
                // As its sessions say it to the triggers.
                Step.execute(connection, "SET LOCAL orgscope.filling = '\"public\".\"" + table + "\"'");
                new FillingBatch(scope, careful).fill(connection);
            }, false)));
        }).toList();
    }
}
