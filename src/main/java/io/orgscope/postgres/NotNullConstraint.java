package io.orgscope.postgres;

/**
 * A NOT NULL constraint as the catalog has it (PostgreSQL 18 and later).
 *
 * @param definition as SQL, with NOT VALID if it is not validated
 * @param comment    null if there is none
 */
public record NotNullConstraint(String name, String definition, String comment) {
}
