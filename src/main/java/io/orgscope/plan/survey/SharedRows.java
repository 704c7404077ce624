package io.orgscope.plan.survey;

import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.name.Role;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.SearchPath;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
            if (!statements.isEmpty() && oneEach(statements, operatorSchemas(table))) {
                survey.oneEach(table);
            }
        }
    }

    /** If all rows are of one organization, this proves nothing. */
    private boolean oneEach(List<String> statements, Set<String> operatorSchemas) throws SQLException {
        try {
            return reader.run(connection -> {
                SearchPath.add(connection, operatorSchemas, true);
                return Sql.first(connection, false, "SELECT pg_catalog.max(x.n) = 1 AND pg_catalog.count(DISTINCT x.o) > 1"
                                + " FROM (SELECT pg_catalog.count(DISTINCT s.o) AS n, pg_catalog.min(s.o) AS o FROM (" + String.join(" UNION ALL ", statements)
                                + ") s WHERE s.o IS NOT NULL GROUP BY s.part, s.place) x",
                        row -> row.getBoolean(1));
            });
        } catch (ReadOnly.Refused refused) {
            return false;
        }
    }

    private List<String> statements(TableName table) {
        List<String> statements = new ArrayList<>();
        for (Reference reference : survey.graph().from(table)) {
            if (reference.origin() == Reference.Origin.MEMBERSHIP) {
                Optional<String> organization = organization(reference.to());
                if (organization.isEmpty()) {
                    return List.of();
                }
                statements.add(statement(table, "r." + Identifier.quote(organization.get()), " JOIN " + reference.to().sql() + " r ON " + equal(reference)));
            } else if (survey.status(reference.to()) == ScopingStatus.ORGANIZATIONS) {
                if (!survey.holdsOrganization(reference)) {
                    return List.of();
                }
                statements.add(statement(table, "t." + Identifier.quote(reference.columns().get(0)), ""));
            }
        }
        if (survey.has(table)) {
            statements.add(statement(table, "t." + Identifier.quote(survey.columnOf(table)), ""));
        }
        return statements;
    }

    /** The column of a membership with its organization. */
    private Optional<String> organization(TableName membership) {
        if (survey.has(membership)) {
            return Optional.of(survey.columnOf(membership));
        }
        List<String> named = survey.graph().from(membership).stream().filter(survey::holdsOrganization)
                .filter(reference -> survey.roles().byName(reference) == Role.BELONGS).map(reference -> reference.columns().get(0)).distinct().toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** The row is known by its place. Memberships may reference it by different keys. */
    private static String statement(TableName table, String organization, String join) {
        return "SELECT t.tableoid AS part, t.ctid AS place, " + organization + "::text AS o FROM " + table.sql() + " t" + join;
    }

    private static String equal(Reference membership) {
        return IntStream.range(0, membership.key().size()).mapToObj(i -> "r." + Identifier.quote(membership.key().get(i)) + " = t."
                + Identifier.quote(membership.columns().get(i))).collect(Collectors.joining(" AND "));
    }

    /** The schemas of the operators with which memberships are compared. The steps will have them in their search_path. */
    private Set<String> operatorSchemas(TableName table) {
        return survey.graph().from(table).stream().filter(reference -> reference.origin() == Reference.Origin.MEMBERSHIP)
                .flatMap(reference -> Stream.concat(columns(table, reference.columns()), columns(reference.to(), reference.key())))
                .map(Column::operatorSchema).filter(schema -> !schema.equals("pg_catalog")).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Column> columns(TableName table, List<String> names) {
        return survey.catalog().find(table).stream().flatMap(found -> names.stream().flatMap(name -> found.column(name).stream()));
    }
}
