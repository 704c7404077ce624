package io.orgscope.step;

import io.orgscope.postgres.Literal;
import io.orgscope.postgres.LockRetry;
import io.orgscope.postgres.MigrationSession;
import java.util.List;

/**
 * A procedure that scripts call. It is in {@code pg_temp}, so it is gone with the session that runs the script. A script
 * has it once, before the first statement that calls it.
 *
 * @param verb       CALL, or SELECT for a function
 * @param name       its name without the schema
 * @param definition the statement that creates it
 */
public record ScriptProcedure(String verb, String name, String definition) {

    /** Fails if the session does not have the settings, for example because a part of the script is run in another session. */
    public static final ScriptProcedure CHECK_SETTINGS = function("orgscope_check_settings", "", """
            BEGIN
              IF pg_catalog.current_setting('statement_timeout') <> '0' OR pg_catalog.current_setting('lock_timeout') <> '0'
                OR coalesce(pg_catalog.current_setting('transaction_timeout', true), '0') <> '0'
                OR pg_catalog.current_setting('row_security') <> 'off' OR pg_catalog.current_setting('transaction_isolation') <> 'read committed' THEN
                RAISE EXCEPTION USING MESSAGE = 'This session does not have the settings of the script. This statement changed nothing.',
                  HINT = 'Run %s Then continue the script with this statement.';
              END IF;
            END
            """.formatted(ScriptSettings.SETTINGS.replace("'", "''")));

    /** Runs statements in one transaction with short lock requests. It repeats them until it gets the locks. */
    static final ScriptProcedure WITH_LOCK = procedure("orgscope_with_lock", "locked text, wait text, seconds int, VARIADIC statements text[]", """
            DECLARE
              statement text;
              began CONSTANT timestamptz := pg_catalog.clock_timestamp();
            BEGIN
              PERFORM pg_temp.orgscope_check_settings();
              LOOP
                BEGIN
                  -- This lock ends an autovacuum on the tables. It blocks no reader and no writer.
                  PERFORM pg_catalog.set_config('lock_timeout', %s, true);
                  EXECUTE 'LOCK TABLE ' || locked || ' IN SHARE UPDATE EXCLUSIVE MODE';
                  PERFORM pg_catalog.set_config('lock_timeout', wait, true);
                  -- A commit that waits for the disk would hold the locks meanwhile.
                  PERFORM %s;
                  FOREACH statement IN ARRAY statements LOOP
                    EXECUTE statement;
                  END LOOP;
                  RETURN;
                EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
                  -- One attempt may take some seconds, so they are not counted.
                  IF pg_catalog.clock_timestamp() > began + pg_catalog.make_interval(secs => seconds) THEN
                    RAISE lock_not_available USING MESSAGE = locked || ' could not be locked within ' || seconds || ' s. This statement changed nothing.'
                      || ' End the transactions that hold the table, then continue the script with this statement, in the same session.';
                  END IF;
                  PERFORM pg_catalog.pg_sleep(1);
                END;
              END LOOP;
            END
            """.formatted(LockRetry.patience("1000.0 * seconds"), MigrationSession.COMMIT_AT_ONCE));

    /** Fails if a query returns a row. */
    static final ScriptProcedure REFUSE_IF_ANY = procedure("orgscope_refuse_if_any", "query text, message text", """
            DECLARE
              found boolean;
            BEGIN
              PERFORM pg_temp.orgscope_check_settings();
              EXECUTE 'SELECT EXISTS (' || query || E'\n)' INTO found;
              IF found THEN
                RAISE EXCEPTION USING MESSAGE = message;
              END IF;
            END
            """);

    /** Fails if lines of a {@link Ledger} are there. A script rolls back only the steps that Liquibase knows of, so these are left of another one. */
    static final ScriptProcedure REFUSE_STOPPED = procedure("orgscope_refuse_stopped", "in_table text, in_column text, lines text[], name text", """
            DECLARE
              found text;
            BEGIN
              SELECT pg_catalog.string_agg(pg_catalog.rtrim(pg_catalog.substr(pg_catalog.split_part(noted.line, '] [', 1), 11), ']'), ', ') INTO found
                FROM pg_catalog.pg_attribute a
               CROSS JOIN LATERAL pg_catalog.unnest(pg_catalog.string_to_array(pg_catalog.col_description(a.attrelid, a.attnum), E'\\n')) noted(line)
               WHERE a.attrelid = in_table::pg_catalog.regclass AND a.attname = in_column AND noted.line = ANY (lines);
              IF found IS NOT NULL THEN
                RAISE EXCEPTION USING MESSAGE = pg_catalog.concat('A step of ', name, ' was stopped before it ended. Run update to the end, then write the'
                  ' script of the rollback again. If the declaration does not have the step any more, run liquibase rollback in place of a script. The step has left: ',
                  found, '. Nothing was dropped by this statement.');
              END IF;
            END
            """);

    /** Changes the comment of an organization column; see {@link Ledger}. */
    static final ScriptProcedure NOTE = function("orgscope_note", "in_table text, in_column text, line text", Ledger.body("", "in_table", "in_column", Ledger.ADDED));
    static final ScriptProcedure FORGET = function("orgscope_forget", "in_table text, in_column text, line text", Ledger.body("", "in_table", "in_column", Ledger.WITHOUT));
    static final ScriptProcedure FORGET_RETIRED = function("orgscope_forget_retired", "in_table text, in_column text, line text",
            Ledger.body("", "in_table", "in_column", Ledger.WITHOUT_PREFIX));

    /**
     * A template with its words filled in. This is {@link io.orgscope.postgres.SqlTemplate#fill} in SQL. If a word is
     * missing, the result is NULL, which EXECUTE refuses.
     */
    public static final ScriptProcedure FILLED_IN = of("SELECT", "FUNCTION", "orgscope_filled_in", "template text, words text[]", " RETURNS text", """
            DECLARE
              pattern CONSTANT text := '[{](''?)([a-zA-Z0-9]+)''?[}]';
              sql_of CONSTANT jsonb := pg_catalog.jsonb_object(words);
              filled text := '';
              part text;
              word text[];
              sql text;
            BEGIN
              -- Words are found in the template only, in one pass. What stands for one of them may itself look like a word.
              FOR part, word IN
                SELECT p.part, p.word
                  FROM ROWS FROM (pg_catalog.regexp_split_to_table(template, pattern), pg_catalog.regexp_matches(template, pattern, 'g'))
                    WITH ORDINALITY AS p(part, word, place)
                 ORDER BY p.place
              LOOP
                sql := CASE WHEN word IS NULL THEN '' ELSE sql_of ->> word[2] END;
                IF word[1] <> '' THEN
                  sql := CASE WHEN pg_catalog.strpos(sql, E'\\\\') > 0 THEN ' ' ELSE '' END || pg_catalog.quote_literal(sql);
                END IF;
                filled := filled || part || sql;
              END LOOP;
              RETURN filled;
            END
            """);

    static final List<ScriptProcedure> OF_EVERY_SCRIPT = List.of(CHECK_SETTINGS, WITH_LOCK, REFUSE_IF_ANY, REFUSE_STOPPED, NOTE, FORGET, FORGET_RETIRED, FILLED_IN);

    /**
     * A procedure.
     *
     * @param parameters names and types
     * @param body       PL/pgSQL
     */
    public static ScriptProcedure procedure(String name, String parameters, String body) {
        return of("CALL", "PROCEDURE", name, parameters, "", body);
    }

    /** A function, for calls whose arguments have subqueries. CALL does not allow them. */
    static ScriptProcedure function(String name, String parameters, String body) {
        return of("SELECT", "FUNCTION", name, parameters, " RETURNS void", body);
    }

    private static ScriptProcedure of(String verb, String kind, String name, String parameters, String returns, String body) {
        return new ScriptProcedure(verb, name, "-- For the statements below. It is in pg_temp: in another session, create it again first.\n"
                + "CREATE OR REPLACE " + kind + " pg_temp." + name + "(" + parameters + ")" + returns + " LANGUAGE plpgsql AS "
                + Literal.dollar("\n" + body));
    }

    /**
     * A statement that calls it.
     *
     * @param arguments as SQL
     */
    public String call(String... arguments) {
        StringBuilder call = new StringBuilder(verb + " pg_temp." + name + "(");
        for (int i = 0; i < arguments.length; i++) {
            call.append(i == 0 ? "" : arguments[i].startsWith("\n") ? "," : ", ").append(arguments[i]);
        }
        return call.append(')').toString();
    }

    /** Whether a statement calls it. */
    boolean isCalledIn(String statement) {
        return statement.contains(" pg_temp." + name + "(");
    }
}
