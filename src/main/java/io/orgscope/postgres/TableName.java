package io.orgscope.postgres;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A table's schema and name, exactly as in the catalog.
 */
public record TableName(String schema, String name) implements Comparable<TableName> {

    public TableName {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
    }

    /** Several tables, separated by commas, as LOCK TABLE takes them. */
    public static String sqlOf(Collection<TableName> tables) {
        return tables.stream().map(TableName::sql).collect(Collectors.joining(", "));
    }

    /** Schema-qualified and quoted. */
    public String sql() {
        return Identifier.quote(schema) + "." + Identifier.quote(name);
    }

    /** SQL that drops a constraint if it is there. */
    public String dropConstraint(String constraint) {
        return "ALTER TABLE " + sql() + " DROP CONSTRAINT IF EXISTS " + Identifier.quote(constraint);
    }

    /** SQL that checks the rows that existed before a constraint. */
    public String validateConstraint(String constraint) {
        return "ALTER TABLE " + sql() + " VALIDATE CONSTRAINT " + Identifier.quote(constraint);
    }

    /** A column of the table, for messages. */
    public String column(String column) {
        return this + "." + column;
    }

    @Override
    public int compareTo(TableName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    /** For messages: the schema is named unless it is {@code public}. */
    @Override
    public String toString() {
        return schema.equals("public") ? name : schema + "." + name;
    }
}
