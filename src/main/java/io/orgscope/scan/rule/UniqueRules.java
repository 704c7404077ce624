package io.orgscope.scan.rule;

import io.orgscope.plan.CatalogRoutes;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.report.Text;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.spec.TableDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether unique keys hold within an organization and not across all. */
public final class UniqueRules {

    private final Context context;
    private final Remedies remedies;
    private final UniqueKeys keys;

    public UniqueRules(Context context) {
        this.context = context;
        this.remedies = new Remedies(context);
        this.keys = new UniqueKeys(context);
    }

    /** Looks at the unique keys of tables whose rows belong to one organization. */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        for (ScannedTable table : context.all()) {
            if (table.belongs()) {
                table.table().indexes().forEach(index -> check(table, index, findings));
            }
        }
        return findings;
    }

    private void check(ScannedTable table, Index index, List<Finding> findings) {
        String what = "The " + (index.exclusion() ? "exclusion constraint " : index.constraint() == null ? "unique index " : "unique constraint ")
                + index.name() + " " + Remedies.columns(index.columns());
        switch (keys.judge(table, index)) {
            case NOT_SCOPED -> {
                Optional<String> kept = CatalogRoutes.whyKept(context.catalog(), table.table(), index);
                findings.add(found(Rule.UNIQUE_NOT_SCOPED, table, index, what + " holds across all organizations"
                        + kept.map(why -> ", and step 06 cannot replace it: " + why).orElse("") + ".", notScoped(table, index, kept)));
            }
            case BY_REFERENCE -> findings.add(found(Rule.UNIQUE_BY_REFERENCE, table, index, what + " has no "
                            + table.column() + "; it is scoped only as far as " + keys.reference(table, index).orElse("") + " is.",
                    remedies.accept(Rule.UNIQUE_BY_REFERENCE, table.name(), index.name(), "The reference decides the organization")));
            case GLOBAL -> findings.add(found(Rule.UNIQUE_GLOBAL, table, index, what + " holds across all organizations, as it should by its"
                    + " name.", remedies.accept(Rule.UNIQUE_GLOBAL, table.name(), index.name(), "Unique everywhere by nature")));
            default -> {
            }
        }
    }

    /** {@code kept} is why step 06 cannot replace it. */
    private Remedy notScoped(ScannedTable table, Index index, Optional<String> kept) {
        TableDeclaration declared = context.declared().get(table.name());
        if (declared != null && declared.unique().stream().anyMatch(unique -> index.name().equals(unique.replaces()))) {
            return Remedy.advice("Its replacement is declared: run liquibase update, and, when the application no longer relies on the"
                    + " old key, update with the label orgscope-contract.");
        }
        if (index.exclusion()) {
            return Remedy.baseline("In a change set of your own, drop it and add " + Identifier.quote(table.column()) + " WITH = to it (for GiST, the extension"
                    + " btree_gist has the operator). If it has to hold across all organizations, write it into the baseline, with your reason",
                    remedies.accept(Rule.UNIQUE_NOT_SCOPED, table.name(), index.name(), "It has to hold across all organizations").lines());
        }
        if (kept.isPresent()) {
            return remedies.accept(Rule.UNIQUE_NOT_SCOPED, table.name(), index.name(), "It stays because " + kept.get());
        }
        if (declared != null) {
            return Remedy.spec("Add it to the entry of " + table.name() + ".", added(table, declared));
        }
        return remedies.declare(table);
    }

    /** The same lines for each unique key of the table. They are comments: whoever pastes them behind other entries changes none of these. */
    private String added(ScannedTable table, TableDeclaration declared) {
        List<String> replaced = declared.unique().stream().map(TableDeclaration.UniqueIndex::replaces).toList();
        return "# In the entry of " + Text.line(table.name().toString()) + (declared.unique().isEmpty() ? ":\n#   unique:\n" : ", under its unique:\n")
                + table.table().indexes().stream().filter(remedies.replaceable(table)).filter(index -> !replaced.contains(index.name()))
                        .map(index -> "#     - { replaces: " + Text.yaml(index.name()) + " }\n").collect(Collectors.joining());
    }

    private static Finding found(Rule rule, ScannedTable table, Index index, String message, Remedy remedy) {
        return Finding.of(rule, table.name(), index.name(), message, remedy);
    }
}
