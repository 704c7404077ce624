/**
 * Reads from class files how the JPA entities of the application map their tables. No class is loaded.
 *
 * <p>The comparison with the database belongs to {@link io.orgscope.scan.rule}. Nothing here reads a database.
 */
package io.orgscope.scan.entity;
