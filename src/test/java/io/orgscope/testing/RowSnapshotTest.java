package io.orgscope.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest
class RowSnapshotTest {

    @BeforeEach
    void tables(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE t (id int PRIMARY KEY, name text, organization_id int);
                CREATE TABLE empty ();
                INSERT INTO t VALUES (1, 'one', 7), (2, NULL, 8), (3, 'three', NULL)
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "INSERT INTO t VALUES (4)",
        "DELETE FROM t WHERE id = 3",
        "UPDATE t SET name = '' WHERE id = 2",
        "UPDATE t SET name = CASE id WHEN 1 THEN 'three' ELSE 'one' END WHERE id <> 2",
        "UPDATE t SET organization_id = 9 WHERE id = 1",
        "INSERT INTO empty DEFAULT VALUES",
    })
    void seesWhatChanged(String change, TestDatabase database) throws SQLException {
        RowSnapshot before = RowSnapshot.of(database);
        database.execute(change);
        RowSnapshot after = RowSnapshot.of(database);
        assertThat(RowSnapshot.diff(before, after)).hasSize(2);
        assertThatThrownBy(() -> RowSnapshot.assertSame(before, after)).isInstanceOf(AssertionError.class);
    }

    @Test
    void doesNotDependOnTheOrderOfRowsOrColumns(TestDatabase database) throws SQLException {
        RowSnapshot before = RowSnapshot.of(database);
        database.execute("""
                CREATE TABLE t2 AS SELECT organization_id, id, name FROM t ORDER BY id DESC;
                DROP TABLE t;
                ALTER TABLE t2 RENAME TO t
                """);
        RowSnapshot.assertSame(before, RowSnapshot.of(database));
    }

    @Test
    void ignoresColumnsOfOneTableOrOfAll(TestDatabase database) throws SQLException {
        RowSnapshot inAll = RowSnapshot.of(database, "organization_id");
        RowSnapshot inOne = RowSnapshot.of(database, "t.organization_id");
        database.execute("UPDATE t SET organization_id = 1");
        RowSnapshot.assertSame(inAll, RowSnapshot.of(database, "organization_id"));
        RowSnapshot.assertSame(inOne, RowSnapshot.of(database, "t.organization_id"));
    }

    @Test
    void ignoresSchemasAndLiquibase(TestDatabase database) throws SQLException {
        RowSnapshot before = RowSnapshot.of(database, List.of(), List.of("side"));
        database.execute("CREATE SCHEMA side", "CREATE TABLE side.t AS SELECT 1 AS one", "CREATE TABLE databasechangelog ()");
        RowSnapshot.assertSame(before, RowSnapshot.of(database, List.of(), List.of("side")));
        assertThat(before.lines()).hasSize(2);
    }
}
