package io.orgscope.step;

import java.util.List;

/**
 * A change that may be done although Liquibase has no record of it, because it was stopped between the two. Then Liquibase does not roll it back. So the
 * first rollback of an earlier change of the same table rolls it back before.
 *
 * <p>Only changes say so that stop the old application, or without which an earlier change cannot be rolled back. What others have left, the earlier
 * change itself removes.
 */
public interface RolledBackEarlier {

    /** The lines of the ledger that the change writes and its rollback removes, as far as they are there. */
    List<String> ledgerLines(Ledger ledger);
}
