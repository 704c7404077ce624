package io.orgscope.plan.survey;

import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Conventions;
import io.orgscope.plan.name.Role;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds many-to-many tables between the organizations and another table, mostly people. A row of the other table
 * belongs to several organizations. Its table is not scoped, but rows that reference it may find their organization
 * through it.
 */
final class Memberships {

    private final Survey survey;
    private final Set<TableName> owned = new HashSet<>();

    private Memberships(Survey survey) {
        this.survey = survey;
    }

    /** For each shared table, the references from it to its memberships. */
    static Map<TableName, List<Reference>> find(Survey survey, Collection<Table> tables) {
        Memberships memberships = new Memberships(survey);
        memberships.follow(tables);
        Map<TableName, List<Reference>> found = new TreeMap<>();
        for (Table table : tables) {
            for (Reference reference : memberships.of(table)) {
                found.computeIfAbsent(reference.from(), key -> new ArrayList<>()).add(reference);
            }
        }
        Map<TableName, List<Reference>> byParts = new TreeMap<>();
        for (Table table : tables) {
            memberships.ofParts(table).filter(reference -> !found.containsKey(reference.from()))
                    .forEach(reference -> byParts.computeIfAbsent(reference.from(), key -> new ArrayList<>()).add(reference));
        }
        found.putAll(byParts);
        return found;
    }

    /**
     * People who belong to organizations only through their teams or channels: many to many with a table that belongs
     * to an organization.
     */
    private Stream<Reference> ofParts(Table table) {
        List<Reference> references = survey.graph().from(table.name());
        return references.stream().filter(person -> survey.roles().people(person.to()) && survey.status(person.to()) == ScopingStatus.OPEN
                        && !owned.contains(person.to()) && !table.uniqueBy(person.columns())
                        && survey.roles().byName(person) == Role.BELONGS)
                .filter(person -> references.stream().anyMatch(part -> part != person && owned.contains(part.to())
                        && survey.status(part.to()) != ScopingStatus.ORGANIZATIONS && survey.roles().byName(part) == Role.BELONGS
                        && pair(table, person, part, false)))
                .map(person -> new Reference(person.to(), person.key(), table.name(), person.columns(), Reference.Origin.MEMBERSHIP, true, false,
                        ' ', null));
    }

    /** Whether a unique key consists of both or, with {@code more}, of both and further columns. */
    private static boolean pair(Table table, Reference one, Reference other, boolean more) {
        Set<String> both = new HashSet<>(one.columns());
        both.addAll(other.columns());
        return table.indexes().stream().filter(Index::provesUnique).map(index -> new HashSet<>(index.columns()))
                .anyMatch(columns -> both.equals(columns) || more && columns.containsAll(both));
    }

    /**
     * Things that certainly belong to one organization, by NOT NULL foreign keys all the way. Sharing them does not
     * change to whom they belong.
     */
    private void follow(Collection<Table> tables) {
        Map<TableName, List<Reference>> incoming = survey.graph().incoming();
        Deque<TableName> next = new ArrayDeque<>();
        tables.stream().map(Table::name).filter(this::rooted).forEach(next::add);
        while (!next.isEmpty()) {
            TableName table = next.remove();
            if (owned.add(table)) {
                incoming.getOrDefault(table, List.of()).stream()
                        .filter(reference -> reference.declared() && reference.notNull() && survey.roles().byName(reference).sound())
                        .forEach(reference -> next.add(reference.from()));
            }
        }
    }

    private boolean rooted(TableName table) {
        ScopingStatus status = survey.status(table);
        return status == ScopingStatus.ORGANIZATIONS || status == ScopingStatus.SCOPED || status == ScopingStatus.PARTIAL
                || survey.declared().containsKey(table);
    }

    private List<Reference> of(Table table) {
        List<Reference> references = survey.graph().from(table.name());
        List<Reference> found = new ArrayList<>();
        for (Reference organization : references) {
            if (!organization.to().equals(survey.organizations().table()) || organization.columns().size() != 1) {
                continue;
            }
            for (Reference other : references) {
                if (!other.to().equals(table.name()) && mayBelongToSeveral(other.to()) && manyToMany(table, organization, other)) {
                    found.add(reversed(table, organization, other));
                }
            }
        }
        return found;
    }

    /**
     * Whether both keys together are unique and neither is alone; or the name is that of a membership, if nothing is
     * unique. A unique key of a person, an organization and a further column, such as a role, would not need the
     * organization if a person had only one.
     */
    private boolean manyToMany(Table table, Reference organization, Reference other) {
        if (table.uniqueBy(other.columns()) || survey.roles().byName(other) != Role.BELONGS
                || survey.roles().byName(organization) != Role.BELONGS) {
            return false;
        }
        return pair(table, organization, other, survey.roles().people(other.to())) || survey.status(other.to()) == ScopingStatus.OPEN && link(table, organization, other)
                || Conventions.looksLikeMembership(table.name().name()) && !joinsMore(table, organization, other);
    }

    /** Whether the table has the names of both and nothing of its own: both keys, a key, and columns that many tables have. */
    private static boolean link(Table table, Reference one, Reference other) {
        return table.primaryKey().isPresent() && calledAfter(table, one.to()) && calledAfter(table, other.to())
                && table.columns().stream().map(Column::name)
                .allMatch(column -> one.columns().contains(column) || other.columns().contains(column)
                        || table.primaryKey().get().columns().contains(column) || Conventions.incidental(column));
    }

    private static boolean calledAfter(Table table, TableName other) {
        String name = "_" + Conventions.snake(table.name().name()) + "_";
        return Conventions.forms(other.name()).stream().anyMatch(form -> name.contains("_" + form + "_"));
    }

    /**
     * A table with the name of a membership may be one of something smaller, such as the members of a project. It then
     * has the organization only as any other table. That says nothing about people who have their own organization.
     */
    private boolean joinsMore(Table table, Reference organization, Reference other) {
        return survey.status(other.to()) != ScopingStatus.OPEN && survey.graph().from(table.name()).stream()
                .anyMatch(third -> third != organization && third != other && !third.to().equals(other.to())
                        && owned.contains(third.to()) && survey.roles().byName(third) == Role.BELONGS);
    }

    /**
     * A thing that is shared with others still belongs to its owner. A person who has joined another organization acts
     * for both.
     */
    private boolean mayBelongToSeveral(TableName table) {
        return survey.status(table) == ScopingStatus.OPEN && !owned.contains(table)
                || (survey.status(table) == ScopingStatus.OPEN || survey.status(table) == ScopingStatus.SCOPED || survey.status(table) == ScopingStatus.PARTIAL)
                        && survey.roles().people(table);
    }

    private Reference reversed(Table table, Reference organization, Reference other) {
        String own = survey.columnOf(table.name());
        boolean carried = organization.columns().equals(List.of(own));
        boolean notNull = carried && table.column(own).map(Column::notNull).orElse(false);
        return new Reference(other.to(), other.key(), table.name(), other.columns(), Reference.Origin.MEMBERSHIP,
                notNull || !carried, false, ' ', null);
    }
}
