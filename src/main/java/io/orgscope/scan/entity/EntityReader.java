package io.orgscope.scan.entity;

import io.orgscope.postgres.OrgScopeException;
import java.nio.file.Path;
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

    /** What an entity maps, as far as it was read. */
    private static final class Mapped {

        private final Map<String, EntityModel.Mapping> columns = new LinkedHashMap<>();
        private String outside;

        /** Keeps the first class that was not among the classes. */
        void missing(String name) {
            outside = outside == null ? name.replace('/', '.') : outside;
        }
    }

    private final Map<String, ClassModel> classes;

    private EntityReader(Map<String, ClassModel> classes) {
        this.classes = classes;
    }

    /** The entities in a folder of class files or in a jar, by class name. */
    public static List<EntityModel> read(Path location) {
        EntityReader reader = new EntityReader(classes(location));
        return reader.classes.values().stream().filter(ClassModel::isEntity).filter(reader::hasTable).map(reader::entity)
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

    /** Of a query, and of an abstract class whose subclasses have all columns themselves, there is none. */
    private boolean hasTable(ClassModel type) {
        return !type.annotations.containsKey("Subselect") && !(type.isAbstract && "TABLE_PER_CLASS".equals(strategy(root(type))));
    }

    private ClassModel root(ClassModel type) {
        ClassModel root = type;
        for (ClassModel at = type; at != null; at = classes.get(at.parent)) {
            root = at.isEntity() ? at : root;
        }
        return root;
    }

    private static Object strategy(ClassModel root) {
        return root.annotations.value("Inheritance", "strategy");
    }

    private EntityModel entity(ClassModel type) {
        ClassModel root = root(type);
        boolean joined = "JOINED".equals(strategy(root));
        ClassModel named = joined || "TABLE_PER_CLASS".equals(strategy(root)) ? type : root;
        Mapped mapped = new Mapped();
        Map<String, List<Map<String, Object>>> overrides = new LinkedHashMap<>();
        for (ClassModel at = type; at != null; at = classes.get(at.parent)) {
            if (joined && at != type && at.isEntity()) {
                break;
            }
            if (at.isEntity() || at.isMappedSuperclass()) {
                at.members.forEach(member -> map(member, overrides, mapped));
            }
            at.annotations.overrides().forEach(overrides::putIfAbsent);
            superclass(at, mapped);
        }
        Object schema = named.annotations.value("Table", "schema");
        return new EntityModel(type.name.replace('/', '.'), schema == null ? null : schema.toString(), tables(named), mapped.columns, mapped.outside);
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

    /** @param overrides columns that an enclosing class gives, by the names of its attributes */
    private void map(ClassModel.Member member, Map<String, List<Map<String, Object>>> overrides, Mapped into) {
        ClassModel.Annotations annotations = member.annotations();
        if (ELSEWHERE.stream().anyMatch(annotations::containsKey) || annotations.value("OneToOne", "mappedBy") != null) {
            return;
        }
        String type = member.type().replaceAll("^L|;$", "");
        ClassModel embedded = classes.get(type);
        if (annotations.containsKey("Embedded") || annotations.containsKey("EmbeddedId") || embedded != null && embedded.isEmbeddable()) {
            embed(type, overrides(member, overrides), into);
            return;
        }
        boolean reference = annotations.containsKey("ManyToOne") || annotations.containsKey("OneToOne");
        List<Map<String, Object>> given = overrides.containsKey(member.name()) ? overrides.get(member.name())
                : annotations.repeated(reference ? "JoinColumn" : "Column");
        for (Map<String, Object> column : given.isEmpty() ? List.<Map<String, Object>>of(Map.of()) : given) {
            Object name = column.get("name");
            List<String> names = name != null ? both(name.toString()) : reference ? both(member.name() + "_id") : both(member.name());
            boolean tenant = annotations.containsKey("TenantId");
            EntityModel.Mapping mapping = new EntityModel.Mapping(names.get(0), !tenant && optional(annotations, column, member.type()),
                    tenant || !Boolean.FALSE.equals(column.get("insertable")));
            names.stream().map(each -> each.toLowerCase(Locale.ROOT)).distinct().forEach(each -> into.columns.merge(each, mapping, EntityModel.Mapping::and));
        }
    }

    /** Of a class in another module nothing is known, so it may map any column. */
    private void embed(String type, Map<String, List<Map<String, Object>>> overrides, Mapped into) {
        ClassModel embedded = classes.get(type);
        if (embedded == null) {
            into.missing(type);
        }
        for (ClassModel at = embedded; at != null; at = classes.get(at.parent)) {
            if (at == embedded || at.isEmbeddable() || at.isMappedSuperclass()) {
                at.members.forEach(inner -> map(inner, overrides, into));
            }
            superclass(at, into);
        }
    }

    private void superclass(ClassModel type, Mapped into) {
        if (!classes.containsKey(type.parent) && !type.parent.startsWith("java/")) {
            into.missing(type.parent);
        }
    }

    /** For the attributes of an embedded member: what the enclosing class gives comes before what stands at the member. */
    private static Map<String, List<Map<String, Object>>> overrides(ClassModel.Member member, Map<String, List<Map<String, Object>>> enclosing) {
        Map<String, List<Map<String, Object>>> inner = member.annotations().overrides();
        String path = member.name() + ".";
        enclosing.forEach((name, column) -> {
            if (name.startsWith(path)) {
                inner.put(name.substring(path.length()), column);
            }
        });
        return inner;
    }

    private static boolean optional(ClassModel.Annotations annotations, Map<String, Object> column, String type) {
        boolean primitive = type.length() == 1;
        return !primitive && !Boolean.FALSE.equals(column.get("nullable"))
                && !annotations.isFalse("ManyToOne", "optional") && !annotations.isFalse("OneToOne", "optional")
                && !annotations.containsKey("NotNull") && !annotations.containsKey("NotBlank")
                && !annotations.containsKey("NotEmpty") && !annotations.containsKey("Id");
    }
}
