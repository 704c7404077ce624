package io.orgscope.plan;

import io.orgscope.command.Argument;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;

/** What the commands ask about the organizations. What is not given is as in the declaration, or else the default. */
public final class OrganizationArguments {

    public static final Argument<String> TABLE = Argument.text("organizationsTable", "The table of the organizations;"
            + " by default that of the declaration, else " + Organizations.DEFAULT_TABLE);
    public static final Argument<String> SCHEMA = Argument.text("organizationsSchema", "Its schema");
    public static final Argument<String> KEY = Argument.text("organizationsKey", "Its key; by default that of the declaration,"
            + " else " + Organizations.DEFAULT_KEY);
    public static final Argument<String> COLUMN = Argument.text("column", "The column that holds a row's organization; by default"
            + " that of the declaration, else " + ScopedTable.DEFAULT_COLUMN);

    private OrganizationArguments() {
    }
}
