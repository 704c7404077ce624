package io.orgscope.plan.name;

/**
 * The role of a reference for its row, by the names and keys in the catalog. The roles go from the strongest statement
 * of to whom the row belongs to the weakest. Only the first two decide a route without a question.
 */
public enum Role {
    /** The row is a part of the referenced row, or belongs to it. */
    BELONGS("says whose the row is"),
    /**
     * The referenced row says of which kind the row is, and belongs to one organization itself: a template, a plan, a
     * category.
     */
    LOOKUP("says what kind the row is"),
    /**
     * The column has another name than the table it leads to: a sales order, a picture of the files. The referenced row
     * may own the row, or may only be involved.
     */
    RELATED("is called otherwise than what it leads to, so it may take part only"),
    /** The row names another one that is involved in it: a source, a payer, a partner. */
    MENTION("says what else is involved, not whose the row is"),
    /** It references a person, or another row, that may belong to several organizations. */
    SHARED("leads to rows that may belong to several organizations"),
    /** It says who did something. */
    ACTOR("says who did something, not whose the row is");

    private final String meaning;

    Role(String meaning) {
        this.meaning = meaning;
    }

    /** Whether it says alone to which organization the row belongs. */
    public boolean sound() {
        return this == BELONGS || this == LOOKUP;
    }

    /**
     * Whether it names another row, and not a person, that is involved. It says to whom the row belongs only if another
     * reference says the same.
     */
    public boolean involved() {
        return this == RELATED || this == MENTION;
    }

    /** Its meaning, to follow the columns' names. */
    public String meaning() {
        return meaning;
    }

    /** The weaker of two. */
    public static Role weaker(Role one, Role other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
