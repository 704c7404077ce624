package io.orgscope.reference;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.OrgScopeException;

/** A foreign key that is NOT ENFORCED (PostgreSQL 18) checks no row, and VALIDATE CONSTRAINT fails. So no step adopts it. */
final class Enforced {

    private Enforced() {
    }

    /** @throws OrgScopeException if PostgreSQL does not check the key */
    static void require(ForeignKey key) {
        if (!key.enforced()) {
            throw new OrgScopeException("The foreign key " + key.name() + " of " + key.table() + " is there already, but NOT ENFORCED: PostgreSQL does"
                    + " not check it. Drop it, or enforce it: " + key.enforce() + ", which reads the table and stops"
                    + " its readers and writers. Then run update again.");
        }
    }
}
