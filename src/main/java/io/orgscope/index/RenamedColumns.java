package io.orgscope.index;

import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.QualifiedIndexes;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;

/**
 * The ledger notes the definition of a key that was dropped, as text. If somebody renames a column, PostgreSQL changes the definition of the scoped key, and
 * not that text. So a rollback compares the two before it takes back anything.
 */
public final class RenamedColumns {

    private RenamedColumns() {
    }

    /**
     * Throws if the scoped index is another one than the noted one with the organization in front.
     *
     * @param object what the rollback has to build again
     * @param line   its name in the ledger
     */
    static void refuse(StepContext context, String object, String line, IndexShape noted, Index scoped) throws SQLException {
        IndexShape wanted = noted.ledBy(context.scope().column()).withoutOptions();
        if (wanted.same(IndexShape.of(scoped, context.name()))) {
            return;
        }
        // The noted text has every schema.
        Index qualified = QualifiedIndexes.of(context.connection(), List.of(scoped)).qualified(scoped);
        IndexShape now = IndexShape.of(qualified, context.name()).withoutOptions();
        if (!wanted.sameWithoutCasts(now)) {
            throw refusal(context, object, line, wanted.tail(), scoped.name(), now.tail());
        }
    }

    /**
     * The refusal if no index is the noted one with the organization in front. Then nothing shows what the old key was.
     *
     * @param scoped the name for such an index
     */
    static OrgScopeException missing(StepContext context, String object, String line, IndexShape noted, String scoped) {
        IndexShape wanted = noted.ledBy(context.scope().column()).withoutOptions();
        return new OrgScopeException("The rollback cannot restore " + object + " of " + context.name() + ": by the text that was noted for it, there should be a unique index "
                + wanted.tail() + ", but there is none. Somebody has renamed a column or dropped the index since. Nothing was dropped by this step."
                + " Rename the column back; or correct its name in the line [orgscope retired " + line + "] of the comment of "
                + context.name().column(context.scope().column()) + ". If a column was dropped for good, remove that line."
                + " If only the index was dropped, build it again: " + wanted.createByHand(scoped, context.name(), context.partitioned()) + ". Then run rollback again.");
    }

    /**
     * The refusal if it is another one.
     *
     * @param noted  the definition of the scoped key by the text in the ledger
     * @param scoped the name of the scoped key
     * @param now    its definition in the catalog
     */
    public static OrgScopeException refusal(StepContext context, String object, String line, String noted, String scoped, String now) {
        return new OrgScopeException("The rollback cannot restore " + object + " of " + context.name() + ": by the text that was noted for it, " + scoped
                + " should be " + noted + ", but it is " + now + ". Somebody has renamed a column or replaced " + scoped + " since. Nothing was dropped by this step."
                + " Rename the column back; or correct its name in the line [orgscope retired " + line + "] of the comment of "
                + context.name().column(context.scope().column()) + ". Then run rollback again.");
    }
}
