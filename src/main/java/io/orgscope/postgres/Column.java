package io.orgscope.postgres;

/**
 * A column as the catalog has it.
 *
 * @param type             the type as SQL, schema-qualified where it is not one of PostgreSQL's own, for example
 *                         {@code character varying(36)}
 * @param typeOid          {@code pg_type.oid}: two columns are of one type when this is equal
 * @param baseType         the name of the type under a domain, else the type's own name ({@code pg_type.typname})
 * @param typeSchema       where the type is
 * @param cheapType        the type to give a new column that holds the same values: the type itself, or what is under a
 *                         domain that has constraints, since adding a column of such a domain rewrites the table
 * @param typeModifier     {@code pg_attribute.atttypmod}, −1 for none
 * @param notNull          declared and, where PostgreSQL can tell, validated
 * @param defaultExpression null when there is none
 * @param collation        as SQL where it is not the type's own, else null
 * @param generated        whether the column is generated from others
 * @param identity         whether it is GENERATED … AS IDENTITY
 * @param comment          null when there is none
 */
public record Column(int number, String name, String type, long typeOid, String baseType, String typeSchema,
                     String cheapType, int typeModifier,
                     boolean notNull, String defaultExpression, String collation, boolean generated,
                     boolean identity, String comment) {

    /** Whether an INSERT that leaves it out fails. */
    public boolean needsValue() {
        return notNull && defaultExpression == null && !generated && !identity;
    }

    /** What a new column that holds the same values is declared as. */
    public String definition() {
        return collation == null ? cheapType : cheapType + " COLLATE " + collation;
    }
}
