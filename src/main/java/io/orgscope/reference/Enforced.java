package io.orgscope.reference;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;

/** From PostgreSQL 18 on, a foreign key may be NOT ENFORCED. It refuses nothing, and it cannot be validated. */
final class Enforced {

    private Enforced() {
    }

    static void require(ForeignKey key) {
        if (key.definition().endsWith(" NOT ENFORCED")) {
            throw new OrgScopeException("The foreign key " + key.name() + " of " + key.table() + " is NOT ENFORCED, so rows may reference rows that do not"
                    + " exist. Correct them, run ALTER TABLE " + key.table().sql() + " ALTER CONSTRAINT " + Identifier.quote(key.name())
                    + " ENFORCED, then run update again. This step changed nothing.");
        }
    }
}
