package io.orgscope.plan;

import io.orgscope.testing.Login;
import io.orgscope.testing.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A schema with rows of which it is known whose each is. Its script gives every table a column {@code truth} and ends by putting
 * what stands there beside the tables, in {@code truth.rows}, where no plan looks.
 *
 * @param table  the organizations
 * @param column what their column is called in other tables
 */
record TruthSchema(String name, String script, String table, String key, String column) {

    static final List<String> NAMES = List.of(
            "agency", "billing", "booking", "brokerage", "chat", "clinic", "consortium", "construction", "crm", "customs", "devops",
            "diocese", "festival", "freight", "fundraising", "helpdesk", "kanban", "laboratory", "learning", "ledger", "loadboard",
            "loadboard_owned", "market", "media", "school", "schoolboard", "shelter", "translation", "trials", "veterinary",
            "veterinary_owned", "workspace", "energy", "hotels", "inboxes", "lettings", "ticketing", "recruiting",
            "museums", "dealerships", "refuse", "flowers", "codehosting", "clubs",
            "insurance", "inboxdesk", "vendors", "invoicing", "workhours", "signing", "eventtypes");

    private static final String MOVE = """
            CREATE SCHEMA truth;
            CREATE TABLE truth.rows (tbl text, key text, organization text, PRIMARY KEY (tbl, key));
            DO $$
            DECLARE t record;
            BEGIN
              FOR t IN SELECT c.oid, n.nspname, c.relname, format('%I.%I', n.nspname, c.relname) AS sql,
                         coalesce((SELECT string_agg(format('%I::text', a.attname), $c$ || ',' || $c$ ORDER BY a.attname) FROM pg_index i
                            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                           WHERE i.indrelid = c.oid AND i.indisprimary), 'ctid::text') AS key
                         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
                        WHERE c.relkind = 'r' AND a.attname = 'truth' AND NOT a.attisdropped LOOP
                EXECUTE format('INSERT INTO truth.rows SELECT %L, %s, truth::text FROM %s', t.nspname || '.' || t.relname, t.key, t.sql);
                EXECUTE format('ALTER TABLE %s DROP COLUMN truth', t.sql);
              END LOOP;
            END $$;
            ANALYZE;
            """;

    static TruthSchema read(String name) {
        try (InputStream in = TruthSchema.class.getResourceAsStream("truth/" + name + ".sql")) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String[] words = script.lines().findFirst().orElseThrow().split("\\s+");
            int dot = words[2].lastIndexOf('.');
            return new TruthSchema(name, script, words[2].substring(0, dot), words[2].substring(dot + 1),
                    words.length > 3 ? words[3] : "organization_id");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void into(Login login) throws SQLException {
        Script.run(login, script + MOVE);
    }

    UnaryOperator<PlanOptions> options(boolean data) {
        return options -> {
            PlanOptions named = Plans.withSchemas(Plans.withOrganizations(options, table, key, column), java.util.Set.of("public", "crm", "ops"));
            return data ? Plans.checkingData(named) : named;
        };
    }
}
