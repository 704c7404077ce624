package io.orgscope.distribute;

import io.orgscope.distribute.DistributionFacts.Numbers;
import io.orgscope.distribute.DistributionFacts.Reader;
import io.orgscope.distribute.DistributionFacts.SubqueryPolicy;
import io.orgscope.distribute.Obstacle.Cause;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Partition;
import io.orgscope.report.Listing;
import io.orgscope.spec.Isolation;
import io.orgscope.spec.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Objects of a table that leaves the coordinator: triggers, policies, sequences, views, functions, partitions. */
final class ObjectObstacles {

    private static final Set<String> SMALL = Set.of("integer", "smallint");
    private static final int MOST_NAMES = 5;

    private final DistributionTables tables;
    private final Subject subject;
    private final List<Obstacle> found = new ArrayList<>();

    private ObjectObstacles(DistributionTables tables, Subject subject) {
        this.tables = tables;
        this.subject = subject;
    }

    static List<Obstacle> of(DistributionTables tables, Subject subject) {
        ObjectObstacles obstacles = new ObjectObstacles(tables, subject);
        if (tables.kind(subject.name()) == TableKind.LOCAL) {
            if (obstacles.joined()) {
                obstacles.policies();
                obstacles.structure("Drop the foreign keys between the table and reference tables.");
                DistributionFacts.of(tables.facts().numbers, subject).forEach(obstacles::sharedSequence);
                obstacles.lost();
            }
            return obstacles.found;
        }
        obstacles.triggers();
        obstacles.policies();
        obstacles.rowSecurity();
        obstacles.lost();
        obstacles.structure("End the inheritance, and keep one level of partitions.");
        DistributionFacts.of(tables.facts().numbers, subject).forEach(obstacles::numbers);
        if (tables.kind(subject.name()) == TableKind.DISTRIBUTED) {
            obstacles.readers();
        }
        subject.table().columns().stream().filter(column -> Set.of("oid", "lo").contains(column.baseType())).forEach(obstacles::largeObject);
        return obstacles.found;
    }

    /** Whether a foreign key joins the table with a reference table. Citus then checks the table too. */
    private boolean joined() {
        return subject.table().foreignKeys().stream().anyMatch(key -> tables.kind(key.target()) == TableKind.REFERENCE)
                || tables.subjects().values().stream().filter(other -> tables.kind(other.name()) == TableKind.REFERENCE)
                        .anyMatch(other -> other.table().foreignKeys().stream().anyMatch(key -> key.target().equals(subject.name())));
    }

    private void triggers() {
        List<String> names = subject.table().triggers();
        List<String> others = names.stream().filter(name -> !name.startsWith(Naming.TRIGGERS)).toList();
        if (others.size() < names.size()) {
            add(Cause.TRIGGER, "The triggers of step 02 are on it.", "Release the application that writes the column, and run step 10 (label"
                    + " orgscope-contract).");
        }
        if (!others.isEmpty()) {
            add(Cause.TRIGGER, (others.size() == 1 ? "The trigger " : "The triggers ") + list(others) + (others.size() == 1 ? " is on it." : " are on it."),
                    "Drop the triggers, and let the application do the same.");
        }
    }

    private void policies() {
        for (SubqueryPolicy policy : DistributionFacts.of(tables.facts().policies, subject)) {
            add(Cause.POLICY, "The policy " + policy.name() + " has a subquery.", policy.name().startsWith(Naming.POLICIES)
                    ? "Declare distribute: citus, and run update with the label orgscope-isolate: step 12 makes its policies again without SELECT."
                    : "Make it again without SELECT" + example(policy) + ".");
        }
    }

    private String example(SubqueryPolicy policy) {
        return tables.type() == null ? "" : ", as in " + Identifier.quote(subject.column()) + " = nullif(current_setting("
                + Literal.of(policy.setting() == null ? Isolation.Rows.DEFAULT_SETTING : policy.setting()) + ", true), '')::" + tables.type().name();
    }

    private void rowSecurity() {
        if (subject.table().rowSecurity()) {
            add(Cause.ROW_SECURITY, "Row security is on.", "The shards know a setting only in a transaction that has set it with SET LOCAL, and with"
                    + " citus.propagate_set_commands = 'local'. After SET or set_config() a session sees no row.");
        }
    }

    private void structure(String remedy) {
        if (subject.table().partitioned()) {
            subject.table().partitioning().partitions().stream().filter(partition -> partition.kind() == 'p').map(Partition::name).findFirst()
                    .ifPresent(partition -> add(Cause.PARTITIONS, "Its partition " + partition + " is partitioned itself.", remedy));
        }
        if (tables.facts().inheriting.contains(subject.table().oid())) {
            add(Cause.INHERITANCE, "It inherits from another table, or another one inherits from it.", remedy);
        }
    }

    /** What Citus drops or refuses when it converts the table. */
    private void lost() {
        DistributionFacts around = tables.facts();
        List<String> dependents = DistributionFacts.of(around.lost, subject);
        if (!dependents.isEmpty()) {
            add(Cause.DEPENDENT, "Citus would drop what depends on it: " + list(dependents) + ".", "Drop it before, and make it again afterwards. A function"
                    + " with its body in quotes, and without the row type of the table, does not depend on it.");
        }
        List<String> roles = DistributionFacts.of(around.privileges, subject);
        if (!roles.isEmpty()) {
            add(Cause.COLUMN_PRIVILEGE, (roles.size() == 1 ? "The role " : "The roles ") + list(roles) + (roles.size() == 1 ? " has" : " have")
                    + " privileges on single columns. Citus does not know such privileges.", "Grant them on the table, or on a view, and revoke those on columns.");
        }
        List<String> checks = DistributionFacts.of(around.checks, subject);
        if (!checks.isEmpty()) {
            add(Cause.CHECK_CONSTRAINT, "CHECK constraints are NOT VALID or NO INHERIT: " + list(checks) + ".", "Citus makes them without these words, and fails at"
                    + " a row that breaks one. Validate them, and make those with NO INHERIT again without it.");
        }
        List<String> spaces = DistributionFacts.of(around.spaces, subject);
        if (!spaces.isEmpty()) {
            add(Cause.TABLESPACE, "It or its indexes are in tablespaces: " + list(spaces) + ".", "Citus loses the tablespace of a table, and fails if a worker does"
                    + " not have that of an index. ALTER TABLE … SET TABLESPACE pg_default, and REINDEX (CONCURRENTLY, TABLESPACE pg_default) for an index.");
        }
        for (String owner : DistributionFacts.of(around.nologin, subject)) {
            String whose = subject.table().owner().equals(owner) ? "Its owner " : "The owner of one or more of its partitions ";
            add(Cause.OWNER, whose + owner + " may not log in.",
                    "Citus connects to the workers as the owner. Give the table or the partition another owner, or let this one log in.");
        }
        if (around.unlogged.contains(subject.table().oid())) {
            String what = subject.table().partitioned() ? "It or a partition" : "It";
            add(Cause.UNLOGGED, what + " is UNLOGGED, and create_distributed_table_concurrently needs its changes in the WAL.",
                    "ALTER TABLE … SET LOGGED, for the table or the partition.");
        }
    }

    private void sharedSequence(Numbers numbers) {
        if (numbers.types() > 1) {
            add(Cause.SHARED_SEQUENCE, numbers.column() + " takes its numbers from " + numbers.sequence() + ", which fills columns of another type too.",
                    "Give each column a sequence of its own, or all of them one type.");
        }
    }

    private void numbers(Numbers numbers) {
        sharedSequence(numbers);
        if (SMALL.contains(numbers.type())) {
            add(Cause.SEQUENCE, numbers.column() + " is " + numbers.type() + " and takes its numbers from a sequence.", "An INSERT without such a column"
                    + " fails on a worker. Let the application connect to the coordinator, or make the column bigint before.");
        }
        if (numbers.identity()) {
            add(Cause.IDENTITY, numbers.column() + " is an identity column.", "undistribute_table refuses a table with an identity column. Step 15"
                    + " makes it a default from a sequence, and its rollback an identity again.");
        }
    }

    private void readers() {
        List<Reader> readers = DistributionFacts.of(tables.facts().views, subject);
        List<String> views = readers.stream().filter(reader -> !reader.materialized()).map(Reader::name).toList();
        List<String> stored = readers.stream().filter(Reader::materialized).map(Reader::name).toList();
        if (!views.isEmpty()) {
            add(Cause.VIEW, "Views read it: " + list(views) + ".", "Views stay on the coordinator. Let them show " + subject.column()
                    + ", so that a query by it goes to one shard.");
        }
        if (!stored.isEmpty()) {
            add(Cause.VIEW, "Materialized views read it: " + list(stored) + ".", "Materialized views stay on the coordinator, with rows of all organizations."
                    + " Replace one that grows with the rows by a distributed table.");
        }
        List<String> functions = DistributionFacts.of(tables.facts().functions, subject);
        if (!functions.isEmpty()) {
            add(Cause.FUNCTION, "Functions name it: " + list(functions) + ".", "Citus does not look into functions. See that each of their"
                    + " statements has a condition on " + subject.column() + ". A statement without one goes to all shards.");
        }
    }

    private void largeObject(Column column) {
        add(Cause.LARGE_OBJECT, column.name() + " has the type " + column.baseType() + ".", "Large objects stay on the coordinator. If the column names"
                + " such objects, store their contents as bytea, or outside of the database.");
    }

    private static String list(List<String> names) {
        return Listing.commas(names, MOST_NAMES);
    }

    private void add(Cause cause, String what, String remedy) {
        found.add(new Obstacle(cause, what, remedy));
    }
}
