package io.orgscope.invariant;

/** When a rule is checked by a step. Every rule can also be used as a precondition. */
public enum When {

    /** Before step 01. Nothing is changed while the rule does not hold. */
    BEFORE,

    /** In step 08. */
    AFTER
}
