package io.orgscope.command;

import java.io.IOException;
import java.sql.Connection;

/** The input of a command, whether Liquibase or our own command line runs it. */
public interface Invocation {

    /** The value of the argument, else its default. */
    <T> T value(Argument<T> argument);

    /** An open connection to PostgreSQL. */
    Connection connection();

    /** The schema for names without one. */
    String defaultSchema();

    /**
     * The text of a file.
     *
     * @throws io.orgscope.postgres.OrgScopeException if there is none
     */
    String read(String path) throws IOException;

    /** Whether the report goes to a terminal that shows colours. */
    boolean colour();
}
