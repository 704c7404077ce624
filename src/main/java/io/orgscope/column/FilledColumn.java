package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Moves;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.NotedSql;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Steps 02 and 10: the triggers that keep the column filled and correct while an application that does not know it
 * writes. {@link FillTrigger} is on the table itself. A {@link FollowTrigger} is on each table that the routes read.
 */
final class FilledColumn {

    private static final String TRIGGERS = Ledger.TRIGGERS;

    /** A function with its triggers, and its search_path. */
    private record Made(SharedStatements statements, String path) {

        /** What {@link TriggerFunction#found} finds of it. */
        List<String> found() {
            return List.of(path.replace("\"", ""), statements.body());
        }
    }

    private final StepContext context;
    private final String column;
    private final Moves moves;
    private final FillTrigger fill;
    private final List<FollowTrigger> follow;

    /** To drop the triggers. It does not matter then what happens if a row moves. */
    FilledColumn(StepContext context) {
        this(context, Moves.FOLLOW);
    }

    FilledColumn(StepContext context, Moves moves) {
        this.context = context;
        this.moves = moves;
        this.column = Identifier.quote(context.scope().column());
        this.fill = new FillTrigger(context);
        this.follow = context.resolved().inTriggers().parents().stream().map(parent -> new FollowTrigger(context, parent, moves)).toList();
    }

    /** Whether the contract has dropped the triggers. */
    static boolean retired(StepContext context) {
        return context.ledger().retired(TRIGGERS).isPresent();
    }

    /** Whether a default fills the column, or the contract has dropped the triggers. */
    static boolean needsNoTriggers(StepContext context) {
        return context.defaultSuffices() || retired(context);
    }

    /** The lines of the ledger for what the contract has dropped. */
    static List<String> retired(Ledger ledger) {
        return Stream.of(TRIGGERS, OrganizationColumn.DEFAULT).flatMap(ledger::retiredLine).toList();
    }

    List<Action> start() throws SQLException {
        context.sound();
        context.requireColumn();
        RenamedTable.refuse(context);
        List<Action> actions = new ArrayList<>(new Capture(context).abandon());
        if (retired(context)) {
            actions.add(new Action.Note(context.name() + ": the application writes the column already; no trigger is needed."));
        } else if (filledByDefault(context)) {
            actions.add(new Action.Note(context.name() + ": the column's default fills new rows; no trigger is needed."));
            noteJustMade();
        } else if (context.script() || !there()) {
            actions.addAll(create(checked(), begun() ? unwanted() : List.of(), List.of()));
            noteJustMade();
        } else {
            actions.addAll(new ChosenOrganizations(context).makeAgain());
        }
        return actions;
    }

    private void noteJustMade() {
        if (!context.script()) {
            JustMade.note(context.connection(), context.scope(), moves);
        }
    }

    /** Whether the triggers are what keeps the column filled. */
    boolean byTriggers() {
        return !retired(context) && !filledByDefault(context);
    }

    /** If the triggers exist, makes them again for the present routes. */
    List<Action> follow() throws SQLException {
        context.sound();
        new ConstantDefault(context).refuseOtherRoutes();
        if (missing(context.name(), FillTrigger.ON_INSERT)) {
            return List.of();
        }
        RenamedTable.refuse(context);
        List<FollowFunction> unwanted = unwanted();
        NameLookup lookup = NameLookup.of(context, moves);
        List<Made> made = made(lookup);
        boolean asWanted = unwanted.isEmpty() && there() && asWanted(made);
        ChosenOrganizations chosen = new ChosenOrganizations(context);
        if (asWanted || chosen.lost()) {
            return chosen.makeAgain();
        }
        lookup.check();
        return create(made, unwanted, new ChangedRoutes(context).note());
    }

    /** Whether something of an earlier step 02 is there. Then functions may be there that the present routes do not need. */
    private boolean begun() {
        return !missing(context.name(), FillTrigger.ON_INSERT) || parents().anyMatch(table -> !missing(table, Naming.followTrigger(context.name())));
    }

    /** Functions for tables that the routes do not read any more, and those that are not named like the table that has their triggers now. */
    private List<FollowFunction> unwanted() throws SQLException {
        Set<FollowFunction> wanted = follow.stream().map(trigger -> new FollowFunction(trigger.function(), trigger.table())).collect(Collectors.toSet());
        return found().stream().filter(function -> !wanted.contains(function)).toList();
    }

    /** {@link #made} if the functions find what they name. */
    private List<Made> checked() throws SQLException {
        NameLookup lookup = NameLookup.of(context, moves);
        lookup.check();
        return made(lookup);
    }

    /** What makes the triggers of the table, and those of each table that its routes read. */
    private List<Made> made(NameLookup lookup) throws SQLException {
        String following = lookup.updating();
        String filling = fill.updatesRows() ? following : lookup.path().sql();
        List<Made> made = new ArrayList<>(List.of(new Made(fill.create(filling), filling)));
        for (FollowTrigger trigger : follow) {
            made.add(new Made(trigger.create(following), following));
        }
        return made;
    }

    /** Whether the functions already are as they would be made now, for example after the first change set of the step. */
    private boolean asWanted(List<Made> made) throws SQLException {
        if (context.connection() == null) {
            return false;
        }
        return TriggerFunction.found(context.connection(), context.name().schema(), made().map(TableName::name).toList()).containsAll(made.stream().map(Made::found).toList());
    }

    /**
     * @param unwanted functions that go first: their triggers may have the names of the new ones
     * @param further  statements for the same transaction
     */
    private List<Action> create(List<Made> made, List<FollowFunction> unwanted, List<String> further) throws SQLException {
        new OrganizationColumn(context).requireFollowed();
        new FollowedConditions(context).check();
        new LateTriggers(context).check();
        ChosenOrganizations chosen = new ChosenOrganizations(context);
        chosen.requireFitting();
        List<Action> actions = new ArrayList<>(chosen.requireSchema());
        List<String> before = Stream.concat(unwanted.stream().map(function -> FollowFunction.drop(function.name())), chosen.create().stream()).toList();
        actions.add(triggers(before, made, further).on(with(Stream.concat(parents(), unwanted.stream().map(FollowFunction::table)).toList())));
        EarlierReferences.of(context).note().ifPresent(actions::add);
        return actions;
    }

    /** The functions for the present routes. */
    private Stream<TableName> made() {
        return Stream.concat(Stream.of(fill.function()), follow.stream().map(FollowTrigger::function));
    }

    private boolean onPartitioned() {
        return Stream.concat(Stream.of(context.name()), parents()).anyMatch(table -> context.catalog().find(table).filter(Table::partitioned).isPresent());
    }

    /** One transaction makes all triggers, so a crash leaves all of them or none. */
    private TriggerStatements triggers(List<String> before, List<Made> made, List<String> further) {
        TriggerStatements statements = new TriggerStatements();
        before.forEach(statements::add);
        made.forEach(one -> statements.add(one.statements()));
        if (onPartitioned()) {
            statements.add(TriggerFunction.grantToOwners(made()));
        }
        further.forEach(statements::add);
        return statements;
    }

    /** Whether the triggers for the present routes are there. */
    boolean there() {
        return fill.names().stream().noneMatch(name -> missing(context.name(), name))
                && follow.stream().allMatch(trigger -> trigger.names().stream().noneMatch(name -> missing(trigger.table(), name)));
    }

    /** Whether the default that step 01 made fills new rows, or will when the script runs. */
    static boolean filledByDefault(StepContext context) {
        return context.ledger().has(Ledger.made(OrganizationColumn.DEFAULT)) && context.ledger().retired(OrganizationColumn.DEFAULT).isEmpty()
                || context.scriptAddsDefault();
    }

    private boolean missing(TableName table, String trigger) {
        return context.catalog().find(table).filter(found -> found.triggers().contains(trigger)).isEmpty();
    }

    private List<FollowFunction> found() throws SQLException {
        return context.connection() == null ? List.of() : FollowFunction.of(context.name(), context.connection());
    }

    /** Step 10 may have dropped them and been stopped before Liquibase's record of it. Then its note goes, or the next update would make none. */
    List<Action> stop() throws SQLException {
        RenamedTable.refuse(context);
        List<FollowFunction> functions = functions();
        TriggerStatements statements = drop(functions);
        if (retired(context)) {
            statements.add(context.ledger().forgetRetired(TRIGGERS));
        }
        ChangedRoutes changed = new ChangedRoutes(context);
        if (changed.noted()) {
            statements.add(changed.forget());
        }
        return statements.isEmpty() ? List.of() : List.of(statements.on(with(functions.stream().map(FollowFunction::table).toList())));
    }

    /** Drops the triggers that a stopped step 02 has left. Liquibase does not roll that step back, because it does not count as done. */
    List<Action> stopIfLeft() throws SQLException {
        return context.script() || missing(context.name(), FillTrigger.ON_INSERT) ? List.of() : stop();
    }

    /** The functions that make rows of this table follow. A script cannot see which are there when it runs. */
    private List<FollowFunction> functions() throws SQLException {
        Stream<FollowFunction> declared = follow.stream().map(trigger -> new FollowFunction(trigger.function(), trigger.table()));
        return Stream.concat(found().stream(), context.script() ? declared : Stream.empty()).distinct().toList();
    }

    /** The tables that get or lose triggers: the scoped one and these. */
    private List<TableName> with(Collection<TableName> parents) {
        return Stream.concat(Stream.of(context.name()), parents.stream()).distinct().toList();
    }

    private Stream<TableName> parents() {
        return follow.stream().map(FollowTrigger::table);
    }

    private TriggerStatements drop(List<FollowFunction> functions) {
        TriggerStatements statements = new TriggerStatements();
        functions.forEach(function -> statements.add(FollowFunction.drop(function.name())));
        if (context.script() || fill.names().stream().anyMatch(name -> !missing(context.name(), name))) {
            statements.add(fill.drop());
        }
        return statements;
    }

    /** The contract: the application writes the column itself. Our triggers and our default are dropped. */
    List<Action> retire() throws SQLException {
        RenamedTable.refuse(context);
        new ConstantDefault(context).refuseToStay();
        List<Action> actions = new ArrayList<>();
        List<FollowFunction> functions = functions();
        TriggerStatements statements = drop(functions);
        if (!statements.isEmpty()) {
            if (!filledByDefault(context)) {
                statements.add(context.ledger().note(Ledger.retired(TRIGGERS, "made by step 02")));
            }
            actions.add(statements.on(with(functions.stream().map(FollowFunction::table).toList())));
        }
        if (filledByDefault(context)) {
            String expression = "(SELECT pg_catalog.concat(" + Literal.of(setDefault()) + ", pg_catalog.pg_get_expr(d.adbin, d.adrelid))"
                    + " FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum"
                    + " WHERE d.adrelid = " + Literal.of(context.name().sql()) + "::pg_catalog.regclass AND a.attname = "
                    + Literal.of(context.scope().column()) + ")";
            // With a search_path of pg_catalog, the noted default names its types with their schemas. A rollback can then
            // restore it.
            actions.add(new Action.Brief(context.name(), "SET LOCAL search_path = pg_catalog",
                    context.ledger().noteRetired(OrganizationColumn.DEFAULT, expression),
                    "ALTER TABLE " + context.name().sql() + " ALTER COLUMN " + column + " DROP DEFAULT"));
        }
        return actions;
    }

    private String setDefault() {
        return "ALTER TABLE " + context.name().sql() + " ALTER COLUMN " + column + " SET DEFAULT ";
    }

    List<Action> restore() throws SQLException {
        NotedSql.refuseRenamed(context);
        String forget = context.ledger().forgetRetired(OrganizationColumn.DEFAULT);
        Optional<String> retired = context.ledger().retired(OrganizationColumn.DEFAULT);
        if (retired.isPresent()) {
            return List.of(new Action.Brief(context.name(), retired.get(), forget));
        }
        if (context.script() && filledByDefault(context)) {
            return List.of(new NamedDefault(context).of(setDefault(), forget));
        }
        return restoreTriggers();
    }

    /**
     * Since the contract the application has written the column. What it wrote is its choice, and is noted before rows
     * follow their parents again. What it writes between the two has no note ({@link UnnotedChoices}).
     */
    private List<Action> restoreTriggers() throws SQLException {
        if (!context.script() && !retired(context)) {
            return start();
        }
        context.sound();
        ChosenOrganizations chosen = new ChosenOrganizations(context);
        List<Action> kept = chosen.keep();
        List<Action> actions = new ArrayList<>(kept.isEmpty() ? chosen.requireSchema() : kept);
        List<String> further = new ArrayList<>(List.of(context.ledger().forgetRetired(TRIGGERS)));
        if (!kept.isEmpty()) {
            further.add(new UnnotedChoices(context.resolved().kept()).begin());
        }
        actions.add(triggers(kept.isEmpty() ? chosen.create() : List.of(), checked(), further).on(with(parents().toList())));
        return actions;
    }
}
