package io.orgscope.column;

import java.util.List;

/**
 * Whether a transaction that reads with one snapshot may write, as statements of {@link FillTrigger} and
 * {@link FollowTrigger}. In REPEATABLE READ and SERIALIZABLE it does not see what others committed after the snapshot was
 * taken: rows that have to follow a move, or a membership that came or went.
 *
 * <p>Who writes a row of the scoped table locks what it read FOR KEY SHARE. PostgreSQL keeps the number of the last that
 * locked a row in its xmax, after the end of that transaction too; of several at once, the number of their group
 * (multixact). A number that the snapshot may not include means: somebody may have written since. The statement then
 * fails with 40001, which applications at these levels try again anyway.
 *
 * <p>A savepoint gives the rows after it another number than its transaction's, and a snapshot does not list those numbers.
 * So every number counts that is not lower than that of the oldest transaction which ran when the snapshot was taken. A
 * transaction that still runs is our own, or one that wrote nothing which reaches the rows locked here.
 */
final class SnapshotCheck {

    static final String DECLARATIONS = """
              orgscope_now bigint;
              orgscope_locker bigint;
              orgscope_lockers bigint[];
              orgscope_committed boolean;
            """;

    private static final String COLLECT = """
                IF pg_catalog.current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
                  orgscope_lockers := orgscope_lockers || ARRAY(SELECT l.xmax::text::bigint FROM (%s) AS l);
                END IF;
            """;

    /**
     * A number of 32 bits is that of the transaction within 2^31 of our own. Whether it is a group's cannot be told from xmax,
     * and a group's may be that of no transaction yet, which PostgreSQL refuses to be asked about.
     */
    private static final String CHECK = """
                IF pg_catalog.cardinality(orgscope_lockers) > 0 THEN
                  orgscope_now := pg_catalog.pg_current_xact_id()::text::bigint;
                  FOREACH orgscope_locker IN ARRAY orgscope_lockers LOOP
                    BEGIN
                      orgscope_lockers := orgscope_lockers
                        || ARRAY(SELECT m.xid::text::bigint FROM pg_catalog.pg_get_multixact_members(orgscope_locker::text::pg_catalog.xid) AS m);
                    EXCEPTION WHEN OTHERS THEN
                      NULL;
                    END;
                  END LOOP;
                  FOREACH orgscope_locker IN ARRAY orgscope_lockers LOOP
                    orgscope_committed := false;
                    IF orgscope_locker > 2 THEN
                      orgscope_locker := orgscope_now - (orgscope_now - orgscope_locker + 6442450944) % 4294967296 + 2147483648;
                      IF orgscope_locker >= pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint THEN
                        BEGIN
                          orgscope_committed := pg_catalog.pg_xact_status(orgscope_locker::text::pg_catalog.xid8) = 'committed';
                        EXCEPTION WHEN OTHERS THEN
                          NULL;
                        END;
                      END IF;
                    END IF;
                    IF orgscope_committed THEN
                      RAISE serialization_failure USING
                        MESSAGE = 'could not serialize access: what decides a row''s organization may have changed since the transaction began to read',
                        HINT = 'Try the transaction again.';
                    END IF;
                  END LOOP;
                END IF;
            """;

    private SnapshotCheck() {
    }

    /**
     * Keeps the numbers of those who locked rows, before a lock of ours overwrites them.
     *
     * @param traces queries of the numbers
     */
    static String collect(List<String> traces) {
        return traces.isEmpty() ? "" : COLLECT.formatted(String.join("\n        UNION ALL ", traces));
    }

    /** Fails when one of them may have committed after the snapshot; to be asked when our own locks are held. */
    static String check() {
        return CHECK;
    }
}
