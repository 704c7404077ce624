package io.orgscope.reference;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SqlState;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.postgres.Table;
import io.orgscope.step.Action;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The rows that break a foreign key: the row that they reference does not exist. They are searched only after PostgreSQL has refused the key. The ordinary
 * case needs no query.
 */
public final class Unmatched {

    private static final SqlTemplate CONDITION = new SqlTemplate("""
            {filled} AND NOT EXISTS (SELECT FROM {referenced} p WHERE {join}{covered})""", Set.of("filled", "referenced", "join", "covered"));

    private Unmatched() {
    }

    /** A condition on the row {@code t} of the referencing table. */
    public static String condition(ForeignKey key) {
        return CONDITION.fill(Map.of("filled", key.columns().stream().map(column -> "t." + Identifier.quote(column) + " IS NOT NULL").collect(Collectors.joining(" AND ")),
                "referenced", key.target().sql(), "join", Crossing.join(key, "t", "p"), "covered", key.options().period() ? covered(key) : ""));
    }

    /** The referenced rows together have to cover a period. */
    private static String covered(ForeignKey key) {
        int last = key.columns().size() - 1;
        return " HAVING t." + Identifier.quote(key.columns().get(last)) + " <@ pg_catalog.range_agg(p." + Identifier.quote(key.targetColumns().get(last)) + ")";
    }

    /**
     * The statement that checks the rows, with a message about those that break the key.
     *
     * @param key     the key, with the table whose rows are checked
     * @param message the message, given the rows
     */
    static Action.Brief explained(Action.Brief checks, ForeignKey key, UnaryOperator<String> message) {
        return checks.explained((connection, failed) -> {
            if (!SqlState.FOREIGN_KEY_VIOLATION.equals(failed.getSQLState())) {
                return Optional.empty();
            }
            Table table = Catalog.of(connection, List.of(key.table())).find(key.table()).orElseThrow();
            RowKeys rows = RowKeys.of(connection, table, condition(key));
            // Somebody may have corrected them in the meantime.
            return Optional.of(message.apply(rows.count() == 0 ? "rows" : rows.toString()));
        });
    }

    /** VALIDATE, with that message. */
    static Action.Brief validated(ForeignKey key, UnaryOperator<String> message) {
        return explained(new Action.Brief(key.table(), key.validate()), key, message);
    }

    /** VALIDATE of a key that a rollback restores. */
    static Action.Brief restored(Action.Brief validate, ForeignKey key) {
        return explained(validate, key, rows -> key.table() + ": " + rows + " reference a row of " + key.target()
                + " that does not exist, because nothing checked them for a while. "
                + enforced(key) + " Correct these rows, then run rollback again.");
    }

    /** What to say about a key that is there and not validated. */
    static String enforced(ForeignKey key) {
        return "The foreign key " + key.name() + " is there, so PostgreSQL refuses new such rows. If the application has to write them until then, run ALTER TABLE "
                + key.table().sql() + " DROP CONSTRAINT " + Identifier.quote(key.name()) + ".";
    }
}
