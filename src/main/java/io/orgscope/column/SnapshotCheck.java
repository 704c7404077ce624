package io.orgscope.column;

import io.orgscope.postgres.SqlTemplate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Statements of {@link FillTrigger} and {@link FollowTrigger} that check whether a transaction with one snapshot may
 * write. In REPEATABLE READ and SERIALIZABLE it does not see what others committed after the snapshot was taken. This
 * can be a row that has to follow a move, or a membership that was inserted or deleted.
 *
 * <p>A writer of the scoped table locks what it reads FOR KEY SHARE. PostgreSQL keeps the number of the last
 * transaction that locked a row in its xmax, even after that transaction has ended. For several at the same time it
 * keeps the number of their group (multixact). If the snapshot may not include a number, another transaction may have
 * written since. The statement then fails with 40001. Applications retry this error at these levels.
 *
 * <p>After a savepoint a transaction uses another number, and a snapshot does not list such numbers. So every number
 * counts that is not lower than the oldest transaction that ran when the snapshot was taken. It counts even if its
 * transaction still runs or was rolled back, because it may have replaced the number of one that has committed. Only a
 * number of our own does not count. A savepoint of ours that was released or rolled back cannot be told from one of
 * another transaction: its number is higher than that of our transaction, it has not committed, and nobody holds its
 * lock in pg_locks. Such a number does not count.
 */
final class SnapshotCheck {

    static final String DECLARATIONS = """
              orgscope_now bigint;
              orgscope_locker bigint;
              orgscope_lockers bigint[];
              orgscope_foreign boolean;
            """;

    private static final SqlTemplate COLLECT = new SqlTemplate("""
                IF pg_catalog.current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
                  orgscope_lockers := orgscope_lockers || ARRAY(SELECT l.xmax::text::bigint FROM ({traces}) AS l);
                END IF;
            """, Set.of("traces"));

    /**
     * A number of 32 bits is that of the transaction within 2^31 of our own. xmax does not show whether a number is a
     * group's. The number of a group may be that of no transaction yet, and PostgreSQL refuses to answer for such a
     * number.
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
                    orgscope_foreign := false;
                    IF orgscope_locker > 2 THEN
                      orgscope_locker := orgscope_now - (orgscope_now - orgscope_locker + 6442450944) % 4294967296 + 2147483648;
                      IF orgscope_locker >= pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint THEN
                        BEGIN
                          orgscope_foreign := orgscope_locker < orgscope_now
                            OR pg_catalog.pg_xact_status(orgscope_locker::text::pg_catalog.xid8) = 'committed'
                            OR EXISTS (SELECT FROM pg_catalog.pg_locks AS l
                             WHERE l.transactionid::text::bigint = orgscope_locker % 4294967296
                               AND l.mode = 'ExclusiveLock' AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid());
                        EXCEPTION WHEN OTHERS THEN
                          NULL;
                        END;
                      END IF;
                    END IF;
                    IF orgscope_foreign THEN
                      RAISE serialization_failure USING
                        MESSAGE = 'could not serialize access: rows that decide on the organization may have changed since the transaction began to read',
                        HINT = 'Run the transaction again.';
                    END IF;
                  END LOOP;
                END IF;
            """;

    private SnapshotCheck() {
    }

    /**
     * Keeps the numbers of the transactions that locked rows, before a lock of ours overwrites them.
     *
     * @param writerXids queries of the numbers
     * @param words      gets a word for them
     */
    static String collect(List<String> writerXids, Words words) {
        return writerXids.isEmpty() ? "" : COLLECT.partly(Map.of("traces", words.word("traces", String.join("\n        UNION ALL ", writerXids))));
    }

    /** Fails if one of these transactions may have committed after the snapshot. It runs when our own locks are held. */
    static String check() {
        return CHECK;
    }
}
