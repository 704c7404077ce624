package io.orgscope.isolation;

import java.util.List;

/**
 * A statement of a session that must not reach rows of another organization.
 *
 * @param role         the role of the session; null for the migrating role itself
 * @param organization the organization that the session sets; null for none
 * @param sql          the statement, with a question mark for each value, so that messages contain no values
 * @param cause        why the statement succeeds, if it does
 */
record Attempt(String role, String organization, Kind kind, String sql, List<String> values, String cause) {

    /** How to see that a statement reached a row. */
    enum Kind {
        /** It returns a row of the table. An error is a refusal. */
        READ,
        /**
         * It returns a row of an object that may bypass the policies. Only a missing privilege is a refusal. Another error
         * may come from a setting that only the application makes.
         */
        BYPASS,
        /** It returns a row, as it should. If it does not, or fails, the other statements prove nothing. */
        OWN,
        /** {@link #REACHED} is evaluated for a row. */
        REACH,
        /**
         * Every result except a refusal by row security or for a missing privilege. Constraints are checked after these two. An
         * error in a function shows nothing, because a trigger may fire before them.
         */
        WRITE,
        /** It writes a row: the foreign key did not refuse it. */
        REFERENCE
    }

    /**
     * A condition that fails when it is evaluated for a row. PostgreSQL evaluates it only for rows that row security
     * lets through. So a statement with this condition changes nothing, locks nothing and fires no trigger.
     *
     * <p>It reads no column, so PostgreSQL may take it for leakproof, and evaluate it before a policy that costs more. A
     * coalesce is never taken for leakproof.
     */
    static final String REACHED = "coalesce(pg_catalog.set_config('orgscope.reached', 'a row was reached', true)::pg_catalog.int4, 0) OPERATOR(pg_catalog.=) 0";

    /** A part of the error message of the failed condition, the same in every language of the server. */
    static final String MARK = "a row was reached";

    /**
     * A condition that is true only for the first row for which it is evaluated, and that reads no column. If a
     * statement reads columns, PostgreSQL also applies the policies for SELECT, which could hide rows that the policies
     * for UPDATE let through. It has a coalesce, as {@link #REACHED} has.
     */
    static final String FIRST = "pg_catalog.set_config('orgscope.asked', (coalesce(nullif(pg_catalog.current_setting('orgscope.asked', true), ''),"
            + " '0')::pg_catalog.int8 + 1)::text, true) = '1'";

    Attempt {
        values = List.copyOf(values);
    }

    /** The role and its statement, for messages. */
    String told() {
        return (role == null ? "any role" : "role " + role) + ", " + (organization == null ? "without an organization"
                : "organization " + organization) + ": " + sql.replace(REACHED, "…").replace(FIRST, "…");
    }
}
