package io.orgscope.scan.finding;

import static io.orgscope.invariant.Severity.CRITICAL;
import static io.orgscope.invariant.Severity.INFO;
import static io.orgscope.invariant.Severity.WARNING;

import io.orgscope.invariant.Severity;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is looked for. The id of a rule never changes: baselines, SARIF viewers and earlier reports know it.
 */
public enum Rule {
    ORGANIZATIONS_TABLE_MISSING("organizations-table-missing", CRITICAL, "Organizations table missing",
            "Without the table of organizations no row can belong to one."),
    ORGANIZATIONS_KEY_NOT_UNIQUE("organizations-key-not-unique", CRITICAL, "Organizations key not unique",
            "Two organizations could have the same key, and no foreign key can refer to it."),
    ORGANIZATIONS_EMPTY("organizations-empty", WARNING, "No organization yet",
            "No row can be given an organization while there is none."),
    DECLARED_TABLE_MISSING("declared-table-missing", CRITICAL, "Declared table missing",
            "What the .orgscope.yaml promises for the table cannot hold."),
    COLUMN_MISSING("organization-column-missing", CRITICAL, "Organization column missing",
            "The rows belong to organizations, and nothing in them or next to them says to which: queries cannot be limited to one."),
    THROUGH_PARENT("organization-through-parent", WARNING, "Organization only through the parent",
            "Rows can be told apart only by joining the parent; unique keys, row security and partitioning cannot do that."),
    TYPE_DIFFERS("organization-type-differs", CRITICAL, "Organization column of another type",
            "Values that one side can hold the other cannot: comparisons fail, or new organizations cannot be stored."),
    REFERENCES_OTHER("organization-references-other", CRITICAL, "Organization column references another table",
            "The column looks like the row's organization and holds something else."),
    NULLABLE("organization-nullable", WARNING, "Organization column nullable",
            "A row without an organization escapes every check by organization, or is seen by nobody."),
    FOREIGN_KEY_MISSING("organization-foreign-key-missing", WARNING, "Foreign key to the organizations missing",
            "Rows may name organizations that do not exist, and outlive those that are deleted."),
    ON_DELETE_DIFFERS("organization-on-delete-differs", WARNING, "ON DELETE is not as declared",
            "Deleting an organization does something else than the .orgscope.yaml says."),
    ON_DELETE_NOT_CASCADE("organization-on-delete-not-cascade", INFO, "Deleting an organization is refused",
            "An organization cannot be deleted while it has rows here; decide whether that is meant."),
    INDEX_MISSING("organization-index-missing", WARNING, "No index led by the organization",
            "Every query for one organization, and every deletion of one, reads the whole table."),
    UNIQUE_NOT_SCOPED("unique-not-scoped", WARNING, "Unique key not scoped to the organization",
            "One organization's value blocks the same value for all others, and tells them that it exists."),
    UNIQUE_BY_REFERENCE("unique-by-reference", INFO, "Unique key scoped only through a reference",
            "It holds within one organization as long as the reference cannot cross organizations."),
    UNIQUE_GLOBAL("unique-global", INFO, "Unique key that looks global by nature",
            "A token or a public id is meant to be unique everywhere; say so once and the finding is gone."),
    REFERENCE_MAY_CROSS("reference-may-cross", WARNING, "Reference may cross organizations",
            "Nothing stops a row from referring to a row of another organization.", "references may lead to rows of another organization"),
    BELONGING_UNKNOWN("belonging-unknown", WARNING, "Not known to whom the rows belong",
            "Columns that look like keys lead nowhere that is known: the rows may belong to organizations, and nobody would notice."),
    GLOBAL_UNDECLARED("global-undeclared", INFO, "Not declared whether global",
            "Whether the rows are everybody's is a decision; written down, a later change that breaks it is seen."),
    SHARED_UNDECLARED("shared-undeclared", INFO, "Shared by organizations, not declared",
            "Its rows belong to people, or to others that several organizations share; that it has no organization of its own should be a decision."),
    ROW_SECURITY_ABSENT("row-security-absent", INFO, "No row security",
            "Only the application's own conditions keep organizations apart; one forgotten condition shows all rows."),
    ROW_SECURITY_UNEVEN("row-security-uneven", WARNING, "Row security on some tables only",
            "Code that relies on row security elsewhere sees every organization's rows here."),
    ROW_SECURITY_WITHOUT_POLICY("row-security-without-policy", WARNING, "Row security without a policy",
            "Everybody but the owner sees no row at all."),
    ROW_SECURITY_NOT_FORCED("row-security-not-forced", INFO, "Row security does not bind the owner",
            "An application that connects as the table's owner sees every organization's rows."),
    ROW_SECURITY_PER_ROW("row-security-per-row", WARNING, "Policy evaluated for each row",
            "A function that is called for each row makes every query slower, and can keep it from the organization's index."),
    ROW_SECURITY_WITHOUT_CHECK("row-security-without-check", INFO, "Policy without WITH CHECK",
            "PostgreSQL takes USING in its place: whoever widens what may be seen also widens what may be written."),
    ROW_SECURITY_WIDENED("row-security-widened", WARNING, "Permissive policy that widens",
            "Permissive policies are OR-ed: whatever one of them lets through, sessions of every organization reach."),
    ROW_SECURITY_BYPASSED("row-security-bypassed", WARNING, "View, function or partition that bypasses row security",
            "Whoever may use it sees every organization's rows: it reads as a role whom the policies do not bind, or its policies are not those of the whole."),
    ROW_SECURITY_ROLE_NOT_BOUND("row-security-role-not-bound", CRITICAL, "Role that row security does not bind",
            "An application that connects as this role sees and writes every organization's rows, as if there were no policies."),
    ISOLATION_BROKEN("isolation-broken", CRITICAL, "A session reaches rows of another organization",
            "It was tried on this database as the application's role, and rolled back."),
    ISOLATION_NOT_PROVEN("isolation-not-proven", INFO, "Isolation not proven",
            "What could not be tried may hold or not."),
    PRIMARY_KEY_MISSING("primary-key-missing", WARNING, "No primary key",
            "Rows cannot be told apart: no replication of updates, no way back to a single row."),
    INDEX_INVALID("index-invalid", WARNING, "Invalid index",
            "A failed CREATE INDEX CONCURRENTLY left it: it costs writes and answers no query; a unique one guarantees nothing."),
    CONSTRAINT_NOT_VALID("constraint-not-valid", WARNING, "Constraint not validated",
            "It holds for new rows only; what was there before may break it."),
    FOREIGN_KEY_NOT_INDEXED("foreign-key-not-indexed", INFO, "Foreign key without an index",
            "Deleting a referenced row, or looking for its children, reads the whole table.", "foreign keys have no index that begins with them"),
    ROWS_WITHOUT_ORGANIZATION("rows-without-organization", CRITICAL, "Rows without an organization",
            "These rows escape every check by organization, or nobody sees them."),
    ROWS_OF_UNKNOWN_ORGANIZATION("rows-of-unknown-organization", CRITICAL, "Rows of an organization that does not exist",
            "These rows belong to nobody, and to whoever gets that key next."),
    REFERENCES_CROSS("references-cross", CRITICAL, "References cross organizations",
            "A row of one organization refers to a row of another: what follows the reference shows foreign data.",
            "references lead to rows of another organization"),
    DIFFERS_FROM_ROUTE("organization-differs-from-route", CRITICAL, "Stored organization differs from the route",
            "The row says one organization and what it hangs on says another."),
    ROWS_WITHOUT_ROUTE("rows-without-route", CRITICAL, "Rows that no route gives an organization",
            "liquibase update will stop at them."),
    ROUTES_DISAGREE("routes-disagree", WARNING, "Routes disagree",
            "The first route that answers wins; for these rows another one says something else."),
    CHECK_NOT_RUN("check-not-run", INFO, "A check of the data did not finish",
            "Nothing is known of what it would have found."),
    MODEL_TABLE_MISSING("model-table-missing", WARNING, "Entity without a table",
            "The application expects a table that the database does not have."),
    MODEL_COLUMN_UNMAPPED("model-organization-unmapped", WARNING, "Entity does not map the organization",
            "The application cannot set the organization of a row nor filter by it."),
    MODEL_COLUMN_NULLABLE("model-organization-nullable", INFO, "Entity maps the organization as optional",
            "The application may try to store rows without an organization, and learns only from the database that it may not."),
    BASELINE_UNNEEDED("baseline-entry-unneeded", WARNING, "Baseline entry no longer needed",
            "An exception that matches nothing hides the next finding that it happens to match."),
    BASELINE_INCOMPLETE("baseline-entry-incomplete", WARNING, "Baseline entry names no reference",
            "An entry for every reference of a table would hide those that are added later; it accepts none until it names them.");

    private final String id;
    private final Severity severity;
    private final String title;
    private final String why;
    private final String several;

    Rule(String id, Severity severity, String title, String why) {
        this(id, severity, title, why, null);
    }

    Rule(String id, Severity severity, String title, String why, String several) {
        this.id = id;
        this.severity = severity;
        this.title = title;
        this.why = why;
        this.several = several;
    }

    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    public String title() {
        return title;
    }

    /** Why it matters, in a sentence. */
    public String why() {
        return why;
    }

    /** Whether it looks at each reference of a table; a table then has one finding, which lists them. */
    public boolean perReference() {
        return several != null;
    }

    /** What is said of several references, after their number. */
    public String several() {
        return several;
    }

    public static Optional<Rule> find(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }
}
