package io.orgscope.column;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.Moves;
import io.orgscope.step.Action;
import io.orgscope.step.JustDone;
import io.orgscope.step.Ledger;
import io.orgscope.step.NotedSql;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Steps 02 and 10: the triggers that keep the column filled and correct while an application that does not know it
 * writes. {@link FillTrigger} is on the table itself. A {@link FollowTrigger} is on each table that the routes read.
 */
final class FilledColumn {

    /** What step 02 has just made the triggers of. In a first update, the change set that follows routes comes right after it and has nothing to compare. */
    static final JustDone<Map.Entry<ScopedTable, Moves>> JUST_MADE = new JustDone<>();

    private static final String TRIGGERS = Ledger.TRIGGERS;

    private final StepContext context;
    private final String column;
    private final Moves moves;
    private final RouteTriggers triggers;

    /** To drop the triggers. It does not matter then what happens if a row moves. */
    FilledColumn(StepContext context) {
        this(context, Moves.FOLLOW);
    }

    FilledColumn(StepContext context, Moves moves) {
        this.context = context;
        this.moves = moves;
        this.column = Identifier.quote(context.scope().column());
        this.triggers = new RouteTriggers(context, moves);
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
        List<Action> actions = new ArrayList<>(new CopyTrigger(context).abandon());
        if (retired(context)) {
            actions.add(new Action.Note(context.name() + ": the application writes the column already; no trigger is needed."));
        } else if (filledByDefault(context)) {
            actions.add(new Action.Note(context.name() + ": the column's default fills new rows; no trigger is needed."));
            noteJustMade();
        } else if (context.script() || !triggers.there()) {
            actions.addAll(create(triggers.checked(), triggers.begun() ? triggers.unwanted() : List.of(), List.of()));
            noteJustMade();
        } else {
            actions.addAll(new ChosenOrganizations(context).makeAgain());
        }
        return actions;
    }

    /** The triggers are about to be made, or the column's default stands for them. If that fails, there are none to follow routes. */
    private void noteJustMade() {
        if (!context.script()) {
            JUST_MADE.note(context.connection(), context.name(), Map.entry(context.scope(), moves));
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
        if (!triggers.filling()) {
            return List.of();
        }
        RenamedTable.refuse(context);
        List<FollowFunction> unwanted = triggers.unwanted();
        NameLookup lookup = NameLookup.of(context, moves);
        List<RouteTriggers.Made> made = triggers.made(lookup);
        boolean asWanted = unwanted.isEmpty() && triggers.there() && triggers.asWanted(made);
        if (asWanted) {
            return new ChosenOrganizations(context).makeAgain();
        }
        lookup.check();
        return create(made, unwanted, new ChangedRoutes(context).note());
    }

    /**
     * @param unwanted functions that go first: their triggers may have the names of the new ones
     * @param further  statements for the same transaction
     */
    private List<Action> create(List<RouteTriggers.Made> made, List<FollowFunction> unwanted, List<String> further) throws SQLException {
        new OrganizationColumn(context).requireFollowed();
        new FollowedConditions(context).check();
        new LateTriggers(context).check();
        ChosenOrganizations chosen = new ChosenOrganizations(context);
        chosen.requireFitting();
        List<String> sideTable = chosen.lost() ? List.of() : chosen.create();
        List<Action> actions = new ArrayList<>(chosen.lost() ? chosen.makeAgain() : chosen.requireSchema());
        List<String> before = Stream.concat(unwanted.stream().map(function -> FollowFunction.drop(function.name())), sideTable.stream()).toList();
        actions.add(triggers.create(before, made, further).on(triggers.with(Stream.concat(triggers.parents(), unwanted.stream().map(FollowFunction::table)).toList())));
        EarlierReferences.of(context).note().ifPresent(actions::add);
        return actions;
    }

    /** Whether the default that step 01 made fills new rows, or will when the script runs. */
    static boolean filledByDefault(StepContext context) {
        return context.ledger().has(Ledger.made(OrganizationColumn.DEFAULT)) && context.ledger().retired(OrganizationColumn.DEFAULT).isEmpty()
                || context.scriptAddsDefault();
    }

    /** Step 10 may have dropped them and been stopped before Liquibase's record of it. Then its note goes, or the next update would make none. */
    List<Action> stop() throws SQLException {
        RenamedTable.refuse(context);
        List<FollowFunction> functions = triggers.functions();
        TriggerStatements statements = triggers.drop(functions);
        if (retired(context)) {
            statements.add(context.ledger().forgetRetired(TRIGGERS));
        }
        ChangedRoutes changed = new ChangedRoutes(context);
        if (changed.noted()) {
            statements.add(changed.forget());
        }
        return statements.isEmpty() ? List.of() : List.of(statements.on(triggers.with(functions.stream().map(FollowFunction::table).toList())));
    }

    /** Drops the triggers that a stopped step 02 has left. Liquibase does not roll that step back, because it does not count as done. */
    List<Action> stopIfLeft() throws SQLException {
        return context.script() || !triggers.filling() ? List.of() : stop();
    }

    /** The contract: the application writes the column itself. Our triggers and our default are dropped. */
    List<Action> retire() throws SQLException {
        RenamedTable.refuse(context);
        new ConstantDefault(context).refuseToStay();
        List<Action> actions = new ArrayList<>();
        List<FollowFunction> functions = triggers.functions();
        TriggerStatements statements = triggers.drop(functions);
        if (!statements.isEmpty()) {
            if (!filledByDefault(context)) {
                statements.add(context.ledger().note(Ledger.retired(TRIGGERS, "made by step 02")));
            }
            actions.add(statements.on(triggers.with(functions.stream().map(FollowFunction::table).toList())));
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
        actions.add(triggers.create(kept.isEmpty() ? chosen.create() : List.of(), triggers.checked(), further).on(triggers.with(triggers.parents().toList())));
        return actions;
    }
}
