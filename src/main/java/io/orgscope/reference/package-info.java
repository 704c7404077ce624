/**
 * Foreign keys: from the organization column to the organizations (05), and between isolated tables (11).
 *
 * <p>What belongs here: which foreign keys contain the organization, how a single key becomes a composite one and back, and
 * memberships. The unique indexes that composite keys reference belong to {@link io.orgscope.index}. The check whether references
 * cross organizations belongs to {@link io.orgscope.invariant}.
 */
package io.orgscope.reference;
