package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@PostgresTest
@DisplayName("Any heap table is filled, whatever its key and its pages look like")
class TableShapesTest {

    /** A table with its rows; each has a user_id. */
    enum TableShape {
        NO_KEY("CREATE TABLE t (user_id integer, note text)",
                "INSERT INTO t SELECT n % 100 + 1, 'row ' || n FROM generate_series(1, 5000) n"),
        UUID_KEY("CREATE TABLE t (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), user_id integer)",
                "INSERT INTO t (user_id) SELECT n % 100 + 1 FROM generate_series(1, 5000) n"),
        COMPOSITE_KEY("CREATE TABLE t (user_id integer, platform text, PRIMARY KEY (user_id, platform))",
                "INSERT INTO t SELECT n % 100 + 1, 'p' || n FROM generate_series(1, 5000) n"),
        MANY_ROWS_A_PAGE("CREATE TABLE t (user_id smallint)",
                "INSERT INTO t SELECT n % 100 + 1 FROM generate_series(1, 30000) n"),
        THREE_ROWS_A_PAGE("CREATE TABLE t (user_id integer, note text); ALTER TABLE t ALTER note SET STORAGE PLAIN",
                "INSERT INTO t SELECT n % 100 + 1, repeat('x', 2500) FROM generate_series(1, 900) n"),
        ONE_ROW_A_PAGE("CREATE TABLE t (user_id integer, note text); ALTER TABLE t ALTER note SET STORAGE PLAIN",
                "INSERT INTO t SELECT n % 100 + 1, repeat('x', 5000) FROM generate_series(1, 300) n"),
        WIDE_WITH_TOAST("CREATE TABLE t (user_id integer, note text, more text); ALTER TABLE t ALTER note SET STORAGE EXTERNAL",
                "INSERT INTO t SELECT n % 100 + 1, repeat('x', 20000), repeat(md5(n::text), 20) FROM generate_series(1, 500) n"),
        FILLFACTOR("CREATE TABLE t (id integer PRIMARY KEY, user_id integer, note text) WITH (fillfactor = 60)",
                "INSERT INTO t SELECT n, n % 100 + 1, repeat('x', 200) FROM generate_series(1, 5000) n"),
        HOLES("CREATE TABLE t (id integer PRIMARY KEY, user_id integer, note text)",
                "INSERT INTO t SELECT n, n % 100 + 1, repeat('x', 200) FROM generate_series(1, 9000) n; DELETE FROM t WHERE id % 3 = 0"),
        UPDATED_OFTEN("CREATE TABLE t (id integer PRIMARY KEY, user_id integer, note text)",
                "INSERT INTO t SELECT n, n % 100 + 1, repeat('x', 200) FROM generate_series(1, 3000) n; UPDATE t SET note = note; UPDATE t SET note = note"),
        PARTITIONS("CREATE TABLE t (id integer, user_id integer, note text) PARTITION BY RANGE (id);"
                + "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (2000);"
                + "CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (2000) TO (9999) PARTITION BY LIST (user_id);"
                + "CREATE TABLE t3 PARTITION OF t2 FOR VALUES IN (1, 2, 3); CREATE TABLE t4 PARTITION OF t2 DEFAULT",
                "INSERT INTO t SELECT n, n % 100 + 1, repeat('x', 200) FROM generate_series(1, 5000) n"),
        INHERITANCE("CREATE TABLE t (user_id integer); CREATE TABLE older (note text) INHERITS (t)",
                "INSERT INTO t SELECT n % 100 + 1 FROM generate_series(1, 1000) n; INSERT INTO older SELECT n % 100 + 1 FROM generate_series(1, 1000) n"),
        EMPTY("CREATE TABLE t (user_id integer)", "SELECT 1"),
        ONE_ROW("CREATE TABLE t (user_id integer)", "INSERT INTO t VALUES (1)");

        private final String create;
        private final String insert;

        TableShape(String create, String insert) {
            this.create = create;
            this.insert = insert;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRowGetsItsValueAndNothingElseChanges(TableShape shape, TestDatabase database) throws SQLException {
        BackfillFixture.parents(database);
        database.execute(shape.create, shape.insert, "VACUUM ANALYZE", "ALTER TABLE t ADD COLUMN organization_id integer");
        String before = BackfillFixture.content(database, "t");
        long rows = database.number("SELECT count(*) FROM t");

        BackfillResult result = BackfillFixture.fill(database, BackfillFixture.task("t"));

        assertThat(result.filled()).isEqualTo(rows);
        assertThat(result.empty()).isZero();
        assertThat(BackfillFixture.wrong(database, "t")).isZero();
        assertThat(BackfillFixture.content(database, "t")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void theScriptDoesTheSame(TableShape shape, TestDatabase database) throws SQLException {
        BackfillFixture.parents(database);
        database.execute(shape.create, shape.insert, "ALTER TABLE t ADD COLUMN organization_id integer");
        String before = BackfillFixture.content(database, "t");

        database.execute(BackfillFixture.script(BackfillFixture.task("t")));

        assertThat(BackfillFixture.wrong(database, "t")).isZero();
        assertThat(BackfillFixture.content(database, "t")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatNobodyEverAnalyzedIsFilledToo(TableShape shape, TestDatabase database) throws SQLException {
        BackfillFixture.parents(database);
        database.execute(shape.create, shape.insert, "ALTER TABLE t ADD COLUMN organization_id integer");

        BackfillFixture.fill(database, BackfillFixture.task("t"));

        assertThat(BackfillFixture.wrong(database, "t")).isZero();
    }
}
