package io.orgscope.postgres;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A foreign key as in the catalog. {@code columns} and {@code targetColumns} are in pairs.
 *
 * @param onDelete  {@code pg_constraint.confdeltype}: a no action, r restrict, c cascade, n set null, d set default
 * @param options   everything else that defines it
 * @param validated whether it is known to hold for every row
 * @param comment   null if there is none
 */
public record ForeignKey(String name, TableName table, List<String> columns, TableName target,
                         List<String> targetColumns, char onDelete, Options options, boolean validated, String definition,
                         String comment) {

    /** The end of the definition of a constraint that PostgreSQL does not check. */
    static final String NOT_ENFORCED = " NOT ENFORCED";

    private static final Pattern NAME = Pattern.compile("(?:\"(?:[^\"]|\"\")*\"|[\\w$]+)");

    private static final Pattern ADD = Pattern.compile("ALTER TABLE NAME\\.NAME ADD CONSTRAINT NAME FOREIGN KEY \\((NAMES)\\) REFERENCES (NAME)\\.(NAME) \\((NAMES)\\) .*"
            .replace("NAMES", "NAME(?:, NAME)*").replace("NAME", NAME.pattern()));

    private static final Map<Character, String> ACTIONS = Map.of('a', "NO ACTION", 'r', "RESTRICT", 'c', "CASCADE", 'n', "SET NULL",
            'd', "SET DEFAULT");

    /**
     * The definition of a foreign key without its columns and its ON DELETE.
     *
     * @param onUpdate        {@code pg_constraint.confupdtype}, with the letters of {@code onDelete}
     * @param onDeleteColumns the columns that ON DELETE SET NULL or SET DEFAULT names; empty for all (PostgreSQL 15 and
     *                        later)
     * @param period          whether the last pair of columns is of periods: the referenced rows have to cover it (PostgreSQL 18 and later)
     * @param matchFull       whether it is MATCH FULL and not MATCH SIMPLE
     * @param deferrable      whether it can be checked at commit
     * @param deferred        whether it is checked at commit by default
     */
    public record Options(char onUpdate, List<String> onDeleteColumns, boolean period, boolean matchFull, boolean deferrable, boolean deferred) {

        /** NO ACTION, and checked at once. */
        public static final Options PLAIN = new Options('a', List.of(), false, false, false, false);
    }

    /** A key that does not exist yet, without options. */
    public static ForeignKey planned(String name, TableName table, List<String> columns, TableName target, List<String> targetColumns, char onDelete) {
        return new ForeignKey(name, table, columns, target, targetColumns, onDelete, Options.PLAIN, false, "", null);
    }

    /** The action that PostgreSQL stores as this letter. */
    public static String action(char letter) {
        return ACTIONS.get(letter);
    }

    /** Whether ON DELETE is SET NULL or SET DEFAULT. */
    public boolean emptiesOnDelete() {
        return onDelete == 'n' || onDelete == 'd';
    }

    /** The columns in pairs, referencing and referenced, in any order. */
    public Set<List<String>> pairs() {
        return pairs(columns, targetColumns);
    }

    /** Whether it joins these two columns, and others besides. */
    public boolean includes(String column, String targetColumn) {
        return columns.size() > 1 && pairs().contains(List.of(column, targetColumn));
    }

    /** {@link #pairs()} of two lists of equal length. */
    public static Set<List<String>> pairs(List<String> columns, List<String> targetColumns) {
        return new HashSet<>(IntStream.range(0, columns.size()).mapToObj(i -> List.of(columns.get(i), targetColumns.get(i))).toList());
    }

    /** This key of another table. */
    public ForeignKey of(TableName other) {
        return new ForeignKey(name, other, columns, target, targetColumns, onDelete, options, validated, definition, comment);
    }

    /** Whether this pair of columns is of periods. It is the last one. PostgreSQL compares it by overlap and not by equality. */
    public boolean overlaps(int pair) {
        return options.period && pair == columns.size() - 1;
    }

    /** The referenced columns, in the order of these referencing ones. */
    public List<String> targetsOf(List<String> referencing) {
        return referencing.stream().map(column -> targetColumns.get(columns.indexOf(column))).toList();
    }

    /** SQL that adds it NOT VALID. */
    public String add() {
        return addValid() + " NOT VALID";
    }

    /** SQL that adds it and checks the rows. Of a partitioned table it adopts the same keys of the partitions, and does not check their rows again. */
    public String addValid() {
        return "ALTER TABLE " + table.sql() + " ADD CONSTRAINT " + Identifier.quote(name) + " FOREIGN KEY (" + list(columns)
                + ") REFERENCES " + target.sql() + " (" + list(targetColumns) + ")" + (options.matchFull ? " MATCH FULL" : "")
                + " ON UPDATE " + ACTIONS.get(options.onUpdate) + " ON DELETE " + ACTIONS.get(onDelete)
                + (options.onDeleteColumns.isEmpty() ? "" : " (" + Identifier.list("", options.onDeleteColumns) + ")")
                + (options.deferrable ? " DEFERRABLE" : "") + (options.deferred ? " INITIALLY DEFERRED" : "");
    }

    private String list(List<String> names) {
        int last = names.size() - 1;
        return options.period ? Identifier.list("", names.subList(0, last)) + ", PERIOD " + Identifier.quote(names.get(last)) : Identifier.list("", names);
    }

    /**
     * What a statement of {@link #addValid} joins, without its options. Somebody may have corrected a name in a note, and left out its quotes.
     *
     * @param add the statement
     * @return empty if it is another statement
     */
    public static Optional<ForeignKey> joinedBy(String name, TableName table, String add) {
        Matcher found = ADD.matcher(add);
        if (!found.matches()) {
            return Optional.empty();
        }
        TableName target = new TableName(names(found.group(2)).get(0), names(found.group(3)).get(0));
        return Optional.of(planned(name, table, names(found.group(1)), target, names(found.group(4)), 'a'));
    }

    /** The names in a statement of {@link #addValid} or in a part of it, without quotes. */
    public static List<String> names(String list) {
        return NAME.matcher(list).results().map(MatchResult::group)
                .map(name -> name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name).toList();
    }

    /** Whether PostgreSQL checks it at all. From PostgreSQL 18 on it can be NOT ENFORCED. */
    public boolean enforced() {
        return !definition.endsWith(NOT_ENFORCED);
    }

    /** SQL that enforces it, and checks the rows that existed before. */
    public String enforce() {
        return "ALTER TABLE " + table.sql() + " ALTER CONSTRAINT " + Identifier.quote(name) + " ENFORCED";
    }

    /** SQL that checks the rows that existed before it. */
    public String validate() {
        return table.validateConstraint(name);
    }

    /** Its columns and actions, for messages. */
    public String says() {
        return "(" + String.join(", ", columns) + ") REFERENCES " + target + " (" + String.join(", ", targetColumns) + ") ON UPDATE "
                + ACTIONS.get(options.onUpdate) + " ON DELETE " + ACTIONS.get(onDelete)
                + (options.onDeleteColumns.isEmpty() ? "" : options.onDeleteColumns.stream().collect(Collectors.joining(", ", " (", ")")))
                + (options.deferrable ? " DEFERRABLE" : "") + (options.deferred ? " INITIALLY DEFERRED" : "");
    }
}
