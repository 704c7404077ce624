package io.orgscope.invariant;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.reference.Crossing;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.RowKeys;
import io.orgscope.route.Organizations;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules. */
public final class Invariants {

    private static final String FINISH_ROLLBACK = "A rollback that was stopped half way has to be finished before the next update:"
            + " run rollback again, then update. Otherwise make by hand what is missing.";

    /** The organizations table exists, has a usable key, and is not empty while the scoped table has rows. */
    public static final Invariant ORGANIZATION_TABLE_READY = new StructureInvariant("organizationTableReady", Severity.CRITICAL,
            "The organizations cannot be referenced.",
            "Correct what is said of the organizations, or make the first organization; then run update again.",
            Structure::organizationTable);

    /** The migrating role may do what the steps do. */
    public static final Invariant ROLE_HAS_RIGHTS = new StructureInvariant("migratingRoleHasRights", Severity.CRITICAL,
            "This role lacks rights that the steps need.", "Have this done, then run update again. Nothing was changed.", Structure::rights);

    /** Row security hides no row from the migrating role: an UPDATE of rows it cannot see looks like success. */
    public static final Invariant ROLE_SEES_ALL_ROWS = new StructureInvariant("migratingRoleSeesAllRows", Severity.CRITICAL,
            "Row security hides rows from this role, and what is hidden would stay without an organization.",
            "Run the migration as a role with BYPASSRLS, or as the owner where row security is not forced.",
            Structure::rowSecurity);

    /** Every row finds exactly one organization. */
    public static final Invariant ONE_ORGANIZATION = new RowInvariant("everyRowHasOneOrganization", Severity.CRITICAL,
            "Rows find no organization, or several.",
            "Give them one where their routes lead, or give the table a further route; then run update again. Nothing was changed.",
            false, context -> "SELECT " + key(context) + " || CASE WHEN " + context.resolved().ambiguous()
                    + " THEN ' (several organizations)' ELSE ' (no organization)' END AS key FROM " + context.resolved().rows() + " WHERE "
                    + context.resolved().organizationInRows() + " IS NULL AND NOT (" + context.resolved().answeredOnceMade() + ")");

    /** The organization that a row finds exists. */
    public static final Invariant ORGANIZATION_EXISTS = new RowInvariant("resolvedOrganizationExists", Severity.CRITICAL,
            "Rows find an organization that does not exist: no foreign key guards the column that they find it in.",
            "Correct the value that their route ends in, or make that organization; then run update again. Nothing was changed.",
            false, context -> "SELECT " + key(context) + " AS key FROM " + context.resolved().rows() + " CROSS JOIN LATERAL (SELECT "
                    + context.resolved().organizationInRows() + " AS organization OFFSET 0) found WHERE "
                    + (context.resolved().organizationsGuarded() ? "false AND " : "")
                    + "found.organization IS NOT NULL AND NOT EXISTS (SELECT FROM " + organizations(context).table().sql() + " o WHERE o."
                    + Identifier.quote(organizations(context).key()) + " = found.organization)");

    /** No row is without an organization. */
    public static final Invariant NO_ROW_WITHOUT = new RowInvariant("noRowWithoutOrganization", Severity.CRITICAL,
            "Rows have no organization.",
            "Run update again; where it does not help, the rows' routes give none: give them one, or give the table a further route.",
            true, context -> "SELECT " + key(context) + " AS key FROM " + table(context) + " WHERE "
                    + (context.column().map(Column::notNull).orElse(false) ? "false" : context.resolved().stored() + " IS NULL"));

    /** What a row holds is what its routes say, where they say something. */
    public static final Invariant STORED_EQUALS_ROUTED = new RowInvariant("storedEqualsRouted", Severity.CRITICAL,
            "Rows hold another organization than their routes give.",
            "Look at both and correct the wrong one. A parent that went to another organization meanwhile is one cause; set the"
                    + " column to what is right, then run update again.",
            true, context -> "SELECT " + key(context) + " AS key FROM " + context.resolved().rows() + " WHERE "
                    + context.resolved().routedInRows() + " <> " + context.resolved().stored()
                    + " AND NOT " + context.resolved().kept().held());

    /** Where several routes answer, they answer the same. Not asked unless you ask: the first that answers wins. */
    public static final Invariant ROUTES_AGREE = new RowInvariant("routesAgree", Severity.WARNING,
            "The routes of rows contradict each other.",
            "Decide which route is right, put it first, or correct the data that another one leads to.",
            false, context -> "SELECT " + key(context) + " AS key FROM " + table(context) + " WHERE (SELECT pg_catalog.count(DISTINCT v.organization)"
                    + " FROM (VALUES " + context.resolved().eachRoute().stream().map(route -> "(" + route + ")")
                            .collect(Collectors.joining(", ")) + ") v(organization)) > 1");

    /** No foreign key between two scoped tables joins rows of two organizations. */
    public static final Invariant NO_REFERENCE_CROSSES = new CrossReferences();

    /** The column is there, of the right type, and NOT NULL. */
    public static final Invariant COLUMN_REQUIRED = new StructureInvariant("organizationColumnRequired", Severity.CRITICAL,
            "The organization column does not hold what it should.", "Run update again; it does what is missing. " + FINISH_ROLLBACK, Structure::column);

    /** The foreign key to the organizations is there and validated. */
    public static final Invariant REFERENCE_VALID = new StructureInvariant("organizationReferenceValid", Severity.CRITICAL,
            "Nothing keeps the organization column in step with the organizations.", "Run update again; it does what is missing. " + FINISH_ROLLBACK,
            Structure::reference);

    /** An index is led by the column. */
    public static final Invariant INDEXED = new StructureInvariant("organizationIndexed", Severity.WARNING,
            "Searching one organization's rows, and deleting an organization, reads the whole table.",
            "Run update again, or declare an index.", Structure::index);

    /** What the ledger says was made is there. */
    public static final Invariant MADE_IS_THERE = new StructureInvariant("whatWasMadeIsThere", Severity.WARNING,
            "Something that this library made is gone.", FINISH_ROLLBACK, Structure::made);

    private Invariants() {
    }

    static String table(StepContext context) {
        return context.name().sql() + " t";
    }

    static String key(StepContext context) {
        return context.table().map(table -> RowKeys.key(table, "t")).orElse("'ctid=' || t.ctid::text");
    }

    private static Organizations organizations(StepContext context) {
        return context.scope().organizations();
    }

    /**
     * The rows of one foreign key that break {@link #NO_REFERENCE_CROSSES}, their keys in the column {@code key}.
     *
     * @param from the organization column of the referencing table
     * @param to   that of the referenced one
     */
    public static String crossing(ForeignKey key, Catalog catalog, String from, String to) {
        return Crossing.query(key, catalog, from, to);
    }

    /**
     * The message of the first of these rules that does not hold; empty when all do.
     *
     * @throws SQLException when the data cannot be read
     */
    static Optional<String> broken(List<Invariant> rules, StepContext context) throws SQLException {
        for (Invariant rule : rules) {
            Violations violations = rule.violations(context);
            if (!violations.none()) {
                return Optional.of(rule.message(context, violations));
            }
        }
        return Optional.empty();
    }

    /** What has to hold before the first step: nothing is changed while it does not. */
    public static List<Invariant> beforehand() {
        return List.of(ROLE_HAS_RIGHTS, ROLE_SEES_ALL_ROWS, ORGANIZATION_TABLE_READY, ONE_ORGANIZATION, ORGANIZATION_EXISTS, STORED_EQUALS_ROUTED,
                NO_REFERENCE_CROSSES);
    }

    /** What has to hold after the last step of the expansion. */
    public static List<Invariant> afterwards() {
        return List.of(MADE_IS_THERE, COLUMN_REQUIRED, REFERENCE_VALID, NO_ROW_WITHOUT, STORED_EQUALS_ROUTED, NO_REFERENCE_CROSSES);
    }
}
