package io.orgscope.reference;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.step.Action;
import io.orgscope.step.StepScript;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows that reference a row of another organization. */
public final class Crossing {

    private static final SqlTemplate DIFFERENT = new SqlTemplate("""
            SELECT {key} AS key
              FROM {referencing} t
              JOIN {referenced} p ON {join}
             WHERE p.{to} <> t.{from}
            """.strip(), Set.of("key", "referencing", "referenced", "join", "to", "from"));

    /** The same of a key with the organization: the rest of the key finds rows of other organizations, and none of the own one. */
    private static final SqlTemplate ONLY_ELSEWHERE = new SqlTemplate("""
            SELECT {key} AS key
              FROM {referencing} t
             WHERE EXISTS (SELECT FROM {referenced} p WHERE {join} AND p.{to} <> t.{from})
               AND NOT EXISTS (SELECT FROM {referenced} p WHERE {join} AND p.{to} = t.{from})
            """.strip(), Set.of("key", "referencing", "referenced", "join", "to", "from"));

    private Crossing() {
    }

    /**
     * A query for the keys of rows that have another organization than the row they reference. If one of the two has no
     * organization, they do not differ. The key may include the organization, if PostgreSQL has not checked the rows.
     *
     * @param from the organization column of the referencing table
     * @param to   the organization column of the referenced table
     */
    public static String query(ForeignKey key, Catalog catalog, String from, String to) {
        boolean included = key.includes(from, to);
        return (included ? ONLY_ELSEWHERE : DIFFERENT).fill(word -> switch (word) {
            case "key" -> referencing(key, catalog, "t");
            case "referencing" -> key.table().sql();
            case "referenced" -> key.target().sql();
            case "join" -> join(key, "t", "p", included ? from : null);
            case "to" -> Identifier.quote(to);
            default -> Identifier.quote(from);
        });
    }

    /** The key of the referencing row. One of a foreign key with a period is joined with every row that covers a part of it, and counts once. */
    public static String referencing(ForeignKey key, Catalog catalog, String alias) {
        return (key.options().period() ? "DISTINCT " : "") + RowKeys.key(catalog.find(key.table()).orElseThrow(), alias);
    }

    /** The condition that joins both ends of a foreign key. */
    public static String join(ForeignKey key, String referencing, String referenced) {
        return join(key, referencing, referenced, null);
    }

    private static String join(ForeignKey key, String referencing, String referenced, String without) {
        return IntStream.range(0, key.columns().size()).filter(i -> !key.columns().get(i).equals(without))
                .mapToObj(i -> referenced + "." + Identifier.quote(key.targetColumns().get(i)) + (key.overlaps(i) ? " && " : " = ")
                        + referencing + "." + Identifier.quote(key.columns().get(i))).collect(Collectors.joining(" AND "));
    }

    /**
     * Refuses if there are such rows. In a script it is SQL that raises an error.
     *
     * @param state what the step has changed
     */
    static Action refuse(ForeignKey key, String query, String state) {
        return StepScript.refuseRows(query, rows -> message(key, rows, state));
    }

    static String message(ForeignKey key, String rows, String state) {
        return key.table() + ": " + rows + " reference a row of another organization through " + key.name() + ", so a foreign key with the organization"
                + " does not hold. " + state + " Move each row to the organization of the row that it references, or let it reference"
                + " another row; then run update again.";
    }
}
