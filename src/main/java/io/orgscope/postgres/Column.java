package io.orgscope.postgres;

import java.util.Set;

/**
 * A column as in the catalog.
 *
 * @param type              the type as SQL, schema-qualified if it is not PostgreSQL's own, for example {@code
 *                          character varying(36)}
 * @param typeOid           {@code pg_type.oid}: two columns have the same type if it is equal
 * @param domain            whether the type is a domain
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
 * @param virtual           whether it is generated and not stored (PostgreSQL 18 and later); a trigger does not see its value
 * @param identity          whether it is GENERATED … AS IDENTITY
 * @param comment           null if there is none
 */
public record Column(int number, String name, String type, long typeOid, boolean domain, String baseType, String operatorSchema,
                     String cheapType, int typeModifier,
                     boolean notNull, NotNullConstraint unvalidated, String defaultExpression, String collation,
                     boolean generated, boolean virtual, boolean identity, String comment) {

    /**
     * Types without the operator {@code =}, and some whose {@code =} compares something else: {@code box = box} compares areas, and {@code path = path}
     * numbers of points.
     */
    private static final Set<String> WITHOUT_EQUALITY = Set.of("json", "jsonpath", "xml", "point", "polygon", "box", "circle", "path", "pg_snapshot",
            "txid_snapshot");

    /** A value of the column's type, as SQL that can be compared with {@code =} and {@code IS DISTINCT FROM}. */
    String comparable(String value) {
        // The name of the type of an array begins with _.
        String element = baseType.startsWith("_") ? baseType.substring(1) : baseType;
        return value + (WITHOUT_EQUALITY.contains(element) ? "::text" : "");
    }

    /** Whether an INSERT without the column fails. */
    public boolean needsValue() {
        return notNull && defaultExpression == null && !generated && !identity;
    }

    /** The definition of a new column with the same values. */
    public String definition() {
        return collated(cheapType);
    }

    /** {@link #definition} of a column that still has room for the values when the column has got a larger type or a greater length. */
    public String wideDefinition() {
        return collated(wideType());
    }

    /** The type of such a column. Its values compare as those of the column do. A domain stays as it is. */
    public String wideType() {
        if (type.equals("smallint") || type.equals("integer")) {
            return "bigint";
        }
        // The name in pg_type stands for any length. As keywords, character and bit without a length have the length 1.
        return typeModifier >= 0 && type.contains("(") ? "pg_catalog." + baseType : cheapType;
    }

    private String collated(String wanted) {
        return collation == null ? wanted : wanted + " COLLATE " + collation;
    }
}
