package io.orgscope.column;

import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Moves;
import io.orgscope.spec.Naming;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The triggers of step 02 with their functions: {@link FillTrigger} on the table itself, a {@link FollowTrigger} on each table that the routes read. What the
 * present routes need, and what is there.
 */
final class RouteTriggers {

    /** A function with its triggers, and its search_path. */
    record Made(SharedStatements statements, String path) {

        /** What {@link TriggerFunction#found} finds of it. */
        List<String> found() {
            return List.of(path.replace("\"", ""), statements.body());
        }
    }

    private final StepContext context;
    private final Moves moves;
    private final FillTrigger fill;
    private final List<FollowTrigger> follow;

    RouteTriggers(StepContext context, Moves moves) {
        this.context = context;
        this.moves = moves;
        this.fill = new FillTrigger(context);
        this.follow = context.resolved().inTriggers().parents().stream().map(parent -> new FollowTrigger(context, parent, moves)).toList();
    }

    /** Whether the triggers for the present routes are there. */
    boolean there() {
        return fill.names().stream().noneMatch(name -> missing(context.name(), name))
                && follow.stream().allMatch(trigger -> trigger.names().stream().noneMatch(name -> missing(trigger.table(), name)));
    }

    /** Whether the table itself has its triggers, for these routes or for others. */
    boolean filling() {
        return !missing(context.name(), FillTrigger.ON_INSERT);
    }

    /** Whether something of an earlier step 02 is there. Then functions may be there that the present routes do not need. */
    boolean begun() {
        return filling() || parents().anyMatch(table -> !missing(table, Naming.followTrigger(context.name())));
    }

    /** Functions for tables that the routes do not read any more, and those that are not named like the table that has their triggers now. */
    List<FollowFunction> unwanted() throws SQLException {
        Set<FollowFunction> wanted = follow.stream().map(trigger -> new FollowFunction(trigger.function(), trigger.table())).collect(Collectors.toSet());
        return found().stream().filter(function -> !wanted.contains(function)).toList();
    }

    /** {@link #made} if the functions find what they name. */
    List<Made> checked() throws SQLException {
        NameLookup lookup = NameLookup.of(context, moves);
        lookup.check();
        return made(lookup);
    }

    /** What makes the triggers of the table, and those of each table that its routes read. */
    List<Made> made(NameLookup lookup) throws SQLException {
        String following = lookup.updating();
        String filling = fill.updatesRows() ? following : lookup.path().sql();
        List<Made> made = new ArrayList<>(List.of(new Made(fill.create(filling), filling)));
        for (FollowTrigger trigger : follow) {
            made.add(new Made(trigger.create(following), following));
        }
        return made;
    }

    /** Whether the functions already are as they would be made now, for example after the first change set of the step. */
    boolean asWanted(List<Made> made) throws SQLException {
        if (context.connection() == null) {
            return false;
        }
        return TriggerFunction.found(context.connection(), context.name().schema(), functionNames().map(TableName::name).toList())
                .containsAll(made.stream().map(Made::found).toList());
    }

    /** The functions for the present routes. */
    private Stream<TableName> functionNames() {
        return Stream.concat(Stream.of(fill.function()), follow.stream().map(FollowTrigger::function));
    }

    private boolean onPartitioned() {
        return Stream.concat(Stream.of(context.name()), parents()).anyMatch(table -> context.catalog().find(table).filter(Table::partitioned).isPresent());
    }

    /** One transaction makes all triggers, so a crash leaves all of them or none. */
    TriggerStatements create(List<String> before, List<Made> made, List<String> further) {
        TriggerStatements statements = new TriggerStatements();
        before.forEach(statements::add);
        made.forEach(one -> statements.add(one.statements()));
        if (onPartitioned()) {
            statements.add(TriggerFunction.grantToOwners(functionNames()));
        }
        further.forEach(statements::add);
        return statements;
    }

    /** The functions that make rows of this table follow. A script cannot see which are there when it runs. */
    List<FollowFunction> functions() throws SQLException {
        Stream<FollowFunction> declared = follow.stream().map(trigger -> new FollowFunction(trigger.function(), trigger.table()));
        return Stream.concat(found().stream(), context.script() ? declared : Stream.empty()).distinct().toList();
    }

    /** The tables that get or lose triggers: the scoped one and these. */
    List<TableName> with(Collection<TableName> parents) {
        return Stream.concat(Stream.of(context.name()), parents.stream()).distinct().toList();
    }

    Stream<TableName> parents() {
        return follow.stream().map(FollowTrigger::table);
    }

    TriggerStatements drop(List<FollowFunction> functions) {
        TriggerStatements statements = new TriggerStatements();
        functions.forEach(function -> statements.add(FollowFunction.drop(function.name())));
        if (context.script() || fill.names().stream().anyMatch(name -> !missing(context.name(), name))) {
            statements.add(fill.drop());
        }
        return statements;
    }

    private boolean missing(TableName table, String trigger) {
        return context.catalog().find(table).filter(found -> found.triggers().contains(trigger)).isEmpty();
    }

    private List<FollowFunction> found() throws SQLException {
        return context.connection() == null ? List.of() : FollowFunction.of(context.name(), context.connection());
    }
}
