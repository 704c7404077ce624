package io.orgscope.citus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Step 15 with a {@link FakeCitus} for Citus, and a partitioned table. */
@PostgresTest
class PartitionedStandInTest {

    private static final String TABLES = """
            CREATE TABLE organizations (id integer PRIMARY KEY);
            CREATE TABLE boards (organization_id integer NOT NULL REFERENCES organizations ON DELETE CASCADE, "its ^id, (1)^" integer, PRIMARY KEY (organization_id, "its ^id, (1)^"));
            CREATE TABLE cards (organization_id integer NOT NULL REFERENCES organizations ON DELETE CASCADE, id bigint NOT NULL, board_id integer,
              PRIMARY KEY (organization_id, id), CONSTRAINT of_board FOREIGN KEY (organization_id, board_id) REFERENCES boards) PARTITION BY RANGE (id);
            CREATE TABLE cards_1 PARTITION OF cards DEFAULT;
            INSERT INTO organizations VALUES (1); INSERT INTO boards VALUES (1, 1); INSERT INTO cards VALUES (1, 1, 1);
            """.replace("^", "\"\"");

    @TempDir
    Path directory;

    /** A partitioned table cannot have a foreign key that is NOT VALID: the rows are checked when it is added. */
    @Test
    void rowsThatReferenceNothingAreSaid(TestDatabase database) throws Exception {
        database.execute(TABLES);
        FakeCitus.into(database);
        Liquibases liquibase = DistributedTables.single(database, directory, "cards", "boards");
        FaultInjection faults = new FaultInjection(database);
        for (int n = 1; database.flag("SELECT EXISTS (SELECT FROM pg_constraint WHERE conname = 'of_board')"); n++) {
            assertThat(faults.stops(n, liquibase::update)).isTrue();
        }
        database.execute("INSERT INTO cards VALUES (1, 2, 7)");
        assertThatThrownBy(liquibase::update).hasMessageContaining("Rows of cards reference rows of boards that are not there, because the foreign key of_board")
                .hasMessageContaining("The foreign key is still away: new rows are not checked either. Correct these rows: 1 row (").hasMessageContaining("23503");
        database.execute("DELETE FROM cards WHERE board_id = 7");
        liquibase.update();
        assertThat(database.flag("SELECT convalidated FROM pg_constraint WHERE conname = 'of_board' AND conrelid = 'cards'::regclass")).isTrue();
    }
}
