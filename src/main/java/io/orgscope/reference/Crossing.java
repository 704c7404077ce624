package io.orgscope.reference;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.step.Action;
import io.orgscope.step.StepScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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

    private Crossing() {
    }

    /**
     * The keys of the rows whose organization differs from that of the row they reference; where either has none, nothing
     * differs.
     *
     * @param from the organization column of the referencing table
     * @param to   that of the referenced one
     */
    public static String query(ForeignKey key, Catalog catalog, String from, String to) {
        return DIFFERENT.fill(word -> switch (word) {
            case "key" -> RowKeys.key(catalog.find(key.table()).orElseThrow(), "t");
            case "referencing" -> key.table().sql();
            case "referenced" -> key.target().sql();
            case "join" -> join(key, "t", "p");
            case "to" -> Identifier.quote(to);
            default -> Identifier.quote(from);
        });
    }

    /** The condition that joins both ends of a foreign key. */
    public static String join(ForeignKey key, String referencing, String referenced) {
        return IntStream.range(0, key.columns().size()).mapToObj(i -> referenced + "." + Identifier.quote(key.targetColumns().get(i)) + " = "
                + referencing + "." + Identifier.quote(key.columns().get(i))).collect(Collectors.joining(" AND "));
    }

    /** Refuses when there are such rows; in a script, as SQL that raises. */
    static Action refuse(ForeignKey key, String query) {
        return new Action.Work(connection -> refuse(connection, key, query), List.of(StepScript.refuseIfAny(query, message(key, "rows"))));
    }

    private static void refuse(Connection connection, ForeignKey key, String query) throws SQLException {
        RowKeys rows = RowKeys.ofQuery(connection, query);
        if (rows.count() > 0) {
            throw new OrgScopeException(message(key, rows.toString()));
        }
    }

    private static String message(ForeignKey key, String rows) {
        return key.table() + ": " + rows + " reference a row of another organization through " + key.name() + ", so that no foreign key"
                + " can hold that carries the organization. This step changed nothing. Move each row to the organization of the row that it"
                + " references, or give it another one to reference, then run update again.";
    }
}
