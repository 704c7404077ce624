package io.orgscope.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * The sentences in the compiled classes, what is variable in them as "…". A sentence has four words and a full stop, and is
 * no SQL. In a method that makes an exception of ours, four words are enough.
 */
public final class Messages {

    private static final Path CLASSES = Path.of("target", "classes", "io", "orgscope");

    /** Their sentences are reports: docs/scan.md, docs/plan.md and docs/citus.md tell of them. What stops them is a message like any other. */
    private static final Set<String> REPORTS = Set.of("scan", "plan", "report", "distribute");

    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z…'].*\\.([ …].*)?|[a-z]\\w* ?\\w* must .*", Pattern.DOTALL);
    /** A sentence can name a statement; SQL begins with one, or has what no sentence has. */
    private static final Pattern SQL = Pattern.compile("^…? ?(SELECT|FROM|CREATE|ALTER|DROP|UPDATE|SET|INSERT|LOCK TABLE|WHERE|BEGIN|COMMENT ON"
            + "|DELETE|REVOKE|VALUES|IF|EXISTS|PERFORM|NEW|OR|AND|CASE|WITH|EXECUTE|RAISE|--)\\b"
            + "|pg_catalog\\.|:=|\\bIS (NOT )?DISTINCT FROM|\\b[a-z]\\.…|\\bAS [a-z]+$|^[a-z]+\\.[a-z]+$");
    private static final Pattern EXCEPTION = Pattern.compile("io/orgscope/.*Exception");
    private static final Pattern VARIABLE = Pattern.compile("%s|\\{}|…+");

    private Messages() {
    }

    static Set<String> all() throws IOException {
        return of("");
    }

    /** Those of one package. */
    public static Set<String> of(String folder) throws IOException {
        Set<String> messages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CLASSES.resolve(folder))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                boolean report = REPORTS.contains(CLASSES.relativize(file).getName(0).toString());
                new ClassReader(Files.readAllBytes(file)).accept(new Constants(messages, report), 0);
            }
        }
        return messages;
    }

    /** The same sentence, whatever stands for what is variable. */
    static String plain(String text) {
        return VARIABLE.matcher(text.replaceAll("\\s+", " ")).replaceAll("…").strip();
    }

    private static boolean hasWords(String plain) {
        return plain.split(" ").length >= 4 && !SQL.matcher(plain).find();
    }

    private static final class Constants extends ClassVisitor {

        private final Set<String> messages;
        private final boolean report;

        Constants(Set<String> messages, boolean report) {
            super(Opcodes.ASM9);
            this.messages = messages;
            this.report = report;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                private final List<String> texts = new ArrayList<>();
                private boolean refuses;

                @Override
                public void visitTypeInsn(int opcode, String type) {
                    refuses |= opcode == Opcodes.NEW && EXCEPTION.matcher(type).matches();
                }

                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String text) {
                        texts.add(plain(text));
                    }
                }

                /** A concatenation is one constant, with a character for each variable part. */
                @Override
                public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                    if (bootstrap.getName().startsWith("makeConcat") && arguments.length > 0 && arguments[0] instanceof String recipe) {
                        texts.add(plain(recipe.replace('\1', '…').replace('\2', '…')));
                    }
                }

                @Override
                public void visitEnd() {
                    texts.stream().filter(text -> refuses || !report && SENTENCE.matcher(text).matches())
                            .filter(Messages::hasWords).forEach(messages::add);
                }
            };
        }
    }
}
