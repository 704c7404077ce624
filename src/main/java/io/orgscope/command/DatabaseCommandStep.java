package io.orgscope.command;

import io.orgscope.postgres.OrgScopeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import liquibase.Scope;
import liquibase.command.AbstractCommandStep;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.PathHandlerFactory;
import liquibase.resource.Resource;

/** The common part of our commands: they need a database. */
public abstract class DatabaseCommandStep extends AbstractCommandStep {

    @Override
    public List<Class<?>> requiredDependencies() {
        return List.of(Database.class);
    }

    /**
     * The connection behind Liquibase's database.
     *
     * @param command the command's name, for the message
     * @throws OrgScopeException if the database is not PostgreSQL, or offline
     */
    protected static Connection connection(Database database, String command) {
        if (database instanceof PostgresDatabase && database.getConnection() instanceof JdbcConnection jdbc) {
            return jdbc.getUnderlyingConnection();
        }
        throw new OrgScopeException(command + " reads the catalog of a PostgreSQL database; this is "
                + database.getShortName() + (database.getConnection() instanceof JdbcConnection ? "" : " with no connection") + ". Give --url of a PostgreSQL"
                + " database.");
    }

    /**
     * Reads a file at the path, or where Liquibase finds changelogs.
     *
     * @throws OrgScopeException if there is none
     */
    protected static String read(String path) throws IOException {
        Resource resource = Scope.getCurrentScope().getResourceAccessor().get(path);
        if (resource == null || !resource.exists()) {
            resource = Scope.getCurrentScope().getSingleton(PathHandlerFactory.class).getResource(path);
        }
        if (resource == null || !resource.exists()) {
            throw new OrgScopeException("There is no file " + path + ". Correct the path. A relative path starts at the working directory or at the search"
                    + " path of Liquibase.");
        }
        try (InputStream in = resource.openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes the whole report. */
    protected static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
