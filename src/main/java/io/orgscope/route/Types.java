package io.orgscope.route;

import io.orgscope.postgres.Column;
import java.util.Set;

/** Which types can hold the same value. */
public final class Types {

    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext");

    private Types() {
    }

    /** Whether a value of one column can equal a value of the other. */
    public static boolean comparable(Column one, Column other) {
        return one.typeOid() == other.typeOid() || one.baseType().equals(other.baseType())
                || isInteger(one.baseType()) && isInteger(other.baseType())
                || isText(one.baseType()) && isText(other.baseType());
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
