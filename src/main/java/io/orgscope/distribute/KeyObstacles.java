package io.orgscope.distribute;

import io.orgscope.distribute.DistributionFacts.ColumnType;
import io.orgscope.distribute.Obstacle.Cause;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Index;
import java.util.ArrayList;
import java.util.List;

/** The organization column of a table that is to be distributed, and the keys that have to contain it. */
final class KeyObstacles {

    private final DistributionTables tables;
    private final Subject subject;
    private final List<Obstacle> found = new ArrayList<>();

    private KeyObstacles(DistributionTables tables, Subject subject) {
        this.tables = tables;
        this.subject = subject;
    }

    static List<Obstacle> of(DistributionTables tables, Subject subject) {
        KeyObstacles obstacles = new KeyObstacles(tables, subject);
        obstacles.column();
        obstacles.primaryKey();
        subject.table().indexes().stream().filter(index -> index.unique() && !index.primary() && !index.columns().contains(subject.column()))
                .forEach(obstacles::unique);
        subject.table().indexes().stream().filter(index -> index.constraintType() == 'x').forEach(obstacles::exclusion);
        return obstacles.found;
    }

    private void column() {
        Column column = subject.table().column(subject.column()).orElse(null);
        if (column == null) {
            add(Cause.ORGANIZATION_COLUMN, "It has no column " + subject.column() + " yet." + (subject.question() == null ? ""
                    : " orgscope-plan has a question about it."), "Let orgscope-plan write the declaration (without --target), answer its questions, and"
                            + " run update.");
            return;
        }
        if (column.generated()) {
            add(Cause.ORGANIZATION_COLUMN, column.name() + " is generated from other columns.", "Make it an ordinary column.");
        } else if (!column.notNull()) {
            add(Cause.ORGANIZATION_COLUMN, column.name() + " may be NULL, and such a row has no shard.", "Declare the table, and run update: step 04"
                    + " makes the column NOT NULL.");
        }
        List<String> before = subject.table().columns().stream().filter(other -> other.generated() && other.number() < column.number())
                .map(Column::name).toList();
        if (!column.generated() && !before.isEmpty()) {
            add(Cause.ORGANIZATION_COLUMN, (before.size() == 1 ? "The generated column " : "The generated columns ") + String.join(", ", before)
                    + (before.size() == 1 ? " comes" : " come") + " before " + column.name() + " in the table. create_distributed_table_concurrently then puts"
                    + " rows into wrong shards, without an error.", "Drop the generated column, and add it again: it then comes after.");
        }
        type(column);
    }

    private void type(Column column) {
        ColumnType type = tables.type(subject);
        if (type.domain() != null) {
            add(Cause.ORGANIZATION_COLUMN, column.name() + " has the domain " + type.domain() + ". Citus distributes the table, but then finds no row"
                    + " by the column.", "Change the column to the type of the domain, " + type.name() + ".");
        } else if (!type.deterministic()) {
            add(Cause.ORGANIZATION_COLUMN, column.name() + " has the collation " + type.collation() + ", which is not deterministic.",
                    "Give the column a deterministic collation.");
        } else if (!type.equals(tables.type())) {
            add(Cause.ORGANIZATION_COLUMN, column.name() + " is " + shown(type) + ", and in most tables it is " + shown(tables.type())
                    + ". Citus does not colocate such tables.", "Change the column to " + shown(tables.type()) + ".");
        }
    }

    private static String shown(ColumnType type) {
        return type.name() + (type.collation() == null ? "" : " with collation " + type.collation());
    }

    private void primaryKey() {
        Index key = subject.table().primaryKey().orElse(null);
        if (key == null) {
            if (subject.table().indexes().stream().noneMatch(Index::replicaIdentity)
                    && !tables.facts().wholeRows.contains(subject.table().oid())) {
                add(Cause.PRIMARY_KEY, "It has no primary key. While create_distributed_table_concurrently copies the rows, each UPDATE and DELETE fails.",
                        "Give it a primary key that contains " + subject.column() + ", or a replica identity.");
            }
        } else if (!key.columns().contains(subject.column())) {
            add(Cause.PRIMARY_KEY, "Its primary key " + named(key) + " does not contain " + subject.column() + "." + (key.referencedBy() == 0 ? ""
                    : key.referencedBy() == 1 ? " A foreign key references it." : " " + key.referencedBy() + " foreign keys reference it."),
                    "Declare distribute: citus, and run update: step 14 puts " + subject.column() + " in front. The foreign keys that reference the key have"
                            + " to be composite before (step 11).");
        }
    }

    private void unique(Index index) {
        String remedy;
        if (!index.valid()) {
            remedy = "Drop the invalid index. It guarantees nothing.";
        } else if (subject.worldwide().contains(index.name())) {
            remedy = "A shard knows its own rows only. Make such a key unique for each organization, and let its values be random. If they must be"
                    + " unique for all organizations, or are looked up without one, keep them in a reference table.";
        } else {
            remedy = "Declare the key under unique:, and run update: steps 06 and 09 put " + subject.column() + " in front.";
        }
        add(Cause.UNIQUE_KEY, "The unique key " + named(index) + " does not contain " + subject.column() + ".", remedy);
    }

    private void exclusion(Index index) {
        if (!DistributionFacts.of(tables.facts().scopedExclusions, subject).contains(index.constraint())) {
            add(Cause.EXCLUSION_CONSTRAINT, "The exclusion constraint " + index.constraint() + " does not compare " + subject.column() + " with =.",
                    "Make it again with " + subject.column() + " WITH = in front. The extension btree_gist has the operators.");
        }
    }

    private static String named(Index index) {
        return index.name() + " (" + String.join(", ", index.expressions()) + ")";
    }

    private void add(Cause cause, String what, String remedy) {
        found.add(new Obstacle(cause, what, remedy));
    }
}
