package io.orgscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.step.StepRunner;
import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Step 11 stopped before any of its statements: the next run goes on, or goes back, to the same catalog. */
@PostgresTest
class StoppedReferencesTest {

    private static final List<ScopedTable> TABLES = Stream.of("boards", "cards").map(name -> new ScopedTable(new TableName("public", name),
            "organization_id", new Organizations(new TableName("public", "organizations"), "id", null), List.of())).toList();

    private static final String BOARDS = """
            CREATE TABLE organizations (id integer PRIMARY KEY);
            CREATE TABLE boards (id integer PRIMARY KEY, organization_id integer NOT NULL REFERENCES organizations);
            CREATE TABLE cards (id integer PRIMARY KEY, organization_id integer NOT NULL REFERENCES organizations,
              board_id integer NOT NULL CONSTRAINT of_a_board REFERENCES boards ON DELETE CASCADE, above integer REFERENCES cards);
            COMMENT ON CONSTRAINT of_a_board ON cards IS 'said of it';
            COMMENT ON COLUMN cards.organization_id IS 'whose';
            INSERT INTO organizations VALUES (1), (2);
            INSERT INTO boards VALUES (1, 1), (2, 2);
            INSERT INTO cards VALUES (1, 1, 1, NULL), (2, 2, 2, NULL), (3, 1, 1, 1);
            """;

    /** What it ends with; the order of the lines in the columns' comments depends on where it was stopped. */
    private static final String COMPOSITE = """
            SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid IN ('boards'::regclass, 'cards'::regclass)
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT regexp_split_to_table(col_description('boards'::regclass, 2), E'\n')
            UNION ALL SELECT regexp_split_to_table(col_description('cards'::regclass, 2), E'\n')
            ORDER BY 1
            """;

    private TestDatabase database;
    private FaultInjection faults;
    private CatalogSnapshot single;
    private List<String> composite;

    /** Each statement has one of the four ways, all with {@code -Dorgscope.thorough=true}. */
    @Test
    void theNextRunGoesOnOrBack(TestDatabase empty) throws SQLException {
        database = empty;
        database.execute(BOARDS);
        faults = new FaultInjection(database);
        single = CatalogSnapshot.of(database);
        forward();
        composite = database.strings(COMPOSITE);
        int n = 1;
        for (boolean stops = true; stops; n++) {
            stops = false;
            for (int way = 0; way < 4; way++) {
                if (way == n % 4 || Boolean.getBoolean("orgscope.thorough")) {
                    stops |= stopped(n, way < 2, way % 2 == 0);
                }
            }
        }
        assertThat(n).isGreaterThan(15);
    }

    /** Begins with everything done and ends so. */
    private boolean stopped(int n, boolean onTheWayBack, boolean thenBack) throws SQLException {
        boolean stops;
        if (onTheWayBack) {
            stops = faults.stops(n, this::back);
        } else {
            back();
            stops = faults.stops(n, this::forward);
        }
        if (thenBack) {
            back();
            CatalogSnapshot.assertSame(single, CatalogSnapshot.of(database));
        }
        forward();
        assertThat(database.strings(COMPOSITE)).as("stopped at " + n).isEqualTo(composite);
        return stops;
    }

    private void forward() {
        run(List.of(0, 1), true);
    }

    private void back() {
        run(List.of(1, 0), false);
    }

    private void run(List<Integer> order, boolean forward) {
        try (Connection connection = database.connection()) {
            for (int i : order) {
                CompositeReferences references = new CompositeReferences(Isolated.of(connection, TABLES.get(i), TABLES.subList(0, i),
                        TABLES.subList(i + 1, TABLES.size()), LockPolicy.DEFAULT, false), Postgres.major());
                new StepRunner(connection, LockPolicy.DEFAULT).run(forward ? references.replace() : references.restore());
            }
        } catch (SQLException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
