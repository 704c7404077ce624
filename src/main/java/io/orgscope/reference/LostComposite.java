package io.orgscope.reference;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A composite key that is not there under its name any more, because somebody has dropped or renamed it. The single key that it replaced would be lost with
 * the ledger.
 *
 * @param from the referencing table
 * @param key  the composite key without the organization columns, by the text in the ledger
 * @param sql  {@link CompositeReference#restoreSql} of the single key
 */
record LostComposite(StepContext from, ForeignKey key, String sql) {

    /** Those that the rollback of this table has to restore. */
    static List<LostComposite> of(Isolated isolated) {
        List<LostComposite> all = new ArrayList<>();
        for (StepContext from : isolated.contexts()) {
            for (String name : from.ledger().retiredNames(CompositeReference.retired(""))) {
                Optional<String> sql = named(from, name).isPresent() ? Optional.empty() : from.ledger().retired(CompositeReference.retired(name));
                sql.flatMap(text -> ForeignKey.joinedBy(name, from.name(), CompositeReference.add(text)).map(key -> new LostComposite(from, key, text)))
                        .filter(lost -> isolated.concerns(lost.key(), true)).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<ForeignKey> named(StepContext from, String name) {
        return from.table().stream().flatMap(table -> table.foreignKeys().stream()).filter(found -> found.name().equals(name)).findFirst();
    }

    /**
     * Throws if the composite key has another name now: it would stay, and the single key would be beside it.
     *
     * @param composites the composite keys, without the organization columns
     */
    void refuseRenamed(Collection<ForeignKey> composites) {
        composites.stream().filter(found -> found.table().equals(key.table()) && found.target().equals(key.target()) && found.pairs().equals(key.pairs())
                && !from.ledger().has(Ledger.made(found.name())) && from.ledger().retired(CompositeReference.retired(found.name())).isEmpty())
                .findFirst().ifPresent(found -> {
                    throw new OrgScopeException("The rollback cannot restore the foreign key " + single() + " of " + from.name() + ": " + key.name() + ", which replaced it,"
                            + " has the name " + found.name() + " now, or was dropped and made again. Nothing was dropped by this step. Run ALTER TABLE " + from.name().sql()
                            + " RENAME CONSTRAINT " + Identifier.quote(found.name()) + " TO " + Identifier.quote(key.name()) + ", then run rollback again.");
                });
    }

    /** Throws if the single key cannot be added, because what it needs was dropped or renamed. PostgreSQL then dropped the composite key too. */
    void refuseGone() throws SQLException {
        Catalog now = Catalog.of(from.connection(), List.of(key.table(), key.target()));
        if (!has(now, key.table(), key.columns()) || !has(now, key.target(), key.targetColumns())) {
            throw new OrgScopeException("The rollback cannot restore the foreign key " + single() + " of " + from.name() + ": by the text that was noted for it, it leads from "
                    + String.join(", ", key.columns()) + " to " + key.target() + " (" + String.join(", ", key.targetColumns()) + "), and that table or one of these columns is not"
                    + " there. Nothing was dropped by this step. If somebody has renamed it, rename it back, or correct its name in the line [orgscope retired "
                    + CompositeReference.retired(key.name()) + "] of the comment of " + from.name().column(from.scope().column())
                    + ". If it was dropped for good, remove that line. Then run rollback again.");
        }
    }

    private static boolean has(Catalog now, TableName table, List<String> columns) {
        return now.find(table).filter(found -> columns.stream().allMatch(column -> found.column(column).isPresent())).isPresent();
    }

    /** The actions that restore the single key, unless somebody has done it. */
    List<Action> restore() throws SQLException {
        return reference().restore(named(from, single()), Optional.of(sql), false);
    }

    private String single() {
        return reference().nameIn(CompositeReference.add(sql));
    }

    private CompositeReference reference() {
        return new CompositeReference(from, key);
    }
}
