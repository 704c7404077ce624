package io.orgscope.plan.decision;

import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Role;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the keys show about two references of a row. An example is a line of an invoice that references the invoice and
 * also the customer.
 *
 * <p>An invoice has a customer, but it may be another one than the line's customer: a posting may be booked to another
 * account than the payment's. Only a foreign key over both columns proves that they are the same.
 */
final class ChainedKeys {

    private static final int LONGEST = 6;

    private final Survey survey;
    private final Map<TableName, Set<TableName>> parents = new HashMap<>();

    ChainedKeys(Survey survey) {
        this.survey = survey;
    }

    /** The proof that both lead to the same row in the end; empty if there is none. */
    Optional<String> proof(TableName table, Candidate one, Candidate other) {
        if (same(one, other) || same(other, one)) {
            return Optional.of(one.named() + " and " + other.named() + " lead to the same row of " + one.reference().to());
        }
        return held(table, one, other).or(() -> held(table, other, one))
                .map(target -> one.named() + " and " + other.named() + " are equal, as one foreign key to " + target + " holds both");
    }

    /** Whether the key of one is the key of the other with more columns. */
    private static boolean same(Candidate one, Candidate other) {
        return one.reference().to().equals(other.reference().to()) && one.reference().pairs().containsAll(other.reference().pairs());
    }

    /**
     * The table to which a foreign key of one leads that also has the columns of the other, which lead to the same row
     * from there. Another row of that table itself proves nothing, because it may belong to another organization.
     */
    private Optional<TableName> held(TableName table, Candidate one, Candidate other) {
        TableName target = one.reference().to();
        return survey.graph().from(table).stream()
                .filter(key -> key.notNull() && key.to().equals(target) && key.pairs().containsAll(one.reference().pairs())
                        && key.columns().containsAll(other.columns()) && holds(key))
                .filter(key -> survey.graph().from(target).stream().anyMatch(next -> next.to().equals(other.reference().to())
                        && !next.to().equals(target) && next.when() == null && next.pairs().equals(ForeignKey.pairs(
                                other.columns().stream().map(column -> key.key().get(key.columns().indexOf(column))).toList(), other.reference().key()))))
                .findFirst().map(Reference::to);
    }

    /** Whether it is a foreign key that is known to hold for every row. One that is NOT VALID or NOT ENFORCED is not. */
    private boolean holds(Reference reference) {
        return survey.catalog().find(reference.from()).orElseThrow().foreignKeys().stream().anyMatch(key -> key.validated()
                && key.target().equals(reference.to()) && key.pairs().equals(reference.pairs()));
    }

    /** What makes it likely and does not prove it: the row of one belongs to the row to which the other leads. */
    Optional<String> chain(Candidate one, Candidate other) {
        return chain(one, other.reference().to()).or(() -> chain(other, one.reference().to()))
                .map(chain -> chain + " by keys that are NOT NULL, but maybe to another row");
    }

    private Optional<String> chain(Candidate one, TableName goal) {
        Deque<List<TableName>> next = new ArrayDeque<>(List.of(List.of(one.reference().to())));
        Set<TableName> seen = new HashSet<>();
        while (!next.isEmpty()) {
            List<TableName> way = next.remove();
            TableName last = way.get(way.size() - 1);
            if (last.equals(goal) && way.size() > 1) {
                return Optional.of(way.stream().map(TableName::toString).collect(Collectors.joining(" belongs to ")));
            }
            if (way.size() < LONGEST && seen.add(last)) {
                parents(last).forEach(parent -> {
                    List<TableName> longer = new ArrayList<>(way);
                    longer.add(parent);
                    next.add(longer);
                });
            }
        }
        return Optional.empty();
    }

    private Set<TableName> parents(TableName table) {
        return parents.computeIfAbsent(table, this::belongsTo);
    }

    private Set<TableName> belongsTo(TableName table) {
        Set<TableName> found = new LinkedHashSet<>();
        for (Reference reference : survey.graph().from(table)) {
            if (reference.notNull() && reference.unique() && reference.when() == null && survey.status(reference.to()) != ScopingStatus.ORGANIZATIONS
                    && !reference.to().equals(table) && survey.roles().of(reference) == Role.BELONGS) {
                found.add(reference.to());
            }
        }
        return found;
    }
}
