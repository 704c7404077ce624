package io.orgscope.distribute;

/** To whom the rows of a table belong. */
public enum Belonging {
    /** The table holds the organizations themselves. */
    ORGANIZATIONS,
    /** Each row belongs to one organization, now or after the update. */
    ONE_ORGANIZATION,
    /** A row may belong to several organizations. */
    SEVERAL_ORGANIZATIONS,
    /** The rows belong to no organization. */
    NO_ORGANIZATION,
    /** It is not known yet. */
    UNKNOWN,
    /** The table is left out, because of its kind or because it belongs to another tool. */
    LEFT_OUT
}
