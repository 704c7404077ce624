package io.orgscope.plan.survey;

/** The relation of a table to the organizations. */
public enum ScopingStatus {
    /** The table of organizations itself. */
    ORGANIZATIONS("the organizations"),
    /** It has its organization: the column, NOT NULL, with its foreign key. */
    SCOPED("scoped"),
    /** It has the column, but not everything that belongs to it. */
    PARTIAL("partly scoped"),
    /** It reaches the organizations: it should be scoped. */
    OPEN("to be scoped"),
    /** Its rows belong to several organizations, as people may, or only to such a row, as a person's sessions do. */
    SHARED("shared by several organizations"),
    /** It reaches no organization. */
    GLOBAL("global"),
    /** It reaches no organization as far as is known, but has unexplained columns that look like keys. */
    UNKNOWN("unknown"),
    /** Its kind cannot be migrated. */
    UNSUPPORTED("not supported"),
    /** It has the accounts of another tool. */
    TOOLING("a tool's own");

    private final String text;

    ScopingStatus(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
