package io.orgscope.plan.survey;

import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.graph.ReferenceGraph;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Looks for the table whose keys hold all values of a column that nothing else explains. Where there is just one, the column leads
 * there: surely by uuids, which do not meet by chance, and with a question by numbers and texts, which do.
 */
public final class ColumnValues {

    /** How many values are compared with every table, and how many with those that are left. */
    private static final int FEW = 100;
    private static final int MANY = 100_000;

    private final Survey survey;
    private final Unexplained unexplained;
    private final ReadOnly reader;

    public ColumnValues(Survey survey, Unexplained unexplained, ReadOnly reader) {
        this.survey = survey;
        this.unexplained = unexplained;
        this.reader = reader;
    }

    private record Share(Table table, long held, long of) {

        @Override
        public String toString() {
            return table.name() + " (" + held + " of " + of + ")";
        }
    }

    /** Explains what can be explained: all of the tables that reach no organization, of the others what is in every row. */
    public void explain(Predicate<TableName> reaches) throws SQLException {
        for (TableName name : survey.tables()) {
            if (survey.of(name) == ScopingStatus.OPEN) {
                for (String column : reaches.test(name) ? unexplained.open(name) : unexplained.of(name)) {
                    explain(survey.catalog().find(name).orElseThrow(), column);
                }
            }
        }
    }

    private void explain(Table table, String column) throws SQLException {
        Column found = table.column(column).orElseThrow();
        List<Table> fitting = survey.tables().stream().map(other -> survey.catalog().find(other).orElseThrow())
                .filter(other -> ReferenceGraph.fits(found, other)).toList();
        try {
            List<Table> left = held(table, found, fitting, FEW).stream().filter(share -> share.held > 0 && share.held == share.of)
                    .map(Share::table).toList();
            List<Share> shares = held(table, found, left.isEmpty() ? fitting : left, left.isEmpty() ? FEW : MANY);
            List<Share> all = shares.stream().filter(share -> share.held > 0 && share.held == share.of).toList();
            if (all.size() == 1) {
                Table target = all.get(0).table;
                survey.graph().add(Reference.guessed(table, found, target, ReferenceGraph.keyColumn(target).orElseThrow(), Reference.Origin.VALUES));
            } else if (!shares.isEmpty()) {
                String list = (all.isEmpty() ? shares : all).stream().filter(share -> share.held > 0)
                        .sorted((one, other) -> Long.compare(other.held, one.held)).limit(3).map(Share::toString).collect(Collectors.joining(", "));
                if (list.isEmpty() && (shares.get(0).of > 0 || !found.notNull() && anyRow(table))) {
                    survey.external(table.name(), column);
                }
                survey.remark(table.name(), list.isEmpty() && shares.get(0).of == 0 ? "No row has a " + column + "."
                        : list.isEmpty() ? "No table has keys like the values of " + column + "."
                        : "Values of " + column + " that are keys: of " + list + ".");
            }
        } catch (ReadOnly.Refused refused) {
            survey.remark(table.name(), "The values of " + column + " could not be read: " + refused.getMessage() + ".");
        }
    }

    private boolean anyRow(Table table) throws SQLException, ReadOnly.Refused {
        return reader.run(connection -> Sql.first(connection, false, "SELECT EXISTS (SELECT FROM " + table.name().sql() + ")", row -> row.getBoolean(1)));
    }

    private List<Share> held(Table table, Column column, List<Table> among, int values) throws SQLException, ReadOnly.Refused {
        if (among.isEmpty()) {
            return List.of();
        }
        String counts = among.stream().map(other -> "pg_catalog.count(*) FILTER (WHERE EXISTS (SELECT FROM " + other.name().sql() + " k WHERE k."
                + Identifier.quote(ReferenceGraph.keyColumn(other).orElseThrow().name()) + " = v.v))").collect(Collectors.joining(", "));
        String quoted = Identifier.quote(column.name());
        List<Long> found = reader.run(connection -> Sql.list(connection, "SELECT unnest(ARRAY[pg_catalog.count(*), " + counts
                + "]::bigint[]) FROM (SELECT DISTINCT r." + quoted + " AS v FROM " + table.name().sql() + " r WHERE r." + quoted
                + " IS NOT NULL LIMIT " + values + ") v", row -> row.getLong(1)));
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < among.size(); i++) {
            shares.add(new Share(among.get(i), found.get(i + 1), found.get(0)));
        }
        return shares;
    }
}
