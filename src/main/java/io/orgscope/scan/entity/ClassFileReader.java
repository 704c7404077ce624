package io.orgscope.scan.entity;

import io.orgscope.postgres.OrgScopeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Reads class files in a folder or a jar without loading a class. So nothing of the application runs, and none of its
 * libraries is needed.
 */
final class ClassFileReader {

    private static final Set<String> PACKAGES = Set.of("jakarta/persistence/", "javax/persistence/", "org/hibernate/annotations/",
            "jakarta/validation/constraints/", "javax/validation/constraints/");

    private final Map<String, ClassModel> classes = new LinkedHashMap<>();

    private ClassFileReader() {
    }

    /**
     * Reads every class.
     *
     * @param location a folder with class files, or a jar. Of a Spring Boot jar, the application's own classes are read
     */
    static Map<String, ClassModel> read(Path location) {
        ClassFileReader reader = new ClassFileReader();
        try {
            if (Files.isDirectory(location)) {
                reader.walk(location);
            } else if (Files.isRegularFile(location)) {
                try (FileSystem jar = FileSystems.newFileSystem(location)) {
                    reader.walk(jar.getPath("/"));
                }
            } else {
                throw new OrgScopeException("There is no folder or jar " + location + " to read entity classes from.");
            }
        } catch (IOException | ProviderNotFoundException broken) {
            throw new OrgScopeException("Cannot read entity classes from " + location + ": " + broken.getMessage(), broken);
        }
        return reader.classes;
    }

    private void walk(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(ClassFileReader::isClass).sorted()::iterator) {
                try (InputStream in = Files.newInputStream(file)) {
                    new ClassReader(in).accept(new Visitor(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
                    throw new OrgScopeException(file + " is not a class file that can be read (" + broken.getMessage() + ").", broken);
                }
            }
        }
    }

    private static boolean isClass(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return name.endsWith(".class") && !name.equals("module-info.class") && !file.toString().contains("META-INF/versions/");
    }

    private final class Visitor extends ClassVisitor {

        private ClassModel model;

        Visitor() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            model = new ClassModel(name, parent, (access & Opcodes.ACC_ABSTRACT) != 0);
            classes.put(name, model);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return annotation(descriptor, model.annotations);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            ClassModel.Member member = new ClassModel.Member(name, descriptor, new ClassModel.Annotations());
            if ((access & (Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC)) == 0) {
                model.add(member);
            }
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return annotation(annotation, member.annotations());
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            String property = property(name, descriptor);
            if (property == null || (access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) != 0) {
                return null;
            }
            ClassModel.Member member = new ClassModel.Member(property, Type.getReturnType(descriptor).getDescriptor(),
                    new ClassModel.Annotations());
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return annotation(annotation, member.annotations());
                }

                @Override
                public void visitEnd() {
                    if (!member.annotations().isEmpty()) {
                        model.add(member);
                    }
                }
            };
        }
    }

    private static String property(String method, String descriptor) {
        boolean getter = descriptor.startsWith("()") && !descriptor.endsWith("V");
        String rest = !getter ? "" : method.startsWith("get") ? method.substring(3) : method.startsWith("is") ? method.substring(2) : "";
        return rest.isEmpty() ? null : Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    }

    private static AnnotationVisitor annotation(String descriptor, ClassModel.Annotations into) {
        String type = Type.getType(descriptor).getInternalName();
        if (PACKAGES.stream().noneMatch(type::startsWith)) {
            return null;
        }
        return new Values(into.computeIfAbsent(type.substring(type.lastIndexOf('/') + 1), name -> new LinkedHashMap<>()));
    }

    /** Keeps strings, booleans, enums, and annotations in annotations. Other elements of lists are not needed here. */
    private static final class Values extends AnnotationVisitor {

        private final Map<String, Object> values;

        Values(Map<String, Object> values) {
            super(Opcodes.ASM9);
            this.values = values;
        }

        @Override
        public void visit(String name, Object value) {
            values.put(name, value);
        }

        @Override
        public void visitEnum(String name, String enumeration, String value) {
            values.put(name, value);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String name, String descriptor) {
            Map<String, Object> nested = new LinkedHashMap<>();
            values.put(name, nested);
            return new Values(nested);
        }

        @Override
        public AnnotationVisitor visitArray(String name) {
            List<Map<String, Object>> list = new ArrayList<>();
            values.put(name, list);
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String element, String descriptor) {
                    Map<String, Object> nested = new LinkedHashMap<>();
                    list.add(nested);
                    return new Values(nested);
                }
            };
        }
    }
}
