package io.orgscope.isolation;

import java.util.List;

/**
 * A statement that a session tries and that must not reach rows of another organization.
 *
 * @param role         as whom; null for the migrating role itself
 * @param organization what the session says it works for; null when it says nothing
 * @param sql          with a question mark for each value, so that no row's contents end up in a message
 * @param cause        why it gets through when it does
 */
record Attempt(String role, String organization, Kind kind, String sql, List<String> values, String cause) {

    /** How it shows that a statement got through. */
    enum Kind {
        /** A row comes back. */
        READ,
        /** A row comes back, and that is right: where none does, the other statements show nothing. */
        OWN,
        /** {@link #REACHED} is asked of a row. */
        REACH,
        /** Anything but a refusal by row security or for want of a privilege: a constraint is asked after them. */
        WRITE,
        /** A row is written: the foreign key did not refuse it. */
        REFERENCE
    }

    /**
     * A condition that fails as soon as it is asked of a row. PostgreSQL asks it only of rows that row security lets
     * through; a statement with it changes nothing, locks nothing and fires no trigger, however much it would reach.
     */
    static final String REACHED = "pg_catalog.set_config('orgscope.reached', 'a row was reached', true)::pg_catalog.int4 IS NULL";

    /** What the failed condition says, in every language of the server. */
    static final String MARK = "a row was reached";

    /**
     * A condition that holds of one row only, the first that it is asked of, and reads no column: of a statement that
     * reads columns PostgreSQL asks the policies for SELECT too, and they hide what those for UPDATE would let through.
     */
    static final String FIRST = "pg_catalog.set_config('orgscope.asked', (coalesce(nullif(pg_catalog.current_setting('orgscope.asked', true), ''),"
            + " '0')::pg_catalog.int8 + 1)::text, true) = '1'";

    Attempt {
        values = List.copyOf(values);
    }

    /** Who does what, for messages. */
    String told() {
        return (role == null ? "any role" : "role " + role) + ", " + (organization == null ? "without an organization"
                : "organization " + organization) + ": " + sql.replace(REACHED, "…").replace(FIRST, "…");
    }
}
