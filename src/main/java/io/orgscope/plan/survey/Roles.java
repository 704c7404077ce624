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

/** What each reference says of a row: by the columns' names, by what they lead to, and by the keys that they are part of. */
public final class Roles {

    private final Survey survey;
    private final Map<TableName, Set<String>> forms = new HashMap<>();
    private final Map<TableName, Boolean> people = new HashMap<>();
    private final Map<Reference, Strength> strengths = new HashMap<>();

    /** Tables to which a key leads that is called after a kind; null until somebody asks. */
    private Set<TableName> kinds;

    /** By names and keys, of references to tables whose rows may belong to several organizations, and of the others. */
    private final Map<Boolean, Map<Reference, Role>> named = Map.of(true, new HashMap<>(), false, new HashMap<>());

    public Roles(Survey survey) {
        this.survey = survey;
    }

    /** The role, given that what it leads to may belong to several organizations. */
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

    /** A key of several columns is called after the table and its keys' columns, and where only the values say where it leads no name can. */
    private Role plainly(Reference reference, String column, Role role) {
        boolean named = reference.origin() == Reference.Origin.VALUES || reference.columns().size() > 1 && RoleNames.beginsWith(column, forms.get(reference.to()));
        boolean owner = reference.origin() == Reference.Origin.CONVENTION && people(reference.to()) && RoleNames.words(column).equals(List.of("owner"));
        return role == Role.RELATED && named ? Role.BELONGS : owner ? Role.ACTOR : role;
    }

    private Role byName(Reference reference, String column) {
        Set<String> names = forms.computeIfAbsent(reference.to(), name -> Conventions.formsWithin(name.name()));
        if (survey.of(reference.to()) == ScopingStatus.ORGANIZATIONS) {
            return RoleNames.toOrganizations(column, names);
        }
        return people(reference.to()) || survey.several(reference.to())
                ? RoleNames.toPeople(column, names)
                : RoleNames.toThing(column, names, bound(reference));
    }

    /** A column with the name of the key that it leads to plays no other part. */
    private boolean natural(Reference reference, String column) {
        return survey.of(reference.to()) != ScopingStatus.ORGANIZATIONS && !people(reference.to()) && !survey.several(reference.to())
                && NaturalKeys.called(column, reference.key().get(reference.columns().indexOf(column)), Conventions.forms(reference.to().name()));
    }

    /** In a key of several columns the organization's own column says nothing of the part that the others play. */
    private boolean isOrganization(Reference reference, String column) {
        return reference.columns().size() > 1 && column.equals(survey.columnOf(reference.from()));
    }

    /** Whether the rows of a table are people, by what it is called or has. */
    public boolean people(TableName name) {
        return people.computeIfAbsent(name, key -> survey.catalog().find(key).map(Conventions::people).orElse(false));
    }

    /** Whether the rows of a table are people, or are called after what somebody does: agents, hosts, editors. */
    public boolean acting(TableName name) {
        return people(name) || Conventions.formsWithin(name.name()).stream().anyMatch(RoleNames::actor);
    }

    /** Whether the rows of a table say what kind others are, by its name or by what other tables call their keys to it: templates, categories, roles. */
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

    /** Whether each row of a table says itself to which organization it belongs. */
    private boolean scopedItself(TableName table) {
        return survey.has(table) || survey.declared().containsKey(table) || survey.graph().from(table).stream()
                .anyMatch(reference -> survey.of(reference.to()) == ScopingStatus.ORGANIZATIONS && byName(reference) == Role.BELONGS);
    }

    /** What the keys in the catalog say of a reference beyond its being there: more of it is a better claim to the row. */
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
     * Structural evidence.
     *
     * @param deletion 2 where the row is deleted with what it refers to, 0 where it stays without
     * @param key      whether the columns are part of the primary or a unique key
     * @param named    whether the table's name begins with what it refers to
     */
    public record Strength(int deletion, boolean key, boolean named) {

        public int sum() {
            return deletion + (key ? 1 : 0) + (named ? 1 : 0);
        }

        /** Whether nothing speaks more for the other. */
        public boolean atLeast(Strength other) {
            return deletion >= other.deletion && (key || !other.key) && (named || !other.named);
        }

        /** What speaks for this one and not for the other, in words. */
        public List<String> over(Strength other) {
            return java.util.stream.Stream.of(deletion > other.deletion
                            ? deletion == 2 ? "ON DELETE CASCADE" : "it is not given up by ON DELETE SET NULL" : null,
                    key && !other.key ? "part of a key" : null, named && !other.named ? "first in the table's name" : null)
                    .filter(java.util.Objects::nonNull).toList();
        }
    }
}
