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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A composite key that is not there under its name any more, because somebody has dropped or renamed it. The single key that it replaced would be lost with
 * the ledger.
 *
 * @param from the referencing table
 * @param key  the composite key without the organization columns, by the text in the ledger
 * @param sql  {@link CompositeReference#recipe} of the single key
 */
record LostComposite(StepContext from, ForeignKey key, String sql) {

    /** Somebody may have corrected a name in the comment, and left out its quotes. */
    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[\\w$]+)";

    /** The first statement of a recipe. */
    private static final Pattern ADD = Pattern.compile("ALTER TABLE NAME\\.NAME ADD CONSTRAINT NAME FOREIGN KEY \\((NAMES)\\) REFERENCES (NAME)\\.(NAME) \\((NAMES)\\) .*"
            .replace("NAMES", "NAME(?:, NAME)*").replace("NAME", NAME));

    /** Those that the rollback of this table has to restore. */
    static List<LostComposite> of(Isolated isolated) {
        List<LostComposite> all = new ArrayList<>();
        for (StepContext from : isolated.contexts()) {
            for (String name : from.ledger().retiredNames(CompositeReference.retired(""))) {
                Optional<String> sql = named(from, name).isPresent() ? Optional.empty() : from.ledger().retired(CompositeReference.retired(name));
                sql.flatMap(text -> read(from, name, text)).filter(lost -> isolated.concerns(lost.key(), true)).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<LostComposite> read(StepContext from, String name, String sql) {
        Matcher add = ADD.matcher(CompositeReference.add(sql));
        if (!add.matches()) {
            return Optional.empty();
        }
        TableName target = new TableName(names(add.group(2)).get(0), names(add.group(3)).get(0));
        ForeignKey.Options none = new ForeignKey.Options('a', List.of(), false, false, false);
        return Optional.of(new LostComposite(from, new ForeignKey(name, from.name(), names(add.group(1)), target, names(add.group(4)), 'a', none, false, "", null), sql));
    }

    private static List<String> names(String list) {
        return Pattern.compile(NAME).matcher(list).results().map(MatchResult::group)
                .map(name -> name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name).toList();
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
    List<Action> restore() {
        return reference().restore(named(from, single()), Optional.of(sql), false);
    }

    private String single() {
        return reference().nameIn(CompositeReference.add(sql));
    }

    private CompositeReference reference() {
        return new CompositeReference(from, key);
    }
}
