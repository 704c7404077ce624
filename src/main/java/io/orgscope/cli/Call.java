package io.orgscope.cli;

import io.orgscope.command.Argument;
import io.orgscope.command.Invocation;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.report.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;

/** A command that was called on the command line. */
record Call(Options options, Connection connection, String defaultSchema, boolean toStandardOutput) implements Invocation {

    @Override
    public <T> T value(Argument<T> argument) {
        return options.value(argument);
    }

    @Override
    public String read(String path) throws IOException {
        if (!Files.isRegularFile(Path.of(path))) {
            throw new OrgScopeException("There is no file " + path + ". Correct the path. A relative path starts at the working directory.");
        }
        return Files.readString(Path.of(path));
    }

    @Override
    public boolean colour() {
        return toStandardOutput && Terminal.wantsColour();
    }
}
