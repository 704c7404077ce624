package io.orgscope.postgres;

/**
 * The beginning of a query about a table and its partitions of every level, or the tables that inherit from it: {@code tree(oid)} has the table and
 * each of them. It leaves out a partition that is being detached: statements on the table do not reach it, and it may lack the column. It locks none
 * of them. pg_partition_tree would lock each partition.
 */
public final class InheritanceTree {

    private static final String AND_BELOW = """
              UNION
              SELECT i.inhrelid FROM tree JOIN pg_catalog.pg_inherits i ON i.inhparent = tree.oid AND NOT i.inhdetachpending)
            """;

    /** The schema of the table is the parameter {@code $1}, its name {@code $2}. */
    public static final String BY_NAME = """
            WITH RECURSIVE tree(oid) AS (
              SELECT c.oid
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
               WHERE n.nspname = $1 AND c.relname = $2
            """ + AND_BELOW;

    /** The number of the table is the parameter {@code $1}. */
    public static final String BY_OID = """
            WITH RECURSIVE tree(oid) AS (
              SELECT $1
            """ + AND_BELOW;

    private InheritanceTree() {
    }

    /** {@link #BY_OID} below the number that an SQL expression gives. */
    public static String below(String oid) {
        return BY_OID.replace("$1", oid);
    }
}
