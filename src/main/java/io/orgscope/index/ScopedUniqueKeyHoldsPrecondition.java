package io.orgscope.index;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.RowKeys;
import io.orgscope.postgres.SqlTemplate;
import io.orgscope.step.StepContext;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code scopedUniqueKeyHolds}: no two rows of one organization have the same values in the columns of the new key. */
public final class ScopedUniqueKeyHoldsPrecondition extends UniqueKeyPrecondition {

    private static final SqlTemplate DUPLICATES = new SqlTemplate("""
            SELECT d.key
              FROM (SELECT {key} AS key, pg_catalog.count(*) OVER (PARTITION BY f.organization, {columns}) AS equal
                      FROM {rows}
                     CROSS JOIN LATERAL (SELECT {organization} AS organization OFFSET 0) f
                     WHERE f.organization IS NOT NULL{notNull}) d
             WHERE d.equal > 1""", Set.of("key", "columns", "rows", "organization", "notNull"));

    private static final String NAME = "scopedUniqueKeyHolds";

    private static final String DUPLICATE = "have the same key as a row of the same organization: the new unique index could not be built. Merge or delete the duplicates,"
            + " then run update again.";

    private static final String HAZARD = DUPLICATE + " Nothing was changed by this step.";

    private static final String INCOMPLETE = DUPLICATE + " The parts of other partitions stay. The index is not complete; update goes on with it.";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    List<String> either() {
        return List.of(COLUMNS, REPLACES);
    }

    @Override
    String hazard() {
        return HAZARD;
    }

    /** The message about such rows, from the text that lists them, if the build of the index has failed. */
    static String message(StepContext context, String rows) {
        return message(NAME, context, rows, context.partitioned() ? INCOMPLETE : HAZARD);
    }

    /** If the old key holds, the new one does too: it has one column more. */
    @Override
    Optional<String> duplicates(StepContext context) {
        if (settings().get(COLUMNS) == null || settings().get(REPLACES) != null) {
            return Optional.empty();
        }
        return Optional.of(query(context, Arrays.stream(settings().get(COLUMNS).split(",")).map(String::strip).toList()));
    }

    /**
     * The message if rows of one organization have the same values in these columns; else empty.
     *
     * @throws SQLException if the rows cannot be read
     */
    public static Optional<String> failure(StepContext context, List<String> columns) throws SQLException {
        ScopedUniqueKeyHoldsPrecondition rule = new ScopedUniqueKeyHoldsPrecondition();
        rule.setColumns(String.join(",", columns));
        return rule.failure(context);
    }

    private static String query(StepContext context, List<String> columns) {
        String notNull = columns.stream().map(column -> " AND t." + Identifier.quote(column) + " IS NOT NULL").collect(Collectors.joining());
        return DUPLICATES.fill(Map.of("key", RowKeys.key(context.table().orElseThrow(), "t"), "columns", Identifier.list("t.", columns),
                "rows", context.resolved().rows(), "organization", context.resolved().organizationInRows(), "notNull", notNull));
    }
}
