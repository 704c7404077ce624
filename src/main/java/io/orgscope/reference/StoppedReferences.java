package io.orgscope.reference;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.TableName;
import io.orgscope.spec.Naming;
import io.orgscope.step.Action;
import io.orgscope.step.Ledger;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a step 11 has left on a table that was stopped, in its middle or before Liquibase's record of it. Liquibase does not know of that step, so it does
 * not roll it back. The rollback of step 08 does.
 */
public final class StoppedReferences {

    private StoppedReferences() {
    }

    /** The lines of the ledger that are left. */
    public static List<String> lines(StepContext context) {
        return context.ledger().among(Stream.concat(memberships(context).map(Ledger::made), Stream.of(Isolated.LINE)));
    }

    /** Drops the keys to the memberships and restores the single keys. Only for live use. */
    public static List<Action> restore(StepContext context) throws SQLException {
        List<Action> actions = new ArrayList<>();
        for (String name : memberships(context).filter(name -> context.ledger().has(Ledger.made(name))).toList()) {
            TableName target = context.table().flatMap(table -> MembershipReference.named(table, name)).map(ForeignKey::target).orElse(null);
            actions.add(MembershipReference.drop(context, name, context.name().equals(target) ? null : target));
        }
        if (context.ledger().has(Isolated.LINE)) {
            actions.add(new Action.Work(connection -> restore(connection, context), List.of()));
        }
        return actions;
    }

    /** The names of keys to memberships. A key of another meaning may have the same name. Of a partitioned table the key may be missing: it is made last. */
    private static Stream<String> memberships(StepContext context) {
        return context.table().stream().flatMap(table -> table.columns().stream().map(Column::name).filter(column ->
                MembershipReference.named(table, name(context, column)).map(key -> key.columns().contains(column)).orElse(table.partitioned()))
                .map(column -> name(context, column)));
    }

    private static String name(StepContext context, String column) {
        return Naming.membership(context.name().name(), column);
    }

    private static void restore(Connection connection, StepContext context) throws SQLException {
        Isolated isolated = Isolated.of(connection, context.scope(), List.of(), List.of(), context.locks(), false);
        new StepRunner(connection, context.locks()).run(
                new CompositeReferences(isolated, connection.getMetaData().getDatabaseMajorVersion()).restore());
    }
}
