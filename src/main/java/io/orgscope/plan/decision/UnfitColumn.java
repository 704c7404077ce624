package io.orgscope.plan.decision;

import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Table;
import io.orgscope.route.Collations;
import java.util.List;
import java.util.Optional;

/**
 * What keeps step 01 from adopting an organization column that exists already, as far as the catalog shows it. The step asks
 * more: a default may also be constant by its functions, or be that of a domain.
 */
final class UnfitColumn {

    private static final String AGAIN = "; then run orgscope-plan again";

    private UnfitColumn() {
    }

    /** What has to be done first; null if nothing, or if the table does not have the column. */
    static String question(Survey survey, Table table) {
        Column own = table.column(survey.columnOf(table.name())).orElse(null);
        if (own == null) {
            return null;
        }
        Column key = survey.key();
        if (own.generated()) {
            return "its " + own.name() + " is a generated column, which no step can fill. Replace it by an ordinary one, or name another column" + AGAIN;
        }
        if (table.primaryKey().filter(primary -> primary.columns().equals(List.of(own.name()))).isPresent()) {
            if (survey.status(table.name()) == ScopingStatus.SCOPED) {
                return "its " + own.name() + " is its primary key. Step 01 adopts no primary key. The table counts as scoped and needs no entry. Change its unique keys in a"
                        + " change set of your own, or name another column";
            }
            return "its " + own.name() + " is its primary key. Step 01 adopts no primary key. With a validated foreign key the table counts as scoped and needs no entry. "
                    + foreignKeyFirst(survey, survey.foreignKey(table)) + AGAIN;
        }
        if (table.partitionedBy(own.name()) && !own.notNull()) {
            return "its " + own.name() + " is its partition key and may be NULL, and no step can fill it there. Make it NOT NULL" + AGAIN;
        }
        Optional<String> collations = key == null ? Optional.empty() : Collations.refused(table.name(), own, survey.organizations().table(), key);
        if (collations.isPresent()) {
            return "its route " + collations.get() + AGAIN;
        }
        if (key != null && own.typeModifier() != key.typeModifier() && own.typeModifier() >= 0
                && (key.typeModifier() < 0 || own.typeModifier() < key.typeModifier())) {
            return "its " + own.name() + " is " + own.type() + ", narrower than " + key.type() + ", the key of " + survey.organizations().table()
                    + ". Widen it" + AGAIN;
        }
        return StrayDefault.constant(own) ? constant(table, own)
                : Decision.unfitKey(table, survey.foreignKey(table));
    }

    private static String foreignKeyFirst(Survey survey, ForeignKey foreign) {
        return foreign == null ? "Add one to " + survey.organizations().table().column(survey.organizations().key()) : "Validate " + foreign.name();
    }

    private static String constant(Table table, Column own) {
        String column = Identifier.quote(own.name());
        String has = "its " + own.name() + " has the constant default " + own.defaultExpression() + ". ";
        String drop = "run " + StrayDefault.drop(table.name(), own);
        if (table.partitionedBy(own.name())) {
            return has + "The column is in the partition key, so no trigger can give a row whose INSERT leaves it out another organization. Let the"
                    + " application write the column in each INSERT; then " + drop + AGAIN;
        }
        Optional<String> stays = table.whyNotNullStays(own.name());
        return has + "A row whose INSERT leaves the column out would stay in that organization, so step 01 refuses it. Remove the '# ' below, " + drop
                + (own.notNull() && stays.isEmpty() ? ", ALTER COLUMN " + column + " DROP NOT NULL" : "") + ", and then update at once"
                + stays.map(where -> ". The column is " + where + " and stays NOT NULL, so INSERTs that leave it out fail with 23502 until step 02").orElse("");
    }
}
