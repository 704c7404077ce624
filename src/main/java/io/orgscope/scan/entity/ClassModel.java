package io.orgscope.scan.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of a class file that matters for persistence. Names of classes are internal ones, with slashes. */
final class ClassModel {

    /** Annotations of the persistence packages by their simple names, each with its plain values. */
    static final class Annotations extends LinkedHashMap<String, Map<String, Object>> {

        private static final long serialVersionUID = 1L;

        Object value(String annotation, String key) {
            return getOrDefault(annotation, Map.of()).get(key);
        }

        boolean isFalse(String annotation, String key) {
            return Boolean.FALSE.equals(value(annotation, key));
        }
    }

    /**
     * A field or a getter.
     *
     * @param name of the property
     * @param type descriptor of the type
     */
    record Member(String name, String type, Annotations annotations) {
    }

    final String name;
    final String parent;
    final Annotations annotations = new Annotations();
    final List<Member> members = new ArrayList<>();

    ClassModel(String name, String parent) {
        this.name = name;
        this.parent = parent;
    }

    boolean isEntity() {
        return annotations.containsKey("Entity");
    }

    boolean isMappedSuperclass() {
        return annotations.containsKey("MappedSuperclass");
    }

    String simpleName() {
        String simple = name.substring(name.lastIndexOf('/') + 1);
        return simple.substring(simple.lastIndexOf('$') + 1);
    }
}
