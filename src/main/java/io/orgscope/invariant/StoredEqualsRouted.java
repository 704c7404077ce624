package io.orgscope.invariant;

import io.orgscope.column.ChosenOrganizations;
import io.orgscope.column.OrganizationColumn;
import io.orgscope.column.RenamedTable;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Each row holds the organization that its routes give, unless they give none or the application chose another. The
 * triggers of step 02 note what the application chooses. While they exist, a row that differs and has no note can be
 * filled again.
 */
final class StoredEqualsRouted implements Invariant {

    private final RowInvariant rows = new RowInvariant("storedEqualsRouted", Set.of(When.BEFORE, When.AFTER),
            "Rows hold another organization than their routes give.",
            "Compare both and correct the wrong one. A possible cause is a parent that was moved to another organization. Set the column to the right"
                    + " organization, then run update again.",
            true, new RowQuery("""
            SELECT {key} AS key FROM {rows}
             WHERE {routed} <> {stored} AND NOT {chosen}
            """));

    @Override
    public String id() {
        return rows.id();
    }

    @Override
    public Set<When> when() {
        return rows.when();
    }

    @Override
    public boolean needsRoute() {
        return rows.needsRoute();
    }

    @Override
    public String broken() {
        return rows.broken();
    }

    @Override
    public String remedy() {
        return rows.remedy();
    }

    @Override
    public String remedy(StepContext context) {
        return OrganizationColumn.keptFilled(context) ? ChosenOrganizations.repair(context.name()) : remedy();
    }

    @Override
    public Violations violations(StepContext context) throws SQLException {
        RenamedTable.refuse(context.sound());
        return rows.violations(context);
    }

    @Override
    public Optional<String> query(StepContext context) {
        return rows.query(context);
    }
}
