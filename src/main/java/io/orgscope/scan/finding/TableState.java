package io.orgscope.scan.finding;

/** The relation of a table to the organizations. */
public enum TableState {
    ORGANIZATIONS("organizations"),
    /** It has the organization column. */
    SCOPED("scoped"),
    /** It has no such column, but its rows reach organizations by foreign keys, or it is declared to get one. */
    SHOULD_BE_SCOPED("should be scoped"),
    /**
     * Its rows belong to no organization or to all: declared so, shared by organizations as people are, of one person,
     * or without a route.
     */
    GLOBAL("global"),
    /** It reaches no organization as far as is known, but it is not known where some of its columns lead. */
    UNKNOWN("unknown"),
    /** It belongs to a migration tool, an extension or this library. */
    TOOLING("tooling");

    private final String label;

    TableState(String label) {
        this.label = label;
    }

    /** The state as reports write it. */
    public String label() {
        return label;
    }
}
