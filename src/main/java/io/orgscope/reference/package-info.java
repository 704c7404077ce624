/**
 * The foreign key from the organization column to the organizations (05).
 *
 * <p>Foreign keys between scoped tables are looked at by {@link io.orgscope.invariant}; nothing here changes them.
 */
package io.orgscope.reference;
