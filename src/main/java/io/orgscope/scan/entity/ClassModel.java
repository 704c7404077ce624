package io.orgscope.scan.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of a class file that matters for persistence. Names of classes are internal ones, with slashes. */
final class ClassModel {

    /** Annotations of the persistence packages by their simple names, each with its values. A list has only the annotations in it. */
    static final class Annotations extends LinkedHashMap<String, Map<String, Object>> {

        private static final long serialVersionUID = 1L;

        Object value(String annotation, String key) {
            return getOrDefault(annotation, Map.of()).get(key);
        }

        boolean isFalse(String annotation, String key) {
            return Boolean.FALSE.equals(value(annotation, key));
        }

        /** An annotation and those in its container, each with its values: {@code JoinColumn} and {@code JoinColumns}. */
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> repeated(String annotation) {
            Object several = value(annotation + "s", "value");
            return several != null ? (List<Map<String, Object>>) several
                    : containsKey(annotation) ? List.of(get(annotation)) : List.of();
        }

        /** The columns that {@code @AttributeOverride} and {@code @AssociationOverride} give, by the paths of the attributes. */
        @SuppressWarnings("unchecked")
        Map<String, List<Map<String, Object>>> overrides() {
            Map<String, List<Map<String, Object>>> overrides = new LinkedHashMap<>();
            repeated("AttributeOverride").forEach(override -> overrides.put(String.valueOf(override.get("name")),
                    List.of((Map<String, Object>) override.getOrDefault("column", Map.of()))));
            repeated("AssociationOverride").forEach(override -> overrides.put(String.valueOf(override.get("name")),
                    (List<Map<String, Object>>) override.getOrDefault("joinColumns", List.of())));
            return overrides;
        }
    }

    /**
     * A property: a field, its getter if that has annotations, or both.
     *
     * @param name of the property
     * @param type descriptor of the type
     */
    record Member(String name, String type, Annotations annotations) {
    }

    final String name;
    final String parent;
    final boolean isAbstract;
    final Annotations annotations = new Annotations();
    final List<Member> members = new ArrayList<>();

    ClassModel(String name, String parent, boolean isAbstract) {
        this.name = name;
        this.parent = parent;
        this.isAbstract = isAbstract;
    }

    /** Adds a property. What a field and its getter say counts together, because either may have the annotations. */
    void add(Member member) {
        members.stream().filter(known -> known.name().equals(member.name())).findFirst().ifPresentOrElse(known -> member.annotations()
                .forEach((name, values) -> known.annotations().computeIfAbsent(name, key -> new LinkedHashMap<>()).putAll(values)), () -> members.add(member));
    }

    boolean isEntity() {
        return annotations.containsKey("Entity");
    }

    boolean isEmbeddable() {
        return annotations.containsKey("Embeddable");
    }

    boolean isMappedSuperclass() {
        return annotations.containsKey("MappedSuperclass");
    }

    String simpleName() {
        String simple = name.substring(name.lastIndexOf('/') + 1);
        return simple.substring(simple.lastIndexOf('$') + 1);
    }
}
