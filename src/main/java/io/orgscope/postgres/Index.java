package io.orgscope.postgres;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index as in the catalog.
 *
 * @param columns           the key columns in order; an expression is an empty string
 * @param expressions       the same as SQL, with the expressions
 * @param valid             false if a CREATE INDEX CONCURRENTLY failed or is running
 * @param predicate         of a partial index; else null
 * @param definition        {@code pg_get_indexdef}
 * @param constraint        the constraint of the index; else null
 * @param constraintType    p, u or x; a space if there is no constraint
 * @param immediate         whether uniqueness is checked at once and not at commit
 * @param nullsNotDistinct  whether NULLs count as equal (PostgreSQL 15 and later)
 * @param referencedBy      the number of foreign keys that reference it. It is read only with all tables ({@link Catalog#ofAll}): see
 *                          {@link IndexReferences}
 * @param attachedTo        the oid of the index of the partitioned table that this one is a part of; 0 for none
 * @param comment           of the index; null if there is none
 * @param constraintComment of its constraint; null if there is none
 * @param tablespace        null for the default one of the database
 * @param statistics        the statistics targets that were set, by the number of the column
 * @param collations        by the number of the key, as SQL: of each expression, and of a column if it is another one than that of the column
 */
public record Index(long oid, String name, boolean unique, boolean primary, boolean valid, String method,
                    List<String> columns, List<String> expressions, String predicate, String definition, String constraint,
                    char constraintType, boolean immediate, boolean nullsNotDistinct, boolean replicaIdentity,
                    boolean clustered, int referencedBy, long attachedTo, String constraintDefinition, String comment,
                    String constraintComment, String tablespace, Map<Integer, Integer> statistics,
                    Map<Integer, String> collations) {

    /** @throws IllegalStateException if it was not read */
    public int referencedBy() {
        return (int) Table.read(referencedBy);
    }

    /** A key as SQL that compares as the index does. */
    public String collated(int key) {
        String collation = collations.get(key + 1);
        return collation == null ? expressions.get(key) : expressions.get(key) + " COLLATE " + collation;
    }

    /** The same index, described by other text. */
    Index with(String otherDefinition, String otherPredicate) {
        return new Index(oid, name, unique, primary, valid, method, columns, expressions, otherPredicate, otherDefinition, constraint, constraintType, immediate,
                nullsNotDistinct, replicaIdentity, clustered, referencedBy, attachedTo, constraintDefinition, comment, constraintComment, tablespace, statistics,
                collations);
    }

    /** Whether it makes sure that no two rows have the same values in its columns. */
    public boolean provesUnique() {
        return unique && valid && immediate && predicate == null && !columns.contains("");
    }

    /**
     * Whether a unique index with one more column can take its place. UNIQUE (…, … WITHOUT OVERLAPS) makes a GiST index,
     * which is unique too, but over ranges (PostgreSQL 18 and later).
     */
    public boolean replaceable() {
        return unique && method.equals("btree");
    }

    /** Whether it is of an exclusion constraint, which may compare with other operators than {@code =}. */
    public boolean exclusion() {
        return constraintType == 'x';
    }

    /**
     * Why a scoped index cannot take the place of this unique one; empty if it can. {@link Catalog#whyKept} looks at its parts, too.
     *
     * @throws IllegalStateException if {@link #referencedBy} was not read
     */
    Optional<String> whyKept() {
        return Optional.ofNullable(primary ? "it is the primary key"
                : exclusion() ? "it is an exclusion constraint"
                : referencedBy() > 0 ? "foreign keys reference it"
                : replicaIdentity ? "it is the replica identity"
                : !immediate ? "it is deferrable"
                : !replaceable() ? "it is no btree index" : null);
    }

    /** Whether it begins with this column and has every row. */
    public boolean ledBy(String column) {
        return valid && predicate == null && !columns.isEmpty() && columns.get(0).equals(column);
    }
}
