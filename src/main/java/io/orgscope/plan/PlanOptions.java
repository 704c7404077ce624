package io.orgscope.plan;

import java.time.Duration;
import java.util.Set;

/**
 * The options of a plan.
 *
 * @param defaultSchema      the schema for names without one
 * @param organizationSchema null for the one in the file if it is the file's table, else the default schema
 * @param organizationTable  its name, maybe with a schema if there is no {@code organizationSchema}; null for the one in the
 *                           file, else {@code organizations}
 * @param organizationKey    null for the one in the file, else {@code id}
 * @param column             null for the one in the file, else {@code organization_id}
 * @param schemas            the schemas to read; empty for all
 * @param specSource         the path of the user's file, for messages; null if there is none
 * @param specText           the user's file; null if there is none
 * @param checkData          whether the candidates are compared on the rows
 * @param statementTimeout   of each query on rows
 * @param calibrate          whether the server's speed is measured, with a table of our own
 */
record PlanOptions(String defaultSchema, String organizationSchema, String organizationTable, String organizationKey, String column,
                   Set<String> schemas, String specSource, String specText, boolean checkData, Duration statementTimeout,
                   boolean calibrate) {

    static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(60);

    static PlanOptions of(String defaultSchema) {
        return new PlanOptions(defaultSchema, null, null, null, null, Set.of(), null, null, false, STATEMENT_TIMEOUT, false);
    }

    PlanOptions withSpec(String source, String text) {
        return new PlanOptions(defaultSchema, organizationSchema, organizationTable, organizationKey, column, schemas, source, text, checkData,
                statementTimeout, calibrate);
    }
}
