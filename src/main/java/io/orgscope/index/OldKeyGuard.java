package io.orgscope.index;

import io.orgscope.postgres.Index;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.JustDone;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.util.List;
import java.util.Optional;

/** Stops a rollback if the key of a unique index that was dropped does not hold any more. In a script it is SQL that raises an error. */
final class OldKeyGuard {

    /** The old indexes whose key held when the rollback began. */
    private static final JustDone<TableName> HELD = new JustDone<>();

    private final StepContext context;
    private final Optional<Index> shape;
    private final TableName old;

    /**
     * @param shape the new index or the old one: both have the old columns
     * @param old   the name of the old index
     */
    OldKeyGuard(StepContext context, Optional<Index> shape, String old) {
        this.context = context;
        this.shape = shape;
        this.old = new TableName(context.name().schema(), old);
    }

    /**
     * The check at the beginning of a rollback. It sorts all rows, so one rollback makes it once. If duplicates come
     * after it, the build of the index fails, and the next rollback checks again.
     *
     * @param before what else is checked once, before the rows are
     */
    Action guard(Action.Live before) {
        return action(connection -> {
            if (!held()) {
                before.run(connection);
                RowKeys.requireNone(connection, duplicates(), this::message);
                HELD.note(connection, old, context.name());
            }
        });
    }

    /** Whether this rollback has made the check already. */
    boolean held() {
        return context.connection() != null && HELD.noted(context.connection(), old, context.name());
    }

    /** The check before the index is built. */
    Action guardBuild() {
        return action(connection -> {
            if (!HELD.take(connection, old, context.name())) {
                RowKeys.requireNone(connection, duplicates(), this::message);
            }
        });
    }

    private Action action(Action.Live check) {
        if (shape.isEmpty() || context.table().isEmpty()) {
            return new Action.Note("No index of " + context.name() + " shows what the old key was; there is nothing to check.");
        }
        return new Action.Work(check, List.of(StepScript.refuseIfAny(duplicates(), message("duplicates"))));
    }

    private String duplicates() {
        return OldIndex.duplicates(shape.orElseThrow(), context.table().orElseThrow(), context.scope().column());
    }

    private String message(String rows) {
        return message(context, old.name(), rows);
    }

    /**
     * The refusal.
     *
     * @param rows lists those that have the same key
     */
    static String message(StepContext context, String old, String rows) {
        return "The rollback has to build the unique index " + old + " of " + context.name() + " again, and that would fail: "
                + rows + " have the same key as a row of another organization. Nothing was dropped. Merge or delete one of the two rows, then run"
                + " rollback again.";
    }
}
