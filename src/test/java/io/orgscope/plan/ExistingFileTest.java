package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.plan.entry.Plan;
import io.orgscope.plan.format.ExistingFile;
import io.orgscope.plan.format.OrgScopeYaml;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.spec.TableDeclaration;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second run goes on from the user's file. */
@PostgresTest
class ExistingFileTest {

    private static final String FILE = """
            # Ours, reviewed by Ada.
            orgscope:
              version: 1
              organizations: { table: organizations, key: id }
              tables:
                # the customer, not the creator
                - table: orders
                  route:
                    - created_by -> users.organization_id   # decided in May
                # ? payments: which one?
                # - table: payments
                #   route: a -> b.c
                - { table: invoices, route: order_id -> orders.organization_id,
                    onDelete: restrict }
                  # a remark of invoices
              # the end
              lockTimeout: 80ms
            """;

    private TestDatabase database;

    @BeforeEach
    void tables(TestDatabase fresh) throws SQLException {
        database = fresh;
        database.execute("""
                CREATE TABLE organizations (id bigint PRIMARY KEY);
                CREATE TABLE users (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE customers (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, created_by int NOT NULL REFERENCES users);
                CREATE TABLE payments (id int PRIMARY KEY, order_id int NOT NULL REFERENCES orders);
                CREATE TABLE invoices (id int PRIMARY KEY, order_id int NOT NULL REFERENCES orders);
                CREATE SCHEMA x;
                CREATE TABLE x.lines (id int PRIMARY KEY, invoice_id int NOT NULL REFERENCES invoices);
                """);
    }

    private String again(String text) throws SQLException {
        return ExistingFile.extend(text, Plans.of(database, options -> options.withSpec("db/tenancy.orgscope.yaml", text)));
    }

    @Test
    void whatStandsStaysAndWhatIsNewComesBehind() throws SQLException {
        String extended = again(FILE);
        assertThat(extended.replace(added(extended), "")).isEqualTo(FILE);
        assertThat(added(extended)).contains("# New since this file was written.",
                "    - table: lines\n      schema: x\n      route: invoice_id -> public.invoices.organization_id\n");
        OrgScopeFile file = OrgScopeFile.parse("extended", extended);
        assertThat(file.tables()).extracting(TableDeclaration::table).containsExactly("orders", "invoices", "lines");
        assertThat(extended.indexOf("a remark of invoices")).isLessThan(extended.indexOf("New since"));
        assertThat(extended.indexOf("# the end")).isGreaterThan(extended.indexOf("table: lines"));
    }

    /** A name without a schema is in the schema of the file, and not in that of Liquibase. */
    @Test
    void namesAreInTheSchemaOfTheFile() throws SQLException {
        String extended = again("""
                orgscope:
                  version: 1
                  schema: x
                  organizations: { schema: public }
                  tables:
                    - table: lines
                      route: invoice_id -> public.invoices.organization_id
                  # the end
                """);

        assertThat(added(extended)).contains("    # - table: orders\n    #   schema: public\n").doesNotContain("table: lines");
        assertThat(again(extended)).as("nothing is new").isEqualTo(extended);
    }

    /** An alias ends where it is written, and not where its anchor is. */
    @ParameterizedTest
    @ValueSource(strings = {"*way", "\n        *way", "\n        - *way", "[ *way ]", "{ path: *way } # as above"})
    void theLastValueMayBeAnAlias(String route) throws SQLException {
        String text = """
                orgscope:
                  version: 1
                  tables:
                    - table: orders
                      route: &way customer_id -> customers.organization_id
                      index: idx_orders
                    - table: payments
                      route: %s
                  # the end
                """.formatted(route);
        String extended = again(text);
        assertThat(extended.replace(added(extended), "")).isEqualTo(text);
        assertThat(OrgScopeFile.parse("extended", extended).tables()).extracting(TableDeclaration::table).containsSubsequence("orders", "payments", "invoices");
    }

    /** The file's own column goes on to be that of its entries. */
    @Test
    void newEntriesSayTheirColumnIfTheFileHasAnother() throws SQLException {
        database.execute("ALTER TABLE users RENAME organization_id TO tenant_id", "ALTER TABLE customers RENAME organization_id TO tenant_id");
        String text = FILE.replace("route: order_id -> orders.organization_id", "route: order_id -> orders.organization_id, column: tenant_id");
        String extended = ExistingFile.extend(text, Plans.of(database, options -> Plans.withOrganizations(options.withSpec("db/tenancy.orgscope.yaml", text),
                null, null, "tenant_id")));
        assertThat(added(extended)).contains("    - table: lines\n      schema: x\n      column: tenant_id\n      route: invoice_id -> public.invoices.tenant_id\n");
        assertThat(OrgScopeFile.parse("extended", extended).tables()).extracting(TableDeclaration::column)
                .containsExactly("organization_id", "tenant_id", "tenant_id");
    }

    private static String added(String extended) {
        return extended.substring(extended.indexOf("\n    # New since"), extended.indexOf("  # the end"));
    }

    /** The example for a global table is no entry of it. */
    @Test
    void aTableThatWasTheExampleIsFoundLater() throws SQLException {
        database.execute("ALTER TABLE orders DROP created_by", "CREATE TABLE x.colors (id int PRIMARY KEY, name text)");
        String first = OrgScopeYaml.write(Plans.of(database));
        assertThat(first).contains("\n    # - { table: colors, schema: x, route: { organization: { id: … } } }\n");
        database.execute("ALTER TABLE x.colors ADD order_id int NOT NULL REFERENCES orders");
        assertThat(again(first)).contains("- table: colors\n");
    }

    /** The steps call the row of a condition t, whichever table it is of. */
    @Test
    void aConditionOfTheFileIsAskedOfItsOwnRow() throws SQLException {
        database.execute("""
                ALTER TABLE orders ADD kind text; ALTER TABLE payments ADD kind text;
                INSERT INTO organizations VALUES (1), (2); INSERT INTO customers VALUES (1, 1), (2, 2); INSERT INTO users VALUES (1, 1);
                INSERT INTO orders VALUES (1, 1, 1, 'sale'), (2, 2, 1, 'sale'); INSERT INTO payments VALUES (1, 1, 'cash'), (2, 2, 'cash');
                """);
        String text = """
                orgscope:
                  version: 1
                  tables:
                    - table: orders
                      route: { path: customer_id -> customers.organization_id, when: "t.kind = 'sale'" }
                """;
        Plan plan = Plans.of(database, options -> Plans.checkingData(options.withSpec("db/tenancy.orgscope.yaml", text)));
        assertThat(Plans.table(plan, "payments").reasons()).contains("order_id -> orders.organization_id answers for 2 of 2 rows.");
    }

    /** The schema alone leaves the table and the key to the file. */
    @Test
    void theOrganizationsAreInAnotherSchemaThanTheFileSays() throws SQLException {
        database.execute("ALTER TABLE organizations RENAME TO tenants", "ALTER TABLE tenants RENAME id TO no", "ALTER TABLE tenants SET SCHEMA x");
        String text = FILE.replace("table: organizations, key: id", "table: tenants, key: no");
        Plan plan = Plans.of(database, options -> Plans.withOrganizationsIn(options.withSpec("db/tenancy.orgscope.yaml", text), "x"));
        assertThat(plan.organizations().table()).hasToString("x.tenants");
        assertThat(plan.organizations().key()).isEqualTo("no");
    }

    @Test
    void aNewUniqueKeyOfATableInTheFileIsSaid() throws SQLException {
        database.execute("ALTER TABLE orders ADD number int", "CREATE UNIQUE INDEX orders_number ON orders (number)");
        String extended = again(FILE);
        assertThat(extended).contains("# orders has the unique key orders_number, of which nothing is said here");
        assertThat(again(extended)).isEqualTo(extended);
    }

    @Test
    void aThirdRunAddsNothing() throws SQLException {
        String extended = again(FILE);
        assertThat(again(extended)).isEqualTo(extended);
    }

    @Test
    void whatIsWrittenAtFirstIsNotAddedAgain() throws SQLException {
        database.execute("ALTER TABLE orders DROP created_by");
        String first = OrgScopeYaml.write(Plans.of(database));
        assertThat(again(first)).isEqualTo(first);
    }

    @Test
    void theFileSaysWhichTableHoldsTheOrganizations() throws SQLException {
        database.execute("ALTER TABLE organizations RENAME TO tenants", "ALTER TABLE tenants RENAME id TO no");
        assertThat(again(FILE.replace("table: organizations, key: id", "table: tenants, key: no"))).contains("table: lines");
    }

    @Test
    void aListInBracketsIsLeftAlone() {
        String flow = "orgscope: { version: 1, tables: [ { table: orders, route: customer_id -> customers.organization_id } ] }\n";
        assertThatThrownBy(() -> again(flow)).isInstanceOf(OrgScopeException.class).hasMessageContaining("is in brackets");
    }

    @Test
    void aFileWithoutALastLineBreak() throws SQLException {
        String text = "orgscope:\n  version: 1\n  tables:\n  - table: orders\n    route: customer_id -> customers.organization_id";
        assertThat(OrgScopeFile.parse("extended", again(text)).tables()).hasSize(4);
    }
}
