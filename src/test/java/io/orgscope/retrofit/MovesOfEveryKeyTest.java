package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows are filled, follow what they belong to and keep what was chosen, whatever the type of the organization's key, without a superuser. */
@PostgresTest
class MovesOfEveryKeyTest {

    private static final String ORDERS = "\"Tenant \"\"Data\"\"\".\"Order \"\"x\"\"\"";
    private static final String ITEMS = "\"Tenant \"\"Data\"\"\".\"Items\"";

    private static final String TABLES = """
            CREATE SCHEMA "Tenant ^Data^";
            CREATE TABLE members ("User" integer NOT NULL REFERENCES users, organization_id %s NOT NULL REFERENCES organizations);
            CREATE TABLE "Tenant ^Data^"."Order ^x^" (id integer PRIMARY KEY, "User" integer NOT NULL REFERENCES users);
            CREATE TABLE "Tenant ^Data^"."Items" (id integer PRIMARY KEY, "Order" integer REFERENCES "Tenant ^Data^"."Order ^x^");
            INSERT INTO "Tenant ^Data^"."Order ^x^" SELECT n, n FROM generate_series(1, 3) n;
            INSERT INTO "Tenant ^Data^"."Items" SELECT n, n FROM generate_series(1, 3) n;
            """.replace("^", "\"\"");

    private static final String DECLARATION = """
            - schema: 'Tenant "Data"'
              table: 'Order "x"'
              route:
                - '"User" -> public.members("User").organization_id'
                - '"User" -> public.users.default_organization_id'
            - schema: 'Tenant "Data"'
              table: Items
              route: '"Order" -> "Order ""x""\".organization_id'
            """;

    @TempDir
    Path directory;

    private KeyType type;
    private Login owner;

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void rowsFollowAndChoicesStay(KeyType keyType, TestDatabase database) throws SQLException {
        type = keyType;
        owner = database.asOwner("owner of " + database.name());
        Situation situation = new Situation("moves", type, TABLES.formatted(type.sqlType()), DECLARATION);
        situation.into(owner);
        Liquibases liquibase = situation.liquibase(owner, directory).labels("orgscope-expand");
        liquibase.update();

        owner.execute("INSERT INTO " + ORDERS + " VALUES (4, 1)", "INSERT INTO " + ITEMS + " VALUES (4, 4)");
        assertOrdersAndItems("inserted without the column", holding(1, 2, 3, 1), holding(1, 2, 3, 1));

        moveUser(1, 2);
        assertOrdersAndItems("a parent moved", holding(2, 2, 3, 2), holding(2, 2, 3, 2));

        owner.execute("INSERT INTO members VALUES (2, " + type.literal(3) + ")");
        assertOrdersAndItems("a membership came", holding(2, 3, 3, 2), holding(2, 3, 3, 2));
        owner.execute("UPDATE members SET organization_id = " + type.literal(1));
        assertOrdersAndItems("a membership moved", holding(2, 1, 3, 2), holding(2, 1, 3, 2));

        owner.execute("UPDATE " + ORDERS + " SET organization_id = " + type.literal(3) + " WHERE id = 4");
        moveUser(1, 1);
        assertOrdersAndItems("a choice stayed", holding(1, 1, 3, 3), holding(1, 1, 3, 3));

        liquibase.rollbackAll();
        moveUser(1, 2);
        owner.execute("DELETE FROM members");
        liquibase.update();
        assertOrdersAndItems("the rollback kept the choice, and the rest was asked for anew", holding(2, 2, 3, 3), holding(2, 2, 3, 3));

        moveUser(1, 1);
        owner.execute("UPDATE " + ITEMS + " SET \"Order\" = 3 WHERE id = 2", "INSERT INTO " + ITEMS + " VALUES (5, 4)");
        assertOrdersAndItems("and so it goes on", holding(1, 2, 3, 3), holding(1, 3, 3, 3, 3));
    }

    private void moveUser(int user, int organization) throws SQLException {
        owner.execute("UPDATE users SET default_organization_id = " + type.literal(organization) + " WHERE id = " + user);
    }

    private String holding(int... organizations) {
        return IntStream.range(0, organizations.length).mapToObj(i -> i + 1 + "=" + type.text(organizations[i])).collect(Collectors.joining(" "));
    }

    private void assertOrdersAndItems(String when, String orders, String items) throws SQLException {
        assertThat(owner.organizations(ORDERS)).as("orders: " + when).isEqualTo(orders);
        assertThat(owner.organizations(ITEMS)).as("items: " + when).isEqualTo(items);
    }
}
