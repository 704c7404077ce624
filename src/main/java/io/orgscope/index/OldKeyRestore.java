package io.orgscope.index;

import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.QualifiedIndexes;
import io.orgscope.step.Action;
import io.orgscope.step.NotedSql;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rollback of steps 06 and 09: checks that the old unique key still holds, and builds its index again. */
final class OldKeyRestore {

    private final StepContext context;
    private final ScopedIndexes indexes;
    private final String scoped;
    private final RetiredIndex old;

    /** @param scoped the name of the index with the organization in front */
    OldKeyRestore(StepContext context, ScopedIndexes indexes, String scoped, RetiredIndex old) {
        this.context = context;
        this.indexes = indexes;
        this.scoped = scoped;
        this.old = old;
    }

    /** Whether the old index is dropped, or will be when the script runs, so that a rollback has to build it again. */
    boolean due() {
        return old.name() != null && (old.noted().isPresent() || context.script());
    }

    /**
     * Builds the old index again if a stopped step 09 has dropped it, or was about to. Liquibase does not roll that step back, because it does not
     * count as done. A script only checks, because the rollback of step 09 comes before it.
     */
    List<Action> restoreIfRetired() throws SQLException {
        if (old.name() == null || old.noted().isEmpty()) {
            return List.of();
        }
        return context.script() ? List.of(StepScript.refuseIfStopped(context.name(), context.ledger(), context.ledger().retiredLine(old.name()).toList()))
                : restore();
    }

    List<Action> restore() throws SQLException {
        if (old.name() == null) {
            return List.of();
        }
        Optional<Index> index = old.index();
        Optional<String> sql = old.noted();
        if (sql.isEmpty() && context.script() && index.isPresent()) {
            sql = Optional.of(old.remember(index.get(), old.tree()));
        }
        if (sql.isEmpty()) {
            return notKnown();
        }
        NotedSql.refuseRenamed(context);
        refuseChanged();
        boolean built = index.isPresent() && index.get().valid() && !(context.script() && old.noted().isEmpty());
        List<Action> actions = new ArrayList<>();
        if (!built) {
            actions.add(keyGuard().guardBuild());
            if (index.isPresent() && !index.get().valid() && !context.partitioned()) {
                actions.add(indexes.dropIfExists(old.name()));
            }
        }
        String forget = context.ledger().forgetRetired(old.name());
        if (context.partitioned()) {
            actions.addAll(built ? List.of() : old.parts(sql.get()).build(List.of(), old.noted().isEmpty()));
            actions.add(new Action.Brief(context.name(), forget));
        } else if (built && index.get().constraint() != null) {
            actions.add(new Action.Brief(context.name(), forget));
        } else {
            actions.addAll(OldIndex.rebuild(sql.get(), context.name(), built ? Optional.empty() : Optional.of(this::build), forget));
        }
        return actions;
    }

    /** The guard may have looked before the application wrote the last rows. */
    private Action build(String create) {
        return new UniqueBuild(context, context.name(), old.name(), create, rows -> OldKeyGuard.message(context, old.name(), rows)).action();
    }

    private List<Action> notKnown() {
        return context.script() && context.table().isEmpty() ? List.of(new Action.Concurrent(old.unseen())) : List.of();
    }

    /** Stops before anything is dropped if the old key does not hold or cannot be built again, or if the scoped index has to stay. */
    Action guard() throws SQLException {
        OldKeyGuard guard = keyGuard();
        if (!guard.held()) {
            NotedSql.refuseRenamed(context);
            refuseChanged();
        }
        return guard.guard(connection -> indexes.refuseNeeded(scoped));
    }

    private void refuseChanged() throws SQLException {
        if (old.noted().isPresent() && old.stillThere().isEmpty()) {
            refuseTaken();
            if (context.partitioned()) {
                old.partNames(old.noted().get()).refuseTaken();
            }
            refuseRenamed(OldIndex.shape(old.noted().get(), context.name()));
        }
    }

    /** PostgreSQL would refuse the build with 42P07 after the contract is rolled back. An index that is there already could be taken for the old one. */
    private void refuseTaken() throws SQLException {
        Optional<String> other = indexes.taken(old.name());
        if (other.isPresent()) {
            throw new OrgScopeException("The name " + old.name() + " is taken: the schema " + context.name().schema() + " has " + other.get() + ", and the rollback has to build"
                    + " the unique index of that name of " + context.name() + " again. Rename the other one (ALTER INDEX … RENAME TO …), then run rollback again."
                    + " Nothing was dropped by this step.");
        }
    }

    private void refuseRenamed(IndexShape noted) throws SQLException {
        String object = "the unique index " + old.name();
        Optional<Index> named = indexes.index(scoped);
        if (named.isPresent()) {
            RenamedColumns.refuse(context, object, old.name(), noted, named.get());
        } else if (adopted().isEmpty()) {
            throw RenamedColumns.missing(context, object, old.name(), noted, scoped);
        }
    }

    private OldKeyGuard keyGuard() throws SQLException {
        Optional<Index> known = indexes.index(scoped).or(old::index);
        return new OldKeyGuard(context, known.isPresent() ? known : adopted(), old.name());
    }

    /** The index with another name than ours that step 06 has adopted. The note of the old index tells what it looks like. */
    private Optional<Index> adopted() throws SQLException {
        Optional<String> noted = old.noted();
        if (noted.isEmpty()) {
            return Optional.empty();
        }
        QualifiedIndexes qualified = QualifiedIndexes.of(context.connection(), indexes.valid());
        IndexShape shape = OldIndex.shape(noted.get(), context.name()).ledBy(context.scope().column());
        return indexes.valid().stream().map(qualified::qualified).filter(index -> index.immediate() && IndexShape.of(index, context.name()).sameWithoutCasts(shape))
                .findFirst();
    }
}
