package io.orgscope.scan.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of a class file that matters for persistence. Names of classes are internal ones, with slashes. */
public final class ClassModel {

    /** Annotations of the persistence packages by their simple names, each with its plain values. */
    public static final class Annotations extends LinkedHashMap<String, Map<String, Object>> {

        private static final long serialVersionUID = 1L;

        public Object value(String annotation, String key) {
            return getOrDefault(annotation, Map.of()).get(key);
        }

        public boolean isFalse(String annotation, String key) {
            return Boolean.FALSE.equals(value(annotation, key));
        }
    }

    /**
     * A field or a getter.
     *
     * @param name of the property
     * @param type descriptor of the type
     */
    public record Member(String name, String type, Annotations annotations) {
    }

    public final String name;
    public final String parent;
    public final Annotations annotations = new Annotations();
    public final List<Member> members = new ArrayList<>();

    public ClassModel(String name, String parent) {
        this.name = name;
        this.parent = parent;
    }

    public boolean isEntity() {
        return annotations.containsKey("Entity");
    }

    public boolean isMappedSuperclass() {
        return annotations.containsKey("MappedSuperclass");
    }

    public String simpleName() {
        String simple = name.substring(name.lastIndexOf('/') + 1);
        return simple.substring(simple.lastIndexOf('$') + 1);
    }
}
