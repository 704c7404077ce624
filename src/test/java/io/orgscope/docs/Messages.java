package io.orgscope.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The sentences in the compiled classes, what is variable in them as "…". A sentence begins with a capital letter, a quote
 * or something variable, has four words and a full stop, and is no SQL.
 */
final class Messages {

    private static final Path CLASSES = Path.of("target", "classes", "io", "orgscope");

    /** Their sentences are reports, not messages: docs/scan.md and docs/plan.md tell of them. */
    private static final Set<String> REPORTS = Set.of("scan", "plan", "report");

    private static final Pattern SENTENCE = Pattern.compile("[A-Z…'].*\\.([ …].*)?", Pattern.DOTALL);
    private static final Pattern SQL = Pattern.compile(
            "\\b(SELECT|FROM|CREATE|ALTER|DROP|UPDATE|SET|INSERT|LOCK TABLE|WHERE|BEGIN|COMMENT ON|DELETE|REVOKE|VALUES|pg_catalog\\.)\\b");
    private static final Pattern VARIABLE = Pattern.compile("%s|\\{}|…+");

    private Messages() {
    }

    static Set<String> all() throws IOException {
        Set<String> messages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                if (!REPORTS.contains(CLASSES.relativize(file).getName(0).toString())) {
                    new ClassReader(Files.readAllBytes(file)).accept(new Constants(messages), 0);
                }
            }
        }
        return messages;
    }

    /** The same sentence, whatever stands for what is variable. */
    static String plain(String text) {
        return VARIABLE.matcher(text.replaceAll("\\s+", " ")).replaceAll("…").strip();
    }

    private static void add(String text, Set<String> messages) {
        String plain = plain(text);
        if (SENTENCE.matcher(plain).matches() && plain.split(" ").length >= 4 && !SQL.matcher(plain).find()) {
            messages.add(plain);
        }
    }

    private static final class Constants extends ClassVisitor {

        private final Set<String> messages;

        Constants(Set<String> messages) {
            super(Opcodes.ASM9);
            this.messages = messages;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String text) {
                        add(text, messages);
                    }
                }

                /** A concatenation is one constant, with a character for each variable part. */
                @Override
                public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                    if (bootstrap.getName().startsWith("makeConcat") && arguments.length > 0 && arguments[0] instanceof String recipe) {
                        add(recipe.replace('\1', '…').replace('\2', '…'), messages);
                    }
                }
            };
        }
    }
}
