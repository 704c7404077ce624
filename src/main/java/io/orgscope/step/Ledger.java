package io.orgscope.step;

import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.route.ScopedTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The record of what we made of a table. It is kept as lines in the comment of the organization column. Without it, a
 * rollback could not tell our objects from a column, an index or a NOT NULL that somebody else made and that we adopted.
 * Each line is removed with its object, the last ones with the column itself.
 *
 * <p>A line is written before its object or together with it. So after a crash, every object of ours has its line.
 *
 * <p>The first line is about the column. Every step 01 writes one, also if it adopts the column. If it is not there, somebody
 * has replaced the comment ({@link LostLedger}).
 */
public final class Ledger {

    /** Names for {@link #made}: row security is on, and it binds the owner too. */
    public static final String ROW_SECURITY = "row security";
    public static final String FORCED_ROW_SECURITY = "forced row security";

    /** Names for {@link #retired}: what is not an old unique index. */
    public static final String TRIGGERS = "triggers";
    public static final String DEFAULT = "DEFAULT";
    public static final String NOT_VALID = "NOT VALID";
    public static final String PRIMARY_KEY = "the primary key";
    public static final String SINGLE_KEY = "the single key of ";

    /** A name for {@link #made}: step 04 has set it. */
    public static final String NOT_NULL = "NOT NULL";

    /** The word before the name of a policy that we make. */
    public static final String POLICY = "policy ";

    private static final String MADE = "[orgscope made ";
    private static final String DID = "[orgscope did ";
    private static final String RETIRED = "[orgscope retired ";

    /** Between the name of a dropped object and the SQL that restores it. */
    private static final String NEXT = "] [";

    private static final String COLUMN_LINE = MADE + "the column]";
    private static final String ADOPTED_LINE = DID + "adopt the column]";

    /** The lines of which each table has one, from step 01 to its rollback. */
    static final List<String> FIRST_LINES = List.of(COLUMN_LINE, ADOPTED_LINE);

    /** The comment with the line, once. */
    static final String ADDED = "CASE WHEN pg_catalog.strpos(pg_catalog.concat(E'\\n', noted, E'\\n'), pg_catalog.concat(E'\\n', line, E'\\n')) > 0 "
            + "THEN noted ELSE pg_catalog.concat_ws(E'\\n', noted, line) END";

    /** The comment without the line, and without the lines that begin with it. */
    static final String WITHOUT = without("l <> line");
    static final String WITHOUT_PREFIX = without("NOT pg_catalog.starts_with(l, line)");

    private static final String COMMENT = """
            SELECT pg_catalog.col_description(a.attrelid, a.attnum)
              FROM pg_catalog.pg_attribute a
             WHERE a.attrelid = pg_catalog.to_regclass(?) AND a.attname = ?
            """;

    private final String table;
    private final String column;
    private final List<String> lines;
    private final boolean script;

    private Ledger(String table, String column, List<String> lines, boolean script) {
        this.table = table;
        this.column = column;
        this.lines = lines;
        this.script = script;
    }

    static Ledger of(StepContext context) {
        return new Ledger(context.name().sql(), context.scope().column(), lines(context.column().map(Column::comment).orElse(null)), context.script());
    }

    /**
     * The record at any column, for live use.
     *
     * @param comment of the column; null if there is none
     */
    public static Ledger of(TableName table, String column, String comment) {
        return new Ledger(table.sql(), column, lines(comment), false);
    }

    /** The record as in a catalog. It is not for changes of the record. */
    static Ledger of(ScopedTable scope, Catalog catalog) {
        return of(scope.table(), scope.column(), catalog.find(scope.table()).flatMap(table -> table.column(scope.column())).map(Column::comment).orElse(null));
    }

    /** The record as it is now, for live use. Empty if there is no such column. */
    static Ledger read(Connection connection, TableName table, String column) throws SQLException {
        return of(table, column, Sql.first(connection, null, COMMENT, row -> row.getString(1), table.sql(), column));
    }

    private static List<String> lines(String comment) {
        return comment == null ? List.of() : comment.lines().filter(line -> line.startsWith("[orgscope ")).toList();
    }

    /** The line for the column itself. */
    public static String madeColumn() {
        return COLUMN_LINE;
    }

    /** The line for a column that somebody else made. */
    public static String adoptedColumn() {
        return ADOPTED_LINE;
    }

    /**
     * SQL: the name of the column of a relation that has our record in its comment. The placeholders are those of {@link #madeColumn}, {@link #adoptedColumn} and
     * the name of the column that counts first if several have it, in this order.
     *
     * @param relation the oid, as SQL
     */
    public static String recordedColumn(String relation, String made, String adopted, String first) {
        return """
                (SELECT a.attname
                   FROM pg_catalog.pg_description d
                   JOIN pg_catalog.pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid AND NOT a.attisdropped
                  WHERE d.objoid = %s AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid > 0
                    AND (pg_catalog.strpos(d.description, %s) > 0 OR pg_catalog.strpos(d.description, %s) > 0)
                  ORDER BY a.attname = %s DESC, a.attnum LIMIT 1)""".formatted(relation, made, adopted, first);
    }

    /** The line for an object of the table: a constraint, an index, {@code NOT NULL}, {@code DEFAULT}. */
    public static String made(String what) {
        return MADE + OneLine.fold(what) + "]";
    }

    /**
     * {@link #made} as an SQL expression over an SQL expression.
     *
     * @param what the name of the object, as a text or a name
     */
    public static String madeSql(String what) {
        return Literal.of(MADE) + " || " + OneLine.foldSql(what) + " || ']'";
    }

    /** The line for a row security policy. */
    public static String policy(String name) {
        return made(POLICY + name);
    }

    /** The line for a state of the table that is not an object. */
    public static String did(String what) {
        return DID + OneLine.fold(what) + "]";
    }

    /** The line for an object that was dropped, with the SQL that restores it. */
    public static String retired(String what, String sql) {
        return retiredPrefix(what) + OneLine.fold(sql) + "]";
    }

    private static String retiredPrefix(String what) {
        return RETIRED + OneLine.fold(what) + NEXT;
    }

    public boolean has(String line) {
        return lines.contains(line);
    }

    /** Whether it has the line with which step 01 begins it. */
    public boolean begun() {
        return FIRST_LINES.stream().anyMatch(this::has);
    }

    /** Those of the lines that are there. */
    public List<String> among(Stream<String> some) {
        return some.filter(this::has).toList();
    }

    /** The objects that we made and have not dropped, with the names of {@link #made}. */
    public List<String> things() {
        return lines.stream().filter(line -> line.startsWith(MADE) && line.endsWith("]") && !line.equals(COLUMN_LINE))
                .map(line -> OneLine.unfold(line.substring(MADE.length(), line.length() - 1))).toList();
    }

    /** A statement of a script that fails if the table still has one of the lines when it runs. */
    String refuse(List<String> some, TableName name) {
        return ScriptProcedure.REFUSE_STOPPED.call(Literal.of(table), Literal.of(column), "ARRAY[" + some.stream().map(Literal::of).collect(Collectors.joining(", ")) + "]",
                Literal.of(name.toString()));
    }

    /** The line of a dropped object as it is; none if it is not there. */
    public Stream<String> retiredLine(String what) {
        return retired(what).map(sql -> retired(what, sql)).stream();
    }

    /** The lines of {@link #did} with this beginning, without it. */
    public List<String> done(String beginning) {
        String prefix = DID + OneLine.fold(beginning);
        return lines.stream().filter(line -> line.startsWith(prefix) && line.endsWith("]"))
                .map(line -> OneLine.unfold(line.substring(prefix.length(), line.length() - 1))).toList();
    }

    /** The names with this beginning of the objects that were dropped, without it. */
    public List<String> retiredNames(String beginning) {
        String prefix = RETIRED + OneLine.fold(beginning);
        return lines.stream().filter(line -> line.startsWith(prefix) && line.contains(NEXT))
                .map(line -> OneLine.unfold(line.substring(prefix.length(), line.indexOf(NEXT)))).toList();
    }

    /** The unique indexes that step 09 dropped. */
    public List<String> retiredIndexes() {
        Set<String> others = Set.of(TRIGGERS, DEFAULT, NOT_VALID, PRIMARY_KEY);
        return retiredNames("").stream().filter(name -> !others.contains(name) && !name.startsWith(SINGLE_KEY)).toList();
    }

    /** The SQL that restores a dropped object. */
    public Optional<String> retired(String what) {
        String prefix = retiredPrefix(what);
        return lines.stream().filter(line -> line.startsWith(prefix) && line.endsWith("]"))
                .map(line -> OneLine.unfold(line.substring(prefix.length(), line.length() - 1))).findFirst();
    }

    /** SQL that writes the first line, for a column that the same transaction has added. */
    public String begin(String line) {
        return "COMMENT ON COLUMN " + table + "." + Identifier.quote(column) + " IS " + Literal.of(line);
    }

    /** SQL that adds a line, once. */
    public String note(String line) {
        return change(ScriptProcedure.NOTE, Literal.of(line), ADDED);
    }

    /**
     * SQL that adds the line of a dropped object.
     *
     * @param sql an SQL expression for the SQL that restores it. It is evaluated when the line is written
     */
    public String noteRetired(String what, String sql) {
        return change(ScriptProcedure.NOTE, "pg_catalog.concat(" + Literal.of(retiredPrefix(what))
                + ", " + OneLine.foldSql(sql) + ", ']')", ADDED);
    }

    /** SQL that removes a line. */
    public String forget(String line) {
        return change(ScriptProcedure.FORGET, Literal.of(line), WITHOUT);
    }

    /** SQL that removes the line of a dropped object. */
    public String forgetRetired(String what) {
        return change(ScriptProcedure.FORGET_RETIRED, Literal.of(retiredPrefix(what)), WITHOUT_PREFIX);
    }

    private static String without(String kept) {
        return "(SELECT pg_catalog.string_agg(l, E'\\n' ORDER BY n) FROM pg_catalog.unnest(pg_catalog.string_to_array(noted, E'\\n'))"
                + " WITH ORDINALITY AS u(l, n) WHERE " + kept + ")";
    }

    /** @param line as an SQL expression */
    private String change(ScriptProcedure procedure, String line, String becomes) {
        String inTable = Literal.of(table);
        String inColumn = Literal.of(column);
        return script ? procedure.call(inTable, inColumn, line)
                : "DO " + Literal.dollar("\n" + body("  line text := " + line + ";\n", inTable, inColumn, becomes));
    }

    /**
     * PL/pgSQL that changes the comment.
     *
     * @param declaration the declaration of the variable {@code line}; empty if it is a parameter
     * @param inTable     the table's name as SQL text, as an SQL expression
     * @param inColumn    the column's name, as an SQL expression
     * @param becomes     the new comment, as an SQL expression over {@code noted} and {@code line}
     */
    static String body(String declaration, String inTable, String inColumn, String becomes) {
        return """
                DECLARE
                %s  noted text;
                BEGIN
                  SELECT d.description INTO noted
                    FROM pg_catalog.pg_attribute a
                    LEFT JOIN pg_catalog.pg_description d
                      ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = a.attrelid AND d.objsubid = a.attnum
                   WHERE a.attrelid = %s::pg_catalog.regclass AND a.attname = %s;
                  EXECUTE pg_catalog.format('COMMENT ON COLUMN %%s.%%I IS %%L', %s, %s, %s);
                END
                """.formatted(declaration, inTable, inColumn, inTable, inColumn, becomes);
    }
}
