package io.orgscope.distribute;

/** Whose the rows of a table are. */
public enum Belonging {
    /** The table holds the organizations themselves. */
    ORGANIZATIONS,
    /** Each row belongs to one organization, now or after the update. */
    ONE_ORGANIZATION,
    /** A row may belong to several organizations. */
    SEVERAL_ORGANIZATIONS,
    /** The rows belong to no organization. */
    NO_ORGANIZATION,
    /** Nobody knows yet. */
    UNKNOWN,
    /** The table takes no part, because of its kind or because it is another tool's. */
    LEFT_OUT
}
