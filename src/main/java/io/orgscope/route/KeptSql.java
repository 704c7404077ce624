package io.orgscope.route;

import io.orgscope.postgres.SqlTemplate;
import java.util.Set;

/** The SQL of {@link KeptAssignments}. The row of the side table is called {@code k}, the row of the table {@code t}. */
final class KeptSql {

    private static final Set<String> WORDS = Set.of("table", "side", "former", "columns", "values", "key", "matches", "column", "condition", "chosen",
            "organizations", "organizationsKey", "type", "name", "rename", "rows", "conflict");

    static final SqlTemplate ALIKE = template("SELECT FROM {table} GROUP BY {key} HAVING pg_catalog.count(*) > 1");

    static final SqlTemplate LOOKUP = template("""
            (SELECT k.organization FROM {side} k
              WHERE {matches}{condition}
                AND EXISTS (SELECT FROM {organizations} o WHERE o.{organizationsKey} = k.organization))""");

    static final SqlTemplate NOTED = template("""
            EXISTS (SELECT FROM {side} k WHERE {matches} AND k.chosen
                AND EXISTS (SELECT FROM {organizations} o WHERE o.{organizationsKey} = k.organization))""");

    static final SqlTemplate CHOSEN = template("EXISTS (SELECT FROM {side} k WHERE {matches} AND k.organization = t.{column} AND k.chosen)");

    static final SqlTemplate RENAME = template("ALTER TABLE {side} RENAME TO {name}");

    static final SqlTemplate RENAME_IF_THERE = template("""

            BEGIN
              IF pg_catalog.to_regclass({name}) IS NOT NULL THEN
                DROP TABLE IF EXISTS {former};
                {rename};
              END IF;
            END
            """);

    static final SqlTemplate CREATE = template("CREATE TABLE {name} ({columns}, organization {type} NOT NULL, chosen boolean NOT NULL, PRIMARY KEY ({key}))");

    /**
     * Rows that a stopped rollback has not copied yet. The column is empty if the rollback has dropped it. If the column is still there, the row
     * has what the application chose, and only the side table shows that it was chosen.
     */
    static final SqlTemplate TAKE_OVER = template("""
            INSERT INTO {side} ({columns})
            SELECT {values}, k.organization, k.chosen
              FROM {former} k
              JOIN {table} t ON {matches}
             WHERE t.{column} IS NULL OR k.chosen AND k.organization = t.{column}
            ON CONFLICT ({key}) DO NOTHING""");

    static final SqlTemplate LEFT = template("EXISTS (SELECT FROM {side} k, {rows} WHERE {matches})");

    static final SqlTemplate FORGET = template("DELETE FROM {side} k USING {rows} WHERE {matches}{condition}");

    static final SqlTemplate COPY = template("""
            INSERT INTO {side} ({columns})
            SELECT {values}, {chosen} FROM {rows} WHERE t.{column} IS NOT NULL{condition}
            ON CONFLICT ({key}) DO {conflict}""");

    private KeptSql() {
    }

    private static SqlTemplate template(String text) {
        return new SqlTemplate(text, WORDS);
    }
}
