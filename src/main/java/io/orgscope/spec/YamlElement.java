package io.orgscope.spec;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Names;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.resolver.Resolver;

/** A part of a YAML document with its line. If it is not what was expected, the error names the line. */
public final class YamlElement {

    /** A declaration of thousands of tables has some hundred kilobytes. */
    static final int MAX_CHARACTERS = 3 * 1024 * 1024;

    private static final String PARAMETER = "${";
    private static final Resolver RESOLVER = new Resolver();

    private final String source;
    private final Node node;
    private final UnaryOperator<String> expand;

    private YamlElement(String source, Node node, UnaryOperator<String> expand) {
        this.source = source;
        this.node = node;
        this.expand = expand;
    }

    /** Reads a document for a command. It is not part of a changelog, so a parameter in it is an error. */
    public static YamlElement read(String source, String text) {
        return read(source, text, null);
    }

    /**
     * Reads a document.
     *
     * @param expand replaces the parameters of the changelog in each scalar
     */
    public static YamlElement read(String source, String text, UnaryOperator<String> expand) {
        if (text.length() > MAX_CHARACTERS) {
            throw new SpecException(source, 1, "The file has more than " + MAX_CHARACTERS
                    + " characters. Split it into several files.");
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setMaxAliasesForCollections(50);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                throw new SpecException(source, 1, "The file is empty. It has to begin with 'orgscope:'.");
            }
            return new YamlElement(source, node, expand);
        } catch (MarkedYAMLException broken) {
            throw new SpecException(source, broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1,
                    "This is not YAML: " + broken.getProblem() + hint(broken.getProblem()) + ".");
        } catch (ReaderException broken) {
            throw new SpecException(source, lineAt(text, broken.getPosition()), "This is not YAML: the character "
                    + String.format("U+%04X", broken.getCodePoint()) + " is not allowed. Is the file in UTF-8?");
        } catch (YAMLException broken) {
            throw new SpecException(source, 1, "This is not YAML: " + broken.getMessage() + ".");
        }
    }

    private static int lineAt(String text, int position) {
        return 1 + (int) text.substring(0, Math.min(position, text.length())).chars().filter(c -> c == '\n').count();
    }

    private static String hint(String problem) {
        return problem != null && problem.contains("\\t") ? "; indent with spaces, not with tabs" : "";
    }

    /** Its first line in the file, counted from 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** An error in this line, to be thrown. */
    public SpecException error(String message) {
        return new SpecException(source, line(), message);
    }

    /** Whether it has keys and values. */
    boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Whether it is a list. */
    boolean isSequence() {
        return node instanceof SequenceNode;
    }

    /** Whether nothing is there, or {@code null}. */
    public boolean isNull() {
        return node.getTag() == Tag.NULL;
    }

    /** Whether it is true or false, in any of the words of YAML. If it has a parameter, its value decides: with quotes, the node itself is a text. */
    boolean isBoolean() {
        return hasParameter() ? RESOLVER.resolve(NodeId.scalar, expanded(), true) == Tag.BOOL : node.getTag() == Tag.BOOL;
    }

    /** Whether it is false, in any of the words of YAML. */
    public boolean isFalse() {
        return isBoolean() && Set.of("false", "no", "off").contains(expanded().toLowerCase(Locale.ROOT));
    }

    private boolean hasParameter() {
        return node instanceof ScalarNode scalar && holdsParameter(scalar.getValue());
    }

    /** Whether a declaration would take a part of the text for a parameter of the changelog. */
    public static boolean holdsParameter(String text) {
        return text.contains(PARAMETER);
    }

    /** The scalar's text. A parameter that is not set stays in it. */
    private String expanded() {
        String text = ((ScalarNode) node).getValue();
        return expand == null ? text : expand.apply(text);
    }

    /** True or false. */
    boolean bool(String what) {
        if (!isBoolean()) {
            if (hasParameter()) {
                text(what);
            }
            throw error(what + " has to be true or false.");
        }
        return !isFalse();
    }

    /** The scalar's text with its parameters replaced. */
    public String text(String what) {
        requireScalar(what);
        String text = expanded();
        if (holdsParameter(text)) {
            if (expand == null) {
                throw error("The commands do not read the properties of a changelog. Write the value instead of '" + text + "' in this file.");
            }
            throw error("The parameter in '" + text + "' is not set. Give it a value with a property in the changelog or"
                    + " with -D on the command line.");
        }
        return notBlank(what, text);
    }

    /** The scalar's text as it is, for a file that is no part of a changelog. A name in the catalog may look like a parameter. */
    public String verbatim(String what) {
        requireScalar(what);
        return notBlank(what, ((ScalarNode) node).getValue());
    }

    private void requireScalar(String what) {
        if (isNull()) {
            throw error(what + " has no value: nothing follows the colon.");
        }
        if (!(node instanceof ScalarNode)) {
            throw error(what + " has to be a text.");
        }
    }

    private String notBlank(String what, String text) {
        if (text.isBlank()) {
            throw error(what + " must not be empty.");
        }
        return text;
    }

    /** A name for the catalog. A name that PostgreSQL would shorten is an error. */
    public String name(String what) {
        String name = text(what);
        Identifier.problem(name).ifPresent(problem -> {
            throw error(what + " " + problem);
        });
        return name;
    }

    /** One of a few words. */
    public String oneOf(String what, Set<String> words) {
        String text = text(what);
        if (!words.contains(text)) {
            throw error(what + " has to be one of " + String.join(", ", new TreeSet<>(words)) + ", not '" + text + "'."
                    + Names.didYouMean(text, words));
        }
        return text;
    }

    /** The items of a list. */
    public List<YamlElement> items(String what) {
        if (!(node instanceof SequenceNode sequence)) {
            throw error(what + " has to be a list.");
        }
        return sequence.getValue().stream().map(item -> new YamlElement(source, item, expand)).toList();
    }

    /** The items of a list. A single item counts as a list of one. */
    public List<YamlElement> oneOrMore(String what) {
        return isSequence() ? items(what) : List.of(this);
    }

    /** The values of a mapping with any keys. */
    public Map<String, YamlElement> fields(String what) {
        return fields(what, null);
    }

    /**
     * The values of a mapping by their keys.
     *
     * @param known the keys that it may have; null for any
     */
    public Map<String, YamlElement> fields(String what, Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw error(what + " has to be a mapping of keys to values.");
        }
        Map<String, YamlElement> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlElement key = new YamlElement(source, tuple.getKeyNode(), expand);
            String name = key.text("A key of " + what);
            if (known != null && !known.contains(name)) {
                throw key.error("'" + name + "' is not known in " + what + "." + Names.didYouMean(name, known)
                        + " Known: " + String.join(", ", new TreeSet<>(known)) + ".");
            }
            if (fields.put(name, new YamlElement(source, tuple.getValueNode(), expand)) != null) {
                throw key.error("'" + name + "' is listed twice in " + what + ". Keep one of the two.");
            }
        }
        return fields;
    }
}
