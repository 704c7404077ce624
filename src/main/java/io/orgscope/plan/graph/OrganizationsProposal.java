package io.orgscope.plan.graph;

import io.orgscope.plan.name.Conventions;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the table that may be the organizations, if no table has that name. It uses the references to the table, the
 * tables that join it, and its name.
 */
public final class OrganizationsProposal {

    private static final int MOST = 3;
    private static final Pattern UNIQUE_NAME = Pattern.compile("slug|subdomain|domain|handle|tenant_key");
    private static final Pattern BILLED = Pattern.compile("(stripe|billing|subscription|plan|trial)_.*");
    private static final Pattern SOMETHING_LIKE_IT = Pattern.compile("team|project|group|club|school|clinic|firm|site|communit(y|ie)|institution");

    private static final Pattern PLAIN_WORD = Pattern.compile("[\\w.-]+");

    private final Catalog catalog;
    private final List<Table> tables;
    private final ReferenceGraph graph;
    private final Map<TableName, List<Reference>> incoming;

    private OrganizationsProposal(Catalog catalog) {
        this.catalog = catalog;
        this.tables = catalog.tables().stream().filter(table -> (table.kind() == 'r' || table.kind() == 'p') && !table.partition()
                && !Conventions.tooling(table.name().name())).toList();
        this.graph = ReferenceGraph.of(catalog, tables);
        this.incoming = graph.incoming();
    }

    private record Proposal(Table table, int score, List<String> reasons) {
    }

    /** The most likely tables with the reasons, in a sentence; empty if no table looks like it. */
    public static String propose(Catalog catalog, String defaultSchema) {
        OrganizationsProposal candidates = new OrganizationsProposal(catalog);
        List<Proposal> all = candidates.tables.stream().map(candidates::proposal).filter(proposal -> proposal.score > 0)
                .sorted(Comparator.comparing((Proposal proposal) -> -proposal.score).thenComparing(proposal -> proposal.table.name()))
                .limit(MOST).toList();
        if (all.isEmpty()) {
            return "";
        }
        Table first = all.get(0).table;
        String schema = first.name().schema().equals(defaultSchema) ? "" : option("organizations-schema", first.name().schema()) + " ";
        return " It may be " + String.join("; or ", all.stream().map(proposal -> proposal.table.name() + " ("
                + String.join(", ", proposal.reasons) + ")").toList()) + ". If it is " + first.name() + ": " + schema
                + option("organizations-table", first.name().name()) + " " + option("organizations-key", first.primaryKey().map(key -> key.columns().get(0)).orElse("…"))
                + " " + option("column", candidates.column(first)) + ".";
    }

    /** As a shell reads it. */
    private static String option(String name, String value) {
        return "--" + name + "=" + (PLAIN_WORD.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'");
    }

    private Proposal proposal(Table table) {
        List<String> reasons = new ArrayList<>();
        Set<TableName> direct = new HashSet<>();
        incoming.getOrDefault(table.name(), List.of()).forEach(reference -> direct.add(reference.from()));
        direct.remove(table.name());
        boolean named = Conventions.looksLikeOrganizations(table.name().name());
        boolean similar = Conventions.forms(table.name().name()).stream().anyMatch(form -> SOMETHING_LIKE_IT.matcher(form).matches());
        String members = members(table);
        if (direct.isEmpty() || Conventions.people(table) || table.primaryKey().map(key -> key.columns().size() != 1).orElse(true)
                || !named && !similar && members == null) {
            return new Proposal(table, 0, List.of());
        }
        int reach = reach(table.name());
        reasons.add(reach + " of the " + (tables.size() - 1) + " other tables lead to it, " + direct.size() + " directly");
        int score = 1 + (named ? 4 : similar ? 2 : 0) + 6 * reach / Math.max(1, tables.size() - 1);
        if (members != null) {
            score += 4;
            reasons.add(members);
        }
        List<String> unique = table.indexes().stream().filter(index -> index.provesUnique() && index.columns().size() == 1)
                .map(index -> index.columns().get(0)).filter(name -> UNIQUE_NAME.matcher(Conventions.snake(name)).matches()).toList();
        if (!unique.isEmpty()) {
            score += 2;
            reasons.add("its " + unique.get(0) + " is unique");
        }
        if (table.columns().stream().anyMatch(column -> BILLED.matcher(Conventions.snake(column.name())).matches())) {
            score++;
            reasons.add("it is billed");
        }
        if (parts(table)) {
            score -= 4;
            reasons.add("but it is part of another one itself");
        }
        return new Proposal(table, Math.max(1, score), reasons);
    }

    /**
     * The number of tables that lead to it, directly or not. Paths through people are left out, because they lead
     * everywhere.
     */
    private int reach(TableName table) {
        Set<TableName> seen = new HashSet<>(Set.of(table));
        Deque<TableName> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            TableName current = next.remove();
            boolean people = !current.equals(table) && Conventions.people(catalog.find(current).orElseThrow());
            if (!people) {
                incoming.getOrDefault(current, List.of()).stream().map(Reference::from).filter(seen::add).forEach(next::add);
            }
        }
        return seen.size() - 1;
    }

    /** A table that joins it to people, many to many. */
    private String members(Table table) {
        for (Reference reference : incoming.getOrDefault(table.name(), List.of())) {
            Table joining = catalog.find(reference.from()).orElseThrow();
            for (Reference other : graph.from(reference.from())) {
                Table people = catalog.find(other.to()).orElseThrow();
                Set<String> both = new HashSet<>(reference.columns());
                both.addAll(other.columns());
                boolean pair = joining.indexes().stream().filter(Index::provesUnique).anyMatch(index -> both.equals(new HashSet<>(index.columns())));
                if (other != reference && Conventions.people(people)
                        && (pair || Conventions.looksLikeMembership(joining.name().name())) && !joining.uniqueBy(other.columns())) {
                    return joining.name() + " joins it to " + people.name();
                }
            }
        }
        return null;
    }

    /** Whether its rows belong to another table that has a name of organizations, or has members. */
    private boolean parts(Table table) {
        return graph.from(table.name()).stream().filter(reference -> reference.notNull() && !reference.to().equals(table.name()))
                .map(reference -> catalog.find(reference.to()).orElseThrow())
                .anyMatch(other -> !Conventions.people(other) && (Conventions.looksLikeOrganizations(other.name().name()) || members(other) != null));
    }

    /** The most common name of the columns that lead there. */
    private String column(Table table) {
        Map<String, Integer> counts = new HashMap<>();
        incoming.getOrDefault(table.name(), List.of()).stream().filter(reference -> reference.columns().size() == 1)
                .forEach(reference -> counts.merge(reference.columns().get(0), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed())).map(Map.Entry::getKey).orElse("organization_id");
    }
}
