package io.orgscope.distribute;

import java.util.Locale;

/**
 * What a table has that Citus does not take, or does differently.
 *
 * @param what   what it is, in a sentence
 * @param remedy what to do, in a sentence
 */
public record Obstacle(Cause cause, String what, String remedy) {

    /** What it is about. */
    public enum Cause {
        ORGANIZATION_COLUMN(true), PRIMARY_KEY(true), UNIQUE_KEY(true), EXCLUSION_CONSTRAINT(true), REFERENCE(true), REFERENCE_ACTION(true),
        OTHER_KIND(true), TRIGGER(true), POLICY(true), PARTITIONS(true), INHERITANCE(true), SHARED_SEQUENCE(true),
        SEQUENCE(false), IDENTITY(false), VIEW(false), FUNCTION(false), ROW_SECURITY(false), LARGE_OBJECT(false);

        private final boolean blocking;

        Cause(boolean blocking) {
            this.blocking = blocking;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it has to go before the table is distributed. The others work differently afterwards. */
    public boolean blocking() {
        return cause.blocking;
    }
}
