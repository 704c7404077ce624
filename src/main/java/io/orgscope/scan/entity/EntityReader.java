package io.orgscope.scan.entity;

import io.orgscope.postgres.OrgScopeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes entities from class files: jakarta and javax, {@code @Table}, {@code @Column}, {@code @JoinColumn}, {@code
 * @TenantId}. They include what is inherited from mapped superclasses and, within one table, from entities.
 */
public final class EntityReader {

    /** Properties that have no column in the entity's own table. */
    private static final Set<String> ELSEWHERE = Set.of("Transient", "OneToMany", "ManyToMany", "ElementCollection", "Formula");

    private final Map<String, ClassModel> classes;

    private EntityReader(Map<String, ClassModel> classes) {
        this.classes = classes;
    }

    /** The entities in a folder of class files or in a jar, by class name. */
    public static List<EntityModel> read(Path location) {
        EntityReader reader = new EntityReader(classes(location));
        return reader.classes.values().stream().filter(ClassModel::isEntity).map(reader::entity)
                .sorted((one, other) -> one.className().compareTo(other.className())).toList();
    }

    private static Map<String, ClassModel> classes(Path location) {
        try {
            return ClassFileReader.read(location);
        } catch (NoClassDefFoundError missing) {
            throw new OrgScopeException("Reading entity classes needs the library ASM, which is not on the class path. Put"
                    + " org.ow2.asm:asm beside the jar of liquibase-orgscope.", missing);
        }
    }

    private EntityModel entity(ClassModel type) {
        List<ClassModel> line = new ArrayList<>();
        ClassModel root = type;
        for (ClassModel at = type; at != null; at = classes.get(at.parent)) {
            line.add(at);
            root = at.isEntity() ? at : root;
        }
        boolean joined = "JOINED".equals(root.annotations.value("Inheritance", "strategy"));
        boolean ownTable = "TABLE_PER_CLASS".equals(root.annotations.value("Inheritance", "strategy"));
        ClassModel named = joined || ownTable ? type : root;
        Map<String, EntityModel.Mapping> columns = new LinkedHashMap<>();
        for (ClassModel at : line) {
            boolean elsewhere = joined && at != type && at.isEntity();
            if (!elsewhere && (at.isEntity() || at.isMappedSuperclass())) {
                at.members.forEach(member -> map(member, columns));
            } else if (elsewhere) {
                break;
            }
        }
        Object schema = named.annotations.value("Table", "schema");
        return new EntityModel(type.name.replace('/', '.'), schema == null ? null : schema.toString(), tables(named), columns);
    }

    /**
     * If no name is given, these are the name of JPA (the name of the entity) and the name of Hibernate with Spring
     * (snake case).
     */
    private static List<String> tables(ClassModel type) {
        Object table = type.annotations.value("Table", "name");
        Object entity = type.annotations.value("Entity", "name");
        String base = entity == null ? type.simpleName() : entity.toString();
        return table != null ? both(table.toString()) : both(base);
    }

    private static List<String> both(String name) {
        Set<String> names = new LinkedHashSet<>();
        names.add(name.replace("\"", "").replace("`", ""));
        names.add(snake(name));
        names.add(name.toLowerCase(Locale.ROOT));
        return List.copyOf(names);
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private void map(ClassModel.Member member, Map<String, EntityModel.Mapping> columns) {
        ClassModel.Annotations annotations = member.annotations();
        if (ELSEWHERE.stream().anyMatch(annotations::containsKey) || annotations.value("OneToOne", "mappedBy") != null) {
            return;
        }
        ClassModel embedded = classes.get(member.type().replaceAll("^L|;$", ""));
        if (annotations.containsKey("Embedded") || annotations.containsKey("EmbeddedId")
                || embedded != null && embedded.annotations.containsKey("Embeddable")) {
            if (embedded != null) {
                embedded.members.forEach(inner -> map(inner, columns));
            }
            return;
        }
        boolean reference = annotations.containsKey("ManyToOne") || annotations.containsKey("OneToOne");
        Object given = annotations.value(reference ? "JoinColumn" : "Column", "name");
        List<String> names = given != null ? both(given.toString()) : reference ? both(member.name() + "_id") : both(member.name());
        EntityModel.Mapping mapping = new EntityModel.Mapping(names.get(0), !annotations.containsKey("TenantId") && optional(annotations, member.type()));
        names.forEach(name -> columns.putIfAbsent(name.toLowerCase(Locale.ROOT), mapping));
    }

    private static boolean optional(ClassModel.Annotations annotations, String type) {
        boolean primitive = type.length() == 1;
        return !primitive && !annotations.isFalse("Column", "nullable") && !annotations.isFalse("JoinColumn", "nullable")
                && !annotations.isFalse("ManyToOne", "optional") && !annotations.isFalse("OneToOne", "optional")
                && !annotations.containsKey("NotNull") && !annotations.containsKey("NotBlank")
                && !annotations.containsKey("NotEmpty") && !annotations.containsKey("Id");
    }
}
