package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that build an index of a partitioned table, and partitions that are other ones when they run. */
@PostgresTest
class PartitionScriptsTest {


    private static final String LATER = "CREATE TABLE connections_2031 PARTITION OF connections FOR VALUES FROM ('2031-01-01') TO ('2032-01-01')";

    @TempDir
    Path directory;

    /** It comes while the first of two indexes is built. */
    @Test
    void theSecondIndexIsNotLeftWithoutAPartition(TestDatabase database) throws SQLException {
        Partitioned.nested().into(database);
        Liquibases liquibase = Partitioned.nested().liquibase(database, directory).labels("orgscope-expand");
        List<String> script = Script.statements(liquibase.updateSql());
        int building = first(script, "CREATE UNIQUE INDEX CONCURRENTLY");
        try (Connection session = database.connection()) {
            Script.run(session, String.join(";\n", script.subList(0, building)));
            database.execute(LATER);
            assertThatThrownBy(() -> Script.run(session, String.join(";\n", script.subList(building, script.size()))))
                    .hasMessageContaining("connections has other partitions than when this script was written");
        }
        assertThat(invalid(database)).isEmpty();
        Script.run(database, liquibase.updateSql());
        assertThat(invalid(database)).isEmpty();
        assertThat(database.number("SELECT count(*) FROM pg_inherits WHERE inhparent = 'by_organization'::regclass")).isEqualTo(5);
    }

    /** Whatever the reason: a script does not go on after an index that is not valid. */
    @Test
    void anIndexThatIsNotValidStopsTheScript(TestDatabase database) throws SQLException {
        Partitioned.nested().into(database);
        Liquibases liquibase = Partitioned.nested().liquibase(database, directory).labels("orgscope-expand");
        List<String> script = Script.statements(liquibase.updateSql());
        int attach = first(script, "connections_empty_by_organization\"");
        assertThat(script.get(attach + 1)).contains("ATTACH PARTITION");
        try (Connection session = database.connection()) {
            Script.run(session, String.join(";\n", script.subList(0, attach + 1)));
            assertThatThrownBy(() -> Script.run(session, String.join(";\n", script.subList(attach + 2, script.size()))))
                    .hasMessageContaining("The index by_organization of connections is not there or not valid yet").hasMessageContaining("Write the script again from this step on");
        }
        Script.run(database, liquibase.updateSql());
        assertThat(invalid(database)).isEmpty();
    }

    @Test
    void theWayBackKeepsTheNoteOfTheOldKeyUntilTheKeyIsValid(TestDatabase database) throws SQLException {
        Partitioned.nested().into(database);
        Liquibases liquibase = Partitioned.nested().liquibase(database, directory);
        liquibase.update();
        String script = liquibase.rollbackAllSql();
        database.execute(LATER);
        assertThatThrownBy(() -> Script.run(database, script)).hasMessageContaining("connections has other partitions than when this script was written");
        Script.run(database, liquibase.rollbackAllSql());
        assertThat(invalid(database)).isEmpty();
        assertThat(database.number("SELECT count(*) FROM pg_inherits WHERE inhparent = 'connections_key'::regclass")).isEqualTo(5);
        assertThat(database.number("SELECT count(*) FROM pg_inherits WHERE inhparent = 'connections_2025_user_id_platform_day_key'::regclass")).isEqualTo(2);
    }

    /** Since step 09 one partition has got partitions, and another one has none any more. Both have their old names. */
    @Test
    void aPartitionOfAnotherKindHasTheNameNow(TestDatabase database) throws SQLException {
        Partitioned.nested().into(database);
        Liquibases liquibase = Partitioned.nested().liquibase(database, directory);
        liquibase.update();
        database.execute("DROP TABLE archive.connections_2024, connections_2025",
                "CREATE TABLE archive.connections_2024 PARTITION OF connections FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (platform)",
                "CREATE TABLE archive.connections_2024_x PARTITION OF archive.connections_2024 DEFAULT",
                "CREATE TABLE connections_2025 PARTITION OF connections FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')", """
                CREATE FUNCTION refuse_locking() RETURNS event_trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    IF current_query() ~ 'ONLY "?public"?[.]"?connections_2025' THEN RAISE EXCEPTION 'builds under a strong lock'; END IF;
                  END$$""", "CREATE EVENT TRIGGER refuse_locking ON ddl_command_start EXECUTE FUNCTION refuse_locking()");
        liquibase.rollbackAll();
        assertThat(invalid(database)).isEmpty();
        assertThat(database.strings("SELECT inhrelid::regclass || ' ' || (SELECT contype::text FROM pg_constraint WHERE conindid = inhrelid) FROM pg_inherits"
                + " WHERE inhparent = 'connections_key'::regclass ORDER BY 1")).hasSize(4).allMatch(part -> part.endsWith(" u"))
                .contains("archive.connections_2024_user_id_platform_day_key u", "connections_2025_user_id_platform_day_key u");
    }

    private static int first(List<String> script, String text) {
        return IntStream.range(0, script.size()).filter(i -> script.get(i).contains(text)).findFirst().orElseThrow();
    }

    private static List<String> invalid(TestDatabase database) throws SQLException {
        return database.strings("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid");
    }
}
