package io.orgscope.isolation;

import io.orgscope.isolation.RandomSchema.Entity;
import io.orgscope.isolation.RandomSchema.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The reference model: all rows of a {@link RandomSchema} in memory, and what a statement may make of them. */
final class TenantRows {

    /** Where a row is. */
    record Key(int entity, int id) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparingInt(Key::entity).thenComparingInt(Key::id).compare(this, other);
        }
    }

    /**
     * A row.
     *
     * @param organization the key as text
     * @param targets      the keys of the rows referenced, null for none
     */
    record Row(String organization, String body, List<Integer> targets) {

        Row with(int reference, Integer target) {
            List<Integer> all = new ArrayList<>(targets);
            all.set(reference, target);
            return new Row(organization, body, all);
        }
    }

    private final RandomSchema schema;
    private final Map<Key, Row> rows;

    TenantRows(RandomSchema schema, Map<Key, Row> rows) {
        this.schema = schema;
        this.rows = new TreeMap<>(rows);
    }

    Map<Key, Row> all() {
        return rows;
    }

    Optional<Row> find(Entity entity, Integer id) {
        return id == null ? Optional.empty() : Optional.ofNullable(rows.get(new Key(entity.number(), id)));
    }

    /** The keys of one organization's rows of a table. */
    List<Integer> of(Entity entity, String organization) {
        return rows.entrySet().stream().filter(each -> each.getKey().entity() == entity.number() && each.getValue().organization().equals(organization))
                .map(each -> each.getKey().id()).toList();
    }

    /** What a join of a table with what it references gives one organization. */
    List<String> join(Entity entity, int reference, String organization) {
        return of(entity, organization).stream().filter(id -> rows.get(new Key(entity.number(), id)).targets().get(reference) != null)
                .map(id -> id + " " + rows.get(new Key(entity.number(), id)).targets().get(reference)).sorted().toList();
    }

    TenantRows put(Entity entity, int id, Row row) {
        TenantRows changed = new TenantRows(schema, rows);
        changed.rows.put(new Key(entity.number(), id), row);
        return changed;
    }

    /** Without a row, and with what the foreign keys do to those that reference it. */
    TenantRows without(Entity entity, List<Integer> ids) {
        TenantRows changed = new TenantRows(schema, rows);
        Set<Key> going = new HashSet<>();
        ids.forEach(id -> changed.take(entity, id, going));
        return changed;
    }

    private void take(Entity entity, int id, Set<Key> going) {
        if (!going.add(new Key(entity.number(), id)) || rows.remove(new Key(entity.number(), id)) == null) {
            return;
        }
        referencing(entity, id).forEach(each -> {
            if (each.reference().onDelete().equals("CASCADE")) {
                take(each.entity(), each.id(), going);
            } else if (each.reference().empties()) {
                rows.computeIfPresent(new Key(each.entity().number(), each.id()),
                        (key, row) -> row.with(each.entity().references().indexOf(each.reference()), null));
            }
        });
    }

    private record Referencing(Entity entity, int id, Reference reference) {
    }

    private List<Referencing> referencing(Entity target, int id) {
        List<Referencing> all = new ArrayList<>();
        for (Map.Entry<Key, Row> each : List.copyOf(rows.entrySet())) {
            Entity entity = schema.entities().get(each.getKey().entity());
            for (int i = 0; i < entity.references().size(); i++) {
                if (entity.references().get(i).target().number() == target.number() && Integer.valueOf(id).equals(each.getValue().targets().get(i))) {
                    all.add(new Referencing(entity, each.getKey().id(), entity.references().get(i)));
                }
            }
        }
        return all;
    }

    /** The references that lead to no row, or to one of another organization. */
    Stream<String> crossing() {
        return rows.entrySet().stream().flatMap(each -> {
            Entity entity = schema.entities().get(each.getKey().entity());
            return entity.references().stream().filter(reference -> {
                Integer target = each.getValue().targets().get(entity.references().indexOf(reference));
                return target != null && find(reference.target(), target).filter(row -> row.organization().equals(each.getValue().organization())).isEmpty();
            }).map(reference -> entity.name() + " " + each.getKey().id() + " " + reference.column());
        });
    }
}
