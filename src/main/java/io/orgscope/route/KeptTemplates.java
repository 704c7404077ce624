package io.orgscope.route;

import java.util.Map;

/**
 * The SQL with which triggers note choices of the application and look them up, as templates. Besides these words they
 * have {@code table} and {@code column} of the scoped table.
 *
 * @param words the side table and its columns
 */
public record KeptTemplates(Map<String, String> words) {

    /** Notes that the application chose the organization of the row {@code NEW}. */
    public static final String NOTE = note("");

    /** {@link #NOTE} after the row was inserted. What a trigger of the user has written meanwhile is newer, and has a note of its own if it is a choice. */
    public static final String NOTE_INSERTED = note(" AND EXISTS (SELECT FROM {table} AS n WHERE {sameRow} AND n.{column} = t.{column})");

    /** Whether the application chose the organization that the row {@code t} has. */
    public static final String HOLDS = KeptSql.CHOSEN.text();

    /** Whether a choice is noted for the row {@code t}, which has no organization yet. */
    public static final String WAITS = KeptSql.NOTED.text();

    /** Whether something is kept for the key of the row {@code NEW}. If the row is new, it was for another row. */
    public static final String LEFT = KeptSql.LEFT.partly(Map.of("rows", "(SELECT NEW.*) AS t", "matches", "{sameKey}"));

    /** Deletes what is kept for the row {@code NEW}: its routes give the organization that it has. */
    public static final String FORGET_NEW = KeptSql.FORGET.partly(Map.of("rows", "(SELECT NEW.*) AS t", "matches", "{sameKey}", "condition", ""));

    /** {@link #FORGET_NEW} if its routes give {@code {routed}} now. */
    public static final String FORGET_ROUTED = KeptSql.FORGET.partly(Map.of("rows", "(SELECT NEW.*) AS t", "matches", "{sameKey}",
            "condition", " AND k.organization = {routed}"));

    /** Deletes what is kept for an earlier row with the key of the row {@code NEW}. What a trigger of the user has chosen for the new one meanwhile stays. */
    public static final String FORGET_EARLIER = KeptSql.FORGET.partly(Map.of("rows", "(SELECT NEW.*) AS t", "matches", "{sameKey}", "condition", " AND NOT EXISTS ("
            + "SELECT FROM {table} AS n WHERE {sameRow} AND n.{column} = k.organization AND k.organization IS DISTINCT FROM t.{column})"));

    /**
     * Deletes the kept organization of the rows {@code {rows}} that have another one, or whose routes, {@code {routed}},
     * give it. The columns of the side table must not be visible to the conditions of routes.
     */
    public static final String FORGET = KeptSql.FORGET.partly(Map.of("rows", "(SELECT t.*, {routed} AS orgscope_routed FROM {table} AS t WHERE {rows}) AS t",
            "matches", "{sameKey}", "condition", " AND (k.organization <> t.{column} OR k.organization = t.orgscope_routed)"));

    private static String note(String condition) {
        return KeptSql.COPY.partly(Map.of("chosen", "true", "rows", "(SELECT NEW.*) AS t", "condition", condition, "columns", "{noted}",
                "key", "{notedKey}", "conflict", "UPDATE SET {replaced}")).replace("\n", "\n        ");
    }
}
