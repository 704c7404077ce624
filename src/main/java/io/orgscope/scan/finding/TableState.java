package io.orgscope.scan.finding;

/** What a table is to the organizations. */
public enum TableState {
    ORGANIZATIONS("organizations"),
    /** Has the organization column. */
    SCOPED("scoped"),
    /** Has none, and its rows reach organizations by foreign keys, or it is declared to have one. */
    SHOULD_BE_SCOPED("should be scoped"),
    /** Its rows are nobody's or everybody's: declared so, shared as people are, a person's alone, or reaching nothing. */
    GLOBAL("global"),
    /** Reaches no organization as far as is known, but nothing says where some of its columns lead. */
    UNKNOWN("unknown"),
    /** Belongs to a migration tool, an extension or us. */
    TOOLING("tooling");

    private final String label;

    TableState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
