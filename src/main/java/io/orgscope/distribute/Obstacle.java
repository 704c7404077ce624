package io.orgscope.distribute;

import java.util.Locale;

/**
 * Something of a table that Citus does not accept, or does differently.
 *
 * @param what   the obstacle, in a sentence
 * @param remedy what to do, in a sentence
 */
public record Obstacle(Cause cause, String what, String remedy) {

    /** The object that it is about. */
    public enum Cause {
        ORGANIZATION_COLUMN(true), PRIMARY_KEY(true), UNIQUE_KEY(true), EXCLUSION_CONSTRAINT(true), REFERENCE(true), REFERENCE_ACTION(true),
        OTHER_KIND(true), TRIGGER(true), POLICY(true), PARTITIONS(true), INHERITANCE(true), SHARED_SEQUENCE(true),
        DEPENDENT(true), COLUMN_PRIVILEGE(true), CHECK_CONSTRAINT(true), TABLESPACE(true), OWNER(true), UNLOGGED(true),
        UPDATE_ACTION(false), SEQUENCE(false), IDENTITY(false), VIEW(false), FUNCTION(false), ROW_SECURITY(false), LARGE_OBJECT(false);

        private final boolean blocking;

        Cause(boolean blocking) {
            this.blocking = blocking;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it has to be removed before the table is distributed. The others work differently afterwards. */
    public boolean blocking() {
        return cause.blocking;
    }
}
