package io.orgscope.distribute;

import io.orgscope.distribute.Obstacle.Cause;
import io.orgscope.postgres.ForeignKey;
import java.util.ArrayList;
import java.util.List;

/** The foreign keys of a table. */
final class ReferenceObstacles {

    private final DistributionTables tables;
    private final Subject subject;
    private final List<Obstacle> found = new ArrayList<>();

    private ReferenceObstacles(DistributionTables tables, Subject subject) {
        this.tables = tables;
        this.subject = subject;
    }

    static List<Obstacle> of(DistributionTables tables, Subject subject) {
        ReferenceObstacles obstacles = new ReferenceObstacles(tables, subject);
        TableKind kind = tables.kind(subject.name());
        for (ForeignKey key : subject.table().foreignKeys()) {
            if (kind == TableKind.DISTRIBUTED) {
                obstacles.ofDistributed(key);
            } else {
                obstacles.ofOther(key, kind);
            }
        }
        return obstacles.found;
    }

    private void ofDistributed(ForeignKey key) {
        TableKind target = tables.kind(key.target());
        if (target == null || target == TableKind.LOCAL) {
            add(Cause.OTHER_KIND, key, "references " + key.target() + ", which stays local.", toLocal(key));
        } else if (target == TableKind.DISTRIBUTED && !key.pairs().contains(List.of(subject.column(), tables.subjects().get(key.target()).column()))) {
            add(Cause.REFERENCE, key, "(" + String.join(", ", key.columns()) + ") to " + key.target() + " does not contain the organization.",
                    "Declare isolation with references: composite, and run update: step 11 makes the foreign keys again with " + subject.column() + ".");
        }
        if (target == TableKind.DISTRIBUTED || key.columns().contains(subject.column())) {
            actions(key);
        }
    }

    /**
     * No action may change or empty the column that decides the shard of a row. A key to a distributed table has to
     * contain it.
     */
    private void actions(ForeignKey key) {
        String column = subject.column();
        if (key.columns().contains(column) && key.options().onUpdate() == 'c') {
            add(Cause.UPDATE_ACTION, key, "has ON UPDATE CASCADE and contains " + column + ", which cannot change once the table is distributed.",
                    "Step 15 makes such a foreign key ON UPDATE NO ACTION, and its rollback makes it CASCADE again. Meanwhile no row moves to another"
                            + " organization, and a referenced key does not change.");
        } else if (key.columns().contains(column) && key.options().onUpdate() != 'a' && key.options().onUpdate() != 'r') {
            add(Cause.REFERENCE_ACTION, key, "has ON UPDATE " + ForeignKey.action(key.options().onUpdate()) + " and contains " + column
                    + ", which cannot change once the table is distributed.", "Make the foreign key again with ON UPDATE NO ACTION. From then on no row moves to"
                            + " another organization.");
        }
        if (key.emptiesOnDelete()) {
            add(Cause.REFERENCE_ACTION, key, "has ON DELETE " + ForeignKey.action(key.onDelete()) + (key.columns().contains(column)
                    ? " and contains " + column + "." : ", and will contain " + column + "."), "Make the foreign key again with ON DELETE NO ACTION or CASCADE, and"
                            + " let the application empty the reference before it deletes the row.");
        }
    }

    private String toLocal(ForeignKey key) {
        Subject target = tables.subjects().get(key.target());
        return target != null && target.belonging() == Belonging.UNKNOWN
                ? "Find out whose the rows of " + key.target() + " are. It then becomes distributed, or a reference table."
                : "Make " + key.target() + " a reference table, or drop the foreign key.";
    }

    private void ofOther(ForeignKey key, TableKind kind) {
        TableKind target = tables.kind(key.target());
        if (target == TableKind.DISTRIBUTED) {
            add(Cause.OTHER_KIND, key, "references " + key.target() + ", which is distributed." + (kind == TableKind.LOCAL
                    ? " Citus takes it, but a DELETE there leaves rows behind that reference nothing." : ""),
                    "Drop the foreign key, or give the referencing table its organization too.");
        } else if (kind == TableKind.REFERENCE && target != TableKind.REFERENCE && (key.onDelete() != 'a' && key.onDelete() != 'r'
                || key.options().onUpdate() != 'a' && key.options().onUpdate() != 'r')) {
            add(Cause.OTHER_KIND, key, "references " + key.target() + ", which stays local, and changes or deletes rows with those there.",
                    "Make " + key.target() + " a reference table, or make the foreign key again with NO ACTION.");
        }
    }

    private void add(Cause cause, ForeignKey key, String what, String remedy) {
        found.add(new Obstacle(cause, "The foreign key " + key.name() + " " + what, remedy));
    }
}
