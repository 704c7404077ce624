package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.RowSnapshot;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step by itself, forward and back, as the owner of the tables who is no superuser. */
@PostgresTest
class StepByStepTest {

    @TempDir
    Path directory;

    static Stream<Situation> situations() {
        return Situation.all().stream();
    }

    static Stream<Situation> partitioned() {
        return Partitioned.all().stream();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everyStepIsTakenBackExactly(Situation situation, TestDatabase database) throws SQLException {
        takeEveryStepBack(situation, database, directory);
    }

    static void takeEveryStepBack(Situation situation, TestDatabase database, Path directory) throws SQLException {
        Login owner = database.asOwner("owner of " + database.name());
        situation.into(owner);
        Liquibases liquibase = situation.liquibase(owner, directory);
        List<CatalogSnapshot> catalogs = new ArrayList<>(List.of(catalog(database)));
        List<RowSnapshot> rows = new ArrayList<>(List.of(rows(database)));
        int steps = liquibase.pending().size();
        for (int step = 1; step <= steps; step++) {
            liquibase.updateCount(1);
            catalogs.add(catalog(database));
            rows.add(rows(database));
        }
        assertThat(ran(database)).isEqualTo(steps);
        assertThat(database.strings(situation.wrong())).as("rows of the wrong organization").isEmpty();
        RowSnapshot updated = RowSnapshot.of(database, List.of(), List.of("orgscope"));

        for (int step = steps - 1; step >= 0; step--) {
            String taken = database.string("SELECT id FROM databasechangelog ORDER BY orderexecuted DESC LIMIT 1");
            liquibase.rollbackCount(1);
            assertSame("after the way back of " + taken, catalogs.get(step), rows.get(step), database);
        }

        liquibase.update();
        // With assignments kept from before, a named organization is no constant any more: only our own notes say so.
        boolean constant = situation.declaration().contains("route: { organization: ");
        assertThat(CatalogSnapshot.diff(catalogs.get(steps), catalog(database)).stream().filter(line -> !constant || !line.contains("[orgscope made")))
                .as("after the second update").isEmpty();
        assertThat(database.strings(situation.wrong())).as("rows of the wrong organization after the second update").isEmpty();
        RowSnapshot.assertSame(updated, RowSnapshot.of(database, List.of(), List.of("orgscope")));
        liquibase.rollbackCount(steps);
        assertSame("after the way back of all", catalogs.get(0), rows.get(0), database);
    }

    @ParameterizedTest
    @MethodSource("partitioned")
    void partitionedTablesToo(Situation situation, TestDatabase database) throws SQLException {
        everyStepIsTakenBackExactly(situation, database);
    }

    private static long ran(TestDatabase database) throws SQLException {
        return database.number("SELECT count(*) FROM databasechangelog");
    }

    private static void assertSame(String when, CatalogSnapshot catalog, RowSnapshot rows, TestDatabase database) throws SQLException {
        assertThat(CatalogSnapshot.diff(catalog, catalog(database))).as(when).isEmpty();
        assertThat(RowSnapshot.diff(rows, rows(database))).as(when).isEmpty();
    }

    private static CatalogSnapshot catalog(TestDatabase database) throws SQLException {
        return CatalogSnapshot.of(database, "orgscope");
    }

    /** What is filled is not emptied before the column goes. */
    private static RowSnapshot rows(TestDatabase database) throws SQLException {
        return RowSnapshot.of(database, List.of("organization_id"), List.of("orgscope"));
    }
}
