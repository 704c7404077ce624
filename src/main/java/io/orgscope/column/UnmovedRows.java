package io.orgscope.column;

import io.orgscope.postgres.InheritanceTree;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.TableName;
import io.orgscope.step.EachPartition;
import io.orgscope.step.StepContext;

/**
 * Whether the rows of a heap stayed where they were while {@link KeptRows} copied them, page by page. A rewrite moves rows without a trigger:
 * VACUUM FULL, CLUSTER, pg_repack, or another type of a column. A partition that was detached had no trigger until it was attached again. The session keeps the
 * state of each heap from before its copy, and the transaction that drops the column compares it.
 */
final class UnmovedRows {

    /** A rewrite gives the heap another file, and an attached partition another trigger. The heap is an oid, as SQL. */
    private static final String STATE = """
            pg_catalog.concat(pg_catalog.pg_relation_filenode(%1$s), '/',
              (SELECT g.oid FROM pg_catalog.pg_trigger g WHERE g.tgrelid = %1$s AND g.tgname = '%2$s'))""";

    private static final String CHECK = """

            BEGIN
              IF EXISTS (%1$sSELECT FROM tree JOIN pg_catalog.pg_class c ON c.oid = tree.oid WHERE c.relkind = 'r'
                AND %2$s IS DISTINCT FROM %3$s) THEN
                RAISE EXCEPTION USING ERRCODE = '%4$s', MESSAGE = %5$s;
              END IF;
            END
            """;

    private UnmovedRows() {
    }

    /** The state of a heap now, as SQL. */
    static String state(String heap) {
        return STATE.formatted(heap, CopyTrigger.TRIGGER);
    }

    /** The name of the setting that has the state from before the copy, as SQL. */
    static String setting(String heap) {
        return "'orgscope.copied_' || " + heap;
    }

    /** A statement that fails if a heap has another state than before its copy, or was not copied in this session. */
    static String check(StepContext context) {
        TableName table = context.name();
        String tree = InheritanceTree.below(Literal.of(table.sql()) + "::pg_catalog.regclass::oid");
        return "DO " + Literal.dollar(CHECK.formatted(tree, state("c.oid"), "pg_catalog.current_setting(" + setting("c.oid") + ", true)", EachPartition.CHANGED,
                Literal.of("It is not certain that every row of " + table + " was copied to the side table " + context.resolved().kept().name()
                        + ": meanwhile the table or a partition was rewritten (VACUUM FULL, CLUSTER, pg_repack, ALTER COLUMN … TYPE) or attached, or another session"
                        + " copied the rows. The column was not dropped. Run rollback again. In a script, run its lines CALL pg_temp.orgscope_each_window for"
                        + " this table again, then this one, in one session.")));
    }
}
