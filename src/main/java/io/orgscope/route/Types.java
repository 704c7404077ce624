package io.orgscope.route;

import io.orgscope.postgres.Column;
import java.util.Set;

/** Which types can hold the same value. */
final class Types {

    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext");

    private Types() {
    }

    static boolean comparable(Column one, Column other) {
        return one.typeOid() == other.typeOid() || one.baseType().equals(other.baseType())
                || INTEGERS.contains(one.baseType()) && INTEGERS.contains(other.baseType())
                || TEXTS.contains(one.baseType()) && TEXTS.contains(other.baseType());
    }
}
