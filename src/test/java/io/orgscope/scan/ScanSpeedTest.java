package io.orgscope.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A scan asks the same few questions, however many tables there are. */
@PostgresTest
class ScanSpeedTest {

    private static final Set<String> STATEMENTS = Set.of("prepareStatement", "createStatement", "prepareCall");

    private static final String TABLES = """
            DO $$
            BEGIN
              FOR i IN 1..%d LOOP
                EXECUTE format('CREATE TABLE t%%s (id int PRIMARY KEY, parent_id int %%s, organization_id uuid REFERENCES organizations)', i,
                  CASE WHEN i > 1 THEN 'REFERENCES t' || (i / 2) END);
                EXECUTE format('CREATE UNIQUE INDEX ON t%%s (parent_id, id)', i);
                IF i %% 2 = 0 THEN
                  EXECUTE format('ALTER TABLE t%%s ENABLE ROW LEVEL SECURITY; CREATE VIEW v%%s AS SELECT * FROM t%%s', i, i, i);
                  EXECUTE format('CREATE FUNCTION f%%s() RETURNS bigint SECURITY DEFINER LANGUAGE sql AS ''SELECT count(*) FROM t%%s''', i, i);
                END IF;
                IF i %% 3 = 0 THEN EXECUTE format('ALTER TABLE t%%s DROP organization_id CASCADE', i); END IF;
              END LOOP;
            END $$
            """;

    @Test
    void asksNoQueryATable(TestDatabase database) throws SQLException {
        database.execute(Scans.ORGANIZATIONS);
        database.execute(TABLES.formatted(3));
        int few = statements(database);
        try (TestDatabase large = TestDatabase.create()) {
            large.execute(Scans.ORGANIZATIONS);
            for (int from = 0; from < 1000; from += 100) {
                large.execute(TABLES.formatted(100).replace("FOR i IN 1..100", "FOR i IN %d..%d".formatted(from + 1, from + 100)));
            }
            int many = statements(large);
            assertThat(many).isEqualTo(few).isLessThan(15);
            assertThat(Scans.on(large).run().tables()).hasSize(1001);
        }
    }

    private static int statements(TestDatabase database) throws SQLException {
        int[] count = {0};
        try (Connection connection = database.connection()) {
            Connection counting = (Connection) Proxy.newProxyInstance(ScanSpeedTest.class.getClassLoader(), new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        count[0] += STATEMENTS.contains(method.getName()) ? 1 : 0;
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
            Scans.on(database).run(counting);
        }
        return count[0];
    }
}
