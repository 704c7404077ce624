package io.orgscope.plan.survey;

/** What a table is to the organizations. */
public enum ScopingStatus {
    /** The table of organizations itself. */
    ORGANIZATIONS("the organizations"),
    /** It has its organization: the column, NOT NULL, with its foreign key. */
    SCOPED("scoped"),
    /** It has the column, but not all that goes with it. */
    PARTIAL("partly scoped"),
    /** It reaches the organizations: it should be scoped. */
    OPEN("to be scoped"),
    /** Its rows belong to several organizations, as people may, or to such a row alone, as a person's sessions do. */
    SHARED("shared by several organizations"),
    /** It reaches no organization. */
    GLOBAL("global"),
    /** It reaches no organization as far as is known, but has columns that look like keys and that nothing explains. */
    UNKNOWN("unknown"),
    /** It is of a kind that cannot be migrated here. */
    UNSUPPORTED("not supported"),
    /** Another tool's accounts. */
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
