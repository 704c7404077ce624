package io.orgscope.plan.survey;

import io.orgscope.plan.graph.Reference;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the rows of a table that may belong to several organizations, mostly people, whether any of them does. If each
 * belongs to one, by its memberships and its own columns, a row that references it belongs to that one too.
 */
public final class SharedRows {

    private final Survey survey;
    private final ReadOnly reader;

    public SharedRows(Survey survey, ReadOnly reader) {
        this.survey = survey;
        this.reader = reader;
    }

    /** Removes each table whose rows belong to one organization each from those that may belong to several. */
    public void ask() throws SQLException {
        for (TableName table : survey.severals()) {
            List<String> statements = statements(table);
            if (!statements.isEmpty() && oneEach(statements)) {
                survey.oneEach(table);
            }
        }
    }

    /** If all rows are of one organization, this proves nothing. */
    private boolean oneEach(List<String> statements) throws SQLException {
        try {
            return reader.run(connection -> Sql.first(connection, false, "SELECT pg_catalog.max(x.n) = 1 AND pg_catalog.count(DISTINCT x.o) > 1"
                            + " FROM (SELECT pg_catalog.count(DISTINCT s.o) AS n, pg_catalog.min(s.o) AS o FROM ("
                            + String.join(" UNION ALL ", statements) + ") s WHERE s.p IS NOT NULL AND s.o IS NOT NULL GROUP BY s.p) x",
                    row -> row.getBoolean(1)));
        } catch (ReadOnly.Refused refused) {
            return false;
        }
    }

    private List<String> statements(TableName table) {
        List<String> statements = new ArrayList<>();
        for (Reference reference : survey.graph().from(table)) {
            if (reference.origin() == Reference.Origin.MEMBERSHIP) {
                Optional<String> organization = organization(reference.to());
                if (organization.isEmpty() || reference.key().size() != 1) {
                    return List.of();
                }
                statements.add(statement(reference.to(), reference.key().get(0), organization.get()));
            } else if (survey.status(reference.to()) == ScopingStatus.ORGANIZATIONS) {
                if (!survey.holdsOrganization(reference)) {
                    return List.of();
                }
                key(table).ifPresent(key -> statements.add(statement(table, key, reference.columns().get(0))));
            }
        }
        if (survey.has(table)) {
            key(table).ifPresent(key -> statements.add(statement(table, key, survey.columnOf(table))));
        }
        return statements;
    }

    /** The column of a membership with its organization. */
    private Optional<String> organization(TableName membership) {
        return survey.has(membership) ? Optional.of(survey.columnOf(membership)) : survey.graph().from(membership).stream()
                .filter(survey::holdsOrganization).map(reference -> reference.columns().get(0)).findFirst();
    }

    /** The column that memberships reference. */
    private Optional<String> key(TableName table) {
        return survey.graph().from(table).stream().filter(reference -> reference.origin() == Reference.Origin.MEMBERSHIP)
                .filter(reference -> reference.columns().size() == 1).map(reference -> reference.columns().get(0)).findFirst();
    }

    private static String statement(TableName table, String row, String organization) {
        return "SELECT r." + Identifier.quote(row) + "::text AS p, r." + Identifier.quote(organization) + "::text AS o FROM " + table.sql() + " r";
    }
}
