package io.orgscope.column;

import io.orgscope.spec.Moves;
import io.orgscope.step.OrganizationScopeChange;
import java.util.Arrays;
import java.util.stream.Stream;
import liquibase.ChecksumVersion;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** What the changes have in common that make, remake and take away the triggers of step 02. */
abstract class TriggerChange extends OrganizationScopeChange {

    private static final String MOVES = "moves";

    /** What happens when a row that the routes read goes to another organization. */
    final Moves moves() {
        return settings().find(MOVES).map(Moves::of).orElse(Moves.FOLLOW);
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        moves();
    }

    /** As with the routes: another answer later is followed by making the triggers again. */
    @Override
    public String[] getExcludedFieldFilters(ChecksumVersion version) {
        return Stream.concat(Arrays.stream(super.getExcludedFieldFilters(version)), Stream.of(MOVES)).toArray(String[]::new);
    }

    @DatabaseChangeProperty(description = "What happens to rows when a row that their routes read goes to another organization: follow, the"
            + " default, or refuse", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getMoves() {
        return settings().get(MOVES);
    }

    public void setMoves(String value) {
        settings().set(MOVES, value);
    }
}
