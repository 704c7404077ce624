package io.orgscope.index;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.TableName;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The definition of an index without its name.
 *
 * @param unique     whether it is unique
 * @param keys       the definition from the access method on, as {@code pg_get_indexdef} writes it, up to where a tablespace belongs
 * @param where      the rest of it: WHERE and the predicate of a partial index in a tablespace of its own; else empty
 * @param tablespace null for the default one of the database; {@code pg_get_indexdef} does not write it
 */
record IndexShape(boolean unique, String keys, String where, String tablespace) {

    private static final String WHERE = " WHERE ";

    /** PostgreSQL writes them after the columns. */
    private static final Pattern OPTIONS = Pattern.compile(" WITH \\([^)]*\\)");

    private static final Pattern TABLESPACE = Pattern.compile(" TABLESPACE \"(?:[^\"]|\"\")*\"(?= WHERE |$)");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private static final Pattern PARENTHESES = Pattern.compile("[()]");

    /** A cast as PostgreSQL writes it. */
    private static final Pattern CAST = Pattern.compile("::NAME(?:\\.NAME)*(?: varying| precision)?(?:\\([\\d,]+\\))?(?: with(?:out)? time zone)?(?:\\[])*"
            .replace("NAME", "(?:[\\w$]+|\"(?:[^\"]|\"\")*\")"), Pattern.UNICODE_CHARACTER_CLASS);

    /** The definition of an index in the catalog. */
    static IndexShape of(Index index, TableName table) {
        String marker = " USING " + index.method() + " (";
        int at = index.definition().indexOf(marker, index.definition().indexOf(table.name()));
        if (at < 0) {
            throw new OrgScopeException("Cannot read the definition of the index " + index.name() + ": " + index.definition());
        }
        String tail = index.definition().substring(at + 1);
        int where = index.predicate() == null || index.tablespace() == null ? tail.length() : where(tail, index);
        return new IndexShape(index.unique(), tail.substring(0, where), tail.substring(where), index.tablespace());
    }

    /** Where the predicate begins. Its layout may be another one than that of {@code pg_get_expr}. */
    private static int where(String tail, Index index) {
        for (int at = tail.indexOf(WHERE); at >= 0; at = tail.indexOf(WHERE, at + 1)) {
            if (withoutSpaces(tail.substring(at + WHERE.length())).equals(withoutSpaces(index.predicate()))) {
                return at;
            }
        }
        throw new OrgScopeException("Cannot read the definition of the index " + index.name() + ": " + index.definition());
    }

    private static String withoutSpaces(String sql) {
        return sql.replaceAll("\\s", "");
    }

    /** A btree over these columns. */
    static IndexShape of(boolean unique, List<String> columns) {
        return new IndexShape(unique, "USING btree (" + Identifier.list("", columns) + ")", "", null);
    }

    /** A unique index from its text with the tablespace. */
    static IndexShape ofPlaced(String placed) {
        return new IndexShape(true, placed, "", null);
    }

    /** The same, but not unique. */
    IndexShape notUnique() {
        return new IndexShape(false, keys, where, tablespace);
    }

    /** The same without its storage parameters, which do not matter for what the index means. */
    IndexShape withoutOptions() {
        return new IndexShape(unique, OPTIONS.matcher(keys).replaceFirst(""), where, tablespace);
    }

    /** The same wherever it is. The shape may come from a text that has the tablespace. */
    IndexShape withoutTablespace() {
        return new IndexShape(unique, TABLESPACE.matcher(keys).replaceFirst(""), where, null);
    }

    /** The definition without the tablespace. */
    String tail() {
        return keys + where;
    }

    /** The definition from the access method on, as CREATE INDEX needs it. */
    String placed() {
        return keys + (tablespace == null ? "" : " TABLESPACE " + Identifier.quote(tablespace)) + where;
    }

    /** What a constraint has after its columns and {@code pg_get_constraintdef} does not write: its options and its tablespace. */
    String ofConstraint() {
        int with = QUOTED.matcher(keys).replaceAll(name -> "-".repeat(name.group().length())).indexOf(" WITH (");
        return (with < 0 ? "" : keys.substring(with)) + (tablespace == null ? "" : " USING INDEX TABLESPACE " + Identifier.quote(tablespace));
    }

    /** The same with this column as the first one. */
    IndexShape ledBy(String column) {
        int open = keys.indexOf('(');
        return new IndexShape(unique, keys.substring(0, open + 1) + Identifier.quote(column) + ", " + keys.substring(open + 1), where, tablespace);
    }

    String create(String name, TableName table) {
        return create("INDEX CONCURRENTLY ", name, " ON ", table);
    }

    /** The same under a lock against writers. */
    String createLocking(String name, TableName table) {
        return create("INDEX ", name, " ON ", table);
    }

    /** The statement for a person to run: concurrently, unless the table is partitioned. */
    String createByHand(String name, TableName table, boolean partitioned) {
        return partitioned ? createLocking(name, table) : create(name, table);
    }

    private String create(String kind, String name, String on, TableName table) {
        return "CREATE " + (unique ? "UNIQUE " : "") + kind + Identifier.quote(name) + on + table.sql() + " " + placed();
    }

    /** The same only on a partitioned table. It is INVALID until every partition has its part. */
    String createOnly(String name, TableName table) {
        return create("INDEX ", name, " ON ONLY ", table);
    }

    /**
     * Whether both mean the same, wherever they are. Storage parameters do not count. Quotes around names do not count either, because PostgreSQL leaves out
     * those that are not needed.
     */
    boolean same(IndexShape other) {
        return unique == other.unique && unquoted(withoutOptions().tail()).equals(unquoted(other.withoutOptions().tail()));
    }

    /** The same, but casts do not count either. If a column gets another type, PostgreSQL adds or leaves out casts where the index uses it. */
    boolean sameWithoutCasts(IndexShape other) {
        return unique == other.unique && withoutCasts(withoutOptions().tail()).equals(withoutCasts(other.withoutOptions().tail()));
    }

    private static String unquoted(String sql) {
        return sql.replace("\"", "");
    }

    /** Nor has it the parentheses that come and go with a cast. */
    private static String withoutCasts(String sql) {
        return PARENTHESES.matcher(unquoted(CAST.matcher(sql).replaceAll(""))).replaceAll("");
    }
}
