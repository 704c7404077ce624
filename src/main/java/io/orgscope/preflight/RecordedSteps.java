package io.orgscope.preflight;

import io.orgscope.postgres.TableName;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.step.StepContext;
import java.util.Set;

/**
 * Whether the steps of a table have run under other ids. The ids begin with the table as it is declared: with its schema, or without. If
 * somebody adds {@code schema:}, or takes it out, all steps run again and find everything done. Their records then belong to the last update, and a
 * rollback to a tag before it drops the column.
 */
final class RecordedSteps {

    private static final String FIRST_STEP = "/01-add-column";

    private final Set<String> ids;
    private final String defaultSchema;

    /**
     * @param ids           of the packaged change sets of which Liquibase has a record
     * @param defaultSchema the schema for names without one
     */
    RecordedSteps(Set<String> ids, String defaultSchema) {
        this.ids = ids;
        this.defaultSchema = defaultSchema;
    }

    /** Adds a problem if the steps of the table would run again. */
    void check(TableDeclaration table, StepContext context, Problems problems) {
        TableName name = table.name(defaultSchema);
        if (!name.schema().equals(defaultSchema) || !context.ledger().begun() || ids.contains(table.id() + FIRST_STEP)) {
            return;
        }
        String former = table.schema() == null ? defaultSchema + "." + table.table() : table.table();
        if (ids.contains(former + FIRST_STEP)) {
            boolean added = table.schema() != null;
            problems.add(table.lines().of("schema"), "The steps of " + name + " have run as " + former + FIRST_STEP + " and so on. " + (added ? "With" : "Without")
                    + " the schema in the declaration all of them would run again as " + table.id() + FIRST_STEP + " and so on, and a rollback to an earlier tag"
                    + " would then drop the column. " + (added ? "Take the schema out of the declaration again." : "Write schema: " + defaultSchema + " again.")
                    + " It can change after a rollback of all steps of the table.");
        }
    }
}
