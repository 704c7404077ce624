package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conditions may name columns of types that have no {@code =}, such as json. */
@PostgresTest
class IncomparableColumnsTest {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: payments
                  route:
                    - path: invoice_id -> invoices.home
                      when: "meta ->> 'kind' = 'invoice' AND place IS NOT NULL AND others IS NULL"
                    - path: user_id -> users(id).home
                      where: "meta ->> 'kind' = 'user'"
            """;

    @TempDir
    Path directory;

    @Test
    void inAConditionOfARoute(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE organizations (id int PRIMARY KEY);
                INSERT INTO organizations SELECT generate_series(1, 4);
                CREATE TABLE invoices (id int PRIMARY KEY, home int REFERENCES organizations);
                INSERT INTO invoices VALUES (1, 1), (2, 2);
                CREATE TABLE users (id int, home int REFERENCES organizations, meta json);
                INSERT INTO users VALUES (1, 1, '{"kind": "user"}');
                CREATE TABLE payments (id int PRIMARY KEY, invoice_id int REFERENCES invoices, user_id int, meta json, place point, others xml[]);
                INSERT INTO payments SELECT n, 1, 1, '{"kind": "invoice"}', CASE WHEN n < 3 THEN '(1,1)'::point END FROM generate_series(1, 3) n
                """);
        Liquibases liquibase = Liquibases.on(database).in(directory).changelog("c.orgscope.yaml", DECLARATION);
        liquibase.labels("orgscope-expand").update();
        database.execute("UPDATE payments SET invoice_id = 2 WHERE id < 3", "UPDATE payments SET organization_id = 4 WHERE id = 2",
                "UPDATE payments SET place = '(2,2)' WHERE id = 2", "UPDATE invoices SET home = 3 WHERE id = 2", "UPDATE users SET home = 2");
        assertThat(all(database)).isEqualTo("1=3 2=4 3=2");
        liquibase.update();
        liquibase.rollbackAll();
        liquibase.update();
        assertThat(all(database)).isEqualTo("1=3 2=4 3=2");
    }

    private static String all(TestDatabase database) throws SQLException {
        return database.organizations("payments");
    }
}
