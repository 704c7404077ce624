package io.orgscope.invariant;

/** When a rule is checked without being asked for. Every rule can be asked for as a precondition. */
public enum When {

    /** Before step 01. Nothing is changed while the rule does not hold. */
    BEFORE,

    /** In step 08. */
    AFTER
}
