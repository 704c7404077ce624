package io.orgscope.reference;

import io.orgscope.index.ReferencedKey;
import io.orgscope.index.ScopedPrimaryKey;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Step 11 of one table: the foreign keys between it and the tables that take part get the organization. The table may
 * be at either end of a key. The table whose step comes later changes the key.
 */
final class CompositeReferences {

    private final Isolated isolated;
    private final int server;

    /** @param server the server's major version */
    CompositeReferences(Isolated isolated, int server) {
        this.isolated = isolated;
        this.server = server;
    }

    /** A key that composite keys reference, with its columns in any order. In a map it has the columns in the order of the first key. */
    private record Referenced(TableName table, Set<String> columns) {

        static Referenced by(ForeignKey single) {
            return new Referenced(single.target(), Set.copyOf(single.targetColumns()));
        }

        static void put(Map<Referenced, List<String>> keys, ForeignKey single) {
            keys.putIfAbsent(by(single), single.targetColumns());
        }
    }

    /**
     * The actions of the update. First it checks for hazards, before anything is changed. Then come the unique indexes,
     * and then one key after the other.
     */
    List<Action> replace() throws SQLException {
        List<Action> checks = new ArrayList<>(isolated.refuseKeysOfPartitions());
        List<Action> keys = new ArrayList<>();
        Map<Referenced, List<String>> wanted = new LinkedHashMap<>();
        for (ForeignKey single : singles(key -> isolated.concerns(key, false))) {
            Optional<String> reason = staysSingle(single);
            if (reason.isPresent()) {
                checks.add(new Action.Note("The foreign key " + single.name() + " of " + single.table() + " stays single: " + reason.get()));
                continue;
            }
            requireSound(single);
            Optional<ForeignKey> there = composite(single);
            there.ifPresentOrElse(found -> requireFitting(found, single),
                    () -> requireFree(composed(single).name(), isolated.table(single.table())));
            if (!there.map(ForeignKey::validated).orElse(false)) {
                checks.add(HiddenRows.refuse(single));
                checks.add(Crossing.refuse(single, Crossing.query(single, isolated.own().catalog(), column(single.table()), column(single.target())),
                        there.map(Unmatched::enforced).orElse("This step changed nothing.")));
            }
            Referenced.put(wanted, single);
            keys.addAll(new CompositeReference(isolated.of(single.table()), there.orElseGet(() -> composed(single))).replace(single, there.isPresent()));
        }
        composites().filter(key -> isolated.concerns(key, false) && retired(key).isPresent())
                .forEach(key -> keys.addAll(new CompositeReference(isolated.of(key.table()), key).finish()));
        List<Action> actions = new ArrayList<>(checks);
        if (!isolated.own().ledger().has(Isolated.LINE)) {
            actions.add(new Action.Brief(isolated.own().name(), isolated.own().ledger().note(Isolated.LINE)));
        }
        wanted.keySet().removeAll(madeBefore());
        for (Map.Entry<Referenced, List<String>> key : wanted.entrySet()) {
            actions.addAll(new ReferencedKey(isolated.of(key.getKey().table), key.getValue()).build());
        }
        actions.addAll(keys);
        return actions;
    }

    /** The unique indexes that an earlier part of a script makes for keys between two other tables. */
    private Set<Referenced> madeBefore() {
        Set<Referenced> before = new HashSet<>();
        if (isolated.own().script()) {
            singles(key -> !isolated.concerns(key, false)).stream().filter(single -> staysSingle(single).isEmpty())
                    .forEach(single -> before.add(Referenced.by(single)));
        }
        return before;
    }

    /** The actions of the rollback: one key after the other, then our unique indexes that no key needs any more. */
    List<Action> restore() throws SQLException {
        List<Action> actions = new ArrayList<>();
        Map<Referenced, List<String>> freed = new LinkedHashMap<>();
        for (ForeignKey key : composites().filter(key -> isolated.concerns(key, true)).toList()) {
            boolean ours = ours(key);
            if (retired(key).isPresent() || ours && single(key).isPresent()) {
                CompositeReference reference = new CompositeReference(isolated.of(key.table()), key);
                Optional<String> sql = retired(key);
                if (sql.isPresent() && ours) {
                    reference.refuseRenamed(withoutOrganization(key), sql.get());
                }
                actions.addAll(reference.restore(sql.isPresent() ? named(key, reference.nameIn(sql.get())) : single(key), sql, ours));
                Referenced.put(freed, withoutOrganization(key));
            }
        }
        for (LostComposite lost : LostComposite.of(isolated)) {
            lost.refuseRenamed(composites().map(this::withoutOrganization).toList());
            lost.refuseGone();
            actions.addAll(lost.restore());
            if (isolated.of(lost.key().target()) != null) {
                Referenced.put(freed, lost.key());
            }
        }
        if (isolated.own().script()) {
            for (ForeignKey single : singles(key -> isolated.concerns(key, true))) {
                if (staysSingle(single).isEmpty() && composite(single).isEmpty()) {
                    actions.addAll(new CompositeReference(isolated.of(single.table()), composed(single)).restore(Optional.empty(),
                            Optional.of(CompositeReference.restoreSql(single)), true));
                    Referenced.put(freed, single);
                }
            }
        }
        actions.addAll(0, formerPrimaryKeys(freed));
        addAlways(freed);
        for (Map.Entry<Referenced, List<String>> key : freed.entrySet()) {
            actions.addAll(drop(key.getKey(), key.getValue()));
        }
        if (isolated.own().script() || isolated.own().ledger().has(Isolated.LINE)) {
            actions.add(new Action.Brief(isolated.own().name(), isolated.own().ledger().forget(Isolated.LINE)));
        }
        return actions;
    }

    /**
     * Single keys reference the former primary key again. If step 14 of that table was stopped before Liquibase's record of it, Liquibase has not rolled it
     * back.
     */
    private List<Action> formerPrimaryKeys(Map<Referenced, List<String>> needed) throws SQLException {
        List<Action> actions = new ArrayList<>();
        if (!isolated.own().script()) {
            for (TableName table : needed.keySet().stream().filter(key -> ReferencedKey.keyIndex(isolated.table(key.table), needed.get(key)).isEmpty())
                    .map(Referenced::table).distinct().toList()) {
                actions.addAll(new ScopedPrimaryKey(isolated.of(table)).restoreStopped());
            }
        }
        return actions;
    }

    /** The index that a stopped rollback has left after its last key. */
    private void addAlways(Map<Referenced, List<String>> freed) {
        singles(key -> isolated.concerns(key, true)).stream().filter(single -> staysSingle(single).isEmpty())
                .forEach(single -> Referenced.put(freed, single));
    }

    private List<Action> drop(Referenced key, List<String> inOrder) throws SQLException {
        List<ForeignKey> on = composites().filter(composite -> Referenced.by(withoutOrganization(composite)).equals(key)).toList();
        boolean stays = isolated.own().script() && (on.stream().anyMatch(composite -> !isolated.concerns(composite, true) && !isolated.goneBefore(composite))
                || singles(single -> !isolated.concerns(single, true) && !isolated.goneBefore(single)).stream()
                        .anyMatch(single -> staysSingle(single).isEmpty() && Referenced.by(single).equals(key)));
        int going = (int) on.stream().filter(composite -> isolated.concerns(composite, true) || isolated.goneBefore(composite)).filter(this::ours).count();
        return stays ? List.of() : new ReferencedKey(isolated.of(key.table), inOrder).drop(going);
    }

    /** Whether we made the key. One that somebody else made stays, and needs the index. */
    private boolean ours(ForeignKey composite) {
        return isolated.of(composite.table()).ledger().has(Ledger.made(composite.name()));
    }

    private String column(TableName table) {
        return isolated.of(table).scope().column();
    }

    /** Whether the key has both organization columns beside the columns of another key. */
    private boolean isComposite(ForeignKey key) {
        return key.includes(column(key.table()), column(key.target()));
    }

    private Stream<ForeignKey> composites() {
        return isolated.keys().stream().filter(this::isComposite);
    }

    private List<ForeignKey> singles(Predicate<ForeignKey> which) {
        return isolated.keys().stream().filter(key -> !isComposite(key)).filter(which)
                .sorted(Comparator.comparing(ForeignKey::table).thenComparing(ForeignKey::name)).toList();
    }

    /** The composite key without the organization columns. */
    private ForeignKey withoutOrganization(ForeignKey composite) {
        int at = composite.columns().indexOf(column(composite.table()));
        List<String> columns = new ArrayList<>(composite.columns());
        List<String> targets = new ArrayList<>(composite.targetColumns());
        columns.remove(at);
        targets.remove(at);
        return new ForeignKey(composite.name(), composite.table(), columns, composite.target(), targets, composite.onDelete(),
                composite.options(), composite.validated(), composite.definition(), composite.comment());
    }

    /** The composite key that replaces a single one: ours by its name, else one that somebody else made. */
    private Optional<ForeignKey> composite(ForeignKey single) {
        List<ForeignKey> all = composites().filter(key -> key.table().equals(single.table()) && key.target().equals(single.target())
                && withoutOrganization(key).pairs().equals(single.pairs())).toList();
        Ledger ledger = isolated.of(single.table()).ledger();
        return all.stream().filter(key -> key.name().equals(Naming.scoped(single.name(), column(single.table())))).findFirst()
                .or(() -> all.stream().filter(key -> !ledger.has(Ledger.made(key.name()))).findFirst());
    }

    private Optional<ForeignKey> single(ForeignKey composite) {
        Set<List<String>> pairs = withoutOrganization(composite).pairs();
        return singles(key -> key.table().equals(composite.table()) && key.target().equals(composite.target()) && key.pairs().equals(pairs)).stream()
                .filter(key -> composite(key).filter(found -> found.name().equals(composite.name())).isPresent()).findFirst();
    }

    private Optional<ForeignKey> named(ForeignKey composite, String name) {
        return isolated.table(composite.table()).foreignKeys().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    private Optional<String> retired(ForeignKey composite) {
        return isolated.of(composite.table()).ledger().retired(CompositeReference.retired(composite.name()));
    }

    private ForeignKey composed(ForeignKey single) {
        return CompositeReference.of(single, Naming.scoped(single.name(), column(single.table())), column(single.table()), column(single.target()));
    }

    private void requireFree(String name, Table table) {
        boolean taken = table.foreignKeys().stream().anyMatch(key -> key.name().equals(name))
                || table.checks().stream().anyMatch(check -> check.name().equals(name))
                || table.indexes().stream().anyMatch(index -> name.equals(index.constraint()));
        if (taken) {
            throw new OrgScopeException("The name " + name + " is taken: " + table.name() + " has another constraint of that name. Rename that"
                    + " one, then run update again. This step changed nothing.");
        }
    }

    private Optional<String> staysSingle(ForeignKey single) {
        return new SingleReference(single, isolated.table(single.table()), column(single.table()), isolated.table(single.target()),
                column(single.target()), server).reason();
    }

    private void requireSound(ForeignKey single) {
        for (TableName name : List.of(single.table(), single.target())) {
            StepContext context = isolated.of(name).sound();
            Table table = isolated.table(name);
            if (table.kind() == 'p' || table.partition()) {
                throw new OrgScopeException(name + " is partitioned, and composite references are not offered for partitioned tables."
                        + " Declare 'isolation: { references: single }' for it, then run update again. This step changed nothing.");
            }
            if (!context.script() && !context.column().orElseThrow().notNull()) {
                throw new OrgScopeException(name.column(context.scope().column()) + " may be NULL, and a foreign key is not checked for a row"
                        + " with a NULL in it. Run step 04 first. This step changed nothing.");
            }
        }
        Enforced.require(single);
        if (!single.validated()) {
            throw new OrgScopeException("The foreign key " + single.name() + " of " + single.table() + " is not validated, so rows may reference rows"
                    + " that do not exist. Correct them, run " + single.validate() + ", then run update again. This step changed nothing.");
        }
    }

    private void requireFitting(ForeignKey found, ForeignKey single) {
        Enforced.require(found);
        ForeignKey wanted = composed(single);
        boolean fits = found.onDelete() == wanted.onDelete() && found.options().onUpdate() == 'c' && !found.options().matchFull()
                && new HashSet<>(found.options().onDeleteColumns()).equals(new HashSet<>(wanted.options().onDeleteColumns()))
                && found.options().deferrable() == wanted.options().deferrable() && found.options().deferred() == wanted.options().deferred();
        if (!fits) {
            throw new OrgScopeException("The foreign key " + found.name() + " of " + found.table() + " includes the organization already, as "
                    + found.says() + ", but to replace " + single.name() + " it has to be " + wanted.says() + ". Drop one of the"
                    + " two, then run update again. This step changed nothing.");
        }
    }
}
