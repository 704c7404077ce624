package io.orgscope.distribute;

import java.util.Locale;

/** The kinds of table that Citus has, by its own names. */
public enum TableKind {
    /** Its rows are spread over the shards by their organization. */
    DISTRIBUTED,
    /** Each node has a whole copy. */
    REFERENCE,
    /** It stays on the coordinator. */
    LOCAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
