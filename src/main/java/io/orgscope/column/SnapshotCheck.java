package io.orgscope.column;

import java.util.List;

/**
 * Whether a transaction that reads with one snapshot may write, as statements of {@link FillTrigger} and
 * {@link FollowTrigger}. In REPEATABLE READ and SERIALIZABLE it does not see what others committed after the snapshot was
 * taken: rows that have to follow a move, or a membership that came or went.
 *
 * <p>Who writes a row of the scoped table locks what it read FOR KEY SHARE. PostgreSQL keeps the number of the last that
 * locked a row in its xmax, after the end of that transaction too; of several at once, the number of their group
 * (multixact). A number that the snapshot does not include means: somebody may have written since. The statement then
 * fails with 40001, which applications at these levels try again anyway.
 */
final class SnapshotCheck {

    static final String DECLARATIONS = """
              orgscope_now bigint;
              orgscope_locker pg_catalog.xid;
              orgscope_lockers bigint[];
            """;

    /** A number of 32 bits is that of the transaction within 2^31 of our own. Whether it is a group's cannot be told from xmax. */
    private static final String CHECK = """
                IF pg_catalog.current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
                  orgscope_now := pg_catalog.pg_current_xact_id()::text::bigint;
                  FOR orgscope_locker IN %s LOOP
                    orgscope_lockers := ARRAY[orgscope_locker::text::bigint];
                    BEGIN
                      orgscope_lockers := orgscope_lockers
                        || ARRAY(SELECT m.xid::text::bigint FROM pg_catalog.pg_get_multixact_members(orgscope_locker) AS m);
                    EXCEPTION WHEN OTHERS THEN
                      NULL;
                    END;
                    IF EXISTS (SELECT FROM pg_catalog.unnest(orgscope_lockers) AS l (number)
                        WHERE l.number > 2 AND l.number <> orgscope_now %% 4294967296
                          AND NOT pg_catalog.pg_visible_in_snapshot((orgscope_now
                            - (orgscope_now - l.number + 6442450944) %% 4294967296 + 2147483648)::text::pg_catalog.xid8,
                            pg_catalog.pg_current_snapshot())) THEN
                      RAISE serialization_failure USING
                        MESSAGE = 'could not serialize access: what decides a row''s organization may have changed since the transaction began to read',
                        HINT = 'Try the transaction again.';
                    END IF;
                  END LOOP;
                END IF;
            """;

    private SnapshotCheck() {
    }

    /** @param traces queries of the numbers */
    static String of(List<String> traces) {
        return traces.isEmpty() ? "" : CHECK.formatted(String.join("\n        UNION ALL ", traces));
    }
}
