package io.orgscope.plan.name;

/**
 * What a reference says of the row, by the names and keys in the catalog: from the strongest statement of whose the row is
 * to the weakest. Only the first two decide a route without another question.
 */
public enum Role {
    /** The row is a part of what it refers to, or belongs to it. */
    BELONGS("says whose the row is"),
    /** What it refers to says what kind the row is, and belongs to one organization itself: a template, a plan, a category. */
    LOOKUP("says what kind the row is"),
    /** The column is called otherwise than what it refers to: a sales order, a picture of the files. It may own the row, or take part in it. */
    RELATED("is called otherwise than what it leads to, so it may take part only"),
    /** The row names another one that is involved in it: a source, a payer, a partner. */
    MENTION("says what else is involved, not whose the row is"),
    /** It refers to a person, or another row, that may belong to several organizations. */
    SHARED("leads to rows that may belong to several organizations"),
    /** It says who did something. */
    ACTOR("says who did something, not whose the row is");

    private final String meaning;

    Role(String meaning) {
        this.meaning = meaning;
    }

    /** Whether it says by itself to which organization the row belongs. */
    public boolean sound() {
        return this == BELONGS || this == LOOKUP;
    }

    /** Whether it names another row, and not a person, that takes part: it says whose the row is only where another one says the same. */
    public boolean involved() {
        return this == RELATED || this == MENTION;
    }

    /** What it says, behind the columns' names. */
    public String meaning() {
        return meaning;
    }

    /** The weaker of two. */
    public static Role weaker(Role one, Role other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
