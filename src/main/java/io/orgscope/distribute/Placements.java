package io.orgscope.distribute;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.TableName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** Gives each table its kind. */
final class Placements {

    private Placements() {
    }

    /** A table without organizations becomes a reference table only if a foreign key of a table that leaves the coordinator needs it. */
    static Map<TableName, Placement> of(Map<TableName, Subject> subjects) {
        Map<TableName, Placement> placements = new TreeMap<>();
        subjects.forEach((name, subject) -> placements.put(name, alone(subject)));
        Deque<Subject> leaving = new ArrayDeque<>(subjects.values().stream()
                .filter(subject -> placements.get(subject.name()).kind() != TableKind.LOCAL).toList());
        while (!leaving.isEmpty()) {
            for (ForeignKey key : leaving.remove().table().foreignKeys()) {
                Subject target = subjects.get(key.target());
                if (target != null && target.belonging() == Belonging.NO_ORGANIZATION && placements.get(key.target()).kind() == TableKind.LOCAL) {
                    placements.put(key.target(), new Placement(TableKind.REFERENCE, "No organization, but " + key.table() + " references it."));
                    leaving.add(target);
                }
            }
        }
        return placements;
    }

    private static Placement alone(Subject subject) {
        return switch (subject.belonging()) {
            case ORGANIZATIONS -> new Placement(TableKind.REFERENCE, "It holds the organizations.");
            case ONE_ORGANIZATION -> new Placement(TableKind.DISTRIBUTED, "A row belongs to one organization.");
            case SEVERAL_ORGANIZATIONS -> new Placement(TableKind.REFERENCE, "Several organizations share its rows." + also(subject));
            case NO_ORGANIZATION -> new Placement(TableKind.LOCAL, "No organization, and nothing that leaves the coordinator references it.");
            case UNKNOWN -> new Placement(TableKind.LOCAL, "It is not known whose its rows are." + also(subject));
            case LEFT_OUT -> new Placement(TableKind.LOCAL, "It takes no part." + also(subject));
        };
    }

    private static String also(Subject subject) {
        return subject.reason() == null ? "" : " " + subject.reason();
    }
}
