/**
 * Row security (12), and the proof that a session of one organization reaches no row of another (13).
 *
 * <p>What belongs here: the policies as SQL, the checks for whatever would bypass them, and the statements that try to bypass them.
 * Composite references between scoped tables (11) belong to {@link io.orgscope.reference}.
 */
package io.orgscope.isolation;
