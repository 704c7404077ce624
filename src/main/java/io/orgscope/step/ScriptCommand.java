package io.orgscope.step;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/** What one command that writes a script keeps from one change set to the next. Liquibase has an executor for each command. */
final class ScriptCommand {

    private record Snapshot(Set<TableName> asked, Catalog catalog) {
    }

    /** What the whole changelog speaks of. */
    @FunctionalInterface
    interface Everything {
        Collection<TableName> tables();
    }

    /** Nothing here refers to the executor, so that both go together. */
    private static final Map<Object, ScriptCommand> BY_EXECUTOR = Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<Object, StepStatement> forward = new IdentityHashMap<>();
    private final Map<Object, StepStatement> back = new IdentityHashMap<>();
    private final ScriptProcedures procedures = new ScriptProcedures();
    private final Map<Class<?>, Object> kept = new HashMap<>();
    private final Set<String> schemas = new HashSet<>();
    private final ScriptSettings settings = new ScriptSettings();
    private Snapshot snapshot;

    private ScriptCommand() {
    }

    static ScriptCommand of(Object executor) {
        return BY_EXECUTOR.computeIfAbsent(executor, any -> new ScriptCommand());
    }

    /** The statement of a change. Liquibase asks more than once, and gets the same. */
    synchronized StepStatement once(Object change, boolean rollback, Supplier<StepStatement> statement) {
        return (rollback ? back : forward).computeIfAbsent(change, any -> statement.get());
    }

    /** Whether the script has the rollback of the change already. */
    synchronized boolean hasBack(Object change) {
        return back.containsKey(change);
    }

    /** What is found out once for the whole script. */
    synchronized <T> T kept(Class<T> what, Supplier<T> found) {
        return what.cast(kept.computeIfAbsent(what, any -> found.get()));
    }

    /** Whether the script does not have the statement yet, or has to have it again. A schema is made once. */
    boolean firstTime(String statement) {
        return !statement.startsWith("CREATE SCHEMA IF NOT EXISTS ") || schemas.add(statement);
    }

    ScriptSettings settings() {
        return settings;
    }

    /** The procedures that the script has by now. */
    ScriptProcedures procedures() {
        return procedures;
    }

    /**
     * The tables, out of what was read when the command first asked. It is read once for all tables of the changelog, because
     * nothing changes meanwhile. A step that runs reads the catalog of its own tables again.
     */
    synchronized Catalog catalog(Connection connection, Collection<TableName> tables, Everything everything) throws SQLException {
        if (snapshot == null) {
            Set<TableName> all = new HashSet<>(everything.tables());
            all.addAll(tables);
            snapshot = new Snapshot(all, Catalog.qualified(connection, all));
        }
        return snapshot.asked().containsAll(tables) ? snapshot.catalog().only(tables) : Catalog.qualified(connection, tables);
    }
}
