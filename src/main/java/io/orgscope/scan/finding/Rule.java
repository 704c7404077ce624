package io.orgscope.scan.finding;

import static io.orgscope.scan.finding.Severity.CRITICAL;
import static io.orgscope.scan.finding.Severity.INFO;
import static io.orgscope.scan.finding.Severity.WARNING;

import java.util.Arrays;
import java.util.Optional;

/** The rules of the scan. The id of a rule never changes, because baselines, SARIF viewers and earlier reports use it. */
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
            "The rows belong to organizations, but no column shows to which one. Queries cannot be limited to one organization."),
    THROUGH_PARENT("organization-through-parent", WARNING, "Organization only through the parent",
            "Only a join with the parent shows the organization of a row. Unique keys, row security and partitioning cannot use a join."),
    TYPE_DIFFERS("organization-type-differs", CRITICAL, "Organization column of another type",
            "One of the two types has values that the other does not have: comparisons fail, or new organizations cannot be stored."),
    REFERENCES_OTHER("organization-references-other", CRITICAL, "Organization column references another table",
            "The column has the name of the row's organization, but holds something else."),
    NULLABLE("organization-nullable", WARNING, "Organization column nullable",
            "A row without an organization is missed by every check by organization, or nobody sees it."),
    CONSTANT_DEFAULT("organization-default-constant", CRITICAL, "Constant default of the organization column",
            "A row whose INSERT leaves the column out belongs to the organization of the default, whoever writes it. No constraint is broken."),
    FOREIGN_KEY_MISSING("organization-foreign-key-missing", WARNING, "Foreign key to the organizations missing",
            "Rows may name organizations that do not exist, or that were deleted."),
    ON_DELETE_DIFFERS("organization-on-delete-differs", WARNING, "ON DELETE is not as declared",
            "Deleting an organization does not do what the .orgscope.yaml declares."),
    ON_DELETE_NOT_CASCADE("organization-on-delete-not-cascade", INFO, "Deleting an organization is refused",
            "An organization cannot be deleted while it has rows here. Decide whether that is right."),
    INDEX_MISSING("organization-index-missing", WARNING, "No index that begins with the organization",
            "Every query for one organization, and every deletion of one, reads the whole table."),
    UNIQUE_NOT_SCOPED("unique-not-scoped", WARNING, "Unique key not scoped to the organization",
            "If one organization uses a value, no other can use it. The error tells the others that the value exists."),
    UNIQUE_BY_REFERENCE("unique-by-reference", INFO, "Unique key scoped only through a reference",
            "The key is unique within one organization only if the reference cannot lead to another organization."),
    UNIQUE_GLOBAL("unique-global", INFO, "Unique key that is probably meant for all organizations",
            "A token or a public id has to be unique everywhere. Accept the finding in the baseline if this is one."),
    REFERENCE_MAY_CROSS("reference-may-cross", WARNING, "Reference may cross organizations",
            "Nothing stops a row from referring to a row of another organization.", "references may lead to rows of another organization"),
    BELONGING_UNKNOWN("belonging-unknown", WARNING, "It is not known to whom the rows belong",
            "Some columns look like keys, but it is not known where they lead. The rows may belong to organizations."),
    GLOBAL_UNDECLARED("global-undeclared", INFO, "Not declared whether global",
            "It is a decision whether the rows belong to everybody. If it is written down, the scan finds a later change that breaks it."),
    SHARED_UNDECLARED("shared-undeclared", INFO, "Shared by organizations, not declared",
            "Its rows belong to people or others that several organizations share. It should be a decision that the table has no organization."),
    GLOBAL_NAMES_ORGANIZATION("global-names-organization", WARNING, "Global table whose rows name an organization",
            "The baseline says that the rows belong to no organization, but each row references an organization, or a row of one.",
            "references of each row lead to an organization"),
    ROW_SECURITY_ABSENT("row-security-absent", INFO, "No row security",
            "Only conditions in the application keep organizations apart. One forgotten condition shows all rows."),
    ROW_SECURITY_UNEVEN("row-security-uneven", WARNING, "Row security on some tables only",
            "Code that relies on row security elsewhere sees every organization's rows here."),
    ROW_SECURITY_WITHOUT_POLICY("row-security-without-policy", WARNING, "Row security without a policy",
            "Everybody but the owner sees no row at all."),
    ROW_SECURITY_NOT_FORCED("row-security-not-forced", INFO, "Row security does not bind the owner",
            "An application that connects as the table's owner sees every organization's rows."),
    ROW_SECURITY_PER_ROW("row-security-per-row", WARNING, "Policy evaluated for each row",
            "A function that is called for each row makes every query slower, and can keep it from the organization's index."),
    ROW_SECURITY_WITHOUT_CHECK("row-security-without-check", INFO, "Policy without WITH CHECK",
            "PostgreSQL uses the USING condition for writes too: a change that lets a role see more rows also lets it write more."),
    ROW_SECURITY_WIDENED("row-security-widened", WARNING, "Permissive policy that lets more rows through",
            "PostgreSQL combines permissive policies with OR: sessions of every organization reach the rows that this one lets through."),
    ROW_SECURITY_BYPASSED("row-security-bypassed", WARNING, "View, function, rule, table or foreign key that bypasses row security",
            "A role that may use it reaches every organization's rows. It works as a role that the policies do not bind, or the policies of the"
                    + " table do not apply to it."),
    ROW_SECURITY_ROLE_NOT_BOUND("row-security-role-not-bound", CRITICAL, "Role that row security does not bind",
            "An application that connects as this role sees and writes every organization's rows, as if there were no policies."),
    ISOLATION_BROKEN("isolation-broken", CRITICAL, "A session reaches rows of another organization",
            "It was tried on this database as the application's role, and rolled back."),
    ISOLATION_NOT_PROVEN("isolation-not-proven", INFO, "Isolation not proven",
            "Something could not be tried, so it is not known whether isolation holds."),
    PRIMARY_KEY_MISSING("primary-key-missing", WARNING, "No primary key",
            "Rows cannot be identified: updates cannot be replicated, and a rollback cannot keep the organization of a row."),
    INDEX_INVALID("index-invalid", WARNING, "Invalid index",
            "A failed CREATE INDEX CONCURRENTLY left it. It makes writes slower and no query uses it. If it is unique, it guarantees nothing."),
    CONSTRAINT_NOT_VALID("constraint-not-valid", WARNING, "Constraint not validated",
            "Rows that were there before may break it. If it is not enforced either, new rows may, too."),
    FOREIGN_KEY_NOT_INDEXED("foreign-key-not-indexed", INFO, "Foreign key without an index",
            "Deleting a referenced row, or searching for its children, reads the whole table.", "foreign keys have no index that begins with them"),
    ROWS_WITHOUT_ORGANIZATION("rows-without-organization", CRITICAL, "Rows without an organization",
            "These rows are missed by every check by organization, or nobody sees them."),
    ROWS_OF_UNKNOWN_ORGANIZATION("rows-of-unknown-organization", CRITICAL, "Rows of an organization that does not exist",
            "These rows belong to no organization. If a new organization gets this key, they belong to it."),
    REFERENCES_CROSS("references-cross", CRITICAL, "References cross organizations",
            "A row of one organization refers to a row of another. A query that follows the reference shows data of the other organization.",
            "references lead to rows of another organization"),
    DIFFERS_FROM_ROUTE("organization-differs-from-route", CRITICAL, "Stored organization differs from the route",
            "The row has one organization, and its routes give another."),
    ROWS_WITHOUT_ROUTE("rows-without-route", CRITICAL, "Rows that no route gives an organization",
            "liquibase update will stop at them."),
    ROUTES_DISAGREE("routes-disagree", WARNING, "Routes disagree",
            "The first route that gives an organization wins. For these rows another route gives another organization."),
    CHECK_NOT_RUN("check-not-run", INFO, "A check of the data did not finish",
            "It is not known what it would have found."),
    MODEL_TABLE_MISSING("model-table-missing", WARNING, "Entity without a table",
            "The application expects a table that the database does not have."),
    MODEL_COLUMN_UNMAPPED("model-organization-unmapped", WARNING, "Entity does not map the organization",
            "The application can neither set the organization of a row nor filter by it."),
    MODEL_COLUMN_NULLABLE("model-organization-nullable", INFO, "Entity maps the organization as optional",
            "The application may try to store rows without an organization. Only the database refuses it."),
    BASELINE_UNNEEDED("baseline-entry-unneeded", WARNING, "Baseline entry no longer needed",
            "An entry that matches nothing now may hide a later finding that it matches by chance."),
    BASELINE_INCOMPLETE("baseline-entry-incomplete", WARNING, "Baseline entry names no reference",
            "An entry for all references of a table would hide references that are added later. So it accepts none until it names them.");

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

    /** The name in reports, baselines and SARIF. It never changes. */
    public String id() {
        return id;
    }

    /** The severity of every finding of the rule. */
    public Severity severity() {
        return severity;
    }

    /** What is wrong, in a few words. */
    public String title() {
        return title;
    }

    /** Why it matters, in a sentence. */
    public String why() {
        return why;
    }

    /** Whether it checks each reference of a table. A table then has one finding, which lists the references. */
    public boolean perReference() {
        return several != null;
    }

    /** The text for several references, after their number. */
    public String several() {
        return several;
    }

    /** The rule with this id; empty if a file names one that does not exist. */
    public static Optional<Rule> find(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }
}
