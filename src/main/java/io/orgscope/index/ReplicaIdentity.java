package io.orgscope.index;

import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.TableName;
import java.util.Map;

/**
 * An index that is the replica identity of its table. Without it every UPDATE and DELETE would fail that a publication replicates. Somebody may make
 * an index the replica identity at any time.
 */
final class ReplicaIdentity {

    /** What to do before a rollback drops the index. */
    static final String ROLLBACK = "run rollback again. Nothing was dropped by this step.";

    private ReplicaIdentity() {
    }

    /**
     * Throws if one of the indexes is one. REPLICA IDENTITY does not descend to partitions, so each part is looked at.
     *
     * @param parts the index and its parts by their tables
     * @param next  the end of the message
     */
    static void refuse(Map<TableName, Index> parts, String next) {
        parts.forEach((name, index) -> {
            if (index.replicaIdentity()) {
                throw new OrgScopeException("The index " + index.name() + " of " + name + " is its replica identity: without it, UPDATE and DELETE"
                        + " fail if a publication has the table. Give it another one (ALTER TABLE " + name.sql() + " REPLICA IDENTITY …), then " + next);
            }
        });
    }
}
