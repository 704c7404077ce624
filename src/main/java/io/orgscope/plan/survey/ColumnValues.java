package io.orgscope.plan.survey;

import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.graph.ReferenceGraph;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Types;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the table whose keys include all values of a column that nothing else explains. If there is exactly one, the
 * column leads there. For uuids this is certain, because they are not equal by chance. For numbers and texts it is a
 * question.
 */
public final class ColumnValues {

    /** The number of values that are compared with every table, and the number for the tables that are left. */
    private static final int FEW = 100;
    private static final int MANY = 100_000;

    /**
     * The number of tables in one query. A query locks each of its tables and all their indexes until the transaction
     * ends, and the server has room for only so many locks of all sessions together.
     */
    private static final int MOST_TABLES = 50;

    private final Survey survey;
    private final Unexplained unexplained;
    private final ReadOnly reader;

    public ColumnValues(Survey survey, Unexplained unexplained, ReadOnly reader) {
        this.survey = survey;
        this.unexplained = unexplained;
        this.reader = reader;
    }

    /** A column that identifies the rows of its table. */
    private record Key(Table table, Column column) {

        boolean primary() {
            return ReferenceGraph.keyColumn(table).filter(column::equals).isPresent();
        }
    }

    private record Share(Key key, long held, long of) {

        boolean whole() {
            return held > 0 && held == of;
        }

        @Override
        public String toString() {
            return key.table.name() + " (" + held + " of " + of + ")";
        }
    }

    /**
     * Explains columns: all columns of tables that reach no organization, and for the others the columns that every row
     * has. Texts that do not look like keys come last.
     */
    public void explain(Predicate<TableName> reaches) throws SQLException {
        for (TableName name : survey.tables()) {
            if (survey.status(name) == ScopingStatus.OPEN) {
                Table table = survey.catalog().find(name).orElseThrow();
                for (String column : reaches.test(name) ? unexplained.open(name) : unexplained.of(name)) {
                    explain(table, table.column(column).orElseThrow());
                }
                for (String column : unexplained.texts(name)) {
                    text(table, table.column(column).orElseThrow());
                }
            }
        }
    }

    private void explain(Table table, Column column) throws SQLException {
        List<Key> fitting = keys(column).toList();
        try {
            List<Key> left = held(table, column, fitting, FEW).stream().filter(Share::whole).map(Share::key).toList();
            List<Share> shares = held(table, column, left.isEmpty() ? fitting : left, left.isEmpty() ? FEW : MANY);
            List<Share> all = shares.stream().filter(Share::whole).toList();
            if (all.size() == 1) {
                add(table, column, all.get(0).key);
            } else if (!shares.isEmpty()) {
                String list = (all.isEmpty() ? shares : all).stream().filter(share -> share.held > 0)
                        .sorted((one, other) -> Long.compare(other.held, one.held)).limit(3).map(Share::toString).collect(Collectors.joining(", "));
                if (list.isEmpty() && (shares.get(0).of > 0 || !column.notNull() && anyRow(table))) {
                    survey.external(table.name(), column.name());
                }
                survey.remark(table.name(), list.isEmpty() && shares.get(0).of == 0 ? "No row has a " + column.name() + "."
                        : list.isEmpty() ? "No table has keys like the values of " + column.name() + "."
                        : "Values of " + column.name() + " that are keys: of " + list + ".");
            }
        } catch (ReadOnly.Refused refused) {
            survey.remark(table.name(), "The values of " + column.name() + " could not be read: " + refused.getMessage() + ".");
        }
    }

    /** A text that does not have the name of a key, but has two or more values, all of which are keys of a table. Several tables may have them. */
    private void text(Table table, Column column) throws SQLException {
        List<Key> fitting = keys(column).filter(key -> !key.table.name().equals(table.name())).toList();
        try {
            held(table, column, fitting, FEW).stream().filter(share -> share.whole() && share.of > 1).forEach(share -> add(table, column, share.key));
        } catch (ReadOnly.Refused refused) {
            survey.remark(table.name(), "The values of " + column.name() + " could not be read: " + refused.getMessage() + ".");
        }
    }

    private void add(Table table, Column column, Key key) {
        survey.graph().add(Reference.guessed(table, column, key.table, key.column, Reference.Origin.VALUES));
    }

    /** The primary keys of all tables that the column may equal, and other columns that name an organization. */
    private Stream<Key> keys(Column column) {
        Stream<Key> primary = survey.tables().stream().map(other -> survey.catalog().find(other).orElseThrow())
                .filter(other -> ReferenceGraph.fits(column, other)).map(other -> new Key(other, ReferenceGraph.keyColumn(other).orElseThrow()));
        Stream<Key> names = survey.catalog().find(survey.organizations().table()).stream().flatMap(organizations -> Unexplained.namesOf(survey).stream()
                .map(name -> new Key(organizations, name))).filter(key -> !key.primary() && Types.comparable(column, key.column));
        return Stream.concat(primary, names);
    }

    private boolean anyRow(Table table) throws SQLException, ReadOnly.Refused {
        return reader.run(connection -> Sql.first(connection, false, "SELECT EXISTS (SELECT FROM " + table.name().sql() + ")", row -> row.getBoolean(1)));
    }

    private List<Share> held(Table table, Column column, List<Key> among, int values) throws SQLException, ReadOnly.Refused {
        List<Share> shares = new ArrayList<>();
        for (int from = 0; from < among.size(); from += MOST_TABLES) {
            shares.addAll(shares(table, column, among.subList(from, Math.min(from + MOST_TABLES, among.size())), values));
        }
        return shares;
    }

    private List<Share> shares(Table table, Column column, List<Key> among, int values) throws SQLException, ReadOnly.Refused {
        String counts = among.stream().map(key -> "pg_catalog.count(*) FILTER (WHERE EXISTS (SELECT FROM " + key.table.name().sql() + " k WHERE k."
                + Identifier.quote(key.column.name()) + " = v.v))").collect(Collectors.joining(", "));
        String quoted = Identifier.quote(column.name());
        List<Long> found = reader.run(connection -> Sql.list(connection, "SELECT pg_catalog.unnest(ARRAY[pg_catalog.count(*), " + counts
                + "]::bigint[]) FROM (SELECT DISTINCT s.v FROM (SELECT r." + quoted + " AS v FROM " + table.name().sql() + " r WHERE r." + quoted
                + " IS NOT NULL" + (values == FEW ? " LIMIT " + MANY : "") + ") s LIMIT " + values + ") v", row -> row.getLong(1)));
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < among.size(); i++) {
            shares.add(new Share(among.get(i), found.get(i + 1), found.get(0)));
        }
        return shares;
    }
}
