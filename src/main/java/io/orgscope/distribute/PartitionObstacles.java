package io.orgscope.distribute;

import io.orgscope.distribute.Obstacle.Cause;
import io.orgscope.report.Listing;
import java.util.ArrayList;
import java.util.List;

/** What only partitions of a table have. Citus distributes each partition as a table of its own, and refuses there what it refuses of a table. */
final class PartitionObstacles {

    private static final int MOST_NAMES = 5;

    private final List<PartitionObject> objects;
    private final List<Obstacle> found = new ArrayList<>();

    private PartitionObstacles(List<PartitionObject> objects) {
        this.objects = objects;
    }

    static List<Obstacle> of(DistributionTables tables, Subject subject) {
        PartitionObstacles obstacles = new PartitionObstacles(DistributionFacts.of(tables.facts().partitionObjects, subject));
        if (tables.kind(subject.name()) == TableKind.DISTRIBUTED) {
            obstacles.add(Cause.UNIQUE_KEY, PartitionObject.UNIQUE, "unique keys of their own without " + subject.column(), "Drop them, or make them again with "
                    + subject.column() + ".");
            obstacles.add(Cause.EXCLUSION_CONSTRAINT, PartitionObject.EXCLUSION, "exclusion constraints of their own without " + subject.column(),
                    "Make them again with " + subject.column() + " WITH = in front. The extension btree_gist has the operators.");
        }
        obstacles.add(Cause.REFERENCE, PartitionObject.REFERENCE, "foreign keys of their own, or are referenced alone", "Step 15 drops and adds the foreign keys of"
                + " the whole table only. Make them foreign keys of the whole table, or drop them.");
        obstacles.add(Cause.TRIGGER, PartitionObject.TRIGGER, "triggers of their own", "Drop the triggers, and let the application do the same.");
        return obstacles.found;
    }

    private void add(Cause cause, String kind, String what, String remedy) {
        List<String> names = objects.stream().filter(object -> object.kind().equals(kind)).map(PartitionObject::name).toList();
        if (!names.isEmpty()) {
            found.add(new Obstacle(cause, "Partitions have " + what + ": " + Listing.commas(names, MOST_NAMES) + ".", remedy));
        }
    }
}
