/**
 * Step 00: a whole declaration held against the catalog before anything is changed.
 *
 * <p>It asks the steps for their plans and does none of them; what is wrong is found by the same code that would stumble
 * over it. Where a declaration has several tables, it looks at their rows too, by the invariants that step 01 asks.
 */
package io.orgscope.preflight;
