package io.orgscope.plan;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@PostgresTest
class FixturePlanTest {
    @Test
    void print(TestDatabase database) throws SQLException {
        database.fixture(KeyType.INTEGER);
        Plan plan = Plans.of(database);
        Plans.summary(plan).forEach((k, v) -> System.out.println(k + " = " + v));
        System.out.println(OrgScopeYaml.write(plan));
    }
}
