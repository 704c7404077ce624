package io.orgscope.postgres;

import java.util.List;

/**
 * An index as the catalog has it.
 *
 * @param columns        the key columns in order; an expression is an empty string
 * @param expressions    the same as SQL, with the expressions
 * @param valid          false for what a failed or running CREATE INDEX CONCURRENTLY left
 * @param predicate      of a partial index, else null
 * @param definition     {@code pg_get_indexdef}
 * @param constraint     the constraint that the index belongs to, else null
 * @param constraintType p, u or x; a space when there is no constraint
 * @param immediate      whether uniqueness is checked at once rather than at commit
 * @param nullsNotDistinct  whether NULLs count as equal (PostgreSQL 15 and later)
 * @param referencedBy   how many foreign keys rest on it
 * @param attachedTo     the index of the partitioned table that this one is a part of, by its oid; 0 for none
 * @param comment        on the index, null when there is none
 * @param constraintComment on its constraint, null when there is none
 */
public record Index(long oid, String name, boolean unique, boolean primary, boolean valid, String method,
                    List<String> columns, List<String> expressions, String predicate, String definition, String constraint,
                    char constraintType, boolean immediate, boolean nullsNotDistinct, boolean replicaIdentity,
                    boolean clustered, int referencedBy, long attachedTo, String constraintDefinition, String comment,
                    String constraintComment) {

    /** Whether it proves that no two rows have the same values in its columns. */
    public boolean provesUnique() {
        return unique && valid && immediate && predicate == null && !columns.contains("");
    }

    /** Whether a search by this column alone can use it for every row. */
    public boolean ledBy(String column) {
        return valid && predicate == null && !columns.isEmpty() && columns.get(0).equals(column);
    }
}
