/**
 * The rules that have to hold for a scoped table. One rule is one object with three uses: a precondition before, a
 * verification after, a finding for ever.
 *
 * <p>A rule says what is wrong, how often, for which keys, and what to do. It changes nothing.
 */
package io.orgscope.invariant;
