package io.orgscope.invariant;

/** How much it matters that an invariant does not hold. */
public enum Severity {
    /** Tenants can see or change what is not theirs, or rows belong to nobody. */
    CRITICAL,
    /** It holds today, and nothing makes it hold tomorrow. */
    WARNING,
    /** Worth knowing. */
    INFO
}
