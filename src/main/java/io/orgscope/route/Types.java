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
                || INTEGERS.contains(one.baseType()) && INTEGERS.contains(other.baseType())
                || TEXTS.contains(one.baseType()) && TEXTS.contains(other.baseType());
    }
}
