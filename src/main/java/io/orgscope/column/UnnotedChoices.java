package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.TableName;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.ScopedTable;

/**
 * A mark beside the side table, an empty table: step 10 was rolled back. What the application chose while that step noted
 * its earlier choices may have no note. While the mark is there, a row follows only if nobody chose its organization and
 * it also holds what its routes gave before. It is no part of the triggers, so that they are as they were.
 */
final class UnnotedChoices {

    private final TableName mark;

    UnnotedChoices(KeptAssignments kept) {
        this.mark = of(kept.name());
    }

    /** The name of the mark beside a side table. */
    static TableName of(TableName side) {
        return new TableName(ScopedTable.KEPT_SCHEMA, Identifier.fitting("unnoted_" + side.name()));
    }

    String mark() {
        return mark.sql();
    }

    /** A condition that is true while there is no mark. */
    static String none(String mark) {
        return "pg_catalog.to_regclass(" + mark + ") IS NULL";
    }

    String begin() {
        return "CREATE TABLE IF NOT EXISTS " + mark() + " ()";
    }
}
