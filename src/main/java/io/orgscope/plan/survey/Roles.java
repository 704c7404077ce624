package io.orgscope.plan.survey;

import io.orgscope.plan.graph.NaturalKeys;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Conventions;
import io.orgscope.plan.name.Role;
import io.orgscope.plan.name.RoleNames;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The role of each reference for its row: by the columns' names, by the table it leads to, and by the keys that it is
 * part of.
 */
public final class Roles {

    private final Survey survey;
    private final Map<TableName, Set<String>> forms = new HashMap<>();
    private final Map<TableName, Boolean> people = new HashMap<>();
    private final Map<Reference, Strength> strengths = new HashMap<>();

    /** Tables to which a key with the name of a kind leads; null until it is needed. */
    private Set<TableName> kinds;

    /** By names and keys, for references to tables whose rows may belong to several organizations, and for the others. */
    private final Map<Boolean, Map<Reference, Role>> named = Map.of(true, new HashMap<>(), false, new HashMap<>());

    public Roles(Survey survey) {
        this.survey = survey;
    }

    /** The role, if the rows of the table it leads to may belong to several organizations. */
    public Role of(Reference reference) {
        if (reference.origin() == Reference.Origin.MEMBERSHIP) {
            return Role.SHARED;
        }
        boolean several = survey.several(reference.to());
        Role named = byName(reference);
        if (several) {
            return named == Role.BELONGS ? Role.SHARED : Role.ACTOR;
        }
        return named == Role.LOOKUP && !scopedItself(reference.to()) ? Role.MENTION : named;
    }

    /** The role by names and keys alone. */
    public Role byName(Reference reference) {
        Map<Reference, Role> known = named.get(survey.several(reference.to()));
        Role role = known.get(reference);
        if (role == null) {
            role = ofColumns(reference);
            known.put(reference, role);
        }
        return role;
    }

    private Role ofColumns(Reference reference) {
        if (reference.origin() == Reference.Origin.PAIR) {
            return RoleNames.ofPair(reference.columns().get(0));
        }
        Role weakest = Role.BELONGS;
        for (String column : reference.columns()) {
            if (!isOrganization(reference, column) && !natural(reference, column)) {
                weakest = Role.weaker(weakest, plainly(reference, column, byName(reference, column)));
            }
        }
        return weakest;
    }

    /**
     * A key of several columns is named after the table and its key columns. If only the values show where a key leads,
     * no name can.
     */
    private Role plainly(Reference reference, String column, Role role) {
        boolean named = reference.origin() == Reference.Origin.VALUES || reference.columns().size() > 1 && RoleNames.beginsWith(column, forms.get(reference.to()));
        boolean owner = reference.origin() == Reference.Origin.CONVENTION && people(reference.to()) && RoleNames.words(column).equals(List.of("owner"));
        return role == Role.RELATED && named ? Role.BELONGS : owner ? Role.ACTOR : role;
    }

    private Role byName(Reference reference, String column) {
        Set<String> names = forms.computeIfAbsent(reference.to(), name -> Conventions.formsWithin(name.name()));
        if (survey.status(reference.to()) == ScopingStatus.ORGANIZATIONS) {
            return RoleNames.toOrganizations(column, names);
        }
        return people(reference.to()) || survey.several(reference.to())
                ? RoleNames.toPeople(column, names)
                : RoleNames.toThing(column, names, bound(reference));
    }

    /** A column with the name of the key that it leads to has no other role. */
    private boolean natural(Reference reference, String column) {
        return survey.status(reference.to()) != ScopingStatus.ORGANIZATIONS && !people(reference.to()) && !survey.several(reference.to())
                && NaturalKeys.called(column, reference.key().get(reference.columns().indexOf(column)), Conventions.forms(reference.to().name()));
    }

    /** In a key of several columns, the organization's own column says nothing about the role of the others. */
    private boolean isOrganization(Reference reference, String column) {
        return reference.columns().size() > 1 && column.equals(survey.columnOf(reference.from()));
    }

    /** Whether the rows of a table are people, by its name or its columns. */
    public boolean people(TableName name) {
        return people.computeIfAbsent(name, key -> survey.catalog().find(key).map(Conventions::people).orElse(false));
    }

    /**
     * Whether the rows of a table are people, or the table is named after somebody who does something: agents, hosts,
     * editors.
     */
    public boolean acting(TableName name) {
        return people(name) || Conventions.formsWithin(name.name()).stream().anyMatch(RoleNames::actor);
    }

    /**
     * Whether the rows of a table say of which kind others are, by its name or by the names of other tables' keys to
     * it: templates, categories, roles.
     */
    public boolean kinds(TableName name) {
        if (kinds == null) {
            kinds = new HashSet<>();
            survey.graph().incoming().values().forEach(references -> references.stream().filter(reference -> reference.origin() != Reference.Origin.MEMBERSHIP
                    && byName(reference) == Role.LOOKUP).map(Reference::to).forEach(kinds::add));
        }
        return kinds.contains(name) || RoleNames.kinds(Conventions.formsWithin(name.name()));
    }

    private boolean bound(Reference reference) {
        return reference.onDelete() == 'c' || strength(reference).named() || survey.catalog().find(reference.from()).flatMap(Table::primaryKey)
                .map(key -> key.columns().containsAll(reference.columns())).orElse(false);
    }

    /** Whether each row of a table has its own organization. */
    private boolean scopedItself(TableName table) {
        return survey.has(table) || survey.declared().containsKey(table) || survey.graph().from(table).stream()
                .anyMatch(reference -> survey.status(reference.to()) == ScopingStatus.ORGANIZATIONS && byName(reference) == Role.BELONGS);
    }

    /** The evidence of the keys for a reference. More evidence means that the row more likely belongs to the referenced row. */
    public Strength strength(Reference reference) {
        return strengths.computeIfAbsent(reference, this::ofKeys);
    }

    private Strength ofKeys(Reference reference) {
        Table table = survey.catalog().find(reference.from()).orElseThrow();
        boolean key = table.indexes().stream().anyMatch(index -> (index.primary() || index.provesUnique())
                && index.columns().containsAll(reference.columns()));
        String name = Conventions.snake(reference.from().name());
        boolean named = Conventions.forms(reference.to().name()).stream().anyMatch(form -> name.startsWith(form + "_"));
        int deletion = switch (reference.onDelete()) {
            case 'c' -> 2;
            case 'n', 'd' -> 0;
            default -> 1;
        };
        return new Strength(deletion, key, named);
    }

    /**
     * The evidence.
     *
     * @param deletion 2 if the row is deleted together with the referenced row, 0 if it stays without one
     * @param key      whether the columns are part of the primary key or a unique key
     * @param named    whether the table's name begins with the name of the referenced table
     */
    public record Strength(int deletion, boolean key, boolean named) {

        /** One number, to compare evidence of different kinds. */
        public int sum() {
            return deletion + (key ? 1 : 0) + (named ? 1 : 0);
        }

        /** Whether there is at least as much evidence as for the other. */
        public boolean atLeast(Strength other) {
            return deletion >= other.deletion && (key || !other.key) && (named || !other.named);
        }

        /** The evidence for this one that the other does not have, in words. */
        public List<String> over(Strength other) {
            return java.util.stream.Stream.of(deletion > other.deletion
                            ? deletion == 2 ? "ON DELETE CASCADE" : "it is not given up by ON DELETE SET NULL" : null,
                    key && !other.key ? "part of a key" : null, named && !other.named ? "first in the table's name" : null)
                    .filter(java.util.Objects::nonNull).toList();
        }
    }
}
