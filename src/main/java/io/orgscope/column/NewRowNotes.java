package io.orgscope.column;

import java.util.List;

/**
 * Statements of {@link FillTrigger} about the note of a row that is inserted. If the application chose its organization,
 * that is noted. Else the note of an earlier row with the same key is deleted. It does not matter how that row was deleted.
 *
 * <p>The BEFORE trigger finds out what is to be done. An AFTER trigger does it, because with ON CONFLICT the row may not
 * be inserted. So whoever writes or deletes a note has the row first.
 */
final class NewRowNotes {

    private static final String NOTE = "zz_orgscope_note_choice";
    private static final String FORGET = "zz_orgscope_forget_choice";

    /** The names of the AFTER triggers. */
    static final List<String> NAMES = List.of(NOTE, FORGET);

    /** Templates of the statements that create them. */
    static final List<String> TRIGGERS = List.of(trigger(NOTE, "true"), trigger(FORGET, "false"));

    private static final String AFTER = """
              IF TG_WHEN = 'AFTER' AND TG_NAME <> '%s' THEN
                IF TG_NAME = '%s' THEN
                  %s;
                ELSE
                  %s;
                END IF;
                RETURN NULL;
              END IF;
            """;

    /**
     * The UPDATE of a partition key can be an INSERT in another partition. The application did not choose what that row has. Of a row that stays in its
     * partition, this is never used: another row with its key would be in the same partition.
     */
    static final String CARRY = """
                IF {goes} THEN
                  PERFORM pg_catalog.set_config('orgscope.carried', %s, true);
                END IF;
            """.formatted(mark("ROW({'table'}, {key}, NEW.{column})"));

    private static final String CARRIED = """
                IF %s THEN
                  PERFORM pg_catalog.set_config('orgscope.carried', '', true);
                  orgscope_answer := coalesce(orgscope_answer, NEW.{column});
                  NEW.{column} := orgscope_answer;
            %%s    END IF;
            """.formatted(marked("ROW({'table'}, {key}, NEW.{column})", "TG_RELID"));

    private static final String BEFORE = """
                IF NEW.{column} IS NOT NULL AND (%sNEW.{column} IS DISTINCT FROM orgscope_answer) THEN
                  PERFORM pg_catalog.set_config('orgscope.chosen', 'true', true);
                ELSIF %s THEN
                  PERFORM pg_catalog.set_config('orgscope.chosen', 'false', true);
                ELSIF pg_catalog.current_setting('orgscope.chosen', true) <> '' THEN
                  PERFORM pg_catalog.set_config('orgscope.chosen', '', true);
                END IF;
            """;

    private NewRowNotes() {
    }

    /**
     * The mark of a row that goes to another partition, in the setting {@code orgscope.carried}.
     *
     * @param row the table, the key and the organization of the row {@code NEW}, as a row
     */
    static String mark(String row) {
        return "TG_RELID || " + row + "::text";
    }

    /**
     * Whether the row {@code NEW} has the mark, and is in another partition now.
     *
     * @param partition the oid of the partition that the row is in
     */
    static String marked(String row, String partition) {
        return "pg_catalog.ltrim(pg_catalog.current_setting('orgscope.carried', true), '0123456789') = " + row + "::text"
                + " AND NOT pg_catalog.starts_with(pg_catalog.current_setting('orgscope.carried', true), " + partition + " || '(')";
    }

    private static String trigger(String name, String chosen) {
        return "CREATE TRIGGER " + name + " AFTER INSERT ON {table} FOR EACH ROW WHEN (pg_catalog.current_setting('orgscope.chosen', true) = '" + chosen
                + "') EXECUTE FUNCTION {function}()";
    }

    /**
     * The statements of the BEFORE trigger, when {@code orgscope_answer} is what the routes give.
     *
     * @param goes whether a row can go to another partition
     * @param late whether the row may come before its parent ({@link LateParents}). Then it is not known yet what the routes give
     * @param left whether there is a note for the row's key, as a template
     */
    static String before(boolean goes, boolean late, String left) {
        return (goes ? CARRIED.formatted(late ? LateParents.NOT_WRITTEN : "") : "") + BEFORE.formatted(late ? "orgscope_early OR " : "", left);
    }

    /**
     * The statements of the AFTER triggers.
     *
     * @param note   notes that the application chose the row's organization
     * @param forget deletes what was noted for an earlier row with the row's key
     */
    static String after(String note, String forget) {
        return AFTER.formatted(LateParents.TRIGGER, FORGET, forget, note);
    }
}
