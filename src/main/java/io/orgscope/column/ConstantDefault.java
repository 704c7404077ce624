package io.orgscope.column;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.PreparedQuery;
import io.orgscope.postgres.Sql;
import io.orgscope.route.KeptAssignments;
import io.orgscope.route.NamedOrganization;
import io.orgscope.route.Route;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A constant default of the organization column that this library did not make. PostgreSQL puts it into a row before
 * the triggers of step 02 see the row, so they take it for a choice of the application. A default that calls a function
 * which can read the session, such as current_setting, is a choice of the application.
 */
final class ConstantDefault {

    /**
     * The constant defaults of the column. A partition can have another one than the table, and a domain can have one. An
     * expression is constant if all its functions are immutable. The catalog shows the functions by number.
     */
    private static final PreparedQuery EXPRESSIONS = PreparedQuery.of("constant_default", "oid, text", InheritanceTree.BY_OID + """
            SELECT pg_catalog.pg_get_expr(e.tree, a.attrelid) AS expression, d.oid IS NULL AS of_type
              FROM pg_catalog.pg_attribute a
              JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
             CROSS JOIN LATERAL (SELECT coalesce(d.adbin, y.typdefaultbin) AS tree) e
             WHERE a.attrelid IN (SELECT oid FROM tree)
               AND a.attname = $2 AND a.attgenerated = '' AND a.attidentity = ''
               AND pg_catalog.strpos(e.tree::text, '{SQLVALUEFUNCTION ') = 0
               AND NOT EXISTS (
                     SELECT FROM pg_catalog.regexp_matches(e.tree::text, ' :(op|)funcid ([0-9]+)', 'g') AS m(found)
                       JOIN pg_catalog.pg_proc p ON p.oid = m.found[2]::oid
                      WHERE p.provolatile <> 'i')
             ORDER BY a.attrelid <> $1, 1
            """);

    /** Types with a smaller oid are PostgreSQL's own (access/transam.h). They have no default, as domains and types of the user can. */
    private static final long FIRST_OTHER_OID = 10_000;

    /** @param ofType whether the domain of the column has it, and not the column */
    private record Expression(String sql, boolean ofType) {
    }

    /** @param value what the expression gives, as text */
    private record Found(Expression expression, String value) {
    }

    private final StepContext context;
    private final String name;

    ConstantDefault(StepContext context) {
        this.context = context;
        this.name = context.name().column(context.scope().column());
    }

    /** Step 01 does not adopt such a column: rows of an application that does not know it would be in the wrong organization. */
    void refuseToAdopt(Column column) throws SQLException {
        Optional<Found> found = find();
        if (found.isEmpty()) {
            return;
        }
        Expression constant = found.get().expression();
        boolean inPartitionKey = context.table().filter(table -> table.partitionedBy(column.name())).isPresent();
        throw new OrgScopeException(name + " is there already, and its default is the constant " + constant.sql() + ". PostgreSQL puts it into each row"
                + " whose INSERT leaves the column out, before the triggers of step 02 see the row. "
                + (inPartitionKey ? writtenFirst(constant) : droppedFirst(column, constant)) + " Nothing was changed.");
    }

    private String writtenFirst(Expression constant) {
        return "The column is in the partition key, so the row is in the partition of that organization, and no trigger can move it to another. First let the"
                + " application write the column in each INSERT: without the default, an INSERT that leaves it out fails. Run " + withoutDefault(constant)
                + ". Then run update again.";
    }

    private String droppedFirst(Column column, Expression constant) {
        Optional<String> stays = context.table().flatMap(table -> table.whyNotNullStays(column.name()));
        boolean required = column.notNull() || column.unvalidated() != null;
        return "They would take it for a choice of the application, and the row would stay in that organization. Run " + withoutDefault(constant)
                + (required && stays.isEmpty() ? withoutNotNull() : "") + " as one statement, and then run update at once. "
                + stays.map(where -> "The column is " + where + " and stays NOT NULL, so INSERTs that leave it out fail with 23502 until step 02.")
                        .orElse("Until step 02 new rows have no organization; step 03 fills them, and step 04 sets NOT NULL.");
    }

    /** Step 10 does not leave such a default behind. It was set after step 01. */
    void refuseToStay() throws SQLException {
        Optional<Found> found = find();
        if (found.isPresent()) {
            Expression constant = found.get().expression();
            throw new OrgScopeException(name + " has the constant default " + constant.sql() + ", which this library did not make. Rows whose INSERT left"
                    + " the column out since then have this organization, as if the application had chosen it, and after this step every such row would get it."
                    + " Run " + withoutDefault(constant) + "." + look(found.get().value()) + " Then run update again. Nothing was changed.");
        }
    }

    /** With our default there are no triggers. So other routes would do nothing, and new rows would go on getting the organization of the default. */
    void refuseOtherRoutes() throws SQLException {
        if (ofOtherRoutes()) {
            throw new OrgScopeException(name + " has a default, because the routes named one organization for every row when step 01 ran. With a default there are no"
                    + " triggers that could follow other routes. Declare the former route again. Then run update; or, to change the route, roll back the steps of this table,"
                    + " declare the new route, and run update. Nothing was changed.");
        }
    }

    /** Whether the ledger says that step 01 made the default, and the routes do not give its organization to every row. */
    boolean ofOtherRoutes() throws SQLException {
        if (context.connection() == null || context.script() || !FilledColumn.filledByDefault(context)) {
            return false;
        }
        String constant = context.column().map(Column::defaultExpression).orElse(null);
        String value = constant == null ? null : text("SELECT (" + constant + ")::pg_catalog.text");
        return value != null && !value.equals(named());
    }

    private String look(String organization) {
        KeptAssignments kept = context.resolved().kept();
        return kept.present() ? " Then look at the rows that SELECT * FROM " + kept.name().sql() + " WHERE chosen AND organization = " + Literal.of(organization)
                + " lists. Set the column to NULL in those that the application did not choose; the trigger fills it." : "";
    }

    /** If all rows belong to one named organization, it may be the default. */
    private Optional<Found> find() throws SQLException {
        if (context.connection() == null || context.column().filter(this::mayHaveDefault).isEmpty() || FilledColumn.filledByDefault(context)) {
            return Optional.empty();
        }
        List<Expression> all = EXPRESSIONS.list(context.connection(), row -> new Expression(row.getString("expression"), row.getBoolean("of_type")),
                context.table().orElseThrow().oid(), context.scope().column());
        String only = all.isEmpty() ? null : named();
        for (Expression constant : all) {
            String value = text("SELECT (" + constant.sql() + ")::pg_catalog.text");
            if (value != null && !value.equals(only)) {
                return Optional.of(new Found(constant, value));
            }
        }
        return Optional.empty();
    }

    /** As far as the catalog shows that was read already. Of hundreds of tables, most have none. */
    private boolean mayHaveDefault(Column column) {
        return column.defaultExpression() != null || column.typeOid() >= FIRST_OTHER_OID || context.partitioned();
    }

    /** The key of the one named organization. Null if the routes name none or it does not exist yet. */
    private String named() throws SQLException {
        Route.Named named = context.scope().onlyNamed();
        return named == null ? null : text(NamedOrganization.select(named, context.scope().organizations()));
    }

    private String text(String query) throws SQLException {
        return Sql.first(context.connection(), null, query, row -> row.getString(1));
    }

    private String withoutDefault(Expression constant) {
        return "ALTER TABLE " + context.name().sql() + " ALTER COLUMN " + quoted() + (constant.ofType() ? " SET DEFAULT NULL" : " DROP DEFAULT");
    }

    private String withoutNotNull() {
        return ", ALTER COLUMN " + quoted() + " DROP NOT NULL";
    }

    private String quoted() {
        return Identifier.quote(context.scope().column());
    }
}
