package io.orgscope.spec;

import io.orgscope.postgres.OrgScopeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.ChangeLogParseException;
import liquibase.exception.SetupException;
import liquibase.parser.ChangeLogParser;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/** Reads a {@code *.orgscope.yaml} as the change sets of the packaged steps, one table after the other. It needs no database. */
public final class OrgScopeChangeLogParser implements ChangeLogParser {

    @Override
    public boolean supports(String file, ResourceAccessor accessor) {
        return file.endsWith(".orgscope.yaml") || file.endsWith(".orgscope.yml");
    }

    /** It has precedence over Liquibase's own YAML parser, which would read the file as a changelog. */
    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public DatabaseChangeLog parse(String location, ChangeLogParameters parameters, ResourceAccessor accessor) throws ChangeLogParseException {
        DatabaseChangeLog changeLog = new DatabaseChangeLog(DatabaseChangeLog.normalizePath(location));
        changeLog.setChangeLogParameters(parameters);
        try {
            String text = read(location, accessor);
            OrgScopeFile file = OrgScopeFile.parse(location, text, scalar -> parameters.expandExpressions(scalar, changeLog));
            for (Expansion.Step step : new Expansion(file, text).steps()) {
                add(changeLog, step, parameters, accessor);
            }
            return changeLog;
        } catch (OrgScopeException wrong) {
            throw new ChangeLogParseException(wrong.getMessage(), wrong);
        } catch (IOException | ParsedNodeException | SetupException failed) {
            throw new ChangeLogParseException(location + ": " + failed.getMessage(), failed);
        }
    }

    private static String read(String location, ResourceAccessor accessor) throws IOException, ChangeLogParseException {
        Resource resource = accessor.get(location);
        if (!resource.exists()) {
            throw new ChangeLogParseException(location + " does not exist.");
        }
        try (InputStream in = resource.openInputStream()) {
            return decoded(location, in.readNBytes(YamlElement.MAX_CHARACTERS * 4 + 1));
        }
    }

    /** A byte that is not allowed is an error. Replacing it would change a name. */
    private static String decoded(String location, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        // A file that is too long was cut off, maybe in the middle of a character. Another check reports its length.
        if (decoder.decode(in, out, bytes.length <= YamlElement.MAX_CHARACTERS * 4).isError()) {
            long line = 1 + out.flip().chars().filter(c -> c == '\n').count();
            throw new SpecException(location, (int) line, "The file is not in UTF-8: it has a byte that is not allowed there. Save the file in UTF-8.");
        }
        return out.flip().toString();
    }

    private static void add(DatabaseChangeLog changeLog, Expansion.Step step, ChangeLogParameters parameters, ResourceAccessor accessor)
            throws ParsedNodeException, SetupException {
        // Without parameters: they are in the values already. A text with ${…} in it would be expanded a second time.
        DatabaseChangeLog part = new DatabaseChangeLog(step.path());
        part.setParentChangeLog(changeLog);
        ParsedNode node = new ParsedNode(null, "databaseChangeLog");
        node.setValue(step.content());
        part.load(node, accessor);
        for (ChangeSet changeSet : List.copyOf(part.getChangeSets())) {
            changeSet.setChangeLogParameters(parameters);
            changeSet.setFilePath(step.path());
            changeSet.setLogicalFilePath(step.path());
            changeLog.addChangeSet(changeSet);
        }
    }
}
