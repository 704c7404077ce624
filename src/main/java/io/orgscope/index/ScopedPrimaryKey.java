package io.orgscope.index;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.NotedSql;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Step 14: the primary key that begins with the organization. Its index is built concurrently. Then one transaction
 * drops the constraint of the old key and makes the new one with its name. An index over the old columns is built
 * before, because applications search rows by them.
 */
public final class ScopedPrimaryKey {

    /** The name of the old key in the ledger. */
    private static final String OLD = Ledger.PRIMARY_KEY;

    /** The index of the old key in the noted statements. */
    private static final Pattern FORMER = Pattern.compile("\"" + Naming.formerPrimaryKey("") + "(?:[^\"]|\"\")*\"");

    private static final String DROP = " DROP CONSTRAINT ";

    private final StepContext context;
    private final ScopedIndexes indexes;
    private final String table;

    public ScopedPrimaryKey(StepContext context) {
        this.context = context;
        this.indexes = new ScopedIndexes(context);
        this.table = context.name().sql();
    }

    /** The actions of the update. Throws if something prevents them. */
    public List<Action> scope() throws SQLException {
        context.sound();
        Index key = key().orElseThrow(() -> new OrgScopeException(context.name() + " has no primary key to which step 14 could add "
                + context.scope().column() + ". Add one that contains the organization, or declare 'distribute: none' for it."
                + " Then run update again. This step changed nothing."));
        if (key.columns().contains(context.scope().column())) {
            return List.of();
        }
        requireReplaceable(key);
        List<Action> actions = new ArrayList<>();
        actions.add(check(referencingForeignKeys(), "Foreign keys reference its primary key. Make them composite: declare both tables, with isolation:"
                + " { references: composite } (step 11). Or drop them. This step changed nothing."));
        actions.add(check(dependentQueries(), "Views, functions, rules or policies need its primary key. If their GROUP BY needs it, write each column that they show into"
                + " the GROUP BY. If they name it in ON CONFLICT ON CONSTRAINT, let them name the columns. Or drop them. This step changed nothing."));
        actions.add(check(publicationsWithoutColumn(), "Publications have a list of its columns without " + context.scope().column() + ". The new key is the replica identity,"
                + " so each UPDATE and DELETE would fail. Give the subscribers the column. Then add it to the list with ALTER PUBLICATION … SET TABLE, which names"
                + " all tables of the publication. This step changed nothing."));
        actions.add(new Action.Note(context.name() + ": After step 14, a query with GROUP BY over the old key that shows other columns fails with 42803, and"
                + " ON CONFLICT with the old key fails with 42P10. ON CONFLICT ON CONSTRAINT " + key.constraint() + " does not fail, but compares the organization too: a row with"
                + " the same old key and another organization is a new row."));
        actions.addAll(indexes.build(lookup(key), IndexShape.of(key, context.name()).notUnique()));
        actions.addAll(build(begun(), IndexShape.of(key, context.name()).ledBy(context.scope().column()), Ledger.made(begun())));
        List<String> swap = new ArrayList<>(List.of(requireBuilt(begun()), context.ledger().note(Ledger.retired(OLD, restoreSql(key))),
                drop(key.constraint()), add(key.constraint(), begun())));
        swap.addAll(commentsAndClustering(key));
        swap.add(context.ledger().forget(Ledger.made(begun())));
        actions.add(new Action.Brief(context.name(), swap));
        return actions;
    }

    /** The actions of the rollback. What it needs was noted when the old key was dropped. */
    public List<Action> restore() throws SQLException {
        Optional<Index> key = key();
        boolean scoped = key.map(index -> index.columns().contains(context.scope().column())).orElse(false);
        NotedSql.refuseRenamed(context);
        Optional<String> restoreSql = context.ledger().retired(OLD).map(this::withPresentName);
        if (restoreSql.isEmpty() && context.script() && key.isPresent() && !scoped) {
            restoreSql = Optional.of(restoreSql(key.get()));
        }
        List<Action> actions = new ArrayList<>();
        if (restoreSql.isPresent()) {
            List<String> statements = List.of(restoreSql.get().split(OldIndex.NEXT));
            if (scoped) {
                ReplicaIdentity.refuse(Map.of(context.name(), key.get()), ReplicaIdentity.ROLLBACK);
                RenamedColumns.refuse(context, OLD, OLD, OldIndex.shape(restoreSql.get(), context.name()), key.get());
                refuseOtherName(key.get(), statements.get(1));
            }
            actions.add(check(referencingForeignKeys(), "Foreign keys reference its primary key. Drop them, and run rollback again. Nothing was dropped."));
            actions.add(check(dependentQueries(), "Views, functions, rules or policies need its primary key, in GROUP BY or in ON CONFLICT ON CONSTRAINT. Drop them, and run"
                    + " rollback again. Nothing was dropped."));
            key.ifPresent(index -> actions.add(refuseEqualRows(index)));
            actions.addAll(buildFormer(statements.get(0)));
            List<String> swap = new ArrayList<>(List.of(requireBuilt(former())));
            swap.addAll(statements.subList(1, statements.size()));
            swap.add(context.ledger().forgetRetired(OLD));
            key.ifPresent(index -> swap.addAll(dropLookup(lookup(index))));
            actions.add(new Action.Brief(context.name(), swap));
        }
        return actions;
    }

    /** The noted statements with the name that the index of the old key gets now. The table may have had another name in step 14. */
    private String withPresentName(String noted) {
        return FORMER.matcher(noted).replaceAll(Matcher.quoteReplacement(Identifier.quote(former())));
    }

    /**
     * Throws if the key has another name than in step 14. The noted statements and the name of the index over the old columns are from then.
     *
     * @param drop the noted statement that drops the key
     */
    private void refuseOtherName(Index key, String drop) {
        // Somebody may have corrected the text, and left out the quotes.
        if (!drop.endsWith(DROP + Identifier.quote(key.constraint())) && !drop.endsWith(DROP + key.constraint())) {
            String name = drop.substring(drop.indexOf(DROP) + DROP.length());
            throw new OrgScopeException("The rollback cannot restore " + OLD + " of " + context.name() + ": in step 14 its name was " + name + ", and it is "
                    + Identifier.quote(key.constraint()) + " now. Nothing was dropped by this step. Run ALTER TABLE " + table + " RENAME CONSTRAINT "
                    + Identifier.quote(key.constraint()) + " TO " + name + ", then run rollback again.");
        }
    }

    /**
     * This is in the transaction of the keys. So a stopped rollback has changed either everything that the application
     * sees, or nothing.
     */
    private List<String> dropLookup(String name) {
        String line = Ledger.made(name);
        return context.ours(line, indexes.index(name).isPresent()) ? List.of("DROP INDEX IF EXISTS " + new TableName(context.name().schema(), name).sql(),
                context.ledger().forget(line)) : List.of();
    }

    /** The line of the ledger for the old key, if a step has replaced it. */
    public static List<String> ledgerLines(Ledger ledger) {
        return ledger.retiredLine(OLD).toList();
    }

    /** {@link #restore} if a step has replaced the key that was stopped before Liquibase's record of it. Only for live use. */
    public List<Action> restoreStopped() throws SQLException {
        return ledgerLines(context.ledger()).isEmpty() ? List.of() : restore();
    }

    /** Drops what a step has left that was stopped before the keys were changed. Liquibase does not know of such a step. */
    public List<Action> dropBegun() throws SQLException {
        List<Action> actions = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(begun()));
        key().ifPresent(key -> names.add(lookup(key)));
        for (String name : names) {
            if (context.ledger().has(Ledger.made(name))) {
                actions.addAll(indexes.drop(name));
            }
        }
        return actions;
    }

    private Optional<Index> key() {
        return context.table().flatMap(Table::primaryKey);
    }

    private void requireReplaceable(Index key) {
        String problem = context.partitioned() ? "belongs to a partitioned table, for which step 14 is not offered"
                : !key.replaceable() ? "is not a btree: PostgreSQL cannot make a key WITHOUT OVERLAPS of an index that was built before"
                : !key.immediate() ? "is deferrable, and an index that replaces it cannot be"
                : key.replicaIdentity() ? "is named as the replica identity of the table"
                : null;
        if (problem != null) {
            throw new OrgScopeException("The primary key " + key.name() + " of " + context.name() + " " + problem + ". Replace it by hand, or declare"
                    + " 'distribute: none' for the table. Then run update again. This step changed nothing.");
        }
        if (!context.script() && !context.columnNotNull()) {
            throw new OrgScopeException(context.name().column(context.scope().column()) + " may be NULL, but a column of a primary key must not be."
                    + " Run step 04 first. This step changed nothing.");
        }
    }

    /** The foreign keys that need the index of the primary key. */
    private String referencingForeignKeys() {
        return "SELECT k.conname || ' of ' || k.conrelid::pg_catalog.regclass AS name FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_index i"
                + " ON i.indexrelid = k.conindid AND i.indisprimary WHERE k.contype = 'f' AND i.indrelid = " + Literal.of(table)
                + "::pg_catalog.regclass ORDER BY 1";
    }

    /** What has a query that needs the primary key: for its GROUP BY, or because it names it in ON CONFLICT ON CONSTRAINT. */
    private String dependentQueries() {
        return "SELECT DISTINCT CASE WHEN w.oid IS NULL THEN pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid)"
                + " ELSE pg_catalog.pg_describe_object('pg_catalog.pg_class'::pg_catalog.regclass, w.ev_class, 0) END AS name"
                + " FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_depend d"
                + " ON d.refclassid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.refobjid = k.oid AND d.deptype = 'n'"
                + " LEFT JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass"
                + " WHERE k.contype = 'p' AND k.conrelid = " + Literal.of(table) + "::pg_catalog.regclass ORDER BY 1";
    }

    /** Publications, from PostgreSQL 15 on, whose list of columns would not cover the replica identity. Partitions have none of these: they are refused. */
    private String publicationsWithoutColumn() {
        return "SELECT p.pubname AS name FROM pg_catalog.pg_publication_rel r JOIN pg_catalog.pg_publication p ON p.oid = r.prpubid AND (p.pubupdate OR p.pubdelete)"
                + " JOIN pg_catalog.pg_class c ON c.oid = r.prrelid AND c.relreplident = 'd' WHERE r.prrelid = " + Literal.of(table) + "::pg_catalog.regclass"
                + " AND pg_catalog.to_jsonb(r) ->> 'prattrs' <> '' AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = r.prrelid"
                + " AND a.attname = " + Literal.of(context.scope().column()) + " AND pg_catalog.to_jsonb(r) -> 'prattrs' @> pg_catalog.to_jsonb(a.attnum)) ORDER BY 1";
    }

    private Action check(String query, String message) {
        return new Action.Work(connection -> {
            List<String> names = Sql.list(connection, query, row -> row.getString("name"));
            if (!names.isEmpty()) {
                throw new OrgScopeException(context.name() + ": " + message + " They are: " + String.join(", ", names) + ".");
            }
        }, List.of(StepScript.refuseIfAny(query, context.name() + ": " + message)));
    }

    /** The index of a key, with our name. If a stopped build has left it, it is built again. */
    private List<Action> build(String name, IndexShape shape, String line) throws SQLException {
        Optional<Index> found = indexes.index(name);
        if (found.isPresent() && found.get().valid() && IndexShape.of(found.get(), context.name()).same(shape) && context.ledger().has(line)) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>();
        if (found.isPresent()) {
            indexes.requireOurs(found.get());
            actions.addAll(indexes.dropInvalid(context.name(), found.get()));
        } else {
            indexes.refuseTaken(name);
            actions.add(new Action.Brief(context.name(), context.ledger().note(line)));
        }
        actions.add(new Action.Concurrent(shape.create(name, context.name())));
        return actions;
    }

    private List<Action> buildFormer(String create) {
        Optional<Index> found = indexes.index(former());
        if (found.isPresent() && found.get().valid()) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>();
        found.ifPresent(broken -> actions.addAll(indexes.dropInvalid(context.name(), broken)));
        actions.add(new UniqueBuild(context, context.name(), former(), create, this::equalRows).action());
        return actions;
    }

    private String equalRows(String rows) {
        return equalRows() + " They are: " + rows + ".";
    }

    private String equalRows() {
        return context.name() + ": Rows have the same value in the former primary key, so it cannot be restored. Nothing was dropped. Give"
                + " them other keys and run rollback again, or keep step 14.";
    }

    /** @param key the new key, or in a script the old one */
    private Action refuseEqualRows(Index key) {
        String query = OldIndex.duplicates(key, context.table().orElseThrow(), context.scope().column());
        return new Action.Work(connection -> RowKeys.requireNone(connection, query, this::equalRows), List.of(StepScript.refuseIfAny(query, equalRows())));
    }

    /** What restores the old key: its index, and the statements that make it the key. */
    private String restoreSql(Index key) {
        List<String> statements = new ArrayList<>(List.of(IndexShape.of(key, context.name()).create(former(), context.name()), drop(key.constraint()),
                add(key.constraint(), former())));
        statements.addAll(commentsAndClustering(key));
        return String.join(OldIndex.NEXT, statements);
    }

    private List<String> commentsAndClustering(Index key) {
        return Stream.concat(OldIndex.comments(key, context.name()).stream(), OldIndex.clustering(key, context.name()).stream()).toList();
    }

    private String drop(String constraint) {
        return "ALTER TABLE " + table + DROP + Identifier.quote(constraint);
    }

    private String add(String constraint, String index) {
        return "ALTER TABLE " + table + " ADD CONSTRAINT " + Identifier.quote(constraint) + " PRIMARY KEY USING INDEX " + Identifier.quote(index);
    }

    /** Without this check the key could be dropped although the other one does not exist. */
    private String requireBuilt(String index) {
        return StepScript.raiseIfAny(indexes.unlessUnique(index), "The unique index " + index + " of " + context.name() + " is not there or not valid, so"
                + " the primary key stays. Nothing was dropped. Run the command again.");
    }

    private String begun() {
        return Naming.primaryKey(context.name().name());
    }

    private String former() {
        return Naming.formerPrimaryKey(context.name().name());
    }

    private static String lookup(Index key) {
        return Naming.lookup(key.name());
    }
}
