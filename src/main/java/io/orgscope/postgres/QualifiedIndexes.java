package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The definitions of indexes with every name qualified. Then the text means the same in every session. Else it leaves out the schemas that are in the
 * search_path of the session that reads it.
 */
public final class QualifiedIndexes {

    private record Text(String definition, String predicate) {
    }

    private static final String TEXTS = """
            SELECT i.indexrelid::bigint AS oid, pg_catalog.pg_get_indexdef(i.indexrelid) AS definition, pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate
              FROM pg_catalog.pg_index i
             WHERE i.indexrelid = ANY (?::text[]::oid[])
            """;

    private final Map<Long, Text> texts = new HashMap<>();

    private QualifiedIndexes() {
    }

    /** Reads them in a transaction of its own. */
    public static QualifiedIndexes of(Connection connection, Collection<Index> indexes) throws SQLException {
        QualifiedIndexes all = new QualifiedIndexes();
        List<String> oids = indexes.stream().map(index -> Long.toString(index.oid())).toList();
        Transaction.run(connection, () -> {
            Sql.execute(connection, Catalog.QUALIFYING);
            return Sql.list(connection, TEXTS, row -> all.texts.put(row.getLong("oid"), new Text(row.getString("definition"), row.getString("predicate"))), oids);
        });
        return all;
    }

    /** The index with such a definition. One that was dropped meanwhile stays as it is. */
    public Index qualified(Index index) {
        Text text = texts.get(index.oid());
        return text == null ? index : index.with(text.definition(), text.predicate());
    }
}
