/**
 * Foreign keys: from the organization column to the organizations (05), and between isolated tables (11).
 *
 * <p>What belongs here: which foreign keys carry the organization, how a single one becomes a composite one and back, and
 * memberships. The unique indexes that composite keys reference belong to {@link io.orgscope.index}; whether references
 * cross is asked by {@link io.orgscope.invariant}.
 */
package io.orgscope.reference;
