package io.orgscope.postgres;

/**
 * A column as in the catalog.
 *
 * @param type              the type as SQL, schema-qualified if it is not PostgreSQL's own, for example {@code
 *                          character varying(36)}
 * @param typeOid           {@code pg_type.oid}: two columns have the same type if it is equal
 * @param baseType          the name of the type under a domain, else of the type itself ({@code pg_type.typname})
 * @param operatorSchema    where the operators of the type are: the schema of the type under domains and arrays, if
 *                          operators can be its own; else {@code pg_catalog}, for example for an enum
 * @param cheapType         the type for a new column with the same values. It is the type itself, or the base type of a
 *                          domain with constraints or a default, because adding a column of such a domain rewrites the table
 * @param typeModifier      {@code pg_attribute.atttypmod}; −1 for none
 * @param notNull           declared and, where PostgreSQL shows it, validated
 * @param unvalidated       the NOT NULL constraint that is NOT VALID (PostgreSQL 18 and later); null if there is none
 * @param defaultExpression null if there is none
 * @param collation         as SQL if it is not that of the type; else null
 * @param generated         whether the column is generated from others
 * @param identity          whether it is GENERATED … AS IDENTITY
 * @param comment           null if there is none
 */
public record Column(int number, String name, String type, long typeOid, String baseType, String operatorSchema,
                     String cheapType, int typeModifier,
                     boolean notNull, NotNullConstraint unvalidated, String defaultExpression, String collation,
                     boolean generated, boolean identity, String comment) {

    /** Whether an INSERT without the column fails. */
    public boolean needsValue() {
        return notNull && defaultExpression == null && !generated && !identity;
    }

    /** The definition of a new column with the same values. */
    public String definition() {
        return collation == null ? cheapType : cheapType + " COLLATE " + collation;
    }
}
