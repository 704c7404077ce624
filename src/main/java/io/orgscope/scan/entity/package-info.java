/**
 * What the application's JPA entities say of their tables, read from class files without loading a class.
 *
 * <p>Whether it agrees with the database is asked in {@link io.orgscope.scan.rule}. Nothing here knows a database.
 */
package io.orgscope.scan.entity;
