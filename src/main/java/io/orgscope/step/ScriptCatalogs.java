package io.orgscope.step;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The catalog that a script is written from: read once for all tables of the changelog, as nothing changes while it is
 * written. A step that runs reads its own tables anew instead.
 */
final class ScriptCatalogs {

    private record Photograph(Set<TableName> asked, Catalog catalog) {
    }

    /** What the whole changelog speaks of. */
    @FunctionalInterface
    interface Everything {
        Collection<TableName> tables();
    }

    private static final Map<Object, Photograph> TAKEN = new WeakHashMap<>();

    private ScriptCatalogs() {
    }

    /**
     * The tables, out of what was read when the command first asked.
     *
     * @param command stands for the command that writes the script; nothing is kept longer than it
     */
    static synchronized Catalog of(Object command, Connection connection, Collection<TableName> tables, Everything everything) throws SQLException {
        Photograph taken = TAKEN.get(command);
        if (taken == null) {
            Set<TableName> all = new HashSet<>(everything.tables());
            all.addAll(tables);
            taken = new Photograph(all, Catalog.of(connection, all));
            TAKEN.put(command, taken);
        }
        return taken.asked().containsAll(tables) ? taken.catalog().only(tables) : Catalog.of(connection, tables);
    }
}
