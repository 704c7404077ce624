package io.orgscope.invariant;

/** How serious it is if an invariant does not hold. */
public enum Severity {
    /** Tenants can see or change rows of others, or rows belong to no organization. */
    CRITICAL,
    /** Nothing is wrong now, but nothing prevents it. */
    WARNING,
    /** For information. */
    INFO
}
