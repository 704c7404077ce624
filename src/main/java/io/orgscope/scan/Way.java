package io.orgscope.scan;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.TableName;
import io.orgscope.route.RoutePath;
import java.util.List;

/**
 * A way from a row to its organization.
 *
 * @param key       the foreign key that it starts with
 * @param nullable  whether a row may have no value there
 * @param reference whether it names who did something rather than whose it is, going by its name
 * @param kind      what is at its other end
 * @param routes    the same as routes of the {@code .orgscope.yaml}, asked in order
 */
public record Way(ForeignKey key, boolean nullable, boolean reference, Kind kind, List<RoutePath> routes) {

    /** What a foreign key leads to; the earlier, the better. */
    public enum Kind {
        /** The organizations themselves. */
        ORGANIZATIONS,
        /** A table that has its organization column. */
        SCOPED,
        /** A table that should have one. */
        SHOULD_BE_SCOPED,
        /** A table whose rows may belong to several organizations. */
        SHARED
    }

    public TableName to() {
        return key.target();
    }
}
