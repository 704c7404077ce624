package io.orgscope.plan.decision;

import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.step.Ledger;
import java.util.regex.Pattern;

/**
 * A constant default of an organization column. A row whose INSERT leaves the column out belongs to the organization of the
 * default, and no constraint is broken. Only defaults that are a number or a text are found: a default that calls a function may
 * read the session.
 */
public final class StrayDefault {

    /** A number or a text, maybe with a type. */
    private static final Pattern LITERAL = Pattern.compile("(\\(?-?\\d[\\d.]*\\)?|'(?:[^']|'')*')(::[\\w\\s.\"\\[\\](),]+)?");

    private StrayDefault() {
    }

    /** Whether the column has a constant default, whoever made it. */
    static boolean constant(Column column) {
        return !column.generated() && column.defaultExpression() != null && LITERAL.matcher(column.defaultExpression()).matches();
    }

    /**
     * Whether the column has a constant default that neither step 01 made nor the declaration explains. If one organization is named
     * for every row, it may be the default.
     *
     * @param declared the entry of the table; null if there is none
     */
    public static boolean in(TableName table, Column column, TableDeclaration declared, Organizations organizations) {
        Ledger ledger = Ledger.of(table, column.name(), column.comment());
        boolean made = ledger.has(Ledger.made(Ledger.DEFAULT)) && ledger.retired(Ledger.DEFAULT).isEmpty();
        return constant(column) && !made && (declared == null || declared.scoped(organizations, table.schema()).onlyNamed() == null);
    }

    /** What is wrong, as a sentence without the table. */
    public static String says(Column column) {
        return "has the constant default " + column.defaultExpression() + ": a row whose INSERT leaves the column out belongs to that organization.";
    }

    /** What to do, before {@link #drop}. */
    public static String advice(Column column) {
        return "Let the application write the column in each INSERT. Then drop the default; "
                + (column.notNull() ? "an INSERT that leaves the column out fails without it" : "a row whose INSERT leaves the column out has no organization without it");
    }

    /** The statement that drops the default. */
    public static String drop(TableName table, Column column) {
        return "ALTER TABLE " + table.sql() + " ALTER COLUMN " + Identifier.quote(column.name()) + " DROP DEFAULT";
    }
}
