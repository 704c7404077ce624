package io.orgscope.distribute;

import java.util.Locale;

/** The kinds of tables in Citus, with its own names. */
public enum TableKind {
    /** Its rows are distributed over the shards by their organization. */
    DISTRIBUTED,
    /** Each node has a copy of the whole table. */
    REFERENCE,
    /** It stays on the coordinator. */
    LOCAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
