package io.orgscope.reference;

import io.orgscope.index.ReferencedKey;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Table;
import java.util.Optional;

/**
 * A foreign key between two isolated tables that does not include the organization. Step 11 replaces it if it can.
 *
 * @param column       the organization column of its table
 * @param targetColumn the organization column of the referenced table
 * @param server       the server's major version
 */
public record SingleReference(ForeignKey key, Table table, String column, Table target, String targetColumn, int server) {

    /** From this version on, ON DELETE SET NULL and SET DEFAULT can leave out the organization. */
    private static final int NAMES_COLUMNS = 15;

    /** Whether it compares the organizations already. */
    boolean carriesOrganization() {
        return key.includes(column, targetColumn);
    }

    /** Why the key cannot include the organization; empty if it can. */
    public Optional<String> reason() {
        if (key.options().period()) {
            return Optional.of("it has a PERIOD, and PostgreSQL has no ON UPDATE CASCADE for that. It does not keep rows of two organizations apart.");
        }
        if (key.columns().contains(column) || key.targetColumns().contains(targetColumn)) {
            return Optional.of("it uses the organization column for something else, as " + key.says() + ".");
        }
        if (key.emptiesOnDelete() && server < NAMES_COLUMNS) {
            return Optional.of("with the organization in it, its ON DELETE would also set the organization to NULL, and PostgreSQL " + server
                    + " cannot limit it to the other columns (PostgreSQL 15 and later can). It does not keep rows of two organizations apart.");
        }
        if (key.columns().stream().anyMatch(name -> table.column(name).map(Column::generated).orElse(false))) {
            return Optional.of("it is over a generated column, for which PostgreSQL has no ON UPDATE CASCADE. It does not keep rows of two"
                    + " organizations apart.");
        }
        if (key.options().matchFull() && key.columns().size() > 1) {
            return Optional.of("it is MATCH FULL over several columns, and the organization is never NULL, so every row would have to reference"
                    + " something. Make it MATCH SIMPLE with a CHECK, then roll this step back and run it again.");
        }
        return ReferencedKey.keyIndex(target, key.targetColumns()).isEmpty()
                ? Optional.of("no plain unique index of " + target.name() + " is over " + String.join(", ", key.targetColumns()) + ".")
                : Optional.empty();
    }
}
