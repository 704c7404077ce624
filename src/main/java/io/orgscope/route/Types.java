package io.orgscope.route;

import io.orgscope.postgres.Column;
import java.util.List;
import java.util.Set;

/** Which types can hold the same value. */
public final class Types {

    /** The smallest first. */
    private static final List<String> INTEGERS = List.of("int2", "int4", "int8");
    private static final String NUMERIC = "numeric";
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext");
    private static final Set<String> WITHOUT_LENGTH = Set.of("text", "citext");

    private Types() {
    }

    /** Whether a value of one column can equal a value of the other. */
    public static boolean comparable(Column one, Column other) {
        return one.typeOid() == other.typeOid() || one.baseType().equals(other.baseType())
                || isNumber(one.baseType()) && isNumber(other.baseType())
                || isText(one.baseType()) && isText(other.baseType());
    }

    /**
     * Whether a column has no room for some values of another, comparable one. Of a domain without a length of its own it is not known, and does not count.
     */
    static boolean narrower(Column column, Column other) {
        if (isInteger(column.baseType()) && isInteger(other.baseType())) {
            return INTEGERS.indexOf(column.baseType()) < INTEGERS.indexOf(other.baseType());
        }
        if (isInteger(column.baseType()) && other.baseType().equals(NUMERIC)) {
            return true;
        }
        return column.typeModifier() >= 0 && (other.typeModifier() > column.typeModifier()
                || other.typeModifier() < 0 && (other.typeOid() == column.typeOid() || WITHOUT_LENGTH.contains(other.baseType())));
    }

    private static boolean isNumber(String baseType) {
        return isInteger(baseType) || baseType.equals(NUMERIC);
    }

    /** Whether it is a type of whole numbers. */
    public static boolean isInteger(String baseType) {
        return INTEGERS.contains(baseType);
    }

    /** Whether it is a type of texts. */
    public static boolean isText(String baseType) {
        return TEXTS.contains(baseType);
    }
}
