package io.orgscope.reference;

import io.orgscope.index.RenamedColumns;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.LockRetry;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.TableName;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes one foreign key between two tables that take part from single to composite, or back. The reference is checked
 * at every moment: one key is dropped only when the other is valid for every row.
 */
final class CompositeReference {

    /** Separates the statements that restore a single key. No statement of ours has this line break. */
    private static final String NEXT = "\n--next\n";

    private static final SqlTemplate NOT_VALID = new SqlTemplate("""
            SELECT WHERE NOT EXISTS (
              SELECT FROM pg_catalog.pg_constraint k
               WHERE k.conrelid = {table}::pg_catalog.regclass AND k.conname = {name} AND k.convalidated)""", Set.of("table", "name"));

    private final StepContext from;
    private final TableName to;
    private final ForeignKey composite;

    /**
     * @param from      the referencing table
     * @param composite the composite key as it is, or as it will be
     */
    CompositeReference(StepContext from, ForeignKey composite) {
        this.from = from;
        this.composite = composite;
        this.to = composite.target().equals(composite.table()) ? null : composite.target();
    }

    /**
     * The composite key that replaces a single one. It has the ON DELETE of the single key, for the columns of the
     * single key. If the referenced key or its organization changes, the referencing rows change too.
     *
     * @param name   the name of the composite key
     * @param column the organization column of the referencing table
     * @param other  the organization column of the referenced table
     */
    static ForeignKey of(ForeignKey single, String name, String column, String other) {
        List<String> emptied = !single.emptiesOnDelete() ? List.of()
                : single.options().onDeleteColumns().isEmpty() ? single.columns() : single.options().onDeleteColumns();
        return new ForeignKey(name, single.table(), with(column, single.columns()), single.target(), with(other, single.targetColumns()),
                single.onDelete(), new ForeignKey.Options('c', emptied, false, false, single.options().deferrable(), single.options().deferred()),
                false, "", null);
    }

    private static List<String> with(String column, List<String> columns) {
        List<String> all = new ArrayList<>(List.of(column));
        all.addAll(columns);
        return all;
    }

    /**
     * The referenced table may belong to another role, and to another declaration. A foreign key needs less of it than LOCK TABLE. Live, {@link LockRetry} asks
     * whether the role may lock it, and only after a failed attempt. A script cannot ask when it runs, so it is asked when it is written.
     */
    private Action.Brief change(List<String> statements) throws SQLException {
        boolean both = to != null && from.script() && LockRetry.mayLock(from.connection(), to);
        return new Action.Brief(both ? List.of(from.name(), to) : List.of(from.name()), both ? null : to, statements);
    }

    /**
     * The actions of the update, if no row crosses and the unique index of the target exists.
     *
     * @param there whether the composite key exists already
     */
    List<Action> replace(ForeignKey single, boolean there) throws SQLException {
        List<Action> actions = new ArrayList<>();
        if (!there) {
            actions.add(change(List.of(composite.add(), from.ledger().note(Ledger.made(composite.name())))));
        }
        if (!composite.validated()) {
            actions.add(validate(single));
        }
        actions.add(change(List.of(requireValid(composite.name(), single.name()),
                from.ledger().note(Ledger.retired(retired(), restoreSql(single))), from.name().dropConstraint(single.name()))));
        return actions;
    }

    /** The actions of the update if the single key is dropped already. */
    List<Action> finish() {
        return composite.validated() ? List.of() : List.of(validate(composite));
    }

    /** Between the check of the rows and the new key, the application may have written rows that cross. */
    private Action validate(ForeignKey through) {
        return Unmatched.validated(composite, rows -> Crossing.message(through, rows, Unmatched.enforced(composite)));
    }

    /**
     * The actions of the rollback.
     *
     * @param single the single key, if it exists
     * @param sql    the SQL that restores it, if it was dropped
     * @param ours   whether we made the composite key
     */
    List<Action> restore(Optional<ForeignKey> single, Optional<String> sql, boolean ours) throws SQLException {
        List<Action> actions = new ArrayList<>();
        List<String> statements = sql.map(text -> List.of(text.split(NEXT))).orElse(List.of());
        if (single.isEmpty() && !statements.isEmpty()) {
            actions.add(change(without(statements, 1)));
            Action.Brief validate = new Action.Brief(from.name(), statements.get(1));
            actions.add(ForeignKey.joinedBy(nameIn(statements.get(0)), from.name(), statements.get(0)).map(key -> Unmatched.restored(validate, key)).orElse(validate));
        } else if (single.isPresent() && !single.get().validated()) {
            actions.add(Unmatched.restored(new Action.Brief(from.name(), single.get().validate()), single.get()));
        }
        List<String> last = new ArrayList<>();
        String name = single.map(ForeignKey::name).or(() -> sql.map(text -> nameIn(statements.get(0)))).orElse(null);
        if (ours && name != null) {
            last.add(requireValid(name, composite.name()));
            last.add(from.name().dropConstraint(composite.name()));
        }
        last.add(from.ledger().forget(Ledger.made(composite.name())));
        last.add(from.ledger().forgetRetired(retired()));
        actions.add(change(last));
        return actions;
    }

    private static List<String> without(List<String> statements, int position) {
        List<String> others = new ArrayList<>(statements);
        others.remove(position);
        return others;
    }

    /** The name of the single key in the ledger. Two single keys may differ only in their names. */
    String retired() {
        return retired(composite.name());
    }

    static String retired(String composite) {
        return Ledger.SINGLE_KEY + composite;
    }

    /** SQL that adds the key NOT VALID, validates it and restores its comment. */
    static String restoreSql(ForeignKey single) {
        List<String> statements = new ArrayList<>(List.of(single.add(), single.validate()));
        if (single.comment() != null) {
            statements.add("COMMENT ON CONSTRAINT " + Identifier.quote(single.name()) + " ON " + single.table().sql() + " IS "
                    + Literal.oneLine(single.comment()));
        }
        return String.join(NEXT, statements);
    }

    /** The statement of {@link #restoreSql} that adds the key. */
    static String add(String restoreSql) {
        return restoreSql.split(NEXT)[0];
    }

    /** The name in a statement of {@link ForeignKey#add}, without quotes. */
    String nameIn(String add) {
        String start = "ALTER TABLE " + from.name().sql() + " ADD CONSTRAINT ";
        if (!add.startsWith(start + '"')) {
            throw new OrgScopeException("The comment of " + from.name().column(from.scope().column()) + " keeps a foreign key of another table: "
                    + add + ". Was the table renamed? Correct the name in the comment, then run rollback again.");
        }
        return ForeignKey.names(add.substring(start.length())).get(0);
    }

    /**
     * Throws if the columns or the referenced table have other names than in the SQL that restores the single key.
     *
     * @param withoutOrganization our composite key without the organization columns, as it is now
     * @param sql                 {@link #restoreSql}
     */
    void refuseRenamed(ForeignKey withoutOrganization, String sql) {
        String now = "FOREIGN KEY (" + Identifier.list("", withoutOrganization.columns()) + ") REFERENCES " + withoutOrganization.target().sql()
                + " (" + Identifier.list("", withoutOrganization.targetColumns()) + ")";
        String add = add(sql);
        if (!add.contains(" " + now)) {
            throw RenamedColumns.refusal(from, "the foreign key " + nameIn(add), retired(), add.substring(add.indexOf("FOREIGN KEY (")), composite.name()
                    + " without the organization", now);
        }
    }

    /** A statement that raises an error unless the key is valid for every row. It runs before the other key is dropped. */
    private String requireValid(String name, String going) {
        return StepScript.raiseIfAny(NOT_VALID.fill(Map.of("table", Literal.of(from.name().sql()), "name", Literal.of(name))),
                "The foreign key " + name + " of " + from.name() + " is not there or not validated, so that " + going + " has to stay."
                        + " Nothing was dropped. Run the command again.");
    }
}
