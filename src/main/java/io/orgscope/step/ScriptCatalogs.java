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
 * The catalog from which a script is written. It is read once for all tables of the changelog, because nothing changes
 * meanwhile. A step that runs reads the catalog of its own tables again.
 */
final class ScriptCatalogs {

    private record Snapshot(Set<TableName> asked, Catalog catalog) {
    }

    /** The tables of the whole changelog. */
    @FunctionalInterface
    interface Everything {
        Collection<TableName> tables();
    }

    private static final Map<Object, Snapshot> BY_COMMAND = new WeakHashMap<>();

    private ScriptCatalogs() {
    }

    /**
     * The tables, from the catalog that was read when the command first asked.
     *
     * @param command an object that stands for the command that writes the script. The catalog is kept only as long as
     *                this object
     */
    static synchronized Catalog of(Object command, Connection connection, Collection<TableName> tables, Everything everything) throws SQLException {
        Snapshot snapshot = BY_COMMAND.get(command);
        if (snapshot == null) {
            Set<TableName> all = new HashSet<>(everything.tables());
            all.addAll(tables);
            snapshot = new Snapshot(all, Catalog.of(connection, all));
            BY_COMMAND.put(command, snapshot);
        }
        return snapshot.asked().containsAll(tables) ? snapshot.catalog().only(tables) : Catalog.of(connection, tables);
    }
}
