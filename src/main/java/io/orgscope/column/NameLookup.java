package io.orgscope.column;

import io.orgscope.spec.Moves;
import io.orgscope.step.StepContext;
import java.sql.SQLException;

/** How the functions of the triggers find what they name: their fixed search_path, and what the triggers of the user need in it that fire in them. */
record NameLookup(FixedSearchPath path, UserTriggers users) {

    static NameLookup of(StepContext context, Moves moves) throws SQLException {
        return new NameLookup(FixedSearchPath.of(context), UserTriggers.of(context, moves));
    }

    /** Refuses if they would not find it. */
    void check() throws SQLException {
        path.check();
        users.check();
    }

    /** The search_path of a function that updates rows, and so fires triggers of the user. */
    String updating() {
        return path.sql(users);
    }
}
