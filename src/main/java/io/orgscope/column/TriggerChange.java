package io.orgscope.column;

import io.orgscope.spec.Moves;
import io.orgscope.step.OrganizationScopeChange;
import java.util.stream.Stream;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** The common part of the changes that make, remake and drop the triggers of step 02. */
abstract class TriggerChange extends OrganizationScopeChange {

    private static final String MOVES = "moves";

    /** What happens if a row that the routes read goes to another organization. */
    final Moves moves() {
        return settings().find(MOVES).map(Moves::of).orElse(Moves.FOLLOW);
    }

    @Override
    protected void check(Database database) {
        super.check(database);
        moves();
    }

    /** The checksum leaves it out, like the routes. When it changes, the triggers are made again. */
    @Override
    protected Stream<String> notInChecksum() {
        return Stream.concat(super.notInChecksum(), Stream.of(MOVES));
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
